package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.register.Registers;
import io.silvergauge.indicators.register.Sent;
import io.silvergauge.indicators.register.Tally;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns the registers that were sent into sums of their leaves, so that what is counted from
 * records and what is reported are evaluated in one way. A leaf of the sender without any record
 * has none of these things, which is zero.
 */
public final class RegisterSums {
  private final Scheme scheme;
  private final RegionTree tree;

  /** Sums by the tallies of a scheme. */
  public RegisterSums(Scheme scheme, RegionTree tree) {
    this.scheme = scheme;
    this.tree = tree;
  }

  /** The sums of a region's leaves. */
  public List<Delivered> of(String region, Registers registers) {
    List<Delivered> sums = new ArrayList<>();
    for (Sent sent : registers.sent()) {
      scheme
          .tallies()
          .forEach(
              (statistic, tally) -> {
                if (tally.register().equals(sent.register())) {
                  sums.addAll(sums(region, sent, registers, scheme.statistic(statistic), tally));
                }
              });
    }
    return sums;
  }

  private List<Delivered> sums(
      String region, Sent sent, Registers registers, Statistic statistic, Tally tally) {
    Register register = scheme.registers().get(sent.register());
    List<Delivered> sums = new ArrayList<>();
    for (Region leaf : tree.leaves(region, statistic.grain().levels(), sent.period().lastDay())) {
      if (!tree.withAncestors(leaf.code()).contains(sent.sender())) {
        continue; // the sender does not speak for it
      }
      List<RegisterRecord> own = registers.in(sent, leaf.code());
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
