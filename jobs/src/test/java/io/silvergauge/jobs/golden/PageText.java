package io.silvergauge.jobs.golden;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Everything a page says, as lines that people can read and compare: a line a heading, sentence,
 * fact, row of a table and chart. Hashes show as {@code #}: they are of the inputs, not of the
 * page.
 */
final class PageText {
  static final String CELL = " | ";
  static final String TABLE = "table ";
  static final String HEAD = "head ";
  static final String ROW = "row ";

  private static final Set<String> LINES =
      Set.of("h1", "h2", "h3", "h4", "p", "li", "summary", "figcaption");
  private static final Pattern HASH =
      Pattern.compile("\\b(?:[0-9a-f]{64}|(?=.*[a-f])[0-9a-f]{12})\\b");

  private final List<String> lines = new ArrayList<>();

  private PageText() {}

  /** The lines of a page. */
  static List<String> lines(Document page) {
    PageText text = new PageText();
    text.lines.add("title " + said(page.selectFirst("title")));
    text.add(page.body());
    return text.lines;
  }

  private void add(Element element) {
    switch (element.tagName()) {
      case "table" -> addTable(element);
      case "svg" -> addChart(element);
      case "dl" -> element.children().forEach(this::addFact);
      case "a" -> lines.add("link " + said(element) + " -> " + element.attr("href"));
      default -> {
        if (LINES.contains(element.tagName())) {
          lines.add(element.tagName() + " " + said(element));
        } else {
          element.children().forEach(this::add);
        }
      }
    }
  }

  private void addFact(Element fact) {
    lines.add("fact " + said(fact.selectFirst("dt")) + CELL + said(fact.selectFirst("dd")));
  }

  private void addTable(Element table) {
    lines.add(TABLE + said(table.selectFirst("caption")));
    lines.add(HEAD + String.join(CELL, heads(table)));
    table
        .select("tbody tr, tfoot tr")
        .forEach(
            row ->
                lines.add(
                    ROW
                        + row.children().stream()
                            .map(PageText::said)
                            .collect(Collectors.joining(CELL))));
  }

  /** The heading of each column: what stands above it, from the top down. */
  static List<String> heads(Element table) {
    TreeMap<Integer, Set<String>> heads = new TreeMap<>();
    Set<List<Integer>> taken = new LinkedHashSet<>();
    List<Element> rows = table.select("thead tr");
    for (int y = 0; y < rows.size(); y++) {
      int x = 0;
      for (Element cell : rows.get(y).children()) {
        while (taken.contains(List.of(y, x))) {
          x++;
        }
        int wide = span(cell, "colspan");
        for (int dx = 0; dx < wide; dx++) {
          heads.computeIfAbsent(x + dx, column -> new LinkedHashSet<>()).add(said(cell));
          for (int dy = 0; dy < span(cell, "rowspan"); dy++) {
            taken.add(List.of(y + dy, x + dx));
          }
        }
        x += wide;
      }
    }
    return heads.values().stream().map(words -> String.join(" ", words)).toList();
  }

  private static int span(Element cell, String attribute) {
    return cell.hasAttr(attribute) ? Integer.parseInt(cell.attr(attribute)) : 1;
  }

  /** What a chart draws, in the order in which it draws it, and what it says of its places. */
  private void addChart(Element svg) {
    if (!svg.hasClass("letters")) {
      lines.add(
          "chart "
              + svg.select("desc, use, rect > title").stream()
                  .map(PageText::drawn)
                  .collect(Collectors.joining(CELL)));
    }
  }

  /** A word is drawn by its outlines, which say once a page what they are. */
  private static String drawn(Element element) {
    return element.tagName().equals("use")
        ? element.ownerDocument().select("svg.letters " + element.attr("href")).attr("aria-label")
        : said(element);
  }

  private static String said(Element element) {
    return HASH.matcher(element.text()).replaceAll("#");
  }
}
