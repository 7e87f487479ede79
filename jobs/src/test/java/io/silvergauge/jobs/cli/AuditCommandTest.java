package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCommandTest {
  @TempDir static Path temp;

  private static Path out;

  @BeforeAll
  static void evaluate() {
    out = temp.resolve("out");
    Path assessment = SmallAssessment.delivered().write(temp.resolve("assessment"));
    assertThat(Cli.run("evaluate", assessment, "--out", out, "--period", "2023Q4").status())
        .isZero();
  }

  private static Path report(String name) {
    return out.resolve("current/2023Q4/reports").resolve(name);
  }

  @ParameterizedTest
  @CsvSource({"110100.en.html", "110200.zh.html", "120100.en.html"})
  void findsThatPublishedReportsFollowFromThemselves(String name) {
    Cli.Ran ran = Cli.run("audit", report(name), "--out", out);

    assertThat(ran.out()).contains("is the published publications/").contains(" 0 do not follow");
    assertThat(ran.status()).isZero();
  }

  /** Each figure is forged in one place; what it follows from stays. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#figure-nursing_share\">50.00|#figure-nursing_share\">51.00|figure-nursing_share",
        "<span class=\"sub\">200 / 400|<span class=\"sub\">201 / 400|units",
        "#figure-nursing_share\">50.00|#figure-nursing_share\">5.00|figure-nursing_share",
        "#unit-nursing_share-110101\">60.00|#unit-nursing_share-110101\">61.00|unit-nursing_share-110101",
        "<span class=\"verdict met\">met|<span class=\"verdict unmet\">met|judgement-nursing_share-plan",
      })
  void namesTheFigureThatDoesNotFollow(String printed, String forged, String where)
      throws IOException {
    String page = Repository.text(report("110100.en.html"));
    assertThat(page).contains(printed);
    Path file = temp.resolve("110100.en.html");
    Files.writeString(file, page.replace(printed, forged));

    Cli.Ran ran = Cli.run("audit", file, "--out", out);

    assertThat(ran.status()).isEqualTo(7);
    assertThat(ran.out())
        .contains("holds this content")
        .contains("(" + where + "): the report prints ");
  }

  /** A page somebody took parts from is told part by part; it ends no run. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id=\"i1\"|id=\"gone\"|the page lacks #i1 it needs",
        "href=\"#i1\"|class=\"x\"|the page lacks a href it needs",
        "<table class=\"indicators\">|<table class=\"indicators\"><tbody><tr><th>x</th></tr></tbody>"
            + "|its row has 1 cells, at least 2 belong there",
        "<table class=\"unmet\">|<table class=\"unmet\"><tbody><tr><th>x</th></tr></tbody>"
            + "|its row has 1 cells, at least 4 belong there",
        "<table class=\"weights\">|<table class=\"weights\"><tbody><tr><th>x</th></tr></tbody>"
            + "|its row has 1 cells, at least 3 belong there",
      })
  void namesThePartsAPageLacks(String there, String instead, String said) throws IOException {
    String page = Repository.text(report("110100.en.html"));
    assertThat(page).contains(there);
    Path file = temp.resolve("parts.html");
    Files.writeString(file, page.replace(there, instead));

    Cli.Ran ran = Cli.run("audit", file, "--out", out);

    assertThat(ran.out()).contains(said);
    assertThat(ran.status()).isEqualTo(7);
  }

  @Test
  void goesOnAfterAPageWithoutTables() throws IOException {
    Path forged = temp.resolve("after.html");
    String page = Repository.text(report("110100.en.html"));
    Files.writeString(forged, page.replace(">92.50<", ">93.50<"));
    Path plain = Files.writeString(temp.resolve("plain.html"), "<p>none</p>");

    Cli.Ran ran = Cli.run("audit", plain, forged, "--out", out);

    assertThat(ran.out())
        .contains("has no tables that can be worked out again")
        .contains("the report prints 93.50");
    assertThat(ran.status()).isEqualTo(7);
  }

  @Test
  void knowsAPublishedReportByItsContentWhateverItIsCalled() throws IOException {
    Path renamed = Files.copy(report("110100.en.html"), temp.resolve("renamed.html"));

    Cli.Ran ran = Cli.run("audit", renamed, "--out", out);

    assertThat(ran.out()).contains("is the published publications/").contains("110100.en.html");
    assertThat(ran.status()).isZero();
  }

  /** Who forges a report and writes its hash into a manifest has to rename the folder as well. */
  @Test
  void trustsNoManifestItsFolderIsNotNamedBy() throws IOException {
    Path file = Files.writeString(temp.resolve("own.html"), "<p>own</p>");
    Path published = temp.resolve("altered/publications/0123456789abcdef0123456789abcdef");
    Files.createDirectories(published);
    String hash = Sha256.of(Files.readAllBytes(report("110100.en.html")));
    String manifest = Repository.text(out.resolve("current/manifest.json"));
    assertThat(manifest).contains(hash);
    Files.writeString(
        published.resolve("manifest.json"),
        manifest.replace(hash, Sha256.of(Files.readAllBytes(file))));

    Cli.Ran ran = Cli.run("audit", file, "--out", temp.resolve("altered"));

    assertThat(ran.out())
        .contains("0123456789abcdef0123456789abcdef: its manifest is not the one")
        .contains("holds this content");
    assertThat(ran.status()).isEqualTo(7);
  }

  @Test
  void namesAForgedTotal() throws IOException {
    String page = Repository.text(report("110100.en.html"));
    Path file = temp.resolve("total.html");
    // The total of 110100 is 92.5: (60 × 87.5 + 40 × 100) ÷ 100.
    Files.writeString(file, page.replace(">92.50<", ">93.50<"));

    assertThat(Cli.run("audit", file, "--out", out).out())
        .contains("(fulfilment): the report prints 93.50, its tables come to 92.5");
  }

  @Test
  void refusesWhatIsNoReport() {
    assertThat(Cli.run("audit", temp.resolve("none.html"), "--out", out).status()).isEqualTo(2);
  }
}
