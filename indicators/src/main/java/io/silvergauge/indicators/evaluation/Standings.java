package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.robustness.Goal;
import io.silvergauge.indicators.robustness.LeastChange;
import io.silvergauge.indicators.robustness.Pipeline;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.score.Grades;
import io.silvergauge.indicators.score.RankPolicy;
import io.silvergauge.indicators.score.Scores;
import io.silvergauge.indicators.trend.Decomposition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Why standings changed, and what would bring a city up by one place. */
final class Standings {
  private static final String STANDING = ResultKind.STANDING.code();

  private final ScoredIndex scored;
  private final Optional<Index> index;
  private final boolean byValues;
  private final TreeMap<Integer, BigDecimal> byRank = new TreeMap<>();
  private final TreeMap<Integer, String> codes = new TreeMap<>();

  Standings(SchemeView scheme, List<RegionEvaluation> cities, List<RegionEvaluation> earlier) {
    List<RegionEvaluation> all = new ArrayList<>(cities);
    all.addAll(earlier);
    byValues = scheme.indicators().stream().allMatch(one -> one.relative().isEmpty());
    scored = new ScoredIndex(scheme, STANDING, byValues, all);
    index = scored.index();
    for (RegionEvaluation city : cities) {
      city.score(STANDING, Group.TOTAL)
          .filter(total -> total.rank() != null)
          .ifPresent(
              total -> {
                byRank.putIfAbsent(total.rank(), total.score());
                codes.putIfAbsent(total.rank(), city.region().code());
              });
    }
  }

  /** The change since the period before; empty where one of the two has no standing. */
  Optional<Outlook.ScoreChange> change(RegionEvaluation before, RegionEvaluation after) {
    Optional<BigDecimal> was = OutlookMaker.total(before, STANDING);
    Optional<BigDecimal> is = OutlookMaker.total(after, STANDING);
    if (was.isEmpty() || is.isEmpty() || index.isEmpty()) {
      return Optional.empty();
    }
    List<Outlook.ChangePart> parts = new ArrayList<>();
    Bilingual reason = null;
    try {
      scored.check(index.get(), List.of(before, after));
      Optional<List<Decomposition.Part>> found =
          Decomposition.between(scored.side(index.get(), before), scored.side(index.get(), after));
      if (found.isEmpty()) {
        reason = new Bilingual("两期没有共同的指标", "the two periods have no indicator in common");
      }
      Set<String> came = scored.unreported(before);
      came.addAll(scored.unreported(after));
      found.orElse(List.of()).forEach(part -> parts.add(part(part, came)));
    } catch (InvalidValueException e) {
      reason = e.text();
    }
    return Optional.of(
        new Outlook.ScoreChange(before.period(), was.get(), is.get(), parts, reason));
  }

  /** A value where there was none, or none where there was one, is no other value. */
  static Outlook.ChangePart part(Decomposition.Part part, Set<String> came) {
    Decomposition.Cause cause =
        came.contains(part.indicator()) && part.cause() == Decomposition.Cause.DATA
            ? Decomposition.Cause.MEMBERSHIP
            : part.cause();
    return new Outlook.ChangePart(
        cause.name().toLowerCase(Locale.ROOT),
        part.indicator().isEmpty() ? null : part.indicator(),
        OutlookMaker.number(part.points()));
  }

  /** What reaches the score of the city ahead; the others stay as they are. */
  Optional<Outlook.Goal> nextRank(RegionEvaluation city) {
    Optional<Integer> rank = city.score(STANDING, Group.TOTAL).map(NodeScore::rank);
    if (rank.isEmpty() || byRank.lowerKey(rank.get()) == null || index.isEmpty()) {
      return Optional.empty();
    }
    try {
      scored.check(index.get(), List.of(city));
    } catch (InvalidValueException e) {
      return Optional.empty(); // the change says why
    }
    int ahead = byRank.lowerKey(rank.get());
    BigDecimal needed = needed(byRank.get(ahead));
    Grades bands =
        new Grades(
            List.of(
                new Grades.Grade("ahead", Bilingual.EMPTY, needed),
                new Grades.Grade("behind", Bilingual.EMPTY, BigDecimal.ZERO)));
    Pipeline pipeline = scored.pipeline(index.get(), List.of(city), bands);
    return Optional.of(
        GoalSteps.of(
            "rank",
            codes.get(ahead),
            needed,
            byValues ? "value" : "score",
            pipeline,
            new LeastChange(pipeline, 0, new Goal.Grade("ahead")),
            nowhere(city)));
  }

  /** Where there is no value of the city's own to start from. */
  private Set<String> nowhere(RegionEvaluation city) {
    Set<String> nowhere = scored.unreported(city);
    return nowhere;
  }

  /** The least score that is ranked with another: where ranks go by rounded scores, it is lower. */
  private BigDecimal needed(BigDecimal score) {
    RankPolicy policy = scored.ranks();
    if (policy.on() == RankPolicy.Basis.EXACT || policy.decimals() >= Scores.DECIMALS) {
      return score; // scores have no more decimals than are compared
    }
    BigDecimal half = BigDecimal.valueOf(5, policy.decimals() + 1);
    return score
        .setScale(policy.decimals(), RoundingMode.HALF_EVEN)
        .subtract(half)
        .add(BigDecimal.valueOf(1, 10)); // a half itself may be rounded down
  }
}
