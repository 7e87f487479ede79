package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.Styling;
import io.silvergauge.reports.docx.WordTemplate;
import io.silvergauge.reports.html.PageTemplates;
import io.silvergauge.reports.html.TemplateFault;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --format} of commands that write reports. */
final class FormatOption {
  /** Largest template of pages, in bytes; those that come with the program have up to 20,000. */
  static final long LARGEST = 1_000_000;

  /** Largest Word document taken as a template, in bytes. */
  static final long LARGEST_WORD = 16_000_000;

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

  @Option(names = "--templates", paramLabel = "FOLDER", descriptionKey = "option.templates")
  private Path pages;

  /**
   * What reports look like.
   *
   * @throws RunFailure if a file cannot be read, or is not what it should be
   */
  Styling styling() {
    return new Styling(word(), pages());
  }

  private WordTemplate word() {
    if (template == null) {
      return WordTemplate.NONE;
    }
    try {
      if (Files.size(template) > LARGEST_WORD) {
        throw refused("--docx-template", template, "超过 16 MB", "is larger than 16 MB", null);
      }
      return WordTemplate.of(Files.readAllBytes(template));
    } catch (InvalidValueException e) {
      throw refused("--docx-template", template, e.text().zh(), e.text().en(), e);
    } catch (IllegalArgumentException e) {
      throw refused(
          "--docx-template", template, "不是 Word 文档（.docx）", "is no Word document (.docx)", e);
    } catch (IOException e) {
      throw refused("--docx-template", template, "无法读取", "cannot be read", e);
    }
  }

  private PageTemplates pages() {
    if (pages == null) {
      return PageTemplates.SHIPPED;
    }
    Map<String, byte[]> files = new TreeMap<>();
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(pages)) {
      for (Path file : folder) {
        if (Files.isDirectory(file)) {
          throw refused(
              "--templates",
              file,
              "是目录，模板应直接放在所给目录下",
              "is a folder; templates lie in the folder that is given",
              null);
        }
        if (Files.size(file) > LARGEST) {
          throw refused("--templates", file, "超过 1 MB", "is larger than 1 MB", null);
        }
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
      if (files.isEmpty()) {
        throw refused("--templates", pages, "没有文件", "holds no file", null);
      }
      return PageTemplates.of(files);
    } catch (TemplateFault e) {
      throw new RunFailure(ExitCode.USAGE, e.text(), e);
    } catch (IOException e) {
      throw refused("--templates", pages, "无法读取", "cannot be read", e);
    }
  }

  private static RunFailure refused(
      String option, Path file, String zh, String en, Exception cause) {
    return new RunFailure(
        ExitCode.USAGE,
        Bilingual.of("%s：%s %s", "%s: %s %s", option, file, new Bilingual(zh, en)),
        cause);
  }

  /** The formats asked for, or others where none is. */
  Set<ReportFormat> or(Set<ReportFormat> others) {
    return formats.isEmpty() ? others : formats;
  }
}
