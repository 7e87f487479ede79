package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.star.PostgresServer;
import io.silvergauge.jobs.star.Star;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported to a PostgreSQL server that was started for it. */
class ExportToDatabaseTest {
  @TempDir static Path temp;

  private static PostgresServer server;
  private static Path out;

  @BeforeAll
  static void evaluate() throws IOException, InterruptedException {
    server = PostgresServer.start();
    out = evaluated("first", SmallAssessment.delivered());
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    server.stop();
  }

  private static Path evaluated(String name, SmallAssessment assessment) {
    Path folder = temp.resolve(name + "-out");
    Cli.Ran ran = Cli.run("evaluate", assessment.write(temp.resolve(name)), "--out", folder);
    assertThat(ran.status()).as(ran.err()).isZero();
    return folder;
  }

  private static Path login(String schema) throws IOException {
    return server.login(
        temp.resolve(schema + ".login"), PostgresServer.OWNER, PostgresServer.PASSWORD, schema);
  }

  private static Cli.Ran export(Path from, Path login, Object... more) {
    List<Object> all =
        new ArrayList<>(
            List.of("export", "--out", from, "--format", "postgresql", "--database", login));
    all.addAll(List.of(more));
    return Cli.run(all.toArray());
  }

  private static void exported(Path from, Path login, Object... more) {
    Cli.Ran ran = export(from, login, more);
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  @Test
  void joinsFactsToDimensionsToThePublishedFigures() throws IOException {
    exported(out, login("figures"));
    assertThat(
            server.rows(
                """
                select r.name_zh, i.name_en, f.amount, f.numerator, f.denominator, c.name_zh
                from figures.fact_outcome f join figures.dim_region r using (region_key)
                join figures.dim_indicator i using (indicator_key)
                left join figures.dim_reason c using (reason)
                where f.period = '2023Q4' and i.indicator = 'nursing_share' order by r.region"""))
        .containsExactly(
            // 60 + 140 of 100 + 300 beds, 50 + 78 of 200 + 200; one of two units sent nothing
            "甲东市|Nursing share|50|200|400|",
            "甲西市|Nursing share|32|128|400|",
            "乙北市|Nursing share||||报送不全");
    assertThat(
            server.rows(
                "select score, place from figures.fact_score where result = 'standing'"
                    + " and region_key = '2023Q4:110200' and node_key = '2023Q4:care'"))
        .containsExactly("34.6666666667|2"); // (2 * 32 + 40) / 3
    assertThat(
            server.rows(
                "select data_type, numeric_precision, numeric_scale from"
                    + " information_schema.columns where table_schema = 'figures' and column_name ="
                    + " 'score'"))
        .containsExactly("numeric|38|12");
  }

  @Test
  void saysOfEveryTableAndColumnWhatItMeansInBothLanguages() throws IOException {
    exported(out, login("comments"));
    assertThat(
            server.rows(
                "select col_description('comments.fact_outcome'::regclass, 5),"
                    + " obj_description('comments.dim_period'::regclass)"))
        .containsExactly("amount 有数值，absent 没有 / amount or absent|时期 / a period");
    int columns = Star.TABLES.stream().mapToInt(table -> 1 + table.columns().size()).sum();
    assertThat(
            server.rows(
                "select count(*) from pg_description d join pg_class c on c.oid = d.objoid where"
                    + " c.relnamespace = 'comments'::regnamespace and c.relkind = 'r'"))
        .containsExactly(String.valueOf(columns));
  }

  @Test
  void leavesTheSameRowsWhenItIsDoneAgain() throws IOException {
    exported(out, login("twice"));
    List<String> once = server.everything("twice");
    exported(out, login("twice"));
    assertThat(server.everything("twice")).isEqualTo(once).hasSizeGreaterThan(200);
  }

  @Test
  void replacesThePeriodOfACorrectedPublicationAlone() throws IOException {
    exported(out, login("corrected"));
    List<String> before = server.everything("corrected");
    Path again =
        evaluated(
            "second",
            SmallAssessment.delivered()
                .changed(
                    "scheme.yaml",
                    "  - {id: good, name: {zh: 良, en: Good}, from: 80}\n",
                    "  - {id: great, name: {zh: 优, en: Great}, from: 90}\n")
                .deliver(
                    "2023Q4/110000/more.csv",
                    "civil/110000/2023Q4/all",
                    "2024-01-20",
                    "amend",
                    Repository.utf8("养老服务情况表,,,,\n代码,地区,床位数,护理型,资金\n110101,东区,100,80,30\n")));
    exported(again, login("corrected"), "--period", "2023Q4");
    List<String> after = server.everything("corrected");

    assertThat(only("2023Q3:", after)).isEqualTo(only("2023Q3:", before)).isNotEmpty();
    assertThat(
            server.rows(
                "select evaluation, amount from corrected.fact_outcome where indicator_key like"
                    + " '%:nursing_share' and region_key like '%:110100' order by 1"))
        .containsExactly("2023Q3|41.025641025641", "2023Q4|55"); // 160 of 390; 80 + 140 of 400
    assertThat(server.rows("select grade_key from corrected.dim_grade order by 1"))
        .containsExactly("2023Q3:fair", "2023Q3:good", "2023Q4:fair", "2023Q4:great");
  }

  private static List<String> only(String part, List<String> rows) {
    return rows.stream().filter(row -> row.contains(part)).toList();
  }

  @Test
  void keepsWhatWasThereWhereItFailsInTheMiddle() throws IOException {
    exported(out, login("broken"));
    List<String> before = server.everything("broken");
    server.execute(
        "create function broken.refuse() returns trigger language plpgsql as $$ begin raise"
            + " exception 'the disk is full'; end $$",
        "create trigger refuse before insert on broken.fact_score for each row execute function"
            + " broken.refuse()");
    Cli.Ran ran = export(out, login("broken"));

    assertThat(ran.status()).isEqualTo(5);
    assertThat(ran.err())
        .contains("the database refused, and what was there is unchanged: ERROR: the disk is full");
    assertThat(server.everything("broken")).isEqualTo(before);
  }

  @Test
  void needsNoMoreRightsThanToChangeItsRows() throws IOException {
    exported(out, login("granted"));
    server.execute(
        "create role writer login password '" + PostgresServer.PASSWORD + "'",
        "grant usage on schema granted to writer",
        "grant select, insert, update, delete on all tables in schema granted to writer");
    List<String> before = server.everything("granted");
    Path login =
        server.login(temp.resolve("writer.login"), "writer", PostgresServer.PASSWORD, "granted");
    exported(out, login);
    assertThat(server.everything("granted")).isEqualTo(before);

    server.execute("revoke insert on granted.fact_outcome from writer");
    assertThat(export(out, login).err()).contains("permission denied for table fact_outcome");
    assertThat(server.everything("granted")).isEqualTo(before);
  }

  @Test
  void leavesTablesOfAnotherVersionAlone() throws IOException {
    exported(out, login("older"));
    server.execute("alter table older.fact_score drop column place");
    Cli.Ran ran = export(out, login("older"));
    assertThat(ran.status()).isEqualTo(5);
    assertThat(ran.said())
        .containsExactly(
            "the table fact_score in schema older is of another version; name a new schema, or drop"
                + " this one and export again");
  }

  @Test
  void takesTheDatabaseFromTheEnvironmentAndTellsNobodyThePassword()
      throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of(
            "PGHOST",
            "127.0.0.1",
            "PGPORT",
            String.valueOf(server.port()),
            "PGDATABASE",
            "postgres",
            "PGUSER",
            PostgresServer.OWNER,
            "PGPASSWORD",
            PostgresServer.PASSWORD,
            "SILVERGAUGE_DB_SCHEMA",
            "environment");
    Path said = temp.resolve("said.txt");
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.silvergauge.jobs.cli.Main",
            "export",
            "--out",
            out.toString(),
            "--format",
            "postgresql",
            "--verbose");
    process.environment().putAll(environment);
    process.environment().put("LC_ALL", "C.UTF-8");
    process.redirectErrorStream(true).redirectOutput(said.toFile());
    Process run = process.start();
    assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(said, StandardCharsets.UTF_8);
    assertThat(run.exitValue()).as(text).isZero();
    assertThat(text).contains("postgresql: exported evaluations: 2023Q3, 2023Q4");
    assertThat(server.rows("select count(*) from environment.dim_evaluation")).containsExactly("2");
    assertThat(text).doesNotContain(PostgresServer.PASSWORD);
    for (Path file : Repository.files(out)) {
      assertThat(new String(Repository.bytes(file), StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(PostgresServer.PASSWORD);
    }
  }

  @Test
  void tellsNoSecretWhereItCannotConnect() throws IOException {
    Path wrong =
        server.login(temp.resolve("wrong.login"), PostgresServer.OWNER, "Falsch-91", "wrong");
    Cli.Ran refused = export(out, wrong, "--verbose");
    assertThat(refused.status()).isEqualTo(5);
    assertThat(refused.err())
        .contains("cannot connect to the database: FATAL: password authentication failed")
        .doesNotContain("Falsch-91");

    for (String url :
        List.of(
            "jdbc:postgresql://127.0.0.1:1/x?password=Falsch-91",
            "jdbc:postgresql://127.0.0.1:no-port/x?password=Falsch-91",
            "jdbc:postgresql:Falsch-91@host",
            "postgresql://owner:Falsch-91@127.0.0.1/x")) {
      Files.writeString(wrong, "url=" + url + "\n");
      Cli.Ran ran = export(out, wrong, "--verbose");
      assertThat(ran.status()).as(url).isEqualTo(5);
      assertThat(ran.err()).as(url).isNotBlank().doesNotContain("Falsch-91");
    }
  }

  @Test
  void readsNoFileThatOthersCanRead() throws IOException {
    Path open = login("open");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
    Cli.Ran ran = export(out, open, "--lang", "zh");
    assertThat(ran.status()).isEqualTo(5);
    assertThat(ran.said())
        .containsExactly("--database, SILVERGAUGE_DB_FILE：" + open + " 可被他人读取，请执行 chmod 600");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(open, "url=x\nuser=y\npass=z\n");
    assertThat(export(out, open).err())
        .contains("has an unknown entry 'pass'; there are: url, user, password, schema");
    assertThat(export(out, temp).err()).contains(temp + " is a folder, not a file");
  }

  /** The driver's own log goes past the program's messages, JSON lines and hidden secrets. */
  @Test
  void letsTheDriverSayNothingByItself() throws IOException {
    Path login = login("quiet");
    Files.writeString(login, "url=jdbc:postgresql://127.0.0.1:no-port/x\n");
    List<String> logged = Collections.synchronizedList(new ArrayList<>());
    Handler listening =
        new Handler() {
          @Override
          public void publish(LogRecord one) {
            logged.add(one.getLoggerName());
          }

          @Override
          public void flush() {
            // nothing is kept back
          }

          @Override
          public void close() {
            // nothing is open
          }
        };
    Logger root = Logger.getLogger("");
    root.addHandler(listening);
    try {
      assertThat(export(out, login).status()).isEqualTo(5);
    } finally {
      root.removeHandler(listening);
    }
    assertThat(logged).noneMatch(name -> String.valueOf(name).startsWith("org.postgresql"));
  }

  @Test
  void saysWhichRightsAreNeededWhereTheSchemaIsMissing() throws IOException {
    server.execute("create role guest login password '" + PostgresServer.PASSWORD + "'");
    Path login =
        server.login(temp.resolve("guest.login"), "guest", PostgresServer.PASSWORD, "nowhere");
    Cli.Ran ran = export(out, login);
    assertThat(ran.status()).isEqualTo(5);
    assertThat(ran.err())
        .contains("the database refused, and what was there is unchanged: ERROR: permission denied")
        .contains("docs/how-to/export.md says which rights are needed (in the schema nowhere)");
  }
}
