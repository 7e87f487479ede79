package io.silvergauge.jobs.cli;

import io.silvergauge.reports.ReportFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --format} of commands that write reports. */
final class FormatOption {
  private final Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--format", split = ",", paramLabel = "FORMAT", descriptionKey = "option.format")
  void formats(List<String> wanted) {
    for (String code : wanted) {
      formats.add(
          ReportFormat.of(code)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          command.commandLine(),
                          "--format: '%s' is not one of: %s"
                              .formatted(code, String.join(", ", ReportFormat.codes())))));
    }
  }

  /** The formats asked for, or others where none is. */
  Set<ReportFormat> or(Set<ReportFormat> others) {
    return formats.isEmpty() ? others : formats;
  }
}
