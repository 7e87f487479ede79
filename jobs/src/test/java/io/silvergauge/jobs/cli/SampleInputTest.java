package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SchemaFiles;
import io.silvergauge.jobs.golden.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample as the README evaluates it. */
class SampleInputTest {
  private static final Path SAMPLE = Repository.path("sample-input");

  @TempDir static Path out;

  private static Cli.Ran ran;

  @BeforeAll
  static void evaluate() {
    ran = Cli.run("evaluate", SAMPLE, "--period", "2023Q4", "--out", out);
  }

  private static Path published(String path) {
    return out.resolve("current/2023Q4").resolve(path);
  }

  @Test
  void endsWellAndPrintsATableOfAllCitiesInOrderOfRank() {
    assertThat(ran.status()).as(ran.err()).isZero();
    int header = 0;
    while (!ran.lines().get(header).startsWith("rank  city")) {
      header++;
    }
    List<String> rows = ran.lines().subList(header + 2, header + 2 + 37);
    assertThat(ran.lines().get(header + 1)).matches("─+");
    assertThat(ran.lines().get(header + 2 + 37)).isEmpty();
    assertThat(rows).anyMatch(row -> row.contains("Zhengzhou"));
    assertThat(rows.stream().map(row -> row.strip().split(" ", 2)[0]))
        .startsWith("1")
        .allMatch(rank -> rank.matches("[0-9]+|–"));
    assertThat(ran.lines().get(0)).contains("2023Q4, as of 2024-01-31");
    assertThat(ran.lines().get(1)).contains("Synthetic data");
    assertThat(ran.lines()).contains("Published.");
    assertThat(ran.lines()).last().isEqualTo("Open: " + published("reports/comparison.en.html"));
  }

  /** One city with everything, a district with a short plan, one whose data are incomplete; all. */
  @ParameterizedTest
  @CsvSource({
    "410100.zh",
    "410100.en",
    "110105.zh",
    "110105.en",
    "610100.zh",
    "610100.en",
    "comparison.zh",
    "comparison.en"
  })
  void saysInEveryCellOfItsPagesWhatTheGoldenFilesSay(String page) {
    Golden.check(published("reports/" + page + ".html"));
  }

  /** Zhengzhou's nursing beds in the workbook are those of the table, which opens in Excel too. */
  @Test
  void theWorkbookHoldsWhatTheTablesSay() throws IOException {
    byte[] table = Repository.bytes(published("outcomes.csv"));
    byte[] opened = Repository.bytes(published("excel/outcomes.csv"));
    assertThat(opened).startsWith(0xEF, 0xBB, 0xBF).endsWith(table).hasSize(table.length + 3);
    String wanted =
        CsvRows.lines(published("outcomes.csv"), "region", "indicator", "amount").stream()
            .filter(row -> row.startsWith("410100|nursing_bed_share|"))
            .findFirst()
            .orElseThrow();
    try (InputStream file = Files.newInputStream(published("reports/workbook.zh.xlsx"));
        XSSFWorkbook book = new XSSFWorkbook(file)) {
      for (Sheet sheet : book) {
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).contains("合成数据");
      }
      List<Double> amounts = new ArrayList<>();
      for (Row row : book.getSheet("指标值")) {
        if (row.getRowNum() > 2
            && row.getCell(0).getStringCellValue().equals("410100")
            && row.getCell(4).getStringCellValue().equals("nursing_bed_share")) {
          amounts.add(row.getCell(5).getNumericCellValue());
        }
      }
      assertThat(amounts)
          .containsExactly(Double.parseDouble(wanted.substring(wanted.lastIndexOf('|') + 1)));
    }
  }

  /** sample-input/README.md lists what was planted; older mistakes count where they are read. */
  @Test
  void rejectsEveryMistakeThatWasPlantedAndNothingElse() {
    assertThat(CsvRows.lines(published("rejects.csv"), "file", "row", "column", "value", "reason"))
        .containsExactly(
            "2023H1/360000/institutions_mechanism.csv|5|事项|普惠养老产业基金|UNKNOWN_STATISTIC",
            "2023Q2/350000/civil_affairs.csv|3|老年社会工作者人数||MISSING_COLUMN",
            "2023Q3/420000/civil_affairs.csv|4|福利彩票公益金支出|1523.1234567|TOO_MANY_DECIMALS",
            "2023Q4/210000/civil_affairs.csv|11|接受岗前培训的护理员|-12|NEGATIVE_VALUE",
            "2023Q4/220000/civil_affairs.csv|18|行政区划代码|220381|UNKNOWN_REGION",
            "2023Q4/330000/civil_affairs.csv|10|养老护理员|约300|NOT_A_NUMBER",
            "2023Q4/370000/civil_affairs.csv|17|护理型床位数|1337|SHARE_ABOVE_100",
            "2023Q4/460000/care_institutions.csv|15|统一社会信用代码|52460106MJ00000019|WRONG_CREDIT_CODE",
            "2023Q4/460000/visits.csv|13|月份|2023-13|UNKNOWN_PERIOD",
            "2023Q4/610000/civil_affairs.csv|14|有日间照料机构的社区数|52|DUPLICATE_CONFLICT",
            "2023Q4/610000/civil_affairs.csv|15|有日间照料机构的社区数|31|DUPLICATE_CONFLICT");
    assertThat(ran.lines()).contains("Rejected (11):");
  }

  /** The row that stands twice is counted once, and the blank cell is an absence, not a nought. */
  @Test
  void setsTheRepeatedRowAsideAndMissesTheBlankCell() {
    JsonNode files =
        SchemaFiles.json(Repository.bytes(published("evaluation.json"))).path("deliveries");
    assertThat(files)
        .anySatisfy(
            file -> {
              assertThat(file.path("path").asText()).isEqualTo("2023Q4/520000/civil_affairs.csv");
              assertThat(file.path("rejected").asInt()).isZero();
              // two titles, header, total, and the second row of 清镇市
              assertThat(file.path("set_aside").asInt()).isEqualTo(5);
            });
    assertThat(CsvRows.read(published("outcomes.csv")))
        .filteredOn(row -> row.get("region").equals("530100"))
        .filteredOn(row -> row.get("reason").equals("incomplete"))
        .isNotEmpty();
  }

  /** The figure the README works out: added up here from the file itself. */
  @Test
  void givesZhengzhouTheShareThatItsFileGives() {
    int nursing = 0;
    int beds = 0;
    List<String> lines =
        Repository.text(SAMPLE.resolve("data/2023Q4/410000/civil_affairs.csv")).lines().toList();
    List<String> header = List.of(lines.get(2).split(",", -1));
    int nursingAt = Math.max(header.indexOf("护理型床位数"), header.indexOf("护理型床位"));
    int bedsAt = Math.max(header.indexOf("养老机构床位数"), header.indexOf("养老机构床位"));
    for (String line : lines.subList(3, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells[0].startsWith("4101")) {
        nursing += Integer.parseInt(cells[nursingAt]);
        beds += Integer.parseInt(cells[bedsAt]);
      }
    }
    Map<String, String> share =
        CsvRows.read(published("outcomes.csv")).stream()
            .filter(row -> row.get("region").equals("410100"))
            .filter(row -> row.get("indicator").equals("nursing_bed_share"))
            .findFirst()
            .orElseThrow();

    assertThat(share.get("numerator")).isEqualTo(Integer.toString(nursing));
    assertThat(share.get("denominator")).isEqualTo(Integer.toString(beds));
    assertThat(Double.parseDouble(share.get("amount")))
        .isCloseTo(100.0 * nursing / beds, within(1e-9));
  }

  /**
   * By hand: of 32 estates 27 were looked at. Each of the three that do not hold lies in a unit of
   * which two of three were looked at, and stands for one and a half: 32 − 4.5 = 27.5, of 32
   * 85.9375 %. What that costs is what both READMEs say.
   */
  @Test
  void costsZhengzhouWhatTheReadmeSays() {
    JsonNode city = SchemaFiles.json(Repository.bytes(published("evaluation/410100.json")));
    JsonNode figure = one(city.path("indicators"), "id", "community_facility_below_30k", "id", "");
    JsonNode site = figure.path("site");
    assertThat(figure.path("amount").decimalValue()).isEqualByComparingTo("100");
    assertThat(site.path("verified").decimalValue()).isEqualByComparingTo("85.9375");
    assertThat(site.path("redrawn").asBoolean()).as("the seed draws the same again").isTrue();
    assertThat(site.path("applied").asBoolean()).isTrue();
    List<String> said = new ArrayList<>();
    said.add(
        String.format(
            Locale.ROOT,
            "reported %s %%, verified %s %% (%s to %s %%)",
            points(figure.path("amount")),
            points(site.path("verified")),
            points(site.path("low")),
            points(site.path("high"))));
    for (String result : List.of("fulfilment", "standing")) {
      for (String node : List.of("community_facility_below_30k", "total")) {
        JsonNode score = one(city.path("scores"), "node", node, "result", result);
        said.add(
            String.format(
                Locale.ROOT,
                "%s %s: %s by what was reported, %s after visits",
                result,
                node.equals("total") ? "total" : "of the indicator",
                points(score.path("before_visits")),
                points(score.path("score"))));
      }
    }
    for (String readme : List.of("README.md", "README.zh-CN.md")) {
      assertThat(Repository.text(Repository.path(readme))).as(readme).contains(said);
    }
    assertThat(CsvRows.read(published("findings.csv")))
        .extracting(row -> row.get("finding"))
        .contains(
            "410100.visit.community_facility_below_30k",
            "410100.visit.community_facility_below_30k.410105-02");
  }

  private static JsonNode one(
      JsonNode all, String field, String value, String other, String otherValue) {
    for (JsonNode one : all) {
      if (one.path(field).asText().equals(value)
          && (otherValue.isEmpty() || one.path(other).asText().equals(otherValue))) {
        return one;
      }
    }
    throw new AssertionError("nothing with " + field + " " + value);
  }

  private static String points(JsonNode number) {
    return number.decimalValue().setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void evaluatesAllCitiesOnAllIndicators() {
    List<Map<String, String>> outcomes = CsvRows.read(published("outcomes.csv"));
    int indicators =
        SchemaFiles.json(Repository.bytes(published("evaluation.json")))
            .at("/scheme/indicators")
            .size();

    assertThat(outcomes.stream().map(row -> row.get("region")).distinct()).hasSize(37);
    assertThat(outcomes).hasSize(37 * indicators);
    assertThat(outcomes)
        .allSatisfy(
            row ->
                assertThat(row.get("amount").isEmpty())
                    .as("an amount or a reason: %s", row)
                    .isEqualTo(!row.get("reason").isEmpty()));
    for (String table : List.of("outcomes", "judgements", "scores")) {
      assertThat(Repository.text(published(table + ".csv")))
          .doesNotContain("NaN")
          .doesNotContain("Infinity")
          .doesNotContainPattern("[0-9]E-?[0-9]");
    }
  }

  /** Zhengzhou lacks nothing: each requirement of the documents has an amount there. */
  @Test
  void evaluatesEveryRequirementOfTheDocuments() {
    List<String> required =
        CsvRows.read(Repository.path("facts/targets.csv")).stream()
            .map(row -> row.get("id"))
            .toList();
    assertThat(required).hasSize(77);
    assertThat(
            CsvRows.read(published("outcomes.csv")).stream()
                .filter(row -> row.get("region").equals("410100"))
                .filter(row -> !row.get("amount").isEmpty())
                .map(row -> row.get("indicator")))
        .containsAll(required);
  }

  /** Who fails stands with its row, and what a province submitted with its points. */
  @Test
  void listsSingleThingsBehindFigures() {
    List<Map<String, String>> records = CsvRows.read(published("records.csv"));
    assertThat(records)
        .extracting(row -> row.get("indicator"))
        .contains("estate_norms", "four_simultaneous", "typical_experience_count");
    assertThat(records)
        .filteredOn(row -> row.get("state").equals("fails"))
        .allSatisfy(row -> assertThat(row.get("file") + row.get("asked")).isNotBlank());
    assertThat(CsvRows.read(published("items.csv")))
        .extracting(row -> row.get("indicator"))
        .contains("work_plan_six_sections", "industry_cluster");
    assertThat(CsvRows.read(published("stages.csv")))
        .extracting(row -> row.get("stage"))
        .contains("inventoried", "decided", "transferred", "converted", "opened");
    assertThat(CsvRows.read(published("subjects.csv")))
        .filteredOn(row -> row.get("indicator").equals("typical_experience_count"))
        .hasSize(31); // one a province, however many of its cities are evaluated
  }

  @Test
  void writesJsonThatItsSchemasAccept() {
    assertThat(
            SchemaFiles.errors(
                "evaluation", SchemaFiles.json(Repository.bytes(published("evaluation.json")))))
        .isEmpty();
    for (String city : List.of("410100", "441900", "530100", "510181")) {
      JsonNode evaluation =
          SchemaFiles.json(Repository.bytes(published("evaluation/" + city + ".json")));
      assertThat(SchemaFiles.errors("region-evaluation", evaluation)).as(city).isEmpty();
    }
  }

  /** A head over nothing tells nothing, and readers aloud stumble over it (PDF/UA, 7.2). */
  @Test
  void printsNoTableWithoutRows() {
    for (Path page : Repository.files(published("reports"))) {
      if (page.toString().endsWith(".html") && !page.endsWith("dashboard.html")) {
        assertThat(Jsoup.parse(Repository.text(page)).select("table:not(:has(> tbody > tr))"))
            .as(page.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void namesEveryPublishedFileInTheManifestWithItsHash() {
    Path current = out.resolve("current");
    JsonNode manifest = SchemaFiles.json(Repository.bytes(current.resolve("manifest.json")));
    Map<String, String> named = new TreeMap<>();
    manifest
        .path("published")
        .properties()
        .forEach(file -> named.put(file.getKey(), file.getValue().asText()));
    Map<String, String> found = Repository.hashes(current);
    String hash = found.remove("manifest.json");

    assertThat(CsvRows.lines(published("unused.csv"), "file", "statistic", "values", "reason"))
        .as("the census tells more than the scheme asks")
        .containsExactly(
            "2020/000000/census.csv|census_65plus|339|no_indicator",
            "2020/000000/census.csv|census_households|339|no_indicator");
    assertThat(named).isEqualTo(found).hasSize(1 + 16 + 15 + 2 + 2 + 1 + 5 * 37 + 2 * (32 + 1));
    assertThat(Files.isSymbolicLink(current)).isTrue();
    assertThat(named.keySet()).allMatch(path -> path.matches("[A-Za-z0-9_./-]+"));
    assertThat(repositoryPathOf(current)).isEqualTo(hash.substring(0, 32));
    assertThat(manifest.path("snapshots")).hasSize(1);
    JsonNode files = manifest.path("snapshots").elements().next();
    assertThat(files).as("one of 1,438 was replaced; sample and sheet").hasSize(1437 + 2);
    for (JsonNode file : files) {
      String path = file.path("path").asText();
      byte[] content =
          Repository.bytes(
              path.startsWith("verification/")
                  ? SAMPLE.resolve(path)
                  : SAMPLE.resolve("data").resolve(path));
      assertThat(file.path("sha256").asText()).isEqualTo(Sha256.of(content));
    }
  }

  private static String repositoryPathOf(Path link) {
    try {
      return link.toRealPath().getFileName().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void publishesNoTimeOfTheClockAndNoNameOfThisMachine() {
    String home = Path.of("").toAbsolutePath().getParent().toString();
    for (Path file : Repository.files(out.resolve("current"))) {
      String text = new String(Repository.bytes(file), StandardCharsets.UTF_8);
      assertThat(text)
          .as("%s", file)
          .doesNotContainPattern("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:")
          .doesNotContainPattern("\\b[0-9]{2}:[0-9]{2}:[0-9]{2}\\b")
          .doesNotContain(home)
          .doesNotContain(out.toString());
    }
  }

  /**
   * Drawn with a fixed seed from all figures that the pages of all cities link to their reasons.
   */
  @Test
  void tracesTwoHundredDrawnFiguresToTheCellsOfTheFilesAndWorksThemOutAgain() {
    Random chance = new Random(20240131);
    List<Path> pages =
        Repository.files(published("reports")).stream()
            .filter(page -> page.toString().matches(".*/[0-9]+\\.en\\.html"))
            .toList();
    Traced traced = new Traced(SAMPLE.resolve("data"));
    Map<Path, List<String>> links = new TreeMap<>();
    for (int drawn = 0; drawn < 200; drawn++) {
      Path page = pages.get(chance.nextInt(pages.size()));
      List<String> figures =
          links.computeIfAbsent(
              page,
              path -> Jsoup.parse(Repository.text(path)).select("a.why-link").eachAttr("href"));
      String[] address = figures.get(chance.nextInt(figures.size())).split("#", 2);
      traced.follow(page.resolveSibling(address[0]), address[1]);
    }
    Path zhengzhou = published("reports/410100.en.html");
    for (String link :
        Jsoup.parse(Repository.text(zhengzhou)).select("#visits a.why-link").eachAttr("href")) {
      String[] address = link.split("#", 2);
      traced.follow(zhengzhou.resolveSibling(address[0]), address[1]);
    }
    assertThat(pages).hasSize(37);
    assertThat(traced.cells()).as("cells of files read again").isGreaterThan(600);
  }

  /** A summary is for those who read four pages and no more. */
  @Test
  void summariesComeToFourPagesAtMost(@TempDir Path temp) throws IOException {
    Path folder = temp.resolve("summaries");
    Cli.Ran ran =
        Cli.run(
            "report",
            "--out",
            out,
            "--period",
            "2023Q4",
            "--to",
            folder,
            "--document",
            "summary",
            "--format",
            "pdf",
            "--region",
            "410100",
            "--region",
            "320300",
            "--region",
            "210200");
    assertThat(ran.status()).isZero();
    List<Path> summaries = Repository.files(folder);
    assertThat(summaries).hasSize(3 * 2);
    for (Path summary : summaries) {
      try (PDDocument pages = Loader.loadPDF(Repository.bytes(summary))) {
        assertThat(pages.getNumberOfPages()).as("%s", summary).isBetween(2, 4);
      }
    }
  }

  @Test
  void marksEveryPageAsSynthetic() {
    List<Path> pages =
        Repository.files(published("reports")).stream()
            .filter(file -> file.toString().endsWith(".html"))
            .toList();
    assertThat(pages).hasSize(2 * 38 + 2 * 37 + 1 + 2 * (32 + 1)); // 32 senders, a ledger
    for (Path page : pages) {
      String notice = page.toString().endsWith(".zh.html") ? "合成数据" : "Synthetic data";
      assertThat(Repository.text(page)).as("%s", page).contains(notice);
    }
  }
}
