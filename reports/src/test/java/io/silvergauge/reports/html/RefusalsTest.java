package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.CheckResult;
import io.silvergauge.indicators.evaluation.Refusals;
import io.silvergauge.indicators.evaluation.Refusals.Refusal;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What pages say of what was refused. In the sample 南县, 410122, has no beds. */
class RefusalsTest {
  private static Refusal refusal(String region, long row, String column) {
    return new Refusal(
        region,
        region == null ? null : new Bilingual("南县", ""),
        List.of("beds"),
        "2023Q4",
        "2023Q4/410000/civil.csv",
        null,
        row,
        column,
        "NOT_A_NUMBER",
        new Bilingual("“约30”不是数字", "'约30' is no number"));
  }

  private static RegionEvaluation region(Refusals refusals) {
    return Sample.region(Sample.CITY, Sample.results()).refusing(refusals);
  }

  private static Document page(Refusals refusals, Language language) {
    return Pages.city(Sample.BOTH, region(refusals), language);
  }

  private static String missingUnit() {
    return Sample.results().stream()
        .filter(result -> result.id().equals(Sample.BEDS))
        .flatMap(result -> result.units().stream())
        .filter(unit -> unit.amount() == null)
        .findFirst()
        .orElseThrow()
        .code();
  }

  @Test
  void listsThemWithUnitPlaceAndReasonThoseOfNoKnownUnitLast() {
    Document page =
        page(
            new Refusals(
                3,
                List.of(
                    refusal(null, 4, "代码"),
                    refusal(missingUnit(), 1210, "床位"),
                    refusal(null, 0, null))),
            Language.EN);
    assertThat(page.select("#refusals + p").text())
        .startsWith("Refusals that concern this city: 3.")
        .doesNotContain("Listed here");
    assertThat(page.select("#refusals ~ .scroll table.checks tbody tr").eachText())
        .containsExactly(
            "南县 "
                + missingUnit()
                + " '约30' is no number NOT_A_NUMBER"
                + " 2023Q4/410000/civil.csv, record 1,210, column 床位",
            "unit not known '约30' is no number NOT_A_NUMBER"
                + " 2023Q4/410000/civil.csv, record 4, column 代码",
            "whole file '约30' is no number NOT_A_NUMBER 2023Q4/410000/civil.csv");
  }

  @Test
  void namesItBesideAUnitWithoutAValueOfThatStatistic() {
    Document page = page(new Refusals(1, List.of(refusal(missingUnit(), 12, "床位"))), Language.ZH);
    assertThat(page.select("table.units .refused").eachText())
        .containsExactly("报送后被拒收：2023Q4/410000/civil.csv，第 12 条记录，“床位”列（NOT_A_NUMBER）");
  }

  @Test
  void namesItBesideACheckThatSawNoValue() {
    CheckResult silent =
        new CheckResult(
            "expected",
            "expected_leaves",
            "warning",
            4,
            missingUnit(),
            new Bilingual("南县", ""),
            "2023Q4",
            new Bilingual("没有床位", "no beds"),
            List.of("beds"),
            List.of(),
            null);
    for (boolean refused : new boolean[] {true, false}) {
      RegionEvaluation plain =
          region(
              refused ? new Refusals(1, List.of(refusal(missingUnit(), 12, null))) : Refusals.NONE);
      RegionEvaluation city =
          new RegionEvaluation(
              plain.model(),
              plain.period(),
              plain.region(),
              plain.plan(),
              plain.indicators(),
              plain.scores(),
              plain.history(),
              plain.inputs(),
              List.of(silent),
              plain.findings(),
              plain.responses(),
              plain.notes(),
              plain.refusals());
      assertThat(
              Pages.city(Sample.BOTH, city, Language.EN)
                  .select("#checks ~ .scroll table.checks td.path")
                  .first()
                  .text())
          .isEqualTo(
              refused
                  ? "sent but refused: 2023Q4/410000/civil.csv, record 12 (NOT_A_NUMBER)"
                  : "no value was reported");
    }
  }

  @Test
  void saysHowManyAreNotListed() {
    List<Refusal> many =
        IntStream.range(0, 60).mapToObj(i -> refusal(missingUnit(), i + 1, "床位")).toList();
    Document page = page(new Refusals(1_234, many), Language.EN);
    assertThat(page.select("#refusals + p").text()).endsWith("Listed here: 50 of 1,234.");
    assertThat(page.select("#refusals ~ .scroll table.checks tbody tr")).hasSize(50);
  }

  @Test
  void saysSoWhereNothingWasRefusedAndNothingWhereThatIsNotKnown() {
    assertThat(page(Refusals.NONE, Language.ZH).select("#refusals + p").text())
        .isEqualTo("本地没有被拒收的记录。");
    assertThat(page(null, Language.ZH).select("#refusals")).isEmpty();
  }
}
