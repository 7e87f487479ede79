package io.silvergauge.reports.docx;

import io.silvergauge.reports.text.Inert;
import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The sheets: A4 with the margins of GB/T 9704, head and foot; wide charts lie on their side. */
final class WordPage {
  private static final int SHORT = 11906;
  private static final int LONG = 16838;

  /** Margins of GB/T 9704-2012, 5.2.1, in millimetres: head, fold, foot, cut. */
  private static final int[] MARGINS = {37, 28, 35, 26};

  private final XWPFDocument document;
  private final CTSectPr last;

  WordPage(XWPFDocument document, WordTemplate template) {
    this.document = document;
    CTBody body = document.getDocument().getBody();
    last = body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
    if (!template.given() || !last.isSetPgSz()) {
      size(last, false);
      margins(last);
    }
  }

  private static void size(CTSectPr section, boolean turned) {
    CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
    size.setW(BigInteger.valueOf(turned ? LONG : SHORT));
    size.setH(BigInteger.valueOf(turned ? SHORT : LONG));
    if (turned) {
      size.setOrient(STPageOrientation.LANDSCAPE);
    } else if (size.isSetOrient()) {
      size.unsetOrient();
    }
  }

  private static void margins(CTSectPr section) {
    CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
    margins.setTop(twips(MARGINS[0]));
    margins.setLeft(twips(MARGINS[1]));
    margins.setBottom(twips(MARGINS[2]));
    margins.setRight(twips(MARGINS[3]));
    margins.setHeader(twips(22));
    margins.setFooter(twips(20));
    margins.setGutter(BigInteger.ZERO);
  }

  private static BigInteger twips(int millimetres) {
    return BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
  }

  /** Width of the text on an upright sheet, in twentieths of a point. */
  int width() {
    return number(last.getPgSz().getW())
        - number(last.getPgMar().getLeft())
        - number(last.getPgMar().getRight());
  }

  private static int number(Object measure) {
    return Integer.parseInt(measure.toString());
  }

  /** What stands at the head of every sheet: what it is, and the mark that data are synthetic. */
  void head(WordStyles styles, String title, String mark) {
    XWPFHeader header = document.createHeader(HeaderFooterType.DEFAULT);
    XWPFParagraph paragraph =
        header.getParagraphs().size() == 1 && header.getText().isBlank()
            ? header.getParagraphs().get(0)
            : header.createParagraph();
    paragraph.setStyle(styles.id(WordStyles.Style.HEADER));
    paragraph.createRun().setText(Inert.shown(title));
    if (!mark.isEmpty()) {
      XWPFRun run = paragraph.createRun();
      run.addTab();
      run.setText(mark);
      run.setBold(true);
      run.setColor("6A4B00");
    }
  }

  /** What it rests on, and the number of the sheet as offices write it. */
  void foot(WordStyles styles, String text) {
    XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
    boolean own = !footer.getText().isBlank();
    XWPFParagraph rests =
        !own && footer.getParagraphs().size() == 1
            ? footer.getParagraphs().get(0)
            : footer.createParagraph();
    rests.setStyle(styles.id(WordStyles.Style.FOOTER));
    rests.createRun().setText(Inert.shown(text));
    if (own) {
      return; // the template counts its sheets as it likes
    }
    XWPFParagraph number = footer.createParagraph();
    number.setStyle(styles.id(WordStyles.Style.FOOTER));
    number.createRun().setText("－ ");
    Fields.simple(number, "PAGE", "1");
    number.createRun().setText(" －");
    number.getRuns().forEach(run -> run.setFontSize(14)); // 四号
  }

  /** Ends the sheets so far; those that follow lie the other way. */
  void turn(boolean wasTurned) {
    CTSectPr section = document.createParagraph().getCTP().addNewPPr().addNewSectPr();
    section.set(last.copy());
    size(section, wasTurned);
  }
}
