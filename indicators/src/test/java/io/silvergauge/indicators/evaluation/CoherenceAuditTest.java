package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.composite.Coherence;
import io.silvergauge.indicators.composite.Treatment;
import io.silvergauge.indicators.evaluation.OtherWeights.Reweighted;
import io.silvergauge.indicators.evaluation.OtherWeights.Source;
import io.silvergauge.indicators.robustness.LeastChange;
import io.silvergauge.indicators.robustness.SobolIndices;
import io.silvergauge.indicators.robustness.WhatIf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How indicators go together, what their weights might be instead, and what moves ranks. */
class CoherenceAuditTest {
  private static final String WEIGHTS = "robustness: {seed: 7, replications: 200, weights: 25}\n";

  /**
   * First 20 to 80, second 40, 20, 80, 60, third 80 to 20. Care is (3 first + second) / 4: 25, 35,
   * 65, 75; the total 0.6 care + 0.4 third: 47, 45, 55, 53, so c, d, a, b.
   */
  private static FourIndicators cities() {
    return cities(FourIndicators.SCHEME + WEIGHTS);
  }

  private static FourIndicators cities(String scheme) {
    return new FourIndicators(scheme)
        .city("a", "prefecture", "20", "40", "80", "1")
        .city("b", "prefecture", "40", "20", "60", "1")
        .city("c", "prefecture", "60", "80", "40", "1")
        .city("d", "prefecture", "80", "60", "20", "1");
  }

  private static CoherenceAudit audit(FourIndicators cities) {
    return CoherenceAudit.of(SchemeView.of(cities.scheme()), cities.ranked());
  }

  private static RankTest test(FourIndicators cities) {
    return new RankTest(
        SchemeView.of(cities.scheme()), cities.scheme().robustness(), cities.ranked());
  }

  @Test
  void saysHowThePartsOfEachGroupGoTogether() {
    CoherenceAudit audit = audit(cities());
    assertThat(audit.groups())
        .extracting(CoherenceAudit.GroupAudit::id, group -> String.join(" ", group.parts()))
        .containsExactly(
            tuple("care", "first second"), tuple("place", "third"), tuple("total", "care place"));
    Coherence care = audit.groups().get(0).coherence();
    // deviations −30, −10, 10, 30 and −10, −30, 30, 10: 1,200 / 2,000
    assertThat(care.pairs().get(0).correlation().orElseThrow().coefficient())
        .isCloseTo(0.6, within(1e-9));
    assertThat(care.alpha().orElseThrow()).isCloseTo(0.75, within(1e-9));
    assertThat(care.components().get(0).eigenvalue()).isCloseTo(1.6, within(1e-9));
    // care deviates by −25, −15, 15, 25: 1,800 / √(2,000 · 1,700)
    assertThat(care.withWhole().get(0).correlation().orElseThrow().coefficient())
        .isCloseTo(1800 / Math.sqrt(3_400_000), within(1e-9));
    Coherence total = audit.groups().get(2).coherence();
    assertThat(total.pairs().get(0).flag()).isEqualTo(Coherence.Flag.CONFLICT);
    assertThat(total.withWhole().get(1).flag()).isEqualTo(Coherence.Flag.SILENT);
  }

  @Test
  void saysWhatShareOfTheWholeEachNodeIs() {
    assertThat(audit(cities()).weights())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "total",
                1.0,
                "care",
                0.6,
                "first",
                0.6 * 3 / 4,
                "second",
                0.6 / 4,
                "place",
                0.4,
                "third",
                0.4));
  }

  @Test
  void namesTheValuesThatATreatmentWouldChange() {
    FourIndicators seven = new FourIndicators();
    String[] first = {"1", "2", "3", "4", "5", "6", "1000"};
    for (int i = 0; i < first.length; i++) {
      seven.city("c" + i, "prefecture", first[i], i + "1", "50", "1");
    }
    CoherenceAudit audit = audit(seven);
    assertThat(audit.shapes())
        .extracting(CoherenceAudit.Shape::indicator, one -> one.treated().outcome())
        .containsExactly(
            tuple("first", Treatment.Outcome.WINSORISED),
            tuple("second", Treatment.Outcome.PASSES),
            tuple("third", Treatment.Outcome.TOO_FEW)); // all the same
    assertThat(audit.shapes().get(0).treated().points())
        .containsExactly(new Treatment.Point(6, 1000, 6));
    // second is 1, 11 … 61, even: no skewness; of seven even values G2 is −1.2
    assertThat(audit.shapes().get(1).moments().orElseThrow().skewness()).isCloseTo(0, within(1e-9));
    assertThat(audit.shapes().get(1).moments().orElseThrow().kurtosis())
        .isCloseTo(-1.2, within(1e-9));
    assertThat(audit.shapes().get(2).moments()).isEmpty();
    assertThat(audit.cities().get(6)).isEqualTo("c6");
  }

  @Test
  void needsThreeCities() {
    FourIndicators two =
        new FourIndicators()
            .city("a", "prefecture", "20", "40", "80", "1")
            .city("b", "prefecture", "40", "20", "60", "1")
            .city("c", "prefecture", "-", "-", "-", "1");
    assertThatThrownBy(() -> audit(two))
        .hasMessageContaining("2 cities have a standing, and a correlation needs 3");
  }

  /**
   * Two parts have half of their component each. Care: 30, 30, 70, 70, total 50, 42, 58, 50, so c,
   * then a and d, then b. Total: care and third alike, 105, 95, 105, 95.
   */
  @Test
  void ranksByTheWeightsOfTheFirstComponent() {
    Map<String, Reweighted> cases = weighed(cities(), Source.PCA);
    assertThat(cases).containsOnlyKeys("care", "total");
    WhatIf care = cases.get("care").ranks().orElseThrow();
    assertThat(care.choice()).isEqualTo("pca care");
    assertThat(care.ranks())
        .extracting(OptionalInt::getAsInt)
        .containsExactly(2, 4, 1, 2); // published 3, 4, 1, 2
    assertThat(care.meanShift()).isEqualTo(0.25);
    assertThat(cases.get("total").ranks().orElseThrow().ranks())
        .extracting(OptionalInt::getAsInt)
        .containsExactly(1, 3, 1, 3);
  }

  /**
   * Care's parts spread alike, r = 0.6, importances 3 and 1: {@code (3 − 0.6) : (1 − 1.8)} needs a
   * weight below nought. With 2 and 1 it is {@code 1.4 : −0.2}; with 3 and 2, {@code 1.8 : 0.2}, so
   * 0.9 and 0.1: 22, 38, 62, 78, and the total 45.2, 46.8, 53.2, 54.8. Care and third run against
   * each other in both.
   */
  @Test
  void ranksByWeightsThatBalanceCorrelations() {
    Reweighted against = weighed(cities(), Source.BALANCED).get("care");
    assertThat(against.ranks()).isEmpty();
    assertThat(against.lacks().orElseThrow().en()).contains("a part runs against the others");

    String nearer =
        (FourIndicators.SCHEME + WEIGHTS).replaceFirst("(?s)(id: second.*?weight:) 1", "$1 2");
    WhatIf care = weighed(cities(nearer), Source.BALANCED).get("care").ranks().orElseThrow();
    assertThat(care.choice()).isEqualTo("balanced care");
    assertThat(care.ranks()).extracting(OptionalInt::getAsInt).containsExactly(4, 3, 2, 1);
  }

  @Test
  void balancesWeightedMeansOnly() {
    String least =
        (FourIndicators.SCHEME + WEIGHTS).replace("weight: 60}", "weight: 60, aggregate: minimum}");
    assertThat(weighed(cities(least), Source.BALANCED).get("care").lacks().orElseThrow().en())
        .contains("no weighted arithmetic mean");
  }

  /**
   * Care 25, 35, 65, 75 with a share of weight from 0.3 to 0.9, third 80, 60, 40, 20 with 0.2 to
   * 0.6, so care from 0.4 to 0.8. With 0.4 the cities have 58, 50, 50, 42, with 0.8 they have 36,
   * 40, 60, 64: a and d are best once. Between them c is: with 0.5 it has 52.5, a too, and with 2/3
   * c and d have 56⅔. b comes nearest with 0.5: 47.5 of 52.5.
   */
  @Test
  void ranksEachCityByTheWeightsThatFavourItMost() {
    Map<String, Reweighted> cases = weighed(cities(), Source.BENEFIT_OF_DOUBT);
    assertThat(cases).containsOnlyKeys("total");
    assertThat(cases.get("total").ranks().orElseThrow().ranks())
        .extracting(OptionalInt::getAsInt)
        .containsExactly(1, 4, 1, 1);
  }

  @Test
  void hasNoCaseWhereAPartIsTheSameForAll() {
    FourIndicators flat =
        new FourIndicators(FourIndicators.SCHEME + WEIGHTS)
            .city("a", "prefecture", "20", "40", "80", "1")
            .city("b", "prefecture", "40", "40", "60", "1")
            .city("c", "prefecture", "60", "40", "50", "1");
    assertThat(weighed(flat, Source.PCA).get("care").ranks()).isEmpty();
    assertThat(weighed(flat, Source.BALANCED).get("care").lacks().orElseThrow().en())
        .isEqualTo("a part is the same for all cities");
  }

  private static Map<String, Reweighted> weighed(FourIndicators cities, Source source) {
    return test(cities).weighed(source).stream()
        .collect(Collectors.toMap(Reweighted::group, Function.identity()));
  }

  /**
   * Borda of first 0 to 3, second 1, 0, 3, 2, third 3 to 0: care 0.25, 0.75, 2.25, 2.75, total
   * 1.35, 1.25, 1.75, 1.65, as published. The total's minimum of care and place: 25, 35, 40, 20;
   * within care of first and second: 20, 20, 60, 60, so 20, 20, 40, 20. Copeland of the total: care
   * weighs more, and each city wins against those below it in care.
   */
  @Test
  void triesOtherMethodsThanTheSchemeNames() {
    List<WhatIf> cases =
        test(cities()).instead(List.of("minimum", "copeland", "power:2"), List.of("borda"));
    assertThat(cases)
        .extracting(
            WhatIf::step,
            WhatIf::choice,
            one -> one.ranks().stream().map(OptionalInt::getAsInt).toList())
        .containsExactly(
            tuple("aggregation", "minimum", List.of(2, 2, 1, 2)),
            tuple("aggregation", "copeland", List.of(4, 3, 2, 1)),
            // care √((3·400 + 1,600) / 4) = 26.5, 36.1, 65.6, 75.5; total √(0.6 care² + 0.4 third²)
            // = 54.6, 47.1, 56.7, 59.8
            tuple("aggregation", "power:2", List.of(3, 4, 2, 1)),
            tuple("normalisation", "borda", List.of(3, 4, 1, 2)));
    // the way from the worst to c's 60, 80 and 40: first 0, 0.5, 1, 1.5, second 1/3, 0, 1, 2/3,
    // third 3, 2, 1, 0; total 1.25, 1.025, 1, 0.775
    assertThat(test(cities()).instead(List.of(), List.of("distance_to:c")).get(0).ranks())
        .extracting(OptionalInt::getAsInt)
        .containsExactly(1, 2, 3, 4);
    assertThatThrownBy(() -> test(cities()).instead(List.of(), List.of("distance_to:x")))
        .hasMessageContaining("'x' has no rank");
    assertThatThrownBy(() -> test(cities()).instead(List.of("power:x"), List.of()))
        .hasMessageContaining("an exponent follows power:");
    assertThatThrownBy(() -> test(cities()).instead(List.of("power:0"), List.of()))
        .hasMessageContaining("exponent");
  }

  /**
   * d (53) passes c (55) with a total above it; first adds 0.45 a point: 80 + 2 / 0.45 = 84.44, and
   * is tied there. Second adds 0.15: 60 + 13.33. Third adds 0.4: 20 + 5.
   */
  @Test
  void saysWhatEachIndicatorAloneWouldHaveToComeToForARank() {
    List<LeastChange.Step> steps = test(cities()).reaching("d", 1);
    assertThat(steps)
        .extracting(LeastChange.Step::indicator, LeastChange.Step::verdict)
        .containsExactly(
            tuple("first", LeastChange.Verdict.REACHES),
            tuple("second", LeastChange.Verdict.REACHES),
            tuple("third", LeastChange.Verdict.REACHES));
    double[] to = {80 + 2 / 0.45, 60 + 2 / 0.15, 25};
    for (int i = 0; i < 3; i++) {
      assertThat(steps.get(i).to().getAsDouble()).isCloseTo(to[i], within(1e-8));
    }
    assertThat(test(cities()).reaching("b", 1).get(1).verdict())
        .isEqualTo(LeastChange.Verdict.REACHES); // 45 + 0.15 · 80 = 57
    assertThat(test(cities()).reaching("c", 1).get(0).verdict())
        .isEqualTo(LeastChange.Verdict.THERE_ALREADY);
    assertThatThrownBy(() -> test(cities()).reaching("c", 5))
        .hasMessageContaining("ranks go from 1 to 4, but was 5");
    assertThatThrownBy(() -> test(cities()).reaching("x", 1)).hasMessageContaining("has no rank");
  }

  /** One uncertainty explains all there is; where no rank moves there is nothing to explain. */
  @Test
  void sharesTheMovesOfRanksAmongTheUncertainties() {
    SobolIndices all = test(cities()).sensitivity(Optional.empty(), 2000);
    assertThat(test(cities()).uncertainties()).containsExactly("weights");
    assertThat(all.variance()).isPositive();
    assertThat(all.factors().get(0).first()).isCloseTo(1, within(0.1));
    assertThat(all.factors().get(0).total()).isCloseTo(1, within(0.1));
    assertThat(all.factors().get(0).firstBounds().low())
        .isLessThan(all.factors().get(0).first())
        .isGreaterThan(0.8);
    FourIndicators even =
        new FourIndicators(
                FourIndicators.SCHEME + WEIGHTS.replace("25}", "25, leave_one_out: true}"))
            .city("a", "prefecture", "90", "90", "90", "1")
            .city("b", "prefecture", "50", "50", "50", "1");
    SobolIndices none = test(even).sensitivity(Optional.of("a"), 50);
    assertThat(test(even).uncertainties()).containsExactly("weights", "leave_one_out");
    assertThat(none.variance()).isZero();
    assertThat(none.factors()).extracting(SobolIndices.Factor::total).containsExactly(0.0, 0.0);
    assertThatThrownBy(() -> test(even).sensitivity(Optional.of("x"), 50))
        .hasMessageContaining("'x' has no rank");
  }
}
