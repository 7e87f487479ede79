package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which deliveries the evaluation of a period reads: its own, and older ones as far as values
 * carry.
 */
final class Reach {
  private final Scheme scheme;
  private final Map<String, SourceDescription> sources;

  Reach(Scheme scheme, Map<String, SourceDescription> sources) {
    this.scheme = scheme;
    this.sources = sources;
  }

  /** Whether evaluating {@code period} reads what a source reports for {@code reported}. */
  boolean reads(Period period, String source, Period reported) {
    SourceDescription described = sources.get(source);
    if (described != null && !described.register().isEmpty()) {
      return readsRegister(period, described.register(), reported)
          || given(described).stream()
              .map(scheme::statistic)
              .anyMatch(statistic -> statistic.reaches(period, reported));
    }
    Collection<String> named =
        sources.containsKey(source) ? given(sources.get(source)) : scheme.statistics().keySet();
    return (named.isEmpty() ? scheme.statistics().keySet() : named)
        .stream().map(scheme::statistic).anyMatch(statistic -> statistic.reaches(period, reported));
  }

  /** Whether a figure of the period can be worked out of the records of an earlier register. */
  private boolean readsRegister(Period period, String register, Period reported) {
    return !reported.lastDay().isAfter(period.lastDay())
        && scheme.indicators().stream()
            .map(Indicator::measure)
            .filter(RegisterMeasure.class::isInstance)
            .map(measure -> ((RegisterMeasure) measure).selection())
            .anyMatch(
                selection ->
                    selection.register().equals(register)
                        && period.monthsSince(reported) <= selection.maxAge());
  }

  /** The statistics a source gives; those of a register are counted from it. */
  Collection<String> given(SourceDescription source) {
    if (source.register().isEmpty()) {
      return source.statistics();
    }
    Set<String> counted = new TreeSet<>();
    scheme
        .tallies()
        .forEach(
            (statistic, tally) -> {
              if (tally.register().equals(source.register())) {
                counted.add(statistic);
              }
            });
    return counted;
  }
}
