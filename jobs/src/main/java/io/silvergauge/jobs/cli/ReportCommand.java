package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.html.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code report}: the pages of a published evaluation again, without Spark, into a folder. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Option(
      names = "--period",
      required = true,
      paramLabel = "P",
      descriptionKey = "option.period-one")
  private String period;

  @Option(names = "--region", paramLabel = "CODE", descriptionKey = "option.region")
  private List<String> regions;

  @Option(names = "--to", required = true, paramLabel = "FOLDER", descriptionKey = "option.to")
  private Path to;

  @Mixin private FormatOption format;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RunEnvironment.check();
    RunEnvironment.logsTo(common.out(), common.verbose());
    Console console = Console.of(spec.commandLine(), common);
    Path target = to.toAbsolutePath().normalize();
    checkPeriod();
    if (target.startsWith(common.out().resolve("current"))
        || real(target).startsWith(real(common.out().resolve("publications")))) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of("--to 不能指向发布目录 %s", "--to must not lead into a publication: %s", target));
    }
    Storage published = new LocalStorage(common.out());
    Storage pages = new LocalStorage(target);
    String folder = "current/" + period;
    if (!published.exists(folder + "/evaluation.json")) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "%s 中没有时期 %s 的评估，请先运行 evaluate",
              "%s holds no evaluation of %s; run evaluate first", common.out(), period));
    }
    Evaluation evaluation =
        EvaluationJson.read(published.read(folder + "/evaluation.json"), Evaluation.class);
    Set<ReportFormat> formats = format.or(EnumSet.of(ReportFormat.HTML));
    List<Language> languages = languages(published, folder + "/reports", console.language());
    List<String> wanted =
        regions == null
            ? evaluation.cities().stream().map(Evaluation.CityRow::code).toList()
            : regions.stream().distinct().toList();
    Written written = Written.of(languages, wanted);
    for (String code : wanted) {
      String name = RegionEvaluation.City.fileName(code);
      String file = folder + "/evaluation/" + name + ".json";
      if (!published.exists(file)) {
        throw new RunFailure(
            ExitCode.USAGE,
            Bilingual.of("%s 的评估中没有城市“%s”", "the evaluation of %s has no city '%s'", period, code));
      }
      RegionEvaluation city = EvaluationJson.read(published.read(file), RegionEvaluation.class);
      for (ReportFormat as : formats) {
        for (Language language : languages) {
          pages.write(
              name + "." + language.code() + "." + as.code(),
              as.city(evaluation, city, language, written));
        }
      }
    }
    for (ReportFormat as : formats) {
      for (Language language : languages) {
        pages.write(
            "comparison." + language.code() + "." + as.code(),
            as.comparison(evaluation, language, written));
      }
    }
    console.print(
        Bilingual.of(
            "已写入 %d 份报告：%s",
            "Wrote %d reports to %s",
            (wanted.size() + 1) * formats.size() * languages.size(),
            target));
    return ExitCode.OK.status();
  }

  /** The one asked for; else those in which the period is published; else that of messages. */
  private List<Language> languages(Storage published, String reports, Language otherwise)
      throws IOException {
    if (common.wanted().isPresent()) {
      return List.of(common.wanted().get());
    }
    List<Language> languages = new ArrayList<>();
    for (Language language : Language.values()) {
      for (ReportFormat as : ReportFormat.values()) {
        String page = "comparison." + language.code() + "." + as.code();
        if (!languages.contains(language) && published.exists(reports + "/" + page)) {
          languages.add(language);
        }
      }
    }
    return languages.isEmpty() ? List.of(otherwise) : languages;
  }

  private void checkPeriod() {
    try {
      Period.parse(period);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--period: " + e.getMessage());
    }
  }

  /** Where a path leads when links are followed, as far as it exists. */
  private static Path real(Path path) throws IOException {
    Path existing = path;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing.toRealPath().resolve(existing.relativize(path));
  }
}
