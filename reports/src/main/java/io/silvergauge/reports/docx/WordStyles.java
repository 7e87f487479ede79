package io.silvergauge.reports.docx;

import io.silvergauge.indicators.document.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * The styles of a document. They are found by name: a template's own style of that name is used as
 * it is, and only those that it lacks are added.
 */
final class WordStyles {
  /** Styles by the names that Word knows in every language, or our own. */
  enum Style {
    TITLE("Title"),
    SUBTITLE("Subtitle"),
    HEADING_1("heading 1"),
    HEADING_2("heading 2"),
    HEADING_3("heading 3"),
    CONTENTS_1("toc 1"),
    CONTENTS_2("toc 2"),
    BODY("Body Text"),
    CAPTION("caption"),
    SMALL("SilverGauge Small"),
    FACT("SilverGauge Fact"),
    NOTICE("SilverGauge Notice"),
    CELL("SilverGauge Cell"),
    FIGURE("SilverGauge Figure"),
    HEADER("header"),
    FOOTER("footer"),
    TABLE("SilverGauge Table");

    private final String wordName;

    Style(String wordName) {
      this.wordName = wordName;
    }
  }

  private final Map<String, String> ids = new HashMap<>();

  WordStyles(XWPFDocument document, Language language) throws IOException {
    CTStyles ours = ours(language);
    XWPFStyles styles = document.getStyles();
    if (styles == null) {
      styles = document.createStyles();
      styles.setStyles(ours);
      document.createNumbering().setNumbering(numbering(language).getNumbering());
    }
    Map<String, String> theirs = new HashMap<>();
    for (XWPFStyle style : styles.getStyles()) {
      if (style.getName() != null) {
        theirs.put(style.getName().toLowerCase(Locale.ROOT), style.getStyleId());
      }
    }
    for (CTStyle style : ours.getStyleList()) {
      String name = style.getName().getVal();
      String id = theirs.get(name.toLowerCase(Locale.ROOT));
      if (id == null) {
        if (style.isSetPPr() && style.getPPr().isSetNumPr()) {
          style.getPPr().unsetNumPr(); // the template has numberings of its own
        }
        styles.addStyle(new XWPFStyle(style, styles));
        id = style.getStyleId();
      }
      ids.put(name, id);
    }
  }

  String id(Style style) {
    return ids.get(style.wordName);
  }

  private static CTStyles ours(Language language) throws IOException {
    try {
      return StylesDocument.Factory.parse(resource("styles.xml", language)).getStyles();
    } catch (XmlException e) {
      throw new IllegalStateException("The styles are well-formed", e);
    }
  }

  private static NumberingDocument numbering(Language language) throws IOException {
    try {
      return NumberingDocument.Factory.parse(
          resource("numbering." + language.code() + ".xml", language));
    } catch (XmlException e) {
      throw new IllegalStateException("The numbering is well-formed", e);
    }
  }

  /** Sizes in half points, distances in twentieths of a point. */
  private static String resource(String name, Language language) throws IOException {
    try (InputStream bytes = WordStyles.class.getResourceAsStream(name)) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      boolean zh = language == Language.ZH;
      return text.replace("@lang@", zh ? "zh-CN" : "en-US")
          .replace("@title@", zh ? "44" : "40")
          .replace("@body@", zh ? "32" : "22")
          .replace("@line@", zh ? "560" : "320")
          .replace(
              "@indent@", zh ? "w:firstLine=\"640\" w:firstLineChars=\"200\"" : "w:firstLine=\"0\"")
          .replace("@head@", zh ? "<w:ind w:firstLine=\"640\" w:firstLineChars=\"200\"/>" : "")
          .replace("@bold@", zh ? "" : "<w:b/><w:bCs/>")
          .replace("@after@", zh ? "0" : "120")
          .replace("@level1@", zh ? "32" : "28")
          .replace("@level2@", zh ? "32" : "25")
          .replace("@level3@", zh ? "28" : "22");
    }
  }
}
