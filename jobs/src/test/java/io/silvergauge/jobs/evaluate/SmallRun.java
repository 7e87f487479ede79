package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.LocalSpark;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Storages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/** Evaluates an assessment that a test wrote, as the command does but for its words. */
final class SmallRun {
  private String master = "local[2]";
  private String asOf = "2024-01-31";
  private final Path folder;
  private final Path out;

  private SmallRun(Path folder, Path out) {
    this.folder = folder;
    this.out = out;
  }

  /** Of the folder's assessment into an output folder. */
  static SmallRun of(Path folder, Path out) {
    return new SmallRun(folder, out);
  }

  /** Of an assessment, which is written first. */
  static SmallRun of(SmallAssessment assessment, Path temp) {
    return new SmallRun(assessment.write(temp.resolve("assessment")), temp.resolve("out"));
  }

  SmallRun on(String otherMaster) {
    master = otherMaster;
    return this;
  }

  SmallRun asOf(String day) {
    asOf = day;
    return this;
  }

  /** The assessment. */
  Assessment assessment() {
    try {
      return AssessmentReader.read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Evaluates these periods. */
  EvaluationRun.Result evaluate(String... periods) {
    return LocalSpark.with(master, spark -> evaluate(spark, Progress.silent(), periods));
  }

  EvaluationRun.Result evaluate(JavaSparkContext spark, Progress progress, String... periods) {
    Assessment assessment = assessment();
    List<Period> wanted = Arrays.stream(periods).map(Period::parse).toList();
    try {
      return new EvaluationRun(
              assessment,
              Storages.open(assessment.store(), folder, out.resolve("store")),
              new LocalStorage(out),
              "SilverGauge test",
              progress)
          .run(spark, wanted, LocalDate.parse(asOf));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file or folder of what is published. */
  Path published(String path) {
    return out.resolve("current").resolve(path);
  }
}
