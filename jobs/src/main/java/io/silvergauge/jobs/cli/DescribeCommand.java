package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.evaluate.SentFile;
import io.silvergauge.jobs.ingest.DraftDescription;
import io.silvergauge.jobs.ingest.ReadingContext;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code describe}: a first source description for a file that nobody has described. */
@Command(name = "describe", mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", descriptionKey = "parameter.describe")
  private Path file;

  @Option(
      names = "--assessment",
      paramLabel = "FOLDER",
      descriptionKey = "option.describe-assessment")
  private Path assessment;

  @Option(
      names = "--id",
      defaultValue = "new_source",
      paramLabel = "ID",
      descriptionKey = "option.describe-id")
  private String id;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!id.matches("[a-z][a-z0-9_-]{0,79}")) {
      throw Console.mistake(
          spec,
          common,
          Bilingual.of(
              "--id：“%s”应由小写字母、数字、_ 和 - 组成，以字母开头",
              "--id: '%s' must be small letters, digits, _ and -, beginning with a letter", id));
    }
    Console console = Console.of(spec.commandLine(), common);
    if (Files.size(file) > SentFile.MAX_BYTES) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "%s 有 %d 字节，上限为 %d 字节",
              "%s has %d bytes, the limit is %d", file, Files.size(file), SentFile.MAX_BYTES));
    }
    byte[] content = Files.readAllBytes(file);
    Assessment known = AssessmentReader.read(folder());
    DraftDescription.Draft draft;
    try {
      draft =
          DraftDescription.of(
              id,
              file.getFileName().toString(),
              content,
              ReadingContext.of(known.scheme(), known.regions()),
              known.sources().values());
    } catch (UnreadableFileException e) {
      Bilingual why = PersonalData.isIn(e.text().zh()) ? PersonalData.FOUND : e.text();
      throw new RunFailure(ExitCode.USAGE, Bilingual.of("%s：%s", "%s: %s", file, why));
    }
    console.print(draft.yaml().stripTrailing());
    if (draft.matched() == 0) {
      console.say(
          new Bilingual(
              "没有一列能对应到方案的统计量，请在 columns 中补上",
              "no column was matched to a statistic of the scheme; please fill in columns"));
    }
    return draft.matched() == 0 ? ExitCode.WITH_REJECTS.status() : ExitCode.OK.status();
  }

  /** The folder that was named, else the nearest above the file that is an assessment. */
  private Path folder() {
    if (assessment != null) {
      return assessment;
    }
    Path start = file.toAbsolutePath().normalize().getParent();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("assessment.yaml"))) {
        return folder;
      }
    }
    throw new RunFailure(
        ExitCode.USAGE,
        Bilingual.of(
            "%s 不在评估目录中；请用 --assessment 指明评估目录",
            "%s is not in an assessment folder; please name one with --assessment", file));
  }
}
