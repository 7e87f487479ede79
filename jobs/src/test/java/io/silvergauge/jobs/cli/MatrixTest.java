package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same bytes from processes of their own, however many cores and partitions they have, whatever
 * the language, the time zone and the heap of the machine are, and however the deliveries are
 * listed. {@code RepeatabilityTest} asks the same within one process.
 */
class MatrixTest {
  private static final long LIMIT_SECONDS = 300;

  /** How many machines are tried; at night each cores × partitions × language: 3 × 5 × 4. */
  private static final int MACHINES = Integer.getInteger("silvergauge.machines", 3);

  /** At night in all formats. */
  private static final String FORMATS = MACHINES > 3 ? "html, pdf, docx, xlsx" : "html, xlsx";

  private static final List<String> MASTERS = List.of("local[1]", "local[2]", "local[7]");
  private static final List<Integer> PARTITIONS = List.of(1, 2, 7, 64, 200);
  private static final List<String> ZONES = List.of("UTC", "Asia/Shanghai", "America/St_Johns");
  private static final List<String> HEAPS = List.of("1g", "4g");

  /** What the shell is told of the language, and what the JVM is told past it. */
  private static final List<List<String>> LANGUAGES =
      List.of(
          List.of("C.UTF-8", "-Duser.language=en"),
          List.of("zh_CN.UTF-8", "-Duser.language=zh -Duser.country=CN"),
          List.of("tr_TR.UTF-8", "-Duser.language=tr -Duser.country=TR"),
          List.of(
              "th_TH.UTF-8",
              "-Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist"));

  @TempDir static Path shared;
  @TempDir Path temp;

  private static Launched program;
  private static Map<String, String> expected;

  /**
   * A machine to run on.
   *
   * @param order seed of the order in which the deliveries are listed
   */
  record Machine(
      String master, int partitions, List<String> language, String zone, String heap, long order) {
    /** The n-th: 3, 4 and 5 have no common factor, so 60 of them are all there are. */
    static Machine of(int n) {
      return new Machine(
          MASTERS.get(n % MASTERS.size()),
          PARTITIONS.get(n % PARTITIONS.size()),
          LANGUAGES.get(n % LANGUAGES.size()),
          ZONES.get((n + n / ZONES.size()) % ZONES.size()),
          HEAPS.get((n / 2) % HEAPS.size()),
          n);
    }

    private Map<String, String> environment() {
      Map<String, String> variables = new LinkedHashMap<>();
      variables.put("LC_ALL", language.get(0));
      variables.put("TZ", zone);
      variables.put("SILVERGAUGE_HEAP", heap);
      variables.put(
          "JDK_JAVA_OPTIONS",
          "-Dspark.master=%s -Dspark.default.parallelism=%d %s"
              .formatted(master, partitions, language.get(1)));
      return variables;
    }
  }

  /** With mistakes, so that what is refused is compared too, and with workbooks. */
  private static SmallAssessment assessment() {
    return SmallAssessment.delivered()
        .changed("assessment.yaml", "formats: [html]", "formats: [" + FORMATS + "]")
        .deliver(
            "2023Q4/110000/long.csv",
            "2024-01-16",
            "region_code,period,statistic,value,unit",
            "110101,2023Q4,bed,1,张",
            "999999,2023Q4,beds,1234567,张",
            "110121,2023Q4,elderly,I i İ ı,人");
  }

  @BeforeAll
  static void evaluateHere() {
    program = new Launched(shared.resolve("home"));
    Path out = shared.resolve("out");
    Cli.Ran ran = Cli.run("run", assessment().write(shared.resolve("assessment")), "--out", out);
    assertThat(ran.status()).as(ran.err()).isZero();
    expected = Repository.hashes(out.resolve("current"));
    assertThat(expected.keySet()).anyMatch(name -> name.endsWith(".xlsx"));
  }

  static Stream<Machine> machines() {
    return IntStream.range(0, MACHINES).mapToObj(Machine::of);
  }

  @ParameterizedTest
  @MethodSource("machines")
  void everyMachineComesToTheSameBytes(Machine machine) throws Exception {
    assertThat(published(machine.environment(), machine.order())).isEqualTo(expected);
  }

  @Test
  void jdk21ComesToTheSameBytesWhereThereIsOne(TestReporter reporter) throws Exception {
    Optional<Path> jdk = jdk21();
    if (jdk.isEmpty()) {
      reporter.publishEntry("JDK 21", "none below /usr/lib/jvm, so not compared on this machine");
      return;
    }
    assertThat(published(Map.of("JAVA_HOME", jdk.get().toString()), 0)).isEqualTo(expected);
  }

  private static Optional<Path> jdk21() throws IOException {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(all)) {
      return folders
          .filter(folder -> Files.isExecutable(folder.resolve("bin/javac")))
          .filter(folder -> Files.isReadable(folder.resolve("release")))
          .filter(
              folder -> Repository.text(folder.resolve("release")).contains("JAVA_VERSION=\"21"))
          .sorted()
          .findFirst();
    }
  }

  private Map<String, String> published(Map<String, String> environment, long order)
      throws Exception {
    Path folder = assessment().shuffled(order).write(temp.resolve("assessment"));
    Path out = temp.resolve("out");
    Path said = temp.resolve("said.log");
    Process process = program.start(environment, said, "run", folder, "--out", out);
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
    assertThat(process.exitValue()).as(Repository.text(said)).isZero();
    return Repository.hashes(out.resolve("current"));
  }
}
