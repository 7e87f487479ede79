package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.scheme.Special;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.evaluate.EvaluationRun;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.Progress;
import io.silvergauge.jobs.evaluate.SparkContexts;
import io.silvergauge.jobs.evaluate.TaskCounter;
import io.silvergauge.jobs.run.Basis;
import io.silvergauge.jobs.run.Due;
import io.silvergauge.jobs.run.RunRecord;
import io.silvergauge.jobs.run.Scratch;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.jobs.store.Storages;
import io.silvergauge.jobs.store.StoreUsers;
import io.silvergauge.reports.Styling;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/** What {@code evaluate} and {@code run} do alike, with the output folder held. */
final class Evaluating {
  private final Console console;
  private final CommonOptions common;
  private final EvaluationOptions options;
  private final FormatOption format;
  private final Styling styling;

  /** A fault in a template is told here, before anything starts. */
  Evaluating(
      Console console, CommonOptions common, EvaluationOptions options, FormatOption format) {
    this.console = console;
    this.common = common;
    this.options = options;
    this.format = format;
    this.styling = format.styling();
  }

  /** The assessment in the formats asked for. */
  Assessment read(Path folder) throws IOException {
    Target.outsideOfData(folder, common.out());
    Assessment assessment = AssessmentReader.read(folder);
    return assessment.withFormats(format.or(assessment.formats()));
  }

  /**
   * The assessment with the files registered that {@code --received} asks to.
   *
   * @param read what was read of it just now; null to read it, after waiting for another run
   */
  Assessment registered(Path folder, Assessment read) throws IOException {
    Assessment assessment = read == null ? read(folder) : read;
    Optional<LocalDate> received = options.received();
    if (received.isEmpty() || assessment.unregistered().isEmpty()) {
      return assessment;
    }
    int added = Registration.register(assessment, received.get());
    console.say(
        Bilingual.of(
            "已在 data/deliveries.csv 登记 %d 个文件，收到日期 %s",
            "registered %d files in data/deliveries.csv as received on %s", added, received.get()));
    return read(folder);
  }

  /** What is asked for, as far as it decides what is due. */
  Due.Wish wish(Assessment assessment, List<Period> periods) {
    return new Due.Wish(assessment, periods, options.asOf(), styling.hashes(), Main.PROGRAM);
  }

  Storage store(Assessment assessment) {
    return Storages.open(assessment.store(), assessment.folder(), common.out().resolve("store"));
  }

  Storage output() {
    return new LocalStorage(common.out());
  }

  /**
   * Evaluates and publishes.
   *
   * @param special ids of a special evaluation; none for a comprehensive one
   */
  ExitCode evaluate(Due.Wish wish, List<String> special, LocalDate date, RunRecord record)
      throws IOException {
    Assessment assessment = wish.assessment();
    Storage store = store(assessment);
    if (!assessment.store().isEmpty()) {
      new StoreUsers(store).add(common.out());
    }
    Storage output = output();
    Basis before = Due.recorded(output);
    Progress progress = record.timing(console.progress());
    progress.begin(new Bilingual("启动 Spark", "starting Spark"), 1);
    EvaluationRun.Result result;
    try (Scratch scratch = Scratch.of(common.out());
        JavaSparkContext spark = SparkContexts.open(scratch.folder())) {
      progress.end();
      TaskCounter counter = new TaskCounter(progress);
      spark.sc().addSparkListener(counter);
      EvaluationRun run =
          new EvaluationRun(assessment, store, output, Main.PROGRAM, progress).styled(styling);
      result =
          (special.isEmpty() ? run : run.about(Special.of(assessment.scheme(), special)))
              .run(spark, wish.periods(), date);
      record.result(result, new Publications(output).currentName()); // Spark may still fail to end
      record.jobs(counter.jobs());
    }
    List<Period> made = special.isEmpty() ? wish.periods() : List.of();
    Due.remember(wish, date, made, before, store, output);
    return report(assessment, wish.periods(), result);
  }

  private ExitCode report(Assessment assessment, List<Period> wanted, EvaluationRun.Result result) {
    String newest = wanted.get(wanted.size() - 1).toString();
    Evaluation evaluation = result.evaluations().get(newest);
    new ResultTable(console).print(evaluation, result.rejects().get(newest), result.unused());
    result.tables().get(newest).lines().forEach(console::print);
    Language language =
        assessment.languages().contains(console.language())
            ? console.language()
            : assessment.languages().iterator().next();
    Path page =
        common
            .out()
            .resolve("current")
            .resolve(evaluation.folder())
            .resolve("reports")
            .resolve(assessment.formats().iterator().next().comparisonFile(language));
    console.print(
        result.changed()
            ? new Bilingual("已发布。", "Published.")
            : new Bilingual(
                "内容与已发布的相同，未作更改。", "This very content was published already; nothing changed."));
    console.print(Bilingual.of("请打开：%s", "Open: %s", page));
    return options.strict() && hasGaps(result) ? ExitCode.WITH_REJECTS : ExitCode.OK;
  }

  private static boolean hasGaps(EvaluationRun.Result result) {
    boolean rejects = result.rejects().values().stream().anyMatch(tally -> tally.refused() > 0);
    boolean withheld =
        result.evaluations().values().stream()
            .flatMap(evaluation -> evaluation.cities().stream())
            .anyMatch(Evaluating::withheld);
    return rejects || withheld;
  }

  private static boolean withheld(Evaluation.CityRow city) {
    return (city.fulfilmentCoverage() != null && city.fulfilment() == null)
        || (city.standingCoverage() != null && city.standing() == null);
  }
}
