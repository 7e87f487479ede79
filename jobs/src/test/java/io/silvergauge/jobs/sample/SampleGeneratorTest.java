package io.silvergauge.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleGeneratorTest {
  private static final Path FACTS = Path.of("..", "facts");
  private static final Path COMMITTED = Path.of("..", "sample-input");

  @TempDir static Path fresh;

  @BeforeAll
  static void write() throws IOException {
    SampleGenerator.write(FACTS, fresh, SampleOptions.committed());
  }

  @Test
  void givesTheSameBytesForTheSameSeed(@TempDir Path again) throws IOException {
    SampleGenerator.write(FACTS, again, SampleOptions.committed());

    assertThat(hashes(again)).isEqualTo(hashes(fresh));
  }

  @Test
  void givesOtherReportsButTheSameCensusForAnotherSeed(@TempDir Path other) throws IOException {
    SampleOptions committed = SampleOptions.committed();
    SampleGenerator.write(
        FACTS, other, new SampleOptions(7, committed.first(), committed.last(), List.of()));

    assertThat(other.resolve("data/2020/000000/census.csv"))
        .hasSameBinaryContentAs(fresh.resolve("data/2020/000000/census.csv"));
    assertThat(Files.mismatch(civilAffairs(other), civilAffairs(fresh))).isNotNegative();
  }

  private static Path civilAffairs(Path folder) {
    return folder.resolve("data/2023Q4/410000/civil_affairs.csv");
  }

  @Test
  void equalsWhatIsCommitted() throws IOException {
    assertThat(hashes(COMMITTED)).isEqualTo(hashes(fresh));
  }

  @Test
  void countsEachPersonOfASampleCityOnce() throws IOException {
    List<CSVRecord> rows = census();

    assertThat(rows).extracting(row -> row.get("区划代码")).doesNotHaveDuplicates();
    for (CSVRecord city : Csv.read(FACTS.resolve("sample_cities.csv"))) {
      assertThat(sum(rows, city, "常住人口")).isEqualTo(city.get("population_2020"));
      assertThat(sum(rows, city, "60岁及以上")).isEqualTo(city.get("pop_60plus"));
      assertThat(sum(rows, city, "65岁及以上")).isEqualTo(city.get("pop_65plus"));
    }
  }

  private static List<CSVRecord> census() throws IOException {
    Path file = fresh.resolve("data/2020/000000/census.csv");
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Path untitled = fresh.resolve("census-without-title.csv");
    Files.writeString(untitled, text.substring(text.indexOf('\n') + 1), StandardCharsets.UTF_8);
    List<CSVRecord> rows = Csv.read(untitled);
    Files.delete(untitled);
    return rows;
  }

  private static String sum(List<CSVRecord> rows, CSVRecord city, String column) {
    String code = city.get("code");
    String prefix = code.endsWith("00") ? code.substring(0, 4) : code;
    return Long.toString(
        rows.stream()
            .filter(row -> row.get("区划代码").startsWith(prefix))
            .mapToLong(row -> Long.parseLong(row.get(column)))
            .sum());
  }

  @Test
  void givesEachReportingUnitACensusRowAndNoOther() throws IOException {
    List<String> counted = census().stream().map(row -> row.get("区划代码")).sorted().toList();
    List<String> leaves =
        Csv.read(fresh.resolve("regions/regions.csv")).stream()
            .filter(row -> row.get("valid_to").isEmpty())
            .filter(row -> !row.get("level").matches("nation|province|prefecture"))
            .map(row -> row.get("code"))
            .toList();

    assertThat(counted).containsAll(leaves);
    // Dongguan has no counties: the prefecture itself is the unit.
    assertThat(counted).filteredOn(code -> !leaves.contains(code)).containsExactly("441900");
  }

  @Test
  void listsEveryFileWithItsHash() throws IOException {
    Map<String, String> listed =
        Csv.read(fresh.resolve("data/deliveries.csv")).stream()
            .collect(
                Collectors.toMap(
                    row -> "data/" + row.get("path"),
                    row -> row.get("sha256"),
                    (one, other) -> one,
                    TreeMap::new));
    Map<String, String> written = hashes(fresh);
    written.keySet().removeIf(path -> !path.matches("data/.+/.+"));

    assertThat(listed).isEqualTo(written);
  }

  @Test
  void receivesAllOfTheLastQuarterByTheAsOfDate() {
    assertThat(Csv.read(fresh.resolve("data/deliveries.csv")))
        .allSatisfy(row -> assertThat(row.get("received")).isLessThanOrEqualTo("2024-01-31"));
  }

  @Test
  void plantsEachDeclaredMistake() throws IOException {
    assertThat(lines("2023Q4/370000")).anyMatch(line -> line.contains("370613,莱山区"));
    assertThat(lines("2023Q4/210000")).anyMatch(line -> line.matches("210224,.*,-12,.*"));
    assertThat(lines("2023Q4/220000")).noneMatch(line -> line.startsWith("220184"));
    assertThat(lines("2023Q4/220000")).anyMatch(line -> line.startsWith("220381,公主岭市"));
    assertThat(lines("2023Q4/330000")).anyMatch(line -> line.matches("330225,.*,约300,.*"));
    assertThat(lines("2023Q4/530000")).anyMatch(line -> line.matches("530126,.*,,.*"));
    assertThat(rowsOf("610118", lines("2023Q4/610000"))).hasSize(2).doesNotHaveDuplicates();
    assertThat(rowsOf("520181", lines("2023Q4/520000")))
        .hasSize(2)
        .containsOnly(rowsOf("520181", lines("2023Q4/520000")).get(0));
    assertThat(Files.readString(fresh.resolve("data/2023Q4/460000/visits.csv")))
        .contains("460105,秀英区,2023-13,");
    assertThat(lines("2023Q3/420000")).anyMatch(line -> line.startsWith("420102,江岸区,1523.1234567"));
    assertThat(lines("2022Q2/450000")).anyMatch(line -> line.startsWith("450127,横县"));
    assertThat(fresh.resolve("data/2022Q3/620000/civil_affairs.csv")).isEmptyFile();
    assertThat(lines("2023Q2/350000").get(2)).doesNotContain("老年社会工作者");
    assertThat(Files.readString(fresh.resolve("data/2023H1/360000/institutions_mechanism.csv")))
        .contains("360100,南昌市,普惠养老产业基金,");
  }

  private static List<String> lines(String folder) throws IOException {
    return Files.readAllLines(
        fresh.resolve("data").resolve(folder).resolve("civil_affairs.csv"), StandardCharsets.UTF_8);
  }

  private static List<String> rowsOf(String code, List<String> lines) {
    return lines.stream().filter(line -> line.startsWith(code)).toList();
  }

  @Test
  void leavesTheReadmesCityWithoutMistakes() {
    assertThat(PlantedMistakes.ALL).noneMatch(mistake -> mistake.sender().equals("410000"));
  }

  @Test
  void writesAnyCityOfTheDivisions(@TempDir Path target) throws IOException {
    Quarter quarter = Quarter.parse("2024Q1");
    SampleGenerator.write(
        FACTS, target, new SampleOptions(1, quarter, quarter, List.of("330100", "659002")));

    // 杭州 was redrawn in 2021: what the census counted in 下城区 keeps its old code.
    assertThat(Csv.read(target.resolve("regions/regions.csv")))
        .extracting(row -> row.get("code"))
        .contains("330100", "330103", "659002");
    assertThat(target.resolve("data/2024Q1/650000/civil_affairs.csv")).isNotEmptyFile();
    assertThat(target.resolve("data/2023H2/330000/planning.csv")).isNotEmptyFile();
  }

  @Test
  void namesACodeThatIsNoCity(@TempDir Path target) {
    Quarter quarter = Quarter.parse("2023Q4");
    SampleOptions options = new SampleOptions(1, quarter, quarter, List.of("419999"));

    assertThatThrownBy(() -> SampleGenerator.write(FACTS, target, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'419999' is not in the 2023 list of divisions, or the census has no row for it");
  }

  /** The generated part of an assessment folder: path and hash of each file. */
  private static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (String part : List.of("data", "regions", "cities.csv")) {
      try (Stream<Path> files = Files.walk(folder.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String path = folder.relativize(file).toString().replace('\\', '/');
          hashes.put(path, sha256(Files.readAllBytes(file)));
        }
      }
    }
    return hashes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
