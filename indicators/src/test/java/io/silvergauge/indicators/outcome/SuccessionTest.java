package io.silvergauge.indicators.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Successors;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Luoyang in March 2021: 410306 吉利区 and 410322 孟津县 were merged into 410308 孟津区 on the 18th. */
class SuccessionTest {
  private static final String CITY = "410300";
  private static final String OTHER = "410302";
  private static final String JILI = "410306";
  private static final String OLD_MENGJIN = "410322";
  private static final String MENGJIN = "410308";

  private static final Scheme SCHEME =
      TestFiles.scheme(
          SmallCity.text()
              .replaceFirst(
                  "  - \\{id: aged, name",
                  "  - {id: people, name: {zh: 人口, en: People}, unit: 人, grain: county_level,"
                      + " max_age: 60}\n"
                      + "  - {id: events, name: {zh: 人次, en: Events}, unit: 人次, grain:"
                      + " county_level, time: flow}\n"
                      + "  - {id: spent, name: {zh: 支出, en: Spent}, unit: 万元, grain:"
                      + " county_level, time: year_to_date}\n"
                      + "  - {id: aged, name")
              .replaceFirst(
                  "  - \\{id: county_hospital",
                  "  - {id: people, name: {zh: 人口, en: People}, dimension: care, count: {of:"
                      + " people}, better: higher, weight: 1}\n"
                      + "  - {id: events, name: {zh: 人次, en: Events}, dimension: care, count: {of:"
                      + " events}, better: higher, weight: 1}\n"
                      + "  - {id: spent, name: {zh: 支出, en: Spent}, dimension: care, count: {of:"
                      + " spent}, better: higher, weight: 1}\n"
                      + "  - {id: county_hospital"));

  private final SmallCity said = new SmallCity(SCHEME);

  private static Region region(String code, String name, String level, String from, String to) {
    return new Region(
        code,
        new Bilingual(name, ""),
        level,
        code.equals(CITY) ? "" : CITY,
        new Validity(
            from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from),
            to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to)),
        "");
  }

  private static List<Region> luoyang() {
    return new ArrayList<>(
        List.of(
            region(CITY, "洛阳市", "prefecture", "", ""),
            region(OTHER, "老城区", "district", "", ""),
            region(JILI, "吉利区", "district", "", "2021-03-18"),
            region(OLD_MENGJIN, "孟津县", "county", "", "2021-03-18"),
            region(MENGJIN, "孟津区", "district", "2021-03-18", "")));
  }

  private static Successors table(String... rows) {
    Faults faults = new Faults();
    Successors table =
        Successors.read(
            "successors.csv",
            TestFiles.utf8("from,to,on,share\n" + String.join("\n", rows) + "\n"),
            faults);
    assertThat(TestFiles.said(faults)).isEmpty();
    return table;
  }

  private static final Successors MERGER =
      table("410306,410308,2021-03-18,", "410322,410308,2021-03-18,");

  private Outcome outcome(Successors table, String indicator, String region, String period) {
    return outcome(luoyang(), table, indicator, region, period);
  }

  private Outcome outcome(
      List<Region> regions, Successors table, String indicator, String region, String period) {
    return new Outcomes(SCHEME, new RegionTree(regions, table), said.reported())
        .figure(said.indicator(indicator), region, Period.parse(period))
        .outcome();
  }

  private static Fraction value(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Amount.class);
    return ((Outcome.Amount) outcome).value();
  }

  private static Outcome.Absent absent(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Absent.class);
    return (Outcome.Absent) outcome;
  }

  /** 410322 gave four tenths to 410308 and went on; half a year later 410306 went into it. */
  @ParameterizedTest
  @CsvSource({
    "2021Q1, 410322, 1000", // nothing had changed
    "2021Q2, 410308, 400", // 0.4 × 1,000
    "2021Q2, 410322, 600", // 0.6 × 1,000
    "2021Q4, 410308, 400", // what became of 410322 later is none of its own
    "2021Q4, 410322, 1100", // 600 + 500
    "2021Q4, 410300, 1500" // all there were
  })
  void aPartIsOfTheUnitAsItWasBeforeTheChange(String period, String region, long people) {
    List<Region> regions =
        List.of(
            region(CITY, "洛阳市", "prefecture", "", ""),
            region(JILI, "吉利区", "district", "", "2021-10-01"),
            region(OLD_MENGJIN, "孟津县", "county", "", ""),
            region(MENGJIN, "孟津区", "district", "2021-04-01", ""));
    Successors table =
        table(
            "410322,410308,2021-04-01,0.4",
            "410322,410322,2021-04-01,0.6",
            "410306,410322,2021-10-01,");
    said.says(OLD_MENGJIN, "people", "2020", "1000").says(JILI, "people", "2020", "500");
    Outcomes outcomes = new Outcomes(SCHEME, new RegionTree(regions, table), said.reported());

    for (String before : List.of("2021Q3", "2021Q2")) { // whatever was asked before
      outcomes.figure(said.indicator("people"), CITY, Period.parse(before));
    }
    Outcome outcome =
        outcomes.figure(said.indicator("people"), region, Period.parse(period)).outcome();

    assertThat(value(outcome)).isEqualTo(Fraction.of(people));
  }

  private static List<Region> luoyang2021() {
    return List.of(
        region(CITY, "洛阳市", "prefecture", "", ""),
        region(OTHER, "老城区", "district", "", ""),
        region(JILI, "吉利区", "district", "", "2021-04-01"),
        region(OLD_MENGJIN, "孟津县", "county", "", ""),
        region(MENGJIN, "孟津区", "district", "2021-10-01", ""));
  }

  /** 410306 went into 410322; half a year later 410322 gave four tenths of itself to 410308. */
  @ParameterizedTest
  @CsvSource({
    "2021Q1, 410322, 1000",
    "2021Q2, 410322, 1500", // 1,000 + 500
    "2021Q4, 410322, 900", // 0.6 × 1,500, and not 0.6 × 1,000 + 500
    "2021Q4, 410308, 600", // 0.4 × 1,500, and not 0.4 × 1,000
    "2021Q4, 410300, 1507", // all there were, with the 7 of 410302
    "2022Q4, 410300, 1507"
  })
  void aUnitHandsOnWhatItTookInBefore(String period, String region, long people) {
    said.says(OLD_MENGJIN, "people", "2020", "1000")
        .says(JILI, "people", "2020", "500")
        .says(OTHER, "people", "2020", "7");
    List<String> rows =
        new ArrayList<>(
            List.of(
                "410306,410322,2021-04-01,",
                "410322,410322,2021-10-01,0.6",
                "410322,410308,2021-10-01,0.4"));
    for (int turn = 0; turn < rows.size(); turn++) {
      Collections.rotate(rows, 1); // whatever the order of lines
      Outcomes outcomes =
          new Outcomes(
              SCHEME,
              new RegionTree(luoyang2021(), table(rows.toArray(String[]::new))),
              said.reported());
      for (String before : List.of("2022Q4", "2021Q1", "2021Q3")) { // whatever was asked before
        outcomes.figure(said.indicator("people"), CITY, Period.parse(before));
      }
      assertThat(
              value(
                  outcomes
                      .figure(said.indicator("people"), region, Period.parse(period))
                      .outcome()))
          .isEqualTo(Fraction.of(people));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "410322, 410308", // 410306 says nothing
    "410306, 410308",
    "410322, 410322",
    "410306, 410322"
  })
  void handsNothingOnWhereAPartOfItIsMissing(String only, String asked) {
    said.says(only, "people", "2020", "1000");
    Successors table =
        table(
            "410306,410322,2021-04-01,",
            "410322,410322,2021-10-01,0.6",
            "410322,410308,2021-10-01,0.4");
    assertThat(absent(outcome(luoyang2021(), table, "people", asked, "2021Q4")).reason())
        .isEqualTo(Reason.INPUT_MISSING);
  }

  /** 410306 gave half to 410322, which then gave half to 410302, which then went into 410308. */
  @ParameterizedTest
  @CsvSource({
    "2021Q2, 410306, 500", // 1,000 / 2
    "2021Q2, 410322, 900", // 400 + 500
    "2021Q3, 410322, 450", // 900 / 2
    "2021Q3, 410302, 550", // 100 + 450
    "2021Q4, 410308, 550",
    "2021Q4, 410322, 450",
    "2021Q4, 410306, 500",
    "2021Q4, 410300, 1500"
  })
  void followsChangesOfThreeDays(String period, String region, long people) {
    List<Region> regions =
        List.of(
            region(CITY, "洛阳市", "prefecture", "", ""),
            region(OTHER, "老城区", "district", "", "2021-10-01"),
            region(JILI, "吉利区", "district", "", ""),
            region(OLD_MENGJIN, "孟津县", "county", "", ""),
            region(MENGJIN, "孟津区", "district", "2021-10-01", ""));
    Successors table =
        table(
            "410302,410308,2021-10-01,",
            "410322,410302,2021-07-01,1/2",
            "410322,410322,2021-07-01,1/2",
            "410306,410322,2021-04-01,1/2",
            "410306,410306,2021-04-01,1/2");
    said.says(JILI, "people", "2020", "1000")
        .says(OLD_MENGJIN, "people", "2020", "400")
        .says(OTHER, "people", "2020", "100");
    assertThat(value(outcome(regions, table, "people", region, period)))
        .isEqualTo(Fraction.of(people));
  }

  /** On one day 410306 went into 410322, and 410322, as it was, gave four tenths to 410308. */
  @ParameterizedTest
  @CsvSource({"410322, 1100", "410308, 400", "410300, 1500"})
  void changesOfOneDayAreOfTheUnitsAsTheyWereBeforeIt(String region, long people) {
    List<Region> regions =
        List.of(
            region(CITY, "洛阳市", "prefecture", "", ""),
            region(JILI, "吉利区", "district", "", "2021-04-01"),
            region(OLD_MENGJIN, "孟津县", "county", "", ""),
            region(MENGJIN, "孟津区", "district", "2021-04-01", ""));
    Successors table =
        table(
            "410306,410322,2021-04-01,",
            "410322,410322,2021-04-01,0.6",
            "410322,410308,2021-04-01,0.4");
    said.says(OLD_MENGJIN, "people", "2020", "1000").says(JILI, "people", "2020", "500");
    assertThat(value(outcome(regions, table, "people", region, "2021Q2")))
        .isEqualTo(Fraction.of(people));
  }

  @ParameterizedTest
  @CsvSource({"410302, 500", "410306, 1000", "410300, 1500"})
  void twoUnitsMayChangeTheirCodes(String region, long people) {
    List<Region> regions =
        List.of(
            region(CITY, "洛阳市", "prefecture", "", ""),
            region(OTHER, "老城区", "district", "", ""),
            region(JILI, "吉利区", "district", "", ""));
    Successors table = table("410306,410302,2021-04-01,", "410302,410306,2021-04-01,");
    said.says(OTHER, "people", "2020", "1000").says(JILI, "people", "2020", "500");
    assertThat(value(outcome(regions, table, "people", region, "2021Q2")))
        .isEqualTo(Fraction.of(people));
  }

  /** 410322 gave a tenth to 410302 twice. */
  @Test
  void aUnitMayGivePartsAwayOnSeveralDays() {
    Successors table =
        table(
            "410322,410302,2021-04-01,0.1",
            "410322,410322,2021-04-01,0.9",
            "410322,410302,2021-10-01,0.1",
            "410322,410322,2021-10-01,0.9");
    said.says(OLD_MENGJIN, "people", "2020", "1000").says(OTHER, "people", "2020", "0");
    List<Region> regions =
        List.of(
            region(CITY, "洛阳市", "prefecture", "", ""),
            region(OTHER, "老城区", "district", "", ""),
            region(OLD_MENGJIN, "孟津县", "county", "", ""));
    assertThat(value(outcome(regions, table, "people", OLD_MENGJIN, "2021Q2")))
        .isEqualTo(Fraction.of(900));
    assertThat(value(outcome(regions, table, "people", OLD_MENGJIN, "2021Q4")))
        .isEqualTo(Fraction.of(810)); // 0.9 × 0.9 × 1,000
    assertThat(value(outcome(regions, table, "people", OTHER, "2021Q4")))
        .isEqualTo(Fraction.of(190)); // 100 + 0.1 × 900
  }

  /** Some of it is not all of it: nothing is known of what 410322 became on a first day. */
  @Test
  void hasNothingOfAUnitThatWentOnNobodyKnowsHow() {
    Successors table = table("410322,410302,2021-04-01,", "410322,410308,2021-10-01,");
    said.says(OLD_MENGJIN, "people", "2020", "1000").says(OTHER, "people", "2020", "7");
    assertThat(absent(outcome(luoyang2021(), table, "people", OTHER, "2021Q4")).reason())
        .isEqualTo(Reason.INPUT_MISSING);
    assertThat(absent(outcome(luoyang2021(), table, "people", MENGJIN, "2021Q4")).reason())
        .isEqualTo(Reason.INPUT_MISSING);
  }

  /** What the unit that was taken in says of the quarter is not what the two of them are. */
  @Test
  void aUnitThatTookAnotherInHasNothingOfThatQuarterWhereItSaysNothing() {
    Successors into = table("410306,410302,2021-03-18,");
    said.says(JILI, "people", "2021Q1", "70000").says(JILI, "events", "2021Q1", "70");
    assertThat(absent(outcome(into, "people", OTHER, "2021Q1")).reason())
        .isEqualTo(Reason.INPUT_MISSING);
    assertThat(absent(outcome(into, "events", OTHER, "2021Q1")).reason())
        .isEqualTo(Reason.INPUT_MISSING);
  }

  /** A level at the end of 2021Q2 is one after the change of that quarter, before the next. */
  @Test
  void aLevelAfterOneChangeGoesIntoTheNextAsItIs() {
    said.says(OLD_MENGJIN, "people", "2020", "1000")
        .says(JILI, "people", "2020", "500")
        .says(OLD_MENGJIN, "people", "2021Q2", "1600");
    Successors table =
        table(
            "410306,410322,2021-04-02,",
            "410322,410322,2021-10-01,0.5",
            "410322,410308,2021-10-01,0.5");
    said.says(JILI, "people", "2021Q2", "480");
    assertThat(value(outcome(luoyang2021(), table, "people", OLD_MENGJIN, "2021Q2")))
        .isEqualTo(Fraction.of(1600));
    assertThat(value(outcome(luoyang2021(), table, "people", OLD_MENGJIN, "2021Q4")))
        .isEqualTo(Fraction.of(800));
    assertThat(value(outcome(luoyang2021(), table, "people", MENGJIN, "2021Q4")))
        .isEqualTo(Fraction.of(800));
  }

  /** 410308 was made of 410306 and 410322 in March; in October 410302 went into it. */
  @ParameterizedTest
  @CsvSource({
    "-, 100", // 40 + 30 + 30
    "100, 100", // says so itself, as it is now
    "70, 100", // says so itself, as it was made
    "80, CONFLICTING_SOURCES"
  })
  void aUnitMayBeMadeAndGrow(String own, String expected) {
    Successors table =
        table(
            "410306,410308,2021-03-18,", "410322,410308,2021-03-18,", "410302,410308,2021-10-01,");
    said.says(JILI, "people", "2020", "40")
        .says(OLD_MENGJIN, "people", "2020", "30")
        .says(OTHER, "people", "2020", "30");
    if (!own.equals("-")) {
      said.says(MENGJIN, "people", "2020", own);
    }
    Outcome outcome = outcome(table, "people", MENGJIN, "2021Q4");
    String found =
        outcome instanceof Outcome.Absent absent
            ? absent.reason().name()
            : value(outcome).printed().toPlainString();
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void nobodyKnowsOfWhichDayAFigureOfLongAgoIs() {
    Successors table = table("410306,410308,2021-03-18,", "410302,410308,2021-10-01,");
    said.says(MENGJIN, "people", "2020", "100").says(OTHER, "people", "2020", "30");
    assertThat(absent(outcome(table, "people", MENGJIN, "2021Q4")).reason())
        .isEqualTo(Reason.INPUT_MISSING); // with the 30 of 410302, or without?
    assertThat(value(outcome(table, "people", MENGJIN, "2021Q2"))).isEqualTo(Fraction.of(100));
  }

  @Test
  void whatWasMadeAndEndedOnOneDayPassesOnWhatItWasMadeOf() {
    List<Region> regions = luoyang();
    Successors table = table("410306,410322,2021-03-18,", "410322,410308,2021-03-18,");
    said.says(JILI, "people", "2020", "70000").says(OLD_MENGJIN, "people", "2020", "400000");

    assertThat(value(outcome(regions, table, "people", MENGJIN, "2023Q4")))
        .isEqualTo(Fraction.of(470_000));
  }

  @Test
  void addsUpWhatWasMerged() {
    said.says(OTHER, "people", "2020", "200000")
        .says(JILI, "people", "2020", "70000")
        .says(OLD_MENGJIN, "people", "2020", "400000");
    // 70,000 + 400,000, carried forward from 2020; with 老城区 670,000
    assertThat(value(outcome(MERGER, "people", MENGJIN, "2023Q4"))).isEqualTo(Fraction.of(470_000));
    assertThat(value(outcome(MERGER, "people", CITY, "2023Q4"))).isEqualTo(Fraction.of(670_000));
    assertThat(value(outcome(MERGER, "people", CITY, "2020Q4"))).isEqualTo(Fraction.of(670_000));
  }

  @Test
  void losesTheOldFiguresWithoutATable() {
    said.says(OTHER, "people", "2020", "200000").says(JILI, "people", "2020", "70000");
    assertThat(absent(outcome(Successors.NONE, "people", CITY, "2023Q4")).reason())
        .isEqualTo(Reason.INCOMPLETE);
  }

  @Test
  void saysWhatAUnitWasWhereOneOfItsPartsIsMissing() {
    said.says(JILI, "people", "2020", "70000");
    Outcome.Absent absent = absent(outcome(MERGER, "people", MENGJIN, "2023Q4"));
    assertThat(absent.reason()).isEqualTo(Reason.INPUT_MISSING);
    assertThat(absent.detail().en())
        .isEqualTo("People (before 2021-03-18 it was 410306 吉利区 + 410322 孟津县)");
    assertThat(absent.detail().zh()).isEqualTo("人口（2021-03-18 前为 410306 吉利区 + 410322 孟津县）");
  }

  @Test
  void takesANewFigureOfTheNewUnitBeforeTheOldOnes() {
    said.says(JILI, "people", "2020", "70000")
        .says(OLD_MENGJIN, "people", "2020", "400000")
        .says(MENGJIN, "people", "2022", "480000");
    assertThat(value(outcome(MERGER, "people", MENGJIN, "2023Q4"))).isEqualTo(Fraction.of(480_000));
    assertThat(value(outcome(MERGER, "people", MENGJIN, "2021Q4"))).isEqualTo(Fraction.of(470_000));
  }

  @Test
  void putsTheMonthsBeforeAndAfterAMergerTogether() {
    for (String month : new String[] {"2021-01", "2021-02"}) {
      said.says(JILI, "events", month, "10").says(OLD_MENGJIN, "events", month, "30");
    }
    said.says(MENGJIN, "events", "2021-03", "50").says(OTHER, "events", "2021Q1", "5");
    // (10 + 30) × 2 + 50 = 130; with 老城区 135
    assertThat(value(outcome(MERGER, "events", MENGJIN, "2021Q1"))).isEqualTo(Fraction.of(130));
    assertThat(value(outcome(MERGER, "events", CITY, "2021Q1"))).isEqualTo(Fraction.of(135));
  }

  @Test
  void keepsTheEarlierMonthsOfAUnitThatWentIntoNoneThatIsKnown() {
    List<Region> regions = luoyang();
    regions.removeIf(region -> region.code().equals(MENGJIN) || region.code().equals(OLD_MENGJIN));
    said.says(OTHER, "events", "2021Q1", "5")
        .says(JILI, "events", "2021-01", "10")
        .says(JILI, "events", "2021-02", "10");
    // 5 + 20; in March nothing is asked of 吉利区, which ended on the 18th
    assertThat(value(outcome(regions, Successors.NONE, "events", CITY, "2021Q1")))
        .isEqualTo(Fraction.of(25));
    // with its own March too: 5 + 20 + 4
    said.says(JILI, "events", "2021-03", "4");
    assertThat(value(outcome(regions, Successors.NONE, "events", CITY, "2021Q1")))
        .isEqualTo(Fraction.of(29));
    assertThat(absent(outcome(regions, Successors.NONE, "events", CITY, "2021Q2")).detail().en())
        .doesNotContain(JILI);
  }

  @Test
  void asksTheEarlierMonthsOfAUnitThatEnded() {
    List<Region> regions = luoyang();
    regions.removeIf(region -> region.code().equals(MENGJIN) || region.code().equals(OLD_MENGJIN));
    said.says(OTHER, "events", "2021Q1", "5").says(JILI, "events", "2021-01", "10");
    Outcome.Absent absent = absent(outcome(regions, Successors.NONE, "events", CITY, "2021Q1"));
    assertThat(absent.reason()).isEqualTo(Reason.INCOMPLETE);
    assertThat(absent.detail().en()).contains("410306 吉利区");
  }

  @Test
  void subtractsYearToDateAcrossAMerger() {
    said.says(JILI, "spent", "2021-01/2021-02", "10")
        .says(OLD_MENGJIN, "spent", "2021-01/2021-02", "20")
        .says(MENGJIN, "spent", "2021-01/2021-06", "100");
    // March to June: 100 − (10 + 20)
    assertThat(value(outcome(MERGER, "spent", MENGJIN, "2021-03/2021-06")))
        .isEqualTo(Fraction.of(70));
  }

  @Test
  void holdsWhatOldAndNewUnitsSayDifferentlyOfOnePeriod() {
    said.says(JILI, "people", "2020", "70000")
        .says(OLD_MENGJIN, "people", "2020", "400000")
        .says(MENGJIN, "people", "2020", "470001");
    Outcome.Absent absent = absent(outcome(MERGER, "people", MENGJIN, "2023Q4"));
    assertThat(absent.reason()).isEqualTo(Reason.CONFLICTING_SOURCES);
    assertThat(absent.detail().en()).contains("(410306)").contains("(410308)");
  }

  @Test
  void takesItOnceWhereOldAndNewUnitsSayTheSame() {
    said.says(JILI, "people", "2020", "7", "万人")
        .says(OLD_MENGJIN, "people", "2020", "400000")
        .says(MENGJIN, "people", "2020", "47", "万人");
    assertThat(value(outcome(MERGER, "people", MENGJIN, "2023Q4"))).isEqualTo(Fraction.of(470_000));
  }

  /** A unit taken into one that goes on under its code, as 下城区 was into 拱墅区. */
  @Test
  void addsAUnitToTheOneThatTookItIn() {
    Successors into = table("410306,410302,2021-03-18,");
    said.says(OTHER, "people", "2020", "200000").says(JILI, "people", "2020", "70000");
    assertThat(value(outcome(into, "people", OTHER, "2023Q4"))).isEqualTo(Fraction.of(270_000));
    assertThat(value(outcome(into, "people", OTHER, "2020Q4"))).isEqualTo(Fraction.of(200_000));
  }

  @Test
  void doesNotCountTwiceWhileTheOldUnitIsStillThere() {
    Successors into = table("410306,410302,2021-03-18,");
    List<Region> regions = luoyang();
    regions.removeIf(region -> region.code().equals(MENGJIN) || region.code().equals(OLD_MENGJIN));
    said.says(OTHER, "people", "2020", "200000").says(JILI, "people", "2020", "70000");
    // at the end of 2020 both were units: 200,000 + 70,000, and not 340,000
    assertThat(value(outcome(regions, into, "people", CITY, "2020Q4")))
        .isEqualTo(Fraction.of(270_000));
    assertThat(value(outcome(regions, into, "people", CITY, "2021Q4")))
        .isEqualTo(Fraction.of(270_000));
  }

  @Test
  void dividesWhatWasSplitByTheSharesGiven() {
    Successors split = table("410322,410308,2021-03-18,0.6", "410322,410302,2021-03-18,2/5");
    said.says(OTHER, "people", "2020", "200000").says(OLD_MENGJIN, "people", "2020", "400000");
    // 0.6 × 400,000; and 200,000 + 0.4 × 400,000
    assertThat(value(outcome(split, "people", MENGJIN, "2023Q4"))).isEqualTo(Fraction.of(240_000));
    assertThat(value(outcome(split, "people", OTHER, "2023Q4"))).isEqualTo(Fraction.of(360_000));
  }

  @Test
  void hasNothingOfASplitUnitWithoutShares() {
    Successors split = table("410322,410308,2021-03-18,", "410322,410302,2021-03-18,");
    said.says(OTHER, "people", "2020", "200000").says(OLD_MENGJIN, "people", "2020", "400000");
    assertThat(absent(outcome(split, "people", MENGJIN, "2023Q4")).reason())
        .isEqualTo(Reason.INPUT_MISSING);
  }

  @Test
  void addsNoStatedSharesButKeepsThoseOfARenamedUnit() {
    said.says(JILI, "stated_by_county", "2021Q1", "40");
    said.says(OLD_MENGJIN, "stated_by_county", "2021Q1", "50");
    Successors renamed = table("410306,410308,2021-03-18,");
    assertThat(value(outcome(renamed, "stated_county", MENGJIN, "2021Q1")))
        .isEqualTo(Fraction.of(40));
    assertThat(outcome(MERGER, "stated_county", MENGJIN, "2021Q1"))
        .isInstanceOf(Outcome.Absent.class);
  }

  @Test
  void followsAUnitThatWasRenamedTwice() {
    Successors twice = table("410306,410322,2020-06-01,", "410322,410308,2021-03-18,");
    said.says(JILI, "people", "2019", "12");
    List<Region> regions = luoyang();
    regions.removeIf(region -> region.code().equals(OLD_MENGJIN));
    regions.add(region(OLD_MENGJIN, "孟津县", "county", "2020-06-01", "2021-03-18"));
    assertThat(value(outcome(regions, twice, "people", MENGJIN, "2023Q4")))
        .isEqualTo(Fraction.of(12));
  }

  @Test
  void namesTheRowsOfTheOldUnitsAsWhatWasUsed() {
    said.says(JILI, "people", "2020", "70000").says(OLD_MENGJIN, "people", "2020", "400000");
    Outcomes outcomes = new Outcomes(SCHEME, new RegionTree(luoyang(), MERGER), said.reported());
    outcomes.figure(said.indicator("people"), MENGJIN, Period.parse("2023Q4"));
    assertThat(outcomes.used()).extracting(LeafSum::region).containsExactly(JILI, OLD_MENGJIN);
  }

  @Test
  void readsTheShippedTable() {
    Successors shipped = Successors.shipped();
    assertThat(shipped.into(MENGJIN)).extracting("from").containsExactly(JILI, OLD_MENGJIN);
    assertThat(shipped.all()).allMatch(row -> row.share().equals(Fraction.ONE));
    assertThat(shipped.overriddenBy(Successors.NONE, Set.of(JILI, MENGJIN)).all()).hasSize(1);
    Successors own = table("410306,410302,2021-03-18,");
    assertThat(shipped.overriddenBy(own, Set.of(JILI, MENGJIN, OLD_MENGJIN, OTHER)).all())
        .extracting("to")
        .containsExactly(OTHER, MENGJIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,,2021-01-01, | successors.csv:2, from: from, to and on must not be empty",
        "a,b,, | successors.csv:2, from: from, to and on must not be empty",
        "a,b,2021-13-01, | successors.csv:2, on: '2021-13-01' is not a date such as 2023-12-31",
        "a,b,2021-01-01,1.5 | successors.csv:2, share: '1.5' must be above 0 and at most 1, such as"
            + " 0.4 or 2/5",
        "a,b,2021-01-01,0.5 | successors.csv:2, share: the shares of 'a' on 2021-01-01 must all be given"
            + " and come to 1, or none; they come to 0.5"
      })
  void namesFaultsOfATable(String row, String fault) {
    Faults faults = new Faults();
    Successors.read("successors.csv", TestFiles.utf8("from,to,on,share\n" + row + "\n"), faults);
    assertThat(TestFiles.said(faults)).containsExactly(fault);
  }

  @Test
  void theSharesOfEachDayMakeOne() {
    Faults faults = new Faults();
    Successors.read(
        "successors.csv",
        TestFiles.utf8("from,to,on,share\na,b,2021-01-01,0.5\na,c,2021-04-01,0.5\n"),
        faults);
    assertThat(TestFiles.said(faults))
        .containsExactly(
            "successors.csv:2, share: the shares of 'a' on 2021-01-01 must all be given and come to"
                + " 1, or none; they come to 0.5",
            "successors.csv:3, share: the shares of 'a' on 2021-04-01 must all be given and come to"
                + " 1, or none; they come to 0.5");
  }
}
