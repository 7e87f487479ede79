package io.silvergauge.reports.docx;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** Fields: what Word works out itself, such as numbers of sheets. */
final class Fields {
  private Fields() {}

  /** A field of one run's worth. */
  static void simple(XWPFParagraph paragraph, String instruction, String shown) {
    begin(paragraph, instruction);
    paragraph.createRun().setText(shown);
    end(paragraph);
  }

  static void begin(XWPFParagraph paragraph, String instruction) {
    paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
    instruct(paragraph.createRun(), instruction);
    paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
  }

  static void end(XWPFParagraph paragraph) {
    paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
  }

  /** A line of the contents: leads to a bookmark, whose sheet it names. */
  static void line(XWPFParagraph paragraph, String text, String bookmark) {
    CTHyperlink link = paragraph.getCTP().addNewHyperlink();
    link.setAnchor(bookmark);
    link.addNewR().addNewT().setStringValue(text);
    link.addNewR().addNewTab();
    link.addNewR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
    link.addNewR().addNewInstrText().setStringValue("PAGEREF " + bookmark + " \\h");
    link.addNewR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    link.addNewR().addNewT().setStringValue("…");
    link.addNewR().addNewFldChar().setFldCharType(STFldCharType.END);
  }

  private static void instruct(XWPFRun run, String instruction) {
    var text = run.getCTR().addNewInstrText();
    text.setStringValue(" " + instruction + " ");
  }
}
