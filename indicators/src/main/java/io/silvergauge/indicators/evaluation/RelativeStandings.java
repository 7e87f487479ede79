package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Scale;
import io.silvergauge.indicators.composite.Yardstick;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Outcome;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.score.Posts;
import io.silvergauge.indicators.score.Scores;
import io.silvergauge.indicators.score.WorkedScore;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The standings of schemes whose yardsticks follow the values of all cities, or that fill gaps from
 * other cities or periods: only all cities and periods together have them. In plain Java on one
 * machine: cities × periods × indicators. Fulfilment is not touched, and figures stay absent.
 */
public final class RelativeStandings {
  /** Why a city evaluated alone has no score on a relative yardstick. */
  static final Bilingual ALONE =
      new Bilingual("相对标准，须与所有城市一起计分", "scored beside all cities, not alone");

  private static final String STANDING = ResultKind.STANDING.code();

  private final Scheme scheme;
  private final Map<String, StepColumn> columns = new LinkedHashMap<>();

  private RelativeStandings(Scheme scheme, List<RegionEvaluation> all) {
    this.scheme = scheme;
    SchemeView view = SchemeView.of(scheme);
    List<String> periods =
        all.stream()
            .map(RegionEvaluation::period)
            .distinct()
            .sorted(Comparator.comparing(Period::parse))
            .toList();
    List<String> codes = all.stream().map(one -> one.region().code()).distinct().sorted().toList();
    Map<String, Map<String, String>> groups = new TreeMap<>();
    for (String period : periods) {
      groups.put(
          period,
          Comparison.groups(
              view, all.stream().filter(one -> one.period().equals(period)).toList()));
    }
    for (SchemeView.IndicatorView indicator : view.indicators()) {
      if (indicator.steps() != null) {
        columns.put(
            indicator.id(),
            new StepColumn(
                view, indicator, periods, codes, results(indicator.id(), periods, all), groups));
      }
    }
  }

  private static Map<String, Map<String, IndicatorResult>> results(
      String id, List<String> periods, List<RegionEvaluation> all) {
    Map<String, Map<String, IndicatorResult>> results = new TreeMap<>();
    periods.forEach(period -> results.put(period, new TreeMap<>()));
    for (RegionEvaluation one : all) {
      one.indicators().stream()
          .filter(result -> result.id().equals(id))
          .forEach(result -> results.get(one.period()).put(one.region().code(), result));
    }
    return results;
  }

  /**
   * The evaluations with their standings worked out beside each other; the same ones where the
   * scheme asks for no such step.
   *
   * @param all of all cities and periods, without ranks
   */
  public static List<RegionEvaluation> of(Scheme scheme, List<RegionEvaluation> all) {
    if (!scheme.results().contains(ResultKind.STANDING)
        || scheme.indicators().stream().allMatch(one -> one.steps().none())) {
      return all;
    }
    RelativeStandings standings = new RelativeStandings(scheme, all);
    return all.stream().map(standings::stood).toList();
  }

  private RegionEvaluation stood(RegionEvaluation city) {
    Map<String, IndicatorResult> results = new LinkedHashMap<>();
    city.indicators().forEach(result -> results.put(result.id(), result));
    List<Indicator> indicators =
        scheme.indicators().stream().map(one -> one.at(city.region().level())).toList();
    Map<String, ScoreTree.Part> parts = new LinkedHashMap<>();
    List<Vetoes.Seen> seen = new ArrayList<>();
    List<OptionalDouble> reported = new ArrayList<>();
    for (Indicator indicator : indicators) {
      Optional<NodeScore> before = city.score(STANDING, indicator.id());
      if (before.isPresent()) {
        IndicatorResult result = results.get(indicator.id());
        parts.put(indicator.id(), part(city.period(), indicator, result, before.get(), city));
        seen.add(seen(indicator, result));
        reported.add(
            result.amount() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(result.amount().doubleValue()));
      }
    }
    List<NodeScore> scores = new ArrayList<>();
    city.scores().stream().filter(one -> !one.result().equals(STANDING)).forEach(scores::add);
    List<NodeScore> standing =
        ScoreTree.scores(
                scheme,
                ResultKind.STANDING,
                indicators,
                parts,
                new Vetoes(scheme.policies().vetoes(), seen),
                Screened.of(scheme.policies().screening(), reported),
                List.of()) // no policy on visits goes with these steps
            .stream()
            .map(score -> marked(score, results.get(score.node()), city))
            .toList();
    scores.addAll(ScoreIntervals.of(scheme, standing));
    return city.with(city.region().peers(), city.indicators(), scores);
  }

  private ScoreTree.Part part(
      String period,
      Indicator indicator,
      IndicatorResult result,
      NodeScore before,
      RegionEvaluation city) {
    Optional<NodeScore.Imputed> imputed =
        Optional.ofNullable(columns.get(indicator.id()))
            .flatMap(column -> column.imputed(period, city.region().code()));
    if (result.amount() == null && imputed.isEmpty()) {
      return new ScoreTree.Part.Lacking(before.reason());
    }
    BigDecimal value = imputed.map(NodeScore.Imputed::value).orElse(result.amount());
    OptionalDouble score = score(period, indicator, value);
    if (score.isEmpty()) {
      return new ScoreTree.Part.Lacking(flaw(period, indicator, value));
    }
    boolean worded =
        imputed.isPresent() || before.rule() != null || !indicator.relative().isEmpty();
    Optional<WorkedScore> line =
        worded ? Optional.of(line(period, indicator, value)) : Optional.empty();
    return imputed.isPresent()
        ? new ScoreTree.Part.Imputed(score.getAsDouble(), imputed.get(), line)
        : new ScoreTree.Part.Scored(score.getAsDouble(), status(result), line);
  }

  /** 1 for full marks. */
  private OptionalDouble score(String period, Indicator indicator, BigDecimal value) {
    if (indicator.yardstick().isPresent()) {
      return OptionalDouble.of(indicator.yardstick().get().place(value.doubleValue()));
    }
    OptionalDouble score = yardstick(period, indicator).score(value.doubleValue());
    return score.isEmpty()
        ? score
        : OptionalDouble.of(score.getAsDouble() / scheme.fullScore().doubleValue());
  }

  private Yardstick yardstick(String period, Indicator indicator) {
    return columns.get(indicator.id()).yardstick(period).orElseThrow();
  }

  private Bilingual flaw(String period, Indicator indicator, BigDecimal value) {
    Yardstick yardstick = yardstick(period, indicator);
    Bilingual why =
        yardstick
            .scale()
            .flaw()
            .map(Scale.Flaw::text)
            .orElse(
                Bilingual.of(
                    "%s 不能作 %s 变换",
                    "%s cannot be transformed by %s",
                    value.toPlainString(),
                    yardstick.rule().transform().name()));
    return Bilingual.of(
        "没有相对得分（%s）：%s",
        "no score on the relative yardstick (%s): %s",
        columns.get(indicator.id()).taken(period),
        why);
  }

  private WorkedScore line(String period, Indicator indicator, BigDecimal value) {
    Optional<Posts> posts = indicator.yardstick();
    if (posts.isPresent()) {
      return WorkedScore.onPosts(
          value, indicator.unit(), indicator.higherIsBetter(), posts.get(), scheme.fullScore());
    }
    Yardstick yardstick = yardstick(period, indicator);
    return WorkedScore.beside(
        value,
        indicator.unit(),
        indicator.higherIsBetter(),
        yardstick.before(value.doubleValue()),
        columns.get(indicator.id()).taken(period),
        yardstick.formula(value.doubleValue()).orElseThrow());
  }

  private static Vetoes.Seen seen(Indicator indicator, IndicatorResult result) {
    Outcome outcome =
        result.amount() == null
            ? new Outcome.Absent(
                Reason.valueOf(result.reason().toUpperCase(Locale.ROOT)), result.detail())
            : new Outcome.Amount(
                Fraction.of(result.amount()), Fraction.of(result.amount()), Fraction.ONE);
    return new Vetoes.Seen(indicator, outcome, status(result), Verdict.NOT_IN_PLAN);
  }

  private static ValueStatus status(IndicatorResult result) {
    return result.valueStatus() == null
        ? ValueStatus.REPORTED
        : ValueStatus.valueOf(result.valueStatus().toUpperCase(Locale.ROOT));
  }

  /** With the ends of its interval and what was drawn in. */
  private NodeScore marked(NodeScore score, IndicatorResult result, RegionEvaluation city) {
    Optional<StepColumn> column = Optional.ofNullable(columns.get(score.node()));
    if (column.flatMap(one -> one.yardstick(city.period())).isEmpty()) {
      return city.score(STANDING, score.node())
          .filter(before -> before.interval() != null)
          .filter(before -> before.level().equals(NodeScore.INDICATOR))
          .map(before -> score.with(before.interval()))
          .orElse(score);
    }
    if (score.score() == null || result.amount() == null) {
      return score;
    }
    Yardstick yardstick = column.get().yardstick(city.period()).orElseThrow();
    double reported = result.amount().doubleValue();
    double drawnIn = yardstick.treated().of(reported);
    NodeScore treated =
        drawnIn == reported ? score : score.treated(Scores.rounded(drawnIn).stripTrailingZeros());
    return Optional.ofNullable(result.interval())
        .flatMap(FigureInterval::ends)
        .flatMap(ends -> ends(yardstick, ends.low(), ends.high(), status(result)))
        .map(treated::with)
        .orElse(treated);
  }

  private Optional<NodeScore.Ends> ends(
      Yardstick yardstick, double low, double high, ValueStatus status) {
    OptionalDouble one = yardstick.score(low);
    OptionalDouble other = yardstick.score(high);
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    var worth = scheme.policies().statuses().of(status);
    BigDecimal from = Scores.rounded(worth.of(one.getAsDouble()));
    BigDecimal to = Scores.rounded(worth.of(other.getAsDouble()));
    return Optional.of(new NodeScore.Ends(from.min(to), from.max(to)));
  }
}
