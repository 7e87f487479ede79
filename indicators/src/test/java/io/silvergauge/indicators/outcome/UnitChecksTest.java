package io.silvergauge.indicators.outcome;

import static io.silvergauge.indicators.SmallCity.CITY;
import static io.silvergauge.indicators.SmallCity.COUNTY;
import static io.silvergauge.indicators.SmallCity.COUNTY_CITY;
import static io.silvergauge.indicators.SmallCity.DISTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.check.Breach;
import io.silvergauge.indicators.check.Seen;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitChecksTest {
  private static final String QUARTER = "2023Q4";

  private static SmallCity city(String severity, String message, String rule) {
    return new SmallCity(
        TestFiles.scheme(
            SmallCity.text()
                + "\nchecks:\n  - {id: c, level: 2, severity: %s, message: {zh: \"%s\", en: \"%s\"}, %s}\n"
                    .formatted(severity, message, message, rule)));
  }

  private static SmallCity city(String message, String rule) {
    return city("warning", message, rule);
  }

  private static List<Breach> breaches(SmallCity city) {
    return city.outcomes().check(CITY, Period.parse(QUARTER));
  }

  /** Region and message of each breach. */
  private static List<String> said(SmallCity city) {
    return breaches(city).stream().map(one -> one.region() + " " + one.message().en()).toList();
  }

  @Test
  void aConditionHoldsInEachUnitByItself() {
    SmallCity city =
        city("{nursing_beds} > {institution_beds}", "holds: nursing_beds <= institution_beds")
            .unitsSay("nursing_beds", QUARTER, "10", "11", "0")
            .unitsSay("institution_beds", QUARTER, "10", "10", "10");
    assertThat(said(city)).containsExactly(COUNTY + " 11 > 10");
  }

  @Test
  void aConditionOnValuesPerHeadIsWorkedOutExactly() {
    // By hand: 120 beds of 1,000 are 120 per thousand and pass; 121 do not
    SmallCity city =
        city("{institution_beds}", "holds: institution_beds / persons * 1000 <= 120")
            .unitsSay("institution_beds", QUARTER, "120", "121", "5")
            .unitsSay("persons", QUARTER, "1000", "1000", "0");
    assertThat(said(city)).containsExactly(COUNTY + " 121");
  }

  @Test
  void aMissingOrTooSmallValueNeitherPassesNorFails() {
    SmallCity city =
        city("error", "{nursing_beds}", "holds: nursing_beds <= institution_beds")
            .says(DISTRICT, "nursing_beds", QUARTER, "11")
            .says(COUNTY, "nursing_beds", QUARTER, "11")
            .says(COUNTY, "institution_beds", QUARTER, Mark.MISSING)
            .says(COUNTY_CITY, "nursing_beds", QUARTER, "1")
            .says(COUNTY_CITY, "institution_beds", QUARTER, Mark.TOO_SMALL);
    assertThat(said(city)).isEmpty();
  }

  @Test
  void partsComeToTheirTotalWithinTheSourcesRounding() {
    // By hand: 3 + 4 = 7, 8 is one off; 9 is two off
    String rule = "total: {of: [visited, social_workers], is: listed, within: 1}";
    SmallCity city =
        city("{visited} + {social_workers} = {computed}, not {listed} ± {limit}", rule)
            .unitsSay("visited", QUARTER, "3", "3", "3")
            .unitsSay("social_workers", QUARTER, "4", "4", "4")
            .unitsSay("listed", QUARTER, "7", "8", "9");
    assertThat(said(city)).containsExactly(COUNTY_CITY + " 3 + 4 = 7, not 9 ± 1");
  }

  @Test
  void aStatedShareIsTheOneItsPartsGive() {
    // By hand: 1 of 3 is 33.333… %; 33.3 is 0.033… off, 33.2 is 0.133… off
    String rule =
        "share: {of: nursing_beds, in: institution_beds, stated: stated_by_county, within: 0.05}";
    SmallCity city =
        city("{computed} not {stated_by_county}", rule)
            .unitsSay("nursing_beds", QUARTER, "1", "1", "1")
            .unitsSay("institution_beds", QUARTER, "3", "3", "0")
            .unitsSay("stated_by_county", QUARTER, "33.3", "33.2", "33");
    assertThat(said(city)).containsExactly(COUNTY + " 33.33 not 33.2");
  }

  @Test
  void aShareStatedForTheWholeCityIsHeldAgainstTheSumsOfItsUnits() {
    // By hand: (1 + 2 + 3) / (10 + 10 + 10) = 20 %
    String rule =
        "share: {of: nursing_beds, in: institution_beds, stated: stated_share, within: 0.05}";
    SmallCity city =
        city("error", "{nursing_beds}/{institution_beds} is {computed}, not {stated_share}", rule)
            .unitsSay("nursing_beds", QUARTER, "1", "2", "3")
            .unitsSay("institution_beds", QUARTER, "10", "10", "10")
            .says(CITY, "stated_share", QUARTER, "25");
    assertThat(said(city)).containsExactly(CITY + " 6/30 is 20, not 25");
    Outcomes outcomes = city.outcomes();
    outcomes.check(CITY, Period.parse(QUARTER));
    assertThat(outcomes.figure(city.indicator("all_beds"), CITY, Period.parse(QUARTER)).outcome())
        .isInstanceOf(Outcome.Absent.class);
  }

  @Test
  void aJumpIsMeasuredAgainstThePeriodBefore() {
    // By hand: 100 → 150 is +50 %, 100 → 151 +51 %, 100 → 49 −51 %
    String rule = "jump: {of: persons, over: 50}";
    SmallCity city =
        city("{previous} → {persons}: {change} %", rule)
            .unitsSay("persons", "2023Q3", "100", "100", "100")
            .unitsSay("persons", QUARTER, "150", "151", "49");
    assertThat(said(city))
        .containsExactly(COUNTY + " 100 → 151: +51 %", COUNTY_CITY + " 100 → 49: -51 %");
    assertThat(breaches(city).get(0).seen())
        .extracting(Seen::period)
        .containsExactly(Period.parse(QUARTER), Period.parse("2023Q3"));
  }

  @Test
  void aJumpFromNothingOrFromAnotherKindOfPeriodCannotBeTold() {
    SmallCity city =
        city("{change}", "jump: {of: persons, over: 50}")
            .says(DISTRICT, "persons", "2023Q3", "0")
            .says(COUNTY, "persons", "2022Q4", "100")
            .unitsSay("persons", QUARTER, "150", "151", "49");
    assertThat(said(city)).isEmpty();
  }

  @Test
  void theSameValueIsToldOnceItStandsForAllThePeriods() {
    SmallCity city = city("{persons} {limit} times", "unchanged: {of: persons, periods: 4}");
    for (String quarter : List.of("2023Q1", "2023Q2", "2023Q3", QUARTER)) {
      city.says(DISTRICT, "persons", quarter, "700");
      city.says(COUNTY, "persons", quarter, quarter.equals("2023Q1") ? "701" : "700");
      if (!quarter.equals("2023Q2")) {
        city.says(COUNTY_CITY, "persons", quarter, "700");
      }
    }
    assertThat(said(city)).containsExactly(DISTRICT + " 700 4 times");
  }

  @Test
  void aValueCarriedForwardIsNotTheSameValueReportedAgain() {
    SmallCity city =
        city("{aged}", "unchanged: {of: aged, periods: 2}").says(CITY, "aged", "2023Q3", "5");
    assertThat(said(city)).isEmpty();
    assertThat(said(city.says(CITY, "aged", QUARTER, "5"))).containsExactly(CITY + " 5");
  }

  @Test
  void aReferenceDateTooFarBackIsStale() {
    // By hand: eighteen months before 2023-12-31 is 2022-06-30
    String rule = "stale: {of: persons, months: 18}";
    SmallCity city =
        city("{persons} of {reference_date}", rule)
            .resting("", "2022-06-30", ValueStatus.REPORTED)
            .says(DISTRICT, "persons", QUARTER, "1")
            .resting("", "2022-06-29", ValueStatus.REPORTED)
            .says(COUNTY, "persons", QUARTER, "2");
    assertThat(said(city)).containsExactly(COUNTY + " 2 of 2022-06-29");
  }

  @Test
  void aUnitThatShouldReportAndDoesNotIsNamed() {
    SmallCity city =
        city("{region} {period}", "expected_leaves: {of: persons}")
            .says(DISTRICT, "persons", QUARTER, "1")
            .says(COUNTY, "persons", QUARTER, Mark.NOT_APPLICABLE)
            .says(COUNTY_CITY, "persons", QUARTER, Mark.MISSING);
    assertThat(said(city)).containsExactly(COUNTY_CITY + " 巩义市 2023Q4");
  }

  @Test
  void whereNobodyReportsThatIsOneRemarkAboutTheCity() {
    SmallCity city = city("{region}", "expected_leaves: {of: persons}");
    assertThat(said(city)).containsExactly(CITY + " 郑州市");
  }

  @Test
  void anErrorHoldsItsValuesBackAndTheFigureSaysWhy() {
    SmallCity city =
        city(
                "error",
                "{nursing_beds} > {institution_beds}",
                "holds: nursing_beds <= institution_beds")
            .unitsSay("nursing_beds", QUARTER, "5", "11", "5")
            .unitsSay("institution_beds", QUARTER, "10", "10", "10");
    Outcomes outcomes = city.outcomes();
    assertThat(outcomes.check(CITY, Period.parse(QUARTER))).hasSize(1);
    Outcome.Absent absent =
        (Outcome.Absent)
            outcomes.figure(city.indicator("nursing_share"), CITY, Period.parse(QUARTER)).outcome();
    assertThat(absent.reason()).isEqualTo(Reason.CHECK_FAILED);
    assertThat(absent.detail().en())
        .isEqualTo("Beds: 1 of 3 units have no value: 410122 中牟县 (check c: 11 > 10)");
    // By hand: paired leaves the county out, (5 + 5) / (10 + 10) = 50 %
    Outcome.Amount paired =
        (Outcome.Amount)
            outcomes
                .figure(city.indicator("nursing_share_paired"), CITY, Period.parse(QUARTER))
                .outcome();
    assertThat(paired.value().printed()).isEqualByComparingTo("50");
  }

  @Test
  void aWarningHoldsNothingBack() {
    SmallCity city =
        city("{nursing_beds}", "holds: nursing_beds <= 10")
            .unitsSay("nursing_beds", QUARTER, "5", "11", "4")
            .unitsSay("institution_beds", QUARTER, "10", "20", "10");
    Outcomes outcomes = city.outcomes();
    assertThat(outcomes.check(CITY, Period.parse(QUARTER))).hasSize(1);
    // By hand: (5 + 11 + 4) / (10 + 20 + 10) = 50 %
    Outcome.Amount share =
        (Outcome.Amount)
            outcomes.figure(city.indicator("nursing_share"), CITY, Period.parse(QUARTER)).outcome();
    assertThat(share.value().printed()).isEqualByComparingTo("50");
  }

  private static SmallCity visits(SmallCity city, String listed, String... visitedOfCounty) {
    List<String> months = List.of("2023-10", "2023-11", "2023-12");
    for (int i = 0; i < months.size(); i++) {
      city.unitsSay("listed", months.get(i), listed, listed, listed)
          .unitsSay("visited", months.get(i), "8", visitedOfCounty[i], "8");
    }
    return city;
  }

  /** A ratio takes each month, so a check sees each; December is what the quarter shows too. */
  @Test
  void whatIsTakenMonthByMonthIsCheckedMonthByMonth() {
    // By hand: the county visits 11, 9 and 12 of 10; October and December are wrong
    SmallCity city =
        visits(
            city("error", "{visited} of {listed} in {period}", "holds: visited <= listed"),
            "10",
            "11",
            "9",
            "12");
    assertThat(said(city))
        .containsExactly(COUNTY + " 12 of 10 in 2023Q4", COUNTY + " 2023-10: 11 of 10 in 2023-10");
    assertThat(breaches(city))
        .extracting(Breach::period)
        .containsOnly(Period.parse(QUARTER)); // the one by which it is justified
  }

  @Test
  void anErrorInOneMonthHoldsTheMonthsFiguresBackAndSaysWhichMonth() {
    SmallCity city =
        visits(
            city("error", "{visited} of {listed}", "holds: visited <= listed"),
            "10",
            "8",
            "11",
            "8");
    Outcomes outcomes = city.outcomes();
    assertThat(outcomes.check(CITY, Period.parse(QUARTER))).hasSize(1);
    for (String id : List.of("visits_min", "visits_mean")) {
      Outcome.Absent absent =
          (Outcome.Absent)
              outcomes.figure(city.indicator(id), CITY, Period.parse(QUARTER)).outcome();
      assertThat(absent.reason()).isEqualTo(Reason.CHECK_FAILED);
      assertThat(absent.detail().en()).contains("check c: 2023-11: 11 of 10");
    }
  }

  @Test
  void aJumpBetweenTheMonthsOfAQuarterIsSeen() {
    // By hand: 8 → 80 is +900 %, 80 → 8 is −90 %; December and the quarter before say nothing
    SmallCity city =
        visits(
            city("{previous} → {visited}", "jump: {of: visited, over: 50}"), "90", "8", "80", "8");
    assertThat(said(city))
        .containsExactly(COUNTY + " 2023-11: 8 → 80", COUNTY + " 2023-12: 80 → 8");
  }

  @Test
  void aUnitThatIsSilentInOneMonthIsNamedWithTheMonth() {
    SmallCity city =
        city("{region}", "expected_leaves: {of: visited}")
            .unitsSay("visited", "2023-10", "1", "1", "1")
            .says(DISTRICT, "visited", "2023-11", "1")
            .says(COUNTY_CITY, "visited", "2023-11", "1")
            .says(DISTRICT, "visited", "2023-12", "1")
            .says(COUNTY, "visited", "2023-12", "1");
    assertThat(said(city)).containsExactly(COUNTY + " 2023-11: 中牟县", COUNTY_CITY + " 巩义市");
  }

  @Test
  void anErrorOverTimeHoldsTheNewValueBackNotTheOld() {
    SmallCity city =
        city("error", "{change}", "jump: {of: persons, over: 50}")
            .unitsSay("persons", "2023Q3", "100", "100", "100")
            .unitsSay("persons", QUARTER, "100", "500", "100");
    assertThat(breaches(city)).hasSize(1);
    assertThat(city.outcomes().check(CITY, Period.parse("2023Q3"))).isEmpty();
  }
}
