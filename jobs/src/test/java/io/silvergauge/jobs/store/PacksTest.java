package io.silvergauge.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.ingest.Account;
import io.silvergauge.jobs.ingest.Batch;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacksTest {
  private static final String KEY_A = "a".repeat(64);
  private static final String KEY_B = "b".repeat(64);

  @TempDir Path folder;

  private static Observation observation(String region, Mark mark, String value, String document) {
    return new Observation(
        region,
        "beds",
        Period.parse("2023-01/2023-09"),
        mark,
        new BigDecimal(value),
        "万元",
        ValueStatus.EVIDENCED,
        LocalDate.of(1949, 10, 1),
        document,
        new Origin("2023Q4/410000/a b.csv", "表1", 123_456_789_012L, "床位\n数"));
  }

  private static Batch batch(String region, String... values) {
    List<Observation> observations = new ArrayList<>();
    for (String value : values) {
      observations.add(observation(region, Mark.NUMBER, value, "豫民〔2023〕1号"));
    }
    Reject reject =
        new Reject(
            "2023Q4/410000/a b.csv",
            "",
            7,
            9,
            "床位数",
            "\uD842\uDFB7 \"x\" \u0000,\n",
            RejectReason.NOT_A_NUMBER,
            "2023Q4",
            new Bilingual("中", "en"));
    Reject whole = Reject.ofFile(region, RejectReason.FILE_EMPTY, new Bilingual("空", "empty"));
    return new Batch(observations, List.of(), List.of(reject, whole), new Account(5, 3, 1, 1));
  }

  @Test
  void partsTogetherGiveEachRowOnce() throws IOException {
    int rows = 450_000; // of which a file has several groups
    List<Observation> many = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      many.add(observation(Integer.toString(100_000_000 + i), Mark.NUMBER, "1", ""));
    }
    Packs packs = new Packs(new LocalStorage(folder));
    Batch large = new Batch(many, List.of(), List.of(), new Account(rows, rows, 0, 0));
    String id = packs.write(Map.of(KEY_A, large)).get(0).pack();

    List<String> regions = new ArrayList<>();
    int least = rows;
    for (int part = 0; part < 2; part++) {
      List<Packs.KeyedSum> sums = packs.part(part, 2).sums(id, Set.of(KEY_A));
      sums.forEach(one -> regions.add(one.sum().region()));
      least = Math.min(least, sums.size());
    }

    assertThat(least).isPositive();
    assertThat(regions)
        .containsExactlyElementsOf(
            packs.sums(id, Set.of(KEY_A)).stream().map(one -> one.sum().region()).toList())
        .hasSize(rows);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void giveBackWhatWasWritten(boolean hadoop) throws IOException {
    Storage storage = hadoop ? new HadoopStorage(folder.toUri()) : new LocalStorage(folder);
    Packs packs = new Packs(storage);
    Batch a = batch("410102", "999999999999.999999", "-999999999999.999999", "0.000001", "0");
    Batch b = batch("410103", "1.5");

    List<Packs.Entry> entries = packs.write(Map.of(KEY_B, b, KEY_A, a));

    String id = entries.get(0).pack();
    assertThat(entries)
        .containsExactly(
            new Packs.Entry(KEY_A, id, a.account(), 4, 2),
            new Packs.Entry(KEY_B, id, b.account(), 1, 2));
    assertThat(packs.entries()).containsOnlyKeys(KEY_A, KEY_B);
    assertThat(packs.entries().values()).containsExactlyElementsOf(entries);
    assertThat(packs.observations(id, Set.of(KEY_A)))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(scaled(a.observations()));
    assertThat(packs.observations(id, Set.of(KEY_A, KEY_B))).hasSize(5);
    assertThat(packs.sums(id, Set.of(KEY_B)))
        .extracting(Packs.KeyedSum::sum)
        .usingRecursiveFieldByFieldElementComparator(comparingNumbers())
        .containsExactlyElementsOf(b.sums());
    assertThat(packs.rejects(id, Set.of(KEY_A, KEY_B)))
        .extracting(Packs.KeyedReject::reject)
        .containsExactlyInAnyOrder(
            a.rejects().get(0), a.rejects().get(1), b.rejects().get(0), b.rejects().get(1));
    assertThat(packs.rejects(id, Set.of(KEY_A)))
        .extracting(Packs.KeyedReject::reject)
        .containsExactlyElementsOf(a.rejects());
  }

  /**
   * Texts with quotes, backslashes, braces and control letters, empty ones, and no field at all.
   */
  @Test
  void giveBackTheFieldsOfRecordsAsTheyAre() throws IOException {
    List<RegisterRecord> records =
        List.of(
            record("1", Map.of()),
            record("2", Map.of("name", "“一”号", "open", "1", "note", "")),
            record("3", Map.of("name", "a \"b\", {c}: d", "note", "x\\y\n\t\u0000 \uD842\uDFB7")),
            record("4", Map.of("beds", "12.5", "open", "1", "name", "}")));
    Packs packs = new Packs(new LocalStorage(folder));

    String id =
        packs
            .write(Map.of(KEY_A, new Batch(List.of(), records, List.of(), Account.NONE)))
            .get(0)
            .pack();

    assertThat(packs.records(id, Set.of(KEY_A)))
        .extracting(Packs.KeyedRecord::record)
        .containsExactlyElementsOf(records);
  }

  private static RegisterRecord record(String id, Map<String, String> values) {
    return new RegisterRecord(
        "homes", "410102", Period.parse("2023Q4"), id, values, new Origin("f.csv", "", 4, ""));
  }

  private static RecursiveComparisonConfiguration comparingNumbers() {
    return RecursiveComparisonConfiguration.builder()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .build();
  }

  private static List<Observation> scaled(List<Observation> observations) {
    return observations.stream()
        .map(
            o ->
                new Observation(
                    o.region(),
                    o.statistic(),
                    o.period(),
                    o.mark(),
                    o.value().setScale(6),
                    o.unit(),
                    o.status(),
                    o.referenceDate(),
                    o.document(),
                    o.origin()))
        .toList();
  }

  @Test
  void keepMarksApart() throws IOException {
    Packs packs = new Packs(new LocalStorage(folder));
    List<Observation> observations = new ArrayList<>();
    for (Mark mark : Mark.values()) {
      observations.add(observation("41010" + observations.size(), mark, "0", ""));
    }
    observations.add(observation("410101", Mark.TOO_SMALL, "0", ""));
    Batch batch = new Batch(observations, List.of(), List.of(), Account.NONE);
    String id = packs.write(Map.of(KEY_A, batch)).get(0).pack();

    assertThat(packs.observations(id, Set.of(KEY_A)))
        .extracting(Observation::mark)
        .containsExactly(
            Mark.NUMBER, Mark.MISSING, Mark.TOO_SMALL, Mark.NOT_APPLICABLE, Mark.TOO_SMALL);
    assertThat(packs.sums(id, Set.of(KEY_A)))
        .extracting(keyed -> keyed.sum().mark() + " " + keyed.sum().tooSmall())
        .containsExactly("NUMBER 0", "MISSING 1", "TOO_SMALL 1", "NOT_APPLICABLE 0");
  }

  /** DECIMAL(38,6) holds 32 digits before the point, of either sign. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999999999999999999999999999.999999",
        "-99999999999999999999999999999999.999999",
        "0.000001",
        "-0.000001",
        "0.000000",
        "-1.000000",
        "1267650600228229401496703205376.000000"
      })
  void keepSumsOfThirtyEightDigits(String value) throws IOException {
    LeafSum sum =
        new LeafSum(
            "410102",
            "beds",
            Period.parse("2023"),
            "张",
            Mark.NUMBER,
            new BigDecimal(value),
            2_000_000_000,
            3,
            ValueStatus.VERIFIED,
            LocalDate.of(2023, 12, 31),
            "",
            new Origin("a", "", 1, "b"));
    Storage storage = new LocalStorage(folder);
    try (ParquetTable.Out out = PackTables.SUMS.open(storage.parquetOutput("x.parquet"))) {
      out.write(to -> PackTables.write(KEY_A, sum, to));
    }

    List<PackTables.Keyed<LeafSum>> read = new ArrayList<>();
    PackTables.SUMS.each(
        storage.parquetInput("x.parquet"), ParquetTable.Part.WHOLE, cells -> true, read::add);
    assertThat(read).containsExactly(new PackTables.Keyed<>(KEY_A, sum));
  }

  @Test
  void areNamedByWhatTheyHoldAndNeverWrittenTwice() throws IOException {
    Packs packs = new Packs(new LocalStorage(folder));
    Map<String, Batch> batches = Map.of(KEY_A, batch("410102", "1"), KEY_B, batch("410103", "2"));
    List<Packs.Entry> first = packs.write(batches);
    Map<String, String> before = Repository.hashes(folder);

    List<Packs.Entry> again = packs.write(batches);
    List<Packs.Entry> other = packs.write(Map.of(KEY_A, batch("410102", "1")));

    assertThat(again).isEqualTo(first);
    assertThat(other.get(0).pack()).isNotEqualTo(first.get(0).pack());
    assertThat(Repository.hashes(folder)).containsAllEntriesOf(before).hasSize(before.size() + 5);
    assertThat(new LocalStorage(folder).list("packs"))
        .as("no staging is left")
        .containsExactlyInAnyOrder(first.get(0).pack(), other.get(0).pack());
  }

  @Test
  void haveTheSameBytesForTheSameBatches(@TempDir Path other) throws IOException {
    Map<String, Batch> batches = Map.of(KEY_A, batch("410102", "1"), KEY_B, batch("410103", "2"));
    new Packs(new LocalStorage(folder)).write(batches);
    new Packs(new LocalStorage(other)).write(batches);

    assertThat(Repository.hashes(other)).isEqualTo(Repository.hashes(folder));
  }

  @Test
  void nameTheHashOfEachOfTheirFiles() throws IOException {
    Storage storage = new LocalStorage(folder);
    String id = new Packs(storage).write(Map.of(KEY_A, batch("410102", "1"))).get(0).pack();
    JsonNode index = new ObjectMapper().readTree(storage.read("packs/" + id + "/pack.json"));

    assertThat(index.path("pack").asText()).isEqualTo(id);
    assertThat(storage.list("packs/" + id))
        .containsExactly(
            "observations.parquet",
            "pack.json",
            "pack.json.sha256",
            "rejects.parquet",
            "sums.parquet");
    for (String file : List.of("observations.parquet", "sums.parquet", "rejects.parquet")) {
      assertThat(index.path("sha256").path(file).asText())
          .isEqualTo(Sha256.of(storage.read("packs/" + id + "/" + file)));
    }
  }

  @Test
  void leaveNothingOfOneThatIsNotEnded() throws IOException {
    Packs packs = new Packs(new LocalStorage(folder));
    try (PackWriter pack = packs.open()) {
      pack.add(KEY_B, batch("410103", "1.5"));

      assertThatThrownBy(() -> pack.add(KEY_A, batch("410102", "1")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(KEY_A);
      assertThat(packs.entries()).isEmpty();
    }

    assertThat(folder.resolve("packs")).isEmptyDirectory();
    try (PackWriter none = packs.open()) {
      assertThat(none.end()).isEmpty();
    }
    assertThat(folder.resolve("packs")).isEmptyDirectory();
  }

  @Test
  void ignoreWhatAKilledTaskLeftBehind() throws IOException {
    Storage storage = new LocalStorage(folder);
    Packs packs = new Packs(storage);
    packs.write(Map.of(KEY_A, batch("410102", "1")));
    storage.write("packs/.staging-dead/observations.parquet", Repository.utf8("PAR1 cut off"));

    assertThat(packs.entries()).containsOnlyKeys(KEY_A);
    assertThat(new Packs(new LocalStorage(folder.resolve("none"))).entries()).isEmpty();
  }

  /** One bit of what evaluating reads, or of what the pack says of itself. */
  @ParameterizedTest
  @ValueSource(strings = {"sums.parquet", "rejects.parquet", "pack.json"})
  void areNotReadWhereAByteHasChanged(String file) throws IOException {
    Storage storage = new LocalStorage(folder);
    Packs packs = new Packs(storage);
    String id = packs.write(Map.of(KEY_A, batch("410102", "1"))).get(0).pack();
    packs.check(List.of(id));
    String path = "packs/" + id + "/" + file;
    byte[] content = storage.read(path);
    content[content.length / 2] ^= 1;
    storage.write(path, content);

    assertThatThrownBy(() -> packs.check(List.of(id)))
        .isInstanceOf(DamagedPackException.class)
        .hasMessageStartingWith(storage.location(path) + " is not what was written");
    packs.check(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sums.parquet", "pack.json", "pack.json.sha256"})
  void areNotReadWhereAFileIsMissing(String file) throws IOException {
    Storage storage = new LocalStorage(folder);
    Packs packs = new Packs(storage);
    String id = packs.write(Map.of(KEY_A, batch("410102", "1"))).get(0).pack();
    storage.delete("packs/" + id + "/" + file);

    assertThatThrownBy(() -> packs.check(List.of(id))).isInstanceOf(DamagedPackException.class);
  }

  /** Another run may be at work on what is younger than a day. */
  @Test
  void areTidiedOfWhatDeadRunsBegan() throws IOException {
    Storage storage = new LocalStorage(folder);
    Packs packs = new Packs(storage);
    String id = packs.write(Map.of(KEY_A, batch("410102", "1"))).get(0).pack();
    assertThat(packs.tidied()).isEmpty();
    storage.write("packs/.staging-old/sums.parquet", new byte[] {1});
    storage.write("packs/.staging-new/sums.parquet", new byte[] {1});
    Instant now = storage.modified("packs/.staging-new");
    Files.setLastModifiedTime(
        folder.resolve("packs/.staging-old"), FileTime.from(now.minus(Duration.ofHours(25))));

    assertThat(packs.tidied()).containsExactly(storage.location("packs/.staging-old"));
    assertThat(storage.list("packs")).containsExactly(".staging-new", id);
  }

  @Test
  void areOrdinaryParquetWithDecimalsAndDates() throws IOException {
    Storage storage = new LocalStorage(folder);
    String id = new Packs(storage).write(Map.of(KEY_A, batch("410102", "1"))).get(0).pack();
    try (ParquetFileReader file =
        ParquetFileReader.open(storage.parquetInput("packs/" + id + "/sums.parquet"))) {
      MessageType schema = file.getFileMetaData().getSchema();
      assertThat(schema.getType("sum").getLogicalTypeAnnotation()).hasToString("DECIMAL(38,6)");
      assertThat(schema.getType("reference_date").getLogicalTypeAnnotation()).hasToString("DATE");
      assertThat(schema.getType("batch").getLogicalTypeAnnotation()).hasToString("STRING");
    }
  }
}
