package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.register.Tally;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the registers that were sent into sums of their leaves, so that what is counted from
 * records and what is reported are evaluated in one way. A register is a full list: a leaf of the
 * sender without any record has none of these things, which is zero.
 */
public final class RegisterSums {
  private final Scheme scheme;
  private final RegionTree tree;

  /** Sums by the tallies of a scheme. */
  public RegisterSums(Scheme scheme, RegionTree tree) {
    this.scheme = scheme;
    this.tree = tree;
  }

  /**
   * A register as it was sent, in one part or several.
   *
   * @param source id of the source description it was read by
   * @param sender code of the region that sent it, and of which it is a full list
   * @param period period for which it was sent
   * @param register the register's id
   */
  public record Sent(String source, String sender, Period period, String register)
      implements Serializable {
    private static final Comparator<Sent> ORDER =
        Comparator.comparing(Sent::source)
            .thenComparing(Sent::sender)
            .thenComparing(Sent::period)
            .thenComparing(Sent::register);

    String slot() {
      return source + "/" + sender + "/" + period + "/all";
    }
  }

  /**
   * A record as it was sent.
   *
   * @param order place of its delivery among the live ones; a later one amends an earlier
   */
  public record SentRecord(Sent sent, int order, RegisterRecord record) implements Serializable {}

  /**
   * The sums of a region's leaves.
   *
   * @param sent the registers that were sent of them, those without any record too
   * @param records the records in these leaves, or in what lies above and below them
   */
  public List<Delivered> of(String region, Collection<Sent> sent, Collection<SentRecord> records) {
    Map<Sent, List<RegisterRecord>> lists = new TreeMap<>(Sent.ORDER);
    sent.forEach(one -> lists.putIfAbsent(one, new ArrayList<>()));
    amended(records)
        .forEach(
            one -> lists.computeIfAbsent(one.sent(), x -> new ArrayList<>()).add(one.record()));
    List<Delivered> sums = new ArrayList<>();
    lists.forEach(
        (list, all) ->
            scheme
                .tallies()
                .forEach(
                    (statistic, tally) -> {
                      if (tally.register().equals(list.register())) {
                        sums.addAll(sums(region, list, all, scheme.statistic(statistic), tally));
                      }
                    }));
    return sums;
  }

  /** Of the records of one thing the last; those without an identity amend nothing. */
  private static List<SentRecord> amended(Collection<SentRecord> records) {
    Map<Sent, Map<String, SentRecord>> last = new TreeMap<>(Sent.ORDER);
    List<SentRecord> result = new ArrayList<>();
    for (SentRecord one : records) {
      if (one.record().id().isEmpty()) {
        result.add(one);
      } else {
        last.computeIfAbsent(one.sent(), sent -> new TreeMap<>())
            .merge(one.record().id(), one, (a, b) -> a.order() > b.order() ? a : b);
      }
    }
    last.values().forEach(byId -> result.addAll(byId.values()));
    return result;
  }

  private List<Delivered> sums(
      String region, Sent sent, List<RegisterRecord> records, Statistic statistic, Tally tally) {
    Register register = scheme.registers().get(sent.register());
    List<Delivered> sums = new ArrayList<>();
    for (Region leaf : tree.leaves(region, statistic.grain().levels(), sent.period().lastDay())) {
      if (!tree.withAncestors(leaf.code()).contains(sent.sender())) {
        continue; // the sender does not speak for it
      }
      List<RegisterRecord> own = new ArrayList<>();
      for (RegisterRecord record : records) {
        if (tree.withAncestors(record.region()).contains(leaf.code())) {
          own.add(record);
        } else if (tree.withAncestors(leaf.code()).contains(record.region())) {
          own.add(record.silent()); // in one of several leaves, and it does not say in which
        }
      }
      sums.add(
          new Delivered(
              sum(leaf.code(), sent, statistic, tally.over(register, own), own),
              sent.source(),
              sent.slot(),
              0));
    }
    return sums;
  }

  private static LeafSum sum(
      String leaf, Sent sent, Statistic statistic, Tally.Result result, List<RegisterRecord> own) {
    List<RegisterRecord> shown = result.value().isPresent() ? result.counted() : result.unclear();
    Origin origin =
        (shown.isEmpty() ? own : shown)
            .stream()
                .map(RegisterRecord::origin)
                .min(Comparator.comparing(Origin::file).thenComparing(Origin::row))
                .orElse(new Origin("", "", 0, ""));
    return new LeafSum(
        leaf,
        statistic.id(),
        sent.period(),
        statistic.unit(),
        result.value().isPresent() ? Mark.NUMBER : Mark.MISSING,
        result.value().map(value -> value.printed()).orElse(BigDecimal.ZERO),
        shown.size(),
        0,
        ValueStatus.REPORTED,
        sent.period().lastDay(),
        "",
        origin);
  }
}
