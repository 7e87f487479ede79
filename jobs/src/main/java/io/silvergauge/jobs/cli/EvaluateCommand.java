package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.scheme.Special;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.evaluate.EvaluationRun;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.Progress;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.evaluate.SparkContexts;
import io.silvergauge.jobs.evaluate.TaskCounter;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.RunLock;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.jobs.store.Storages;
import io.silvergauge.reports.Styling;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate}: from the files of an assessment to a publication. */
@Command(name = "evaluate", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ASSESSMENT", descriptionKey = "parameter.assessment")
  private Path folder;

  @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period")
  private List<Period> periods;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "option.as-of")
  private LocalDate asOf;

  @Option(names = "--received", paramLabel = "DATE", descriptionKey = "option.received")
  private LocalDate received;

  @Option(names = "--special", paramLabel = "NAMES", split = ",", descriptionKey = "option.special")
  private List<String> special = List.of();

  @Mixin private FormatOption format;
  private Styling styling = Styling.SHIPPED;

  @Option(names = "--strict", descriptionKey = "option.strict")
  private boolean strict;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    Assessment assessment = AssessmentReader.read(folder);
    List<Period> wanted = wanted(assessment);
    styling = format.styling(); // a fault in it is told before anything starts
    checkSpecial(assessment);
    Optional<RunLock> lock = RunLock.take(common.out());
    if (lock.isEmpty()) {
      throw new RunFailure(
          ExitCode.OTHER_RUN,
          Bilingual.of("另一个运行正在使用输出目录 %s", "another run is at work in %s", common.out()));
    }
    try (RunLock held = lock.get();
        RunRecord record = RunRecord.begin(common.out(), "evaluate", folder)) {
      Assessment complete = registered(console, assessment);
      return run(console, complete, wanted, date(complete), record);
    }
  }

  /** Names that the rule book does not have are told before anything starts. */
  private void checkSpecial(Assessment assessment) {
    if (!special.isEmpty()) {
      try {
        Special.of(assessment.scheme(), special);
      } catch (InvalidValueException e) {
        throw new RunFailure(
            ExitCode.USAGE, Bilingual.of("--special：%s", "--special: %s", e.text()));
      }
    }
  }

  private LocalDate date(Assessment assessment) {
    return assessment
        .asOf(Optional.ofNullable(asOf))
        .orElseThrow(
            () ->
                new RunFailure(
                    ExitCode.GATE,
                    new Bilingual(
                        "没有任何报送，不予发布", "there are no deliveries, so nothing is published")));
  }

  private int run(
      Console console, Assessment assessment, List<Period> wanted, LocalDate date, RunRecord record)
      throws IOException {
    Storage store =
        Storages.open(assessment.store(), assessment.folder(), common.out().resolve("store"));
    Progress progress = record.timing(console.progress());
    progress.begin(new Bilingual("启动 Spark", "starting Spark"), 1);
    EvaluationRun.Result result;
    try (JavaSparkContext spark = SparkContexts.open()) {
      progress.end();
      TaskCounter counter = new TaskCounter(progress);
      spark.sc().addSparkListener(counter);
      EvaluationRun run =
          new EvaluationRun(
                  assessment, store, new LocalStorage(common.out()), Main.PROGRAM, progress)
              .styled(styling);
      result =
          (special.isEmpty() ? run : run.about(Special.of(assessment.scheme(), special)))
              .run(spark, wanted, date);
      record.jobs(counter.jobs());
    }
    record.result(result);
    return report(console, assessment, wanted, result);
  }

  private int report(
      Console console, Assessment assessment, List<Period> wanted, EvaluationRun.Result result) {
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
    return strict && hasGaps(result) ? ExitCode.WITH_REJECTS.status() : ExitCode.OK.status();
  }

  private static boolean hasGaps(EvaluationRun.Result result) {
    boolean rejects = result.rejects().values().stream().anyMatch(tally -> tally.refused() > 0);
    boolean withheld =
        result.evaluations().values().stream()
            .flatMap(evaluation -> evaluation.cities().stream())
            .anyMatch(EvaluateCommand::withheld);
    return rejects || withheld;
  }

  private static boolean withheld(Evaluation.CityRow city) {
    return (city.fulfilmentCoverage() != null && city.fulfilment() == null)
        || (city.standingCoverage() != null && city.standing() == null);
  }

  /** The assessment with the files registered that {@code --received} asks to. */
  private Assessment registered(Console console, Assessment read) throws IOException {
    Assessment assessment = read;
    if (received != null && !assessment.unregistered().isEmpty()) {
      int added = Registration.register(assessment, received);
      console.say(
          Bilingual.of(
              "已在 data/deliveries.csv 登记 %d 个文件，收到日期 %s",
              "registered %d files in data/deliveries.csv as received on %s", added, received));
      assessment = AssessmentReader.read(folder);
    }
    return assessment.withFormats(format.or(assessment.formats()));
  }

  private List<Period> wanted(Assessment assessment) {
    if (periods == null) {
      return assessment.periods();
    }
    Set<Period> wanted = new TreeSet<>(periods);
    for (Period period : wanted) {
      if (!assessment.periods().contains(period)) {
        throw Console.mistake(
            spec,
            common,
            Bilingual.of(
                "--period：%s 不在评估的时期 %s 之中",
                "--period: %s is not among the assessment's periods %s",
                period,
                assessment.periods()));
      }
    }
    return List.copyOf(wanted);
  }
}
