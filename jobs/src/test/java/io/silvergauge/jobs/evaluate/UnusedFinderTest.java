package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.Homes;
import io.silvergauge.jobs.SmallAssessment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusedFinderTest {
  /** 120181 北县市 is taken for a county of no city that is evaluated. */
  private static final UnusedFinder FINDER =
      new UnusedFinder(
          SmallAssessment.scheme(),
          SmallAssessment.regions(),
          Map.of(
              "110100", List.of("110100"),
              "110101", List.of("110100"),
              "110121", List.of("110100"),
              "110122", List.of("110100")),
          List.of(Period.parse("2023Q3"), Period.parse("2023Q4")));

  private static LeafSum sum(String region, String statistic, String period) {
    Period of = Period.parse(period);
    return LeafSum.of(
        new Observation(
            region,
            statistic,
            of,
            Mark.NUMBER,
            BigDecimal.ONE,
            SmallAssessment.scheme().statistic(statistic).unit(),
            ValueStatus.REPORTED,
            of.lastDay(),
            "",
            new Origin("a.csv", "", 7, statistic)));
  }

  @ParameterizedTest
  @CsvSource({
    "110101, beds, 2023Q4, 110000",
    "110101, beds, 2023Q4, mca",
    "110121, elderly, 2022, 110000",
    "110100, policy, 2023H2, 110000",
    "110101, funds, 2023, 110000"
  })
  void saysNothingOfWhatAFigureCanUse(
      String region, String statistic, String period, String sender) {
    assertThat(FINDER.find(sum(region, statistic, period), "a.csv", sender)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "110100, beds, 2023Q4, 110000, 110100, beds, ABOVE_GRAIN",
    "110101, policy, 2023H2, 110000, 110101, policy, OUTSIDE_GRAIN",
    "120181, beds, 2023Q4, 120000, 120181, '', NO_CITY",
    "110000, beds, 2023Q4, 110000, 110000, '', NO_CITY",
    "110101, balance, 2023Q4, 110000, '', balance, NO_INDICATOR",
    "110122, beds, 2023Q4, 110000, 110122, '', CODE_NOT_VALID",
    "110101, funds, 2023Q4, 110000, 110101, funds, NOT_FROM_JANUARY",
    "110101, beds, 2023Q4, 120000, 110101, '', NOT_OF_SENDER"
  })
  void saysWhyAValueIsInNoFigure(
      String region,
      String statistic,
      String period,
      String sender,
      String toldRegion,
      String toldStatistic,
      Unused.Reason reason) {
    assertThat(FINDER.find(sum(region, statistic, period), "a.csv", sender))
        .contains(new Unused("a.csv", toldRegion, toldStatistic, period, reason, 1, 7));
  }

  /** 110101 is of the city 110100; a record above the city may be its own. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "110101, 110000, A, -",
        "110000, 110000, A, -",
        "120181, 120000, A, NO_CITY",
        "110101, 120000, A, RECORD_NOT_OF_SENDER",
        "120181, 120000, '', -"
      })
  void saysOfARecordThatNoFigureCountsIt(
      String region, String sender, String id, Unused.Reason reason) {
    RegisterRecord record =
        new RegisterRecord(
            "homes", region, Period.parse("2023Q4"), id, Map.of(), new Origin("a.csv", "", 7, ""));
    UnusedFinder finder =
        new UnusedFinder(
            SmallAssessment.scheme(Homes.SCHEME),
            SmallAssessment.regions(),
            Map.of("110100", List.of("110100"), "110101", List.of("110100")),
            List.of(Period.parse("2023Q4")));

    assertThat(finder.find(record, "a.csv", sender))
        .isEqualTo(
            Optional.ofNullable(reason)
                .map(one -> new Unused("a.csv", region, "", "2023Q4", one, 1, 7)));
  }

  @Test
  void putsThoseOfOneKindTogether() {
    Unused beds = new Unused("a.csv", "1", "", "2023Q4", Unused.Reason.NO_CITY, 2, 9);
    Unused more = new Unused("a.csv", "1", "", "2023Q4", Unused.Reason.NO_CITY, 3, 4);
    Unused other = new Unused("a.csv", "0", "", "2023Q4", Unused.Reason.NO_CITY, 1, 5);
    assertThat(UnusedFinder.together(List.of(beds, more, other)))
        .containsExactly(
            other, new Unused("a.csv", "1", "", "2023Q4", Unused.Reason.NO_CITY, 5, 4));
    assertThat(new Told(List.of(), List.of(beds, more), List.of()).lines())
        .extracting(line -> line.en())
        .containsExactly(
            "Note: of 5 accepted values: the region belongs to no city that is evaluated; see"
                + " unused.csv");
  }
}
