package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.explanation.Anchors;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;

/** Makes the table of dimensions of a city's page: groups in the order of the scheme, then all. */
final class DimensionTable {
  private final SchemeView scheme;
  private final RegionEvaluation region;
  private final Wording wording;
  private final Scores scores;

  DimensionTable(SchemeView scheme, RegionEvaluation region, Wording wording) {
    this.scheme = scheme;
    this.region = region;
    this.wording = wording;
    this.scores = new Scores(scheme, wording);
  }

  List<CityPage.DimensionRow> rows() {
    List<CityPage.DimensionRow> rows = new ArrayList<>();
    for (GroupView group : scheme.groups()) {
      if (group.within().isEmpty()) {
        addBelow(group, 0, rows);
        rows.add(row(group, 0));
      }
    }
    return rows;
  }

  /** A dimension after what lies below it; none where there is no such dimension. */
  List<CityPage.DimensionRow> rows(String dimension) {
    List<CityPage.DimensionRow> rows = new ArrayList<>();
    scheme.groups().stream()
        .filter(group -> group.id().equals(dimension))
        .forEach(
            group -> {
              addBelow(group, 1, rows);
              rows.add(row(group, 0));
            });
    return rows;
  }

  private void addBelow(GroupView above, int depth, List<CityPage.DimensionRow> rows) {
    for (GroupView group : scheme.groups()) {
      if (group.within().equals(above.id())) {
        rows.add(row(group, depth));
        addBelow(group, depth + 1, rows);
      }
    }
  }

  private CityPage.DimensionRow row(GroupView group, int depth) {
    return new CityPage.DimensionRow(
        wording.text(group.name()),
        depth,
        group.within().isEmpty(),
        why(ResultKind.FULFILMENT, group),
        scores.score(region.score(ResultKind.FULFILMENT.code(), group.id())),
        why(ResultKind.STANDING, group),
        scores.score(region.score(ResultKind.STANDING.code(), group.id())));
  }

  private static String why(ResultKind result, GroupView group) {
    return Anchors.of(Anchors.score(result.code(), group.id()));
  }
}
