package io.silvergauge.reports.dashboard;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.html.Written;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the dashboard of an evaluation: one HTML file in both languages that is opened from disk
 * and asks nothing of any network. May be used by several threads.
 */
public final class Dashboards {
  private Dashboards() {}

  /**
   * The dashboard, the same bytes for the same evaluation.
   *
   * @param cities every city of the evaluation, in any order
   * @param written the pages of cities it may link to
   */
  public static byte[] of(
      Evaluation evaluation, Iterable<RegionEvaluation> cities, Written written) {
    List<RegionEvaluation> sorted = new ArrayList<>();
    cities.forEach(sorted::add);
    sorted.sort(Comparator.comparing(city -> city.region().code()));
    DashboardWords words = new DashboardWords(evaluation);
    return DashboardPage.of(
            words.title(), new DashboardModel(evaluation, sorted, words, written).json())
        .getBytes(StandardCharsets.UTF_8);
  }
}
