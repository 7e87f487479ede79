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
 * @param targets the target the scheme itself sets: one or none
 * @param posts its common yardstick: one, or none where it takes no part in the standing
 * @param scoring how its value becomes a score against the plan's target
 * @param weight weight within its group
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
    ScoringRule scoring,
    BigDecimal weight,
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
    evidence = List.copyOf(evidence);
    if (weight.signum() < 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "权重不能为负，却是 %s", "weight must not be negative, but was %s", weight.toPlainString()));
    }
  }

  /** The target the scheme itself sets, for cities whose own plan is not on file. */
  public Optional<Target> target() {
    return targets.stream().findFirst();
  }

  /** The common yardstick; none where the indicator takes no part in the standing. */
  public Optional<Posts> yardstick() {
    return posts.stream().findFirst();
  }
}
