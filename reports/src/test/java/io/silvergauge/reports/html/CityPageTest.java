package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CityPageTest {
  private static final RegionEvaluation REGION = Sample.region(Sample.CITY, Sample.results());

  @Test
  void printsEveryFigureOfTheSampleAtItsRounding() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.ZH);
    assertThat(row(page, "护理型床位占比"))
        .containsExactly(
            "护理型床位占比 甲市方案，条款：3 责任部门：民政部门",
            "52.02% 20,090 / 38,619",
            "≥ 50% 2023年第四季度到期",
            "已达标",
            "未到期 差2.98个百分点 ≥ 55% 2023年第四季度到期",
            "2020年11月30日 沿用36个月前的数据",
            "3 / 3");
    assertThat(row(page, "各县有医院"))
        .containsSubsequence("66.67% 2 / 3", "≥ 100% 2023年第四季度到期", "未达标 差33.33个百分点");
    assertThat(row(page, "设立专项经费")).containsSubsequence("否", "是 2023年第四季度到期", "未达标");
    assertThat(row(page, "人均用地"))
        .containsSubsequence(
            "报送不全 规划人口：3 个单位中缺 1 个：410103 南县",
            "≥ 0.2平方米/人 2023年第四季度到期",
            "无法计算",
            "未设目标",
            "未采用数据",
            "2 / 3");
  }

  @Test
  void printsTheSameInEnglish() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.EN);
    assertThat(page.title()).isEqualTo("Jia: evaluation report · 2023 Q4 · Test assessment");
    assertThat(row(page, "Nursing beds"))
        .containsExactly(
            "Nursing beds 甲市方案, clause 3 Department: civil affairs",
            "52.02 % 20,090 / 38,619",
            "≥ 50 % by 2023 Q4",
            "met",
            "not due 2.98 percentage points short ≥ 55 % by 2023 Q4",
            "30 November 2020 data 36 months old",
            "3 / 3");
    assertThat(row(page, "Dedicated fund").get(0)).contains("Department: space_travel");
    assertThat(row(page, "Land per head").get(1))
        .isEqualTo("incomplete Planned population: 1 of 3 missing");
  }

  @Test
  void keepsTheTwoResultsApart() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.ZH);
    assertThat(page.select(".card").eachText())
        .containsExactly(
            "完成度 对照本地工作方案 82.26 良 数据覆盖率95%",
            "水平 按各城市统一标准 77.30 2个城市中列第1位 同层级城市不足2个，与全部城市比较 数据覆盖率95%",
            "计划目标 已达标 / 到期 1 / 4 未达标2项 无法计算1项",
            "国家目标 已达标 / 全部 0 / 1 未到期1项");
    assertThat(page.select("table.dimensions tbody tr").eachText())
        .containsExactly(
            "服务体系 94.31 100% 85.25 1 1 100%",
            "要素支持 61.50 100% 68.75 2 2 100%", "综合得分 82.26 95% 77.30 1 1 95%");
  }

  @Test
  void saysWhatIsBestAndWhatIsMostUrgent() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.ZH);
    assertThat(page.select(".findings p").eachText())
        .containsExactly(
            "本期完成度得分82.26分，等级为“良”。完成度最高的维度是“服务体系”（94.31分）。"
                + "水平得分77.30分，在2个城市中列第1位。水平名次最靠前的维度是“服务体系”（第1位，85.25分）。",
            "最需推进的是：设立专项经费（未落实）；各县有医院（目标100%，实际66.67%，差33.33个百分点）。" + "因缺少数据无法计算的目标有1项：人均用地。");
  }

  @Test
  void listsLaggardsFirst() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.ZH);
    Elements tables = page.select("table.units");
    assertThat(tables.get(0).select("tbody tr").eachText())
        .containsExactly(
            "南县 410103 无可用数据 — —", "西区 410102 0.00% 0 5,135.5", "东区 410101 60.00% 20,090 33,483.5");
    assertThat(tables.get(1).select("tbody tr").eachText())
        .containsExactly("西区 410102 0 未达到", "南县 410103 1 达到", "东区 410101 2 达到");
  }

  /** By hand: the fund misses all of its target, the hospitals 33.33 of 100. */
  @Test
  void listsWhatIsMissedTheMostUrgentFirst() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.ZH);
    assertThat(page.select("table.unmet tbody tr").eachText())
        .containsExactly(
            "设立专项经费 是 2023年第四季度 否 未落实 space_travel",
            "各县有医院 ≥ 100% 2023年第四季度 66.67% 33.33个百分点 民政部门");
    assertThat(page.select("table.unmet th a").eachAttr("href")).containsExactly("#i3", "#i2");
  }

  /** The beds' plan asks 50 %, so the west with 0 % is behind and the east with 60 % is not. */
  @Test
  void namesTheUnitsThatFallBehindAndThoseThatDidNotReport() {
    assertThat(
            Pages.city(Sample.BOTH, REGION, Language.ZH).select("#indicators > dl div").eachText())
        .containsExactly("护理型床位占比 3个单位中1个低于50%：西区 0.00%；无可用数据1个：南县", "各县有医院 3个单位中1个未达到：西区 0");
    assertThat(
            Pages.city(Sample.BOTH, REGION, Language.EN).select("#indicators > dl div").eachText())
        .containsExactly(
            "Nursing beds 1 of 3 units below 50 %: 西区 0.00 %; no usable value: 1 (南县)",
            "Hospital in each county 1 of 3 units do not meet it: 西区 0");
  }

  @Test
  void saysOfWhichDataAReaderMustKnowSomething() {
    assertThat(Pages.city(Sample.BOTH, REGION, Language.ZH).select("#quality dl div").eachText())
        .containsExactly(
            "护理型床位占比 沿用36个月前的数据；1个数值不足最小单位，计为0",
            "各县有医院 沿用36个月前的数据；1个数值不足最小单位，计为0",
            "设立专项经费 沿用36个月前的数据；1个数值不足最小单位，计为0",
            "人均用地 没有数值：报送不全（规划人口：3 个单位中缺 1 个：410103 南县）");
  }

  @Test
  void followsFiguresBackToFileRecordAndColumn() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.ZH);
    assertThat(page.select("#i1 table:not(.units) tbody tr").eachText())
        .containsExactly(
            "床位数 所属时期：2023年12月 文件：2023Q4/410000/civil.csv 列：护理型床位数",
            "东区 20,090张 第4条记录",
            "西区 不足最小单位 自第5条记录起，共2条");
    assertThat(page.select("table.files tbody tr").eachText())
        .containsExactly("2023Q4/410000/civil.csv 民政报表 合成 2024年1月15日 a1a1a1a1a1a1 20 15 1 4");
    assertThat(page.select("table.files code").attr("title")).isEqualTo("a1".repeat(32));
  }

  @Test
  void linksToTheComparisonAndTheOtherLanguage() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.ZH);
    assertThat(page.select("nav.pages a").eachAttr("href"))
        .containsExactly("comparison.zh.html", "410100.en.html");
    assertThat(page.select("nav.pages a").last().attr("hreflang")).isEqualTo("en");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void statesNoticeMethodAndSources(Language language) {
    Document page = Pages.city(Sample.BOTH, REGION, language);
    Evaluation evaluation = Sample.evaluation(Sample.BOTH);
    assertThat(page.select(".notice").text())
        .contains(evaluation.notice().in(language), evaluation.scheme().notice().in(language));
    assertThat(page.select("#method").text())
        .contains(
            evaluation.scheme().name().in(language),
            evaluation.scheme().sha256(),
            evaluation.snapshot());
    assertThat(page.select("#method table").get(1).select("tbody td").eachText())
        .containsExactly("50", "50");
    boolean zh = language == Language.ZH;
    assertThat(page.select("#method table").get(2).select("tbody tr").last().text())
        .startsWith(
            zh ? "人均用地 要素支持 6 越高越好 0平方米/人 60平方米/人" : "Land per head Factors 6 higher is better 0");
  }

  @Test
  void printsAValueJustBelowItsTargetAsBelow() {
    // By hand: 49,999,999 / 100,000,001 = 49.9999985 %, which two decimals would show as 50.00.
    IndicatorResult close =
        Sample.amount(
            Sample.BEDS,
            "%",
            "49.999998500000",
            "49999999",
            "100000001",
            List.of(Sample.judged("plan", "unmet", "50", "0.0000015"), Sample.none("national")),
            List.of());
    Document page =
        Pages.city(Sample.BOTH, Sample.region(Sample.CITY, List.of(close)), Language.ZH);
    assertThat(row(page, "护理型床位占比"))
        .containsSubsequence(
            "49.999998% 49,999,999 / 100,000,001", "≥ 50% 2023年第四季度到期", "未达标 差0.000002个百分点");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasNoFulfilmentWhereTheSchemeHasOnlyStanding(Language language) {
    IndicatorResult beds =
        Sample.amount(Sample.BEDS, "%", "52.021025", "20090", "38619", List.of(), List.of());
    RegionEvaluation standing =
        Sample.region(
            Sample.CITY,
            "scheme",
            List.of(beds),
            Sample.scores().stream().filter(score -> score.result().equals("standing")).toList(),
            Sample.inputs());
    Document page = Pages.city(Sample.STANDING_ONLY, standing, language);
    assertThat(page.text())
        .doesNotContain("完成度", "ulfilment", "计划目标", "Plan target", "城市", "cities");
    assertThat(page.select("table.indicators thead").first().select("th")).hasSize(4);
    assertThat(page.select(".card")).hasSize(1);
    assertThat(page.select(".card .grade").text())
        .isEqualTo(language == Language.ZH ? "差" : "Poor");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysSoWhereACityHasNoData(Language language) {
    List<IndicatorResult> results =
        List.of(Sample.missing(Sample.BEDS), Sample.missing(Sample.HOSPITALS));
    RegionEvaluation region =
        Sample.region(
            Sample.CITY,
            "scheme",
            results,
            List.of(Sample.withheld("fulfilment"), Sample.withheld("standing")),
            List.of());
    Document page = Pages.city(Sample.BOTH, region, language);
    boolean zh = language == Language.ZH;
    assertThat(page.select(".findings").text())
        .isEqualTo(
            zh
                ? "本期没有收到可用于评估的数据。"
                : "No data that could be evaluated was received for this period.");
    assertThat(page.select(".card").first().text())
        .contains(zh ? "未评分 没有可用的得分" : "no score nothing below it has a score");
    assertThat(page.select("#quality").text())
        .contains(zh ? "没有采用本地的任何报送文件" : "No delivered file contributed");
    assertThat(page.select("table.files")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysSoWhereEverythingIsMetAndWhereNothingIs(Language language) {
    boolean zh = language == Language.ZH;
    assertThat(findings("met", null, language))
        .endsWith(zh ? "2项到期目标全部达标。" : "All targets due are met (2).");
    assertThat(findings("unmet", "10", language))
        .contains(zh ? "2项到期目标均未达标。" : "None of the targets due (2) is met.");
    assertThat(findings("not_due", "10", language))
        .endsWith(zh ? "本期没有到期的目标。" : "No target is due yet.");
  }

  @Test
  void saysInTheMethodHowLongValuesAreCarriedForwardAndWhatAMissingUnitDoes() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.EN);
    assertThat(page.select("table.ages tbody tr").eachText())
        .containsExactly("12 months Hospitals, Land", "not at all Beds, Fund");
    assertThat(page.select("#method .facts").text())
        .contains("One unit without data leaves the figure without a value")
        .contains("both numerator and denominator count, and their number is printed: Nursing beds")
        .contains("Scheme Test scheme, edition 2023 ");
  }

  @Test
  void givesTheSameTextEveryTime() {
    Evaluation evaluation = Sample.evaluation(Sample.BOTH);
    String first =
        new HtmlReports().city(evaluation, REGION, Language.ZH, Pages.written(evaluation));
    assertThat(new HtmlReports().city(evaluation, REGION, Language.ZH, Pages.written(evaluation)))
        .isEqualTo(first);
  }

  @Test
  void mayBeRenderedByManyThreads() {
    Evaluation evaluation = Sample.evaluation(Sample.BOTH);
    assertThat(
            IntStream.range(0, 64)
                .parallel()
                .mapToObj(
                    i ->
                        new HtmlReports()
                            .city(evaluation, REGION, Language.EN, Pages.written(evaluation)))
                .distinct())
        .hasSize(1);
  }

  private static String findings(String verdict, String shortfall, Language language) {
    List<IndicatorResult> results =
        List.of(
            judged(Sample.BEDS, verdict, shortfall), judged(Sample.HOSPITALS, verdict, shortfall));
    return Pages.city(Sample.BOTH, Sample.region(Sample.CITY, results), language)
        .select(".findings")
        .text();
  }

  private static IndicatorResult judged(String id, String verdict, String shortfall) {
    return Sample.amount(
        id,
        "%",
        shortfall == null ? "60" : "40",
        "40",
        "100",
        List.of(Sample.judged("plan", verdict, "50", shortfall), Sample.none("national")),
        List.of());
  }

  /** The cells of an indicator's row. */
  private static List<String> row(Document page, String name) {
    Element link =
        page.select("table.indicators tbody th a").stream()
            .filter(a -> a.text().equals(name))
            .findFirst()
            .orElseThrow();
    return link.closest("tr").children().eachText();
  }
}
