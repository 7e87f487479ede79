package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.TestFiles.changed;
import static io.silvergauge.indicators.TestFiles.lineOf;
import static io.silvergauge.indicators.TestFiles.said;
import static io.silvergauge.indicators.TestFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  private static final Scheme SCHEME = TestFiles.scheme(TestFiles.shippedScheme());

  private static final String PLAN =
      """
      region: "410100"
      name: {zh: 郑州方案, en: Zhengzhou plan}
      status: confirmed
      source: {document: 24条创新举措, clause: 1-24}
      targets:
        - {indicator: nursing_bed_share, at_least: 50, unit: "%", by: 2023Q4, clause: "3", milestones: [{by: 2022Q2, at_least: 40}, {by: 2022Q4, at_least: 45}]}
        - {indicator: land_per_capita, at_least: 0.2, unit: 平方米/人, by: 2023}
      """;

  private final Faults faults = new Faults();

  private Optional<Plan> read(String text) {
    return PlanReader.read("410100.yaml", utf8(text), SCHEME, faults);
  }

  @Test
  void readsACitysOwnChoice() {
    Plan plan = read(PLAN).orElseThrow();
    assertThat(faults.all()).isEmpty();
    assertThat(plan.region()).isEqualTo("410100");
    assertThat(plan.status()).isEqualTo(Plan.Status.CONFIRMED);
    assertThat(plan.source()).isEqualTo(new Source("24条创新举措", "1-24"));
    assertThat(plan.targets()).containsOnlyKeys("land_per_capita", "nursing_bed_share");
    assertThat(plan.targets().get("land_per_capita").by()).isEqualTo(Period.parse("2023"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "indicator: land_per_capita | indicator: land_per_capital | targets[1].indicator | the scheme has no indicator 'land_per_capital'; did you mean 'land_per_capita'?",
        "indicator: land_per_capita, at_least: 0.2 | indicator: nursing_bed_share, at_least: 0.2 | targets[1].unit | unit '平方米/人' is not the indicator's '%'",
        "unit: 平方米/人 | unit: 公顷/万人 | targets[1].unit | unit '公顷/万人' is not the indicator's '平方米/人'",
        "by: 2023} | by: 2023, until: x} | targets[1].until | unknown field; known here: at_least, at_most, by, clause, indicator, milestones, unit, within",
        "status: confirmed | status: scheme | status | must be confirmed or illustrative",
        "status: confirmed | status: draft | status | 'draft' is not one of: confirmed, illustrative, scheme",
        "{by: 2022Q4, at_least: 45} | {by: 2022Q1, at_least: 45} | targets[0] | milestones must be in order of time: 2022Q1 does not come after 2022Q2",
        "{by: 2022Q4, at_least: 45} | {by: 2024, at_least: 45} | targets[0] | milestone 2024 does not come before the target's 2023Q4"
      })
  void saysFileLineFieldAndWhatWouldBeRight(
      String right, String wrong, String field, String message) {
    String text = changed(PLAN, right, wrong);
    assertThat(read(text)).isEmpty();
    assertThat(said(faults))
        .singleElement()
        .asString()
        .isEqualTo("410100.yaml:" + lineOf(text, wrong) + ", " + field + ": " + message);
  }

  @Test
  void refusesTwoTargetsForOneIndicator() {
    read(PLAN + "  - {indicator: land_per_capita, at_least: 0.3, unit: 平方米/人, by: 2024}\n");
    assertThat(said(faults))
        .containsExactly(
            "410100.yaml:8, targets[2].indicator: indicator 'land_per_capita' has a target already");
  }

  @Test
  void reportsAllFaultsInTheOrderOfTheFile() {
    String text = changed(PLAN, "status: confirmed", "status: draft");
    text = changed(text, "en: Zhengzhou plan", "fr: Zhengzhou");
    text = changed(text, "by: 2023Q4", "by: 2023Q9");
    text = changed(text, "land_per_capita", "land");
    read(text);
    assertThat(faults.all())
        .extracting(fault -> fault.line() + " " + fault.field())
        .containsExactly(
            "2 name.en", "2 name.fr", "3 status", "6 targets[0].by", "7 targets[1].indicator");
  }

  @Test
  void asksForAtLeastOneTarget() {
    read(PLAN.substring(0, PLAN.indexOf("targets:")));
    assertThat(said(faults))
        .containsExactly("410100.yaml:1, targets: a plan needs at least one target");
  }

  /** Milestones 40 by 2022Q2 and 45 by 2022Q4, target 50 by 2023Q4. */
  @ParameterizedTest
  @CsvSource({
    "2022Q1, 40, 2022Q2, false",
    "2022-06, 40, 2022Q2, true",
    "2022Q2, 40, 2022Q2, true",
    "2022Q3, 40, 2022Q2, true",
    "2022Q4, 45, 2022Q4, true",
    "2022, 45, 2022Q4, true",
    "2023Q3, 45, 2022Q4, true",
    "2023Q4, 50, 2023Q4, true",
    "2023, 50, 2023Q4, true",
    "2024Q1, 50, 2023Q4, true"
  })
  void appliesTheNewestStepThatIsDueElseTheNext(
      String period, BigDecimal value, String by, boolean due) {
    Target target = read(PLAN).orElseThrow().targets().get("nursing_bed_share");
    assertThat(target.in(Period.parse(period)))
        .isEqualTo(new Target.Bar(new Goal(Operator.AT_LEAST, value), Period.parse(by), due));
  }

  @Test
  void isNotDueBeforeItsPeriodWhereThereAreNoMilestones() {
    Target target = read(PLAN).orElseThrow().targets().get("land_per_capita");
    assertThat(target.in(Period.parse("2023Q3")))
        .isEqualTo(
            new Target.Bar(
                new Goal(Operator.AT_LEAST, new BigDecimal("0.2")), Period.parse("2023"), false));
    assertThat(target.in(Period.parse("2023Q4")).due()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "AT_LEAST, 50, 50, true",
    "AT_LEAST, 49.999999, 50, false",
    "AT_MOST, 50, 50, true",
    "AT_MOST, 50.000001, 50, false"
  })
  void isReachedByTheTargetItself(Operator operator, String value, String target, boolean reached) {
    assertThat(operator.reached(Fraction.parse(value), Fraction.parse(target))).isEqualTo(reached);
  }

  @Test
  void saysWhatIsWrongInChineseToo() {
    read(PLAN.replace("{by: 2022Q4, at_least: 45}", "{by: 2022Q1, at_least: 45}"));
    assertThat(faults.all())
        .singleElement()
        .extracting(fault -> fault.message().zh())
        .isEqualTo("里程碑须按时间先后排列：2022Q1 不晚于 2022Q2");
  }
}
