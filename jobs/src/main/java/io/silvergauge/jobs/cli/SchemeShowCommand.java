package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.reports.rulebook.RuleBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scheme show}: the rule book as a page that people read. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class SchemeShowCommand implements Callable<Integer> {
  /** How the rule book is written. */
  enum Format {
    MD,
    HTML
  }

  @Parameters(paramLabel = "ASSESSMENT|SCHEME", descriptionKey = "parameter.scheme")
  private String name;

  @Option(
      names = "--format",
      defaultValue = "md",
      paramLabel = "md|html",
      descriptionKey = "option.scheme-format")
  private Format format;

  @Option(names = "--to", paramLabel = "FILE", descriptionKey = "option.scheme-to")
  private Path to;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    RuleBook book = RuleBook.of(SchemeCommand.scheme(name), common.language());
    String text = format == Format.HTML ? book.html() : book.markdown();
    if (to == null) {
      console.print(text.stripTrailing());
    } else {
      Files.write(to, text.getBytes(StandardCharsets.UTF_8));
      console.say(Bilingual.of("已写入 %s", "written to %s", to));
    }
    return ExitCode.OK.status();
  }
}
