package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.star.DuckTables;
import io.silvergauge.jobs.star.Star;
import io.silvergauge.jobs.star.StarColumn;
import io.silvergauge.jobs.star.StarTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported, read back with DuckDB. */
class ExportCommandTest {
  @TempDir static Path temp;

  private static Path out;
  private static Path tables;

  @BeforeAll
  static void evaluate() {
    out = evaluated();
    tables = temp.resolve("tables");
    Cli.Ran ran = Cli.run("export", "--out", out, "--format", "parquet", "--to", tables);
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.lines()).containsExactly("parquet: exported evaluations: 2023Q3, 2023Q4");
  }

  /** In one unit of 120100 few are on the list, so that neither unit's visits can be shown. */
  private static Path evaluated() {
    Path assessment =
        SmallAssessment.delivered()
            .file(
                "scheme.yaml",
                SmallAssessment.SCHEME
                    + "  - {id: visits, name: {zh: 探访率, en: Visited}, dimension: care, share: {of:"
                    + " visited, in: listed}, better: higher, weight: 1, posts: {zero: 0, full:"
                    + " 100}, target: {at_least: 90, unit: \"%\", by: 2023Q4}}\n"
                    + "robustness: {seed: 7, replications: 100, weights: 25}\n")
            .deliver(
                "2023Q4/120000/visits.csv",
                "2024-01-12",
                "代码,月份,名单,探访,时点",
                "120101,2023-12,3,2,2023-12-31",
                "120181,2023-12,977,911,2023-12-31")
            .write(temp.resolve("assessment"));
    Path folder = temp.resolve("out");
    Cli.Ran ran = Cli.run("evaluate", assessment, "--out", folder);
    assertThat(ran.status()).as(ran.err()).isZero();
    return folder;
  }

  private static List<String> ask(String query) {
    try (DuckTables duck = new DuckTables(tables)) {
      return duck.rows(query);
    }
  }

  @Test
  void joinsFactsToDimensionsToThePublishedFigures() {
    assertThat(
            ask(
                """
                select r.name_en, i.name_zh, amount, numerator, denominator, u.name_en, c.name_en
                from fact_outcome f join dim_region r using (region_key)
                join dim_indicator i using (indicator_key)
                join dim_unit u on u.unit = f.unit left join dim_reason c using (reason)
                where f.period = '2023Q4' and i.indicator in ('nursing_share', 'funds_spent')
                order by r.region, i.indicator"""))
        .containsExactly(
            // 30 + 50 to December less 10 + 20 to September
            "Jiadong|本季资金|50|50||× 10,000 CNY|",
            // 60 + 140 of 100 + 300 beds
            "Jiadong|护理型床位占比|50|200|400|%|",
            "Jiaxi|本季资金|200|200||× 10,000 CNY|",
            "Jiaxi|护理型床位占比|32|128|400|%|",
            "Yibei|本季资金||||× 10,000 CNY|incomplete",
            "Yibei|护理型床位占比||||%|incomplete");
  }

  @Test
  void saysOfScoresAndJudgementsWhatIsPublished() {
    assertThat(
            ask(
                """
                select n.level, n.name_en, score, place, up.name_en
                from fact_score f join dim_node n using (node_key)
                join dim_region r using (region_key) left join dim_node up on up.node_key = n.within_key
                where f.period = '2023Q4' and r.region = '110200' and result = 'standing'
                order by n.node"""))
        .containsExactly(
            // 20 of 50 beds per 1000; 32 of 100 %; (2 * 32 + 1 * 40) / 3; 0 of 1
            "indicator|Beds per thousand|40|2|Care",
            "dimension|Care|34.6666666667|3|Total",
            "indicator|Nursing share|32|2|Care",
            "indicator|Policy in place|0|3|Rules",
            "dimension|Rules|0|3|Total",
            // 60 % of 34.6666666667 and nothing of the rules: behind 120100 with its 913 of 980
            "total|Total|20.8|3|",
            "indicator|Visited|||Care"); // nothing was sent of it, and there is no score
    assertThat(
            ask(
                """
                select p.name_en, v.name_en, operator, target, d.last_day, shortfall
                from fact_judgement f join dim_profile p using (profile_key)
                join dim_verdict v using (verdict) left join dim_period d on d.period = f.due
                where f.period = '2023Q4' and region_key = '2023Q4:110200'
                and indicator_key = '2023Q4:nursing_share' order by p.profile"""))
        .containsExactly(
            "National targets|not due|>=|55|2025-12-31|23",
            "plan of the city|unmet|>=|50|2023-12-31|18");
  }

  /** Every figure of the CSV tables is in the exported ones, digit by digit, and none besides. */
  @Test
  void holdsTheFiguresOfTheCsvTables() {
    for (String period : List.of("2023Q3", "2023Q4")) {
      String csv = "read_csv('%s/current/%s/%%s.csv', all_varchar = true)".formatted(out, period);
      String outcomes =
          ask("""
                  select count(*) from (
                    select region, indicator, amount, numerator, denominator, coverage, reason from %s
                  ) c full join (
                    select r.region, i.indicator, f.* from fact_outcome f
                    join dim_region r using (region_key) join dim_indicator i using (indicator_key)
                    where f.evaluation = '%s'
                  ) e on c.region = e.region and c.indicator = e.indicator
                  and c.amount::decimal(38,12) is not distinct from e.amount
                  and c.numerator::decimal(38,12) is not distinct from e.numerator
                  and c.denominator::decimal(38,12) is not distinct from e.denominator
                  and c.reason is not distinct from e.reason
                  where c.region is null or e.region is null"""
                  .formatted(csv.formatted("outcomes"), period))
              .get(0);
      assertThat(outcomes).as(period).isEqualTo("0");
      String scores =
          ask("""
                  select count(*) from %s c full join (
                    select r.region, n.node, f.* from fact_score f
                    join dim_region r using (region_key) join dim_node n using (node_key)
                    where f.evaluation = '%s'
                  ) e on c.region = e.region and c.node = e.node and c.result = e.result
                  and c.score::decimal(38,12) is not distinct from e.score
                  and c.rank::int is not distinct from e.place
                  where c.region is null or e.region is null"""
                  .formatted(csv.formatted("scores"), period))
              .get(0);
      assertThat(scores).as(period).isEqualTo("0");
    }
    assertThat(ask("select count(*) > 20 from fact_score")).containsExactly("true");
  }

  /** How sure ranks and grades are, or why nobody can tell, stands beside them. */
  @Test
  void saysOfRanksAndGradesWhatThePublishedOutlookSays() throws IOException {
    JsonNode outlook =
        new ObjectMapper()
            .readTree(out.resolve("current/2023Q4/evaluation.json").toFile())
            .path("outlook");
    List<String> ranks = new ArrayList<>();
    List<String> grades = new ArrayList<>();
    for (JsonNode city : outlook.path("cities")) {
      JsonNode rank = city.path("ranks");
      ranks.add(
          String.join(
              "|",
              city.path("code").asText(),
              plain(rank.path("median")),
              plain(rank.path("low")),
              plain(rank.path("high")),
              rank.path("next").asText("").replace("null", ""),
              plain(rank.path("ahead")),
              outlook.path("reason").path("en").asText("")));
      for (JsonNode grade : city.path("grades")) {
        grades.add(
            String.join(
                "|",
                city.path("code").asText(),
                grade.path("grade").asText(),
                plain(grade.path("share"))));
      }
    }

    assertThat(
            ask(
                """
                select r.region, median, low, high, n.region, ahead, reason_en from fact_rank f
                join dim_region r using (region_key)
                left join dim_region n on n.region_key = f.next_key
                where f.period = '2023Q4'"""))
        .hasSize(3)
        .containsExactlyInAnyOrderElementsOf(ranks);
    assertThat(
            ask(
                """
                select r.region, g.grade, share from fact_grade_share f
                join dim_region r using (region_key) join dim_grade g using (grade_key)
                where f.period = '2023Q4'"""))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(grades);
  }

  private static String plain(JsonNode number) {
    return number.isNumber() || number.isTextual()
        ? new BigDecimal(number.asText()).stripTrailingZeros().toPlainString()
        : "";
  }

  @Test
  void hasNoKeyTwiceAndNoReferenceThatLeadsNowhere() {
    for (StarTable<?> table : Star.TABLES) {
      String key =
          table.columns().stream()
              .filter(StarColumn::key)
              .map(StarColumn::name)
              .collect(Collectors.joining(", "));
      assertThat(
              ask(
                  "select %s from %s group by all having count(*) > 1"
                      .formatted(key, table.name())))
          .as(table.name())
          .isEmpty();
      for (StarColumn column : table.columns()) {
        if (column.refers().isEmpty()) {
          continue;
        }
        String[] target = column.refers().split("\\.", -1);
        assertThat(
                ask(
                    "select f.%2$s from %1$s f anti join %3$s d on f.%2$s = d.%4$s where f.%2$s is not null"
                        .formatted(table.name(), column.name(), target[0], target[1])))
            .as(table.name() + "." + column.name())
            .isEmpty();
      }
    }
  }

  @Test
  void namesEveryColumnInBothLanguagesAndTheHashOfEachFile() throws IOException {
    JsonNode description =
        new ObjectMapper().readTree(Repository.bytes(tables.resolve("tables.json")));
    List<String> described = new ArrayList<>();
    for (JsonNode table : description.path("tables")) {
      Path file = tables.resolve(table.path("file").asText());
      assertThat(table.path("sha256").asText())
          .isEqualTo(io.silvergauge.indicators.document.Sha256.of(Repository.bytes(file)));
      assertThat(ask("select count(*) from " + table.path("name").asText()))
          .containsExactly(table.path("rows").asText());
      for (JsonNode column : table.path("columns")) {
        assertThat(column.path("meaning").path("zh").asText()).matches(".*[一-鿿].*");
        assertThat(column.path("meaning").path("en").asText()).isNotBlank();
        described.add(table.path("name").asText() + "." + column.path("name").asText());
      }
    }
    assertThat(described)
        .containsExactlyElementsOf(
            Star.TABLES.stream()
                .flatMap(table -> table.columns().stream().map(c -> table.name() + "." + c.name()))
                .toList());
    assertThat(ask("select typeof(amount), typeof(reference_date) from fact_outcome limit 1"))
        .containsExactly("DECIMAL(38,12)|DATE");
  }

  @Test
  void leavesOutWhatIsNotShown() {
    assertThat(
            ask(
                """
                select r.region, state, amount, numerator, denominator, reason
                from fact_unit_outcome f join dim_region r using (region_key)
                where indicator_key = '2023Q4:visits' and r.region like '12%' order by all"""))
        .containsExactly("120101|absent||||suppressed", "120181|absent||||suppressed");
    assertThat(
            ask(
                "select count(*) from fact_unit_outcome where numerator in (2, 911) or denominator"
                    + " in (3, 977)"))
        .containsExactly("0");
  }

  @Test
  void leavesUnitsFilesAndDepartmentsOutOfThePublicEdition() {
    Path to = temp.resolve("public");
    Cli.Ran ran =
        Cli.run(
            "export",
            "--out",
            out,
            "--format",
            "parquet",
            "--to",
            to,
            "--edition",
            "public",
            "--period",
            "2023Q4");
    assertThat(ran.status()).as(ran.err()).isZero();
    try (DuckTables duck = new DuckTables(to)) {
      assertThat(
              duck.rows(
                  """
                  select (select count(*) from fact_outcome), (select count(*) from fact_unit_outcome),
                  (select count(*) from fact_delivery), (select count(*) from fact_refusal) + (select count(*) from fact_quality),
                  (select count(*) from dim_region where role <> 'city'),
                  (select count(department) from dim_indicator),
                  (select count(*) > 0 from fact_finding), (select count(places) from fact_finding)"""))
          .containsExactly("15|0|0|0|0|0|true|0"); // three cities, five indicators
    }
  }

  @Test
  void writesTheSameBytesAgainInAnotherLocaleAndZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Path to = temp.resolve("again");
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      for (int i = 0; i < 2; i++) { // the second time over what is there
        Cli.Ran ran = Cli.run("export", "--out", out, "--format", "parquet", "--to", to);
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(Repository.hashes(to)).isEqualTo(Repository.hashes(tables));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(Files.exists(to.resolve(".unfinished"))).isFalse();
  }

  /** Lines of SDMX-CSV that hold all of the words. */
  private static List<String> lines(Path file, String... words) {
    return Repository.text(file)
        .lines()
        .filter(line -> List.of(words).stream().allMatch(line::contains))
        .toList();
  }

  @Test
  void writesFiguresAndScoresAsSdmx() throws IOException {
    Path to = temp.resolve("sdmx");
    Cli.Ran ran = Cli.run("export", "--out", out, "--format", "sdmx-csv", "--to", to);
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(Repository.hashes(to).keySet()).containsExactly("sdmx-structure.json", "sdmx.csv");
    Path data = to.resolve("sdmx.csv");
    String flow = "dataflow,SILVERGAUGE:DF_EVALUATION(1.0.0-draft),R,";
    assertThat(Repository.text(data))
        .startsWith(
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,NODE,MEASURE,SCOPE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,"
                + "CONF_STATUS,UNIT_MEASURE,UNIT_MULT,REASON,VALUE_STATUS,AS_OF,COMMENT_ZH,COMMENT_EN\r\n");
    // 60 + 140 of 100 + 300 beds
    assertThat(lines(data, "110100,nursing_share,AMOUNT", "2023-Q4"))
        .containsExactly(
            flow + "Q,110100,nursing_share,AMOUNT,_T,2023-Q4,50,A,,PT,0,,reported,2024-01-31,,");
    // 50 × 万元 is 50 × 10⁴ × 元
    assertThat(lines(data, "110100,funds_spent,AMOUNT", "2023-Q4"))
        .containsExactly(
            flow + "Q,110100,funds_spent,AMOUNT,_T,2023-Q4,50,A,,$5143,4,,reported,2024-01-31,,");
    // 60 of 100 beds
    assertThat(lines(data, "110101,nursing_share", "2023-Q4"))
        .containsExactly(
            flow + "Q,110101,nursing_share,UNIT_AMOUNT,_T,2023-Q4,60,A,,PT,0,,,2024-01-31,,");
    assertThat(lines(data, "110200,total,STANDING", "2023-Q4"))
        .containsExactly(
            flow + "Q,110200,total,STANDING,_T,2023-Q4,20.8,A,,POINT,0,,,2024-01-31,,");
    assertThat(lines(data, "120100,nursing_share,AMOUNT", "2023-Q4"))
        .singleElement()
        .asString()
        .startsWith(
            flow + "Q,120100,nursing_share,AMOUNT,_T,2023-Q4,NaN,O,,PT,0,incomplete,,2024-01-31,");
    assertThat(lines(data, "visits,UNIT_AMOUNT", ",12", "2023-Q4"))
        .containsExactly(
            flow + "Q,120101,visits,UNIT_AMOUNT,_T,2023-Q4,NaN,Q,C,PT,0,suppressed,,2024-01-31,,",
            flow + "Q,120181,visits,UNIT_AMOUNT,_T,2023-Q4,NaN,Q,C,PT,0,suppressed,,2024-01-31,,");
    List<String> keys =
        Repository.text(data)
            .lines()
            .map(line -> String.join(",", List.of(line.split(",", -1)).subList(3, 9)))
            .toList();
    assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(60);
  }

  /** Every code in the data stands in the code list of its component, in both languages. */
  @Test
  void describesEveryCodeOfTheData() throws IOException {
    Path to = temp.resolve("structure");
    assertThat(Cli.run("export", "--out", out, "--format", "sdmx-csv", "--to", to).status())
        .isZero();
    JsonNode message =
        new ObjectMapper().readTree(Repository.bytes(to.resolve("sdmx-structure.json")));
    JsonNode components = message.at("/data/dataStructures/0/dataStructureComponents");
    List<JsonNode> all = new ArrayList<>();
    components.at("/dimensionList/dimensions").forEach(all::add);
    all.add(components.at("/dimensionList/timeDimension"));
    components.at("/measureList/measures").forEach(all::add);
    components.at("/attributeList/attributes").forEach(all::add);
    List<List<String>> rows =
        Repository.text(to.resolve("sdmx.csv"))
            .lines()
            .map(line -> List.of(line.split(",", -1)))
            .toList();
    assertThat(all.stream().map(one -> one.path("id").asText()).toList())
        .containsExactlyElementsOf(rows.get(0).subList(3, rows.get(0).size()));
    for (JsonNode one : all) {
      String urn = one.at("/localRepresentation/enumeration").asText();
      if (urn.isEmpty()) {
        continue;
      }
      List<String> codes = new ArrayList<>();
      for (JsonNode list : message.at("/data/codelists")) {
        if (urn.contains(":" + list.path("id").asText() + "(")) {
          for (JsonNode code : list.path("codes")) {
            codes.add(code.path("id").asText());
            assertThat(code.at("/names/zh").asText()).as(urn).isNotBlank();
            assertThat(code.at("/names/en").asText()).as(urn).isNotBlank();
          }
        }
      }
      int column = rows.get(0).indexOf(one.path("id").asText());
      assertThat(rows.subList(1, rows.size()).stream().map(row -> row.get(column)).distinct())
          .as(urn)
          .allMatch(code -> code.isEmpty() || codes.contains(code));
    }
  }

  @Test
  void namesWhatCannotBeExported() {
    assertThat(
            Cli.run(
                    "export",
                    "--out",
                    out,
                    "--format",
                    "parquet",
                    "--to",
                    temp.resolve("x"),
                    "--period",
                    "2022Q1")
                .said())
        .containsExactly("there is no evaluation of 2022Q1; published are: 2023Q3, 2023Q4");
    Cli.Ran ran = Cli.run("export", "--out", out, "--format", "xml", "--to", temp.resolve("x"));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("--format: 'xml' is not one of: parquet, sdmx-csv, postgresql");
    assertThat(
            Cli.run("export", "--out", out, "--format", "parquet", "--to", out.resolve("current/x"))
                .status())
        .isEqualTo(2);
    assertThat(
            Cli.run(
                    "export",
                    "--out",
                    out,
                    "--format",
                    "parquet",
                    "--to",
                    temp.resolve("x"),
                    "--edition",
                    "city",
                    "--lang",
                    "zh")
                .said())
        .containsExactly("--edition：数据表只有 ministry 和 public 两版");
    assertThat(Files.exists(temp.resolve("x"))).isFalse();
    assertThat(
            Cli.run(
                    "export",
                    "--out",
                    temp.resolve("none"),
                    "--format",
                    "parquet",
                    "--to",
                    temp.resolve("x"))
                .said())
        .containsExactly(
            temp.resolve("none") + " holds nothing that is published; run evaluate first");
    assertThat(Cli.run("export", "--out", out, "--format", "parquet").said())
        .containsExactly("--to: formats of files need a folder to write to");
  }
}
