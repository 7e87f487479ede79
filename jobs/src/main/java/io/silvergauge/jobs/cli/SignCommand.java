package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.Signing;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.assessment.SignatureList;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.NamedPublication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code sign}: writes down in the assessment folder who stands for what is published. The next
 * evaluation prints it on every page; where it comes to something else, it is a draft again.
 */
@Command(name = "sign", mixinStandardHelpOptions = true)
final class SignCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ASSESSMENT", descriptionKey = "parameter.assessment")
  private Path folder;

  @Parameters(index = "1", paramLabel = "PERIOD", descriptionKey = "parameter.sign-period")
  private String period;

  @Option(names = "--who", required = true, paramLabel = "NAME", descriptionKey = "option.sign-who")
  private String who;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      descriptionKey = "option.sign-role")
  private String role;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      descriptionKey = "option.sign-date")
  private LocalDate date;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    AssessmentReader.read(folder);
    NamedPublication published = NamedPublication.find(new LocalStorage(common.out()), "current");
    if (!published.folders().contains(period)) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "未发布时期 %s；已发布：%s",
              "%s is not published; published are: %s", period, published.folders()));
    }
    Signing.Signature signature =
        new Signing.Signature(
            period, who.strip(), role.strip(), date.toString(), content(published));
    if (signature.who().isEmpty() || signature.role().isEmpty()) {
      throw new RunFailure(
          ExitCode.USAGE,
          new Bilingual("--who 和 --role 不能为空", "--who and --role must not be empty"));
    }
    write(signature);
    console.print(
        Bilingual.of(
            "%s（%s）于 %s 签署 %s，内容 %s，已记入 %s。再次运行 evaluate，即发布已签署的版本。",
            "%s (%s) signed on %s: %s, content %s, written to %s. Run evaluate again to publish it"
                + " signed.",
            signature.who(),
            signature.role(),
            signature.date(),
            period,
            signature.sha256(),
            folder.resolve(SignatureList.FILE)));
    return ExitCode.OK.status();
  }

  /** The hash of what is published, worked out anew from its files. */
  private String content(NamedPublication published) throws IOException {
    Evaluation evaluation = published.evaluation(period);
    List<RegionEvaluation> cities = new ArrayList<>();
    for (Evaluation.CityRow row : evaluation.cities()) {
      cities.add(published.city(period, row.code()));
    }
    String content = Signing.content(evaluation, cities);
    Signing said = evaluation.conduct().signing();
    if (said == null || !said.content().equals(content)) {
      throw new RunFailure(
          ExitCode.DIFFERENCE,
          Bilingual.of(
              "已发布的 %s 与其记录的内容哈希不符，不能签署；请运行 verify，并重新运行 evaluate",
              "what is published of %s is not what it says of itself, so it cannot be signed; run"
                  + " verify, then evaluate again",
              period));
    }
    return content;
  }

  /**
   * Adds a row, below whatever stands in the list already and in the order of its header. The list
   * is written beside and moved into its place, so that a run that dies leaves it as it was.
   */
  private void write(Signing.Signature one) throws IOException {
    Path file = folder.resolve(SignatureList.FILE);
    StringBuilder text = new StringBuilder();
    if (Files.exists(file)) {
      text.append(Files.readString(file));
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append("\r\n");
      }
    }
    CSVFormat format = CSVFormat.RFC4180;
    if (text.isEmpty()) {
      text.append(format.format(SignatureList.COLUMNS.toArray())).append("\r\n");
    }
    List<String> columns = SignatureList.columns(text.toString());
    text.append(format.format(columns.stream().map(column -> cell(one, column)).toArray()));
    Path beside = Files.createTempFile(folder, "." + SignatureList.FILE, "");
    try {
      Files.writeString(beside, text.append("\r\n"));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static String cell(Signing.Signature one, String column) {
    return switch (column) {
      case "period" -> one.period();
      case "who" -> one.who();
      case "role" -> one.role();
      case "date" -> one.date();
      case "sha256" -> one.sha256();
      default -> "";
    };
  }
}
