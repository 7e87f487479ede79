package io.silvergauge.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads words that are drawn as outlines: each becomes a text again, where and as it is drawn. */
public final class Lettered {
  private static final Pattern PLACE =
      Pattern.compile("(.*?)(?:translate\\((-?[0-9.]+) (-?[0-9.]+)\\))?scale\\(([0-9.]+)\\)");
  private static final int UNITS = 250;

  private Lettered() {}

  /** A chart by itself. */
  static Document drawn(Chart chart) {
    Letters letters = new Letters();
    String svg = Svg.of(chart, "c", letters);
    return read(Jsoup.parse("<page>" + letters.sheet() + svg + "</page>", "", Parser.xmlParser()));
  }

  /** The page with texts, without the sheet of its letters. */
  public static Document read(Document page) {
    Element sheet = page.selectFirst("svg.letters");
    for (Element use : page.select("svg:not(.letters) use")) {
      Element word = page.getElementById(use.attr("href").substring(1));
      Element text = new Element("text").text(word.attr("aria-label"));
      place(text, use);
      if (use.hasAttr("fill")) {
        text.attr("fill", use.attr("fill"));
      }
      boolean bold =
          word.children().stream().anyMatch(glyph -> glyph.attr("href").startsWith("#b"));
      if (bold) {
        text.attr("font-weight", "bold");
      }
      for (Element glyph : word.children()) {
        assertThat(sheet.getElementById(glyph.attr("href").substring(1)).attr("d")).startsWith("m");
      }
      use.replaceWith(text);
    }
    if (sheet != null) {
      sheet.remove();
    }
    return page;
  }

  private static void place(Element text, Element use) {
    Matcher place = PLACE.matcher(use.attr("transform"));
    assertThat(place.matches()).as(use.attr("transform")).isTrue();
    if (!place.group(1).isEmpty()) {
      text.attr("transform", place.group(1));
    }
    text.attr("x", place.group(2) == null ? "0" : place.group(2));
    text.attr("y", place.group(3) == null ? "0" : place.group(3));
    text.attr("font-size", Long.toString(Math.round(Double.parseDouble(place.group(4)) * UNITS)));
  }
}
