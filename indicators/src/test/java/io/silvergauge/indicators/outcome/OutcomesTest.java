package io.silvergauge.indicators.outcome;

import static io.silvergauge.indicators.SmallCity.CITY;
import static io.silvergauge.indicators.SmallCity.COUNTY;
import static io.silvergauge.indicators.SmallCity.COUNTY_CITY;
import static io.silvergauge.indicators.SmallCity.DISTRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.outcome.Figure.Meets;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Kinds of indicators, leaves, and what is missing in them. */
class OutcomesTest {
  private static final String Q4 = "2023Q4";

  private final SmallCity city = new SmallCity();

  private Outcome.Amount amount(String indicator) {
    return (Outcome.Amount) city.figure(indicator, Q4).outcome();
  }

  private Outcome.Absent absent(String indicator) {
    return (Outcome.Absent) city.figure(indicator, Q4).outcome();
  }

  private static Fraction exactly(String value) {
    return Fraction.parse(value);
  }

  @Test
  void sumsNumeratorsAndDenominatorsAndAveragesNoShares() {
    city.unitsSay("nursing_beds", Q4, "3000", "1000", "0");
    city.unitsSay("institution_beds", Q4, "5000", "3000", "0");
    // 4,000 / 8,000 = 50 %; the mean of 60 % and 33.3 % would be 46.7 %
    assertThat(amount("nursing_share"))
        .isEqualTo(new Outcome.Amount(exactly("50"), exactly("4000"), exactly("8000")));
    // (8,000 - 4,000) / 8,000
    assertThat(amount("not_nursing_share").value()).isEqualTo(exactly("50"));
  }

  @Test
  void showsEachUnitBehindAFigureAndWhyOneHasNone() {
    city.unitsSay("nursing_beds", Q4, "3000", "1000", "0");
    city.unitsSay("institution_beds", Q4, "5000", "3000", "0");
    Figure figure = city.figure("nursing_share", Q4);
    assertThat(figure.units())
        .extracting(Figure.UnitFigure::region)
        .containsExactly(DISTRICT, COUNTY, COUNTY_CITY);
    assertThat(figure.units()).extracting(Figure.UnitFigure::meets).containsOnly(Meets.NOT_ASKED);
    assertThat(((Outcome.Amount) figure.units().get(0).outcome()).value()).isEqualTo(exactly("60"));
    assertThat(((Outcome.Absent) figure.units().get(2).outcome()).reason())
        .isEqualTo(Reason.ZERO_DENOMINATOR);
    assertThat(figure.quality().present()).isEqualTo(3);
    assertThat(figure.quality().expected()).isEqualTo(3);
  }

  @Test
  void setsLandAgainstHeads() {
    // Zhengzhou, seventh census: 12,600,574 persons; 2,520,114.8 m² are exactly 0.2 m² a head
    city.unitsSay("persons", Q4, "12000000", "600000", "574");
    city.unitsSay("land", Q4, "2520000", "114.8", "0");
    assertThat(amount("land_per_head").value()).isEqualTo(exactly("0.2"));
  }

  @Test
  void countsPerThousandHeads() {
    city.unitsSay("persons", Q4, "4000", "1000", "3000");
    city.unitsSay("social_workers", Q4, "5", "0", "5");
    // 10 / 8,000 × 1,000 = 1.25
    assertThat(amount("workers_per_1000"))
        .isEqualTo(new Outcome.Amount(exactly("1.25"), exactly("10"), exactly("8000")));
  }

  @Test
  void measuresPerHundredHouseholds() {
    city.unitsSay("households", Q4, "300", "100", "0");
    city.unitsSay("floor_area", Q4, "90", "30", "0");
    // 120 m² / 400 households × 100 = 30 m²
    assertThat(amount("floor_per_100").value()).isEqualTo(exactly("30"));
  }

  @Test
  void countsThingsOverTheLeaves() {
    city.unitsSay("institution_beds", Q4, "5000", "3000", "1.5");
    assertThat(amount("all_beds"))
        .isEqualTo(new Outcome.Amount(exactly("8001.5"), exactly("8001.5"), Fraction.ONE));
  }

  @Test
  void convertsSumsIntoTheStatisticsUnit() {
    city.says(DISTRICT, "persons", Q4, "1200", "万人")
        .says(COUNTY, "persons", Q4, "60", "万人")
        .says(COUNTY_CITY, "persons", Q4, "574", "人");
    city.says(DISTRICT, "land", Q4, "252", "公顷")
        .says(COUNTY, "land", Q4, "0.15", "亩")
        .says(COUNTY_CITY, "land", Q4, "14.8", "平方米");
    // 2,520,000 + 100 + 14.8 = 2,520,114.8 m²; 12,600,574 persons
    assertThat(amount("land_per_head").value()).isEqualTo(exactly("0.2"));
  }

  @Test
  void addsWhatOneDeliverySaysInTwoUnits() {
    city.says(DISTRICT, "institution_beds", Q4, "0.2", "万张")
        .says(DISTRICT, "institution_beds", Q4, "500", "张")
        .says(COUNTY, "institution_beds", Q4, "1")
        .says(COUNTY_CITY, "institution_beds", Q4, "1");
    assertThat(amount("all_beds").value()).isEqualTo(exactly("2502"));
  }

  @Test
  void takesAStatedShareAsItStands() {
    city.says(CITY, "stated_share", Q4, "58.9");
    assertThat(amount("stated"))
        .isEqualTo(new Outcome.Amount(exactly("58.9"), exactly("58.9"), Fraction.ONE));
  }

  @Test
  void neverSumsAnAmount() {
    city.unitsSay("stated_by_county", Q4, "60", "50", "40");
    city.unitsSay("institution_beds", Q4, "1", "2", "3");
    assertThat(absent("stated_county").reason()).isEqualTo(Reason.INPUT_MISSING);
    assertThat(absent("beds_as_stated").reason()).isEqualTo(Reason.INPUT_MISSING);
    assertThat(city.figure("stated_county", Q4).units()).isEmpty();

    city.says(CITY, "stated_by_county", Q4, "52").says(CITY, "institution_beds", Q4, "7");
    assertThat(amount("stated_county").value()).isEqualTo(exactly("52"));
    assertThat(amount("beds_as_stated").value()).isEqualTo(exactly("7"));
    assertThat(amount("all_beds").value()).isEqualTo(exactly("6"));
  }

  @Test
  void asksCountiesButNotDistricts() {
    city.unitsSay("hospitals", Q4, "0", "1", "0");
    Figure figure = city.figure("county_hospital", Q4);
    // one of two: 中牟县 has a hospital, 巩义市 has none; the district is not asked
    assertThat(figure.outcome())
        .isEqualTo(new Outcome.Amount(exactly("50"), exactly("1"), exactly("2")));
    assertThat(figure.units())
        .extracting(Figure.UnitFigure::region, Figure.UnitFigure::meets)
        .containsExactly(tuple(COUNTY, Meets.YES), tuple(COUNTY_CITY, Meets.NO));
    assertThat(figure.quality().expected()).isEqualTo(2);
  }

  @Test
  void asksDistrictsToo() {
    city.unitsSay("hospitals", Q4, "2", "3", "1");
    Figure figure = city.figure("hospital_everywhere", Q4);
    assertThat(figure.outcome())
        .isEqualTo(new Outcome.Amount(exactly("200/3"), exactly("2"), exactly("3")));
    assertThat(figure.units())
        .filteredOn(unit -> unit.meets() == Meets.NO)
        .extracting(Figure.UnitFigure::region)
        .containsExactly(COUNTY_CITY);
  }

  @Test
  void doesNotApplyWhereThereAreNoSuchUnits() {
    city.unitsSay("hospitals", Q4, "2");
    Figure figure = city.figure("county_hospital", DISTRICT, Q4);
    assertThat(figure.outcome())
        .isInstanceOfSatisfying(
            Outcome.Absent.class,
            none -> {
              assertThat(none.reason()).isEqualTo(Reason.NOT_APPLICABLE);
              assertThat(none.detail().en()).isEqualTo("there are no such units (counties)");
              assertThat(none.detail().zh()).isEqualTo("没有此类单位（counties）");
            });
    assertThat(
            ((Outcome.Amount) city.figure("hospital_everywhere", DISTRICT, Q4).outcome()).value())
        .as("a district that is itself a contact city is its own unit")
        .isEqualTo(exactly("100"));
  }

  @Test
  void namesTheUnitThatDidNotReport() {
    city.unitsSay("hospitals", Q4, "2", "3");
    Figure figure = city.figure("hospital_everywhere", Q4);
    assertThat(figure.outcome())
        .isInstanceOfSatisfying(
            Outcome.Absent.class,
            none -> {
              assertThat(none.reason()).isEqualTo(Reason.INCOMPLETE);
              assertThat(none.detail().en()).isEqualTo("3 units, 1 of them missing: 410181 巩义市");
              assertThat(none.detail().zh()).isEqualTo("3 个单位中缺 1 个：410181 巩义市");
            });
    assertThat(figure.units())
        .extracting(Figure.UnitFigure::meets)
        .containsExactly(Meets.YES, Meets.YES, Meets.UNKNOWN);
    assertThat(figure.quality().present()).isEqualTo(2);
  }

  @Test
  void leavesUnitsOutToWhichACountDoesNotApply() {
    city.says(DISTRICT, "hospitals", Q4, Mark.NOT_APPLICABLE)
        .says(COUNTY, "hospitals", Q4, "2")
        .says(COUNTY_CITY, "hospitals", Q4, "1");
    assertThat(amount("hospital_everywhere").value()).isEqualTo(exactly("50"));
  }

  @Test
  void tellsMetUnmetAndNotReportedApart() {
    assertThat(absent("has_policy").reason()).isEqualTo(Reason.INPUT_MISSING);
    city.resting("郑政办〔2022〕7号", "2022-09-01", ValueStatus.EVIDENCED);
    city.says(CITY, "policy", "2023Q2", "1");
    Figure met = city.figure("has_policy", Q4);
    assertThat(((Outcome.Amount) met.outcome()).value()).isEqualTo(Fraction.ONE);
    assertThat(met.documents()).containsExactly("郑政办〔2022〕7号");
    assertThat(met.quality().referenceDate()).contains(LocalDate.of(2022, 9, 1));
    assertThat(met.quality().status()).isEqualTo(ValueStatus.EVIDENCED);
    assertThat(met.quality().age()).isEqualTo(6);

    city.says(CITY, "policy", "2023Q3", "0");
    assertThat(amount("has_policy").value()).isEqualTo(Fraction.ZERO);
  }

  @Test
  void namesTheLeafThatIsMissing() {
    city.unitsSay("nursing_beds", Q4, "3000", "1000");
    city.unitsSay("institution_beds", Q4, "5000", "3000", "1000");
    Outcome.Absent none = absent("nursing_share");
    assertThat(none.reason()).isEqualTo(Reason.INCOMPLETE);
    assertThat(none.detail().en())
        .isEqualTo("Nursing beds: 1 of 3 units have no value: 410181 巩义市");
    assertThat(none.detail().zh()).isEqualTo("护理型床位：3 个单位中缺 1 个：410181 巩义市");
    assertThat(city.figure("nursing_share", Q4).quality().present()).isEqualTo(2);
    assertThat(city.figure("nursing_share", Q4).quality().expected()).isEqualTo(3);
  }

  @Test
  void takesABlankCellForAMissingOne() {
    city.unitsSay("institution_beds", Q4, "5000", "3000");
    city.says(COUNTY_CITY, "institution_beds", Q4, Mark.MISSING);
    assertThat(absent("all_beds").reason()).isEqualTo(Reason.INCOMPLETE);
  }

  @Test
  void isNotReportedWhereNoLeafReported() {
    Outcome.Absent none = absent("nursing_share");
    assertThat(none.reason()).isEqualTo(Reason.INPUT_MISSING);
    assertThat(none.detail().en())
        .isEqualTo("Beds: 3 of 3 units have no value: 410102 中原区, 410122 中牟县, 410181 巩义市");
  }

  @Test
  void pairsLeavesThatHaveBothAndSaysHowManyDo() {
    city.unitsSay("nursing_beds", Q4, "3000", "1000");
    city.unitsSay("institution_beds", Q4, "5000", "3000", "1000");
    Figure figure = city.figure("nursing_share_paired", Q4);
    // 巩义市 has no numerator, so its 1,000 beds stay out: 4,000 / 8,000
    assertThat(figure.outcome())
        .isEqualTo(new Outcome.Amount(exactly("50"), exactly("4000"), exactly("8000")));
    assertThat(figure.quality().present()).isEqualTo(2);
    assertThat(figure.quality().expected()).isEqualTo(3);
  }

  @Test
  void hasNothingToPairWhereNoLeafHasBoth() {
    city.says(DISTRICT, "nursing_beds", Q4, "1").says(COUNTY, "institution_beds", Q4, "2");
    assertThat(absent("nursing_share_paired").reason()).isEqualTo(Reason.INCOMPLETE);
  }

  @Test
  void leavesALeafOutToWhichAnInputDoesNotApply() {
    city.unitsSay("nursing_beds", Q4, "3000", "1000");
    city.says(COUNTY_CITY, "nursing_beds", Q4, Mark.NOT_APPLICABLE);
    city.unitsSay("institution_beds", Q4, "5000", "3000", "1000");
    Figure figure = city.figure("nursing_share", Q4);
    assertThat(figure.outcome())
        .isEqualTo(new Outcome.Amount(exactly("50"), exactly("4000"), exactly("8000")));
    assertThat(figure.quality().expected()).isEqualTo(2);
  }

  @Test
  void doesNotApplyWhereItAppliesToNoLeaf() {
    for (String unit : new String[] {DISTRICT, COUNTY, COUNTY_CITY}) {
      city.says(unit, "institution_beds", Q4, Mark.NOT_APPLICABLE);
    }
    assertThat(absent("all_beds").reason()).isEqualTo(Reason.NOT_APPLICABLE);
    assertThat(absent("nursing_share").reason()).isEqualTo(Reason.NOT_APPLICABLE);
  }

  @Test
  void addsNothingForWhatIsTooSmallButCountsIt() {
    city.unitsSay("nursing_beds", Q4, "3000", "1000");
    city.says(COUNTY_CITY, "nursing_beds", Q4, Mark.TOO_SMALL);
    city.unitsSay("institution_beds", Q4, "5000", "3000", "2000");
    Figure figure = city.figure("nursing_share", Q4);
    // 4,000 / 10,000
    assertThat(((Outcome.Amount) figure.outcome()).value()).isEqualTo(exactly("40"));
    assertThat(figure.quality().tooSmall()).isEqualTo(1);
  }

  @Test
  void hasNoShareOfNothing() {
    city.unitsSay("nursing_beds", Q4, "0", "0", "0");
    city.unitsSay("institution_beds", Q4, "0", "0", "0");
    assertThat(absent("nursing_share").reason()).isEqualTo(Reason.ZERO_DENOMINATOR);
    assertThat(absent("nursing_share").detail().en()).isEqualTo("institution_beds");
  }

  @Test
  void refusesAPartThatIsLargerThanItsWhole() {
    city.unitsSay("nursing_beds", Q4, "3000", "1000", "1");
    city.unitsSay("institution_beds", Q4, "3000", "1000", "0.5");
    assertThat(absent("nursing_share").reason()).isEqualTo(Reason.IMPOSSIBLE_SHARE);
    assertThat(absent("nursing_share").detail().en()).isEqualTo("4001 > 4000.5");
  }

  @Test
  void holdsWhatTwoSlotsSayOfOneLeafAndPeriod() {
    city.unitsSay("institution_beds", Q4, "1", "2", "3");
    city.from("health", "health/410000/all").says(COUNTY, "institution_beds", Q4, "2");
    Outcome.Absent none = absent("all_beds");
    assertThat(none.reason()).isEqualTo(Reason.CONFLICTING_SOURCES);
    assertThat(none.detail().en())
        .isEqualTo(
            "Beds: 1 of 3 units have no value: 410122 中牟县 (civil_affairs/410000/all ≠"
                + " health/410000/all)");
  }

  @Test
  void takesABlankForNoContradiction() {
    city.unitsSay("institution_beds", Q4, "1", "2", "3");
    city.from("health", "health/410000/all").says(COUNTY, "institution_beds", Q4, Mark.MISSING);
    assertThat(amount("all_beds").value()).isEqualTo(exactly("6"));
    city.precedence("health");
    assertThat(amount("all_beds").value()).isEqualTo(exactly("6"));
  }

  @Test
  void takesTwoBlanksForOne() {
    city.unitsSay("institution_beds", Q4, "1", "2");
    city.says(COUNTY_CITY, "institution_beds", Q4, Mark.MISSING);
    city.from("health", "health/410000/all")
        .says(COUNTY_CITY, "institution_beds", Q4, Mark.MISSING);
    assertThat(absent("all_beds").reason()).isEqualTo(Reason.INCOMPLETE);
  }

  @Test
  void givesTheUnitsOwnReasonWhereAllOfThemShareIt() {
    city.unitsSay("hospitals", Q4, "1", "2", "3");
    city.from("health", "health/410000/all").unitsSay("hospitals", Q4, "1", "2", "4");
    assertThat(absent("hospital_everywhere").reason()).isEqualTo(Reason.CONFLICTING_SOURCES);
  }

  @Test
  void letsADeclaredSourceGoBeforeAnother() {
    city.unitsSay("institution_beds", Q4, "1", "2", "3");
    city.from("health", "health/410000/all").says(COUNTY, "institution_beds", Q4, "20");
    city.precedence("health");
    assertThat(amount("all_beds").value()).isEqualTo(exactly("24"));
    city.precedence("civil_affairs", "health");
    assertThat(amount("all_beds").value()).isEqualTo(exactly("6"));
  }

  @Test
  void takesTheLastAmendmentOfASlotInAnyUnit() {
    city.unitsSay("institution_beds", Q4, "1", "2", "3");
    city.amended().says(COUNTY, "institution_beds", Q4, "20");
    city.amended().says(COUNTY, "institution_beds", Q4, "0.003", "万张");
    assertThat(amount("all_beds").value()).isEqualTo(exactly("34"));
  }

  @Test
  void listsEveryReportedSumThatWentIntoAFigure() {
    city.unitsSay("institution_beds", Q4, "1", "2", "3");
    city.unitsSay("institution_beds", "2023Q3", "7", "7", "7");
    Outcomes outcomes = city.outcomes();
    outcomes.figure(city.indicator("all_beds"), CITY, Period.parse(Q4));
    assertThat(outcomes.used())
        .extracting(LeafSum::region, sum -> sum.period().toString())
        .containsExactly(tuple(DISTRICT, Q4), tuple(COUNTY, Q4), tuple(COUNTY_CITY, Q4));
  }

  @Test
  void keepsTheWorstOfItsInputsAsItsQuality() {
    city.resting("", "2023-12-31", ValueStatus.VERIFIED).unitsSay("institution_beds", Q4, "1");
    city.resting("", "2023-11-30", ValueStatus.DISPUTED).says(COUNTY, "institution_beds", Q4, "1");
    city.resting("", "2023-12-15", ValueStatus.EVIDENCED)
        .says(COUNTY_CITY, "institution_beds", Q4, "1");
    Quality quality = city.figure("all_beds", Q4).quality();
    assertThat(quality.status()).isEqualTo(ValueStatus.DISPUTED);
    assertThat(quality.referenceDate()).contains(LocalDate.of(2023, 11, 30));
    assertThat(city.figure("nursing_share", Q4).quality().referenceDate()).isEmpty();
  }
}
