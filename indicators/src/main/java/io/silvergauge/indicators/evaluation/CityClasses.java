package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.RegionEvaluation.ClassOf;
import io.silvergauge.indicators.outcome.Outcome;
import io.silvergauge.indicators.outcome.Outcomes;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Classification;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In which classes of the scheme's classifications a city is. */
final class CityClasses {
  private static final Bilingual NAMED_NOWHERE =
      new Bilingual("不在任何一类所列地区内", "it lies in no region that a class names");
  private static final Bilingual BELOW = new Bilingual("低于各类下限", "it is below the lowest class");

  private final Map<Classification, Outcome> measured = new LinkedHashMap<>();
  private final List<String> line;
  private final Scheme scheme;

  /** Measures the city now, so that what is measured counts among what was used. */
  CityClasses(Scheme scheme, RegionTree tree, Outcomes outcomes, String region, Period period) {
    this.scheme = scheme;
    this.line = tree.withAncestors(region);
    for (Classification one : scheme.classifications()) {
      if (one.measure() != null) {
        measured.put(one, outcomes.outcome(one.measure(), region, period));
      }
    }
  }

  /** One for each classification, without what must not be shown. */
  List<ClassOf> shown(Withholding withholding) {
    List<ClassOf> classes = new ArrayList<>();
    for (Classification one : scheme.classifications()) {
      classes.add(
          one.measure() == null
              ? named(one)
              : withholding.hides(one.measure())
                  ? new ClassOf(one.id(), null, null, Reason.SUPPRESSED.text())
                  : measured(one, measured.get(one)));
    }
    return classes;
  }

  private ClassOf named(Classification by) {
    return by.of(line)
        .map(found -> new ClassOf(by.id(), found.id(), null, null))
        .orElseGet(() -> new ClassOf(by.id(), null, null, NAMED_NOWHERE));
  }

  private static ClassOf measured(Classification by, Outcome outcome) {
    if (outcome instanceof Outcome.Absent absent) {
      Bilingual reason = absent.reason().text();
      return new ClassOf(
          by.id(),
          null,
          null,
          absent.detail().en().isEmpty()
              ? reason
              : Bilingual.of("%s：%s", "%s: %s", reason, absent.detail()));
    }
    Outcome.Amount amount = (Outcome.Amount) outcome;
    Optional<Classification.CityClass> found = by.of(amount.value());
    return new ClassOf(
        by.id(),
        found.map(Classification.CityClass::id).orElse(null),
        amount.value().printed(),
        found.isPresent() ? null : BELOW);
  }
}
