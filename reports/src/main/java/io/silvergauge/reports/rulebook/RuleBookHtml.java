package io.silvergauge.reports.rulebook;

import io.silvergauge.reports.text.Inert;
import java.util.List;

/** Writes a rule book as one HTML page that needs nothing else. */
final class RuleBookHtml {
  private static final String STYLE =
      """
      :root { color-scheme: light; }
      body { font: 15px/1.5 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif;
        color: #1d2730; background: #fff; margin: 0 auto; max-width: 78rem; padding: 1.5rem; }
      h1 { font-size: 1.6rem; margin: 0 0 1rem; line-height: 1.3; }
      h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; border-bottom: 2px solid #1f6f8b; padding-bottom: .2rem; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; font-size: .9rem; }
      th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #d5dde2; }
      thead th { background: #eef3f5; font-weight: 600; }
      tbody tr:nth-child(even) { background: #f8fafb; }
      th.n, td.n { text-align: right; font-variant-numeric: tabular-nums; }
      td.n { white-space: nowrap; }
      tbody th { font-weight: 600; min-width: 9rem; }
      .sub { display: block; color: #56646e; font-size: .88em; font-weight: 400; overflow-wrap: anywhere; }
      @media print { body { padding: 0; max-width: none; font-size: 9pt; } tr { break-inside: avoid; } }
      """;

  private RuleBookHtml() {}

  static String page(RuleBook book) {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"").append(text(book.language())).append("\">\n");
    html.append("<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(text(book.title()))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(text(book.title()))
        .append("</h1>\n");
    book.parts().forEach(part -> part(html, part));
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void part(StringBuilder html, RuleBook.Part part) {
    html.append("<section>\n<h2>").append(text(part.heading())).append("</h2>\n");
    html.append("<div class=\"scroll\">\n<table>\n<thead><tr>");
    for (int i = 0; i < part.columns().size(); i++) {
      int column = i;
      boolean number = part.rows().stream().anyMatch(row -> row.get(column).number());
      html.append(number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
          .append(text(part.columns().get(i)))
          .append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    part.rows().forEach(row -> row(html, row));
    html.append("</tbody>\n</table>\n</div>\n</section>\n");
  }

  private static void row(StringBuilder html, List<RuleBook.Cell> row) {
    html.append("<tr>");
    for (int i = 0; i < row.size(); i++) {
      RuleBook.Cell cell = row.get(i);
      String tag = i == 0 ? "th" : "td";
      html.append('<').append(tag).append(i == 0 ? " scope=\"row\"" : "");
      html.append(cell.number() ? " class=\"n\">" : ">");
      for (int line = 0; line < cell.lines().size(); line++) {
        String said = text(cell.lines().get(line));
        html.append(line == 0 ? said : "<span class=\"sub\">" + said + "</span>");
      }
      html.append("</").append(tag).append('>');
    }
    html.append("</tr>\n");
  }

  private static String text(String text) {
    return Inert.text(text);
  }
}
