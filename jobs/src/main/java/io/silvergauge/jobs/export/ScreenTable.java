package io.silvergauge.jobs.export;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.screen.Screens;
import io.silvergauge.indicators.screen.Suspicion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes {@code screens.csv}: claims worth a visit. */
public final class ScreenTable {
  private ScreenTable() {}

  /** A row a suspicion, by city as given, indicator, statistic; none where there is none. */
  public static Optional<byte[]> of(Evaluation evaluation, Collection<RegionEvaluation> cities) {
    List<List<Object>> rows = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      for (Suspicion one : Screens.of(evaluation.scheme(), city)) {
        rows.add(
            Arrays.asList(
                city.region().code(),
                city.period(),
                one.kind().code(),
                one.subject(),
                one.region(),
                one.message().zh(),
                one.message().en()));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CsvTables.table(
                List.of(
                    "city", "period", "screen", "subject", "region", "message_zh", "message_en"),
                rows));
  }
}
