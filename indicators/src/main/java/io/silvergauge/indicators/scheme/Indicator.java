package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.score.Posts;
import io.silvergauge.indicators.score.ScoringRule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A defined figure.
 *
 * @param id its identifier; it never changes meaning
 * @param name its Chinese and English name
 * @param dimension id of the group it belongs to
 * @param measure what it measures
 * @param scope whose figure it is, and for whom
 * @param unit unit of its value
 * @param higherIsBetter direction
 * @param targets the targets the scheme itself sets; of those for a region's level the first holds
 * @param posts its common yardstick: one, or none where it takes no part in the standing
 * @param steps what becomes of its values, beside those of all other cities, in the standing
 * @param scoring how its value becomes a score against the plan's target
 * @param byLevel other posts and scoring rules for regions of some levels; the first that fits
 *     holds
 * @param weight weight within its group
 * @param adds points, on the scheme's scale, that full marks add to its group's score instead of
 *     weighing in it (加分项); 0 for an indicator that weighs
 * @param missing what becomes of its group's score where it has no value
 * @param decimals decimals with which documents print it
 * @param source where the requirement stands
 * @param department who is responsible; may be empty
 * @param phase id of the phase from which on it is asked for; empty for always
 * @param evidence what an evaluator looks at
 * @param note remark on its definition; may be empty
 */
public record Indicator(
    String id,
    Bilingual name,
    String dimension,
    Measure measure,
    Scope scope,
    String unit,
    boolean higherIsBetter,
    List<Target> targets,
    List<Posts> posts,
    Steps steps,
    ScoringRule scoring,
    List<LevelRule> byLevel,
    BigDecimal weight,
    BigDecimal adds,
    MissingPolicy missing,
    int decimals,
    Source source,
    String department,
    String phase,
    List<String> evidence,
    Bilingual note)
    implements Serializable {
  /** What becomes of a group's score where an indicator has no value. */
  public enum MissingPolicy {
    /** Its weight is shared out among the indicators that have one. */
    REWEIGHT,
    /** It counts as a score of nought. */
    ZERO,
    /** The group gets no score. */
    WITHHOLD
  }

  public Indicator {
    targets = List.copyOf(targets);
    posts = List.copyOf(posts);
    byLevel = List.copyOf(byLevel);
    evidence = List.copyOf(evidence);
    if (weight.signum() < 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "权重不能为负，却是 %s", "weight must not be negative, but was %s", weight.toPlainString()));
    }
    if (adds.signum() < 0 || (adds.signum() > 0 && weight.signum() > 0)) {
      throw new InvalidValueException(
          Bilingual.of(
              "adds 为 %s：应大于 0，且加分项不另设权重（weight: 0）",
              "adds is %s: it must be above 0, and what adds points does not weigh (weight: 0)",
              adds.toPlainString()));
    }
  }

  /**
   * The target the scheme itself sets for regions of a level, for cities whose own plan is not on
   * file.
   */
  public Optional<Target> target(String level) {
    return targets.stream().filter(target -> target.isFor(level)).findFirst();
  }

  /** The indicator as it is for regions of a level, with the posts and the rule that hold there. */
  public Indicator at(String level) {
    return byLevel.stream()
        .filter(rule -> rule.levels().contains(level))
        .findFirst()
        .map(
            rule ->
                with(
                    rule.posts().isEmpty() ? posts : rule.posts(),
                    rule.scoring().isEmpty() ? scoring : rule.scoring().get(0),
                    weight))
        .orElse(this);
  }

  /** The indicator with a plan's own weight. */
  public Indicator weighing(BigDecimal own) {
    return with(posts, scoring, own);
  }

  private Indicator with(List<Posts> newPosts, ScoringRule newScoring, BigDecimal newWeight) {
    return new Indicator(
        id,
        name,
        dimension,
        measure,
        scope,
        unit,
        higherIsBetter,
        targets,
        newPosts,
        steps,
        newScoring,
        byLevel,
        newWeight,
        adds,
        missing,
        decimals,
        source,
        department,
        phase,
        evidence,
        note);
  }

  /** Whether it adds points instead of weighing. */
  public boolean isBonus() {
    return adds.signum() > 0;
  }

  /** Its fixed posts; none where it has a relative yardstick, or takes no part in the standing. */
  public Optional<Posts> yardstick() {
    return posts.stream().findFirst();
  }

  /** Its yardstick that follows all cities' values; none where it has posts, or none at all. */
  public Optional<Relative> relative() {
    return steps.relative().stream().findFirst();
  }

  /** Whether it takes part in the standing. */
  public boolean isCompared() {
    return !posts.isEmpty() || relative().isPresent();
  }
}
