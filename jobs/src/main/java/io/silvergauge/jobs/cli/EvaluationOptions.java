package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of the commands that evaluate an assessment. */
final class EvaluationOptions {
  @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period")
  private List<Period> periods;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "option.as-of")
  private LocalDate asOf;

  @Option(names = "--received", paramLabel = "DATE", descriptionKey = "option.received")
  private LocalDate received;

  @Option(names = "--strict", descriptionKey = "option.strict")
  private boolean strict;

  /** The date asked for. */
  Optional<LocalDate> asOf() {
    return Optional.ofNullable(asOf);
  }

  /** The day as of which files that no delivery names are registered. */
  Optional<LocalDate> received() {
    return Optional.ofNullable(received);
  }

  /** Whether gaps are told by the exit status. */
  boolean strict() {
    return strict;
  }

  /** Which of the assessment's periods are asked for. */
  List<Period> wanted(Assessment assessment, CommandSpec spec, CommonOptions common) {
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
