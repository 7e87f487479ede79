package io.silvergauge.indicators.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SmallRegisters;
import org.junit.jupiter.api.Test;

/** What is asked of single records: met, missed, and not known. */
class RegisterFiguresTest {
  private final SmallRegisters city = new SmallRegisters();

  @Test
  void countsTheRecordsThatMeetAndListsThoseThatDoNot() {
    city.sends("estates")
        .has("410122", "A", "kind=新建 floor=250 name=甲园")
        .has("410122", "B", "kind=新建 floor=200 name=乙园")
        .has("410123", "C", "kind=新建 floor=199.9 name=丙园")
        .has("410123", "D", "kind=已建成 floor=0 name=丁园");
    assertThat(city.said("each")).isEqualTo("66.67 = 2 / 3"); // D is not new
    assertThat(city.listed("each")).containsExactly("C fails require");
    Behind.Listed failing = city.behind("each").records().get(0);
    assertThat(failing.name()).isEqualTo("丙园");
    assertThat(failing.region()).isEqualTo("410123");
    assertThat(failing.values())
        .extracting(Behind.Value::field, Behind.Value::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("code", "C"),
            org.assertj.core.groups.Tuple.tuple("floor", "199.9"));
    assertThat(failing.file() + ":" + failing.row()).isEqualTo("estates.csv:4");
    assertThat(city.figure("each").units())
        .extracting(unit -> unit.region() + " " + unit.outcome().getClass().getSimpleName())
        .containsExactly("410122 Amount", "410123 Amount");
  }

  @Test
  void registerThatWasNotSentIsMissingAndNotEmpty() {
    assertThat(city.said("each"))
        .isEqualTo(
            "INPUT_MISSING: Register of estates: 2 of 2 units lack it: 410122 410122, 410123 410123"
                + " (not sent)");
    city.sends("files", "410122", "2023Q4", "estates").has("410122", "A", "kind=新建 floor=250");
    assertThat(city.said("each"))
        .isEqualTo(
            "INCOMPLETE: Register of estates: 1 of 2 units lack it: 410123 410123 (not sent)");
    assertThat(city.figure("each").quality().present()).isEqualTo(1);
    assertThat(city.figure("each").quality().expected()).isEqualTo(2);
  }

  @Test
  void registerWithoutSuchRecordsAsksNothing() {
    city.sends("estates").has("410122", "D", "kind=已建成 floor=0");
    assertThat(city.said("each"))
        .isEqualTo("NOT_APPLICABLE: Register of estates: there is no record of which it is asked");
  }

  @Test
  void recordsThatDoNotSayEnoughGoByThePolicy() {
    city.sends("estates")
        .has("410122", "A", "kind=新建 floor=250")
        .has("410122", "B", "kind=新建")
        .has("410123", "C", "floor=300");
    assertThat(city.said("each"))
        .isEqualTo("INCOMPLETE: Register of estates: 2 of 3 records do not say enough: B, C");
    assertThat(city.listed("each")).containsExactly("B unknown require", "C unknown");
    assertThat(city.said("each_left")).isEqualTo("100 = 1 / 1");
    assertThat(city.said("each_fail")).isEqualTo("33.33 = 1 / 3");
    assertThat(city.listed("each_fail")).containsExactly("B fails require", "C fails");
  }

  @Test
  void refusedRecordIsSomethingNobodyKnows() {
    city.sends("estates").has("410122", "A", "kind=新建 floor=250").refused("410123");
    assertThat(city.said("each"))
        .isEqualTo(
            "INCOMPLETE: Register of estates: 1 of 2 records do not say enough: estates.csv 3");
  }

  @Test
  void twoSourcesContradictUnlessOneGoesBefore() {
    city.sends("one", SmallRegisters.PROVINCE, "2023Q4", "estates")
        .has("410122", "A", "kind=新建 floor=250")
        .sends("two", SmallRegisters.PROVINCE, "2023Q4", "estates")
        .has("410122", "A", "kind=新建 floor=100");
    assertThat(city.said("each")).startsWith("CONFLICTING_SOURCES: ");
    assertThat(city.precedence("two").said("each")).isEqualTo("0 = 0 / 1");
  }

  @Test
  void carriesARegisterForwardAsFarAsTheSchemeAllows() {
    city.sends("files", SmallRegisters.PROVINCE, "2023Q3", "estates")
        .has("410122", "A", "kind=新建 people=2000 households=1000 floor=300");
    assertThat(city.said("norms")).isEqualTo("100 = 1 / 1"); // 300 m² of 1,000 households
    assertThat(city.figure("norms").quality().age()).isEqualTo(3);
    assertThat(city.said("each")).startsWith("TOO_OLD: ").endsWith("(the newest is for 2023Q3)");
    assertThat(SmallRegisters.said(city.figure("norms", SmallRegisters.CITY, "2023Q2")))
        .startsWith("INPUT_MISSING: "); // what is sent later is not known yet
  }

  /**
   * By hand: A new, 1,000 households: 300 m² asked, 299 there. B existing, 400 households: 80 m²
   * and 200 m² asked, 199 there. C existing, 2,000 households: 400 m² asked, 400 there. D of 40,000
   * people: no norm.
   */
  @Test
  void asksOfEachRecordWhatItsTierAsks() {
    city.sends("estates")
        .has("410122", "A", "kind=新建 people=2000 households=1000 floor=299")
        .has("410122", "B", "kind=已建成 people=900 households=400 floor=199")
        .has("410123", "C", "kind=已建成 people=5000 households=2000 floor=400")
        .has("410123", "D", "kind=新建 people=40000 households=9000 floor=0");
    assertThat(city.said("norms")).isEqualTo("33.33 = 1 / 3");
    assertThat(city.listed("norms")).containsExactly("A fails fresh", "B fails least", "D no_norm");
  }

  @Test
  void recordOfWhichTheTierIsNotKnownIsNotKnown() {
    city.sends("estates").has("410122", "A", "kind=新建 households=1000 floor=300");
    assertThat(city.said("norms"))
        .isEqualTo("INPUT_MISSING: Register of estates: 1 of 1 records do not say enough: A");
    assertThat(city.listed("norms")).containsExactly("A unknown fresh");
  }

  @Test
  void stepsComeInOrderAndNoneIsSkipped() {
    String all = "planned=2021-01-01 built=2022-05-01 accepted=2022-06-01";
    city.sends("estates")
        .has("410122", "A", all + " delivered=2022-06-01 homes_delivered=2022-06-01 state=正常")
        .has("410122", "B", "planned=2023-01-01 state=正常") // under way: nothing is out of order
        .has("410122", "C", "planned=2022-01-01 accepted=2022-06-01 state=正常") // never built
        .has("410122", "D", all + " state=正常 homes_delivered=2022-07-01") // homes without it
        .has("410123", "E", all + " delivered=2022-05-31 state=正常"); // before its acceptance
    assertThat(city.said("steps")).isEqualTo("40 = 2 / 5");
    assertThat(city.listed("steps"))
        .containsExactly("C fails accepted", "D fails complete", "E fails delivered");
  }

  @Test
  void nothingIsAcceptedBeforeItIsPutRight() {
    String built = "planned=2021-01-01 built=2022-05-01";
    city.sends("estates")
        .has("410122", "A", built + " state=缓建") // not accepted: nothing is wrong
        .has("410122", "B", built + " state=缓建 accepted=2022-06-01")
        .has("410122", "C", built + " state=停建 accepted=2022-06-01 rectified=2022-06-02")
        .has("410123", "D", built + " state=停建 accepted=2022-06-02 rectified=2022-06-02")
        .has("410123", "E", built + " accepted=2022-06-01");
    assertThat(city.listed("steps"))
        .containsExactly("B fails rectify", "C fails rectify", "E unknown rectify");
    assertThat(city.said("steps")).startsWith("INCOMPLETE: ");
  }

  @Test
  void countsSumsAndTellsKindsApart() {
    city.sends("centres")
        .has(SmallRegisters.CITY, "A", "kind=培训 beds=120")
        .has(SmallRegisters.CITY, "B", "kind=疗养 beds=30.5")
        .has("410122", "C", "kind=培训 beds=0");
    assertThat(city.said("how_many")).isEqualTo("3 = 3 / 1");
    assertThat(city.said("how_many_beds")).isEqualTo("150.5 = 150.5 / 1");
    assertThat(city.listed("how_many_beds")).containsExactly("A ranked", "B ranked", "C ranked");
    assertThat(city.said("how_many_kinds")).isEqualTo("2 = 2 / 1");
    city.has("410123", "D", "");
    assertThat(city.said("how_many")).isEqualTo("4 = 4 / 1");
    assertThat(city.said("how_many_kinds"))
        .isEqualTo(
            "INCOMPLETE: Register of training institutions: 1 of 4 records do not say enough: D");
  }

  @Test
  void figureCanBeThatOfTheProvinceInWhichTheCityLies() {
    city.sends("centres").has(SmallRegisters.PROVINCE, "P", "").has("410122", "C", "");
    assertThat(city.said("of_province")).isEqualTo("2 = 2 / 1");
    assertThat(city.behind("of_province").subject()).isEqualTo(SmallRegisters.PROVINCE);
    // what lies in the province and does not say where is not known to lie in the city
    assertThat(city.said("how_many")).startsWith("INCOMPLETE: ");
    assertThat(city.behind("how_many").subject()).isNull();
  }

  @Test
  void indicatorAppliesToSomeLevelsOnly() {
    city.sends("centres").has("410122", "C", "");
    assertThat(city.said("of_counties_only"))
        .isEqualTo("NOT_APPLICABLE: it applies only to: county");
    assertThat(SmallRegisters.said(city.figure("of_counties_only", "410122", "2023Q4")))
        .isEqualTo("1 = 1 / 1");
  }

  @Test
  void stagesAreCountedAndSummedUp() {
    city.sends("centres")
        .has("410122", "A", "decided=2022-01-01 opened=2023-05-01 beds=100")
        .has("410122", "B", "decided=2022-01-01 beds=80")
        .has("410123", "C", "decided=2024-01-01 beds=60")
        .has("410123", "D", "decided=2023-12-31 beds=50");
    assertThat(city.said("conversion")).isEqualTo("25 = 1 / 4");
    assertThat(city.behind("conversion").stages())
        .extracting(stage -> stage.id() + " " + stage.records() + " " + stage.sums().get(0).value())
        .containsExactly("known 4 290", "decided 3 230", "open 1 100");
  }

  @Test
  void sumThatARecordDoesNotSayIsMissingAndTheCountStays() {
    city.sends("centres")
        .has("410122", "A", "decided=2022-01-01 opened=2023-05-01 beds=100")
        .has("410122", "B", "decided=2022-01-01");
    assertThat(city.behind("conversion").stages())
        .extracting(stage -> stage.id() + " " + stage.records() + " " + stage.sums().get(0).value())
        .containsExactly("known 2 null", "decided 2 null", "open 1 100");
  }

  @Test
  void recordThatSkipsAStageContradictsItself() {
    city.sends("centres")
        .has("410122", "A", "decided=2022-01-01 opened=2023-05-01")
        .has("410122", "B", "opened=2023-05-01");
    assertThat(city.said("strict_conversion"))
        .isEqualTo(
            "CHECK_FAILED: Register of training institutions: 1 records are in a later stage and"
                + " not in an earlier one: B");
    assertThat(city.listed("strict_conversion")).containsExactly("B fails decided");
    // B may or may not be decided by the period's end: the date is missing, opening decides
    assertThat(city.said("conversion")).isEqualTo("100 = 2 / 2");
  }

  @Test
  void whatWasReadIsAnInputWithItsPlace() {
    city.sends("centres").has("410122", "C", "").has("410122", "D", "");
    Outcomes outcomes = city.outcomes();
    outcomes.figure(
        city.scheme().indicators().stream()
            .filter(one -> one.id().equals("how_many"))
            .findFirst()
            .orElseThrow(),
        SmallRegisters.CITY,
        io.silvergauge.indicators.statistic.Period.parse("2023Q4"));
    assertThat(outcomes.used())
        .singleElement()
        .satisfies(
            sum -> {
              assertThat(sum.statistic()).isEqualTo("register:centres");
              assertThat(sum.rows()).isEqualTo(2);
              assertThat(sum.origin().row()).isEqualTo(2);
            });
  }
}
