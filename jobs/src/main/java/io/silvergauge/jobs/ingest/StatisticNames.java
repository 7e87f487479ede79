package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names by which statistics may be headed: their own, and those that other source descriptions
 * know. A name that two statistics have names none.
 */
final class StatisticNames {
  private final Map<String, Set<String>> exact = new LinkedHashMap<>();
  private final Map<String, Set<String>> bare = new LinkedHashMap<>();
  private final ReadingContext context;

  StatisticNames(ReadingContext context, Collection<SourceDescription> known) {
    this.context = context;
    for (Statistic statistic : context.statistics().values()) {
      add(statistic.name().zh(), statistic.id());
      add(statistic.name().en(), statistic.id());
      add(statistic.id(), statistic.id());
    }
    for (SourceDescription source : known) {
      source
          .columns()
          .forEach(column -> column.headers().forEach(name -> add(name, column.statistic())));
      source.longForm().forEach(form -> form.statisticNames().forEach(this::add));
      source.crossForm().forEach(form -> form.statisticNames().forEach(this::add));
    }
  }

  private void add(String name, String id) {
    String folded = HeaderNames.withoutUnit(name, context.units());
    if (!folded.isEmpty() && context.statistics().containsKey(id)) {
      exact.computeIfAbsent(folded, key -> new TreeSet<>()).add(id);
      bare.computeIfAbsent(bare(folded), key -> new TreeSet<>()).add(id);
    }
  }

  /** A name without what does not change its meaning: 其中, #, 数 at its end. */
  private static String bare(String folded) {
    return folded.replaceFirst("^(#|其中[:,、]?)+", "").replaceFirst("(总数|人数|数量|数)$", "");
  }

  /** The column whose labels name statistics; -1 for none. */
  int labels(DraftColumns columns, int region) {
    return columns.mostly(text -> find(text).isPresent(), Set.of(region));
  }

  /** The statistic that a header or label names. */
  Optional<String> find(String name) {
    String folded = HeaderNames.withoutUnit(name, context.units());
    Set<String> found = exact.getOrDefault(folded, Set.of());
    if (found.isEmpty()) {
      found = bare.getOrDefault(bare(folded), Set.of());
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }
}
