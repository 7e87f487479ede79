package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.RankTest;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.scheme.Robustness;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The published evaluation of one period, read without Spark. */
final class PublishedPeriod {
  private final Storage storage;
  private final String folder;
  private final Evaluation evaluation;

  private PublishedPeriod(Storage storage, String folder, Evaluation evaluation) {
    this.storage = storage;
    this.folder = folder;
    this.evaluation = evaluation;
  }

  /**
   * Finds a period in an output folder.
   *
   * @throws RunFailure if it is not published
   */
  static PublishedPeriod read(Path out, String period) throws IOException {
    String wanted;
    try {
      wanted = Period.parse(period).toString();
    } catch (IllegalArgumentException e) {
      throw new RunFailure(ExitCode.USAGE, Bilingual.same("PERIOD: " + e.getMessage()));
    }
    Storage storage = new LocalStorage(out);
    String folder =
        new Publications(storage)
            .folderOf(wanted, "")
            .orElseThrow(
                () ->
                    new RunFailure(
                        ExitCode.USAGE,
                        Bilingual.of(
                            "%s 中没有时期 %s 的评估，请先运行 evaluate",
                            "%s holds no evaluation of %s; run evaluate first", out, wanted)));
    return new PublishedPeriod(
        storage,
        folder,
        EvaluationJson.read(storage.read(folder + "/evaluation.json"), Evaluation.class));
  }

  Evaluation evaluation() {
    return evaluation;
  }

  /**
   * What is said of how sure it is.
   *
   * @throws RunFailure if it was published by a version that said nothing
   */
  Outlook outlook() {
    if (evaluation.outlook() == null) {
      throw new RunFailure(
          ExitCode.USAGE,
          new Bilingual(
              "该评估由旧版本发布，未含名次区间；请重新运行 evaluate",
              "it was published by a version that says nothing of this; run evaluate again"));
    }
    return evaluation.outlook();
  }

  /**
   * The row of a city.
   *
   * @throws RunFailure if it takes no part
   */
  Evaluation.CityRow row(String code) {
    return evaluation.cities().stream()
        .filter(city -> city.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new RunFailure(
                    ExitCode.USAGE,
                    Bilingual.of(
                        "%s 的评估中没有城市“%s”%s",
                        "'%2$s' is not in the evaluation of %1$s%3$s",
                        evaluation.period(),
                        code,
                        Suggestion.nearest(
                            code,
                            evaluation.cities().stream().map(Evaluation.CityRow::code).toList()))));
  }

  RegionEvaluation city(String code) throws IOException {
    row(code);
    return EvaluationJson.read(
        storage.read(folder + "/evaluation/" + RegionEvaluation.City.fileName(code) + ".json"),
        RegionEvaluation.class);
  }

  /**
   * Its ranks, ready to be drawn again.
   *
   * @param seed instead of the scheme's; null for the scheme's
   * @param replications instead of the scheme's; null for the scheme's
   * @throws RunFailure if that cannot be done
   */
  RankTest ranks(Long seed, Integer replications) throws IOException {
    Robustness asked = evaluation.scheme().robustness();
    if (asked == null) {
      throw new RunFailure(
          ExitCode.USAGE,
          new Bilingual("方案没有 robustness 一节", "the scheme has no section 'robustness'"));
    }
    List<RegionEvaluation> cities = new ArrayList<>();
    for (Evaluation.CityRow row : evaluation.cities()) {
      cities.add(city(row.code()));
    }
    try {
      return new RankTest(
          evaluation.scheme(),
          asked.drawn(
              seed == null ? asked.seed() : seed,
              replications == null ? asked.replications() : replications),
          cities);
    } catch (InvalidValueException e) {
      throw new RunFailure(ExitCode.USAGE, e.text());
    }
  }
}
