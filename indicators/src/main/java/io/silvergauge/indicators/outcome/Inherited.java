package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.region.Change;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Successor;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
 * was split the share counts that the table of successors gives, else nothing. Changes are applied
 * day by day, all of one day to the units as they were before it.
 */
final class Inherited {
  private record Key(LeafKey leaf, LocalDate last, boolean passing) {}

  private final RegionTree tree;
  private final Reported reported;
  private final Map<Key, SortedMap<Period, LeafSeries.Say>> changed = new HashMap<>();
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
        reported.filling(statistic, says(region, statistic, after(period))).in(period);
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

  /** What is said of a unit as it was before a day, by all changes before that day. */
  private SortedMap<Period, LeafSeries.Say> says(
      String region, Statistic statistic, LocalDate until) {
    List<Change> changes =
        tree.successors().changes(region).stream()
            .filter(change -> change.on().isBefore(until))
            .toList();
    return changes.isEmpty()
        ? reported.says(region, statistic.id())
        : after(changes, statistic, false);
  }

  /**
   * What a unit handed on by a change: that of the unit as it was before that day, and what it had
   * taken in on the day itself where it was made and came to its end on it.
   */
  private SortedMap<Period, LeafSeries.Say> handedOn(Successor part, Statistic statistic) {
    List<Change> changes =
        tree.successors().changes(part.from()).stream()
            .filter(change -> !change.on().isAfter(part.on()))
            .toList();
    return onlyPasses(changes.get(changes.size() - 1))
        ? after(changes, statistic, true)
        : says(part.from(), statistic, part.on());
  }

  /** Whether a unit took in and came to its end on one day, so that all it took went on. */
  private boolean onlyPasses(Change change) {
    boolean ended =
        tree.find(change.unit()).map(unit -> !unit.validity().on(change.on())).orElse(true);
    return ended && change.kept().isEmpty() && !change.into().isEmpty() && !comesBack(change);
  }

  /** Whether some of a unit came back to it on the same day, so that the day has no order. */
  private boolean comesBack(Change change) {
    Set<String> reached = new TreeSet<>();
    Deque<Successor> next = new ArrayDeque<>(change.outOf());
    while (!next.isEmpty()) {
      String unit = next.remove().to();
      if (reached.add(unit)) {
        tree.successors().outOf(unit).stream()
            .filter(out -> out.on().equals(change.on()))
            .forEach(next::add);
      }
    }
    return reached.contains(change.unit());
  }

  /**
   * What is said of a unit after these of its changes.
   *
   * @param passing whether what it took in by the last of them is still to go on
   */
  private SortedMap<Period, LeafSeries.Say> after(
      List<Change> changes, Statistic statistic, boolean passing) {
    Change last = changes.get(changes.size() - 1);
    Key key = new Key(new LeafKey(last.unit(), statistic.id()), last.on(), passing);
    SortedMap<Period, LeafSeries.Say> known = changed.get(key);
    if (known == null) {
      List<Change> all = new ArrayList<>(changes);
      if (passing) {
        all.set(all.size() - 1, new Change(last.unit(), last.on(), last.into(), List.of()));
      }
      known = work(all, statistic);
      changed.put(key, known);
    }
    return known;
  }

  private SortedMap<Period, LeafSeries.Say> work(List<Change> changes, Statistic statistic) {
    String region = changes.get(0).unit();
    SortedMap<Period, LeafSeries.Say> own = reported.says(region, statistic.id());
    Map<Successor, SortedMap<Period, LeafSeries.Say>> handedOn = new HashMap<>();
    Set<Period> periods = new TreeSet<>(own.keySet());
    for (Change change : changes) {
      for (Successor part : change.taken()) {
        SortedMap<Period, LeafSeries.Say> says = handedOn(part, statistic);
        handedOn.put(part, says);
        periods.addAll(says.keySet());
      }
    }
    SortedMap<Period, LeafSeries.Say> together = new TreeMap<>();
    for (Period period : periods) {
      OnePeriod one = new OnePeriod(region, statistic, period, own.get(period), handedOn);
      changes.forEach(one::apply);
      one.say().ifPresent(say -> together.put(period, say));
    }
    return together;
  }

  /** What is said of one unit and period, while its changes are applied day by day. */
  private final class OnePeriod {
    private final String region;
    private final Statistic statistic;
    private final Period period;
    private final LeafSeries.Say own;
    private final Map<Successor, SortedMap<Period, LeafSeries.Say>> handedOn;
    private final Validity validity;

    /** What is said of the unit as the changes so far made it; null where nothing is. */
    private LeafSeries.Say now;

    /** Whether the unit was there in the period, by itself or by what it was made of. */
    private boolean there;

    /** Whether its own figure stands for what it had before all changes. */
    private boolean fromOwn;

    private int later;
    private boolean confirmed;

    OnePeriod(
        String region,
        Statistic statistic,
        Period period,
        LeafSeries.Say own,
        Map<Successor, SortedMap<Period, LeafSeries.Say>> handedOn) {
      this.region = region;
      this.statistic = statistic;
      this.period = period;
      this.own = own;
      this.handedOn = handedOn;
      this.validity = tree.find(region).map(Region::validity).orElse(Validity.ALWAYS);
      this.now = own;
      this.there = !validity.from().isAfter(period.lastDay());
      this.fromOwn = there;
    }

    /** Applies the next change; one on the first day of the period or before it is in already. */
    void apply(Change change) {
      if (change.on().isAfter(period.lastDay())) {
        later(change);
      } else if (change.on().isAfter(period.firstDay()) && !change.into().isEmpty()) {
        within(change);
      }
    }

    /** A change after the period: what was is added up and divided. */
    private void later(Change change) {
      Optional<Fraction> kept = change.kept();
      if (!there && later == 0 && (kept.isPresent() || madeUnknown(change))) {
        there = true;
        fromOwn = true;
      }
      later++;
      boolean stays = there && (kept.isPresent() || change.outOf().isEmpty());
      List<Successor> taken = change.taken();
      now =
          taken.isEmpty() && !stays
              ? null
              : sum(stays, kept.orElse(Fraction.ONE), taken).orElse(null);
      there = stays || !taken.isEmpty();
      confirmed |= isSaid(now) && isSaid(own) && same(own, now, statistic);
    }

    /** Whether the unit was made, of nobody knows what, between the period and a change. */
    private boolean madeUnknown(Change change) {
      return validity.on(change.on().minusDays(1)) && !isSaid(own);
    }

    /** A change within the period: a level at its end is one after the change. */
    private void within(Change change) {
      if (isSaid(now) && statistic.time() != TimeKind.FLOW) {
        return;
      }
      Optional<Fraction> kept = change.kept();
      boolean wentOn = validity.from().isBefore(change.on());
      if (kept.isPresent() || !isSaid(now)) {
        boolean stays = kept.isPresent() || wentOn;
        now = sum(stays, kept.orElse(Fraction.ONE), change.taken()).orElse(null);
        return;
      }
      Optional<LeafSeries.Say> taken = sum(false, Fraction.ONE, change.taken());
      if (taken.isPresent() && (wentOn || !same(now, taken.get(), statistic))) {
        now = held(region, now, taken.get());
      }
    }

    /**
     * What is said after all changes. What a unit says of a time in which it was not there is held
     * against what it was made of; where it changed more than once, nobody knows as of which day it
     * says so.
     */
    Optional<LeafSeries.Say> say() {
      if (later == 0 || fromOwn || !isSaid(own) || !there) {
        return Optional.ofNullable(now);
      }
      if (isSaid(now) && !confirmed) {
        return Optional.of(held(region, own, now));
      }
      return later == 1 ? Optional.of(own) : Optional.ofNullable(now);
    }

    /** The sum of what stays and is taken in, if all say something and each share is known. */
    private Optional<LeafSeries.Say> sum(boolean stays, Fraction kept, List<Successor> taken) {
      List<LeafSeries.Say> says = new ArrayList<>();
      List<Fraction> shares = new ArrayList<>();
      if (stays) {
        says.add(now);
        shares.add(kept);
      }
      for (Successor part : taken) {
        says.add(handedOn.get(part).get(period));
        shares.add(part.share());
      }
      boolean addable =
          (statistic.time() != TimeKind.STATED && !statistic.yesNo())
              || (says.size() == 1 && shares.get(0).equals(Fraction.ONE));
      if (!addable
          || !says.stream().allMatch(Inherited::isSaid)
          || shares.contains(Fraction.ZERO)) {
        return Optional.empty();
      }
      Optional<LeafSeries.Say> conflict =
          says.stream().filter(LeafSeries.Say::conflicting).findFirst();
      return conflict.isPresent() ? conflict : Optional.of(together(says, shares));
    }
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
