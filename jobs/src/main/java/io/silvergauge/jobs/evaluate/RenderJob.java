package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.Rendering;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.Styling;
import io.silvergauge.reports.html.TemplateFault;
import io.silvergauge.reports.html.Written;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Writes the pages and files of every city: cities are spread over Spark tasks. */
final class RenderJob {
  private static final int TASKS_A_CORE = 4;

  /** Folder of the reports for others than the ministry, below a period's. */
  static final String EDITIONS = "editions/";

  private RenderJob() {}

  /**
   * A city of one period that could not be written.
   *
   * @param cause what went wrong, in a line
   * @param status what a run ends with for it
   * @param trace where it went wrong
   */
  record Failure(String period, String region, String cause, ExitCode status, String trace)
      implements Serializable {
    static Failure of(RegionEvaluation city, Throwable cause) {
      return of(city.period(), city.region().code(), cause);
    }

    /** Something of a period, such as its comparison, that could not be written. */
    static Failure of(String period, String what, Throwable cause) {
      StringWriter trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace));
      return new Failure(
          period,
          what,
          cause instanceof FileSystemException || cause instanceof TemplateFault
              ? cause.getMessage()
              : cause.toString(),
          cause instanceof TemplateFault
              ? ExitCode.USAGE
              : cause instanceof IOException ? ExitCode.ENVIRONMENT : ExitCode.INTERNAL,
          trace.toString());
    }

    /** City and period, as messages name them. */
    String name() {
      return region + " " + period;
    }
  }

  /**
   * Writes the files of all cities below a staging folder.
   *
   * @param evaluations by period
   * @param cities the cities of all those periods
   * @param store what every machine sees
   * @return the cities that failed; the others are written
   */
  static List<Failure> run(
      JavaSparkContext spark,
      Map<String, Evaluation> evaluations,
      List<RegionEvaluation> cities,
      Set<Language> languages,
      Set<ReportFormat> formats,
      Set<Edition> editions,
      Styling styling,
      Storage store,
      Storage output,
      String staging,
      Progress progress)
      throws IOException {
    int tasks =
        Math.max(1, Math.min(cities.size(), spark.sc().defaultParallelism() * TASKS_A_CORE));
    progress.begin(Bilingual.of("生成 %d 份城市报告", "writing %d city reports", cities.size()), tasks);
    List<Language> wanted = new ArrayList<>(languages);
    List<ReportFormat> as = new ArrayList<>(formats);
    List<Edition> besides = new ArrayList<>(editions);
    spark.setJobDescription("render " + cities.size() + " cities");
    List<Failure> failures;
    try (Handover pages = Handover.of(spark, store, output, staging);
        Parcels parcels = Parcels.of(spark, true)) {
      Broadcast<Parcels.Parcel<TreeMap<String, Pages>>> shared =
          spark.broadcast(parcels.lasting(Pages.of(evaluations, wanted)));
      Storage to = pages.storage();
      String folder = pages.folder();
      JavaRDD<Failure> rendered =
          spark
              .parallelize(cities.stream().map(parcels::of).toList(), tasks)
              .flatMap(
                  city ->
                      parcels
                          .work(
                              () ->
                                  render(
                                      shared.value().content(),
                                      city.content(),
                                      wanted,
                                      as,
                                      besides,
                                      styling,
                                      to,
                                      folder))
                          .iterator());
      failures = // failures only
          Tasks.given(new Bilingual("生成报告", "writing reports"), to, rendered::collect);
      pages.take();
      shared.unpersist();
    }
    progress.end();
    return failures;
  }

  /** An evaluation, and what is written of it beside a city. */
  private record Pages(Evaluation evaluation, Written written) implements Serializable {
    static TreeMap<String, Pages> of(
        Map<String, Evaluation> evaluations, Collection<Language> languages) {
      TreeMap<String, Pages> pages = new TreeMap<>();
      evaluations.forEach(
          (period, one) -> pages.put(period, new Pages(one, Written.all(one, languages))));
      return pages;
    }
  }

  /** Writes one city; a failure is named, so that all failures of a run show at once. */
  private static List<Failure> render(
      Map<String, Pages> pages,
      RegionEvaluation city,
      List<Language> languages,
      List<ReportFormat> formats,
      List<Edition> editions,
      Styling styling,
      Storage output,
      String staging) {
    Evaluation evaluation = pages.get(city.period()).evaluation();
    Written written = pages.get(city.period()).written();
    String folder = staging + "/" + evaluation.folder() + "/";
    String name = city.region().fileName();
    Rendering by = new Rendering(written, styling);
    try {
      output.write(folder + "evaluation/" + name + ".json", EvaluationJson.packed(city));
      write(evaluation, city, languages, formats, by, output, folder + "reports/");
      for (Edition edition : editions) {
        Edition.Seen seen = edition.of(evaluation, city);
        Rendering own = new Rendering(edition.compares() ? written : written.alone(), styling);
        String below = folder + EDITIONS + edition.code() + "/";
        write(seen.evaluation(), seen.city(), languages, formats, own, output, below);
      }
      return List.of();
    } catch (OutOfMemoryError e) {
      throw RunFailure.outOfMemory(e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return List.of(Failure.of(city, e));
    }
  }

  private static void write(
      Evaluation evaluation,
      RegionEvaluation city,
      List<Language> languages,
      List<ReportFormat> formats,
      Rendering by,
      Storage output,
      String folder)
      throws IOException {
    String code = city.region().code();
    for (ReportFormat format : formats) {
      for (Language language : languages) {
        Optional<byte[]> report = format.city(evaluation, city, language, by);
        if (report.isPresent()) {
          output.write(folder + format.cityFile(code, language), report.get());
        }
        Optional<byte[]> why = format.explanation(evaluation, city, language, by);
        if (why.isPresent()) {
          output.write(
              folder
                  + city.region().fileName()
                  + ".explain."
                  + language.code()
                  + "."
                  + format.code(),
              why.get());
        }
      }
    }
  }
}
