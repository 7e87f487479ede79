package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.docx.WordTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Option(names = "--docx-template", paramLabel = "FILE", descriptionKey = "option.docx-template")
  private Path template;

  /**
   * Whose styles Word documents get.
   *
   * @throws RunFailure if the file cannot be read or is no Word document
   */
  WordTemplate template() {
    if (template == null) {
      return WordTemplate.NONE;
    }
    try {
      return WordTemplate.of(Files.readAllBytes(template));
    } catch (IllegalArgumentException e) {
      throw refused("不是 Word 文档（.docx）", "is no Word document (.docx)", e);
    } catch (IOException e) {
      throw refused("无法读取", "cannot be read", e);
    }
  }

  private RunFailure refused(String zh, String en, Exception cause) {
    return new RunFailure(
        ExitCode.USAGE,
        Bilingual.of("--docx-template：%s " + zh, "--docx-template: %s " + en, template),
        cause);
  }

  /** The formats asked for, or others where none is. */
  Set<ReportFormat> or(Set<ReportFormat> others) {
    return formats.isEmpty() ? others : formats;
  }
}
