package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.SchemeLibrary;
import io.silvergauge.indicators.scheme.SchemeReader;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.assessment.SchemeFolder;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code scheme}: the rule book, readable, and what differs between two. */
@Command(
    name = "scheme",
    mixinStandardHelpOptions = true,
    subcommands = {SchemeShowCommand.class, SchemeDiffCommand.class})
final class SchemeCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** The scheme of an assessment's folder, in a file, or shipped under a name. */
  static Scheme scheme(String name) throws IOException {
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      return AssessmentReader.read(path).scheme();
    }
    Path parent = path.toAbsolutePath().getParent();
    SchemeFolder folder = new SchemeFolder(parent);
    String own = Files.isRegularFile(path) ? path.getFileName().toString() : name;
    Optional<SchemeLibrary.SchemeFile> file = folder.find(own);
    if (file.isEmpty()) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "“%s”既不是评估目录或方案文件，也不是内置方案（contact-cities-2023）",
              "'%s' is neither an assessment's folder nor a scheme's file nor a shipped scheme"
                  + " (contact-cities-2023)",
              name));
    }
    Faults faults = new Faults();
    Optional<Scheme> scheme =
        SchemeReader.read(
            file.get().file(), file.get().content(), file.get().sha256(), folder, faults);
    faults.throwIfAny();
    return scheme.orElseThrow();
  }
}
