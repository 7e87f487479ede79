package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.run.EndSignals;
import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program {@code silvergauge}. */
@Command(
    name = "silvergauge",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    resourceBundle = "io.silvergauge.jobs.cli.Messages",
    subcommands = {
      EvaluateCommand.class,
      RunCommand.class,
      StatusCommand.class,
      HistoryCommand.class,
      CheckCommand.class,
      DescribeCommand.class,
      ValidateCommand.class,
      SchemeCommand.class,
      TemplateCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      ExplainCommand.class,
      RobustnessCommand.class,
      WhatIfCommand.class,
      CoherenceCommand.class,
      TrendCommand.class,
      PeersCommand.class,
      AuditCommand.class,
      SampleCommand.class,
      DiffCommand.class,
      SignCommand.class,
      MergeCommand.class,
      VerifyCommand.class,
      TidyCommand.class,
      GenerateCommand.class
    })
public final class Main implements Runnable {
  /** Name and version as manifests print them. */
  static final String PROGRAM = "SilverGauge " + version();

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})([smh])");

  @Spec private CommandSpec spec;

  /** Runs a command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    EndSignals.install();
    if (System.getProperty("silvergauge.temporary") != null) { // the launcher made it
      new File(System.getProperty("java.io.tmpdir")).deleteOnExit(); // after all that is in it
    }
    System.exit(run(arguments, out, err));
  }

  /**
   * Runs a command.
   *
   * @return its exit status
   */
  static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    Language language = Console.languageOf(arguments);
    CommandLine line = new CommandLine(new Main());
    line.setResourceBundle(
        ResourceBundle.getBundle(
            "io.silvergauge.jobs.cli.Messages",
            language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    line.registerConverter(LocalDate.class, text -> date(text, language));
    line.registerConverter(Period.class, text -> period(text, language));
    line.registerConverter(Duration.class, text -> duration(text, language));
    line.registerConverter(Path.class, text -> path(text, language));
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    Console console = Console.of(out, err, arguments);
    line.setExecutionStrategy(
        parsed -> {
          try {
            prepare(parsed);
          } catch (RunFailure failure) {
            return console.failed(failure, Console.isVerbose(arguments));
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> console.failed(failure, Console.isVerbose(arguments)));
    line.setParameterExceptionHandler((failure, parsed) -> console.misused(failure));
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      return console.failed(RunFailure.outOfMemory(e), Console.isVerbose(arguments));
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Before any command that has more to do than to show its help. */
  private static void prepare(CommandLine.ParseResult parsed) {
    CommandLine.ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    if (command.isUsageHelpRequested() || command.isVersionHelpRequested()) {
      return;
    }
    for (CommandSpec mixin : command.commandSpec().mixins().values()) {
      if (mixin.userObject() instanceof CommonOptions common) {
        RunEnvironment.check();
        RunEnvironment.logsTo(common.out(), common.verbose());
      }
    }
  }

  private static Period period(String text, Language language) {
    try {
      return Period.parse(text);
    } catch (InvalidValueException e) {
      throw new TypeConversionException(e.text().in(language));
    }
  }

  /** An empty one, as of a variable that is not set, would be the working directory. */
  private static Path path(String text, Language language) {
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // told below
    }
    throw new TypeConversionException(
        Bilingual.of("“%s”不是路径", "'%s' is no path", text).in(language));
  }

  private static Duration duration(String text, Language language) {
    Matcher form = DURATION.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException(
          Bilingual.of(
                  "“%s”无效，应为时长，如 30s、10m、2h", "'%s' is not a duration such as 30s, 10m or 2h", text)
              .in(language));
    }
    long count = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  private static LocalDate date(String text, Language language) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          Bilingual.of("日期“%s”无效，应如 2023-12-31", "'%s' is not a date such as 2023-12-31", text)
              .in(language));
    }
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Tells the version. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {PROGRAM};
    }
  }
}
