package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.scheme.Special;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.run.Due;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
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

  @Mixin private EvaluationOptions options;

  @Option(names = "--special", paramLabel = "NAMES", split = ",", descriptionKey = "option.special")
  private List<String> special = List.of();

  @Mixin private FormatOption format;
  @Mixin private WaitOption wait;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Console console = Console.of(spec.commandLine(), common);
    Evaluating evaluating = new Evaluating(console, common, options, format);
    RecordedRun run = new RecordedRun(console, common, "evaluate", folder);
    Assessment read =
        run.prepared(
            () -> {
              Assessment assessment = evaluating.read(folder);
              checkSpecial(assessment);
              options.wanted(assessment, spec, common);
              return assessment;
            });
    return run.call(
        "evaluate",
        wait.duration(),
        record -> {
          Assessment complete =
              evaluating.registered(folder, wait.duration().isZero() ? read : null);
          Due.Wish wish = evaluating.wish(complete, options.wanted(complete, spec, common));
          LocalDate date = date(complete);
          record.asked(wish.periods(), date);
          return evaluating.evaluate(wish, special, date, record);
        });
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
        .asOf(options.asOf())
        .orElseThrow(
            () ->
                new RunFailure(
                    ExitCode.GATE,
                    new Bilingual(
                        "没有任何报送，不予发布", "there are no deliveries, so nothing is published")));
  }
}
