package io.silvergauge.reports.docx;

import io.silvergauge.reports.text.Inert;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes what stands within a paragraph of the page: texts with weight, colour, size and links. */
final class Inline {
  private static final String QUIET = "56616A";

  /**
   * What the style sheet of the pages puts before a verdict, so that it can be told without colour.
   */
  private static final Map<String, String> MARKS =
      Map.of(
          "met",
          "✓ ",
          "yes",
          "✓ ",
          "unmet",
          "× ",
          "no",
          "× ",
          "not_due",
          "○ ",
          "not_computable",
          "? ",
          "unknown",
          "? ");

  private static final Map<String, String> COLOURS =
      Map.ofEntries(
          Map.entry("met", "1A6637"),
          Map.entry("yes", "1A6637"),
          Map.entry("unmet", "A3241C"),
          Map.entry("no", "A3241C"),
          Map.entry("circular", "A3241C"),
          Map.entry("interview", "A3241C"),
          Map.entry("worse", "A3241C"),
          Map.entry("reopened", "A3241C"),
          Map.entry("not_due", "6A4B00"),
          Map.entry("synthetic", "6A4B00"),
          Map.entry("sub", QUIET),
          Map.entry("absent", QUIET),
          Map.entry("grade", "0B5563"),
          Map.entry("cell-place", QUIET));

  private static final Set<String> BOLD =
      Set.of("value", "verdict", "behind-name", "behind-value", "grade");

  /** Elements that begin a line of their own. */
  private static final Set<String> OWN_LINE = Set.of("sub", "advice");

  private final XWPFParagraph paragraph;
  private boolean empty = true;
  private boolean space;

  /** How a text looks; without a colour of its own it has that of its style. */
  private record Look(boolean bold, boolean italic, String colour, boolean small) {
    Look of(Element element) {
      List<String> classes = classes(element);
      boolean strong =
          List.of("b", "strong").contains(element.getTagName())
              || classes.stream().anyMatch(BOLD::contains);
      boolean quiet = classes.contains("sub") || classes.contains("path");
      String own = classes.stream().filter(COLOURS::containsKey).findFirst().orElse("");
      return new Look(
          !quiet && (bold || strong),
          italic || element.getTagName().equals("em"),
          own.isEmpty() ? colour : COLOURS.get(own),
          small || quiet || element.getTagName().equals("code"));
    }
  }

  Inline(XWPFParagraph paragraph) {
    this.paragraph = paragraph;
  }

  static List<String> classes(Element element) {
    return Arrays.asList(element.getAttribute("class").split(" "));
  }

  /** All of an element, in one paragraph. */
  void write(Element element, boolean bold) {
    children(element, new Look(bold, false, "", false).of(element), true, null);
  }

  /** A plain text. */
  void text(String text, boolean bold) {
    append(text, new Look(bold, false, "", false), null);
  }

  private void children(Element element, Look look, boolean lines, CTHyperlink link) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        element(child, look.of(child), lines, link);
      } else if (node.getNodeType() == Node.TEXT_NODE) {
        append(node.getNodeValue(), look, link);
      }
    }
  }

  private void element(Element element, Look look, boolean lines, CTHyperlink link) {
    List<String> classes = classes(element);
    if (element.getTagName().equals("br")
        || (lines && !empty && classes.stream().anyMatch(OWN_LINE::contains))) {
      breakLine();
    }
    if (classes.contains("verdict")) {
      append(
          classes.stream().map(MARKS::get).filter(m -> m != null).findFirst().orElse("– "),
          look,
          link);
    }
    String to = element.getAttribute("href");
    if (element.getTagName().equals("a") && to.startsWith("#")) {
      CTHyperlink inner = paragraph.getCTP().addNewHyperlink();
      inner.setAnchor(WordWriter.bookmark(to.substring(1)));
      children(element, look, lines, inner);
      return;
    }
    boolean flat = classes.contains("group") || element.getTagName().equals("summary");
    children(element, look, lines && !flat, link);
  }

  private void breakLine() {
    paragraph.createRun().addBreak();
    empty = true;
    space = false;
  }

  private void append(String raw, Look look, CTHyperlink link) {
    String text = raw.replaceAll("[ \\t\\r\\n]+", " ");
    if (text.startsWith(" ")) {
      space = true;
      text = text.substring(1);
    }
    if (text.isEmpty()) {
      return;
    }
    boolean more = text.endsWith(" ");
    String body =
        (space && !empty ? " " : "") + (more ? text.substring(0, text.length() - 1) : text);
    XWPFRun run =
        link == null
            ? paragraph.createRun()
            : new XWPFHyperlinkRun(link, link.addNewR(), paragraph);
    run.setText(Inert.shown(body));
    if (look.bold()) {
      run.setBold(true);
    }
    if (look.italic()) {
      run.setItalic(true);
    }
    if (!look.colour().isEmpty()) {
      run.setColor(look.colour());
    }
    if (look.small()) {
      run.setFontSize(8);
    }
    empty = false;
    space = more;
  }
}
