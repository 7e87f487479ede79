package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.run.Due;
import io.silvergauge.jobs.run.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code run}: evaluates what is due, as a timetable calls it; Spark starts only if something is.
 */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ASSESSMENT", descriptionKey = "parameter.assessment")
  private Path folder;

  @Mixin private EvaluationOptions options;

  @Option(names = "--dry-run", descriptionKey = "option.dry-run")
  private boolean dryRun;

  @Option(names = "--notify", paramLabel = "PROGRAM", descriptionKey = "option.notify")
  private Optional<Path> notify = Optional.empty();

  @Mixin private FormatOption format;
  @Mixin private WaitOption wait;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Console console = Console.of(spec.commandLine(), common);
    Evaluating evaluating = new Evaluating(console, common, options, format);
    if (dryRun) {
      return foretell(console, evaluating).status();
    }
    RecordedRun run = new RecordedRun(console, common, "run", folder, notify);
    Assessment read =
        run.prepared(
            () -> {
              Assessment assessment = evaluating.read(folder);
              options.wanted(assessment, spec, common);
              return assessment;
            });
    return run.call(
        "run",
        wait.duration(),
        record -> evaluate(console, evaluating, wait.duration().isZero() ? read : null, record));
  }

  private ExitCode evaluate(
      Console console, Evaluating evaluating, Assessment read, RunRecord record)
      throws IOException {
    Assessment assessment = evaluating.registered(folder, read);
    List<Period> wanted = options.wanted(assessment, spec, common);
    Due.Wish wish = evaluating.wish(assessment, wanted);
    Due due = Due.of(wish, evaluating.store(assessment), evaluating.output());
    record.due(due);
    due.waiting().forEach(console::say);
    if (due.isNothing()) {
      console.print(new Bilingual("没有需要发布的内容。", "Nothing to publish."));
      return ExitCode.OK;
    }
    due.reasons().forEach(console::say);
    return evaluating.evaluate(wish.of(due.periods()), List.of(), due.asOf().orElseThrow(), record);
  }

  /** Says what would happen and why; writes nothing. */
  private ExitCode foretell(Console console, Evaluating evaluating) throws IOException {
    Assessment assessment = evaluating.read(folder);
    List<Period> wanted = options.wanted(assessment, spec, common);
    List<String> registered =
        options.received().isEmpty() ? List.of() : Registration.registrable(assessment);
    Due due =
        Due.of(
            evaluating.wish(assessment, wanted), evaluating.store(assessment), evaluating.output());
    due.waiting().forEach(console::print);
    if (!registered.isEmpty()) {
      console.print(
          Bilingual.of(
              "将登记 %s 个文件，收到日期 %s，然后评估其所属时期",
              "%s files would be registered as received on %s and their periods evaluated",
              registered.size(),
              options.received().orElseThrow()));
    }
    due.reasons().forEach(console::print);
    console.print(
        due.isNothing()
            ? registered.isEmpty()
                ? new Bilingual("没有需要发布的内容。", "Nothing to publish.")
                : new Bilingual("此外没有到期的时期。", "Nothing else is due.")
            : Bilingual.of("将评估：%s", "Would evaluate: %s", names(due)));
    return ExitCode.OK;
  }

  private static String names(Due due) {
    return String.join(", ", due.periods().stream().map(Period::toString).toList());
  }
}
