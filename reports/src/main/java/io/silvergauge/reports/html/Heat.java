package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Evaluation.CityRow;
import io.silvergauge.indicators.evaluation.Evaluation.IndicatorScore;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.reports.chart.HeatMap;
import io.silvergauge.reports.text.Figures;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes the overview of how each city stands in each indicator: charts, and the same as a table.
 */
final class Heat {
  /** More cities than these stand in several charts below each other. */
  private static final int WIDEST = 40;

  /** As many equal steps as the chart has. */
  private static final int STEPS = 5;

  /** How many indicators one picture shows. */
  private static final int TALLEST = 34;

  private static final BigDecimal SMALLEST = new BigDecimal("0.1");

  private final Evaluation evaluation;
  private final SchemeView scheme;
  private final Wording wording;

  Heat(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.scheme = evaluation.scheme();
    this.wording = wording;
  }

  /** None where no indicator takes part in the standing of any city. */
  Optional<ComparisonPage.Heat> heat() {
    List<GroupView> groups =
        scheme.groups().stream().filter(group -> !indicators(group).isEmpty()).toList();
    if (evaluation.cities().stream().allMatch(city -> city.indicators().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new ComparisonPage.Heat(
            wording.say("heat.lead", "full", wording.figures().exact(scheme.fullScore())),
            pictures(groups),
            wording.say("heat.caption"),
            evaluation.cities().stream().map(this::name).toList(),
            groups.stream().map(this::table).toList()));
  }

  private List<IndicatorView> indicators(GroupView group) {
    return scheme.indicators().stream()
        .filter(indicator -> indicator.takesPart())
        .filter(indicator -> indicator.dimension().equals(group.id()))
        .toList();
  }

  private List<Picture> pictures(List<GroupView> groups) {
    int all = evaluation.cities().size();
    int charts = (all + WIDEST - 1) / WIDEST;
    List<Picture> pictures = new ArrayList<>();
    for (List<GroupView> some : shelves(groups)) {
      for (int i = 0; i < charts; i++) {
        String id = "heat" + pictures.size();
        boolean whole = some.size() == groups.size();
        pictures.add(picture(id, some, whole, all * i / charts, all * (i + 1) / charts));
      }
    }
    return pictures;
  }

  /** The dimensions one picture shows: as many as a sheet of paper takes, one at least. */
  private List<List<GroupView>> shelves(List<GroupView> groups) {
    if (groups.stream().mapToInt(group -> indicators(group).size()).sum() <= TALLEST) {
      return List.of(groups);
    }
    List<List<GroupView>> shelves = new ArrayList<>();
    int rows = TALLEST;
    for (GroupView group : groups) {
      int more = indicators(group).size();
      if (rows + more > TALLEST) {
        shelves.add(new ArrayList<>());
        rows = 0;
      }
      shelves.get(shelves.size() - 1).add(group);
      rows += more;
    }
    return shelves;
  }

  private Picture picture(String id, List<GroupView> groups, boolean whole, int from, int to) {
    List<CityRow> cities = evaluation.cities().subList(from, to);
    Scores scores = new Scores(scheme, wording);
    String part =
        cities.size() == evaluation.cities().size()
            ? wording.say("chart.heat.title")
            : wording.say(
                "chart.heat.part",
                "from",
                wording.figures().count(from + 1L),
                "to",
                wording.figures().count(to));
    String title =
        whole
            ? part
            : wording.say(
                "chart.heat.of",
                "title",
                part,
                "dimensions",
                wording.list(groups.stream().map(group -> wording.name(group.name())).toList()));
    return Picture.of(
        new HeatMap(
            cities.stream()
                .map(city -> new HeatMap.Column(scores.count(city.rank()), name(city)))
                .toList(),
            groups.stream()
                .map(group -> new HeatMap.Group(wording.name(group.name()), rows(group, cities)))
                .toList(),
            new HeatMap.Words(
                title,
                wording.say("chart.heat.description"),
                bands(),
                wording.say("heat.outside"),
                wording.say("chart.colon"))),
        id);
  }

  /** Names of the steps of a score, from the lowest. */
  List<String> bands() {
    return IntStream.range(0, STEPS)
        .mapToObj(
            i ->
                wording.say(
                    i == STEPS - 1 ? "chart.heat.last" : "chart.heat.step",
                    "from",
                    wording.figures().exact(bound(i)),
                    "to",
                    wording.figures().exact(bound(i + 1))))
        .toList();
  }

  private BigDecimal bound(int step) {
    return scheme
        .fullScore()
        .multiply(BigDecimal.valueOf(step))
        .divide(BigDecimal.valueOf(STEPS), MathContext.DECIMAL64);
  }

  private List<HeatMap.Row> rows(GroupView group, List<CityRow> cities) {
    return indicators(group).stream()
        .map(
            indicator ->
                new HeatMap.Row(
                    wording.name(indicator.name()),
                    cities.stream().map(city -> cell(city, indicator)).toList()))
        .toList();
  }

  private HeatMap.Cell cell(CityRow city, IndicatorView indicator) {
    Optional<IndicatorScore> standing = city.indicator(indicator.id());
    if (standing.isEmpty()) {
      return new HeatMap.Cell.Outside();
    }
    BigDecimal score = standing.get().score();
    return score == null
        ? new HeatMap.Cell.Missing(reason(indicator, standing.get()))
        : new HeatMap.Cell.Scored(
            score.divide(scheme.fullScore(), MathContext.DECIMAL64).doubleValue(), shown(score));
  }

  private ComparisonPage.HeatGroup table(GroupView group) {
    List<ComparisonPage.HeatRow> rows = new ArrayList<>();
    for (IndicatorView indicator : indicators(group)) {
      rows.add(
          new ComparisonPage.HeatRow(
              wording.name(indicator.name()),
              evaluation.cities().stream()
                  .map(city -> city.indicator(indicator.id()))
                  .map(standing -> said(indicator, standing))
                  .toList()));
    }
    return new ComparisonPage.HeatGroup(wording.text(group.name()), rows);
  }

  private String said(IndicatorView indicator, Optional<IndicatorScore> standing) {
    if (standing.isEmpty()) {
      return wording.say("heat.outside");
    }
    BigDecimal score = standing.get().score();
    return score == null ? reason(indicator, standing.get()) : printed(score);
  }

  private String reason(IndicatorView indicator, IndicatorScore standing) {
    return new Amounts(indicator, wording).reason(standing.reason());
  }

  /** In a cell there is room for few digits: what would need more says which bound it misses. */
  private String shown(BigDecimal score) {
    if (decimals(score) <= 1) {
      return printed(score);
    }
    BigDecimal rounded = score.setScale(1, RoundingMode.HALF_EVEN);
    return "<" + wording.figures().exact(rounded.signum() == 0 ? SMALLEST : rounded);
  }

  private String printed(BigDecimal score) {
    return wording.figures().fixed(score, decimals(score));
  }

  /** None, but as many as it takes to tell nothing, a step's bound and full. */
  private int decimals(BigDecimal score) {
    int decimals = Figures.decimals(score, 0, value -> value.signum() != 0);
    for (int step = 1; step <= STEPS; step++) {
      BigDecimal bound = bound(step);
      decimals = Figures.decimals(score, decimals, value -> value.compareTo(bound) >= 0);
    }
    return decimals;
  }

  private String name(CityRow city) {
    return wording.place(city.name(), city.code());
  }
}
