package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.FaultyFilesException;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.Progress;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.run.LogLine;
import io.silvergauge.jobs.store.OtherVersionException;
import io.silvergauge.jobs.store.Publications;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private final boolean json;

  Console(PrintWriter out, PrintWriter err, Language language, boolean json) {
    this.out = out;
    this.err = err;
    this.language = language;
    this.json = json;
  }

  /** The console of a command line that is not read yet. */
  static Console of(PrintWriter out, PrintWriter err, String[] arguments) {
    boolean json = optionOf(arguments, "--log").filter("json"::equalsIgnoreCase).isPresent();
    return new Console(out, err, languageOf(arguments), json);
  }

  /** The console of a command that picocli runs. */
  static Console of(CommandLine command, CommonOptions options) {
    return new Console(command.getOut(), command.getErr(), options.language(), options.logsJson());
  }

  /** The language asked for by {@code --lang}, else the caller's, else English. */
  static Language languageOf(String[] arguments) {
    String given =
        optionOf(arguments, "--lang").orElse(System.getProperty("silvergauge.language", "en"));
    return Language.of(given).orElse(Language.EN);
  }

  private static Optional<String> optionOf(String[] arguments, String name) {
    List<String> all = Arrays.asList(arguments);
    int at = all.indexOf(name);
    return at >= 0 && at + 1 < all.size()
        ? Optional.of(all.get(at + 1))
        : all.stream()
            .filter(argument -> argument.startsWith(name + "="))
            .map(argument -> argument.substring(name.length() + 1))
            .findFirst();
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
    tell("message", text, Map.of());
  }

  /** The last line of a run: what became of it. */
  void end(String run, int status, Bilingual text) {
    tell("end", text, new TreeMap<>(Map.of("run", run, "exit", status)));
  }

  private void tell(String event, Bilingual text, Map<String, Object> more) {
    err.println(json ? LogLine.of(event, text, more) : text.in(language));
    err.flush();
  }

  /** One line a step, with a count that moves where there is a terminal to move it on. */
  Progress progress() {
    return json ? logged() : shown();
  }

  /** A line where a step begins, and one where it ends. */
  private Progress logged() {
    return new Progress() {
      private Bilingual step = Bilingual.EMPTY;

      @Override
      public void begin(Bilingual text, int tasks) {
        step = text;
        tell("step", text, Map.of("tasks", tasks));
      }

      @Override
      public void advance(int done, int tasks) {}

      @Override
      public void end() {
        tell("step_end", step, Map.of());
      }
    };
  }

  private Progress shown() {
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
    ExitCode code = codeOf(failure);
    explain(failure);
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
    error(Bilingual.same(failure.getMessage()));
    say(
        Bilingual.of(
            "用法见：%s --help",
            "See: %s --help", failure.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE.status();
  }

  /** The exit status that tells a failure. */
  static ExitCode codeOf(Exception failure) {
    if (failure instanceof RunFailure stopped) {
      return stopped.code();
    }
    if (failure instanceof FaultyFilesException
        || failure instanceof InvalidValueException
        || failure instanceof CommandLine.ParameterException) {
      return ExitCode.USAGE;
    }
    return readingOrWriting(failure).isPresent() ? ExitCode.ENVIRONMENT : ExitCode.INTERNAL;
  }

  private void explain(Exception failure) {
    if (failure instanceof FaultyFilesException faulty) {
      faulty.faults().stream()
          .limit(FAULTS_SHOWN)
          .forEach(fault -> error(new Bilingual(fault.in(Language.ZH), fault.in(Language.EN))));
      error(Bilingual.of("共 %d 处错误，未运行。", "Faults: %d. Nothing was run.", faulty.faults().size()));
      return;
    }
    Optional<IOException> io = readingOrWriting(failure);
    if (failure instanceof RunFailure stopped) {
      error(stopped.text());
    } else if (failure instanceof InvalidValueException refused) {
      error(refused.text());
    } else if (io.isPresent() && io.get() instanceof OtherVersionException other) {
      error(other.text());
    } else if (io.isPresent()) {
      error(Bilingual.of("读写失败：%s", "Could not read or write: %s", described(io.get())));
    } else {
      error(
          Bilingual.of(
              "程序内部错误：%s（加 --verbose 查看详情，日志在输出目录的 logs 中）",
              "Internal error: %s (--verbose shows more; the log is in the output folder's logs)",
              failure));
    }
  }

  private void error(Bilingual text) {
    tell("error", text, Map.of());
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
      return missing.getFile()
          + (Publications.isOfRemoved(Path.of(missing.getFile()))
              ? ": its publication was removed meanwhile (tidy); run the command again"
              : ": no such file or folder");
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": access denied";
    }
    if (failure instanceof FileSystemException file) {
      return file.getMessage();
    }
    return failure.toString() + where(failure);
  }

  /** Spark and what it uses do not say which file a full disk did not take; most are temporary. */
  private static String where(IOException failure) {
    File temporary = new File(System.getProperty("java.io.tmpdir"));
    return String.valueOf(failure.getMessage()).contains("No space left on device")
        ? " (temporary files are in %s, where %s bytes are free)"
            .formatted(temporary, Long.toString(temporary.getUsableSpace()))
        : "";
  }
}
