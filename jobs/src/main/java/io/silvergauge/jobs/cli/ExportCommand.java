package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.scheme.Special;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.evaluate.SentTables;
import io.silvergauge.jobs.star.Database;
import io.silvergauge.jobs.star.Evaluated;
import io.silvergauge.jobs.star.Star;
import io.silvergauge.jobs.star.StarSink;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.NamedPublication;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.html.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code export}: what is published as tables for other programs, without Spark. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private final Set<ExportFormat> formats = EnumSet.noneOf(ExportFormat.class);

  @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period-export")
  private List<Period> periods = List.of();

  @Option(
      names = "--special",
      paramLabel = "NAMES",
      split = ",",
      descriptionKey = "option.special-published")
  private List<String> special = List.of();

  @Option(
      names = "--edition",
      defaultValue = "ministry",
      paramLabel = "FOR",
      descriptionKey = "option.edition-export")
  private Edition edition;

  @Option(names = "--to", paramLabel = "FOLDER", descriptionKey = "option.to-export")
  private Path to;

  @Option(names = "--database", paramLabel = "FILE", descriptionKey = "option.database")
  private Path database;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      required = true,
      split = ",",
      paramLabel = "FORMAT",
      descriptionKey = "option.format-export")
  void formats(List<String> wanted) {
    for (String code : wanted) {
      formats.add(
          ExportFormat.of(code)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "--format: '%s' is not one of: %s"
                              .formatted(code, String.join(", ", ExportFormat.codes())))));
    }
  }

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    if (edition == Edition.CITY) {
      throw new RunFailure(
          ExitCode.USAGE,
          new Bilingual(
              "--edition：数据表只有 ministry 和 public 两版",
              "--edition: there are tables of the editions ministry and public only"));
    }
    if (to == null && formats.stream().anyMatch(ExportFormat::isFiles)) {
      throw new RunFailure(
          ExitCode.USAGE,
          new Bilingual("--to：写文件的格式需要目标文件夹", "--to: formats of files need a folder to write to"));
    }
    Storage storage = new LocalStorage(common.out());
    if (new Publications(storage).current().isEmpty()) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "%s 中没有已发布的评估，请先运行 evaluate",
              "%s holds nothing that is published; run evaluate first", common.out()));
    }
    NamedPublication publication = NamedPublication.find(storage, Publications.CURRENT);
    List<String> folders = folders(publication);
    Path target = to == null ? null : Target.outside(common.out(), "--to", to);
    for (ExportFormat format : formats) {
      try (StarSink sink = format.sink(target, environment())) {
        Star star = new Star(sink);
        for (String folder : folders) {
          star.add(evaluated(storage, publication, folder));
        }
        star.finish();
        sink.finish();
      }
      console.print(
          Bilingual.of(
              "%s：已导出的评估：%s",
              "%s: exported evaluations: %s", format.code(), String.join(", ", folders)));
    }
    return ExitCode.OK.status();
  }

  /** That of the process; the file asked for stands before the one it names. */
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (database != null) {
      environment.put(Database.FILE, database.toString());
    }
    return environment;
  }

  /** Those asked for; else all that are published, special ones left out. */
  private List<String> folders(NamedPublication publication) {
    String suffix = special.isEmpty() ? "" : Evaluation.SPECIAL + Special.idOf(special);
    Set<String> published = publication.folders();
    if (periods.isEmpty()) {
      List<String> all = new ArrayList<>();
      for (String folder : published) {
        boolean comprehensive = !folder.contains(Evaluation.SPECIAL);
        if (special.isEmpty() ? comprehensive : folder.endsWith(suffix)) {
          all.add(folder);
        }
      }
      if (!all.isEmpty()) {
        all.sort(Comparator.comparing(ExportCommand::periodOf));
        return all;
      }
    }
    List<String> wanted =
        periods.stream().distinct().sorted().map(period -> period + suffix).toList();
    for (String folder : wanted) {
      if (!published.contains(folder)) {
        throw notThere(folder, published);
      }
    }
    if (wanted.isEmpty()) {
      throw notThere("*" + suffix, published);
    }
    return wanted;
  }

  private static Period periodOf(String folder) {
    int special = folder.indexOf(Evaluation.SPECIAL);
    return Period.parse(special < 0 ? folder : folder.substring(0, special));
  }

  private static RunFailure notThere(String folder, Set<String> published) {
    return new RunFailure(
        ExitCode.USAGE,
        Bilingual.of(
            "没有发布 %s 的评估；已发布：%s",
            "there is no evaluation of %s; published are: %s",
            folder,
            String.join(", ", published)));
  }

  private Evaluated evaluated(Storage storage, NamedPublication publication, String folder)
      throws IOException {
    Evaluation evaluation = publication.evaluation(folder);
    Iterable<RegionEvaluation> cities =
        () ->
            evaluation.cities().stream()
                .map(Evaluation.CityRow::code)
                .sorted()
                .map(code -> edition.of(evaluation, city(publication, folder, code)).city())
                .iterator();
    Sent sent =
        edition == Edition.PUBLIC
            ? Sent.NOTHING
            : SentTables.read(storage, publication.path(folder));
    return new Evaluated(
        publication.name(),
        publication.program(folder),
        edition,
        edition.of(evaluation),
        cities,
        sent);
  }

  private static RegionEvaluation city(NamedPublication publication, String folder, String code) {
    try {
      return publication.city(folder, code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
