package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.Rendering;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.html.TemplateFault;
import io.silvergauge.reports.html.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}: the pages of a published evaluation again, without Spark, into a folder. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Option(
      names = "--period",
      required = true,
      paramLabel = "P",
      descriptionKey = "option.period-one")
  private Period period;

  @Option(names = "--region", paramLabel = "CODE", descriptionKey = "option.region")
  private List<String> regions;

  @Option(
      names = "--special",
      paramLabel = "NAMES",
      split = ",",
      descriptionKey = "option.special-published")
  private List<String> special = List.of();

  @Option(names = "--to", required = true, paramLabel = "FOLDER", descriptionKey = "option.to")
  private Path to;

  @Option(
      names = "--edition",
      defaultValue = "ministry",
      paramLabel = "FOR",
      descriptionKey = "option.edition")
  private Edition edition;

  @Mixin private DocumentOption documents;
  @Mixin private FormatOption format;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try {
      return write();
    } catch (TemplateFault e) {
      throw new RunFailure(ExitCode.USAGE, e.text(), e);
    }
  }

  private int write() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    Path target = Target.outside(common.out(), "--to", to);
    PublishedPeriod published =
        PublishedPeriod.read(common.out(), period, special, Optional.empty());
    Evaluation evaluation = published.evaluation();
    Storage pages = new LocalStorage(target);
    Set<ReportFormat> formats = format.or(EnumSet.of(ReportFormat.HTML));
    List<Language> languages = languages(published, console.language());
    List<String> wanted =
        regions == null
            ? evaluation.cities().stream().map(Evaluation.CityRow::code).toList()
            : regions.stream().distinct().toList();
    wanted.forEach(published::row); // nothing is written where one of them takes no part
    boolean reports = documents.reports();
    // Documents stand alone in the folder: there is no report that they could lead to.
    Written written = Written.of(languages, reports ? wanted : List.of());
    Rendering by =
        new Rendering(reports && edition.compares() ? written : written.alone(), format.styling());
    int files =
        documents.write(
            published, edition, formats, languages, wanted, by.onAll(formats, languages), pages);
    if (reports) {
      files +=
          Cores.each(wanted, code -> writeCity(published, code, formats, languages, by, pages))
              .stream()
              .mapToInt(Integer::intValue)
              .sum();
    }
    Iterable<RegionEvaluation> all =
        () ->
            evaluation.cities().stream()
                .map(row -> edition.of(evaluation, read(published, row.code())).city())
                .iterator();
    Rendering among = by.onAll(formats, languages);
    boolean compares = edition.compares() && reports;
    for (ReportFormat as : compares ? formats : Set.<ReportFormat>of()) {
      for (Language language : as.apart(languages)) {
        pages.write(
            as.comparisonFile(language),
            as.comparison(edition.of(evaluation), all, language, among));
        files++;
      }
    }
    console.print(Bilingual.of("已写入 %d 份报告：%s", "Wrote %d reports to %s", files, target));
    return ExitCode.OK.status();
  }

  /** Writes the pages of a city; how many reports of it there are. */
  private int writeCity(
      PublishedPeriod published,
      String code,
      Set<ReportFormat> formats,
      List<Language> languages,
      Rendering by,
      Storage pages)
      throws IOException {
    int reports = 0;
    Edition.Seen seen = edition.of(published.evaluation(), published.city(code));
    String name = RegionEvaluation.City.fileName(code);
    for (ReportFormat as : formats) {
      for (Language language : languages) {
        Optional<byte[]> report = as.city(seen.evaluation(), seen.city(), language, by);
        if (report.isPresent()) {
          pages.write(as.cityFile(code, language), report.get());
          reports++;
        }
        Optional<byte[]> why = as.explanation(seen.evaluation(), seen.city(), language, by);
        if (why.isPresent()) {
          pages.write(name + ".explain." + language.code() + "." + as.code(), why.get());
        }
      }
    }
    return reports;
  }

  private static RegionEvaluation read(PublishedPeriod published, String code) {
    try {
      return published.city(code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one asked for; else those in which the period is published; else that of messages. */
  private List<Language> languages(PublishedPeriod published, Language otherwise)
      throws IOException {
    if (common.wanted().isPresent()) {
      return List.of(common.wanted().get());
    }
    List<Language> languages = new ArrayList<>();
    for (Language language : Language.values()) {
      for (ReportFormat as : ReportFormat.values()) {
        String page = as.comparisonFile(language);
        if (!as.isBilingual()
            && !languages.contains(language)
            && published.holds("reports/" + page)) {
          languages.add(language);
        }
      }
    }
    return languages.isEmpty() ? List.of(otherwise) : languages;
  }
}
