package io.silvergauge.indicators.outcome;

import static io.silvergauge.indicators.SmallCity.CITY;
import static io.silvergauge.indicators.SmallCity.COUNTY;
import static io.silvergauge.indicators.SmallCity.COUNTY_CITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.ValueStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From reported periods to the one that is evaluated. */
class TimeTest {
  private final SmallCity city = new SmallCity();

  private Fraction value(String indicator, String period) {
    return ((Outcome.Amount) city.figure(indicator, period).outcome()).value();
  }

  private Outcome.Absent absent(String indicator, String period) {
    return (Outcome.Absent) city.figure(indicator, period).outcome();
  }

  private static Fraction exactly(String value) {
    return Fraction.parse(value);
  }

  @Test
  void carriesAStockForwardAsLongAsItMayAge() {
    city.says(CITY, "aged", "2022", "5");
    assertThat(value("aged", "2022Q4")).isEqualTo(exactly("5"));
    assertThat(city.figure("aged", "2022Q4").quality().age()).isZero();
    assertThat(value("aged", "2023Q2")).isEqualTo(exactly("5"));
    assertThat(city.figure("aged", "2023Q2").quality().age()).isEqualTo(6);

    Outcome.Absent old = absent("aged", "2023Q3");
    assertThat(old.reason()).isEqualTo(Reason.TOO_OLD);
    assertThat(old.detail().en())
        .isEqualTo("Yearly stock (newest is 2022, 9 months old, at most 6)");
    assertThat(old.detail().zh()).isEqualTo("年报（最新为 2022，已 9 个月，上限 6 个月）");
  }

  @Test
  void doesNotTakeABlankForTheNewestValue() {
    city.says(CITY, "aged", "2022", "5").says(CITY, "aged", "2023Q3", Mark.MISSING);
    assertThat(value("aged", "2023Q2")).isEqualTo(exactly("5"));
    assertThat(absent("aged", "2023Q3").detail().en()).contains("newest is 2022, 9 months old");
  }

  @Test
  void neverLooksIntoTheFuture() {
    city.says(CITY, "aged", "2023Q4", "9");
    assertThat(absent("aged", "2023Q3").reason()).isEqualTo(Reason.INPUT_MISSING);
  }

  @Test
  void prefersTheNewestStock() {
    city.says(CITY, "aged", "2023H1", "1").says(CITY, "aged", "2023-11", "2");
    assertThat(value("aged", "2023Q4")).isEqualTo(exactly("2"));
    city.says(CITY, "aged", "2023Q4", "3");
    assertThat(value("aged", "2023Q4")).isEqualTo(exactly("3"));
    city.says(CITY, "aged", "2024-01", "4");
    assertThat(value("aged", "2024Q1")).isEqualTo(exactly("4"));
  }

  @Test
  void doesNotCarryForwardWhatMayNotAge() {
    city.unitsSay("institution_beds", "2023Q3", "1", "2", "3");
    assertThat(absent("all_beds", "2023Q4").reason()).isEqualTo(Reason.INPUT_MISSING);
    assertThat(value("all_beds", "2023Q3")).isEqualTo(exactly("6"));
  }

  @ParameterizedTest
  @CsvSource({"2023Q4, 6", "2023-11, 2", "2023-10/2023-11, 3"})
  void sumsAFlowFromItsMonths(String period, String sum) {
    city.says(CITY, "trained", "2023-10", "1")
        .says(CITY, "trained", "2023-11", "2")
        .says(CITY, "trained", "2023-12", "3");
    assertThat(value("trained", period)).isEqualTo(exactly(sum));
    assertThat(absent("trained", "2023H2").reason()).isEqualTo(Reason.INPUT_MISSING);
  }

  @Test
  void sumsAYearFromQuartersAndMonths() {
    city.says(CITY, "trained", "2023Q1", "10")
        .says(CITY, "trained", "2023Q2", "20")
        .says(CITY, "trained", "2023-07", "1")
        .says(CITY, "trained", "2023-08", "2")
        .says(CITY, "trained", "2023-09", "3")
        .says(CITY, "trained", "2023Q4", "40");
    assertThat(value("trained", "2023")).isEqualTo(exactly("76"));
    assertThat(value("trained", "2023H1")).isEqualTo(exactly("30"));
    assertThat(value("trained", "2023Q3")).isEqualTo(exactly("6"));
  }

  @Test
  void prefersAFlowsOwnPeriodToTheSumOfItsParts() {
    city.says(CITY, "trained", "2023Q4", "7").says(CITY, "trained", "2023-10", "1");
    assertThat(value("trained", "2023Q4")).isEqualTo(exactly("7"));
  }

  @Test
  void subtractsYearToDateFiguresOfOneSource() {
    city.says(CITY, "funds", "2023Q1", "10")
        .says(CITY, "funds", "2023-01/2023-09", "70")
        .says(CITY, "funds", "2023", "100");
    assertThat(value("funds", "2023Q4")).isEqualTo(exactly("30"));
    assertThat(value("funds", "2023Q1")).isEqualTo(exactly("10"));
    assertThat(value("funds", "2023")).isEqualTo(exactly("100"));
    assertThat(value("funds", "2023-04/2023-09")).isEqualTo(exactly("60"));
    assertThat(absent("funds", "2023Q2").reason()).isEqualTo(Reason.INPUT_MISSING);
  }

  @Test
  void holdsAYearToDateThatFalls() {
    city.says(CITY, "funds", "2023-01/2023-09", "70").says(CITY, "funds", "2023", "60");
    Outcome.Absent none = absent("funds", "2023Q4");
    assertThat(none.reason()).isEqualTo(Reason.CONFLICTING_SOURCES);
    assertThat(none.detail().en())
        .isEqualTo("Funds (year to date falls from 70 (2023-01/2023-09) to 60 (2023))");
  }

  @Test
  void looksForMonthsWhereAQuarterWasLeftBlank() {
    city.says(CITY, "trained", "2023Q4", Mark.MISSING)
        .says(CITY, "trained", "2023-10", "1")
        .says(CITY, "trained", "2023-11", "2")
        .says(CITY, "trained", "2023-12", "3");
    assertThat(value("trained", "2023Q4")).isEqualTo(exactly("6"));
  }

  @Test
  void beginsToCumulateAnewEachJanuary() {
    city.says(CITY, "funds", "2022-01/2022-09", "50")
        .says(CITY, "funds", "2022", "80")
        .says(CITY, "funds", "2023Q1", "10")
        .says(CITY, "funds", "2023", "100");
    // (80 − 50) + 10; 80 + 100
    assertThat(value("funds", "2022-10/2023-03")).isEqualTo(exactly("40"));
    assertThat(value("funds", "2022-01/2023-12")).isEqualTo(exactly("180"));
    assertThat(absent("funds", "2021-10/2022-12").reason()).isEqualTo(Reason.INPUT_MISSING);
  }

  @Test
  void refusesToSubtractFiguresOfDifferentSources() {
    city.says(CITY, "funds", "2023-01/2023-09", "70");
    city.from("finance", "finance/410000/all").says(CITY, "funds", "2023", "100");
    Outcome.Absent none = absent("funds", "2023Q4");
    assertThat(none.reason()).isEqualTo(Reason.CONFLICTING_SOURCES);
    assertThat(none.detail().en())
        .isEqualTo(
            "Funds (year-to-date 2023-01/2023-09 and 2023 come from different sources"
                + " (civil_affairs, finance) and cannot be subtracted)");
  }

  @Test
  void takesYearToDateAsItStandsWhereAsked() {
    city.says(CITY, "funds_so_far", "2023-01/2023-09", "70");
    assertThat(value("funds_so_far", "2023Q3")).isEqualTo(exactly("70"));
    assertThat(absent("funds_so_far", "2023Q4").reason()).isEqualTo(Reason.INPUT_MISSING);
  }

  @Test
  void takesMeanAndLeastOfTheMonthsAndNeedsThemAll() {
    for (String statistic : new String[] {"residents_mean", "residents_min", "residents_all"}) {
      city.says(CITY, statistic, "2023-10", "10").says(CITY, statistic, "2023-12", "12");
      assertThat(absent(statistic, "2023Q4").reason()).isEqualTo(Reason.INPUT_MISSING);
      city.says(CITY, statistic, "2023-11", "9");
    }
    // (10 + 9 + 12) / 3 = 31/3
    assertThat(value("residents_mean", "2023Q4")).isEqualTo(exactly("31/3"));
    assertThat(value("residents_min", "2023Q4")).isEqualTo(exactly("9"));
    assertThat(value("residents_all", "2023Q4")).isEqualTo(exactly("12"));
    assertThat(value("residents_mean", "2023-11")).isEqualTo(exactly("9"));
    assertThat(absent("residents_all", "2024Q1").reason()).isEqualTo(Reason.INPUT_MISSING);
  }

  /** Visited of listed: October 90 of 100, November 150 of 300, December 100 of 100. */
  private void threeMonthsOfVisits() {
    String[][] months = {
      {"2023-10", "90", "100"}, {"2023-11", "150", "300"}, {"2023-12", "100", "100"}
    };
    for (String[] month : months) {
      city.unitsSay("visited", month[0], month[1], "0", "0");
      city.unitsSay("listed", month[0], month[2], "0", "0");
    }
  }

  @Test
  void takesTheLowestMonthOfAQuarter() {
    threeMonthsOfVisits();
    assertThat(city.figure("visits_min", "2023Q4").outcome())
        .isEqualTo(new Outcome.Amount(exactly("50"), exactly("150"), exactly("300")));
  }

  @Test
  void takesAllMonthsTogetherSoThatEachCountsByItsDenominator() {
    threeMonthsOfVisits();
    // (90 + 150 + 100) / (100 + 300 + 100) = 340 / 500 = 68 %, not the mean of 90, 50 and 100 %
    assertThat(city.figure("visits_mean", "2023Q4").outcome())
        .isEqualTo(new Outcome.Amount(exactly("68"), exactly("340"), exactly("500")));
  }

  @Test
  void showsTheWorstQualityOfAllMonthsItTakesTogether() {
    city.resting("", "2023-10-05", ValueStatus.DISPUTED);
    city.unitsSay("visited", "2023-10", "100", "0", "0")
        .unitsSay("listed", "2023-10", "100", "0", "0");
    city.resting("", "2023-11-30", ValueStatus.VERIFIED);
    city.unitsSay("visited", "2023-11", "50", "0", "0")
        .unitsSay("listed", "2023-11", "100", "0", "0");
    city.unitsSay("visited", "2023-12", "60", "0", "0")
        .unitsSay("listed", "2023-12", "100", "0", "0");
    Quality quality = city.figure("visits_mean", "2023Q4").quality();
    assertThat(quality.status()).isEqualTo(ValueStatus.DISPUTED);
    assertThat(quality.oldest()).isEqualTo("2023-10-05");
    assertThat(quality.present()).isEqualTo(3);
    assertThat(quality.expected()).isEqualTo(3);
  }

  @Test
  void namesTheMonthThatIsMissing() {
    threeMonthsOfVisits();
    city.amended().says(COUNTY, "visited", "2023-11", Mark.MISSING);
    Outcome.Absent none = absent("visits_min", "2023Q4");
    assertThat(none.reason()).isEqualTo(Reason.INCOMPLETE);
    assertThat(none.detail().en())
        .isEqualTo("2023-11: Visited: 1 of 3 units have no value: 410122 中牟县");
  }

  @Test
  void holdsTwoSlotsThatOverlapOnlyInTheirOwnPeriod() {
    city.says(CITY, "trained", "2023-10", "1").says(CITY, "trained", "2023-11", "2");
    city.from("health", "health/410000/all").says(CITY, "trained", "2023-11", "2");
    assertThat(value("trained", "2023-10")).isEqualTo(exactly("1"));
    assertThat(absent("trained", "2023-10/2023-11").reason()).isEqualTo(Reason.CONFLICTING_SOURCES);
    assertThat(city.figure("all_beds", COUNTY_CITY, "2023-10").units()).isEmpty();
  }

  @Test
  void holdsALevelThatIsSaidDifferentlyUnderTwoNamesOfItsEnd() {
    city.says(CITY, "aged", "2023Q4", "100").from("yearbook", "yearbook/410000/2023/all");
    city.says(CITY, "aged", "2023-12", "101");
    Outcome.Absent absent = (Outcome.Absent) city.figure("aged", "2023Q4").outcome();
    assertThat(absent.reason()).isEqualTo(Reason.CONFLICTING_SOURCES);
    assertThat(absent.detail().en())
        .contains("civil_affairs/410000/all (2023Q4) ≠ yearbook/410000/2023/all (2023-12)");
  }

  @Test
  void takesALevelThatIsSaidAlikeUnderTwoNamesOfItsEnd() {
    city.says(CITY, "aged", "2023Q4", "100").from("yearbook", "yearbook/410000/2023/all");
    city.says(CITY, "aged", "2023", "100.0").says(CITY, "aged", "2023-12", Mark.MISSING);
    assertThat(value("aged", "2023Q4")).isEqualTo(Fraction.of(100));
  }

  @ParameterizedTest
  @CsvSource({"yearbook, 101", "civil_affairs, 100"})
  void takesTheSourceThatGoesBeforeOfTwoNamesOfAnEnd(String first, int value) {
    city.says(CITY, "aged", "2023Q4", "100").from("yearbook", "yearbook/410000/2023/all");
    city.says(CITY, "aged", "2023-12", "101").precedence(first);
    assertThat(value("aged", "2023Q4")).isEqualTo(Fraction.of(value));
  }
}
