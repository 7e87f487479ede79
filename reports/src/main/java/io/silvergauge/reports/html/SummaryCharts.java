package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation.Totals;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.chart.Datum;
import io.silvergauge.reports.chart.Radar;
import io.silvergauge.reports.chart.Trend;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the charts at the top of a city's page: its dimensions, and its totals over time. */
final class SummaryCharts {
  /** Two axes make no web. */
  private static final int LEAST_SPOKES = 3;

  private final SchemeView scheme;
  private final RegionEvaluation region;
  private final Wording wording;
  private final Scores scores;

  SummaryCharts(SchemeView scheme, RegionEvaluation region, Wording wording) {
    this.scheme = scheme;
    this.region = region;
    this.wording = wording;
    this.scores = new Scores(scheme, wording);
  }

  List<Picture> pictures() {
    List<Picture> pictures = new ArrayList<>();
    radar().ifPresent(pictures::add);
    totals().ifPresent(pictures::add);
    return pictures;
  }

  private Optional<Picture> radar() {
    List<Radar.Spoke> spokes = new ArrayList<>();
    for (GroupView group : scheme.groups()) {
      Optional<NodeScore> score = region.score(ResultKind.STANDING.code(), group.id());
      if (group.within().equals(Group.TOTAL) && score.isPresent()) {
        spokes.add(
            new Radar.Spoke(
                wording.name(group.name()),
                datum(score.get().score(), score.get().reason()),
                median(score.get().peerMedian())));
      }
    }
    boolean empty = spokes.stream().allMatch(spoke -> spoke.score() instanceof Datum.Gap);
    return empty || spokes.size() < LEAST_SPOKES
        ? Optional.empty()
        : Optional.of(
            Picture.of(
                new Radar(
                    wording.say(
                        "chart.radar.title", "full", wording.figures().exact(scheme.fullScore())),
                    spokes,
                    scheme.fullScore().doubleValue(),
                    new Radar.Words(wording.say("chart.own.score"), wording.say("chart.peers"))),
                "radar"));
  }

  private Optional<Picture> totals() {
    List<Trend.Line> lines = new ArrayList<>();
    add(lines, ResultKind.FULFILMENT, Totals::fulfilment, Totals::fulfilmentReason);
    add(lines, ResultKind.STANDING, Totals::standing, Totals::standingReason);
    boolean empty =
        lines.stream().flatMap(line -> line.data().stream()).allMatch(Datum.Gap.class::isInstance);
    return empty || region.history().size() < 2
        ? Optional.empty()
        : Optional.of(
            Picture.of(
                new Trend(
                    wording.say("chart.totals.title"),
                    Trend.HIGH,
                    TrendChart.times(
                        region.history().stream().map(Totals::period).toList(), wording),
                    lines,
                    List.of(),
                    TrendChart.words(wording)),
                "totals"));
  }

  private void add(
      List<Trend.Line> lines,
      ResultKind kind,
      Function<Totals, BigDecimal> total,
      Function<Totals, Bilingual> reason) {
    if (scheme.results().contains(kind.code())) {
      lines.add(
          new Trend.Line(
              wording.say("word." + kind.code()),
              region.history().stream()
                  .map(totals -> datum(total.apply(totals), reason.apply(totals)))
                  .toList()));
    }
  }

  /** A score, or why there is none; publications of older versions may not say. */
  private Datum datum(BigDecimal score, Bilingual reason) {
    if (score != null) {
      return new Datum.Amount(score.doubleValue(), scores.printed(score));
    }
    return new Datum.Gap(reason == null ? wording.say("chart.unexplained") : wording.text(reason));
  }

  private Datum median(BigDecimal median) {
    return median == null
        ? new Datum.Gap(wording.say("chart.median.none"))
        : new Datum.Amount(
            median.doubleValue(), wording.say("chart.median", "value", scores.printed(median)));
  }
}
