package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.TestFiles.changed;
import static io.silvergauge.indicators.TestFiles.said;
import static io.silvergauge.indicators.TestFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Faults;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan may choose, change and add. */
class PlanLimitsTest {
  private static final Scheme SCHEME = TestFiles.scheme(RuleLanguageTest.SCHEME);

  /** Beds weigh 2, so from 1 to 3; counties need 20, a city 30 to 50; two may be added. */
  private static final String PLAN =
      """
      region: "410122"
      name: {zh: 方案, en: Plan}
      status: illustrative
      indicators: {only: [beds, bands]}
      targets:
        - {indicator: bands, at_least: 40, unit: 张, by: 2023Q4}
      weights: {beds: 3}
      add:
        - id: visits
          name: {zh: 探访, en: Visits}
          dimension: care
          count: {of: beds}
          better: higher
          target: {at_least: 5, unit: 张, by: 2023Q4}
          weight: 1
      """;

  private final Faults faults = new Faults();

  private Optional<Plan> read(String text) {
    return PlanReader.read("p.yaml", utf8(text), SCHEME, code -> Optional.of("county"), faults);
  }

  @Test
  void choosesChangesAndAddsWithinTheSchemesLimits() {
    Plan plan = read(PLAN).orElseThrow();
    assertThat(SchemaFiles.errors("plan", SchemaFiles.yaml(PLAN))).isEmpty();
    assertThat(plan.targets()).containsOnlyKeys("beds", "bands", "visits");
    // the scheme's own target for counties
    assertThat(plan.targets().get("beds").goal().value()).isEqualByComparingTo("20");
    assertThat(plan.targets().get("bands").goal().value()).isEqualByComparingTo("40");
    assertThat(plan.indicators(SCHEME))
        .extracting(Indicator::id)
        .containsExactly("beds", "bands", "parts", "bonus", "visits");
    assertThat(plan.indicators(SCHEME).get(0).weight()).isEqualByComparingTo("3");
    assertThat(SCHEME.indicators().get(0).weight()).isEqualByComparingTo("2");
  }

  @Test
  void takesAllOfTheSchemesTargetsButThoseItLeavesOut() {
    String text = changed(PLAN, "{only: [beds, bands]}", "{without: [parts]}");
    assertThat(read(text).orElseThrow().targets()).containsOnlyKeys("beds", "bands", "visits");
  }

  @Test
  void setsAHigherTargetThanTheSchemes() {
    String text =
        changed(
            PLAN,
            "weights:",
            "  - {indicator: beds, within: [25, 60], unit: 张, by: 2023Q4}\nweights:");
    assertThat(read(text).orElseThrow().targets().get("beds").goal())
        .isEqualTo(new Goal(Operator.WITHIN, new BigDecimal("25"), new BigDecimal("60")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{only: [beds, bands]} | {only: [bed, bands]} | 4, indicators.only: the scheme has no indicator 'bed'; did you mean 'beds'?",
        "{only: [beds, bands]} | {only: [beds, parts, bands]} | 4, indicators.only: the scheme sets no target for 'parts'; it must stand under targets",
        "{only: [beds, bands]} | {only: [beds]} | 6, targets[0].indicator: indicator 'bands' is not among those chosen",
        "{only: [beds, bands]} | {only: [beds, bands], without: [parts]} | 4, indicators: exactly one of only and without is needed",
        "{beds: 3} | {beds: 3.1} | 7, weights.beds: weight 3.1 of 'beds' lies outside 1 to 3: the scheme lets it differ by 50 %",
        "{beds: 3} | {bed: 3} | 7, weights.bed: the scheme has no indicator 'bed'; did you mean 'beds'?",
        "{beds: 3} | {parts: 1} | 7, weights.parts: indicator 'parts' is not in the plan",
        "id: visits | id: parts | 9, add[0].id: indicator 'parts' stands twice or has the id of a dimension",
        "dimension: care | dimension: cares | 11, add[0].dimension: unknown dimension 'cares'; did you mean 'care'?",
        "count: {of: beds} | count: {of: bed} | 12, add[0].count.of: unknown statistic 'bed'; did you mean 'beds'?",
        "unit: 张, by: 2023Q4}\\nweights | unit: 张, by: 2023Q4}\\n  - {indicator: beds, at_least: 19, unit: 张, by: 2023Q4}\\nweights | 7, targets[1]: the target of 'beds', >= 19, asks for less than the scheme's, >= 20, which the scheme does not allow",
        "unit: 张, by: 2023Q4}\\nweights | unit: 张, by: 2023Q4}\\n  - {indicator: beds, at_most: 90, unit: 张, by: 2023Q4}\\nweights | 7, targets[1]: the target of 'beds', <= 90, asks for less than the scheme's, >= 20, which the scheme does not allow"
      })
  void namesEveryExcess(String right, String wrong, String message) {
    String text = changed(PLAN, right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
    assertThat(read(text)).isEmpty();
    assertThat(said(faults)).containsExactly("p.yaml:" + message);
  }

  @Test
  void asksForATargetOfWhatIsAddedAndCountsIt() {
    String more = PLAN.substring(PLAN.indexOf("  - id: visits"));
    read(
        changed(PLAN, "    target: {at_least: 5, unit: 张, by: 2023Q4}\n", "")
            + more.replace("visits", "second")
            + more.replace("visits", "third"));
    assertThat(said(faults))
        .containsExactly(
            "p.yaml:9, add: adds 3 indicators; the scheme allows 2",
            "p.yaml:9, add: the added indicator 'visits' needs a target");
  }

  @Test
  void mayChangeNothingWhereTheSchemeSaysNothing() {
    Scheme plain =
        TestFiles.scheme(
            changed(
                RuleLanguageTest.SCHEME,
                "plan_limits: {weights: 50, targets: not_below_scheme, add: 2}\n",
                ""));
    PlanReader.read("p.yaml", utf8(PLAN), plain, code -> Optional.of("county"), faults);
    assertThat(said(faults))
        .containsExactly(
            "p.yaml:7, weights.beds: weight 3 of 'beds' lies outside 2 to 2: the scheme lets it"
                + " differ by 0 %",
            "p.yaml:9, add: adds 1 indicators; the scheme allows 0");
  }
}
