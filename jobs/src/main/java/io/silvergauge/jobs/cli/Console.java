package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.FaultyFilesException;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.Progress;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.OtherVersionException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the program says to a person: results to standard output, everything else to standard error.
 */
final class Console {
  private static final int FAULTS_SHOWN = 100;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Language language;

  Console(PrintWriter out, PrintWriter err, Language language) {
    this.out = out;
    this.err = err;
    this.language = language;
  }

  /** The console of a command that picocli runs. */
  static Console of(CommandLine command, CommonOptions options) {
    return new Console(command.getOut(), command.getErr(), options.language());
  }

  /** The language asked for by {@code --lang}, else the caller's, else English. */
  static Language languageOf(String[] arguments) {
    List<String> all = Arrays.asList(arguments);
    int at = all.indexOf("--lang");
    String given =
        at >= 0 && at + 1 < all.size()
            ? all.get(at + 1)
            : all.stream()
                .filter(argument -> argument.startsWith("--lang="))
                .map(argument -> argument.substring("--lang=".length()))
                .findFirst()
                .orElse(System.getProperty("silvergauge.language", "en"));
    return Language.of(given).orElse(Language.EN);
  }

  static boolean isVerbose(String[] arguments) {
    return Arrays.asList(arguments).contains("--verbose");
  }

  Language language() {
    return language;
  }

  /** A result. */
  void print(String line) {
    out.println(line);
    out.flush();
  }

  /** A result in the user's language. */
  void print(Bilingual text) {
    print(text.in(language));
  }

  /** A message. */
  void say(Bilingual text) {
    err.println(text.in(language));
    err.flush();
  }

  /** One line a step, with a count that moves where there is a terminal to move it on. */
  Progress progress() {
    boolean moving = Boolean.getBoolean("silvergauge.terminal"); // the launcher knows
    return new Progress() {
      private String step = "";

      @Override
      public void begin(Bilingual text, int tasks) {
        step = text.in(language);
        show(step + " …", moving ? "" : "\n");
      }

      @Override
      public void advance(int done, int tasks) {
        if (moving) {
          show("\r" + step + " … " + done + "/" + tasks, "");
        }
      }

      @Override
      public void end() {
        if (moving) {
          show("\r" + step + " … ✓          ", "\n");
        }
      }

      private void show(String text, String end) {
        err.print(text + end);
        err.flush();
      }
    };
  }

  /** Tells why a command failed, and answers with its exit status. */
  int failed(Exception failure, boolean verbose) {
    ExitCode code = explain(failure);
    if (code == ExitCode.INTERNAL) {
      LoggerFactory.getLogger(Console.class).error("internal error", failure);
    }
    if (verbose) {
      failure.printStackTrace(err);
    }
    err.flush();
    return code.status();
  }

  /** A mistake in the words of a command, told in the user's language. */
  static CommandLine.ParameterException mistake(
      CommandSpec command, CommonOptions options, Bilingual text) {
    return new CommandLine.ParameterException(command.commandLine(), text.in(options.language()));
  }

  /** Tells what is wrong with the words of a command. */
  int misused(CommandLine.ParameterException failure) {
    err.println(failure.getMessage());
    say(
        Bilingual.of(
            "用法见：%s --help",
            "See: %s --help", failure.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE.status();
  }

  private ExitCode explain(Exception failure) {
    if (failure instanceof FaultyFilesException faulty) {
      faulty.faults().stream()
          .limit(FAULTS_SHOWN)
          .forEach(fault -> err.println(fault.in(language)));
      say(Bilingual.of("共 %d 处错误，未运行。", "Faults: %d. Nothing was run.", faulty.faults().size()));
      return ExitCode.USAGE;
    }
    if (failure instanceof RunFailure stopped) {
      say(stopped.text());
      return stopped.code();
    }
    if (failure instanceof InvalidValueException refused) {
      say(refused.text());
      return ExitCode.USAGE;
    }
    Optional<IOException> io = readingOrWriting(failure);
    if (io.isPresent() && io.get() instanceof OtherVersionException other) {
      say(other.text());
      return ExitCode.ENVIRONMENT;
    }
    if (io.isPresent()) {
      say(Bilingual.of("读写失败：%s", "Could not read or write: %s", described(io.get())));
      return ExitCode.ENVIRONMENT;
    }
    say(
        Bilingual.of(
            "程序内部错误：%s（加 --verbose 查看详情，日志在输出目录的 logs 中）",
            "Internal error: %s (--verbose shows more; the log is in the output folder's logs)",
            failure));
    return ExitCode.INTERNAL;
  }

  /** What reading or writing failed with, in a task of Spark's too. */
  private static Optional<IOException> readingOrWriting(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return Optional.of(io);
      }
    }
    return Optional.empty();
  }

  private static String described(IOException failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or folder";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": access denied";
    }
    if (failure instanceof FileSystemException file) {
      return file.getMessage();
    }
    return failure.toString();
  }
}
