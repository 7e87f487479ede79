package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.TestFiles.changed;
import static io.silvergauge.indicators.TestFiles.said;
import static io.silvergauge.indicators.TestFiles.saidInChinese;
import static io.silvergauge.indicators.TestFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.composite.Screening;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.score.ScoringRule;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scheme can say beside plain weights and targets, and how its faults are told. */
class RuleLanguageTest {
  /** One of everything. */
  static final String SCHEME =
      """
      id: rich
      edition: "1"
      valid_from: 2021-01-01
      valid_to: 2025-12-31
      name: {zh: 方案, en: Scheme}
      dimensions:
        - {id: care, name: {zh: 照护, en: Care}, weight: 60, publish_from: 50, cap: 105}
        - {id: place, name: {zh: 环境, en: Place}, weight: 40, aggregate: harmonic}
        - {id: inner, name: {zh: 内部, en: Inner}, weight: 1, within: place, aggregate: minimum}
      total: {name: {zh: 总分, en: Total}, cap: 105}
      grades:
        - {id: good, name: {zh: 良, en: Good}, from: 60}
        - {id: poor, name: {zh: 差, en: Poor}, from: 0}
      statuses: {disputed: 50, falsified: {worth: 0, deduct: 5}}
      vetoes:
        - {id: false_figure, name: {zh: 失实, en: False figure}, when: {status: falsified}, then: {grade_at_most: poor}}
        - {id: too_few, name: {zh: 过少, en: Too few}, when: {indicators: [beds], at_most: 10}, then: {node: care, score_at_most: 30}}
      plan_limits: {weights: 50, targets: not_below_scheme, add: 2}
      unit_sets:
        counties: [county, county_level_city]
      statistics:
        - {id: beds, name: {zh: 床位, en: Beds}, unit: 张, grain: counties}
      indicators:
        - id: beds
          name: {zh: 床位, en: Beds}
          dimension: care
          count: {of: beds}
          better: higher
          targets:
            - {at_least: 20, unit: 张, by: 2023Q4, levels: counties}
            - {within: [30, 50], unit: 张, by: 2023Q4, milestones: [{by: 2022Q4, within: [20, 50]}]}
          scoring: {rule: proportional, cap: 130, overshoot: {above: 150, points: 2, per: 10, least: 60}}
          by_level:
            - {levels: [counties], scoring: {rule: deduction, points: 2, per: 5, least: 30}}
          weight: 2
        - id: bands
          name: {zh: 分档, en: Bands}
          dimension: inner
          count: {of: beds}
          better: higher
          scoring: {rule: bands, bands: [{from: 50, points: 100}, {from: 20, to: 50, points: 60}, {from: 0, to: 20, points: 0}]}
          weight: 1
        - id: parts
          name: {zh: 分项, en: Parts}
          dimension: inner
          count: {of: beds}
          better: higher
          scoring: {rule: additive, parts: [{at_least: 20, points: 30}, {at_most: 80, points: 70}]}
          weight: 1
        - id: bonus
          name: {zh: 超额, en: Bonus}
          dimension: care
          count: {of: beds}
          better: higher
          scoring: {rule: bonus, points: 5, per: 10, most: 110}
          adds: 5
      profiles:
        - id: nation
          name: {zh: 国家, en: Nation}
          targets:
            - {indicator: beds, at_least: 25, unit: 张, by: 2025Q4, levels: [counties]}
            - {indicator: beds, at_least: 60, unit: 张, by: 2025Q4}
      """;

  private final Faults faults = new Faults();

  private Optional<Scheme> read(String text) {
    return SchemeReader.read("scheme.yaml", utf8(text), "hash", faults);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void readsOneOfEverything() {
    Scheme scheme = read(SCHEME).orElseThrow();
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(SCHEME))).isEmpty();
    assertThat(scheme.validTo()).isEqualTo("2025-12-31");
    assertThat(scheme.groups().get(0).cap()).isEqualByComparingTo("105");
    assertThat(scheme.groups().get(0).publishFrom()).isEqualByComparingTo("50");
    assertThat(scheme.policies().statuses().of(ValueStatus.FALSIFIED).deduct())
        .isEqualByComparingTo("5");
    assertThat(scheme.policies().vetoes())
        .extracting(Veto::effect)
        .containsExactly(new Veto.GradeAtMost("poor"), new Veto.ScoreAtMost(number("30")));
    assertThat(scheme.policies().planLimits())
        .isEqualTo(new PlanLimits(number("50"), PlanLimits.Targets.NOT_BELOW_SCHEME, 2));
    Indicator beds = scheme.indicators().get(0);
    assertThat(beds.target("county").orElseThrow().goal())
        .isEqualTo(new Goal(Operator.AT_LEAST, number("20")));
    assertThat(beds.target("prefecture").orElseThrow().goal())
        .isEqualTo(new Goal(Operator.WITHIN, number("30"), number("50")));
    assertThat(beds.at("county_level_city").scoring())
        .isEqualTo(new ScoringRule.Deduction(number("2"), number("5"), number("30")));
    assertThat(beds.at("prefecture").scoring()).isInstanceOf(ScoringRule.Proportional.class);
    assertThat(scheme.indicators().get(3).isBonus()).isTrue();
    Profile nation = scheme.profiles().get(0);
    assertThat(nation.target("beds", "county").orElseThrow().goal().value())
        .isEqualByComparingTo("25");
    assertThat(nation.target("beds", "district").orElseThrow().goal().value())
        .isEqualByComparingTo("60");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "valid_to: 2025-12-31 | valid_to: 2020-12-31 | 4, valid_to: 2020-12-31 is before valid_from, 2021-01-01",
        "publish_from: 50, cap | publish_from: 150, cap | 7, dimensions[0]: publish_from is a percentage from 0 to 100, but was 150",
        "within: place | within: plaice | 9, dimensions[2].within: 'plaice' must be a dimension that is listed before",
        "statuses: {disputed: 50 | statuses: {dispute: 50 | 14, statuses.dispute: unknown value status 'dispute'; did you mean 'disputed'?; known are verified, corrected, evidenced, reported, disputed, falsified",
        "worth: 0, deduct: 5 | worth: 120, deduct: 5 | 14, statuses.falsified: worth is a percentage from 0 to 100, but was 120",
        "when: {status: falsified} | when: {status: false} | 16, vetoes[0].when.status: 'false' is not one of: verified, corrected, evidenced, reported, disputed, falsified",
        "when: {status: falsified} | when: {status: falsified, is: absent} | 16, vetoes[0].when: exactly one of status, is, at_least and at_most is needed",
        "{grade_at_most: poor} | {grade_at_most: pooor} | 16, vetoes[0].then.grade_at_most: unknown grade 'pooor'; did you mean 'poor'?",
        "{grade_at_most: poor} | {node: care, grade_at_most: poor} | 16, vetoes[0].then.node: only the total has a grade; leave node out",
        "{grade_at_most: poor} | {} | 16, vetoes[0].then: exactly one of score_at_most and grade_at_most is needed",
        "{indicators: [beds], at_most: 10} | {indicators: [bed], at_most: 10} | 17, vetoes[1].when.indicators: unknown indicator 'bed'; did you mean 'beds'?",
        "{indicators: [beds], at_most: 10} | {at_most: 10} | 17, vetoes[1].when.at_most: indicators must say whose value is meant",
        "node: care, score_at_most: 30 | node: cair, score_at_most: 30 | 17, vetoes[1].then.node: unknown dimension 'cair'; did you mean 'care'?",
        "plan_limits: {weights: 50 | plan_limits: {weights: 150 | 18, plan_limits: weights is a percentage from 0 to 100, but was 150",
        "within: [30, 50], | within: [50, 30], | 31, indicators[0].targets[1].within: within: the lower bound 50 is above the upper one, 30",
        "within: [30, 50], | within: [30], | 31, indicators[0].targets[1].within: two numbers are needed, such as [3, 5], found 1",
        "{by: 2022Q4, within: [20, 50]} | {by: 2022Q4, at_least: 20} | 31, indicators[0].targets[1].milestones[0]: a milestone must use the target's at_least, at_most or within",
        "unit: 张, by: 2023Q4, levels: counties} | unit: 张, by: 2023Q4} | 31, indicators[0].targets[1]: this target never holds: those before it are for these levels already",
        "unit: 张, by: 2023Q4, levels: counties} | unit: 张, by: 2023Q4, levels: Counties} | 30, indicators[0].targets[0].levels: 'Counties' is not the name of a level or a unit set; did you mean 'counties'?",
        "cap: 130 | cap: 30 | 32, indicators[0].scoring: cap must be 100 or more, but was 30",
        "above: 150 | above: 50 | 32, indicators[0].scoring.overshoot: overshoot.above must be 100 or more, but was 50",
        "{levels: [counties], scoring | {scoring | 34, indicators[0].by_level[0].levels: this field is missing",
        "{from: 20, to: 50, points: 60} | {from: 20, to: 40, points: 60} | 41, indicators[1].scoring.bands[1].to: a gap between 40 and 50: it must be 50",
        "{from: 20, to: 50, points: 60} | {from: 20, to: 55, points: 60} | 41, indicators[1].scoring.bands[1].to: overlaps the band above from 50 to 55: it must be 50",
        "{at_most: 80, points: 70} | {at_most: 80, points: 60} | 48, indicators[2].scoring.parts: the points of parts add up to 100, but were 90",
        "{rule: bonus, points: 5, per: 10, most: 110} | {rule: bonus, points: 5, per: 10} | 55, indicators[3].scoring.most: this field is missing",
        "{rule: bonus, points: 5, per: 10, most: 110} | {rule: pass_fail, most: 110} | 55, indicators[3].scoring.most: unknown field; known here: rule",
        "adds: 5 | adds: 5, | 56, indicators[3].adds: '5,' is not a decimal number such as 12.5",
        "adds: 5 | adds: -5 | 50, indicators[3]: adds is -5: it must be above 0, and what adds points does not weigh (weight: 0)"
      })
  void saysFileLineFieldAndWhatWouldBeRight(String right, String wrong, String message) {
    assertThat(read(changed(SCHEME, right, wrong))).isEmpty();
    assertThat(said(faults)).containsExactly("scheme.yaml:" + message);
    assertThat(saidInChinese(faults)).singleElement().asString().startsWith("scheme.yaml:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{present: 150} | screening.present: a percentage from 0 to 100 is needed, but was 150",
        "{non_zero: -1} | screening.non_zero: a percentage from 0 to 100 is needed, but was -1",
        "{} | screening: nothing is asked; give present or non_zero",
        "{presents: 60} | screening: nothing is asked; give present or non_zero"
      })
  void refusesAScreeningThatAsksNothingPossible(String asked, String message) {
    assertThat(read(SCHEME + "screening: " + asked + "\n")).isEmpty();
    assertThat(said(faults).get(0)).isEqualTo("scheme.yaml:63, " + message);
  }

  /** Posts hold what lies beyond them, and scores must not follow the cities of one quarter. */
  @Test
  void refusesATreatmentByName() {
    assertThat(read(changed(SCHEME, "adds: 5", "adds: 5\n    treatment: {most_points: 3}")))
        .isEmpty();
    assertThat(said(faults))
        .singleElement()
        .asString()
        .contains("indicators[3].treatment: is for relative alone");
    assertThat(saidInChinese(faults)).singleElement().asString().contains("coherence");
  }

  @Test
  void screensAsTheSchemaSays() {
    String text = SCHEME + "screening: {present: 65, non_zero: 33}\n";
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(text))).isEmpty();
    assertThat(read(text).orElseThrow().policies().screening())
        .isEqualTo(new Screening(0.65, 0.33));
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(SCHEME + "screening: {}\n")))
        .isNotEmpty();
  }

  @Test
  void tellsFaultsOfEveryKindTogether() {
    String text = changed(SCHEME, "statuses: {disputed: 50", "statuses: {disputed: x");
    text = changed(text, "node: care, score_at_most", "node: none, score_at_most");
    text = changed(text, "within: [30, 50],", "within: [3],");
    text = changed(text, "to: 50, points: 60", "to: 40, points: 60");
    assertThat(read(text)).isEmpty();
    assertThat(faults.all())
        .extracting(fault -> fault.line() + " " + fault.field())
        .isEqualTo(
            List.of(
                "14 statuses.disputed",
                "17 vetoes[1].then.node",
                "31 indicators[0].targets[1].within",
                "41 indicators[1].scoring.bands[1].to"));
  }
}
