package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.RankTest;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.scheme.Robustness;
import io.silvergauge.indicators.scheme.Special;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.evaluate.SentTables;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.PublishedModel;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.html.Sent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
   * Finds a period in the publication that counts.
   *
   * @param out the output folder
   * @throws RunFailure if it is not published
   */
  static PublishedPeriod read(Path out, Period period) throws IOException {
    return read(out, period, List.of(), Optional.empty());
  }

  /**
   * Finds a period in the publication that counts, or in the one that was made as of a date.
   *
   * @param out the output folder
   * @param special what its special evaluation is about, as ids of dimensions, topics or
   *     indicators; empty for the comprehensive one
   * @throws RunFailure if it is not published, or in several ways as of that date
   */
  static PublishedPeriod read(
      Path out, Period period, Collection<String> special, Optional<LocalDate> asOf)
      throws IOException {
    String wanted =
        special.isEmpty() ? period.toString() : period + Evaluation.SPECIAL + Special.idOf(special);
    Storage storage = new LocalStorage(out);
    Publications publications = new Publications(storage);
    List<String> folders =
        asOf.isEmpty()
            ? publications.folderOf(wanted).stream().toList()
            : publications.foldersOf(wanted, asOf.get().toString());
    if (folders.isEmpty()) {
      throw new RunFailure(ExitCode.USAGE, notThere(out, wanted, asOf));
    }
    if (folders.size() > 1) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "时期 %s 截至 %s 有多个不同的评估：%s；请用 evaluate --as-of 使其中之一成为当前发布",
              "there are several different evaluations of %s as of %s: %s; run evaluate --as-of"
                  + " again, so that one of them is current",
              period,
              asOf.get(),
              String.join(", ", folders.stream().map(storage::location).toList())));
    }
    return new PublishedPeriod(
        storage,
        folders.get(0),
        PublishedModel.read(storage, folders.get(0) + "/evaluation.json", Evaluation.class));
  }

  private static Bilingual notThere(Path out, String wanted, Optional<LocalDate> asOf) {
    return asOf.isEmpty()
        ? Bilingual.of(
            "%s 中没有时期 %s 的评估，请先运行 evaluate",
            "%s holds no evaluation of %s; run evaluate first", out, wanted)
        : Bilingual.of(
            "%s 中没有时期 %s 截至 %s 的评估；可用 evaluate --as-of 重新得到",
            "%s holds no evaluation of %s as of %s; evaluate --as-of makes it again",
            out,
            wanted,
            asOf.get());
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

  /** Whether a file was published with it; the path is below the period's folder. */
  boolean holds(String file) throws IOException {
    return storage.exists(folder + "/" + file);
  }

  /** What its tables say beside the model. */
  Sent sent() throws IOException {
    return SentTables.read(storage, folder);
  }

  /** What a node of the rule book is called; its id where it has no name. */
  Bilingual name(String indicator) {
    return evaluation
        .scheme()
        .indicator(indicator)
        .map(SchemeView.IndicatorView::name)
        .orElse(Bilingual.same(indicator));
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
                unknown(
                    new Bilingual("城市", "city"),
                    code,
                    evaluation.cities().stream().map(Evaluation.CityRow::code).toList()));
  }

  /**
   * Says that something is not in this evaluation, and what was probably meant.
   *
   * @param what what was looked for
   * @param found how it was called
   * @param all what there is
   */
  RunFailure unknown(Bilingual what, String found, Collection<String> all) {
    return new RunFailure(
        ExitCode.USAGE,
        Bilingual.of(
            "%s 的评估中没有%s“%s”%s",
            "the evaluation of %s has no %s '%s'%s",
            evaluation.period(),
            what,
            found,
            Suggestion.nearest(found, all)));
  }

  /**
   * What was found out of a city.
   *
   * @throws RunFailure if it takes no part
   */
  RegionEvaluation city(String code) throws IOException {
    row(code);
    return PublishedModel.read(
        storage,
        folder + "/evaluation/" + RegionEvaluation.City.fileName(code) + ".json",
        RegionEvaluation.class);
  }

  /** All cities. */
  List<RegionEvaluation> cities() throws IOException {
    List<RegionEvaluation> cities = new ArrayList<>();
    for (Evaluation.CityRow row : evaluation.cities()) {
      cities.add(city(row.code()));
    }
    return cities;
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
    try {
      return new RankTest(
          evaluation.scheme(),
          asked.drawn(
              seed == null ? asked.seed() : seed,
              replications == null ? asked.replications() : replications),
          cities());
    } catch (InvalidValueException e) {
      throw new RunFailure(ExitCode.USAGE, e.text());
    }
  }
}
