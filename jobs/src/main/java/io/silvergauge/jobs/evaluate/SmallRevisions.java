package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.Withheld;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Suppression;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Statistic;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes what is not shown of the figures out of the list of what was revised. */
final class SmallRevisions {
  private final Scheme scheme;
  private final Suppression rule;
  private final Set<Withheld.Cell> hidden = new HashSet<>();

  /**
   * Goes by what the evaluations do not show.
   *
   * @param cities evaluated in all periods
   */
  SmallRevisions(Scheme scheme, Collection<RegionEvaluation> cities) {
    this.scheme = scheme;
    this.rule = scheme.policies().suppression();
    for (RegionEvaluation city : cities) {
      for (RegionEvaluation.Input input : city.inputs()) {
        if (input.mark().equals(RegionEvaluation.Input.SUPPRESSED)) {
          hidden.add(new Withheld.Cell(input.statistic(), input.period(), input.region()));
        }
      }
    }
  }

  /** The revisions as they are published. */
  List<Revision> of(Collection<Revision> revisions) {
    return revisions.stream().map(this::of).toList();
  }

  private Revision of(Revision one) {
    Statistic statistic = scheme.statistics().get(one.statistic());
    if (statistic == null || !rule.counts(statistic, scheme.units())) {
      return one;
    }
    boolean hides =
        hidden.contains(new Withheld.Cell(one.statistic(), one.period(), one.region()))
            || few(one.before(), one.unit())
            || few(one.after(), one.unit());
    return hides ? one.saying(unsaid(one.before()), unsaid(one.after())) : one;
  }

  private boolean few(String said, String unit) {
    return isNumber(said)
        && rule.small(Suppression.persons(Fraction.of(new BigDecimal(said)), unit, scheme.units()));
  }

  private static String unsaid(String said) {
    return isNumber(said) ? RegionEvaluation.Input.SUPPRESSED : said;
  }

  private static boolean isNumber(String said) {
    return said.matches("-?[0-9]+(\\.[0-9]+)?");
  }
}
