package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.HashSet;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PicturesTest {
  private static final RegionEvaluation REGION = Sample.region(Sample.CITY, Sample.results());

  @Test
  void bulletsPrintWhatTheTablePrints() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.ZH);
    assertThat(page.select("svg[aria-labelledby=bullets1-t bullets1-d] text").eachText())
        .containsExactly(
            "护理型床位占比",
            "52.02%",
            "计划目标 ≥ 50%；国家目标 ≥ 55%",
            "各县有医院",
            "66.67%",
            "计划目标 ≥ 100%",
            "已达目标",
            "未达目标",
            "计划目标",
            "国家目标");
    assertThat(page.select("svg[aria-labelledby=bullets2-t bullets2-d] text").eachText())
        .containsExactly("设立专项经费", "否", "人均用地", "报送不全", "计划目标 ≥ 0.2平方米/人", "缺失（注明原因）");
  }

  @Test
  void idsDifferAndTextsAreOfOneLanguage() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.EN);
    List<String> ids = page.select("svg [id]").eachAttr("id");
    assertThat(ids).isNotEmpty();
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    assertThat(page.select("svg").text()).doesNotContainPattern("\\p{IsHan}");
  }

  /** One period gives no trend, two dimensions no web, no peers no spine. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void leavesOutAChartThatWouldShowNothing(Language language) {
    Document page = Pages.city(Sample.BOTH, REGION, language);
    assertThat(page.select("svg")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aCityWithoutDataHasGapsWithReasons(Language language) {
    RegionEvaluation empty =
        Sample.region(
            Sample.CITY,
            "scheme",
            List.of(Sample.missing(Sample.BEDS), Sample.missing(Sample.HOSPITALS)),
            List.of(Sample.withheld("fulfilment"), Sample.withheld("standing")),
            List.of());
    Document page = Pages.city(Sample.BOTH, empty, language);
    assertThat(page.select("svg")).hasSize(1);
    assertThat(page.select("svg text").eachText().stream())
        .filteredOn(text -> text.equals(language == Language.ZH ? "无可用数据" : "no usable value"))
        .hasSize(2);
  }

  @Test
  void theComparisonHasABarForEachRankedCityAndAGapForTheOther() {
    Document page = Pages.comparison(Sample.evaluation(Sample.BOTH), Language.ZH);
    assertThat(page.select("#ranking svg text").eachText())
        .containsExactly("1", "甲市", "77.30", "2", "乙市", "70.12", "丙区", "覆盖率50%，低于60%");
    assertThat(page.select("#ranking svg rect[fill=#0b5563]")).hasSize(2);
  }

  /** The third city has only two of the three indicators with posts: the other is a dash. */
  @Test
  void theHeatMapHasACellForEachCityAndIndicator() {
    Document page = Pages.comparison(Sample.evaluation(Sample.BOTH), Language.ZH);
    assertThat(page.select("#heat svg text").eachText().stream().skip(2 * 3 + 3))
        .containsExactly(
            "服务体系", "护理型床位占比", "87", "87", "a", "各县有医院", "<100", "<100", "–", "要素支持", "人均用地", "b",
            "b", "0", "0至不足20", "20至不足40", "40至不足60", "60至不足80", "80至100", "a", "无可用数据", "b",
            "报送不全", "–", "不适用");
    assertThat(page.select("#heat svg rect > title").eachText())
        .containsExactly(
            "丙区 · 护理型床位占比：无可用数据", "丙区 · 各县有医院：不适用", "甲市 · 人均用地：报送不全", "乙市 · 人均用地：报送不全");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theHeatMapsTableSaysTheSame(Language language) {
    boolean zh = language == Language.ZH;
    Document page = Pages.comparison(Sample.evaluation(Sample.BOTH), language);
    assertThat(page.select("#heat table thead th").eachText())
        .containsExactly(zh ? "指标" : "Indicator", zh ? "甲市" : "Jia", "乙市", zh ? "丙区" : "Bing");
    assertThat(page.select("#heat table tbody tr").eachText())
        .containsExactly(
            zh ? "服务体系" : "Services",
            zh ? "护理型床位占比 87 87 无可用数据" : "Nursing beds 87 87 no usable value",
            zh ? "各县有医院 99.96 99.96 不适用" : "Hospital in each county 99.96 99.96 not applicable",
            zh ? "要素支持" : "Factors",
            zh ? "人均用地 报送不全 报送不全 0" : "Land per head incomplete incomplete 0");
  }

  @Test
  void aTrendShowsWhatThePlanAndEachProfileAskAndWhyAPeriodHasNoValue() {
    RegionEvaluation overTime =
        Edited.of(
            REGION,
            json -> {
              ObjectNode beds = (ObjectNode) json.path("indicators").get(0);
              beds.putArray("path").addObject().put("by", "2023Q4").put("value", 50);
              ((ObjectNode) beds.path("judgements").get(1))
                  .putArray("path")
                  .addObject()
                  .put("by", "2025Q4")
                  .put("value", 55)
                  .put("upper", 60);
              ArrayNode series = beds.putArray("series");
              series.addObject().put("period", "2023Q3").put("reason", "incomplete");
              series.addObject().put("period", "2023Q4").put("amount", 52);
            });
    Document page = Pages.city(Sample.BOTH, overTime, Language.ZH);
    assertThat(page.select("svg[aria-labelledby=trend1-t trend1-d] text").eachText())
        .containsSubsequence("三季度", "2023年", "四季度")
        .containsSubsequence("52.00%", "2023年第三季度：报送不全", "本地数值", "计划目标", "国家目标（下限）", "国家目标（上限）");
  }

  @Test
  void aTotalThatIsMissingSaysWhyInTheChart() {
    RegionEvaluation overTime =
        Edited.of(
            REGION,
            json -> {
              ArrayNode history = json.putArray("history");
              ObjectNode first = history.addObject().put("period", "2023Q3").put("fulfilment", 60);
              first.putObject("standing_reason").put("zh", "覆盖率太低").put("en", "low coverage");
              history
                  .addObject()
                  .put("period", "2023Q4")
                  .put("fulfilment", 82.26)
                  .put("standing", 77.3);
            });
    Document page = Pages.city(Sample.BOTH, overTime, Language.ZH);
    assertThat(page.select("svg[aria-labelledby=totals-t totals-d] text").eachText())
        .contains("2023年第三季度：水平 – 覆盖率太低");
  }

  @Test
  void hostileNamesOfIndicatorsStayText() {
    RegionEvaluation hostile =
        Sample.region(Bilingual.same("</svg><script>alert(1)</script>"), Sample.results());
    Document page = Pages.city(Sample.BOTH, hostile, Language.ZH);
    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("svg")).hasSize(2);
  }
}
