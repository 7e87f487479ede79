package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.outcome.Reported;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SmallCountsTest {
  private static final String CITY = "410100";
  private static final Period PERIOD = Period.parse("2023Q4");
  private static final String SCHEME =
      """
      id: persons
      edition: "2023"
      name: {zh: 人, en: Persons}
      notice: {zh: 示例, en: Illustrative}
      dimensions:
        - {id: care, name: {zh: 照护, en: Care}, weight: 100}
      total: {name: {zh: 总分, en: Total}, aggregate: arithmetic, publish_from: 0}
      grades:
        - {id: any, name: {zh: 有, en: Any}, from: 0}
      unit_sets:
        county_level: [district]
      statistics:
        - {id: disabled, name: {zh: 失能, en: Disabled}, unit: 人, grain: county_level}
        - {id: visited, name: {zh: 探访, en: Visited}, unit: 人, grain: county_level}
        - {id: places, name: {zh: 床位, en: Places}, unit: 张, grain: county_level}
        - {id: men, name: {zh: 男, en: Men}, unit: 人, grain: county_level}
        - {id: women, name: {zh: 女, en: Women}, unit: 人, grain: county_level}
      checks:
        - id: visited_within
          holds: visited <= disabled
          severity: warning
          level: 1
          message: {zh: "探访 {visited}，失能 {disabled}", en: "visited {visited}, disabled {disabled}"}
        - id: men_and_women
          total: {of: [men, women], is: disabled, within: 0}
          severity: warning
          level: 1
          message: {zh: "不符", en: "off"}
      indicators:
        - id: visits
          name: {zh: 探访率, en: Visits}
          dimension: care
          share: {of: visited, in: disabled}
          better: higher
          target: {at_least: 50, unit: "%", by: 2023Q4}
          posts: {zero: 0, full: 100}
          weight: 1
        - id: places_per_person
          name: {zh: 人均床位, en: Places}
          dimension: care
          per_head: {of: places, in: disabled, unit: 张/人}
          better: higher
          posts: {zero: 0, full: 100}
          weight: 1
        - id: people
          name: {zh: 失能人数, en: Disabled}
          dimension: care
          count: {of: disabled}
          better: higher
          posts: {zero: 0, full: 100}
          weight: 1
        - {id: men_count, name: {zh: 男, en: Men}, dimension: care, count: {of: men}, better: higher, posts: {zero: 0, full: 100}, weight: 1}
        - {id: women_count, name: {zh: 女, en: Women}, dimension: care, count: {of: women}, better: higher, posts: {zero: 0, full: 100}, weight: 1}
      """;

  private static final Scheme RULES = TestFiles.scheme(SCHEME);

  /** What districts report: by statistic and district, in the order of districts. */
  private static List<RegionEvaluation> shown(Map<String, int[]> values) {
    int districts = values.values().iterator().next().length;
    List<Region> regions = new ArrayList<>();
    regions.add(region(CITY, "prefecture", ""));
    for (int i = 0; i < districts; i++) {
      regions.add(region(code(i), "district", CITY));
    }
    RegionTree tree = new RegionTree(regions);
    Plan plan = RULES.planOf(CITY, "prefecture");
    List<Delivered> said = new ArrayList<>();
    values.forEach(
        (statistic, own) -> {
          for (int i = 0; i < own.length; i++) {
            said.add(delivered(statistic, code(i), own[i]));
          }
        });
    Reported reported = new Reported(said, RULES.units(), List.of());
    RegionEvaluator city =
        new RegionEvaluator(RULES, tree, plan, "", reported, List.of(), PERIOD, true);
    List<RegionEvaluation> all = List.of(city.shown(Withheld.NONE));
    return List.of(city.shown(SmallCounts.of(RULES, tree, plan, all)));
  }

  private static Region region(String code, String level, String parent) {
    return new Region(code, new Bilingual("区" + code, ""), level, parent, Validity.ALWAYS, "");
  }

  private static String code(int district) {
    return String.valueOf(410102 + district);
  }

  private static Delivered delivered(String statistic, String region, int value) {
    return new Delivered(
        LeafSum.of(
            new Observation(
                region,
                statistic,
                PERIOD,
                Mark.NUMBER,
                new BigDecimal(value),
                statistic.equals("places") ? "张" : "人",
                ValueStatus.REPORTED,
                PERIOD.lastDay(),
                "",
                new Origin("f.csv", "", 2, statistic))),
        "s",
        "s/410000/2023Q4/" + statistic + region,
        0);
  }

  private static RegionEvaluation.Input input(RegionEvaluation city, String statistic, int at) {
    return city.inputs().stream()
        .filter(one -> one.statistic().equals(statistic) && one.region().equals(code(at)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void leavesOutASmallCountItsRateAndOneMoreSoThatTheTotalDoesNotGiveItBack() {
    RegionEvaluation city =
        shown(
                Map.of(
                    "disabled", new int[] {100, 200, 300, 400},
                    "visited", new int[] {3, 50, 60, 70},
                    "places", new int[] {10, 20, 30, 40}))
            .get(0);
    IndicatorResult visits = city.indicators().get(0);

    // 3 + 50 + 60 + 70 = 183 of 1,000 are 18.3 %; the total is no small count and stays
    assertThat(visits.amount()).isEqualByComparingTo("18.3");
    assertThat(visits.numerator()).isEqualByComparingTo("183");
    assertThat(visits.units().get(0).reason()).isEqualTo("suppressed");
    assertThat(visits.units().get(0).amount()).isNull();
    assertThat(visits.units().get(0).numerator()).isNull();
    assertThat(visits.units()).filteredOn(unit -> "suppressed".equals(unit.reason())).hasSize(2);
    assertThat(input(city, "visited", 0).mark()).isEqualTo("suppressed");
    assertThat(input(city, "visited", 0).value()).isNull();
    assertThat(city.inputs()).filteredOn(one -> one.value() == null).hasSize(2);
    assertThat(input(city, "disabled", 0).value()).isEqualByComparingTo("100");
  }

  /** Three men: neither the sums of all (90 − 87) nor the district's (40 − 37) may give them. */
  @Test
  void givesNoSmallCountBackThroughATotalThatItIsPartOf() {
    RegionEvaluation city =
        shown(
                Map.of(
                    "disabled", new int[] {40, 50},
                    "men", new int[] {3, 0},
                    "women", new int[] {37, 50}))
            .get(0);

    assertThat(input(city, "men", 0).value()).isNull();
    assertThat(
            input(city, "women", 0).value() == null || input(city, "disabled", 0).value() == null)
        .isTrue();
    assertThat(amount(city, "men_count")).isNull();
    assertThat(amount(city, "women_count") == null || amount(city, "people") == null).isTrue();
  }

  private static BigDecimal amount(RegionEvaluation city, String indicator) {
    return city.indicators().stream()
        .filter(one -> one.id().equals(indicator))
        .findFirst()
        .orElseThrow()
        .amount();
  }

  @Test
  void showsNobodyAsNought() {
    RegionEvaluation city =
        shown(
                Map.of(
                    "disabled",
                    new int[] {100, 200},
                    "visited",
                    new int[] {0, 50},
                    "places",
                    new int[] {1, 2}))
            .get(0);

    assertThat(input(city, "visited", 0).value()).isEqualByComparingTo("0");
    assertThat(input(city, "places", 0).value())
        .as("beds are no persons")
        .isEqualByComparingTo("1");
    assertThat(city.indicators().get(0).units().get(0).amount()).isEqualByComparingTo("0");
  }

  @Test
  void withholdsAFigureOfFewPersonsAndItsScoreButNotThoseBesideIt() {
    RegionEvaluation city =
        shown(
                Map.of(
                    "disabled",
                    new int[] {100, 200},
                    "visited",
                    new int[] {3, 0},
                    "places",
                    new int[] {10, 20}))
            .get(0);
    IndicatorResult visits = city.indicators().get(0);

    assertThat(visits.state()).isEqualTo("absent");
    assertThat(visits.reason()).isEqualTo("suppressed");
    assertThat(visits.detail().en())
        .isEqualTo("counts of fewer than 5 persons are not shown, nor what would give one back");
    assertThat(visits.judgements().get(0).verdict()).isEqualTo("not_computable");
    assertThat(city.score("standing", "visits").orElseThrow().score()).isNull();
    assertThat(city.indicators().get(2).amount()).isEqualByComparingTo("300");
  }

  @Test
  void namesNoSmallCountInTheWordsOfACheck() {
    RegionEvaluation city =
        shown(
                Map.of(
                    "disabled",
                    new int[] {2, 200},
                    "visited",
                    new int[] {4, 50},
                    "places",
                    new int[] {10, 20}))
            .get(0);

    assertThat(city.checks()).hasSize(1);
    assertThat(city.checks().get(0).message().en())
        .isEqualTo(
            "check visited_within: counts of fewer than 5 persons are not shown, nor what would"
                + " give one back");
    assertThat(city.checks().get(0).values()).allMatch(value -> value.value() == null);
  }

  /**
   * Everything printed of 400 cities, as equations for what is not printed: each small count must
   * still be able to be 1, 2, 3 and 4.
   */
  @Test
  void canNotBeSolvedFromEverythingThatIsPrinted() {
    Random chance = new Random(5);
    int small = 0;
    for (int drawn = 0; drawn < 400; drawn++) {
      int districts = 2 + chance.nextInt(7);
      int[] disabled = new int[districts];
      int[] visited = new int[districts];
      int[] places = new int[districts];
      for (int i = 0; i < districts; i++) {
        disabled[i] = count(chance);
        visited[i] = Math.min(disabled[i], count(chance));
        places[i] = chance.nextInt(50);
      }
      Map<String, int[]> values =
          new TreeMap<>(Map.of("disabled", disabled, "visited", visited, "places", places));
      RegionEvaluation city = shown(values).get(0);
      String printed = new String(EvaluationJson.write(city), StandardCharsets.UTF_8);
      for (String statistic : List.of("disabled", "visited")) {
        small += attack(city, statistic, values.get(statistic), printed);
      }
    }
    assertThat(small).as("small counts that were attacked").isGreaterThan(500);
  }

  private static int count(Random chance) {
    return switch (chance.nextInt(4)) {
      case 0 -> chance.nextInt(5);
      case 1 -> 5 + chance.nextInt(5);
      default -> 10 + chance.nextInt(90);
    };
  }

  /** Takes the total from wherever it is printed, and what is shown of the districts from it. */
  private static int attack(RegionEvaluation city, String statistic, int[] values, String printed) {
    BigDecimal total = null;
    for (IndicatorResult figure : city.indicators()) {
      boolean numerator =
          statistic.equals("visited") ? figure.id().equals("visits") : figure.id().equals("people");
      boolean denominator = statistic.equals("disabled") && !figure.id().equals("people");
      BigDecimal said = numerator ? figure.numerator() : denominator ? figure.denominator() : null;
      total = said == null ? total : said;
    }
    int left = total == null ? -1 : total.intValueExact();
    int hidden = 0;
    int small = 0;
    for (int i = 0; i < values.length; i++) {
      boolean few = values[i] > 0 && values[i] < 5;
      BigDecimal said = input(city, statistic, i).value();
      assertThat(few && said != null).as("%s of %s in %s", statistic, i, printed).isFalse();
      small += few ? 1 : 0;
      hidden += said == null ? 1 : 0;
      left -= said == null || total == null ? 0 : said.intValueExact();
      for (IndicatorResult figure : city.indicators()) {
        boolean rests = !statistic.equals("visited") || figure.id().equals("visits");
        IndicatorResult.UnitResult unit = figure.units().get(i);
        if (rests && said == null) {
          assertThat(unit.amount()).isNull();
          assertThat(unit.numerator()).isNull();
          assertThat(unit.denominator()).isNull();
        }
      }
    }
    if (small > 0 && total != null) {
      assertThat(hidden).isGreaterThan(small);
      // the others are at least 1 if small, at least 5 if not: 4 must be left for each small one
      assertThat(left).isGreaterThanOrEqualTo(4 + (small - 1) + 5 * (hidden - small));
    }
    return small;
  }
}
