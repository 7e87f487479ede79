package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.SourceDescriptionReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of villages, which the list of regions does not name, count for their counties. */
class UnitsBelowTest {
  private static final String HEADER = "代码,月份,时点,名单,探访";
  private static final String RULE = "region: {code: 代码, digits: 6}";

  private static String text(String rule) {
    return SmallAssessment.VISITS.replace("region: {code: 代码}", rule);
  }

  private static SourceDescription villages() {
    return Sent.description(text(RULE));
  }

  private static Batch read(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return Sent.read(villages(), lines);
  }

  private static List<String> sums(Batch batch) {
    return batch.sums().stream().map(UnitsBelowTest::line).toList();
  }

  private static String line(LeafSum sum) {
    String value =
        sum.mark() == Mark.NUMBER
            ? sum.sum().stripTrailingZeros().toPlainString()
            : sum.mark().code();
    return "%s %s %s %s of %d @%d"
        .formatted(
            sum.region(), sum.statistic(), sum.period(), value, sum.rows(), sum.origin().row());
  }

  /** 50 + 30 + 20 listed in three villages of one county, 7 in one of another. */
  @Test
  void addsUpToTheListedRegionAndKeepsEachUnitsOwnCode() {
    Batch batch =
        read(
            "110101001001,2023-10,,50,40",
            "110121001001,2023-10,,7,5",
            "110101001002,2023-10,,30,30",
            "110101002001,2023-10,,20,0");

    assertThat(sums(batch))
        .containsExactly(
            "110101 listed 2023-10 100 of 3 @2",
            "110101 visited 2023-10 70 of 3 @2",
            "110121 listed 2023-10 7 of 1 @3",
            "110121 visited 2023-10 5 of 1 @3");
    assertThat(batch.observations())
        .extracting(Observation::region)
        .containsOnly("110101001001", "110121001001", "110101001002", "110101002001");
    assertThat(batch.regions()).containsExactly("110101", "110121");
  }

  @Test
  void aRefusedRowMakesTheSumsMissingToWhichItMayBelong() {
    Batch batch =
        read(
            "110101001001,2023-10,,50,40",
            "110101001002,2023-10,,约30,30",
            "110101001001,2023-11,,51,41",
            "110121001001,2023-10,,7,5");

    assertThat(sums(batch))
        .containsExactly(
            "110101 listed 2023-10 missing of 2 @2",
            "110101 listed 2023-11 51 of 1 @4",
            "110101 visited 2023-10 missing of 2 @2",
            "110101 visited 2023-11 41 of 1 @4",
            "110121 listed 2023-10 7 of 1 @5",
            "110121 visited 2023-10 5 of 1 @5");
  }

  /** The rows are for the fourth quarter; what has come about since January is for the year. */
  @Test
  void aRefusedRowMakesSumsMissingWhosePeriodHasAMonthInCommonWithItsOwn() {
    SourceDescription villages =
        Sent.description(SmallAssessment.CIVIL.replace("region: {code: 代码, name: 地区}", RULE));

    Batch batch =
        Sent.read(
            villages,
            Sent.civilLines(
                "110101001001,一村,10,6,5", "110101001002,二村,约3,1,7", "110121001001,三村,4,2,9"));

    assertThat(sums(batch))
        .containsExactly(
            "110101 beds 2023Q4 missing of 2 @3",
            "110101 funds 2023 missing of 2 @3",
            "110101 nursing_beds 2023Q4 missing of 2 @3",
            "110121 beds 2023Q4 4 of 1 @5",
            "110121 funds 2023 9 of 1 @5",
            "110121 nursing_beds 2023Q4 2 of 1 @5");
  }

  @Test
  void namesARefusedRowOfTheVerySumThatIsMissing() {
    Batch batch =
        read(
            "110121001001,2023-10,,约7,5",
            "110101001002,2023-10,,约30,30",
            "110121001002,2023-10,,7,5",
            "110101001001,2023-10,,50,40");

    assertThat(sums(batch))
        .containsExactly(
            "110101 listed 2023-10 missing of 2 @3",
            "110101 visited 2023-10 missing of 2 @3",
            "110121 listed 2023-10 missing of 2 @2",
            "110121 visited 2023-10 missing of 2 @2");
  }

  /** It may be of any county. */
  @Test
  void aRowOfAnUnknownCountyMakesAllSumsOfItsPeriodMissing() {
    Batch batch =
        read(
            "110101001001,2023-10,,50,40",
            "119999001001,2023-10,,1,1",
            "110121001001,2023-11,,7,5");

    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::column, Reject::value, Reject::reason)
        .containsExactly(tuple(3L, "代码", "119999001001", RejectReason.UNKNOWN_REGION));
    assertThat(batch.rejects().get(0).message().en())
        .contains("'119999001001' lies in '119999', which is not in regions/");
    assertThat(sums(batch))
        .containsExactly(
            "110101 listed 2023-10 missing of 2 @2",
            "110101 visited 2023-10 missing of 2 @2",
            "110121 listed 2023-11 7 of 1 @4",
            "110121 visited 2023-11 5 of 1 @4");
  }

  @Test
  void refusesWhatIsNoCodeOfAUnitBelow() {
    Batch batch = read("110101,2023-10,,50,40", "东区,2023-10,,50,40");

    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::value, Reject::reason)
        .containsExactly(
            tuple(2L, "110101", RejectReason.UNKNOWN_REGION),
            tuple(3L, "东区", RejectReason.UNKNOWN_REGION));
    assertThat(batch.rejects().get(0).message().en()).contains("7 to 12 digits are right");
  }

  /** The same unit twice with the same figure counts once; with another neither counts. */
  @Test
  void holdsUnitsAgainstThemselvesNotAgainstOthersOfTheirCounty() {
    Batch batch =
        read(
            "110101001001,2023-10,,50,40",
            "110101001002,2023-10,,50,40",
            "110101001001,2023-10,,50,40",
            "110121001001,2023-10,,7,5",
            "110121001001,2023-10,,8,5");

    assertThat(sums(batch))
        .containsExactly("110101 listed 2023-10 100 of 2 @2", "110101 visited 2023-10 80 of 2 @2");
    assertThat(batch.rejects())
        .extracting(Reject::row, Reject::reason)
        .containsExactly(
            tuple(5L, RejectReason.DUPLICATE_CONFLICT), tuple(6L, RejectReason.DUPLICATE_CONFLICT));
  }

  @Test
  void aSumOfManyRowsIsExactAlsoWhereItExceedsAMachineWord() {
    String[] rows = new String[30];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "1101010010%02d,2023-10,,999999999999,1".formatted(i + 1);
    }
    assertThat(sums(read(rows)).get(0)).isEqualTo("110101 listed 2023-10 29999999999970 of 30 @2");
  }

  @Test
  void saysWhereDigitsMeanNothing() {
    for (String rule :
        List.of("region: {sender: true, digits: 6}", "region: {code: 代码, digits: 1}")) {
      byte[] content = Repository.utf8(text(rule));
      Faults faults = new Faults();
      assertThat(
              SourceDescriptionReader.read(
                  "source.yaml", content, Sha256.of(content), SmallAssessment.scheme(), faults))
          .isEmpty();
      assertThat(SmallAssessment.said(faults)).anyMatch(said -> said.contains("digits"));
    }
  }
}
