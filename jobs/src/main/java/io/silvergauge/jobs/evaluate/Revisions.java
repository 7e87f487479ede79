package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.jobs.assessment.Delivery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out what later deliveries of a slot changed: a plain function of the deliveries and what
 * they say, so that neither the order in which they arrived nor what was published before makes a
 * difference.
 */
final class Revisions {
  private record Key(String region, String statistic, Period period) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::region)
          .thenComparing(Key::statistic)
          .thenComparing(Key::period)
          .compare(this, other);
    }
  }

  private record Said(String value, String file) {
    static final Said NOTHING = new Said("", "");
  }

  private final Scheme scheme;

  Revisions(Scheme scheme) {
    this.scheme = scheme;
  }

  /** The deliveries up to a day that answer a slot for which more than one came. */
  static List<Delivery> ofRestatedSlots(Collection<Delivery> all, LocalDate asOf) {
    Map<String, List<Delivery>> bySlot = new TreeMap<>();
    for (Delivery delivery : all) {
      if (!delivery.received().isAfter(asOf)) {
        bySlot.computeIfAbsent(delivery.slot().toString(), s -> new ArrayList<>()).add(delivery);
      }
    }
    List<Delivery> restated = new ArrayList<>();
    bySlot.values().stream().filter(slot -> slot.size() > 1).forEach(restated::addAll);
    restated.sort(Comparator.comparing(Delivery::path));
    return restated;
  }

  /**
   * The revisions.
   *
   * @param restated as {@link #ofRestatedSlots} gives them
   * @param sums what each of them says, by path; nothing where it could not be read
   * @return by slot, then in order of receipt, then by key
   */
  List<Revision> of(Collection<Delivery> restated, Map<String, List<LeafSum>> sums) {
    Map<String, List<Delivery>> bySlot = new TreeMap<>();
    restated.stream()
        .sorted(Delivery.ORDER.thenComparing(Delivery::path))
        .forEach(
            one -> bySlot.computeIfAbsent(one.slot().toString(), s -> new ArrayList<>()).add(one));
    List<Revision> revisions = new ArrayList<>();
    bySlot.values().forEach(slot -> addSlot(slot, sums, revisions));
    return revisions;
  }

  private void addSlot(
      List<Delivery> slot, Map<String, List<LeafSum>> sums, List<Revision> revisions) {
    TreeMap<Key, Said> said = new TreeMap<>();
    boolean first = true;
    for (Delivery delivery : slot) {
      TreeMap<Key, Said> now =
          delivery.mode() == Delivery.Mode.WITHDRAW
              ? new TreeMap<>()
              : said(delivery.path(), sums.getOrDefault(delivery.path(), List.of()));
      TreeSet<Key> touched = new TreeSet<>(now.keySet());
      if (delivery.mode() != Delivery.Mode.AMEND) {
        touched.addAll(said.keySet());
      }
      for (Key key : touched) {
        Said before = said.getOrDefault(key, Said.NOTHING);
        Said after = now.getOrDefault(key, Said.NOTHING);
        if (!first && !before.value().equals(after.value())) {
          revisions.add(revision(delivery, key, before, after));
        }
      }
      if (delivery.mode() != Delivery.Mode.AMEND) {
        said.clear();
      }
      said.putAll(now);
      first = false;
    }
  }

  private Revision revision(Delivery delivery, Key key, Said before, Said after) {
    return new Revision(
        key.region(),
        key.statistic(),
        key.period().toString(),
        scheme.statistic(key.statistic()).unit(),
        before.value(),
        after.value(),
        delivery.slot().toString(),
        delivery.received().toString(),
        delivery.mode().code(),
        delivery.path(),
        before.file(),
        "",
        "",
        "");
  }

  /** What a delivery says of each key, in the statistic's own unit. */
  private TreeMap<Key, Said> said(String file, List<LeafSum> sums) {
    TreeMap<Key, List<LeafSum>> byKey = new TreeMap<>();
    for (LeafSum sum : sums) {
      if (scheme.statistics().containsKey(sum.statistic())) {
        byKey
            .computeIfAbsent(
                new Key(sum.region(), sum.statistic(), sum.period()), key -> new ArrayList<>())
            .add(sum);
      }
    }
    TreeMap<Key, Said> said = new TreeMap<>();
    byKey.forEach((key, units) -> said.put(key, new Said(value(key, units), file)));
    return said;
  }

  private String value(Key key, List<LeafSum> units) {
    Mark mark = units.stream().map(LeafSum::mark).reduce(Mark::plus).orElseThrow();
    if (mark != Mark.NUMBER) {
      return mark.code();
    }
    Statistic statistic = scheme.statistic(key.statistic());
    return units.stream()
        .map(
            sum ->
                Fraction.of(sum.sum()).times(scheme.units().factor(sum.unit(), statistic.unit())))
        .reduce(Fraction.ZERO, Fraction::plus)
        .printed()
        .toPlainString();
  }
}
