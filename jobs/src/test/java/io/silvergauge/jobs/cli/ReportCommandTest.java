package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCommandTest {
  @TempDir static Path published;
  @TempDir Path temp;

  /** Names of files of documents beside the reports. */
  private static final String BESIDE = "(feedback|ledger)\\..*";

  /** Those that evaluate publishes. */
  private static final String PUBLISHED = "feedback,ledger";

  private static Path out;

  @BeforeAll
  static void evaluate() {
    out = published.resolve("out");
    Path folder =
        SmallAssessment.delivered()
            .file(
                "notes/110100.zh.md",
                "author: 李明, date: 2024-01-20\n\n与甲西市、乙北（120100）相比较好；110200 来函已阅。\n")
            .write(published.resolve("assessment"));
    assertThat(Cli.run("evaluate", folder, "--out", out, "--period", "2023Q4").status()).isZero();
  }

  private static Cli.Ran report(Path to, Object... more) {
    Object[] all = new Object[more.length + 7];
    all[0] = "report";
    all[1] = "--out";
    all[2] = out;
    all[3] = "--period";
    all[4] = "2023Q4";
    all[5] = "--to";
    all[6] = to;
    System.arraycopy(more, 0, all, 7, more.length);
    return Cli.run(all);
  }

  @Test
  void writesThePublishedPagesAgain() {
    Cli.Ran ran = report(temp.resolve("pages"));

    assertThat(ran.status()).isZero();
    assertThat(ran.lines()).containsExactly("Wrote 8 reports to " + temp.resolve("pages"));
    List<String> reports =
        Repository.hashes(out.resolve("current/2023Q4/reports")).keySet().stream()
            .filter(name -> !name.matches(BESIDE))
            .toList();
    assertThat(Repository.hashes(temp.resolve("pages")).keySet())
        .containsExactlyInAnyOrderElementsOf(reports)
        .hasSize(8 + 6); // and one that explains the figures beside each city's
    for (Path page : Repository.files(temp.resolve("pages"))) {
      assertThat(page)
          .hasSameBinaryContentAs(
              out.resolve("current/2023Q4/reports").resolve(page.getFileName()));
    }
  }

  @Test
  void writesTheDocumentsBesideThemAgain() {
    Cli.Ran ran = report(temp.resolve("documents"), "--document", PUBLISHED);

    assertThat(ran.status()).isZero();
    Set<String> written = Repository.hashes(temp.resolve("documents")).keySet();
    assertThat(written)
        .allSatisfy(name -> assertThat(name).matches(BESIDE))
        .contains("feedback.110000.zh.html", "feedback.110000.en.html");
    Path reports = out.resolve("current/2023Q4/reports");
    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            Repository.hashes(reports).keySet().stream()
                .filter(name -> name.matches(BESIDE))
                .toList());
    for (String name : written) {
      Document page = Jsoup.parse(Repository.text(temp.resolve("documents").resolve(name)));
      // They say the same, and lead to no report: none is written beside them.
      assertThat(page.select("table").eachText())
          .as(name)
          .isEqualTo(
              Jsoup.parse(Repository.text(reports.resolve(name))).select("table").eachText());
      assertThat(page.select("a[href]").eachAttr("href"))
          .as(name)
          .allMatch(href -> href.startsWith("#") || written.contains(href));
    }
  }

  @Test
  void writesSpecialReportsOfOneDimensionAndNamesThoseThereAre() {
    Path folder = temp.resolve("special");
    Cli.Ran ran =
        report(
            folder,
            "--document",
            "special,summary",
            "--region",
            "110100",
            "--edition",
            "city",
            "--dimension",
            "care");
    assertThat(ran.status()).isZero();
    assertThat(Repository.hashes(folder).keySet()) // the comparison is not for a city
        .containsExactly(
            "110100.care.en.html",
            "110100.care.zh.html",
            "110100.summary.en.html",
            "110100.summary.zh.html");
    assertThat(Repository.text(folder.resolve("110100.summary.zh.html")))
        .doesNotContain("110200", "120100", "乙北");
    Cli.Ran unknown = report(folder, "--document", "special", "--dimension", "weather");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("has no dimension 'weather'");
  }

  @Test
  void refusesDocumentsThatAreNoneOrThatTheEditionDoesNotHave() {
    assertThat(report(temp.resolve("none"), "--document", "poem").status()).isEqualTo(2);
    Cli.Ran ran = report(temp.resolve("none"), "--document", "feedback", "--edition", "public");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("there is no feedback of the edition 'public'");
    assertThat(temp.resolve("none")).doesNotExist();
  }

  /**
   * Names, short names and codes of the other cities, which the edition for 110100 must not have.
   */
  private static final Pattern OTHERS =
      Pattern.compile("(?<![0-9A-Za-z])(110200|120100)(?![0-9A-Za-z])|甲西|乙北|(?i)jiaxi|yibei");

  @Test
  void leavesTheOtherCitiesOutOfTheEditionForACity() throws IOException {
    Path pages = temp.resolve("pages");
    Cli.Ran ran =
        report(
            pages,
            "--edition",
            "city",
            "--region",
            "110100",
            "--format",
            "html,pdf,docx",
            "--lang",
            "zh");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(Repository.hashes(pages).keySet())
        .containsExactlyInAnyOrder(
            "110100.zh.html", "110100.explain.zh.html", "110100.zh.pdf", "110100.zh.docx");
    assertThat(Repository.text(out.resolve("current/2023Q4/reports/110100.zh.html")))
        .containsPattern(OTHERS);
    for (Path page : Repository.files(pages)) {
      assertThat(text(page)).as("%s", page).contains("甲东").doesNotContainPattern(OTHERS);
    }
    assertThat(Repository.text(pages.resolve("110100.zh.html"))).doesNotContain("comparison.zh");
  }

  @Test
  void publishesTheEditionsThatTheAssessmentAsksFor() throws IOException {
    Path folder =
        SmallAssessment.delivered()
            .changed(
                "assessment.yaml", "formats: [html]", "formats: [html]\neditions: [city, public]")
            .write(temp.resolve("assessment"));

    Cli.Ran ran = Cli.run("evaluate", folder, "--out", temp.resolve("out"), "--period", "2023Q4");

    assertThat(ran.status()).as(ran.err()).isZero();
    Path editions = temp.resolve("out/current/2023Q4/editions");
    assertThat(Repository.hashes(editions.resolve("city")).keySet())
        .contains("110100.zh.html", "110200.en.html", "120100.explain.zh.html")
        .noneMatch(page -> page.startsWith("comparison"))
        .hasSize(12); // three cities, two languages, with what explains them
    assertThat(Repository.hashes(editions.resolve("public")).keySet())
        .contains("comparison.zh.html", "110100.zh.html")
        .hasSize(14);
    for (Path page : Repository.files(editions.resolve("city"))) {
      if (page.getFileName().toString().startsWith("110100")) {
        assertThat(text(page)).as("%s", page).doesNotContainPattern(OTHERS);
      }
    }
    assertThat(Cli.run("verify", "--out", temp.resolve("out")).status()).isZero();
  }

  /** All that a file says: of a document its text, of a package the text of each part. */
  private static String text(Path file) throws IOException {
    if (file.toString().endsWith(".pdf")) {
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        return new PDFTextStripper().getText(document);
      }
    }
    if (!file.toString().endsWith(".docx")) {
      return Repository.text(file);
    }
    StringBuilder all = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        all.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  @Test
  void leavesUnitsFilesAndNotesOutOfThePublicEdition() {
    Path pages = temp.resolve("pages");

    Cli.Ran ran = report(pages, "--edition", "public", "--lang", "en");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(Repository.hashes(pages)).containsKeys("110100.en.html", "comparison.en.html");
    for (Path page : Repository.files(pages)) {
      assertThat(Repository.text(page))
          .as("%s", page)
          .doesNotContain("civil.csv")
          .doesNotContain("#unit-")
          .doesNotContain("#observation-")
          .doesNotContain("110200 来函")
          .doesNotContain("id=\"screens\"");
    }
    assertThat(Jsoup.parse(Repository.text(pages.resolve("110100.en.html"))).text())
        .contains("92.5");
  }

  @Test
  void writesThePagesOfASpecialEvaluation() {
    Path folder = published.resolve("assessment");
    Path special = published.resolve("special");
    assertThat(Cli.run("evaluate", folder, "--out", special, "--special", "rules,care").status())
        .isZero();
    Cli.Ran ran =
        Cli.run(
            "report",
            "--out",
            special,
            "--period",
            "2023Q4",
            "--to",
            temp,
            "--special",
            "care,rules");

    assertThat(ran.err()).isEmpty();
    assertThat(Repository.hashes(temp))
        .isEqualTo(Repository.hashes(special.resolve("current/2023Q4/special/care.rules/reports")));
  }

  @Test
  void saysWhichSpecialEvaluationIsNotThere() {
    Cli.Ran ran = report(temp, "--special", "care");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("holds no evaluation of 2023Q4/special/care; run evaluate first");
  }

  @Test
  void writesThePageOfOneCity() {
    Cli.Ran ran = report(temp, "--region", "110200", "--lang", "en");

    assertThat(ran.lines()).containsExactly("Wrote 2 reports to " + temp);
    assertThat(Repository.hashes(temp).keySet())
        .containsExactly("110200.en.html", "110200.explain.en.html", "comparison.en.html");
  }

  /** Whatever was written, and nothing else, can be reached from a page. */
  @ParameterizedTest
  @CsvSource({"110200, zh", "110200, en", "110200, ", "'', zh", "'', "})
  void linksOnlyToPagesItHasWritten(String region, String language) {
    List<Object> options = new ArrayList<>();
    if (!region.isEmpty()) {
      options.addAll(List.of("--region", region));
    }
    if (language != null) {
      options.addAll(List.of("--lang", language));
    }
    assertThat(report(temp, options.toArray()).status()).isZero();

    Set<String> linked = new TreeSet<>();
    for (Path page : Repository.files(temp)) {
      Jsoup.parse(Repository.text(page)).select("a[href]").eachAttr("href").stream()
          .filter(href -> !href.startsWith("#"))
          .map(href -> href.replaceFirst("#.*", ""))
          .forEach(linked::add);
    }
    assertThat(linked).isEqualTo(Repository.hashes(temp).keySet());
  }

  @Test
  void writesThemAsPdf() throws IOException {
    Cli.Ran ran = report(temp, "--region", "110200", "--lang", "zh", "--format", "pdf,html");

    assertThat(ran.lines()).containsExactly("已写入 4 份报告：" + temp);
    assertThat(Repository.hashes(temp).keySet())
        .containsExactly(
            "110200.explain.zh.html",
            "110200.zh.html",
            "110200.zh.pdf",
            "comparison.zh.html",
            "comparison.zh.pdf");
    try (PDDocument document = Loader.loadPDF(temp.resolve("110200.zh.pdf").toFile())) {
      assertThat(document.getDocumentInformation().getTitle()).contains("评估报告");
    }
  }

  @Test
  void writesThemForWordInTheStylesOfATemplate() throws IOException {
    Path template = temp.resolve("agency.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream file = Files.newOutputStream(template)) {
      document.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("某局");
      document.write(file);
    }
    Path to = temp.resolve("to");
    Cli.Ran ran =
        report(
            to,
            "--region",
            "110200",
            "--lang",
            "zh",
            "--format",
            "docx",
            "--docx-template",
            template.toString());

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(Repository.hashes(to).keySet())
        .containsExactly("110200.zh.docx", "comparison.zh.docx");
    try (XWPFDocument document =
        new XWPFDocument(Files.newInputStream(to.resolve("110200.zh.docx")))) {
      assertThat(document.getHeaderList().get(0).getText()).contains("某局", "评估报告");
    }
  }

  @Test
  void saysWhatIsWrongWithATemplate() throws IOException {
    Path text = Files.writeString(temp.resolve("no.docx"), "no");
    assertThat(report(temp.resolve("to"), "--docx-template", text.toString()).err())
        .contains("--docx-template: " + text + " is no Word document (.docx)");
    Cli.Ran ran = report(temp.resolve("to"), "--docx-template", temp + "/none.docx");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("--docx-template: " + temp + "/none.docx cannot be read");
  }

  @Test
  void namesTheFormatsThereAre() {
    Cli.Ran ran = report(temp.resolve("x"), "--format", "odt");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--format: 'odt' is not one of: html, pdf, xlsx, docx, dashboard");
    assertThat(temp.resolve("x")).doesNotExist();
  }

  @Test
  void neverWritesIntoAPublication() throws IOException {
    Map<String, String> before = Repository.hashes(out.resolve("current"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), out.resolve("current"));
    for (Path to :
        new Path[] {
          out.resolve("current"),
          out.resolve("current/2023Q4/reports"),
          out.resolve("current").toRealPath(),
          out.resolve("publications/new"),
          out.resolve("store/../current/2023Q4"),
          link
        }) {
      Cli.Ran ran = report(to);
      assertThat(ran.status()).as("%s", to).isEqualTo(2);
      assertThat(ran.err()).contains("--to must not lead into a publication");
    }
    assertThat(Repository.hashes(out.resolve("current"))).isEqualTo(before);
  }

  @Test
  void namesAPeriodOrACityThatIsNotThere() {
    Cli.Ran period =
        Cli.run("report", "--out", out, "--period", "2023Q3", "--to", temp.resolve("x"));
    assertThat(period.status()).isEqualTo(2);
    assertThat(period.said())
        .containsExactly(out + " holds no evaluation of 2023Q3; run evaluate first");

    Cli.Ran city = report(temp.resolve("x"), "--region", "410100");
    assertThat(city.status()).isEqualTo(2);
    assertThat(city.said())
        .containsExactly("the evaluation of 2023Q4 has no city '410100'; did you mean '110100'?");
    assertThat(report(temp.resolve("x"), "--region", "../../manifest").status()).isEqualTo(2);

    Cli.Ran among = report(temp.resolve("x"), "--region", "110100", "--region", "410100");
    assertThat(among.said()).containsExactlyElementsOf(city.said());
    assertThat(temp.resolve("x")).doesNotExist();
  }

  /**
   * As an earlier version of the program would have left it: a list it did not know is not there.
   */
  @Test
  void saysThatAnotherVersionWroteWhatItCannotRead() throws IOException {
    Path old = temp.resolve("old");
    Repository.copy(out.resolve("current").toRealPath(), old.resolve("current"));
    Path model = old.resolve("current/2023Q4/evaluation.json");
    String text = Repository.text(model);
    assertThat(text).contains("\"cities\" : [");
    Files.writeString(model, text.replace("\"cities\" : [", "\"towns\" : ["));

    Cli.Ran ran = Cli.run("report", "--out", old, "--period", "2023Q4", "--to", temp.resolve("x"));

    assertThat(ran.status()).isEqualTo(5);
    assertThat(ran.said()).hasSize(1);
    assertThat(ran.said().get(0))
        .startsWith(model + " cannot be read: another version of the program wrote it")
        .contains("evaluate makes it anew");
  }
}
