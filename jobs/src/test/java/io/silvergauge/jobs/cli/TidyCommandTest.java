package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five publications of one assessment, of which some are removed. */
class TidyCommandTest {
  private static final String SLOT = "civil/110000/2023Q4/all";

  /** As of each day something else is published: a delivery, two restatements, other rules. */
  private static final List<String> DAYS =
      List.of("2024-01-16", "2024-01-31", "2024-02-10", "2024-02-20");

  @TempDir static Path shared;
  @TempDir Path temp;

  private static final Map<String, String> PUBLISHED = new TreeMap<>();

  private Path folder;
  private Path out;

  private static byte[] table(int nursing) {
    return Repository.utf8(
        "表\n代码,地区,床位数,护理型,资金\n110101,东区,100,%s,30\n110121,东县,300,140,50\n"
            .formatted(Integer.toString(nursing)));
  }

  @BeforeAll
  static void publishOften() {
    Path folder =
        SmallAssessment.delivered()
            .deliver("2023Q4/110000/two.csv", SLOT, "2024-02-10", "full", table(61))
            .deliver("2023Q4/110000/three.csv", SLOT, "2024-02-20", "full", table(62))
            .write(shared.resolve("assessment"));
    for (String day : DAYS) {
      evaluate(folder, shared.resolve("out"), day);
      PUBLISHED.put(day, current(shared.resolve("out")));
    }
    assertThat(PUBLISHED.values()).doesNotHaveDuplicates();
  }

  @BeforeEach
  void copy() throws Exception {
    folder = temp.resolve("assessment");
    out = temp.resolve("out");
    for (String name : List.of("assessment", "out")) {
      Process copying =
          new ProcessBuilder("cp", "-a", shared.resolve(name).toString(), temp.toString()).start();
      assertThat(copying.waitFor()).isZero();
    }
  }

  private static void evaluate(Path folder, Path out, String day) {
    Cli.Ran ran = Cli.run("evaluate", folder, "--out", out, "--as-of", day);
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private void evaluate(String day) {
    evaluate(folder, out, day);
  }

  private static String current(Path out) {
    return "publications/" + Repository.real(out.resolve("current")).getFileName();
  }

  private String current() {
    return current(out);
  }

  private Cli.Ran tidy(Object... more) {
    List<Object> words = new ArrayList<>(List.of("tidy", folder, "--out", out, "--lang", "en"));
    words.addAll(List.of(more));
    return Cli.run(words.toArray());
  }

  private void assertWhole() throws IOException {
    Verifier.Result result =
        new Verifier(new LocalStorage(out), new LocalStorage(out.resolve("store"))).verify();
    assertThat(result.differences()).isEmpty();
  }

  private List<String> publications() {
    return names("publications").stream().map(name -> "publications/" + name).toList();
  }

  private List<String> names(String below) {
    try (Stream<Path> names = Files.list(out.resolve(below))) {
      return names.map(name -> name.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void removesTheOldestAndWhatIsKeptIsStillExplainedAndEvaluatedToTheSameBytes()
      throws IOException {
    Map<String, String> before = Repository.hashes(out.resolve("store"));
    assertThat(names("store/snapshots")).hasSize(2 * DAYS.size());

    Cli.Ran ran = tidy("--keep", 2);

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.lines().get(0))
        .isEqualTo(
            "Kept publications (2): %s, %s"
                .formatted(PUBLISHED.get("2024-02-20"), PUBLISHED.get("2024-02-10")));
    assertThat(ran.out())
        .contains("Removing: " + PUBLISHED.get("2024-01-16"))
        .containsPattern(
            "In all 2 publications, 2 snapshots, 0 packs and 0 copies of inputs, which frees"
                + " [1-9][0-9]* bytes");
    assertThat(publications())
        .containsExactlyInAnyOrder(PUBLISHED.get("2024-02-20"), PUBLISHED.get("2024-02-10"));
    assertThat(names("store/snapshots")).hasSize(4);
    assertWhole();
    Cli.Ran explained =
        Cli.run(
            "explain", "110100", "nursing_share", "2023Q4", "--out", out, "--as-of", "2024-02-10");
    assertThat(explained.status()).as(explained.err()).isZero();
    assertThat(explained.out()).contains("two.csv");

    // Also what went comes back, since whatever was delivered is kept.
    for (String day : DAYS) {
      evaluate(day);
      assertThat(current()).as(day).isEqualTo(PUBLISHED.get(day));
    }
    assertWhole();
    assertThat(Repository.hashes(out.resolve("store"))).isEqualTo(before);
  }

  @Test
  void ofTheStoreGoesWhatWasReadByOtherDescriptions() throws IOException {
    String again = SmallAssessment.changed(SmallAssessment.CIVIL, "[护理型]", "[护理型, 护理]", 1);
    Files.writeString(folder.resolve("sources/civil.yaml"), again);
    evaluate("2024-02-20");
    int packs = names("store/packs").size();

    Cli.Ran ran = tidy("--keep", 1);

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(publications()).containsExactly(current());
    assertThat(names("store/packs").size()).isBetween(1, packs - 1);
    assertWhole();
    Cli.Ran next = Cli.run("run", folder, "--out", out, "--as-of", "2024-02-20", "--lang", "en");
    assertThat(next.out()).isEqualTo("Nothing to publish.\n");
    assertThat(tidy("--keep", 1).lines()).endsWith("Nothing to remove.");
  }

  @Test
  void saysWhatWouldGoAndRemovesNothing() {
    Map<String, String> before = Repository.hashes(out);

    Cli.Ran ran = tidy("--keep", 3, "--dry-run");

    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("Would remove: " + PUBLISHED.get("2024-01-16"), "it would remove 1 publications");
    assertThat(Repository.hashes(out)).isEqualTo(before);
  }

  @Test
  void whatCountsAndWhatWasSignedStaysHoweverOldItIs() throws IOException {
    evaluate("2024-01-16");
    assertThat(
            Cli.run(
                    "sign",
                    folder,
                    "2023Q4",
                    "--out",
                    out,
                    "--who",
                    "张三",
                    "--role",
                    "组长",
                    "--date",
                    "2024-02-01")
                .status())
        .isZero();
    evaluate("2024-01-31");

    assertThat(tidy("--keep", 1).status()).isZero();

    assertThat(publications())
        .contains(current(), PUBLISHED.get("2024-02-20"), PUBLISHED.get("2024-01-16"))
        .hasSize(3);
    Path told = out.resolve("current/2023Q4/changes.csv");
    Map<String, String> before = Repository.hashes(out.resolve("current"));
    assertThat(told).isNotEmptyFile();
    evaluate("2024-01-31");
    assertThat(Repository.hashes(out.resolve("current"))).isEqualTo(before);
  }

  @Test
  void removesNothingWhereSomethingIsNotAsItWasKept() throws IOException {
    Path damaged = out.resolve(PUBLISHED.get("2024-01-31")).resolve("2023Q4/outcomes.csv");
    Files.writeString(damaged, "other");
    Map<String, String> before = Repository.hashes(out);

    Cli.Ran ran = tidy("--keep", 1);

    assertThat(ran.status()).isEqualTo(7);
    assertThat(ran.err()).contains("changed: " + damaged, "run verify first");
    assertThat(Repository.hashes(out)).isEqualTo(before);
  }

  @Test
  void removesNothingForAnAssessmentThatNothingPublishedComesOf() {
    Path other =
        new SmallAssessment()
            .civil("2023Q4", "110000", "2024-01-15", "110101,东区,7,6,3")
            .write(temp.resolve("other"));
    Map<String, String> before = Repository.hashes(out);

    Cli.Ran ran = Cli.run("tidy", other, "--out", out, "--keep", 1, "--lang", "en");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("does not come of the assessment " + other);
    assertThat(Repository.hashes(out)).isEqualTo(before);
    assertThat(tidy("--keep", 0).status()).isEqualTo(2);
  }

  @Test
  void removesNothingWhereADeliveryOfWhatIsPublishedIsNoLongerListed() throws IOException {
    Path list = folder.resolve("data/deliveries.csv");
    Files.writeString(
        list,
        Files.readString(list)
            .lines()
            .filter(line -> !line.contains("three.csv"))
            .collect(Collectors.joining("\n", "", "\n")));
    Map<String, String> before = Repository.hashes(out);

    Cli.Ran ran = tidy("--keep", 1);

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("it has no 2023Q4/110000/three.csv", "evaluate first");
    assertThat(Repository.hashes(out)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void removesNothingWhereNobodyKnowsWhichPublicationCounts(boolean copied) throws Exception {
    Path link = out.resolve("current");
    Path counts = Repository.real(link);
    Files.delete(link);
    if (copied) { // as after a restore that follows links
      Process copying = new ProcessBuilder("cp", "-a", counts.toString(), link.toString()).start();
      assertThat(copying.waitFor()).isZero();
    } else {
      Files.createSymbolicLink(link, counts);
    }

    Cli.Ran ran = tidy("--keep", 1);

    assertThat(ran.status()).isNotZero();
    assertThat(ran.err()).contains(link.toString());
    assertThat(publications()).hasSize(PUBLISHED.size());
  }

  @Test
  void leavesItsOwnStoreAloneWhereAnotherOutputFolderUsesItToo() throws IOException {
    Path assessment = folder.resolve("assessment.yaml");
    String written = Files.readString(assessment);
    Files.writeString(assessment, written + "store: " + out.resolve("store") + "\n");
    Path second = temp.resolve("second");
    evaluate(folder, second, DAYS.get(0));
    Files.writeString(assessment, written);
    Map<String, String> before = Repository.hashes(out.resolve("store"));

    Cli.Ran ran = tidy("--keep", 1);

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("serves " + second + " as well");
    assertThat(Repository.hashes(out.resolve("store"))).isEqualTo(before);
  }

  @Test
  void leavesAStoreAloneThatOtherOutputFoldersMayUse() throws IOException {
    Path assessment = folder.resolve("assessment.yaml");
    Files.writeString(
        assessment, Files.readString(assessment) + "store: " + temp.resolve("shared") + "\n");
    Files.move(out.resolve("store"), temp.resolve("shared"));
    Map<String, String> before = Repository.hashes(temp.resolve("shared"));

    Cli.Ran ran = tidy("--keep", 1);

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("nothing of it is removed");
    assertThat(publications()).containsExactly(current());
    assertThat(Repository.hashes(temp.resolve("shared"))).isEqualTo(before);
  }
}
