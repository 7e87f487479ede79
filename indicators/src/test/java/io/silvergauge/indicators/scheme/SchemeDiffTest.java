package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.TestFiles.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.statistic.Fraction;
import org.junit.jupiter.api.Test;

/** Two rule books side by side, and what each of their parts weighs in the total. */
class SchemeDiffTest {
  private static final Scheme BEFORE = TestFiles.scheme(RuleLanguageTest.SCHEME);

  @Test
  void findsNothingBetweenASchemeAndItself() {
    assertThat(SchemeDiff.of(BEFORE, TestFiles.scheme(RuleLanguageTest.SCHEME))).isEmpty();
  }

  /** Registers, checks and units too: whatever a scheme holds says what it is. */
  @Test
  void findsNothingInTheShippedSchemeReadTwice() {
    assertThat(
            SchemeDiff.of(
                TestFiles.scheme(TestFiles.shippedScheme()),
                TestFiles.scheme(TestFiles.shippedScheme())))
        .isEmpty();
  }

  @Test
  void namesWhatWasAddedRemovedAndChanged() {
    String text =
        changed(
            RuleLanguageTest.SCHEME,
            "name: {zh: 照护, en: Care}, weight: 60",
            "name: {zh: 照护, en: Care}, weight: 70");
    text =
        changed(
            text,
            "{at_least: 20, unit: 张, by: 2023Q4, levels: counties}",
            "{at_least: 25, unit: 张, by: 2023Q4, levels: counties}");
    text = changed(text, "weights: 50, targets: not_below_scheme", "weights: 50, targets: free");
    text =
        changed(
            text,
            "- id: parts\n    name: {zh: 分项, en: Parts}",
            "- id: pieces\n    name: {zh: 分项, en: Pieces}");
    text = changed(text, "edition: \"1\"", "edition: \"2\"");
    assertThat(SchemeDiff.of(BEFORE, TestFiles.scheme(text)))
        .extracting("change", "part", "id", "field", "before", "after")
        .containsExactly(
            tuple("changed", "edition", "", "", "1", "2"),
            tuple("changed", "groups", "care", "weight", "60", "70"),
            tuple(
                "changed",
                "indicators",
                "beds",
                "targets",
                "goal >= 20, by 2023Q4, levels county; county_level_city; goal 30..50, by 2023Q4,"
                    + " milestones by 2022Q4, goal 20..50",
                "goal >= 25, by 2023Q4, levels county; county_level_city; goal 30..50, by 2023Q4,"
                    + " milestones by 2022Q4, goal 20..50"),
            tuple("removed", "indicators", "parts", "", "分项 / Parts", ""),
            tuple("added", "indicators", "pieces", "", "", "分项 / Pieces"),
            tuple("changed", "policies", "", "plan_limits.targets", "not_below_scheme", "free"));
  }

  /** Sets have no order of their own, so what is printed must not follow them. */
  @Test
  void printsSetsSortedAndTablesEntryByEntry() {
    String rest = "robustness: {replications: 10, intervals: {beds: poisson, bands: byar}}\n";
    String other =
        "robustness: {replications: 10, intervals: {beds: byar, bands: byar, parts: poisson}}\n";
    assertThat(
            SchemeDiff.of(
                TestFiles.scheme(RuleLanguageTest.SCHEME + rest),
                TestFiles.scheme(RuleLanguageTest.SCHEME + other)))
        .extracting("change", "part", "id", "field", "before", "after")
        .containsExactly(
            tuple("changed", "robustness", "", "intervals.beds", "poisson", "byar"),
            tuple("added", "robustness", "", "intervals.parts", "", "poisson"));
    assertThat(
            SchemeDiff.of(
                BEFORE,
                TestFiles.scheme(
                    changed(
                        RuleLanguageTest.SCHEME,
                        "unit_sets:",
                        "results: [fulfilment]\nunit_sets:"))))
        .extracting("part", "before", "after")
        .containsExactly(tuple("results", "fulfilment; standing", "fulfilment"));
  }

  @Test
  void sharesTheTotalAmongGroupsAndIndicators() {
    // care 60 and place 40 of 100; beds alone weighs in care, the bonus adds; inner is all of place
    assertThat(Weights.ofTotal(BEFORE))
        .containsEntry("total", Fraction.ONE)
        .containsEntry("care", Fraction.parse("0.6"))
        .containsEntry("beds", Fraction.parse("0.6"))
        .containsEntry("inner", Fraction.parse("0.4"))
        .containsEntry("bands", Fraction.parse("0.2"))
        .containsEntry("parts", Fraction.parse("0.2"))
        .doesNotContainKey("bonus");
  }
}
