package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Named;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.register.Registers;
import io.silvergauge.indicators.register.Tally;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Fill;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Grain;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sums of a set of statistics over the leaves of a region: complete, or with the reason why not. A
 * leaf to which one of the statistics does not apply leaves the set for all of them.
 */
final class RollUp {
  private static final int RECORDS = 3;

  private final Scheme scheme;
  private final RegionTree tree;
  private final Inherited inherited;
  private final Registers registers;
  private final Set<LeafSum> used = new LinkedHashSet<>();
  private final Map<LeafKey, Reading.None> held = new HashMap<>();

  RollUp(Scheme scheme, RegionTree tree, Reported reported) {
    this.scheme = scheme;
    this.tree = tree;
    this.inherited = reported.in(tree);
    this.registers = reported.registers();
  }

  /** From now on a unit has no value of a statistic, in any period; the first reason stays. */
  void hold(String region, String statistic, Bilingual why) {
    held.putIfAbsent(new LeafKey(region, statistic), new Reading.None(Reason.CHECK_FAILED, why));
  }

  /** Sums, or why there are none, with the quality of what went into them. */
  sealed interface Sums {
    Quality quality();

    /** A sum for each statistic. */
    record Complete(Map<String, Fraction> values, Quality quality, List<String> documents)
        implements Sums {}

    /** No sums. */
    record Lacking(Reason reason, Bilingual detail, Quality quality) implements Sums {}
  }

  /** The leaves a region has for the statistic with this id. */
  List<Region> leavesOf(String region, String statistic, Period period) {
    return leaves(region, scheme.statistic(statistic), period);
  }

  private List<Region> leaves(String region, Statistic statistic, Period period) {
    if (statistic.grain().equals(Grain.SELF) || statistic.time() == TimeKind.STATED) {
      return List.of(tree.region(region));
    }
    List<Region> leaves =
        new ArrayList<>(tree.leaves(region, statistic.grain().levels(), period.lastDay()));
    if (statistic.fill() == Fill.SUM) {
      leaves.addAll(abolished(region, statistic, period));
      leaves.sort(Comparator.comparing(Region::code));
    }
    return leaves;
  }

  /**
   * Units that ended within a period and went into none that is known: what happened in them before
   * that still counts.
   */
  private List<Region> abolished(String region, Statistic statistic, Period period) {
    return tree
        .ended(region, statistic.grain().levels(), period.firstDay(), period.lastDay())
        .stream()
        .filter(unit -> !unit.code().equals(region))
        .filter(unit -> tree.successors().outOf(unit.code()).isEmpty())
        .toList();
  }

  /** What a leaf has; of one that ended within the period, in the months before that. */
  Reading reading(Region leaf, Statistic statistic, Period period) {
    Reading held = this.held.get(new LeafKey(leaf.code(), statistic.id()));
    if (held != null) {
      return held;
    }
    Reading said = said(leaf, statistic, period);
    return said instanceof Reading.None none && none.detail().en().isEmpty()
        ? new Reading.None(none.reason(), unclear(leaf, statistic, period))
        : said;
  }

  /** The records that keep a statistic from being counted; empty where it is no matter of those. */
  private Bilingual unclear(Region leaf, Statistic statistic, Period period) {
    Tally tally = scheme.tallies().get(statistic.id());
    if (tally == null
        || !(registers.say(tally.register(), leaf.code(), period, statistic.maxAge())
            instanceof Registers.Say.Says says)) {
      return Bilingual.EMPTY;
    }
    Register register = scheme.registers().get(tally.register());
    List<RegisterRecord> unclear = tally.over(register, says.records()).unclear();
    String names =
        String.join(", ", unclear.stream().limit(RECORDS).map(RecordView::name).toList())
            + (unclear.size() > RECORDS ? " …" : "");
    return unclear.isEmpty()
        ? Bilingual.EMPTY
        : Bilingual.of(
            "%s有 %d 条记录被拒绝或信息不足：%s",
            unclear.size() == 1
                ? "%s: %d record was refused or does not say enough: %s"
                : "%s: %d records were refused or do not say enough: %s",
            register.name(),
            unclear.size(),
            names);
  }

  private Reading said(Region leaf, Statistic statistic, Period period) {
    LocalDate end = leaf.validity().to();
    if (statistic.fill() != Fill.SUM
        || !end.isAfter(period.firstDay())
        || end.isAfter(period.lastDay())) {
      return inherited.reading(leaf.code(), statistic, period);
    }
    YearMonth last = YearMonth.from(end.minusDays(1));
    Reading whole = inherited.reading(leaf.code(), statistic, new Period(period.from(), last));
    boolean partly = end.getDayOfMonth() > 1 && last.isAfter(period.from());
    return whole instanceof Reading.None && partly
        ? inherited.reading(leaf.code(), statistic, new Period(period.from(), last.minusMonths(1)))
        : whole;
  }

  /**
   * The sums over a region's leaves.
   *
   * @param paired whether leaves that lack an input are left out instead of making it incomplete
   */
  Sums sums(String region, Set<String> statistics, Period period, boolean paired) {
    Map<String, List<Region>> leaves = new TreeMap<>();
    statistics.forEach(id -> leaves.put(id, leavesOf(region, id, period)));
    return sums(leaves, period, paired);
  }

  /** What a region itself says of a statistic; nothing is summed. */
  Sums own(String region, String statistic, Period period) {
    return sums(Map.of(statistic, List.of(tree.region(region))), period, false);
  }

  private Sums sums(Map<String, List<Region>> leavesByStatistic, Period period, boolean paired) {
    Map<String, Map<String, Reading>> readings = new TreeMap<>();
    Set<String> excluded = new TreeSet<>();
    Set<String> lacking = new TreeSet<>();
    for (Map.Entry<String, List<Region>> entry : leavesByStatistic.entrySet()) {
      Statistic statistic = scheme.statistic(entry.getKey());
      Map<String, Reading> byLeaf = new LinkedHashMap<>();
      for (Region leaf : entry.getValue()) {
        Reading reading = reading(leaf, statistic, period);
        byLeaf.put(leaf.code(), reading);
        if (reading instanceof Reading.NotApplicable) {
          excluded.add(leaf.code());
        } else if (reading instanceof Reading.None) {
          lacking.add(leaf.code());
        }
      }
      readings.put(entry.getKey(), byLeaf);
    }
    lacking.removeAll(excluded);
    Set<String> leaves = new TreeSet<>();
    readings.values().forEach(byLeaf -> leaves.addAll(byLeaf.keySet()));
    leaves.removeAll(excluded);
    Quality coverage = Quality.NONE.over(leaves.size() - lacking.size(), leaves.size());
    if (readings.values().stream().anyMatch(byLeaf -> excluded.containsAll(byLeaf.keySet()))) {
      return new Sums.Lacking(
          Reason.NOT_APPLICABLE,
          new Bilingual("各单位均不适用", "it applies to none of the units"),
          coverage);
    }
    Set<String> left = new TreeSet<>(excluded);
    if (paired) {
      left.addAll(lacking);
    }
    boolean none = readings.values().stream().anyMatch(byLeaf -> left.containsAll(byLeaf.keySet()));
    if (none || (!paired && !lacking.isEmpty())) {
      return lacking(readings, excluded, coverage);
    }
    return complete(readings, left, coverage);
  }

  /** Every reported sum that has gone into a complete sum so far, as they came. */
  Set<LeafSum> used() {
    return used;
  }

  private Sums complete(
      Map<String, Map<String, Reading>> readings, Set<String> left, Quality coverage) {
    Map<String, Fraction> values = new TreeMap<>();
    Quality quality = coverage;
    Set<String> documents = new TreeSet<>();
    for (Map.Entry<String, Map<String, Reading>> statistic : readings.entrySet()) {
      Fraction sum = Fraction.ZERO;
      for (Map.Entry<String, Reading> leaf : statistic.getValue().entrySet()) {
        if (!left.contains(leaf.getKey()) && leaf.getValue() instanceof Reading.Value value) {
          sum = sum.plus(value.value());
          quality = quality.and(value);
          used.addAll(value.used());
          value.used().stream()
              .map(LeafSum::document)
              .filter(document -> !document.isEmpty())
              .forEach(documents::add);
        }
      }
      values.put(statistic.getKey(), sum);
    }
    return new Sums.Complete(values, quality, List.copyOf(documents));
  }

  /**
   * Names the first statistic at fault and its leaves; a conflict, then a failed check, outweighs
   * an absence.
   */
  private Sums.Lacking lacking(
      Map<String, Map<String, Reading>> readings, Set<String> excluded, Quality coverage) {
    Sums.Lacking worst = null;
    for (Map.Entry<String, Map<String, Reading>> statistic : readings.entrySet()) {
      Map<String, Reading> byLeaf = new TreeMap<>(statistic.getValue());
      byLeaf.keySet().removeAll(excluded);
      List<Map.Entry<String, Reading>> lacking =
          byLeaf.entrySet().stream()
              .filter(leaf -> leaf.getValue() instanceof Reading.None)
              .toList();
      if (lacking.isEmpty()) {
        continue;
      }
      Sums.Lacking found = lacking(scheme.statistic(statistic.getKey()), byLeaf, lacking, coverage);
      if (worst == null || weight(found.reason()) > weight(worst.reason())) {
        worst = found;
      }
    }
    if (worst == null) {
      throw new IllegalStateException("Nothing is lacking");
    }
    return worst;
  }

  private Sums.Lacking lacking(
      Statistic statistic,
      Map<String, Reading> byLeaf,
      List<Map.Entry<String, Reading>> lacking,
      Quality coverage) {
    Reading.None first = (Reading.None) lacking.get(0).getValue();
    Reading.None telling =
        lacking.stream()
            .map(leaf -> (Reading.None) leaf.getValue())
            .max((a, b) -> Integer.compare(weight(a.reason()), weight(b.reason())))
            .orElse(first);
    boolean all = lacking.size() == byLeaf.size();
    Reason reason =
        all || weight(telling.reason()) > weight(Reason.TOO_OLD)
            ? telling.reason()
            : Reason.INCOMPLETE;
    Bilingual why =
        telling.detail().en().isEmpty()
            ? Bilingual.EMPTY
            : Bilingual.of("（%s）", " (%s)", telling.detail());
    Bilingual detail =
        byLeaf.size() == 1
            ? Bilingual.of("%s%s", "%s%s", statistic.name(), why)
            : Bilingual.of(
                "%s：%d 个单位中缺 %d 个：%s%s",
                "%1$s: %3$d of %2$d units have no value: %4$s%5$s",
                statistic.name(),
                byLeaf.size(),
                lacking.size(),
                names(lacking.stream().map(Map.Entry::getKey).toList()),
                why);
    return new Sums.Lacking(reason, detail, coverage);
  }

  private String names(Collection<String> codes) {
    return Named.first(List.copyOf(codes), code -> code + " " + tree.region(code).name().zh());
  }

  private static int weight(Reason reason) {
    return switch (reason) {
      case CONFLICTING_SOURCES -> 3;
      case CHECK_FAILED -> 2;
      case TOO_OLD -> 1;
      default -> 0;
    };
  }
}
