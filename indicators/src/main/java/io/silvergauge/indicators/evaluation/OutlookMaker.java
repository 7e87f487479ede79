package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.robustness.Interval;
import io.silvergauge.indicators.robustness.RankDistribution;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.scheme.Robustness;
import io.silvergauge.indicators.score.Scores;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the outlook of a finished evaluation, in plain Java on one machine: cities × nodes, and the
 * ranks of all draws, are all it holds.
 */
public final class OutlookMaker {
  private final SchemeView scheme;
  private final List<RegionEvaluation> cities;
  private final Map<String, RegionEvaluation> before = new TreeMap<>();
  private final Map<String, Outlook.RankRange> ranges = new HashMap<>();
  private Bilingual reason;
  private List<String> drawn = List.of();

  private OutlookMaker(
      SchemeView scheme, List<RegionEvaluation> cities, List<RegionEvaluation> earlier) {
    this.scheme = scheme;
    this.cities =
        cities.stream().sorted(Comparator.comparing(city -> city.region().code())).toList();
    earlier.forEach(city -> before.put(city.region().code(), city));
  }

  /**
   * The outlook.
   *
   * @param cities the ranked cities of the period
   * @param earlier those of the period before, by the same scheme; may be empty
   */
  public static Outlook of(
      SchemeView scheme, List<RegionEvaluation> cities, List<RegionEvaluation> earlier) {
    return new OutlookMaker(scheme, cities, earlier).outlook();
  }

  private Outlook outlook() {
    if (scheme.robustness() == null) {
      reason = new Bilingual("方案没有 robustness 一节", "the scheme has no section 'robustness'");
    } else {
      try {
        ranges(new RankTest(scheme, scheme.robustness(), cities));
      } catch (InvalidValueException e) {
        reason = e.text();
      }
    }
    Standings standings = new Standings(scheme, cities, List.copyOf(before.values()));
    return new Outlook(
        reason, drawn, cities.parallelStream().map(city -> outlook(city, standings)).toList());
  }

  private void ranges(RankTest test) {
    RankDistribution found = test.run();
    drawn = test.uncertainties();
    List<String> codes = test.cities();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparing((Integer i) -> found.published(i).orElse(Integer.MAX_VALUE))
            .thenComparing(codes::get));
    for (int place = 0; place < order.size(); place++) {
      int unit = order.get(place);
      Interval interval = found.interval(unit);
      boolean last = place == order.size() - 1;
      ranges.put(
          codes.get(unit),
          new Outlook.RankRange(
              number(found.median(unit)),
              number(interval.low()),
              number(interval.high()),
              found.failures(unit),
              last ? null : codes.get(order.get(place + 1)),
              last ? null : number(found.ahead(unit, order.get(place + 1)))));
    }
  }

  private Outlook.CityOutlook outlook(RegionEvaluation city, Standings standings) {
    String code = city.region().code();
    String graded =
        scheme.results().contains(ResultKind.FULFILMENT.code())
            ? ResultKind.FULFILMENT.code()
            : ResultKind.STANDING.code();
    GradeTest grades = new GradeTest(scheme, graded, city);
    PeerStanding peers = new PeerStanding(scheme, city);
    return new Outlook.CityOutlook(
        code,
        ranges.get(code),
        graded,
        grades.shares(),
        grades.reason(),
        Optional.ofNullable(before.get(code))
            .flatMap(earlier -> standings.change(earlier, city))
            .orElse(null),
        standings.nextRank(city).orElse(null),
        grades.next().orElse(null),
        peers.strengths(),
        peers.weaknesses());
  }

  static BigDecimal number(double number) {
    return Scores.rounded(number).stripTrailingZeros().scale() < 0
        ? Scores.rounded(number).setScale(0)
        : Scores.rounded(number).stripTrailingZeros();
  }

  /** The total of a result; empty where there is none. */
  static Optional<BigDecimal> total(RegionEvaluation city, String result) {
    return city.score(result, Group.TOTAL).map(NodeScore::score);
  }

  /** What a scheme asks, or one draw of nothing where it asks nothing. */
  static Robustness asked(SchemeView scheme) {
    return scheme.robustness() == null ? Robustness.NONE : scheme.robustness();
  }

  /** An index, if the result can be worked out again from it. */
  static Optional<Index> index(ScoredIndex scored, List<RegionEvaluation> held) {
    Optional<Index> index = scored.index();
    index.ifPresent(made -> scored.check(made, held));
    return index;
  }
}
