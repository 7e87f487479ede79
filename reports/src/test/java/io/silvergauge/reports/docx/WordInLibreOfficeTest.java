package io.silvergauge.reports.docx;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.reports.Styling;
import io.silvergauge.reports.Tool;
import io.silvergauge.reports.chart.ChartFont;
import io.silvergauge.reports.html.Samples;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Word documents as another program than Word shows them. */
class WordInLibreOfficeTest {
  private static final String[] FONTS = {ChartFont.REGULAR_FILE, ChartFont.BOLD_FILE};

  @TempDir static Path folder;

  /**
   * All documents in one start of the program, which finds a Chinese font whatever is installed.
   */
  @BeforeAll
  static void render() throws Exception {
    WordReports reports = new WordReports(Styling.SHIPPED);
    List<String> command =
        new ArrayList<>(
            List.of(
                Tool.required("soffice").toString(),
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
    for (Language language : Language.values()) {
      Map<String, byte[]> documents =
          Map.of(
              "city", reports.city(Samples.evaluation(), Samples.city(), language),
              "comparison",
                  reports.comparison(Samples.evaluation(), List.of(Samples.city()), language));
      for (Map.Entry<String, byte[]> document : documents.entrySet()) {
        Path file = folder.resolve(document.getKey() + "." + language.code() + ".docx");
        Files.write(file, document.getValue());
        command.add(file.toString());
      }
    }
    Path fonts = Files.createDirectories(folder.resolve("data/fonts"));
    for (int i = 0; i < FONTS.length; i++) {
      try (InputStream font = ChartFont.class.getClassLoader().getResourceAsStream(FONTS[i])) {
        Files.copy(font, fonts.resolve(i + ".ttf"));
      }
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile());
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    Process process = builder.start();
    boolean ended = process.waitFor(300, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("LibreOffice ended").isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("said.txt"))).isZero();
  }

  private static PDDocument rendered(String name) throws IOException {
    return Loader.loadPDF(folder.resolve(name + ".pdf").toFile());
  }

  private static String text(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"city.zh", "city.en", "comparison.zh", "comparison.en"})
  void everyPageShowsTextInFontsThatHaveIt(String name) throws Exception {
    try (InputStream file = ChartFont.class.getClassLoader().getResourceAsStream(FONTS[0]);
        PDDocument document = rendered(name)) {
      assertThat(document.getNumberOfPages()).isBetween(2, 40);
      for (PDPage page : document.getPages()) {
        for (COSName font : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(font).isEmbedded()).as(font.getName()).isTrue();
        }
      }
      Font chinese = Font.createFont(Font.TRUETYPE_FONT, file);
      assertThat(text(document).codePoints().filter(letter -> !Character.isWhitespace(letter)))
          .hasSizeGreaterThan(500)
          .allMatch(letter -> letter != 0xFFFD && chinese.canDisplay(letter));
    }
  }

  @Test
  void contentsAndChartsAreThere() throws IOException {
    try (PDDocument document = rendered("city.zh")) {
      String text = text(document);
      // Once in the contents, once as the heading.
      assertThat(text.split("指标结果", -1)).hasSizeGreaterThan(2);
      // Names along the axes of native charts are text in the page.
      assertThat(text.split("服务体系", -1).length).isGreaterThan(4);
    }
  }
}
