package io.silvergauge.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that is given away: what it is made of, under which licences, and that it runs. */
class DistributionIT {
  private static final String NAME = "silvergauge-0.1.0";
  private static final Path ARCHIVE = Path.of("target", NAME + ".tar.gz");
  private static final long LIMIT_SECONDS = 120;

  /** As {@code project.build.outputTimestamp} in pom.xml. */
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

  /** What may be given away with a program under the Apache licence, unmodified and named. */
  private static final Set<String> LICENCES =
      Set.of(
          "0BSD",
          "Apache-1.1",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CDDL-1.0",
          "EPL-2.0",
          "LGPL-2.1-only",
          "LGPL-2.1-or-later",
          "MIT",
          "OFL-1.1",
          "Unicode-3.0");

  @TempDir static Path temp;

  private static Path home;
  private static final Map<String, TarArchiveEntry> ENTRIES = new LinkedHashMap<>();
  private static JsonNode bill;

  @BeforeAll
  static void unpack() throws IOException {
    home = temp.resolve(NAME);
    try (InputStream file = new BufferedInputStream(Files.newInputStream(ARCHIVE));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        ENTRIES.put(entry.getName(), entry);
        Path target = temp.resolve(entry.getName()).normalize();
        assertThat(target).startsWithRaw(home);
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
          assertThat(target.toFile().setExecutable((entry.getMode() & 0111) != 0)).isTrue();
        }
      }
    }
    bill = new ObjectMapper().readTree(home.resolve("sbom.cdx.json").toFile());
  }

  private static Map<String, String> jars() {
    Map<String, String> jars = new TreeMap<>();
    Repository.hashes(home)
        .forEach(
            (path, hash) -> {
              if (path.endsWith(".jar")) {
                jars.put(path, hash);
              }
            });
    return jars;
  }

  @Test
  void bearsNothingOfTheMachineItWasMadeOn() {
    assertThat(ENTRIES.values())
        .allSatisfy(
            entry -> {
              assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(MADE);
              assertThat(entry.getLongUserId()).isZero();
              assertThat(entry.getLongGroupId()).isZero();
              assertThat(entry.getMode() & 0777).isIn(0644, 0755);
            });
    assertThat(Repository.bytes(ARCHIVE)).as("time in the gzip header").startsWith(31, 139, 8, 0);
    String built = Path.of("").toAbsolutePath().getParent().toString();
    assertThat(Repository.text(home.resolve("sbom.cdx.json")))
        .doesNotContain(built)
        .doesNotContain(System.getProperty("user.home") + "/")
        .doesNotContain("timestamp");
  }

  @Test
  void listsEveryJarWithVersionAndHash() {
    Map<String, String> sums =
        Repository.text(home.resolve("SHA256SUMS"))
            .lines()
            .collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));
    assertThat(sums).hasSizeGreaterThan(150).isEqualTo(jars());

    Set<String> listed = new TreeSet<>();
    for (JsonNode component : bill.path("components")) {
      assertThat(component.path("version").asText()).isNotEmpty();
      for (JsonNode hash : component.path("hashes")) {
        if (hash.path("alg").asText().equals("SHA-256")) {
          listed.add(hash.path("content").asText());
        }
      }
    }
    Map<String, String> unlisted = jars();
    unlisted.values().removeAll(listed);
    assertThat(unlisted.keySet()).as("the program itself").containsExactly("silvergauge.jar");
    assertThat(bill.path("metadata").path("component").path("version").asText()).isEqualTo("0.1.0");
  }

  /** What a library says of itself, as one text. */
  private static String declared(JsonNode component) {
    Set<String> declared = new TreeSet<>();
    for (JsonNode one : component.path("licenses")) {
      JsonNode licence = one.path("license");
      declared.add(
          one.hasNonNull("expression")
              ? one.path("expression").asText()
              : licence.path("id").asText(licence.path("name").asText()));
    }
    return String.join(" | ", declared);
  }

  @Test
  void knowsTheLicenceOfEachLibrary() {
    Map<String, String> found = new TreeMap<>();
    for (JsonNode component : bill.path("components")) {
      if (!component.path("group").asText().equals("io.silvergauge")) {
        found.put(
            component.path("group").asText() + ":" + component.path("name").asText(),
            component.path("version").asText() + ", " + declared(component));
      }
    }
    Map<String, String> known = new TreeMap<>();
    for (Map<String, String> row : CsvRows.read(home.resolve("licences/third-party.csv"))) {
      known.put(row.get("library"), row.get("version") + ", " + row.get("declared"));
      assertThat(row.get("taken_under").split(" AND ", -1))
          .as("%s", row)
          .allMatch(LICENCES::contains);
    }
    assertThat(found)
        .as(
            "read the licence of what is new or changed, then mend jobs/src/assembly/third-party.csv")
        .isEqualTo(known);
  }

  @Test
  void bringsTheTextsOfLicencesThatAskForIt() {
    for (String name : List.of("LGPL-2.1", "OFL-1.1", "EPL-2.0", "CDDL-1.0", "Apache-1.1")) {
      assertThat(home.resolve("licences"))
          .isDirectoryContaining(file -> file.getFileName().toString().startsWith(name));
    }
    assertThat(home.resolve("LICENSE")).isNotEmptyFile();
    assertThat(home.resolve("NOTICE")).isNotEmptyFile();
  }

  @Test
  void keepsLinksBetweenItsPagesWhole() {
    for (String page : List.of("README.md", "README.zh-CN.md")) {
      List<String> links =
          Pattern.compile("]\\(([^)#:]+\\.md)")
              .matcher(Repository.text(home.resolve(page)))
              .results()
              .map(match -> match.group(1))
              .toList();
      assertThat(links)
          .as(page)
          .isNotEmpty()
          .allSatisfy(link -> assertThat(home.resolve(link)).exists());
    }
  }

  /** A Java runtime without compiler and tools: what a machine has that only runs programs. */
  private static Path runtime() throws Exception {
    Path runtime = temp.resolve("runtime");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules",
                "java.se,jdk.charsets,jdk.crypto.ec,jdk.management,jdk.security.auth,jdk.unsupported,jdk.zipfs",
                "--output",
                runtime.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(runtime.resolve("bin/javac")).doesNotExist();
    return runtime;
  }

  private static int run(Path runtime, File said, Object... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("silvergauge").toString());
    for (Object word : words) {
      command.add(word.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("LANG", "C");
    builder.environment().put("PATH", runtime.resolve("bin") + ":/usr/bin:/bin");
    Process process = builder.redirectErrorStream(true).redirectOutput(said).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
    return process.exitValue();
  }

  @Test
  void runsWhereThereIsNothingButAJavaRuntime() throws Exception {
    Path runtime = runtime();
    Path folder = SmallAssessment.delivered().write(temp.resolve("评估"));
    Path out = temp.resolve("输出");
    Path said = temp.resolve("said.log");

    assertThat(run(runtime, said.toFile(), "evaluate", folder, "--out", out))
        .as(() -> Repository.text(said))
        .isZero();
    assertThat(Repository.files(out.resolve("current")))
        .anyMatch(file -> file.toString().endsWith("scores.csv"))
        .anyMatch(file -> file.toString().endsWith(".html"));
    assertThat(run(runtime, said.toFile(), "verify", "--out", out)).isZero();

    assertThat(run(runtime, said.toFile(), "test")).isEqualTo(5);
    assertThat(Repository.text(said)).contains("this is a binary distribution");
  }
}
