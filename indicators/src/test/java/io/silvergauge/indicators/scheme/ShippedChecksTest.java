package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.SmallCity.CITY;
import static io.silvergauge.indicators.SmallCity.COUNTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.check.Breach;
import io.silvergauge.indicators.check.Check;
import io.silvergauge.indicators.check.Severity;
import io.silvergauge.indicators.outcome.Figure;
import io.silvergauge.indicators.outcome.Outcomes;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check of the shipped scheme speaks against one thing, and nothing else would. */
class ShippedChecksTest {
  private static final String TEXT =
      new String(TestFiles.bytes(TestFiles.shippedScheme()), StandardCharsets.UTF_8);
  private static final Scheme SCHEME = TestFiles.scheme(TEXT);
  private static final Period QUARTER = Period.parse("2023Q4");

  /**
   * Figures that no check speaks against: in the fourth quarter 10,040 registered older persons,
   * 304 beds, 1,000 disabled, 500 in special difficulty; ten hospitals.
   */
  private static SmallCity sound(Scheme scheme) {
    SmallCity city = new SmallCity(scheme);
    for (int quarter = 1; quarter <= 4; quarter++) {
      String period = "2023Q" + quarter;
      all(city, "registered_elderly_60plus", period, Integer.toString(10_000 + 10 * quarter));
      all(city, "institution_beds", period, Integer.toString(300 + quarter));
      all(city, "disabled_elderly", period, "1000");
      all(city, "nursing_beds", period, "100");
    }
    all(city, "tekun_elderly", "2023Q4", "50");
    all(city, "special_difficulty_elderly", "2023Q4", "500");
    all(city, "special_difficulty_elderly_visited", "2023Q4", "400");
    all(city, "social_workers", "2023Q4", "5");
    all(city, "census_60plus", "2020", "9000");
    all(city, "general_hospitals_2plus", "2023", "10");
    all(city, "general_hospitals_2plus_geriatric", "2023", "6");
    all(city, "planned_population", "2023H2", "20000");
    all(city, "elderly_care_land", "2023H2", "3000");
    return city.amended();
  }

  private static void all(SmallCity city, String statistic, String period, String value) {
    city.unitsSay(statistic, period, value, value, value);
  }

  /** For each check the least change of a county's figures that it speaks against. */
  private static Map<String, UnaryOperator<SmallCity>> changes() {
    Map<String, UnaryOperator<SmallCity>> changes = new TreeMap<>();
    // 305 of 304 beds
    changes.put("nursing_beds_within_beds", says("nursing_beds", "2023Q4", "305"));
    changes.put("destitute_within_registered", says("tekun_elderly", "2023Q4", "10041"));
    changes.put(
        "geriatric_within_hospitals", says("general_hospitals_2plus_geriatric", "2023", "11"));
    changes.put(
        "visited_within_special_difficulty",
        says("special_difficulty_elderly_visited", "2023Q4", "501"));
    // 1,205 of 10,040 are 120.02 per thousand
    changes.put(
        "beds_per_thousand",
        city ->
            city.says(COUNTY, "institution_beds", "2023Q3", "1205")
                .says(COUNTY, "institution_beds", "2023Q4", "1205"));
    changes.put("beds_as_listed", says("listed_beds", "2023Q4", "303"));
    // 4,017 of 10,040 are 40.01 %
    changes.put(
        "disabled_share",
        city ->
            city.says(COUNTY, "disabled_elderly", "2023Q3", "4017")
                .says(COUNTY, "disabled_elderly", "2023Q4", "4017"));
    changes.put(
        "special_difficulty_within_registered",
        says("special_difficulty_elderly", "2023Q4", "10041"));
    // 10,040 are 2.51 times 4,000
    changes.put("registered_against_census", says("census_60plus", "2020", "4000"));
    // 91 for 9,000 are 10.1 per thousand
    changes.put("social_workers_per_thousand", says("social_workers", "2023Q4", "91"));
    changes.put("land_per_head", says("elderly_care_land", "2023H2", "40001"));
    // 8,366 to 10,040 is +20.01 %
    changes.put("registered_jump", says("registered_elderly_60plus", "2023Q3", "8366"));
    // 202 to 304 is +50.5 %
    changes.put("beds_jump", says("institution_beds", "2023Q3", "202"));
    // 600 to 1,000 is +66.7 %
    changes.put("disabled_jump", says("disabled_elderly", "2023Q3", "600"));
    changes.put(
        "registered_unchanged",
        city ->
            city.says(COUNTY, "registered_elderly_60plus", "2023Q1", "10040")
                .says(COUNTY, "registered_elderly_60plus", "2023Q2", "10040")
                .says(COUNTY, "registered_elderly_60plus", "2023Q3", "10040"));
    changes.put(
        "hospitals_stale",
        city ->
            city.resting("", "2022-06-29", ValueStatus.REPORTED)
                .says(COUNTY, "general_hospitals_2plus", "2023", "10"));
    changes.put(
        "beds_expected", city -> city.says(COUNTY, "institution_beds", "2023Q4", Mark.MISSING));
    changes.put(
        "hospitals_expected",
        city -> city.says(COUNTY, "general_hospitals_2plus", "2023", Mark.MISSING));
    changes.put(
        "special_difficulty_expected",
        city -> city.says(COUNTY, "special_difficulty_elderly", "2023Q4", Mark.MISSING));
    return changes;
  }

  private static UnaryOperator<SmallCity> says(String statistic, String period, String value) {
    return city -> city.says(COUNTY, statistic, period, value);
  }

  static Stream<Check> checks() {
    return SCHEME.checks().stream();
  }

  @Test
  void noneSpeaksAgainstSoundFigures() {
    assertThat(sound(SCHEME).outcomes().check(CITY, QUARTER)).isEmpty();
  }

  @Test
  void eachHasItsCaseHere() {
    assertThat(changes().keySet())
        .containsExactlyInAnyOrderElementsOf(SCHEME.checks().stream().map(Check::id).toList());
  }

  @ParameterizedTest
  @MethodSource("checks")
  void eachSpeaksAgainstItsCaseAloneAndIsMissedWithoutIt(Check check) {
    List<Breach> breaches =
        changes().get(check.id()).apply(sound(SCHEME)).outcomes().check(CITY, QUARTER);
    assertThat(breaches)
        .extracting(one -> one.check().id() + " " + one.region())
        .containsExactly(check.id() + " " + COUNTY);
    assertThat(breaches.get(0).message().zh()).isNotEmpty().doesNotContain("{", "–");
    assertThat(breaches.get(0).message().en()).isNotEmpty().doesNotContain("{", "–");

    Scheme without = without(check);
    assertThat(without.checks()).hasSize(SCHEME.checks().size() - 1);
    assertThat(changes().get(check.id()).apply(sound(without)).outcomes().check(CITY, QUARTER))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void onlyAnErrorChangesFigures(Check check) {
    assertThat(figures(SCHEME, check).equals(figures(without(check), check)))
        .isEqualTo(check.severity() != Severity.ERROR);
  }

  private static List<Figure> figures(Scheme scheme, Check check) {
    Outcomes outcomes = changes().get(check.id()).apply(sound(scheme)).outcomes();
    outcomes.check(CITY, QUARTER);
    return scheme.indicators().stream()
        .map(indicator -> outcomes.figure(indicator, CITY, QUARTER))
        .toList();
  }

  private static Scheme without(Check check) {
    int from = TEXT.indexOf("  - id: " + check.id() + "\n    level:");
    int next = TEXT.indexOf("\n  - id: ", from + 1);
    int end = TEXT.indexOf("\n\nindicators:", from);
    int to = next < 0 || next > end ? end : next + 1;
    assertThat(from).isPositive();
    return TestFiles.scheme(TEXT.substring(0, from) + TEXT.substring(to));
  }
}
