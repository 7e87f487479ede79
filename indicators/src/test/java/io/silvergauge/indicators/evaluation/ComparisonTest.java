package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Peers, ranks and rows over all cities. */
class ComparisonTest {
  /** Five prefectures and two counties; values make the standing 10, 20, … of a hundred. */
  private static FourIndicators cities() {
    return new FourIndicators()
        .city("p1", "prefecture", "10", "10", "10", "0")
        .city("p2", "prefecture", "30", "30", "30", "0")
        .city("p3", "prefecture", "30", "30", "30", "0")
        .city("p4", "prefecture", "70", "70", "70", "0")
        .city("p5", "prefecture", "-", "-", "-", "0")
        .city("c1", "county", "50", "50", "50", "0")
        .city("c2", "county", "20", "20", "20", "0");
  }

  private static NodeScore total(RegionEvaluation city, String result) {
    return city.score(result, "total").orElseThrow();
  }

  @Test
  void groupsCitiesOfOneLevelAndAllWhereThereAreFewerThanFive() {
    assertThat(cities().ranked())
        .extracting(city -> city.region().code(), city -> city.region().peers())
        .containsExactly(
            tuple("c1", "all"),
            tuple("c2", "all"),
            tuple("p1", "prefecture"),
            tuple("p2", "prefecture"),
            tuple("p3", "prefecture"),
            tuple("p4", "prefecture"),
            tuple("p5", "prefecture"));
  }

  @Test
  void ranksTheStandingAmongAllAndAmongPeers() {
    // standing: p4 70, c1 50, p2 and p3 30, c2 20, p1 10, p5 none
    assertThat(cities().ranked())
        .extracting(
            city -> city.region().code(),
            city -> total(city, "standing").rank(),
            city -> total(city, "standing").peerRank())
        .containsExactly(
            tuple("c1", 2, 2),
            tuple("c2", 5, 5),
            tuple("p1", 6, 4),
            tuple("p2", 3, 2),
            tuple("p3", 3, 2),
            tuple("p4", 1, 1),
            tuple("p5", null, null));
  }

  @Test
  void givesTheSpreadOfPeersWithTheCityAmongThem() {
    // prefectures with a value of the first indicator: 10, 30, 30, 70; p5 has none
    for (RegionEvaluation city : cities().ranked()) {
      PeerRange spread = city.indicators().get(0).peers();
      boolean prefecture = city.region().peers().equals("prefecture");
      assertThat(spread.count()).isEqualTo(prefecture ? 4 : 6);
      assertThat(spread.median()).isEqualByComparingTo("30");
      assertThat(spread.lowerQuartile()).isEqualByComparingTo(prefecture ? "25" : "22.5");
      assertThat(spread.greatest()).isEqualByComparingTo("70");
    }
  }

  @Test
  void givesTheMedianScoreOfPeersToTheStandingOnly() {
    for (RegionEvaluation city : cities().ranked()) {
      assertThat(total(city, "standing").peerMedian()).isEqualByComparingTo("30");
      assertThat(total(city, "fulfilment").peerMedian()).isNull();
    }
  }

  @Test
  void judgesNothingThatDoesNotApply() {
    Evaluation.CityRow row =
        Comparison.rows(
                new FourIndicators().city("p1", "prefecture", "n/a", "70", "70", "0").ranked())
            .get(0);
    assertThat(List.of(row.met(), row.judged(), row.inPlan())).containsExactly(2, 2, 2);
  }

  @Test
  void namesFilesByCodeSoThatNoneLeavesItsFolderOrTakesAnothersName() {
    assertThat(RegionEvaluation.City.fileName("410100")).isEqualTo("410100");
    assertThat(RegionEvaluation.City.fileName("../evil")).isEqualTo("%2E%2E%2Fevil");
    assertThat(RegionEvaluation.City.fileName("comparison")).isEqualTo("%63omparison");
    assertThat(RegionEvaluation.City.fileName("京")).isEqualTo("%E4%BA%AC");
    assertThat(RegionEvaluation.City.fileName("a%2Fb")).isEqualTo("a%252Fb");
  }

  @Test
  void attachesEarlierPeriodsAsSeries() {
    List<RegionEvaluation> before =
        new FourIndicators()
            .city("p1", "prefecture", "-", "5", "5", "0")
            .city("p4", "prefecture", "60", "60", "60", "0")
            .ranked();
    RegionEvaluation p1 =
        History.attached(SchemeView.of(cities().scheme()), cities().ranked(), List.of(before))
            .stream()
            .filter(city -> city.region().code().equals("p1"))
            .findFirst()
            .orElseThrow();
    assertThat(p1.indicators().get(0).series())
        .extracting(
            IndicatorResult.Point::period,
            point -> point.amount() == null ? null : point.amount().toPlainString(),
            IndicatorResult.Point::reason)
        .containsExactly(tuple("2023Q4", null, "input_missing"), tuple("2023Q4", "10", null));
    // 10 between posts of 0 and 100, as it enters its group
    assertThat(p1.indicators().get(0).series())
        .extracting(point -> point.standing() == null ? null : point.standing().doubleValue())
        .containsExactly(null, 10.0 / 100);
    assertThat(p1.history()).extracting(RegionEvaluation.Totals::rank).containsExactly(2, 6);
  }

  @Test
  void anEarlierPeriodWithoutATotalKeepsItsReason() {
    List<RegionEvaluation> before =
        new FourIndicators().city("p1", "prefecture", "-", "-", "-", "-").ranked();
    RegionEvaluation p1 =
        History.attached(SchemeView.of(cities().scheme()), cities().ranked(), List.of(before))
            .stream()
            .filter(city -> city.region().code().equals("p1"))
            .findFirst()
            .orElseThrow();
    RegionEvaluation.Totals without = p1.history().get(0);
    assertThat(without.standing()).isNull();
    assertThat(without.standingReason())
        .isEqualTo(before.get(0).score("standing", "total").orElseThrow().reason());
    assertThat(without.standingReason().zh()).isNotBlank();
    assertThat(p1.history().get(1).standing()).isNotNull();
    assertThat(p1.history().get(1).standingReason()).isNull();
  }

  @Test
  void ranksEveryNodeOfTheStandingButNoFulfilment() {
    for (RegionEvaluation city : cities().ranked()) {
      for (NodeScore score : city.scores()) {
        boolean ranked = score.result().equals("standing") && score.score() != null;
        assertThat(score.rank() != null).as("%s %s", city.region().code(), score).isEqualTo(ranked);
        assertThat(score.peerRank() != null).isEqualTo(ranked);
      }
    }
  }

  @Test
  void listsCitiesByRankAndThoseWithoutOneLast() {
    List<Evaluation.CityRow> rows = Comparison.rows(cities().ranked());
    assertThat(rows)
        .extracting(Evaluation.CityRow::code)
        .containsExactly("p4", "c1", "p2", "p3", "c2", "p1", "p5");
    Evaluation.CityRow best = rows.get(0);
    assertThat(best.standing()).isEqualByComparingTo("70");
    assertThat(best.fulfilment()).isEqualByComparingTo("100");
    assertThat(best.grade()).isEqualTo("good");
    assertThat(best.planStatus()).isEqualTo("scheme");
    assertThat(best.membership()).isEqualTo("illustrative");
    // three targets in the plan: first and second are due and met, third is met before it is due
    assertThat(List.of(best.met(), best.judged(), best.inPlan())).containsExactly(3, 3, 3);
  }

  /** What does not apply and what has no posts takes no part; what is missing says why. */
  @Test
  void givesEachCityTheStandingOfItsIndicators() {
    List<Evaluation.CityRow> rows =
        Comparison.rows(
            new FourIndicators()
                .city("p1", "prefecture", "10", "n/a", "-", "7")
                .city("p2", "prefecture", "30", "150", "70", "7")
                .ranked());
    // posts are 0 and 100: 10 scores 10, and 150 scores no more than the full 100
    assertThat(rows)
        .filteredOn(row -> row.code().equals("p1"))
        .flatExtracting(Evaluation.CityRow::indicators)
        .extracting(Evaluation.IndicatorScore::id, ComparisonTest::printed, score -> score.reason())
        .containsExactly(tuple("first", "10", null), tuple("third", null, "input_missing"));
    assertThat(rows)
        .filteredOn(row -> row.code().equals("p2"))
        .flatExtracting(Evaluation.CityRow::indicators)
        .extracting(Evaluation.IndicatorScore::id, ComparisonTest::printed)
        .containsExactly(tuple("first", "30"), tuple("second", "100"), tuple("third", "70"));
  }

  private static String printed(Evaluation.IndicatorScore score) {
    return score.score() == null ? null : score.score().stripTrailingZeros().toPlainString();
  }

  /** Cities of one rank, and those without one, stand as a Chinese reader looks them up. */
  @Test
  void listsCitiesOfOneRankByPinyin() {
    List<RegionEvaluation> cities =
        List.of(none("1", "yantai"), none("2", "changchun"), none("3", ""), none("4", "changchun"));
    assertThat(Comparison.rows(cities))
        .extracting(Evaluation.CityRow::code)
        .containsExactly("3", "2", "4", "1");
  }

  private static RegionEvaluation none(String code, String pinyin) {
    RegionEvaluation city = cities().evaluate("p5");
    return new RegionEvaluation(
        city.model(),
        city.period(),
        new RegionEvaluation.City(code, city.region().name(), "prefecture", "", pinyin, ""),
        city.plan(),
        city.indicators(),
        city.scores(),
        city.history(),
        city.inputs(),
        city.checks(),
        city.findings(),
        city.responses(),
        city.notes(),
        city.refusals());
  }

  @Test
  void countsTargetsThatAreNotDueInThePlanButNotAsJudged() {
    Evaluation.CityRow row = Comparison.rows(cities().ranked()).get(4);
    assertThat(row.code()).isEqualTo("c2");
    // first and second are unmet with 20 of 50, third is not due
    assertThat(List.of(row.met(), row.judged(), row.inPlan())).containsExactly(0, 2, 3);
  }

  @Test
  void hasNoFiguresForACityThatReportedNothing() {
    Evaluation.CityRow none = Comparison.rows(cities().ranked()).get(6);
    assertThat(none.standing()).isNull();
    assertThat(none.fulfilment()).isNull();
    assertThat(none.grade()).isNull();
    assertThat(none.rank()).isNull();
    assertThat(none.standingCoverage()).isEqualByComparingTo("0");
    assertThat(none.met()).isZero();
    // first and second are due and not computable; third is neither due nor computable
    assertThat(List.of(none.judged(), none.inPlan())).containsExactly(2, 3);
  }

  @Test
  void comesToTheSameInAnyOrderOfCities() {
    FourIndicators four = cities();
    List<RegionEvaluation> forwards =
        List.of("p1", "p2", "p3", "p4", "p5", "c1", "c2").stream().map(four::evaluate).toList();
    List<RegionEvaluation> backwards =
        List.of("c2", "c1", "p5", "p4", "p3", "p2", "p1").stream().map(four::evaluate).toList();
    assertThat(Comparison.ranked(four.scheme(), backwards))
        .isEqualTo(Comparison.ranked(four.scheme(), forwards));
  }
}
