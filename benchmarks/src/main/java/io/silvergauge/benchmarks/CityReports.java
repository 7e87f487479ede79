package io.silvergauge.benchmarks;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.Rendering;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.Styling;
import io.silvergauge.reports.html.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * W7, ours: the reports of many cities in one format and Chinese, by the same calls as the program
 * makes in {@code evaluate}, on all cores, from published evaluations to files. Of formats that
 * have no report of a single city, such as a workbook, one of each quarter; of the dashboard, which
 * holds all quarters, the newest only. {@code CityReports FORMAT CURRENT COUNT TO}
 */
public final class CityReports {
  private static final Language LANGUAGE = Language.ZH;

  private final ReportFormat format;
  private final Path to;

  private CityReports(ReportFormat format, Path to) {
    this.format = format;
    this.to = to;
  }

  /** See the class. */
  public static void main(String[] args) throws IOException {
    ReportFormat format = ReportFormat.of(args[0]).orElseThrow();
    CityReports reports = new CityReports(format, Files.createDirectories(Path.of(args[3])));
    ManyCities.each(reports.tasks(ManyCities.of(Path.of(args[1]), Integer.parseInt(args[2]))));
  }

  private List<Callable<Void>> tasks(List<List<ManyCities.One>> quarters) {
    if (format == ReportFormat.DASHBOARD) {
      return List.of(() -> together(quarters.get(0)));
    }
    List<Callable<Void>> tasks = new ArrayList<>();
    for (List<ManyCities.One> quarter : quarters) {
      if (format == ReportFormat.XLSX) {
        tasks.add(() -> together(quarter));
      } else {
        quarter.forEach(city -> tasks.add(() -> alone(city)));
      }
    }
    return tasks;
  }

  private static Rendering by(Evaluation evaluation) {
    return new Rendering(Written.all(evaluation, List.of(LANGUAGE)), Styling.SHIPPED);
  }

  private Void alone(ManyCities.One city) throws IOException {
    RegionEvaluation region = city.read();
    Rendering by = by(city.evaluation());
    write(city.name(), format.city(city.evaluation(), region, LANGUAGE, by));
    write(city.name() + ".explain", format.explanation(city.evaluation(), region, LANGUAGE, by));
    return null;
  }

  private Void together(List<ManyCities.One> quarter) throws IOException {
    ManyCities.One first = quarter.get(0);
    Iterable<RegionEvaluation> cities = () -> quarter.stream().map(CityReports::read).iterator();
    Rendering by = by(first.evaluation());
    write(first.name(), Optional.of(format.comparison(first.evaluation(), cities, LANGUAGE, by)));
    return null;
  }

  private static RegionEvaluation read(ManyCities.One city) {
    try {
      return city.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, Optional<byte[]> content) throws IOException {
    if (content.isPresent()) {
      Files.write(to.resolve(name + "." + format.code()), content.get());
    }
  }
}
