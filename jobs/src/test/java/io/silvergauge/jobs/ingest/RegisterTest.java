package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.jobs.Homes;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.SourceDescriptionReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {
  private static final Scheme SCHEME = SmallAssessment.scheme(Homes.SCHEME);
  private static final ReadingContext CONTEXT =
      ReadingContext.of(SCHEME, SmallAssessment.regions());

  private static SourceDescription description(String text, Faults faults) {
    byte[] content = Repository.utf8(text);
    return SourceDescriptionReader.read(
            "sources/homes.yaml", content, Sha256.of(content), SCHEME, faults)
        .orElse(null);
  }

  static Batch read(String... rows) {
    String text = Homes.HEADER + "\n" + String.join("\n", rows) + "\n";
    byte[] content = Repository.utf8(text);
    SourceDescription description = description(Homes.SOURCE, new Faults());
    Batch batch =
        DeliveryReader.read(content, Sent.delivery("homes", content), description, CONTEXT);
    assertThat(batch.account().balanced()).isTrue();
    return batch;
  }

  private static List<String> refused(Batch batch) {
    return batch.rejects().stream()
        .map(reject -> reject.reason() + " " + reject.row() + " " + reject.message().en())
        .toList();
  }

  @Test
  void readsEachFieldByItsType() {
    Batch batch = read(Homes.row("110101", 1, "公办,\"1,200\",60张,2020/3/1,,是"));

    assertThat(refused(batch)).isEmpty();
    assertThat(batch.observations()).isEmpty();
    RegisterRecord record = batch.records().get(0);
    assertThat(record.id()).isEqualTo(Homes.code(1));
    assertThat(record.region()).isEqualTo("110101");
    assertThat(record.period()).hasToString("2023Q4");
    assertThat(record.origin().row()).isEqualTo(2);
    assertThat(record.values())
        .containsEntry("kind", "公办")
        .containsEntry("beds", "1200")
        .containsEntry("nursing", "60")
        .containsEntry("opened", "2020-03-01")
        .containsEntry("audited", "1")
        .doesNotContainKey("closed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "民营,100,60,,,是 | UNKNOWN_CHOICE | '民营' is none of: 公办, 民办",
        "公办,百张,60,,,是 | NOT_A_NUMBER | '百张' is not a number",
        "公办,100人,60,,,是 | UNKNOWN_UNIT | the unit of '100人' is unknown",
        "公办,-1,0,,,是 | NEGATIVE_VALUE | '-1' must not be negative",
        "公办,100,60,2023-02-30,,是 | NOT_A_DATE | '2023-02-30' is not a date",
        "公办,100,60,,,也许 | NOT_YES_OR_NO | '也许' must be yes or no",
        ",100,60,,,是 | MISSING_FIELD | 'Kind' is missing",
        "公办,100,101,,,是 | RECORD_CHECK | more nursing beds than beds (check nursing_within: nursing <= beds; beds = 100; nursing = 101)",
        "公办,100,60,2022-01-01,2021-12-31,是 | RECORD_CHECK | closed before it opened"
      })
  void refusesWhatDoesNotFitAndSaysWhy(String rest, RejectReason reason, String said) {
    Batch batch = read(Homes.row("110101", 1, rest == null ? "" : rest));

    assertThat(refused(batch)).hasSize(1);
    assertThat(batch.rejects().get(0).reason()).isEqualTo(reason);
    assertThat(batch.rejects().get(0).message().en()).contains(said);
    assertThat(batch.account().rejected()).isEqualTo(1);
    assertThat(batch.records())
        .as("that there is something in the region stays known")
        .extracting(RegisterRecord::region, RegisterRecord::id)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("110101", ""));
  }

  @Test
  void wrongCreditCodesAreToldAndRightOnesAreNoPersons() {
    String wrong = Homes.code(1).substring(0, 17) + "?";
    assertThat(refused(read("110101," + wrong + ",公办,1,1,,,")))
        .anySatisfy(said -> assertThat(said).startsWith("WRONG_CREDIT_CODE 2 "));
    assertThat(refused(read(Homes.row("110101", 13, "公办,1,1,,,")))).isEmpty();
  }

  /** A row that does not say for certain where it lies may lie anywhere of its sender's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "990101,CODE,公办,100,60,,, | UNKNOWN_REGION | 110000",
        "东区（含东县）,CODE,公办,100,60,,, | COMBINED_REGION | 110000",
        "110101,CODE,公办,100 | ROW_SHAPE | 110000",
        "990101,CODE,公办13800138000,100,60,,, | PERSONAL_DATA | 110000",
        "110101,CODE,公办13800138000,100,60,,, | PERSONAL_DATA | 110101",
        "东县,CODE,公\uFFFD,100,60,,, | TEXT_DAMAGED | 110121",
        "110100,CODE,公办,100,61人,,, | UNKNOWN_UNIT | 110100"
      })
  void refusedRecordIsKnownToBeSomewhere(String row, RejectReason reason, String region) {
    Batch batch = read(row.replace("CODE", Homes.code(1)).replace("\\uFFFD", "\uFFFD"));

    assertThat(batch.rejects()).extracting(Reject::reason).containsExactly(reason);
    assertThat(batch.records())
        .extracting(RegisterRecord::region, RegisterRecord::id, one -> one.values().size())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(region, "", 0));
    assertThat(batch.records().get(0).origin().row()).isEqualTo(2);
  }

  @Test
  void sameThingTwiceCountsOnceOrNotAtAll() {
    Batch same =
        read(Homes.row("110101", 1, "公办,100,60,,,"), Homes.row("110101", 1, "公办,100,60,,,"));
    assertThat(same.records()).hasSize(1);
    assertThat(same.account().setAside()).isEqualTo(2); // the header and the second
    assertThat(same.rejects()).isEmpty();

    Batch other =
        read(Homes.row("110101", 1, "公办,100,60,,,"), Homes.row("110121", 1, "公办,100,60,,,"));
    assertThat(other.rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.DUPLICATE_CONFLICT, RejectReason.DUPLICATE_CONFLICT);
    assertThat(other.records()).extracting(RegisterRecord::id).containsExactly("", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "register: homes | register: home | register: the scheme has no register 'home'; did you mean 'homes'?",
        "field: beds | field: bed | columns[2].field: the register has no field 'bed'; did you mean 'beds'?",
        "field: kind | field: code | columns: there is no column for the field 'kind', which every record must have",
        "field: kind | field: code | columns[1].field: field 'code' stands twice",
        "[类型] | [床位数] | columns[2].header: header '床位数' stands twice",
        "field: beds} | field: beds, unit: 人} | columns[2].unit: unit '人' cannot be converted into '张'",
        "region: {code: 代码} | region: {sender: true} | region: every row tells its region: write code"
      })
  void descriptionsAreHeldAgainstTheScheme(String was, String is, String fault) {
    assertThat(Homes.SOURCE).contains(was);
    Faults faults = new Faults();
    description(Homes.SOURCE.replaceFirst(java.util.regex.Pattern.quote(was), is), faults);
    assertThat(SmallAssessment.said(faults)).anySatisfy(line -> assertThat(line).contains(fault));
  }

  @Test
  void changedRegisterIsReadAgainAndAnotherStatisticIsNot() {
    byte[] content = Repository.utf8(Homes.HEADER + "\n");
    SourceDescription description = description(Homes.SOURCE, new Faults());
    String before = key(Homes.SCHEME, content, description);
    assertThat(key(Homes.SCHEME.replace("nursing <= beds", "nursing < beds"), content, description))
        .isNotEqualTo(before);
    assertThat(
            key(
                Homes.SCHEME.replace("closed > period_end\"}}", "closed >= period_end\"}}"),
                content,
                description))
        .isEqualTo(before);
  }

  private static String key(String scheme, byte[] content, SourceDescription description) {
    ReadingContext context =
        ReadingContext.of(SmallAssessment.scheme(scheme), SmallAssessment.regions());
    return context.keys().of(Sent.delivery("homes", content), description);
  }
}
