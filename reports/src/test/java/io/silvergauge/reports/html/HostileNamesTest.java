package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.chart.Lettered;
import io.silvergauge.reports.text.Inert;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostileNamesTest {
  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("<script>alert(1)</script>", "<script>alert(1)</script>"),
        Arguments.of("<b>甲</b>&amp;\"'", "<b>甲</b>&amp;\"'"),
        Arguments.of(
            "</title></style><img src=x onerror=alert(1)>",
            "</title></style><img src=x onerror=alert(1)>"),
        Arguments.of("{{ t.say(\"x\") }} {city}", "{{ t.say(\"x\") }} {city}"),
        Arguments.of("甲\u202E乙\u2066丙\u200F", "甲\uFFFD乙\uFFFD丙\uFFFD"),
        Arguments.of("甲\u200B乙\uFEFF丙\u00AD丁", "甲\uFFFD乙\uFFFD丙\uFFFD丁"),
        Arguments.of("甲\uDB40\uDC41乙\uDB40\uDC7F", "甲\uFFFD乙\uFFFD"), // tags
        Arguments.of("甲\uDB40\uDC80乙\u2060丙\u3164", "甲\uFFFD乙\uFFFD丙\uFFFD"),
        Arguments.of("甲\u0000乙\u001B丙", "甲\uFFFD乙\uFFFD丙"),
        Arguments.of("甲\uD800乙", "甲\uFFFD乙"),
        Arguments.of("=HYPERLINK(\"x\")+1|'cmd'!A0", "=HYPERLINK(\"x\")+1|'cmd'!A0"),
        Arguments.of("../../../etc/passwd", "../../../etc/passwd"),
        Arguments.of("长".repeat(2000), "长".repeat(80) + "…"),
        Arguments.of("𠀀".repeat(2000), "𠀀".repeat(80) + "…"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void comeOutInertAndLegible(String hostile, String shown) {
    Document page =
        Jsoup.parse(
            new HtmlReports()
                .city(
                    Sample.evaluation(Sample.BOTH),
                    Sample.region(Bilingual.same(hostile), Sample.results()),
                    Language.ZH,
                    Pages.written(Sample.evaluation(Sample.BOTH))));
    assertThat(page.selectFirst("h1").text()).isEqualTo(shown + "评估报告");
    assertThat(page.title()).startsWith(shown + "评估报告");
    assertThat(page.select("script, img, b, [onerror]")).isEmpty();
    assertThat(page.select("style")).hasSize(1);
  }

  /** Names of indicators, dimensions, units, sources, files, columns: tables and charts alike. */
  @ParameterizedTest
  @MethodSource("names")
  void comeOutInertAndLegibleWhereverTheyStand(String hostile, String shown) {
    Evaluation evaluation = Edited.written(Sample.evaluation(Sample.BOTH), hostile);
    RegionEvaluation region =
        Edited.written(withCharts(Sample.region(Sample.CITY, Sample.results())), hostile);
    for (Language language : Language.values()) {
      Document city =
          page(new HtmlReports().city(evaluation, region, language, Pages.written(evaluation)));
      isInert(city);
      assertThat(city.select("svg")).hasSizeGreaterThanOrEqualTo(2 + 1 + 2);
      assertThat(city.select("table.indicators tbody th a").eachText()).containsOnly(shown);
      assertThat(city.select("table.units tbody th").eachText()).containsOnly(shown);
      Document comparison =
          page(
              new HtmlReports()
                  .comparison(evaluation, List.of(), language, Pages.written(evaluation)));
      isInert(comparison);
      assertThat(comparison.select("table.ranking tbody a").eachText()).containsOnly(shown);
      assertThat(comparison.select("table.heat thead th").eachText()).contains(shown);
      for (HandoutKind kind : HandoutKind.values()) {
        for (Handout handout : kind.of(evaluation, List.of("410100"), List.of("services"))) {
          Material material = new Material(evaluation, List.of(region), sent(hostile));
          isInert(
              page(
                  new HtmlReports()
                      .handout(handout, material, language, Pages.written(evaluation))));
        }
      }
    }
  }

  private static Sent sent(String hostile) {
    return new Sent(
        List.of(
            new Sent.Refused(
                "2023Q4/410000/civil.csv",
                "ROW_SHAPE",
                false,
                1,
                List.of(Bilingual.same(hostile)))),
        List.of(new Sent.Owed("410000", hostile, "2023Q4", "2024-01-10", "late", 5, 1, hostile)),
        List.of(
            new Sent.Restated(
                hostile,
                "",
                hostile,
                hostile,
                hostile,
                "2023Q4",
                hostile,
                "",
                hostile,
                "2024-01-10",
                hostile)));
  }

  private static Document page(String html) {
    return Lettered.read(Jsoup.parse(html));
  }

  private static void isInert(Document page) {
    assertThat(page.select("script, img, b, iframe, [onerror], [style]")).isEmpty();
    assertThat(page.select("style, title:not(svg title)")).hasSize(2);
    assertThat(page.html())
        .doesNotContainPattern("[\u0000\u001B\u00AD\u200B\u200F\u202E\u2060\u2066\uFEFF\uDB40]");
    for (Element svg : page.select("svg")) {
      String[] box = svg.attr("viewBox").split(" ");
      for (Element text : svg.select("text[x]:not([transform])")) {
        assertThat(Double.parseDouble(text.attr("x"))).isBetween(0.0, Double.valueOf(box[2]));
        assertThat(Double.parseDouble(text.attr("y"))).isBetween(0.0, Double.valueOf(box[3]));
      }
    }
  }

  /** With peers and a second period, so that every kind of chart is drawn. */
  private static RegionEvaluation withCharts(RegionEvaluation region) {
    return Edited.of(
        region,
        json -> {
          for (JsonNode indicator : json.path("indicators")) {
            ObjectNode result = (ObjectNode) indicator;
            result
                .putObject("peers")
                .put("count", 3)
                .put("least", 10)
                .put("lower_quartile", 20)
                .put("median", 30)
                .put("upper_quartile", 40)
                .put("greatest", 50);
            result.putArray("series").addObject().put("period", "2023Q3").put("amount", 40);
            result.withArray("series").addObject().put("period", "2023Q4").put("amount", 50);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, %252E%252E%252F%252E%252E%252Fetc%252Fpasswd.en.html",
    "javascript:alert(1), javascript%253Aalert%25281%2529.en.html",
    "a b#c?d, a%2520b%2523c%253Fd.en.html"
  })
  void codesStayInTheFolder(String code, String link) {
    assertThat(Links.city(code, Language.EN)).isEqualTo(link);
  }

  @Test
  void spacesReplaceLineBreaks() {
    assertThat(Inert.text("a\nb\tc")).isEqualTo("a b c");
  }
}
