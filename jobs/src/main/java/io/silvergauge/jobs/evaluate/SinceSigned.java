package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.Signing;
import io.silvergauge.indicators.explanation.Movement;
import io.silvergauge.indicators.explanation.Movements;
import io.silvergauge.jobs.export.CsvTables;
import io.silvergauge.jobs.store.NamedPublication;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is another since somebody signed, and why: {@code changes.csv}. A signed publication is
 * never changed; the new one says itself in what it differs.
 */
final class SinceSigned {
  private static final List<String> COLUMNS =
      List.of(
          "region",
          "period",
          "figure",
          "name_zh",
          "name_en",
          "before",
          "after",
          "by",
          "kind",
          "because_zh",
          "because_en",
          "signed");

  private final Storage output;
  private final String program;
  private final Map<String, String> written;

  /**
   * Looks for what was signed.
   *
   * @param output where publications are
   * @param program name and version of the program that evaluates now
   * @param written hash of every file people wrote, by name
   */
  SinceSigned(Storage output, String program, Map<String, String> written) {
    this.output = output;
    this.program = program;
    this.written = written;
  }

  /**
   * The differences to what was signed last; none where nothing else was, or where that publication
   * is not in the output folder.
   *
   * @param cities those of the evaluation, by code
   */
  Optional<byte[]> table(Evaluation now, List<RegionEvaluation> cities) throws IOException {
    Signing signing = now.conduct().signing();
    if (signing == null || signing.signed() || signing.superseded().isEmpty()) {
      return Optional.empty();
    }
    Signing.Signature last = signing.superseded().get(signing.superseded().size() - 1);
    Optional<NamedPublication> before =
        NamedPublication.signed(output, now.folder(), last.sha256());
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Evaluation old = before.get().evaluation(now.folder());
    List<List<Object>> rows = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      String code = city.region().code();
      if (!before.get().has(now.folder(), code)) {
        rows.add(row(now, code, "city", "–", "+", last));
        continue;
      }
      Movements movements =
          new Movements(
              new Movements.Edition(
                  old,
                  before.get().city(now.folder(), code),
                  before.get().program(now.folder()),
                  before.get().written(now.folder())),
              new Movements.Edition(now, city, program, written));
      movements.all().forEach(one -> rows.add(row(now, one, last)));
    }
    for (Evaluation.CityRow city : old.cities()) {
      if (cities.stream().noneMatch(one -> one.region().code().equals(city.code()))) {
        rows.add(row(now, city.code(), "city", "+", "–", last));
      }
    }
    return Optional.of(CsvTables.table(COLUMNS, rows));
  }

  private static List<Object> row(
      Evaluation now,
      String region,
      String figure,
      String before,
      String after,
      Signing.Signature signed) {
    return Arrays.asList(
        region,
        now.period(),
        figure,
        null,
        null,
        before,
        after,
        null,
        null,
        null,
        null,
        said(signed));
  }

  private static List<Object> row(Evaluation now, Movement one, Signing.Signature signed) {
    String kinds =
        one.causes().stream().map(Movement.Cause::kind).distinct().collect(Collectors.joining(" "));
    String zh =
        one.causes().stream().map(cause -> cause.text().zh()).collect(Collectors.joining("；"));
    String en =
        one.causes().stream().map(cause -> cause.text().en()).collect(Collectors.joining("; "));
    return Arrays.asList(
        one.region(),
        now.period(),
        one.id(),
        one.title().zh(),
        one.title().en(),
        one.before(),
        one.after(),
        one.by(),
        kinds,
        zh,
        en,
        said(signed));
  }

  private static String said(Signing.Signature signed) {
    return signed.date() + " " + signed.sha256();
  }
}
