package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that every command has. */
final class CommonOptions {
  @Option(
      names = "--out",
      defaultValue = "out",
      paramLabel = "FOLDER",
      descriptionKey = "option.out")
  private Path out;

  private String lang;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--verbose", descriptionKey = "option.verbose")
  private boolean verbose;

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
  void lang(String wanted) {
    if (Language.of(wanted).isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          Bilingual.of("--lang：“%s”无效，可用：zh, en", "--lang: '%s' is not one of: zh, en", wanted)
              .in(language()));
    }
    lang = wanted;
  }

  @Option(
      names = "--log",
      defaultValue = "text",
      paramLabel = "text|json",
      descriptionKey = "option.log")
  private Log log = Log.TEXT;

  /** What messages are written as. */
  enum Log {
    /** For a person. */
    TEXT,
    /** For a program that collects them. */
    JSON
  }

  /** Whether messages are JSON, an object a line. */
  boolean logsJson() {
    return log == Log.JSON;
  }

  /** The output folder. */
  Path out() {
    return out.toAbsolutePath().normalize();
  }

  boolean verbose() {
    return verbose;
  }

  /** The language that was asked for, if one was. */
  Optional<Language> wanted() {
    return Optional.ofNullable(lang).flatMap(Language::of);
  }

  /** The language of messages. */
  Language language() {
    String wanted = lang == null ? System.getProperty("silvergauge.language", "en") : lang;
    return Language.of(wanted).orElse(Language.EN);
  }
}
