package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Grain;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an indicator measures and how its value is worked out of statistics. */
public sealed interface Measure extends Serializable
    permits Measure.Ratio,
        Measure.Count,
        Measure.Amount,
        Measure.EachUnit,
        Measure.Conditions,
        RegisterMeasure {
  /** The name of the kind in schemes and data files. */
  String kind();

  /** The statistics it needs, sorted. */
  Set<String> inputs();

  /** How a ratio is taken over the months of a period. */
  enum OverMonths {
    /** Not by month: the period as a whole. */
    WHOLE,
    /** The month with the lowest ratio. */
    MIN,
    /** All months together: sums over sums, so that a month counts by its denominator. */
    MEAN
  }

  /**
   * Something set against something else: {@code Σ of / Σ in × factor}, summed over the leaves
   * first; shares are never averaged.
   *
   * @param kind {@code share}, {@code per_head} or {@code per_100_households}
   * @param of numerator
   * @param in denominator, in the same unit where it is a share
   * @param factor 100 for a share in percent, 1,000 for a figure per thousand
   * @param paired whether leaves that lack one of the two are left out instead of making it
   *     incomplete
   * @param over how it is taken over the months of a period
   * @param parts what {@code of} and {@code in} are made of, where something is left out of them;
   *     else empty
   */
  record Ratio(
      String kind,
      Formula of,
      Formula in,
      Fraction factor,
      boolean paired,
      OverMonths over,
      List<Part> parts)
      implements Measure {
    public Ratio {
      parts = List.copyOf(parts);
    }

    /** Whether it is part of a whole, which cannot pass 100 %. */
    public boolean isShare() {
      return kind.equals("share");
    }

    @Override
    public Set<String> inputs() {
      Set<String> inputs = new TreeSet<>(of.inputs());
      inputs.addAll(in.inputs());
      return inputs;
    }
  }

  /**
   * A part of a share from which something is left out: {@code (of - exclude_of) / (in - exclude_in
   * - except)}.
   *
   * @param role {@code of}, {@code in}, {@code exclude_of}, {@code exclude_in} or {@code except}
   * @param formula what it is
   */
  record Part(String role, Formula formula) implements Serializable {}

  /**
   * A number of things, summed over the leaves.
   *
   * @param of what is counted
   */
  record Count(Formula of) implements Measure {
    @Override
    public String kind() {
      return "count";
    }

    @Override
    public Set<String> inputs() {
      return of.inputs();
    }
  }

  /**
   * A statistic as it stands for the region itself, never summed.
   *
   * @param of the statistic's id
   */
  record Amount(String of) implements Measure {
    @Override
    public String kind() {
      return "amount";
    }

    @Override
    public Set<String> inputs() {
      return Set.of(of);
    }
  }

  /**
   * The share of a region's units that meet a condition, in percent, and which do not.
   *
   * @param count what is counted in each unit
   * @param operator on which side of the bar a unit must lie
   * @param bar what each unit must reach
   * @param units which units, for example counties but not districts
   */
  record EachUnit(Formula count, Operator operator, BigDecimal bar, Grain units)
      implements Measure {
    @Override
    public String kind() {
      return "each_unit";
    }

    @Override
    public Set<String> inputs() {
      return count.inputs();
    }
  }

  /**
   * Whether something is in place: 1 for met, 0 for unmet.
   *
   * @param of a yes/no statistic
   */
  record Conditions(String of) implements Measure {
    @Override
    public String kind() {
      return "conditions";
    }

    @Override
    public Set<String> inputs() {
      return Set.of(of);
    }
  }
}
