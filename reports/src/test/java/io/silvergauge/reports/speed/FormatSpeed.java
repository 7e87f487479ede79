package io.silvergauge.reports.speed;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.Styling;
import io.silvergauge.reports.docx.WordReports;
import io.silvergauge.reports.html.HtmlReports;
import io.silvergauge.reports.html.PageTemplates;
import io.silvergauge.reports.html.PaperReports;
import io.silvergauge.reports.html.Written;
import io.silvergauge.reports.pdf.PdfReports;
import io.silvergauge.reports.xlsx.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Measures each format against what its library needs alone for the same content; run by hand, see
 * docs/performance.md. Arguments: the folder of a published period, a city's code, rounds, and if
 * wanted the formats. Ours and the floor take turns, on two threads each; medians are printed. The
 * first round is not counted.
 */
public final class FormatSpeed {
  private static final int THREADS = 2;
  private static final int A_ROUND = 4;

  private static final ThreadLocal<TrueTypeFont[]> FONTS =
      ThreadLocal.withInitial(FormatSpeed::fonts);

  private FormatSpeed() {}

  /** Something to measure: how many units (pages, documents, sheets) a piece of work makes. */
  private record Case(String name, int units, Callable<?> ours, Callable<?> floor) {}

  /** Prints a line a format. */
  public static void main(String[] arguments) throws Exception {
    Path period = Path.of(arguments[0]);
    String code = arguments[1];
    int rounds = Integer.parseInt(arguments[2]);
    Evaluation evaluation = read(period.resolve("evaluation.json"), Evaluation.class);
    RegionEvaluation city =
        read(period.resolve("evaluation/" + code + ".json"), RegionEvaluation.class);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<String> wanted = List.of(arguments).subList(3, arguments.length);
    for (Case measured : cases(evaluation, city)) {
      if (!wanted.isEmpty() && wanted.stream().noneMatch(measured.name()::startsWith)) {
        continue;
      }
      double[] ours = new double[rounds];
      double[] floor = new double[rounds];
      for (int round = -1; round < rounds; round++) {
        double one = seconds(threads, measured.ours());
        double other = seconds(threads, measured.floor());
        if (round >= 0) {
          ours[round] = one;
          floor[round] = other;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-32s %8.1f a second, library alone %8.1f, %.2f of its time%n",
          measured.name(),
          A_ROUND * measured.units() / median(ours),
          A_ROUND * measured.units() / median(floor),
          median(ours) / median(floor));
    }
    threads.shutdown();
  }

  private static List<Case> cases(Evaluation evaluation, RegionEvaluation city) throws IOException {
    Language language = Language.ZH;
    Written written = Written.all(evaluation, List.of(language));
    String html = new HtmlReports().city(evaluation, city, language, written);
    List<List<String>> texts = Floor.texts(html);
    String xhtml = new PaperReports(PageTemplates.SHIPPED).city(evaluation, city, language).xhtml();
    byte[] pdf = new PdfReports().city(evaluation, city, language);
    int pages;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      pages = document.getNumberOfPages();
    }
    WordReports word = new WordReports(Styling.SHIPPED);
    List<Floor.Block> blocks = Floor.blocks(word.city(evaluation, city, language));
    List<List<List<Object>>> cells = Floor.cells(Workbooks.of(evaluation, List.of(city), language));
    return List.of(
        new Case(
            "HTML, documents / Pebble",
            1,
            () -> new HtmlReports().city(evaluation, city, language, written),
            () -> Floor.pebble(texts)),
        new Case(
            "PDF, pages / openhtmltopdf",
            pages,
            () -> new PdfReports().city(evaluation, city, language),
            () -> Floor.openHtmlToPdf(xhtml, FONTS.get()[0], FONTS.get()[1])),
        new Case(
            "DOCX, documents / POI",
            1,
            () -> word.city(evaluation, city, language),
            () -> Floor.poi(blocks)),
        new Case(
            "XLSX, sheets / fastexcel",
            cells.size(),
            () -> Workbooks.of(evaluation, List.of(city), language),
            () -> Floor.fastExcel(cells)));
  }

  private static double seconds(ExecutorService threads, Callable<?> work) throws Exception {
    long start = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < A_ROUND; i++) {
      running.add(threads.submit(work));
    }
    for (Future<?> one : running) {
      one.get();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static TrueTypeFont[] fonts() {
    try {
      return new TrueTypeFont[] {
        Floor.font(io.silvergauge.reports.chart.ChartFont.REGULAR_FILE),
        Floor.font(io.silvergauge.reports.chart.ChartFont.BOLD_FILE)
      };
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static <T> T read(Path file, Class<T> type) throws IOException {
    return EvaluationJson.read(Files.readAllBytes(file), type);
  }
}
