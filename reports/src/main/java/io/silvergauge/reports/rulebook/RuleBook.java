package io.silvergauge.reports.rulebook;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.scheme.Scheme;
import java.util.List;

/**
 * A scheme as a document: headings, facts and tables, whatever the format.
 *
 * @param language tag of its language
 * @param title its heading
 * @param parts its parts in order
 */
public record RuleBook(String language, String title, List<Part> parts) {
  /**
   * A part.
   *
   * @param heading its heading
   * @param columns names of the table's columns
   * @param rows rows of the table; a cell may have several lines
   */
  public record Part(String heading, List<String> columns, List<List<Cell>> rows) {}

  /**
   * A cell.
   *
   * @param lines what it says, the main thing first
   * @param number whether it is a number
   */
  public record Cell(List<String> lines, boolean number) {
    static Cell of(String... lines) {
      return new Cell(List.of(lines).stream().filter(line -> !line.isEmpty()).toList(), false);
    }

    static Cell number(String text) {
      return new Cell(List.of(text), true);
    }
  }

  /** The document of a scheme. */
  public static RuleBook of(Scheme scheme, Language language) {
    return new RuleBookMaker(scheme, language).made();
  }

  /** The document as a page of its own. */
  public String html() {
    return RuleBookHtml.page(this);
  }

  /** The document as Markdown with tables. */
  public String markdown() {
    StringBuilder text = new StringBuilder("# " + plain(title) + "\n");
    for (Part part : parts) {
      text.append("\n## ").append(plain(part.heading())).append("\n\n");
      line(text, part.columns().stream().map(RuleBook::plain).toList());
      line(text, part.columns().stream().map(column -> "---").toList());
      for (List<Cell> row : part.rows()) {
        line(
            text,
            row.stream()
                .map(
                    cell ->
                        String.join("<br>", cell.lines().stream().map(RuleBook::plain).toList()))
                .toList());
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** A text that no Markdown reader takes for markup, on one line. */
  static String plain(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
  }
}
