package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCommandTest {
  @TempDir static Path published;
  @TempDir Path temp;

  private static Path out;

  @BeforeAll
  static void evaluate() {
    out = published.resolve("out");
    Path folder = SmallAssessment.delivered().write(published.resolve("assessment"));
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
    assertThat(Repository.hashes(temp.resolve("pages")).keySet())
        .isEqualTo(Repository.hashes(out.resolve("current/2023Q4/reports")).keySet())
        .hasSize(8 + 6); // and one that explains the figures beside each city's
    for (Path page : Repository.files(temp.resolve("pages"))) {
      assertThat(page)
          .hasSameBinaryContentAs(
              out.resolve("current/2023Q4/reports").resolve(page.getFileName()));
    }
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
    assertThat(ran.err()).contains("--format: 'odt' is not one of: html, pdf, xlsx, docx");
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
