package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.html.HtmlReports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Writes the pages and files of every city: cities are spread over Spark tasks. */
final class RenderJob {
  private static final int TASKS_A_CORE = 4;

  private RenderJob() {}

  /** A city of one period that could not be written. */
  record Failure(String period, String region, String trace) implements Serializable {}

  /**
   * Writes the files of all cities below a staging folder.
   *
   * @param evaluations by period
   * @param cities the cities of all those periods
   * @return the cities that failed; the others are written
   */
  static List<Failure> run(
      JavaSparkContext spark,
      Map<String, Evaluation> evaluations,
      List<RegionEvaluation> cities,
      Set<Language> languages,
      Storage output,
      String staging,
      Progress progress) {
    int tasks =
        Math.max(1, Math.min(cities.size(), spark.sc().defaultParallelism() * TASKS_A_CORE));
    progress.begin(Bilingual.of("生成 %d 份城市报告", "writing %d city reports", cities.size()), tasks);
    Broadcast<TreeMap<String, Evaluation>> shared = spark.broadcast(new TreeMap<>(evaluations));
    List<Language> wanted = new ArrayList<>(languages);
    spark.setJobDescription("render " + cities.size() + " cities");
    List<Failure> failures =
        spark
            .parallelize(cities, tasks)
            .flatMap(
                city ->
                    render(shared.value().get(city.period()), city, wanted, output, staging)
                        .iterator())
            .collect(); // failures only
    shared.unpersist();
    progress.end();
    return failures;
  }

  /** Writes one city; a failure is named, so that all failures of a run show at once. */
  private static List<Failure> render(
      Evaluation evaluation,
      RegionEvaluation city,
      List<Language> languages,
      Storage output,
      String staging)
      throws IOException {
    String folder = staging + "/" + city.period() + "/";
    String code = city.region().code();
    String name = city.region().fileName();
    try {
      output.write(folder + "evaluation/" + name + ".json", EvaluationJson.write(city));
      HtmlReports reports = new HtmlReports();
      for (Language language : languages) {
        output.write(
            folder + "reports/" + name + "." + language.code() + ".html",
            reports.city(evaluation, city, language).getBytes(StandardCharsets.UTF_8));
      }
      return List.of();
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return List.of(new Failure(city.period(), code, trace.toString()));
    }
  }
}
