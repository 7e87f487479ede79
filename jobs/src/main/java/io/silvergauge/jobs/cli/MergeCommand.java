package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.Merge;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.Rendering;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.Styling;
import io.silvergauge.reports.html.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge}: published evaluations of several institutes as one comparison, without Spark. */
@Command(name = "merge", mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
  @Parameters(
      index = "0..*",
      arity = "2..*",
      paramLabel = "FOLDER",
      descriptionKey = "parameter.merge-folders")
  private List<Path> folders;

  @Option(
      names = "--period",
      required = true,
      paramLabel = "PERIOD",
      descriptionKey = "option.period-one")
  private Period period;

  @Option(names = "--to", paramLabel = "FOLDER", descriptionKey = "option.merge-to")
  private Path to;

  @Mixin private PrintOption print;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    List<Merge.Part> parts = new ArrayList<>();
    for (Path folder : folders) {
      PublishedPeriod published = PublishedPeriod.read(folder.toAbsolutePath().normalize(), period);
      List<RegionEvaluation> cities = new ArrayList<>();
      for (Evaluation.CityRow row : published.evaluation().cities()) {
        cities.add(published.city(row.code()));
      }
      parts.add(new Merge.Part(folder.toString(), published.evaluation(), cities));
    }
    Merge.Merged merged;
    try {
      merged = Merge.of(parts);
    } catch (InvalidValueException e) {
      throw new RunFailure(ExitCode.USAGE, e.text());
    }
    tellDates(console, parts);
    if (to != null) {
      write(merged);
    }
    print.print(listing(merged, parts), console);
    return ExitCode.OK.status();
  }

  /** Dates may differ; then a later delivery counts in one part and would not in another. */
  private static void tellDates(Console console, List<Merge.Part> parts) {
    Set<String> dates = new TreeSet<>();
    parts.forEach(part -> dates.add(part.evaluation().asOf()));
    if (dates.size() > 1) {
      console.say(
          Bilingual.of(
              "注意：各评估截至日期不同：%s",
              "Note: the evaluations are as of different dates: %s", String.join(", ", dates)));
    }
  }

  private static Listing listing(Merge.Merged merged, List<Merge.Part> parts) {
    Listing listing =
        new Listing()
            .text("code", "代码", "code")
            .text("name", "城市", "city")
            .number("rank", "名次", "rank")
            .number("standing", "水平", "standing")
            .number("fulfilment", "完成度", "fulfilment")
            .text("grade", "等级", "grade")
            .number("peer_rank", "同类名次", "among peers")
            .number("median", "中位", "median")
            .number("low", "区间起", "from")
            .number("high", "区间止", "to")
            .text("part", "来自", "from folder")
            .number("rank_in_part", "原名次", "rank there")
            .text("as_of", "截至", "as of");
    Map<String, Merge.Part> from = new TreeMap<>();
    Map<String, Integer> before = new TreeMap<>();
    for (Merge.Part part : parts) {
      for (Evaluation.CityRow row : part.evaluation().cities()) {
        from.put(row.code(), part);
        before.put(row.code(), row.rank() == null ? 0 : row.rank());
      }
    }
    Evaluation all = merged.evaluation();
    for (Evaluation.CityRow row : all.cities()) {
      Optional<Outlook.RankRange> ranks =
          all.outlook().city(row.code()).map(Outlook.CityOutlook::ranks);
      Integer there = before.get(row.code());
      listing.row(
          row.code(),
          row.name(),
          row.rank(),
          row.standing(),
          row.fulfilment(),
          grade(all.scheme(), row.grade()),
          row.peerRank(),
          ranks.map(Outlook.RankRange::median).orElse(null),
          ranks.map(Outlook.RankRange::low).orElse(null),
          ranks.map(Outlook.RankRange::high).orElse(null),
          from.get(row.code()).name(),
          there == 0 ? null : there,
          from.get(row.code()).evaluation().asOf());
    }
    return listing;
  }

  private static Listing.Code grade(SchemeView scheme, String id) {
    return scheme.grades().stream()
        .filter(grade -> grade.id().equals(id))
        .findFirst()
        .map(grade -> new Listing.Code(grade.id(), grade.name()))
        .orElse(null);
  }

  /** The merged model, each city's file, and the page that compares them. */
  private void write(Merge.Merged merged) throws IOException {
    Path target = Target.outside(common.out(), "--to", to);
    for (Path folder : folders) {
      Target.outside(folder, "--to", to);
    }
    if (Files.exists(target.resolve("publications")) || Files.exists(target.resolve("current"))) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of("--to 不能是输出目录 %s", "--to must not be an output folder: %s", target));
    }
    Storage files = new LocalStorage(target);
    files.write("evaluation.json", EvaluationJson.write(merged.evaluation()));
    for (RegionEvaluation city : merged.cities()) {
      files.write("evaluation/" + city.region().fileName() + ".json", EvaluationJson.packed(city));
    }
    Rendering by =
        new Rendering(Written.of(List.of(Language.values()), List.of()), Styling.SHIPPED);
    for (Language language : Language.values()) {
      files.write(
          "comparison." + language.code() + ".html",
          ReportFormat.HTML.comparison(merged.evaluation(), merged.cities(), language, by));
    }
  }
}
