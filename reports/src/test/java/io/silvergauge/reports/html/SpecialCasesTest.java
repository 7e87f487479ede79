package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cities of which there is little to say, or all of one kind, get a page that says so. */
class SpecialCasesTest {
  private static final RegionEvaluation REGION = Sample.region(Sample.CITY, Sample.results());

  @ParameterizedTest
  @EnumSource(Language.class)
  void aCityWithoutDataSaysOfEachIndicatorWhyItHasNoValue(Language language) {
    boolean zh = language == Language.ZH;
    RegionEvaluation empty =
        Sample.region(
            Sample.CITY,
            "scheme",
            List.of(Sample.missing(Sample.BEDS), Sample.missing(Sample.HOSPITALS)),
            List.of(Sample.withheld("fulfilment"), Sample.withheld("standing")),
            List.of());
    Document page = Pages.city(Sample.BOTH, empty, language);
    assertThat(page.select("table.unmet, h4")).isEmpty();
    assertThat(page.select("#quality dl div").eachText())
        .containsExactly(
            zh ? "护理型床位占比 没有数值：无可用数据（床位数）" : "Nursing beds no value: no usable value (Beds)",
            zh
                ? "各县有医院 没有数值：无可用数据（床位数）"
                : "Hospital in each county no value: no usable value (Beds)");
  }

  /** The land of the sample, made not applicable: nobody can be asked to reach it. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void whatDoesNotApplyIsNeitherDueNorWanting(Language language) {
    RegionEvaluation outside =
        Edited.of(
            REGION,
            json ->
                ((ObjectNode) json.at("/indicators/3"))
                    .put("reason", "not_applicable")
                    .putObject("detail")
                    .put("zh", "没有县")
                    .put("en", "no county"));
    Document page = Pages.city(Sample.BOTH, outside, language);
    // one met, two unmet; with the land wanting it would be one of four
    assertThat(page.select(".card").get(2).text())
        .endsWith(zh(language, "1 / 3 未达标2项 不适用1项", "1 of 3 unmet: 2 not applicable: 1"));
    assertThat(page.select(".findings").text()).doesNotContain(zh(language, "无法计算", "computed"));
    assertThat(page.select(".verdict.not_applicable").eachText())
        .containsExactly(zh(language, "不适用", "not applicable"));
    assertThat(page.select("#quality dl div").last().text())
        .isEqualTo(zh(language, "人均用地 不适用（没有县）", "Land per head not applicable (no county)"));
  }

  /** One point is no trend: there is neither a chart nor a word of one. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void aSinglePeriodHasNoTrend(Language language) {
    RegionEvaluation once =
        Edited.of(
            REGION,
            json -> {
              for (JsonNode indicator : json.path("indicators")) {
                ((ObjectNode) indicator)
                    .putArray("series")
                    .addObject()
                    .put("period", "2023Q4")
                    .put("amount", 50);
              }
              json.putArray("history").addObject().put("period", "2023Q4").put("standing", 77.3);
            });
    Document page = Pages.city(Sample.BOTH, once, language);
    assertThat(page.select("svg")).hasSize(2);
    assertThat(page.select("svg[aria-labelledby^=trend], svg[aria-labelledby^=totals]")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whereEverythingIsMetNothingIsUrgent(Language language) {
    boolean zh = language == Language.ZH;
    RegionEvaluation met =
        Edited.of(
            Sample.region(Sample.CITY, Sample.results().subList(0, 2)),
            json -> {
              for (JsonNode indicator : json.path("indicators")) {
                ObjectNode result = (ObjectNode) indicator;
                result.put("age_months", 0).put("too_small", 0).putArray("units");
                ((ObjectNode) result.at("/judgements/0")).put("verdict", "met").remove("shortfall");
              }
            });
    Document page = Pages.city(Sample.BOTH, met, language);
    assertThat(page.select("table.unmet, h4, #quality dl")).isEmpty();
    assertThat(page.select(".findings").text())
        .endsWith(zh ? "2项到期目标全部达标。" : "All targets due are met (2).");
    assertThat(page.select("#quality p").first().text())
        .isEqualTo(
            zh
                ? "各指标均有数值，数据没有需要特别说明之处。"
                : "All indicators have a value, and there is nothing special to know about their"
                    + " data.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whereNothingIsMetEveryTargetIsListed(Language language) {
    RegionEvaluation unmet =
        Sample.region(
            Sample.CITY, List.of(unmet(Sample.BEDS, "40", "10"), unmet(Sample.LAND, "5", "45")));
    Document page = Pages.city(Sample.BOTH, unmet, language);
    // By hand: 45 of 50 is a larger part of its target than 10 of 50.
    assertThat(page.select("table.unmet th a").eachAttr("href")).containsExactly("#i2", "#i1");
    assertThat(page.select(".card .figure").eachText()).contains(zh(language, "0 / 2", "0 of 2"));
  }

  /** Values are there, but too little of the weight: what is known is shown, and why no total. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void whereEveryTotalIsWithheldTheValuesStand(Language language) {
    RegionEvaluation withheld =
        Sample.region(
            Sample.CITY,
            "confirmed",
            Sample.results(),
            List.of(Sample.withheld("fulfilment"), Sample.withheld("standing")),
            Sample.inputs());
    Document page = Pages.city(Sample.BOTH, withheld, language);
    assertThat(page.select(".findings p").first().text())
        .isEqualTo(
            zh(
                language,
                "本期完成度不予评分：没有可用的得分。本期水平不予评分：没有可用的得分。",
                "Fulfilment has no score: nothing below it has a score."
                    + " Standing has no score: nothing below it has a score."));
    assertThat(page.select("table.unmet tbody tr")).hasSize(2);
    assertThat(page.select("table.indicators .value")).hasSize(3);
    assertThat(page.select("svg[aria-labelledby^=radar]")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aComparisonInWhichEveryTotalIsWithheldHasCellsButNoBars(Language language) {
    Evaluation withheld =
        Edited.of(
            Sample.evaluation(Sample.BOTH),
            json -> {
              for (JsonNode city : json.path("cities")) {
                ((ObjectNode) city)
                    .remove(List.of("standing", "fulfilment", "rank", "peer_rank", "grade"));
              }
            });
    Document page = Pages.comparison(withheld, language);
    assertThat(page.select("#summary").text()).contains(zh(language, "其中0个", "standing: 0."));
    assertThat(page.select("#ranking svg")).isEmpty();
    assertThat(page.select("#heat svg text").eachText()).contains("87", "<100");
    assertThat(page.select("table.ranking .rank").eachText())
        .containsOnly(zh(language, "未排名", "not ranked"));
  }

  private static String zh(Language language, String zh, String en) {
    return language == Language.ZH ? zh : en;
  }

  private static IndicatorResult unmet(String id, String amount, String shortfall) {
    return Sample.amount(
        id,
        "%",
        amount,
        amount,
        "100",
        List.of(Sample.judged("plan", "unmet", "50", shortfall), Sample.none("national")),
        List.of());
  }
}
