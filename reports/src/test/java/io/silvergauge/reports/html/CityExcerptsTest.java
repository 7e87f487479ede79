package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One dimension of a city, a city in short, and a dimension over all cities. */
class CityExcerptsTest {
  private static final Evaluation EVALUATION = Sample.evaluation(Sample.BOTH);
  private static final RegionEvaluation JIA = Sample.region(Sample.CITY, Sample.results());

  private static Document page(Handout handout, Language language) {
    return Pages.sound(
        new HtmlReports()
            .handout(
                handout,
                new Material(EVALUATION, List.of(JIA), Sent.NOTHING),
                language,
                Pages.written(EVALUATION)),
        language);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aSpecialReportHoldsTheIndicatorsOfItsDimensionAlone(Language language) {
    boolean zh = language == Language.ZH;
    Document page = page(new Handout.Special("410100", "factors"), language);

    assertThat(page.selectFirst("h1").text()).contains(zh ? "要素支持" : "Factors");
    assertThat(page.select("table.indicators tbody th a").eachText())
        .containsExactly(zh ? "设立专项经费" : "Dedicated fund", zh ? "人均用地" : "Land per head");
    assertThat(page.select("table.dimensions tbody tr")).hasSize(1);
    assertThat(page.select("table.dimensions tbody tr").text()).contains("61.5", "68.75");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aSummaryHasCardsTargetsAndDimensionsAndLeadsToNothingItDoesNotHold(Language language) {
    Document page = page(new Handout.Summary("410100"), language);

    assertThat(page.select(".card")).isNotEmpty();
    assertThat(page.select("table.dimensions tbody tr")).hasSize(3);
    assertThat(page.select("#indicators, details, table.units")).isEmpty();
  }

  @Test
  void leadsToNoExplanationsWhereNoneAreWritten() {
    Written alone = Written.of(List.of(Language.values()), List.of()).alone();
    String page =
        new HtmlReports()
            .handout(
                new Handout.Special("410100", "factors"),
                new Material(EVALUATION, List.of(JIA), Sent.NOTHING),
                Language.ZH,
                alone);
    assertThat(page).doesNotContain(".explain.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aDimensionOverAllCitiesSaysWhoMissesWhat(Language language) {
    Document page = page(new Handout.SpecialComparison("services"), language);

    assertThat(page.select("#ranking tbody th").eachText())
        .containsExactly(language == Language.ZH ? "甲市" : "Jia");
    assertThat(page.select("#ranking tbody tr").text()).contains("94.31", "85.25");
    assertThat(page.select("#targets tbody tr")).hasSize(2);
  }

  @Test
  void namesOfFilesDoNotMeet() {
    assertThat(new Handout.Special("410100", "summary").fileName())
        .isNotEqualTo(new Handout.Summary("410100").fileName());
    assertThat(new Handout.Special("comparison", "a").fileName())
        .isNotEqualTo(new Handout.SpecialComparison("a").fileName());
    assertThat(new Handout.Feedback("../x").fileName()).isEqualTo("feedback.%2E%2E%2Fx");
    assertThat(new Handout.Special("ledger", "../b").fileName()).isEqualTo("%6Cedger.%2E%2E%2Fb");
  }
}
