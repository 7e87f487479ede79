package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each department answers for. */
class LedgerPageTest {
  private static final Evaluation EVALUATION = Sample.evaluation(Sample.BOTH);
  private static final RegionEvaluation JIA = Sample.region(Sample.CITY, Sample.results());

  private static Document page(List<RegionEvaluation> cities, Language language) {
    return Pages.sound(
        new HtmlReports()
            .handout(
                new Handout.Ledger(),
                new Material(EVALUATION, cities, Sent.NOTHING),
                language,
                Pages.written(EVALUATION)),
        language);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void listsTargetsOfEachDepartmentCityByCity(Language language) {
    Document page = page(List.of(JIA, JIA), language);

    // The sample's fund belongs to a department that no bundle knows; the others to one.
    assertThat(page.select("section h2").eachText())
        .containsExactly(
            language == Language.ZH ? "总体情况" : "Overview",
            language == Language.ZH ? "民政部门" : "Civil affairs",
            "Space_travel");
    long judged =
        JIA.indicators().stream()
            .flatMap(one -> one.judgements().stream())
            .filter(held -> held.profile().equals("plan"))
            .filter(held -> !held.verdict().equals("not_in_plan"))
            .count();
    assertThat(page.select("section:not(#overview) td .verdict")).hasSize((int) (2 * judged));
    assertThat(page.select("#overview tbody tr")).hasSize(2);
    assertThat(page.select("section tbody th a").attr("href"))
        .isEqualTo("410100." + language.code() + ".html");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasNothingToListWithoutCities(Language language) {
    Document page = page(List.of(), language);
    assertThat(page.select("section")).hasSize(1);
    assertThat(page.select("table")).isEmpty();
  }
}
