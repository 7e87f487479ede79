package io.silvergauge.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class LettersTest {
  private final Letters letters = new Letters();

  @Test
  void aPathIsWrittenInWholeUnitsFromPointToPoint() {
    Path2D square = new Path2D.Double();
    square.moveTo(10, 20);
    square.lineTo(30, 20);
    square.lineTo(30, 60);
    square.quadTo(20, 62, 14, 58);
    square.lineTo(12, 40);
    square.closePath();
    square.moveTo(12, 20);
    // Halved: 5 10, 15 10, 15 30, (10 31, 7 29), 6 20; then 6 10, a step of 1 0 from the start.
    assertThat(Outline.path(square, .5)).isEqualTo("m5 10h10v20q-5 1-8-1l-1-9zm1 0");
  }

  @Test
  void aWordIsDescribedOnceHoweverOftenItIsDrawn() {
    String first = letters.drawn("床位床", false, "translate(1 2)", 14, "");
    String second = letters.drawn("床位床", false, "translate(3 4)", 12, "white");
    String bold = letters.drawn("床位床", true, "", 12, "");
    assertThat(first).isEqualTo("<use href=\"#w1\" transform=\"translate(1 2)scale(.056)\"/>");
    assertThat(second)
        .isEqualTo("<use href=\"#w1\" transform=\"translate(3 4)scale(.048)\" fill=\"white\"/>");
    assertThat(bold).startsWith("<use href=\"#w2\"");
    Document sheet = sheet();
    assertThat(sheet.select("g").eachAttr("id")).containsExactly("w1", "w2");
    assertThat(sheet.select("g").eachAttr("aria-label")).containsExactly("床位床", "床位床");
    // Two faces of two glyphs; a Chinese glyph is as wide as its font is high, 250 units.
    assertThat(sheet.select("path")).hasSize(4);
    assertThat(sheet.select("#w1 use").eachAttr("x")).containsExactly("250", "500");
    assertThat(sheet.select("#w1 use").first().attr("href"))
        .isEqualTo(sheet.select("#w1 use").last().attr("href"));
  }

  @Test
  void aSpaceHasRoomButNoOutline() {
    letters.drawn("A B", false, "", 12, "");
    assertThat(sheet().select("path")).hasSize(2);
    assertThat(sheet().select("g use")).hasSize(2);
  }

  @Test
  void whatAWordSaysIsEscaped() {
    letters.drawn("\"><script>", false, "", 12, "");
    assertThat(letters.sheet()).doesNotContain("<script");
    assertThat(sheet().selectFirst("g").attr("aria-label")).isEqualTo("\"><script>");
  }

  private Document sheet() {
    return Jsoup.parse(letters.sheet(), "", Parser.xmlParser());
  }
}
