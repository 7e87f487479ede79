package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.score.Scores;
import io.silvergauge.indicators.trend.Decomposition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * An earlier publication beside a later one that another rule book may have made: the standing as
 * it was published, the same values under the later rules, and the standing now. What lies between
 * the first two is the rules' doing, what lies between the last two the city's.
 *
 * @param before the standing as it was published
 * @param bridged the values of then under the rules of now; null where they cannot be held together
 * @param after the standing now
 * @param parts what the whole change is made of; they add up to it
 * @param reason why it cannot be taken apart; null where it is
 */
public record Bridge(
    BigDecimal before,
    BigDecimal bridged,
    BigDecimal after,
    List<Outlook.ChangePart> parts,
    Bilingual reason) {
  private static final String STANDING = ResultKind.STANDING.code();

  public Bridge {
    parts = List.copyOf(parts);
  }

  /**
   * Between two publications of a city.
   *
   * @return empty where one of them has no standing
   */
  public static Optional<Bridge> between(
      SchemeView oldScheme, RegionEvaluation before, SchemeView scheme, RegionEvaluation after) {
    Optional<BigDecimal> was = OutlookMaker.total(before, STANDING);
    Optional<BigDecimal> is = OutlookMaker.total(after, STANDING);
    if (was.isEmpty() || is.isEmpty()) {
      return Optional.empty();
    }
    try {
      refuse(oldScheme);
      refuse(scheme);
      ScoredIndex old = new ScoredIndex(oldScheme, STANDING, true, List.of(before));
      ScoredIndex present = new ScoredIndex(scheme, STANDING, true, List.of(after));
      Decomposition.Side from = side(old, before);
      Decomposition.Side to = side(present, after);
      Set<String> came = old.unreported(before);
      came.addAll(present.unreported(after));
      Optional<List<Decomposition.Part>> found = Decomposition.between(from, to);
      List<Outlook.ChangePart> parts = new ArrayList<>();
      found.orElse(List.of()).forEach(part -> parts.add(Standings.part(part, came)));
      return Optional.of(
          new Bridge(
              was.get(),
              bridged(from, to),
              is.get(),
              parts,
              found.isPresent()
                  ? null
                  : new Bilingual("两期没有共同的指标", "the two have no indicator in common")));
    } catch (InvalidValueException e) {
      return Optional.of(new Bridge(was.get(), null, is.get(), List.of(), e.text()));
    }
  }

  /** Values of then cannot be put on a yardstick that is taken from the other cities of now. */
  private static void refuse(SchemeView scheme) {
    for (SchemeView.IndicatorView indicator : scheme.indicators()) {
      if (indicator.relative().isPresent()) {
        throw new InvalidValueException(
            Bilingual.of(
                "方案“%s”的指标“%s”用相对标准，得分取决于其他城市，两次发布不能衔接",
                "indicator '%2$s' of scheme '%1$s' has a relative yardstick: its scores depend on"
                    + " the other cities, so the two publications cannot be bridged",
                scheme.id(),
                indicator.id()));
      }
    }
  }

  /** What makes a standing up; refused where vetoes, caps or deductions moved it. */
  private static Decomposition.Side side(ScoredIndex scored, RegionEvaluation city) {
    Index index =
        OutlookMaker.index(scored, List.of(city))
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        new Bilingual("没有带权重的指标", "no indicator that weighs has a score")));
    scored.check(index, List.of(city));
    return scored.side(index, city);
  }

  private static BigDecimal bridged(Decomposition.Side from, Decomposition.Side to) {
    Map<String, Double> known = new HashMap<>();
    to.index().indicators().stream()
        .filter(one -> from.values().containsKey(one.id()))
        .forEach(one -> known.put(one.id(), from.values().get(one.id())));
    OptionalDouble score = new Decomposition.Side(to.index(), known).score();
    return score.isEmpty() ? null : Scores.rounded(score.getAsDouble());
  }
}
