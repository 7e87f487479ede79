package io.silvergauge.indicators.composite;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How gaps of an indicator are filled. None is the rule; whatever is filled is listed, so that
 * every page can say so.
 *
 * <p>Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 3.
 */
public sealed interface Imputation extends Serializable {
  /** Its name in schemes and data files. */
  String name();

  /** What one gap is filled with; empty where nothing speaks for a value. */
  OptionalDouble fill(Panel panel, int unit);

  /**
   * How many periods old the value is that fills a gap; nought where it is of the period itself.
   */
  default int age(Panel panel, int unit) {
    return 0;
  }

  /**
   * An indicator over time.
   *
   * @param periods its columns, the oldest first
   * @param current which of them has the gaps
   * @param groups the group of each unit, for methods that look at others of its kind
   */
  record Panel(List<Column> periods, int current, List<String> groups) {
    public Panel {
      periods = List.copyOf(periods);
      groups = List.copyOf(groups);
      if (periods.get(current).size() != groups.size()) {
        throw new InvalidValueException(
            Bilingual.of(
                "%d 个单位却有 %d 个组名",
                "%d units but %d names of groups", periods.get(current).size(), groups.size()));
      }
    }

    Column now() {
      return periods.get(current);
    }
  }

  /**
   * A value that was put in.
   *
   * @param unit whose gap it fills
   * @param age how many periods old it is
   */
  record Filled(int unit, double value, int age) implements Serializable {}

  /** A column with its gaps filled as far as they can be, and what was put in. */
  record Completed(Column column, List<Filled> filled) {
    public Completed {
      filled = List.copyOf(filled);
    }
  }

  /** Fills the gaps of the current period. */
  default Completed apply(Panel panel) {
    Column column = panel.now();
    List<Filled> filled = new ArrayList<>();
    for (int unit = 0; unit < column.size(); unit++) {
      OptionalDouble value = panel.now().has(unit) ? OptionalDouble.empty() : fill(panel, unit);
      if (value.isPresent()) {
        filled.add(new Filled(unit, value.getAsDouble(), age(panel, unit)));
        column = column.with(unit, value.getAsDouble());
      }
    }
    return new Completed(column, filled);
  }

  /** Gaps stay gaps. */
  record None() implements Imputation {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public OptionalDouble fill(Panel panel, int unit) {
      return OptionalDouble.empty();
    }
  }

  /** The mean of the unit's group in the same period. */
  record GroupMean() implements Imputation {
    @Override
    public String name() {
      return "group_mean";
    }

    @Override
    public OptionalDouble fill(Panel panel, int unit) {
      double[] others = others(panel, unit);
      return others.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Moments.mean(others));
    }
  }

  /** The median of the unit's group in the same period. */
  record GroupMedian() implements Imputation {
    @Override
    public String name() {
      return "group_median";
    }

    @Override
    public OptionalDouble fill(Panel panel, int unit) {
      double[] others = others(panel, unit);
      return others.length == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(Quantiles.of(others, 0.5));
    }
  }

  /**
   * The unit's last earlier value.
   *
   * @param maxAge how many periods old it may be, at least 1
   */
  record LastEarlier(int maxAge) implements Imputation {
    public LastEarlier {
      Refusals.outside("max_age", maxAge, 1, 400);
    }

    @Override
    public String name() {
      return "last_earlier";
    }

    @Override
    public OptionalDouble fill(Panel panel, int unit) {
      int age = age(panel, unit);
      return age == 0
          ? OptionalDouble.empty()
          : panel.periods().get(panel.current() - age).find(unit);
    }

    @Override
    public int age(Panel panel, int unit) {
      for (int age = 1; age <= maxAge && age <= panel.current(); age++) {
        if (panel.periods().get(panel.current() - age).has(unit)) {
          return age;
        }
      }
      return 0;
    }
  }

  /** A straight line between the unit's last value before and its first after; never beyond. */
  record Linear() implements Imputation {
    @Override
    public String name() {
      return "linear";
    }

    @Override
    public OptionalDouble fill(Panel panel, int unit) {
      int before = panel.current() - 1;
      while (before >= 0 && !panel.periods().get(before).has(unit)) {
        before--;
      }
      int after = panel.current() + 1;
      while (after < panel.periods().size() && !panel.periods().get(after).has(unit)) {
        after++;
      }
      if (before < 0 || after == panel.periods().size()) {
        return OptionalDouble.empty();
      }
      double from = panel.periods().get(before).at(unit);
      double to = panel.periods().get(after).at(unit);
      return OptionalDouble.of(from + (to - from) * (panel.current() - before) / (after - before));
    }
  }

  private static double[] others(Panel panel, int unit) {
    double[] values = new double[panel.groups().size()];
    int count = 0;
    for (int other = 0; other < values.length; other++) {
      if (panel.now().has(other) && panel.groups().get(other).equals(panel.groups().get(unit))) {
        values[count++] = panel.now().at(other);
      }
    }
    return Arrays.copyOf(values, count);
  }
}
