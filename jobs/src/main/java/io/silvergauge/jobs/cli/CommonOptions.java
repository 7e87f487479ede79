package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Language;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {
  @Option(
      names = "--out",
      defaultValue = "out",
      paramLabel = "FOLDER",
      descriptionKey = "option.out")
  private Path out;

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
  private String lang;

  @Option(names = "--verbose", descriptionKey = "option.verbose")
  private boolean verbose;

  /** The output folder. */
  Path out() {
    return out.toAbsolutePath().normalize();
  }

  boolean verbose() {
    return verbose;
  }

  /** The language of messages. */
  Language language() {
    String wanted = lang == null ? System.getProperty("silvergauge.language", "en") : lang;
    return Language.of(wanted).orElse(Language.EN);
  }

  /**
   * Checks what picocli cannot.
   *
   * @throws IllegalArgumentException naming the option
   */
  void check() {
    if (lang != null && Language.of(lang).isEmpty()) {
      throw new IllegalArgumentException("--lang: '" + lang + "' is not one of: zh, en");
    }
  }
}
