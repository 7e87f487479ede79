package io.silvergauge.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartsTest {
  private static final String LONG_NAME = "老龄化 <b>&\"'\u202E服务体系".repeat(8);
  private static final String LONG_WORD = "Unbreakable".repeat(12);
  private static final Datum MISSING = new Datum.Gap("报送不全");

  static Stream<Chart> all() {
    return Stream.of(
        radar(amount(85.25), MISSING),
        radar(MISSING, MISSING),
        bullets("护理型床位占比", amount(52.02)),
        bullets(LONG_NAME, MISSING),
        bullets(LONG_WORD, amount(-3)),
        spine("床位", amount(52.02), 31, 56),
        spine(LONG_WORD, MISSING, 40, 40),
        trend(amount(50), MISSING, amount(52)),
        trend(amount(0)),
        trend(MISSING, amount(0), amount(0)),
        trend(Stream.generate(() -> amount(7)).limit(40).toArray(Datum[]::new)),
        ranks("甲市"),
        ranks(LONG_NAME),
        ranks(LONG_WORD),
        heat("甲市", "床位"),
        heat(LONG_NAME, LONG_NAME),
        heat(LONG_WORD, LONG_WORD));
  }

  @ParameterizedTest
  @MethodSource("all")
  void keepsEveryTextInsideThePictureAndEveryNumberFinite(Chart chart) {
    Letters letters = new Letters();
    String svg = Svg.of(chart, "c", letters) + letters.sheet();
    assertThat(svg).doesNotContain("NaN", "Infinity", "style=", "url(", "http", "<b>", "\u202E");
    for (Element text : Lettered.drawn(chart).select("text")) {
      if (text.hasAttr("transform")) {
        keepsTurnedTextInside(chart, text);
        continue;
      }
      double size = number(text, "font-size", 12);
      var font =
          text.hasAttr("font-weight")
              ? ChartFont.bold((float) size)
              : ChartFont.plain((float) size);
      assertThat(number(text, "x", 0)).as(text.text()).isBetween(0.0, (double) chart.width());
      assertThat(number(text, "x", 0) + ChartFont.width(text.text(), font))
          .as(text.text())
          .isLessThanOrEqualTo(chart.width());
      assertThat(number(text, "y", 0)).isBetween(size * .7, chart.height() - 2.0);
    }
  }

  /** A turned text starts at the point it is moved to and runs upwards. */
  private static void keepsTurnedTextInside(Chart chart, Element text) {
    String transform = text.attr("transform");
    assertThat(transform).matches("translate\\([0-9.]+,[0-9.]+\\) rotate\\(-90\\)");
    String[] foot = transform.replaceAll(".*translate\\(([^)]*)\\).*", "$1").split(",");
    assertThat(Double.parseDouble(foot[0])).isBetween(8.0, (double) chart.width());
    assertThat(Double.parseDouble(foot[1]))
        .as(text.text())
        .isGreaterThanOrEqualTo(ChartFont.width(text.text(), ChartFont.plain(12)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void givesTheSameBytesTwiceAndIsNamedForThoseWhoCannotSeeIt(Chart chart) {
    Letters letters = new Letters();
    Letters again = new Letters();
    String svg = Svg.of(chart, "c", letters);
    assertThat(Svg.of(chart, "c", again)).isEqualTo(svg);
    assertThat(again.sheet()).isEqualTo(letters.sheet());
    Element root = Jsoup.parse(svg, "", Parser.xmlParser()).selectFirst("svg");
    assertThat(root.attr("role")).isEqualTo("img");
    assertThat(root.attr("aria-labelledby")).isEqualTo("c-t c-d");
    assertThat(root.selectFirst("title#c-t").text()).isEqualTo("图");
    assertThat(root.selectFirst("desc#c-d").text()).isNotBlank();
  }

  @Test
  void radarLeavesAGapWhereAScoreIsMissing() {
    Document whole = Lettered.drawn(radar(amount(85.25), amount(70)));
    Document gap = Lettered.drawn(radar(MISSING, amount(70)));
    // Four spokes: a dot for each score and one in the key, each with its light edge.
    assertThat(whole.select("circle")).hasSize(2 * 5);
    assertThat(gap.select("circle")).hasSize(2 * 4);
    assertThat(line(whole, "#0b5563")).endsWith("Z");
    assertThat(line(gap, "#0b5563")).doesNotContain("Z");
    assertThat(whole.select("text").eachText()).contains("85.25", "服务");
    assertThat(gap.select("text").eachText()).contains("报送不全");
  }

  @Test
  void bulletsAreAsLongAsTheirValuesAndMarkTheTargets() {
    Document page = Lettered.drawn(bullets("床位", amount(50)));
    // By hand: the track is 440 - 2 * 6 = 428 wide, so 50 of 100 is 214.
    assertThat(page.select("rect[fill=#6fa8b5]").first().attr("width")).isEqualTo("214");
    // The bar of the target 60 is 3 wide around 6 + 428 * 0.6 = 262.8.
    assertThat(page.select("rect[width=3]").first().attr("x")).isEqualTo("261.3");
    assertThat(page.select("text").eachText()).contains("床位", "50.0", "计划 ≥ 60", "短", "计划");
  }

  @Test
  void aMissingValueIsAHatchedGapWithItsReasonAndNoBar() {
    Document page = Lettered.drawn(bullets("床位", MISSING));
    assertThat(page.select("rect[fill=#6fa8b5], rect[fill=#0b5563]")).isEmpty();
    assertThat(page.select("path[stroke=#b9c4ca]")).isNotEmpty();
    assertThat(page.select("text").eachText()).contains("报送不全", "缺失");
  }

  @Test
  void yesAndNoAreSquaresWithoutAScale() {
    BulletBars.Row row =
        new BulletBars.Row(
            "经费",
            new Datum.Amount(1, "是"),
            BulletBars.Held.MET,
            new Scale(0, 1),
            "",
            List.of(1.0),
            List.of(),
            true);
    Document page = Lettered.drawn(new BulletBars("图", List.of(row), words()));
    assertThat(page.select("rect")).hasSize(2);
    assertThat(page.select("text").eachText()).containsExactly("经费", "是", "达");
  }

  @Test
  void spinePutsTheBetterEndToTheRight() {
    // By hand: 424 wide from 8; lower is better from 60 to 20, so 30 lies at 8 + 424 * 0.75 = 326.
    Document page = Lettered.drawn(spine("床位", amount(30), 60, 20));
    assertThat(page.select("circle[fill=#0b5563]").first().attr("cx")).isEqualTo("326");
    assertThat(page.select("text").eachText()).containsSubsequence("最差 60.0", "最好 20.0", "中位 40.0");
  }

  @Test
  void spineWithoutAValueSaysWhyAndHasNoDot() {
    Document page = Lettered.drawn(spine("床位", MISSING, 60, 20));
    assertThat(page.select("circle[fill=#0b5563]")).hasSize(1);
    assertThat(page.select("text").eachText()).contains("报送不全");
  }

  @Test
  void trendLeavesAGapAndSaysWhen() {
    Document page = Lettered.drawn(trend(amount(50), amount(51), MISSING, amount(52), amount(53)));
    assertThat(page.select("circle")).hasSize(4 + 1);
    // One line ends before the gap, another starts after it.
    assertThat(line(page, "#0b5563").chars().filter(c -> c == 'M').count()).isEqualTo(2);
    assertThat(page.select("text").eachText()).contains("P2：报送不全", "50.0", "53.0", "目标", "国家");
    assertThat(page.select("text").eachText()).doesNotContain("无");
    assertThat(page.selectFirst("desc").text())
        .isEqualTo("值：P0 50.0、P1 51.0、P2 报送不全、P3 52.0、P4 53.0");
  }

  /** The plan's line is broken; another profile's is dotted, with a diamond where it ends. */
  @Test
  void trendTellsWhatThePlanAsksFromWhatOthersAsk() {
    Document page = Lettered.drawn(trend(amount(50), amount(51), amount(52)));
    // One in the plot, one in the key.
    assertThat(page.select("[stroke=#1d2327][stroke-dasharray=6,4]")).hasSize(2);
    assertThat(page.select("[stroke=#b35c00][stroke-dasharray=2,3]")).hasSize(2);
    assertThat(page.select("path[stroke=#b35c00][d$=Z]")).hasSize(2);
  }

  @Test
  void trendNamesEachYearOnceBelowItsFirstPeriod() {
    Document page =
        Lettered.drawn(
            trend(amount(1), amount(2), amount(3), amount(4), amount(5), amount(6), amount(7)));
    List<String> axis =
        page.select("text").stream().map(Element::text).filter(t -> t.matches("Y.|.季")).toList();
    assertThat(axis).containsExactly("0季", "Y0", "1季", "2季", "3季", "0季", "Y1", "1季", "2季");
  }

  /** Two lines that rise steeply and end close to each other. */
  @Test
  void trendLabelsLieOnNoLineAndOnNoOtherLabel() {
    List<Trend.Line> lines =
        List.of(
            new Trend.Line("上", List.of(amount(10), amount(40), amount(90))),
            new Trend.Line("下", List.of(amount(8), amount(38), amount(86))));
    Document page = Lettered.drawn(trend(lines, 200, 210));
    List<Rectangle2D> labels = Stream.of("90.0", "86.0").map(label -> place(page, label)).toList();
    assertThat(labels.get(0).intersects(labels.get(1))).isFalse();
    for (String color : List.of("#0b5563", "#b35c00")) {
      String[] points = line(page, color).substring(1).split("L");
      for (int i = 1; i < points.length; i++) {
        Line2D segment = new Line2D.Double(point(points[i - 1]), point(points[i]));
        assertThat(labels).noneMatch(segment::intersects);
      }
    }
  }

  private static Rectangle2D place(Document page, String label) {
    Element text =
        page.select("text[font-weight=bold]").stream()
            .filter(one -> one.text().equals(label))
            .findFirst()
            .orElseThrow();
    return new Rectangle2D.Double(
        number(text, "x", 0),
        number(text, "y", 0) - 9,
        ChartFont.width(label, ChartFont.bold(12)),
        9);
  }

  private static Point2D point(String point) {
    String[] place = point.strip().split("[ ,]+");
    return new Point2D.Double(Double.parseDouble(place[0]), Double.parseDouble(place[1]));
  }

  @Test
  void aMedianWithoutRoomBetweenTheEndsStandsBelow() {
    String unit = " 平方米/百户、按常住人口计";
    PeerSpine.Row row =
        new PeerSpine.Row(
            "面积",
            amount(3),
            new Datum.Amount(1, "最低 1" + unit),
            2,
            new Datum.Amount(3, "中位 3" + unit),
            4,
            new Datum.Amount(5, "最高 5" + unit));
    Document page =
        Lettered.drawn(
            new PeerSpine("图", List.of(row), new PeerSpine.Words("本地", "一半", "中位", "越右越好")));
    Element least = page.select("text:contains(最低)").first();
    Element median = page.select("text:contains(中位 3)").first();
    assertThat(number(median, "y", 0) - number(least, "y", 0)).isEqualTo(15);
  }

  @Test
  void rankBarsKeepTheOrderAndOneScale() {
    List<RankBars.Row> rows =
        List.of(
            new RankBars.Row("1", "甲市", amount(80)),
            new RankBars.Row("2", "乙市", amount(40)),
            new RankBars.Row("", "丙区", new Datum.Gap("未评分")));
    Document page = Lettered.drawn(new RankBars("图", rows, 0, 3, 100));
    assertThat(page.select("text").eachText())
        .containsExactly("1", "甲市", "80.0", "2", "乙市", "40.0", "丙区", "未评分");
    List<Double> widths =
        page.select("rect[fill=#0b5563]").stream().map(bar -> number(bar, "width", 0)).toList();
    assertThat(widths).hasSize(2);
    assertThat(widths.get(0)).isCloseTo(2 * widths.get(1), org.assertj.core.data.Offset.offset(.2));
  }

  @Test
  void heatMapIsTheDarkerTheHigherAndSaysWhyACellIsEmpty() {
    Document page = Lettered.drawn(heat("甲市", "床位"));
    // Fifths: 0 and 0.1999 in the first, 0.2 in the second, 0.8 and 1 in the last; the key has one
    // each.
    assertThat(page.select("rect[fill=#f1f6f7][height=18]")).hasSize(2);
    assertThat(page.select("rect[fill=#d0e3e8][height=18]")).hasSize(1);
    assertThat(page.select("rect[fill=#a5cad3][height=18]")).isEmpty();
    assertThat(page.select("rect[fill=#0b5563][height=18]")).hasSize(2);
    assertThat(page.select("text[fill=#ffffff]").eachText()).containsExactly("80", "100");
    assertThat(page.select("rect > title").eachText())
        .containsExactly("F · 床位：不适用", "G · 床位：报送不全", "H · 床位：未报送", "I · 床位：报送不全");
    List<String> texts = page.select("text").eachText();
    assertThat(texts).containsSubsequence("80", "100", "–", "a", "b", "a");
    assertThat(texts).containsSubsequence("a", "报送不全", "b", "未报送", "–", "不适用");
  }

  @Test
  void heatMapWritesChineseDownwardsAndTurnsTheRest() {
    Document page = Lettered.drawn(heat("甲市", "床位"));
    List<Element> characters =
        page.select("text").stream().filter(t -> t.text().matches("[甲市]")).toList();
    assertThat(characters).extracting(Element::text).containsExactly("甲", "市");
    assertThat(characters.get(0).attr("x")).isEqualTo(characters.get(1).attr("x"));
    assertThat(number(characters.get(1), "y", 0) - number(characters.get(0), "y", 0)).isEqualTo(13);
    assertThat(page.select("text[transform]").eachText())
        .containsExactly("B", "C", "D", "E", "F", "G", "H", "I");
  }

  @Test
  void heatMapRefusesAScoreBeyondFull() {
    assertThatThrownBy(() -> new HeatMap.Cell.Scored(1.01, "101"))
        .hasMessage("A score lies between nothing and full, but '101' does not");
  }

  @Test
  void theFontHasRareCharactersOfPlaceNames() {
    assertThat(ChartFont.plain(12).canDisplayUpTo("亳漯濮衢儋泸黟歙邳濉盱眙枞筠珙犍郫浠蕲郯莒峄珲瑷㎡‰≥—“”")).isEqualTo(-1);
  }

  @Test
  void anAmountIsFinite() {
    assertThatThrownBy(() -> new Datum.Amount(Double.NaN, "?"))
        .hasMessage("An amount is finite, but '?' is not");
  }

  private static Datum amount(double value) {
    return new Datum.Amount(value, Double.toString(value));
  }

  private static Datum.Amount end(String name, double value) {
    return new Datum.Amount(value, name + " " + value);
  }

  private static Radar radar(Datum first, Datum median) {
    return new Radar(
        "图",
        List.of(
            new Radar.Spoke("服务", first, median),
            new Radar.Spoke(LONG_NAME, amount(100), median),
            new Radar.Spoke("要素", amount(0), median),
            new Radar.Spoke(LONG_WORD, amount(50), median)),
        100,
        new Radar.Words("本地", "同类"));
  }

  private static BulletBars.Words words() {
    return new BulletBars.Words("达", "短", "无", "计划", "国家", "缺失");
  }

  private static BulletBars bullets(String name, Datum datum) {
    return new BulletBars(
        "图",
        List.of(
            new BulletBars.Row(
                name,
                datum,
                BulletBars.Held.SHORT,
                new Scale(0, 100),
                "计划 ≥ 60",
                List.of(60.0),
                List.of(100.0),
                false)),
        words());
  }

  private static PeerSpine spine(String name, Datum datum, double worst, double best) {
    return new PeerSpine(
        "图",
        List.of(
            new PeerSpine.Row(
                name,
                datum,
                end("最差", worst),
                worst,
                end("中位", (worst + best) / 2),
                best,
                end("最好", best))),
        new PeerSpine.Words("本地", "一半", "中位", "越右越好"));
  }

  private static Trend trend(Datum... data) {
    return trend(List.of(new Trend.Line("值", List.of(data))), 55, 60);
  }

  /** What the plan asks and what another profile does, in each period. */
  private static Trend trend(List<Trend.Line> lines, double plan, double other) {
    List<Trend.Time> periods =
        IntStream.range(0, lines.get(0).data().size())
            .mapToObj(i -> new Trend.Time("P" + i, i % 4 + "季", "Y" + i / 4))
            .toList();
    return new Trend(
        "图",
        Trend.LOW,
        periods,
        lines,
        List.of(
            new Trend.Steps(
                "目标", true, Collections.nCopies(periods.size(), OptionalDouble.of(plan))),
            new Trend.Steps(
                "国家", false, Collections.nCopies(periods.size(), OptionalDouble.of(other))),
            new Trend.Steps(
                "无", false, Collections.nCopies(periods.size(), OptionalDouble.empty()))),
        new Trend.Words("：", "、", "；"));
  }

  private static RankBars ranks(String name) {
    List<RankBars.Row> rows =
        List.of(new RankBars.Row("1", name, amount(100)), new RankBars.Row("", name, MISSING));
    return new RankBars("图", rows, 0, 2, 100);
  }

  private static HeatMap heat(String city, String indicator) {
    List<HeatMap.Column> columns =
        Stream.of(city, "B", "C", "D", "E", "F", "G", "H", "I")
            .map(name -> new HeatMap.Column("1", name))
            .toList();
    List<HeatMap.Cell> cells =
        List.of(
            new HeatMap.Cell.Scored(0, "0"),
            new HeatMap.Cell.Scored(.1999, "19.99"),
            new HeatMap.Cell.Scored(.2, "20"),
            new HeatMap.Cell.Scored(.8, "80"),
            new HeatMap.Cell.Scored(1, "100"),
            new HeatMap.Cell.Outside(),
            new HeatMap.Cell.Missing("报送不全"),
            new HeatMap.Cell.Missing("未报送"),
            new HeatMap.Cell.Missing("报送不全"));
    return new HeatMap(
        columns,
        List.of(new HeatMap.Group(indicator, List.of(new HeatMap.Row(indicator, cells)))),
        new HeatMap.Words("图", "见表", List.of("一", "二", "三", "四", "五"), "不适用", "："));
  }

  /** The path that is drawn as a line in a colour. */
  private static String line(Document page, String color) {
    return page.selectFirst("path[stroke=" + color + "]").attr("d");
  }

  private static double number(Element element, String attribute, double usual) {
    return element.hasAttr(attribute) ? Double.parseDouble(element.attr(attribute)) : usual;
  }
}
