package io.silvergauge.benchmarks;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.chart.ChartFont;
import io.silvergauge.reports.html.PageTemplates;
import io.silvergauge.reports.html.PaperReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * W7, the floor: as many documents of the same texts and numbers, by the format's library alone, on
 * all cores; {@link Floor} says what it leaves out. {@code LibraryReports FORMAT CONTENT TO} writes
 * them; {@code LibraryReports FORMAT CONTENT OURS CURRENT COUNT} takes before, untimed, what they
 * are to hold from the files that ours wrote.
 */
public final class LibraryReports {
  private static final ThreadLocal<TrueTypeFont[]> FONTS =
      ThreadLocal.withInitial(LibraryReports::fonts);

  private LibraryReports() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    ReportFormat format = ReportFormat.of(args[0]).orElseThrow();
    Path content = Files.createDirectories(Path.of(args[1]));
    Path folder = Files.createDirectories(Path.of(args[2]));
    List<Callable<Void>> tasks = new ArrayList<>();
    if (args.length == 3) {
      for (Path one : files(content)) {
        tasks.add(() -> write(one, format, folder));
      }
    } else if (format == ReportFormat.PDF) {
      for (List<ManyCities.One> quarter :
          ManyCities.of(Path.of(args[3]), Integer.parseInt(args[4]))) {
        quarter.forEach(city -> tasks.add(() -> page(city, content)));
      }
    } else {
      for (Path one : files(folder)) {
        tasks.add(() -> take(one, format, content));
      }
    }
    ManyCities.each(tasks);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** The page that ours sets, before it is set. */
  private static Void page(ManyCities.One city, Path content) throws IOException {
    Files.writeString(
        content.resolve(city.name()),
        new PaperReports(PageTemplates.SHIPPED)
            .city(city.evaluation(), city.read(), Language.ZH)
            .xhtml());
    return null;
  }

  private static Void take(Path ours, ReportFormat format, Path content) throws IOException {
    byte[] bytes = Files.readAllBytes(ours);
    Files.write(
        content.resolve(ours.getFileName()),
        EvaluationJson.write(
            switch (format) {
              case HTML -> Floor.texts(Files.readString(ours));
              case DOCX -> Floor.blocks(bytes);
              case XLSX -> Floor.cells(bytes);
              case PDF, DASHBOARD -> throw new IllegalStateException("nothing to take: " + ours);
            }));
    return null;
  }

  private static Void write(Path content, ReportFormat format, Path to) throws IOException {
    Files.write(
        to.resolve(content.getFileName()),
        switch (format) {
          case HTML -> Floor.pebble(read(content));
          case DOCX -> Floor.poi(read(content));
          case XLSX -> Floor.fastExcel(read(content));
          case PDF ->
              Floor.openHtmlToPdf(Files.readString(content), FONTS.get()[0], FONTS.get()[1]);
          case DASHBOARD -> throw new IllegalStateException("no library writes a dashboard");
        });
    return null;
  }

  private static Floor.Content read(Path content) throws IOException {
    return EvaluationJson.read(Files.readAllBytes(content), Floor.Content.class);
  }

  private static TrueTypeFont[] fonts() {
    try {
      return new TrueTypeFont[] {
        Floor.font(ChartFont.REGULAR_FILE), Floor.font(ChartFont.BOLD_FILE)
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
