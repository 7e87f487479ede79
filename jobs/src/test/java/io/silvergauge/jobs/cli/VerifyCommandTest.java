package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
  private static final int FLIPS = 1_000;

  /** What a bit is changed in, by what a file's path holds; each gets the same number of bits. */
  private static final List<String> KINDS =
      List.of("store/inputs/", "store/packs/", "store/snapshots/", "manifest.json", "/reports/");

  /** How prov.jsonld leads from one thing to another. */
  private static final List<String> LINKS =
      List.of(
          "used",
          "wasGeneratedBy",
          "wasDerivedFrom",
          "wasAssociatedWith",
          "wasAttributedTo",
          "wasInformedBy");

  @TempDir static Path evaluated;
  @TempDir Path temp;

  private static Path assessment;

  @BeforeAll
  static void evaluate() {
    assessment = SmallAssessment.delivered().write(evaluated.resolve("assessment"));
    assertThat(
            Cli.run(
                    "evaluate",
                    assessment,
                    "--out",
                    evaluated.resolve("out"),
                    "--period",
                    "2023Q4",
                    "--format",
                    "html,pdf")
                .status())
        .isZero();
  }

  /** A copy of the output to spoil; the link to the current publication is copied as a link. */
  private Path copied() throws IOException {
    Path from = evaluated.resolve("out");
    Path to = temp.resolve("out");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()), LinkOption.NOFOLLOW_LINKS);
      }
    }
    return to;
  }

  /** Everything that is kept: what publications and the store hold. */
  private static List<Path> kept(Path out) throws IOException {
    try (Stream<Path> published = Files.walk(out.resolve("publications"));
        Stream<Path> stored = Files.walk(out.resolve("store"))) {
      return Stream.concat(published, stored).filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Cli.Ran verify(Path out, Object... more) {
    Object[] all = new Object[more.length + 3];
    all[0] = "verify";
    all[1] = "--out";
    all[2] = out;
    System.arraycopy(more, 0, all, 3, more.length);
    return Cli.run(all);
  }

  private static void flip(Path file, long bit) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
    Files.write(file, bytes);
  }

  @Test
  void findsNothingWhereNothingChanged() throws IOException {
    Path out = copied();

    Cli.Ran ran = verify(out);

    assertThat(ran.status()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "Verified %d files: 0 differences, 0 leftovers.".formatted(kept(out).size()));
  }

  @Test
  void findsEveryOfAThousandBitsChangedInInputsPacksSnapshotsManifestsAndReports()
      throws IOException {
    Path out = copied();
    List<Path> files = kept(out);
    Random random = new Random(20_240_131);
    Verifier verifier = new Verifier(new LocalStorage(out), new LocalStorage(out.resolve("store")));
    for (int i = 0; i < FLIPS; i++) {
      String kind = KINDS.get(i % KINDS.size());
      List<Path> ofKind = files.stream().filter(one -> one.toString().contains(kind)).toList();
      Path file = ofKind.get(random.nextInt(ofKind.size()));
      long bit = random.nextLong(Files.size(file) * 8);
      flip(file, bit);

      List<Verifier.Difference> found = verifier.verify().differences();

      assertThat(found).as("bit %d of %s", bit, file).hasSize(1);
      assertThat(found.get(0).kind()).isEqualTo(Verifier.Kind.CHANGED);
      assertThat(file.toString())
          .startsWith(verifier.location(found.get(0)).replace("/manifest.json", ""));
      flip(file, bit);
    }
    assertThat(verifier.verify().whole()).isTrue();
  }

  /** What is named in prov.jsonld is described there, and its hashes are the manifest's. */
  @Test
  void publishesWhatEveryFileCameFrom() throws IOException {
    Path current = evaluated.resolve("out/current");
    ObjectMapper json = new ObjectMapper();
    JsonNode manifest = json.readTree(current.resolve("manifest.json").toFile());
    JsonNode document = json.readTree(current.resolve("prov.jsonld").toFile());
    Map<String, JsonNode> nodes = new TreeMap<>();
    for (JsonNode node : document.path("@graph")) {
      assertThat(nodes.put(node.path("@id").asText(), node)).as("%s twice", node).isNull();
    }
    Map<String, String> hashes = new TreeMap<>();
    Set<String> named = new TreeSet<>();
    for (JsonNode node : nodes.values()) {
      for (String link : LINKS) {
        if (node.path(link).isTextual()) {
          named.add(node.path(link).asText());
        }
        node.path(link).forEach(one -> named.add(one.asText()));
      }
      String id = node.path("@id").asText();
      if (id.startsWith("urn:silvergauge:output:")) {
        hashes.put(node.path("label").asText(), node.path("sha256").asText());
        String activity = node.path("wasGeneratedBy").asText();
        assertThat(nodes.get(activity).path("@type").asText()).isEqualTo("prov:Activity");
      }
    }
    Map<String, String> published = new TreeMap<>();
    manifest
        .path("published")
        .properties()
        .forEach(file -> published.put(file.getKey(), file.getValue().asText()));

    assertThat(document.path("@context").isObject()).as("nothing is fetched").isTrue();
    assertThat(document.path("@context").path("prov").asText())
        .isEqualTo("http://www.w3.org/ns/prov#");
    assertThat(named).isNotEmpty().isSubsetOf(nodes.keySet());
    assertThat(published.remove("prov.jsonld"))
        .isEqualTo(Sha256.of(Files.readAllBytes(current.resolve("prov.jsonld"))));
    assertThat(hashes).isEqualTo(published);
    JsonNode period = manifest.path("periods").path("2023Q4");
    JsonNode evaluate = nodes.get("urn:silvergauge:evaluate:2023Q4");
    assertThat(evaluate.path("used").toString())
        .contains("urn:silvergauge:snapshot:" + period.path("snapshot").asText())
        .contains("urn:silvergauge:scheme:" + period.path("scheme_sha256").asText());
    JsonNode reading = nodes.get("urn:silvergauge:read:" + period.path("snapshot").asText());
    assertThat(reading.path("used"))
        .hasSize(manifest.path("snapshots").path(period.path("snapshot").asText()).size());
  }

  @Test
  void namesWhatIsMissingAndWhatNobodyPublished() throws IOException {
    Path out = copied();
    Path report = out.resolve("current").toRealPath().resolve("2023Q4/reports/110100.zh.html");
    Files.delete(report);
    Files.writeString(report.resolveSibling("other.html"), "?");

    Cli.Ran ran = verify(out);

    assertThat(ran.status()).isEqualTo(7);
    assertThat(ran.lines())
        .containsExactly(
            "missing: " + report,
            "extra: " + report.resolveSibling("other.html"),
            "Verified %d files: 2 differences, 0 leftovers.".formatted(kept(out).size() - 1));
  }

  @Test
  void repairsWhatCanBeMadeAgainAndTheNextRunGivesTheSameBytes() throws IOException {
    Path out = copied();
    Path store = out.resolve("store");
    Path input = Repository.files(store.resolve("inputs")).get(0);
    Path sums =
        Repository.files(store.resolve("packs")).stream()
            .filter(file -> file.endsWith("sums.parquet"))
            .findFirst()
            .orElseThrow();
    Path snapshot =
        Repository.files(store.resolve("snapshots")).stream()
            .filter(file -> file.toString().endsWith(".json"))
            .findFirst()
            .orElseThrow();
    Path leftover = Files.createDirectories(out.resolve("publications/.staging-dead"));
    Files.writeString(leftover.resolve("half"), "half");
    flip(input, 9);
    flip(sums, 77);
    flip(snapshot, 1);

    Cli.Ran without = verify(out, "--repair");
    assertThat(without.status()).isEqualTo(7);
    assertThat(without.lines())
        .contains(
            "changed: " + input,
            "  not repaired: name the assessment folder, so that it can be put back from the"
                + " delivery");

    Cli.Ran ran = verify(out, assessment, "--repair");
    assertThat(ran.lines()).contains("  put back from the same content elsewhere");
    assertThat(ran.status()).isZero();
    assertThat(leftover).doesNotExist();
    assertThat(sums.getParent()).doesNotExist();
    assertThat(snapshot).doesNotExist();

    assertThat(evaluated(out).out())
        .contains("This very content was published already; nothing changed.");
    assertThat(Repository.hashes(out.resolve("publications")))
        .isEqualTo(Repository.hashes(evaluated.resolve("out/publications")));
    assertThat(verify(out).status()).isZero();
  }

  private Cli.Ran evaluated(Path out) {
    return Cli.run(
        "evaluate", assessment, "--out", out, "--period", "2023Q4", "--format", "html,pdf");
  }

  /** The files of a folder of the store whose names end so. */
  private static List<Path> stored(Path out, String folder, String ending) {
    return Repository.files(out.resolve("store").resolve(folder)).stream()
        .filter(file -> file.toString().endsWith(ending))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"snapshots, .json.sha256", "packs, pack.json.sha256"})
  void aSealThatIsMissingIsMadeAgainByTheNextRun(String folder, String ending) throws IOException {
    Path out = copied();
    Path lost = stored(out, folder, ending).get(0);
    Files.delete(lost);

    assertThat(verify(out).status()).isEqualTo(7);
    assertThat(verify(out).lines()).contains("missing: " + lost);
    assertThat(verify(out, assessment, "--repair").lines())
        .containsSequence(
            "missing: " + lost, "  what was left of it is removed; the next run makes it again");
    assertThat(lost.resolveSibling(lost.getFileName().toString().replace(".sha256", "")))
        .as("what the next run would not make again, were it still there")
        .doesNotExist();
    assertThat(evaluated(out).status()).isZero();
    assertThat(verify(out).status()).isZero();
  }

  /**
   * Each is named by something that is still there: inputs and packs by a snapshot, it by a
   * manifest.
   */
  @ParameterizedTest
  @ValueSource(strings = {"inputs", "packs", "snapshots"})
  void noticesThatAFolderOfTheStoreIsGone(String folder) throws IOException {
    Path out = copied();
    Path gone = out.resolve("store").resolve(folder);
    List<String> names;
    try (Stream<Path> in = Files.list(gone)) {
      names = in.map(Path::toString).filter(name -> !name.endsWith(".sha256")).sorted().toList();
    }
    new LocalStorage(out.resolve("store")).delete(folder);

    Cli.Ran ran = verify(out);
    assertThat(names).isNotEmpty();
    assertThat(ran.status()).isEqualTo(7);
    assertThat(ran.lines().subList(0, ran.lines().size() - 1))
        .containsExactlyElementsOf(names.stream().map(name -> "missing: " + name).toList());

    assertThat(verify(out, assessment, "--repair").status()).isZero();
    assertThat(evaluated(out).status()).isZero();
    assertThat(verify(out).status()).isZero();
  }

  @Test
  void saysWhereTheStoreMayBeWhereThereIsNone() throws IOException {
    Path out = copied();
    new LocalStorage(out).delete("store");

    Cli.Ran ran = verify(out);
    assertThat(ran.status()).isEqualTo(7);
    assertThat(ran.err())
        .contains("where the assessment names a store of its own, name the assessment too");
  }

  @Test
  void putsAPublishedFileBackFromAnotherPublication() throws IOException {
    Path out = copied();
    assertThat(Cli.run("evaluate", assessment, "--out", out, "--format", "html,pdf").status())
        .isZero(); // a second publication, which takes no page of the first over
    Path first = evaluated.resolve("out/current").toRealPath();
    Path page =
        out.resolve("publications")
            .resolve(first.getFileName())
            .resolve("2023Q4/reports/comparison.zh.html");
    flip(page, 1_234);

    Cli.Ran ran = verify(out, "--repair");

    assertThat(ran.lines())
        .containsSequence("changed: " + page, "  put back from the same content elsewhere");
    assertThat(ran.status()).isZero();
  }

  @Test
  void refusesAnOutputFolderThatIsNotThere() {
    Cli.Ran ran = verify(temp.resolve("nowhere"));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.said())
        .containsExactly(
            "there is no output folder " + temp.resolve("nowhere") + ", so nothing to verify");
  }
}
