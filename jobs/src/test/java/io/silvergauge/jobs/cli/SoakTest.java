package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs in a row, as years of quarters bring them: a new quarter, a restatement of it, nothing new,
 * and again. Some are killed. After each there is nothing in any folder that is not named by a
 * publication, a snapshot or a record.
 */
class SoakTest {
  /** How many runs; more at night. */
  private static final int RUNS = Integer.getInteger("silvergauge.soak", 6);

  /** Runs that are killed before they are run again: with a new quarter and with a restatement. */
  private static final Set<Integer> KILLED = Set.of(4, 15, 25, 36);

  /** How many publications are kept in the end. */
  private static final int KEPT = 2;

  /** How many more threads than after the first round are no growth: some end later. */
  private static final int SLACK = 8;

  private static final List<String> STEPS =
      List.of("reading", "evaluating", "writing", "publishing");

  @TempDir Path temp;

  private final String temporary = System.getProperty("java.io.tmpdir");
  private final SmallAssessment sent = new SmallAssessment();
  private final List<Period> quarters = new ArrayList<>();
  private Path folder;
  private Path out;
  private Path scratch;
  private int kills;

  @BeforeEach
  void keepTemporaryFilesApart() throws IOException {
    folder = temp.resolve("assessment");
    out = temp.resolve("out");
    scratch = Files.createDirectories(temp.resolve("scratch"));
    System.setProperty("java.io.tmpdir", scratch.toString());
  }

  @AfterEach
  void putBack() {
    System.setProperty("java.io.tmpdir", temporary);
  }

  /** What comes in before a run; nothing each third time. */
  private boolean deliver(int run) {
    switch (run % 3) {
      case 0 -> newQuarter(run);
      case 1 -> restate(quarters.get(quarters.size() - 1));
      default -> {
        return false;
      }
    }
    sent.file(
        "assessment.yaml",
        SmallAssessment.changed(
            SmallAssessment.changed(
                SmallAssessment.ASSESSMENT, "[2023Q3, 2023Q4]", quarters.toString(), 1),
            "as_of: 2024-01-31\n",
            "",
            1));
    sent.write(folder);
    return true;
  }

  private void newQuarter(int run) {
    Period quarter =
        quarters.isEmpty() ? Period.parse("2023Q1") : quarters.get(quarters.size() - 1).earlier(-1);
    quarters.add(quarter);
    String year = quarter.toString().substring(0, 4);
    if (quarter.toString().endsWith("Q1")) {
      sent.deliver(
          Integer.parseInt(year) - 1 + "/000000/long.csv",
          quarter.lastDay().minusDays(20).toString(),
          "region_code,period,statistic,value,unit",
          "110101," + (Integer.parseInt(year) - 1) + ",elderly,4000,人",
          "110121," + (Integer.parseInt(year) - 1) + ",elderly,6000,人");
    }
    sent.civil(
        quarter.toString(),
        "110000",
        quarter.lastDay().plusDays(15).toString(),
        "110101,东区," + (100 + run) + ",40,10",
        "110121,东县,300," + (120 + run) + ",20");
  }

  private void restate(Period quarter) {
    sent.deliver(
        quarter + "/110000/again.csv",
        "civil/110000/" + quarter + "/all",
        quarter.lastDay().plusDays(40).toString(),
        "full",
        Repository.utf8("表\n代码,地区,床位数,护理型,资金\n110101,东区,400,90,12\n110121,东县,300,99,20\n"));
  }

  @Test
  void manyRunsInARowLeaveNothingBehind(TestReporter reporter) throws Exception {
    Launched program = new Launched(temp.resolve("home"));
    List<Long> stored = new ArrayList<>();
    Set<String> published = new TreeSet<>();
    List<List<String>> files = new ArrayList<>();
    List<Integer> threads = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      boolean anything = deliver(run);
      if (KILLED.contains(run)) {
        kill(program, STEPS.get(kills % STEPS.size()));
      }
      Cli.Ran ran = Cli.run("run", folder, "--out", out);
      assertThat(ran.status()).as("run " + run + ran.err()).isZero();
      assertThat(ran.out().contains("Nothing to publish.")).as("run " + run).isEqualTo(!anything);
      assertThat(published.add(Repository.real(out.resolve("current")).toString()))
          .as("run " + run)
          .isEqualTo(anything);
      assertThat(names(out.resolve("publications"))).as("run " + run).hasSize(published.size());
      assertNothingIsLeft(run);
      long bytes = bytes(out.resolve("store"));
      if (anything) {
        stored.add(bytes);
      } else {
        assertThat(bytes).as("run " + run).isEqualTo(stored.get(stored.size() - 1));
      }
      if (!anything) { // what Spark of the run before still had open is closed by now
        files.add(openFiles());
        threads.add(Thread.activeCount());
      }
    }
    assertThat(files).as("open files").allMatch(files.get(0)::equals);
    assertThat(threads).as("threads").allMatch(count -> count <= threads.get(0) + SLACK);
    assertGrowsEvenly(stored);
    long before = bytes(out.resolve("publications"));
    Cli.Ran tidied = Cli.run("tidy", folder, "--out", out, "--keep", KEPT);
    assertThat(tidied.status()).as(tidied.err()).isZero();
    assertThat(names(out.resolve("publications"))).hasSize(Math.min(KEPT, published.size()));
    assertThat(verified().differences()).as("tidied").isEmpty();
    assertThat(Cli.run("run", folder, "--out", out).out()).contains("Nothing to publish.");
    reporter.publishEntry(
        Map.of(
            "runs", Integer.toString(RUNS),
            "publications, quarters", published.size() + ", " + quarters.size(),
            "store, bytes after each delivery", stored.toString(),
            "publications, bytes before and after tidying",
                before + ", " + bytes(out.resolve("publications")),
            "libraries of compression", Integer.toString(names(scratch).size()),
            "open files", Integer.toString(files.get(0).size()),
            "threads", threads.toString()));
  }

  private Verifier.Result verified() throws IOException {
    return new Verifier(new LocalStorage(out), new LocalStorage(out.resolve("store"))).verify();
  }

  private void kill(Launched program, String step) throws Exception {
    Path said = temp.resolve("said.log");
    Process process =
        program.start(Map.of("TMPDIR", scratch.toString()), said, "run", folder, "--out", out);
    boolean ended = false;
    while (!ended && Repository.text(said).lines().noneMatch(line -> line.startsWith(step))) {
      ended = process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    assertThat(ended).as("ended before " + step + Repository.text(said)).isFalse();
    process.destroyForcibly().waitFor();
    kills++;
    Path own =
        scratch.resolve(names(scratch).stream().filter(SoakTest::isOwn).findAny().orElseThrow());
    assertThat(names(own)).as("left by the killed one").hasSize(1);
    program.start(Map.of("TMPDIR", scratch.toString()), said, "history", "--out", out).waitFor();
    assertThat(names(own)).as("the next one removes it, and its own").isEmpty();
  }

  /** Every file is one that something which is kept names. */
  private void assertNothingIsLeft(int run) throws IOException {
    String as = "run " + run;
    List<String> there = new ArrayList<>(names(out));
    if (there.remove("logs")) { // one log for all of this process, wherever it began
      assertThat(names(out.resolve("logs"))).as(as).containsExactly("silvergauge.log");
    }
    assertThat(there)
        .as(as)
        .containsExactly(".lock", "basis.json", "current", "publications", "runs", "store");
    assertThat(out.resolve(".lock")).as(as).isEmptyFile();
    assertThat(names(out.resolve("runs"))).as(as).hasSize(run + 1 + kills);
    assertThat(names(scratch))
        .as(as)
        .allMatch(name -> isOwn(name) || isLibrary(name) || isLock(name));
    assertThat(verified().differences()).as(as).filteredOn(this::isLitter).isEmpty();
    Set<String> snapshots = new TreeSet<>();
    Set<String> packs = new TreeSet<>();
    Set<String> inputs = new TreeSet<>();
    for (String publication : names(out.resolve("publications"))) {
      json(out.resolve("publications/" + publication + "/manifest.json"))
          .path("snapshots")
          .fieldNames()
          .forEachRemaining(snapshots::add);
    }
    Set<String> sealed = new TreeSet<>();
    for (String id : snapshots) {
      sealed.addAll(List.of(id + ".json", id + ".json.sha256"));
      for (JsonNode live : json(out.resolve("store/snapshots/" + id + ".json")).path("live")) {
        packs.add(live.path("pack").asText());
        inputs.add(live.path("sha256").asText());
      }
    }
    assertThat(names(out.resolve("store"))).as(as).containsExactly("inputs", "packs", "snapshots");
    assertThat(names(out.resolve("store/snapshots"))).as(as).containsExactlyElementsOf(sealed);
    assertThat(names(out.resolve("store/inputs"))).as(as).containsExactlyElementsOf(inputs);
    assertThat(names(out.resolve("store/packs")).stream().filter(name -> !name.startsWith(".")))
        .as(as)
        .containsExactlyElementsOf(packs);
  }

  /** The folder in which processes of this user keep their temporary files apart. */
  private static boolean isOwn(String name) {
    return name.matches("silvergauge-[0-9]{1,9}");
  }

  /** One file, empty, for all runs of a user whom no launcher gave a folder. */
  private static boolean isLock(String name) {
    return name.equals("silvergauge-" + System.getProperty("user.name") + ".lock");
  }

  /** What compression unpacks of its own, once a process, and removes when the process ends. */
  private static boolean isLibrary(String name) {
    return name.startsWith("liblz4-java-") || name.startsWith("snappy-");
  }

  /**
   * What a killed run began to pack stays for a day: another output folder may be at work on it.
   */
  private boolean isLitter(Verifier.Difference one) {
    return kills == 0 || one.part() != Verifier.Part.PACK || one.kind() != Verifier.Kind.LEFTOVER;
  }

  /** By hand: a quarter or restatement brings a file, a pack and a snapshot with a line more. */
  private static void assertGrowsEvenly(List<Long> stored) {
    Map<Integer, Long> steps = new TreeMap<>();
    for (int i = 1; i < stored.size(); i++) {
      steps.put(i, stored.get(i) - stored.get(i - 1));
    }
    long first = steps.get(1);
    assertThat(steps).allSatisfy((at, step) -> assertThat(step).isBetween(1L, 4 * first));
  }

  private static JsonNode json(Path file) throws IOException {
    return EvaluationJson.read(Repository.bytes(file), JsonNode.class);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> names = Files.list(folder)) {
      return names.map(name -> name.getFileName().toString()).sorted().toList();
    }
  }

  private static long bytes(Path folder) throws IOException {
    long bytes = 0;
    for (Path file : Repository.files(folder)) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /**
   * Linux tells; elsewhere none. What is no file (sockets, what waits for them) is closed later.
   */
  private static List<String> openFiles() throws IOException {
    Path open = Path.of("/proc/self/fd");
    List<String> files = new ArrayList<>();
    for (String one : Files.isDirectory(open) ? names(open) : List.<String>of()) {
      try {
        files.add(Files.readSymbolicLink(open.resolve(one)).toString());
      } catch (NoSuchFileException e) {
        // it was the one that lists them
      }
    }
    files.removeIf(file -> !file.startsWith("/") || file.startsWith("/proc/"));
    return files.stream().sorted().toList();
  }
}
