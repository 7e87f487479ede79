package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Successor;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a leaf has, with what it took over from the units it was made of: before the day of a merger
 * their figures add up, period by period, and are there only where all of them are. Of a unit that
 * was split the share counts that the table of successors gives, else nothing.
 */
final class Inherited {
  private record Key(LeafKey leaf, List<Successor> parts, Set<String> line) {}

  private final RegionTree tree;
  private final Reported reported;
  private final Map<Key, SortedMap<Period, LeafSeries.Say>> merged = new HashMap<>();
  private final Map<Asked, Reading> answered = new HashMap<>();

  private record Asked(LeafKey leaf, Period period) {
    @Override
    public int hashCode() {
      return 31 * leaf.hashCode() + period.to().hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Asked asked && leaf.equals(asked.leaf) && period.equals(asked.period);
    }
  }

  Inherited(RegionTree tree, Reported reported) {
    this.tree = tree;
    this.reported = reported;
  }

  /** Whether it looks at a tree. */
  @SuppressWarnings("ReferenceEquality") // a tree is large; a like one may as well be worked anew
  boolean isOf(RegionTree other) {
    return tree == other;
  }

  /** What a leaf has of a statistic in a period; many rules ask for the same, so it is kept. */
  Reading reading(String region, Statistic statistic, Period period) {
    Asked asked = new Asked(new LeafKey(region, statistic.id()), period);
    Reading known = answered.get(asked);
    if (known == null) {
      known = work(region, statistic, period);
      answered.put(asked, known);
    }
    return known;
  }

  private Reading work(String region, Statistic statistic, Period period) {
    Reading reading =
        reported.filling(statistic, says(region, statistic, after(period), Set.of())).in(period);
    List<Successor> parts = parts(region, after(period));
    if (parts.isEmpty()
        || !(reading instanceof Reading.None none)
        || none.reason() != Reason.INPUT_MISSING) {
      return reading;
    }
    return new Reading.None(Reason.INPUT_MISSING, wasBefore(parts));
  }

  /** The first day whose changes do not count any more when a period is evaluated. */
  private static LocalDate after(Period evaluated) {
    return evaluated.lastDay().plusDays(1);
  }

  /** What had gone into a unit before a day; what came then or later does not count. */
  private List<Successor> parts(String region, LocalDate until) {
    return tree.successors().into(region).stream()
        .filter(part -> part.on().isBefore(until))
        .toList();
  }

  private Bilingual wasBefore(List<Successor> parts) {
    String units =
        parts.stream()
            .map(part -> part.from() + " " + name(part.from()) + (part.shareKnown() ? "" : " (?)"))
            .collect(Collectors.joining(" + "));
    return Bilingual.of("%s 前为 %s", "before %s it was %s", parts.get(0).on(), units);
  }

  private String name(String code) {
    return tree.find(code).map(region -> region.name().zh()).orElse("");
  }

  /**
   * What is said of a unit as it was before a day.
   *
   * @param line units that were made of it, one of another, on one and the same day
   */
  private SortedMap<Period, LeafSeries.Say> says(
      String region, Statistic statistic, LocalDate until, Set<String> line) {
    List<Successor> parts = parts(region, until);
    if (parts.isEmpty()) {
      return reported.says(region, statistic.id());
    }
    Key key = new Key(new LeafKey(region, statistic.id()), parts, line);
    SortedMap<Period, LeafSeries.Say> known = merged.get(key);
    if (known == null) {
      known = merge(region, parts, statistic, line);
      merged.put(key, known);
    }
    return known;
  }

  /**
   * What is said of a part is that of the unit as it was before the change: what became of it then
   * is not followed, unless it came to its end by it and had just been made itself.
   */
  private SortedMap<Period, LeafSeries.Say> before(
      Successor part, Statistic statistic, Set<String> line) {
    boolean goesOn =
        tree.successors().outOf(part.from()).stream()
            .anyMatch(out -> out.to().equals(part.from()) && out.on().equals(part.on()));
    return goesOn || line.contains(part.from())
        ? says(part.from(), statistic, part.on(), Set.of())
        : says(part.from(), statistic, part.on().plusDays(1), line);
  }

  private SortedMap<Period, LeafSeries.Say> merge(
      String region, List<Successor> parts, Statistic statistic, Set<String> above) {
    SortedMap<Period, LeafSeries.Say> own = reported.says(region, statistic.id());
    Set<String> line = new TreeSet<>(above);
    line.add(region);
    Map<String, SortedMap<Period, LeafSeries.Say>> byUnit = new TreeMap<>();
    Set<Period> periods = new TreeSet<>(own.keySet());
    for (Successor part : parts) {
      SortedMap<Period, LeafSeries.Say> says = before(part, statistic, line);
      byUnit.put(part.from(), says);
      periods.addAll(says.keySet());
    }
    SortedMap<Period, LeafSeries.Say> together = new TreeMap<>();
    for (Period period : periods) {
      say(region, parts, statistic, period, own.get(period), byUnit)
          .ifPresent(say -> together.put(period, say));
    }
    return together;
  }

  /** What is said of one period by the unit itself and by those it was made of. */
  private Optional<LeafSeries.Say> say(
      String region,
      List<Successor> all,
      Statistic statistic,
      Period period,
      LeafSeries.Say own,
      Map<String, SortedMap<Period, LeafSeries.Say>> byUnit) {
    List<Successor> parts =
        all.stream().filter(part -> part.on().isAfter(period.firstDay())).toList();
    if (parts.isEmpty()) {
      return Optional.ofNullable(own);
    }
    if (parts.stream().noneMatch(part -> part.on().isAfter(period.lastDay()))
        && isSaid(own)
        && statistic.time() != TimeKind.FLOW) {
      return Optional.of(own); // a level at the end of the period is one after the change
    }
    boolean before = parts.stream().allMatch(part -> part.on().isAfter(period.lastDay()));
    boolean goesOn =
        parts.stream().anyMatch(part -> part.from().equals(region))
            || (before && tree.region(region).validity().on(period.lastDay()));
    Optional<LeafSeries.Say> sum = sum(region, goesOn, parts, statistic, period, own, byUnit);
    if (goesOn || !isSaid(own)) {
      return sum;
    }
    boolean both = sum.isPresent() && (before || statistic.time() == TimeKind.FLOW);
    return both && !same(own, sum.get(), statistic)
        ? Optional.of(held(region, own, sum.get()))
        : Optional.of(own);
  }

  /** The sum over the parts, if every one of them says something and its share is known. */
  private Optional<LeafSeries.Say> sum(
      String region,
      boolean goesOn,
      List<Successor> parts,
      Statistic statistic,
      Period period,
      LeafSeries.Say own,
      Map<String, SortedMap<Period, LeafSeries.Say>> byUnit) {
    List<LeafSeries.Say> says = new ArrayList<>();
    List<Fraction> shares = new ArrayList<>();
    if (goesOn && parts.stream().noneMatch(part -> part.from().equals(region))) {
      says.add(own);
      shares.add(Fraction.ONE);
    }
    for (Successor part : parts) {
      says.add(part.from().equals(region) ? own : byUnit.get(part.from()).get(period));
      shares.add(part.share());
    }
    boolean addable =
        (statistic.time() != TimeKind.STATED && !statistic.yesNo())
            || (says.size() == 1 && shares.get(0).equals(Fraction.ONE));
    if (!addable || !says.stream().allMatch(Inherited::isSaid) || shares.contains(Fraction.ZERO)) {
      return Optional.empty();
    }
    Optional<LeafSeries.Say> conflict =
        says.stream().filter(LeafSeries.Say::conflicting).findFirst();
    if (conflict.isPresent()) {
      return conflict;
    }
    return Optional.of(together(says, shares));
  }

  private static LeafSeries.Say together(List<LeafSeries.Say> says, List<Fraction> shares) {
    String source =
        says.stream().map(LeafSeries.Say::source).distinct().collect(Collectors.joining(" + "));
    String slot =
        says.stream()
            .map(say -> say.deliveries().get(0).slot())
            .distinct()
            .collect(Collectors.joining(" + "));
    List<Delivered> all = new ArrayList<>();
    for (int i = 0; i < says.size(); i++) {
      Fraction share = shares.get(i);
      says.get(i).deliveries().forEach(one -> all.add(one.as(source, slot, share)));
    }
    return new LeafSeries.Say(all);
  }

  private static boolean isSaid(LeafSeries.Say say) {
    return say != null && (say.conflicting() || say.mark() != Mark.MISSING);
  }

  private boolean same(LeafSeries.Say left, LeafSeries.Say right, Statistic statistic) {
    return !left.conflicting()
        && !right.conflicting()
        && value(left, statistic).equals(value(right, statistic));
  }

  private Optional<Fraction> value(LeafSeries.Say say, Statistic statistic) {
    Period period = say.sums().get(0).period();
    Reading reading = reported.filling(statistic, Map.of(period, say)).reported(period);
    return reading instanceof Reading.Value value ? Optional.of(value.value()) : Optional.empty();
  }

  /** Unit and predecessors say different things of one period; neither goes before the other. */
  private static LeafSeries.Say held(
      String region, LeafSeries.Say own, LeafSeries.Say predecessors) {
    List<Delivered> all = new ArrayList<>();
    own.deliveries()
        .forEach(
            one -> all.add(one.as(one.source(), one.slot() + " (" + region + ")", Fraction.ONE)));
    predecessors
        .deliveries()
        .forEach(
            one ->
                all.add(
                    one.as(
                        one.source(), one.slot() + " (" + one.sum().region() + ")", Fraction.ONE)));
    return new LeafSeries.Say(all);
  }
}
