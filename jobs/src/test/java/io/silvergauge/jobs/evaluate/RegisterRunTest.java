package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.jobs.Homes;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers from file to figure. */
class RegisterRunTest {
  @TempDir Path temp;

  private static SmallAssessment assessment() {
    return new SmallAssessment()
        .file("scheme.yaml", Homes.SCHEME)
        .file("sources/homes.yaml", Homes.SOURCE);
  }

  private static SmallAssessment homes(SmallAssessment to, String sender, String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = Homes.HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return to.deliver("2023Q4/" + sender + "/homes.csv", "2024-01-15", lines);
  }

  /**
   * Older persons of both provinces, and a register of the other one, so that there is a figure.
   */
  private static SmallAssessment besides(SmallAssessment to) {
    return homes(to, "120000", Homes.row("120101", 9, "公办,100,60,2019-01-01,,"))
        .deliver(
            "2022/000000/long.csv",
            "2023-02-01",
            "region_code,period,statistic,value,unit",
            "110101,2022,elderly,4000,人",
            "110121,2022,elderly,6000,人",
            "120101,2022,elderly,5000,人",
            "120181,2022,elderly,5000,人");
  }

  private IndicatorResult share(SmallAssessment assessment, String city) {
    return figure(assessment, city, "nursing_share");
  }

  private IndicatorResult figure(SmallAssessment assessment, String city, String indicator) {
    SmallRun run = SmallRun.of(assessment, temp);
    run.evaluate("2023Q4");
    RegionEvaluation evaluation;
    try {
      evaluation =
          EvaluationJson.read(
              Files.readAllBytes(run.published("2023Q4/evaluation/" + city + ".json")),
              RegionEvaluation.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return evaluation.indicators().stream()
        .filter(one -> one.id().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  /**
   * By hand: 110101 has 100 and 50 beds, of which 60 and 0 are nursing beds; a third home closed in
   * November. 110121 has none. 60 of 150 is 40 %.
   */
  @Test
  void figuresAreCountedFromTheRecordsInForce() {
    SmallAssessment sent =
        homes(
            assessment(),
            "110000",
            Homes.row("110101", 1, "公办,100,60,2019-01-01,,"),
            Homes.row("110101", 2, "民办,50,0,2020-01-01,,"),
            Homes.row("110101", 3, "民办,80,80,2018-01-01,2023-11-30,"));

    IndicatorResult share = share(sent, "110100");
    assertThat(share.amount()).isEqualByComparingTo("40");
    assertThat(share.numerator()).isEqualByComparingTo("60");
    assertThat(share.denominator()).isEqualByComparingTo("150");
  }

  @Test
  void refusedRecordLeavesItsCityWithoutAFigure() {
    SmallAssessment sent =
        homes(
            assessment(),
            "110000",
            Homes.row("110101", 1, "公办,100,60,2019-01-01,,"),
            Homes.row("110101", 2, "民办,50,51,2020-01-01,,"),
            Homes.row("110201", 3, "公办,10,5,2019-01-01,,"));

    IndicatorResult absent = share(sent, "110100");
    assertThat(absent.amount()).isNull();
    assertThat(absent.detail().en()).contains("110101");
  }

  @Test
  void amendmentChangesTheRecordsItNamesAndNoOther() {
    SmallAssessment sent =
        homes(
            assessment(),
            "110000",
            Homes.row("110101", 1, "公办,100,60,2019-01-01,,"),
            Homes.row("110121", 2, "民办,100,0,2020-01-01,,"));
    sent.deliver(
        "2023Q4/110000/homes-amended.csv",
        "homes/110000/2023Q4/all",
        "2024-01-20",
        "amend",
        Repository.utf8(
            Homes.HEADER + "\n" + Homes.row("110121", 2, "民办,100,40,2020-01-01,,") + "\n"));

    assertThat(share(sent, "110100").amount()).isEqualByComparingTo("50"); // 100 of 200
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "代码,类型,床位数\n110101,公办,100\n", // no column for what tells homes apart
        "代码,信用代码,类型,床位数,护理型床位数,开业日期,停业日期,已审计\n", // a form nobody filled in
        "",
        "%PDF-1.7"
      })
  void registerThatIsRefusedWholeLeavesItsCitiesWithoutFigures(String content) {
    SmallAssessment sent =
        besides(assessment())
            .deliver(
                "2023Q4/110000/homes.csv",
                "homes/110000/2023Q4/all",
                "2024-01-15",
                "full",
                Repository.utf8(content));

    IndicatorResult absent = figure(sent, "110100", "beds_per_1000");
    assertThat(absent.amount()).as("a list that cannot be read is no zero").isNull();
    assertThat(figure(sent, "120100", "beds_per_1000").amount()).isEqualByComparingTo("10");
  }

  @Test
  void registerThatTheFileGateRefusesLeavesItsCitiesWithoutFigures() {
    SmallAssessment sent =
        homes(
                besides(assessment()),
                "110000",
                Homes.row("110101", 1, "公办,100,60,2019-01-01,,"),
                Homes.row("110201", 2, "民办,50,51,2020-01-01,,"))
            .changed("assessment.yaml", "formats: [html]", "gates: {file_rejected_over: 30}");

    assertThat(figure(sent, "110100", "beds_per_1000").amount()).isNull();
  }

  /**
   * By hand: 100 beds for 10,000 older persons. Part b may hold a home of 110121, so 10 is no more.
   */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"40, 10", "51, -"})
  void registerOfWhichAPartIsNotThereLeavesItsCitiesWithoutFigures(
      String nursing, BigDecimal amount) {
    String ofB = Homes.row("110201", 2, "民办,50," + nursing + ",2020-01-01,,");
    SmallAssessment sent =
        besides(assessment())
            .deliver(
                "2023Q4/110000/homes.a.csv",
                "homes/110000/2023Q4/a",
                "2024-01-15",
                "full",
                Repository.utf8(
                    Homes.HEADER + "\n" + Homes.row("110101", 1, "公办,100,60,2019-01-01,,") + "\n"))
            .deliver(
                "2023Q4/110000/homes.b.csv",
                "homes/110000/2023Q4/b",
                "2024-01-15",
                "full",
                Repository.utf8(Homes.HEADER + "\n" + ofB + "\n"))
            .changed("assessment.yaml", "formats: [html]", "gates: {file_rejected_over: 30}");

    assertThat(figure(sent, "110100", "beds_per_1000").amount())
        .usingComparator(Comparator.nullsFirst(BigDecimal::compareTo))
        .isEqualTo(amount);
  }

  /**
   * By hand: 40 beds of 110121 and 60 of 110101 for 10,000 older persons are 10 a thousand. A third
   * home whose place is not known may lie in any unit of 110000, and in none of 120000's, which has
   * 100 beds for 10,000.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "110202,公办,100,60,2019-01-01,, | 10",
        "990101,公办,100,60,2019-01-01,, | -",
        "110101,公办,100 | -",
        "110121,公办13800138000,100,60,2019-01-01,, | -",
        "110202,公办13800138000,100,60,2019-01-01,, | 10"
      })
  void recordRefusedWithoutAPlaceLeavesTheCountsOfItsSenderUnknown(String third, BigDecimal is) {
    int comma = third.indexOf(',');
    SmallAssessment sent =
        homes(
            besides(assessment()),
            "110000",
            Homes.row("110101", 1, "公办,60,60,2019-01-01,,"),
            Homes.row("110121", 2, "民办,40,0,2020-01-01,,"),
            Homes.row(third.substring(0, comma), 3, third.substring(comma + 1)));

    IndicatorResult own = figure(sent, "110100", "beds_per_1000");
    assertThat(own.amount())
        .usingComparator(Comparator.nullsFirst(BigDecimal::compareTo))
        .isEqualTo(is);
    if (is == null) {
      assertThat(own.detail().en())
          .contains("1 record was refused or does not say enough: 2023Q4/110000/homes.csv 4");
    }
    assertThat(figure(sent, "120100", "beds_per_1000").amount()).isEqualByComparingTo("10");
  }

  @Test
  void cityWhoseProvinceSentNoRegisterHasNoFigure() {
    SmallAssessment sent =
        homes(assessment(), "110000", Homes.row("110101", 1, "公办,100,60,2019-01-01,,"));

    assertThat(share(sent, "120100").reason()).isEqualTo("input_missing");
  }
}
