package io.silvergauge.indicators.composite;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws outliers in where a column is both skewed and peaked: first one end at a time to the next
 * value (winsorising), then, if that needs more points than allowed, by a logarithm over the values
 * as reported. What helps neither way is left as reported and says so.
 *
 * <p>Source: OECD and JRC handbook (2008), step 4, with the limits the JRC uses: a column passes
 * with |skewness| below 2 or kurtosis below 3.5. The logarithm is {@code ln(x − least + (most −
 * least) / 100)} as in the JRC's COIN Tool; for a long lower end it is mirrored, which is this
 * program's addition.
 *
 * @param skewness a column passes below it, absolutely
 * @param kurtosis a column passes below it, excess over the normal
 * @param mostPoints most points that are winsorised
 */
public record Treatment(double skewness, double kurtosis, int mostPoints) implements Serializable {
  /** The JRC's limits, five points at most. */
  public static final Treatment USUAL = new Treatment(2, 3.5, 5);

  public Treatment {
    Refusals.outside("skewness", skewness, 0.1, 100);
    Refusals.outside("kurtosis", kurtosis, 0.1, 100);
    Refusals.outside("most_points", mostPoints, 0, 1000);
  }

  /** What was done with a column. */
  public enum Outcome {
    /** Nothing: it passes as reported. */
    PASSES,
    /** Nothing: fewer than four values, or all the same, have no kurtosis. */
    TOO_FEW,
    /** Points were drawn in. */
    WINSORISED,
    /** All values were taken as logarithms. */
    LOGARITHM,
    /** Nothing: neither way would have made it pass. */
    STAYS_SKEWED
  }

  /** A value that was changed. */
  public record Point(int unit, double reported, double treated) implements Serializable {}

  /**
   * A treated column.
   *
   * @param points every value that was changed, in the order of the units
   */
  public record Treated(Column column, Outcome outcome, List<Point> points) {
    public Treated {
      points = List.copyOf(points);
    }
  }

  /**
   * How a column is spread, both corrected for the size of the sample.
   *
   * @param skewness nought where both ends are alike, above it where the upper one is longer
   * @param kurtosis in excess of a normal distribution's
   */
  public record Moment(double skewness, double kurtosis) implements Serializable {}

  /** The moments of a column; empty with fewer than four values, or all the same. */
  public static Optional<Moment> moments(Column column) {
    double[] values = column.present();
    return unfit(column)
        ? Optional.empty()
        : Optional.of(new Moment(Moments.skewness(values), Moments.kurtosis(values)));
  }

  /**
   * What a treatment makes of values, taken from a set of them.
   *
   * @param outcome what is done
   * @param low values below it are drawn in to it
   * @param high values above it are drawn in to it
   * @param least the least value it is taken from
   * @param most the greatest
   * @param mirrored whether logarithms are taken of the distance from the greatest value
   */
  public record Fitted(
      Outcome outcome, double low, double high, double least, double most, boolean mirrored)
      implements Serializable {
    /** Values stay as they are. */
    public static final Fitted NOTHING = staying(Outcome.PASSES);

    private static Fitted staying(Outcome outcome) {
      return new Fitted(outcome, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, false);
    }

    /** The treated value. */
    public double of(double value) {
      double held = Math.max(low, Math.min(value, high));
      if (outcome != Outcome.LOGARITHM) {
        return held;
      }
      double margin = (most - least) / 100;
      return mirrored
          ? -StrictMath.log(most - held + margin)
          : StrictMath.log(held - least + margin);
    }
  }

  /** The treatment taken from a column; values beyond a column of logarithms count as its ends. */
  public Fitted fit(Column reference) {
    Treated treated = apply(reference);
    double[] values = reference.present();
    if (treated.outcome() == Outcome.WINSORISED) {
      double[] drawnIn = treated.column().present();
      return new Fitted(
          Outcome.WINSORISED, Moments.least(drawnIn), Moments.most(drawnIn), 0, 0, false);
    }
    if (treated.outcome() == Outcome.LOGARITHM) {
      double least = Moments.least(values);
      double most = Moments.most(values);
      return new Fitted(Outcome.LOGARITHM, least, most, least, most, Moments.skewness(values) < 0);
    }
    return Fitted.staying(treated.outcome());
  }

  /** Treats a column. */
  public Treated apply(Column column) {
    if (unfit(column)) {
      return new Treated(column, Outcome.TOO_FEW, List.of());
    }
    if (passes(column)) {
      return new Treated(column, Outcome.PASSES, List.of());
    }
    Column winsorised = winsorised(column);
    if (!unfit(winsorised) && passes(winsorised)) {
      return new Treated(winsorised, Outcome.WINSORISED, points(column, winsorised));
    }
    Column logged = logarithm(column);
    return passes(logged)
        ? new Treated(logged, Outcome.LOGARITHM, points(column, logged))
        : new Treated(column, Outcome.STAYS_SKEWED, List.of());
  }

  private static boolean unfit(Column column) {
    double[] values = column.present();
    return values.length < 4 || Moments.least(values) == Moments.most(values);
  }

  private boolean passes(Column column) {
    double[] values = column.present();
    return Math.abs(Moments.skewness(values)) < skewness || Moments.kurtosis(values) < kurtosis;
  }

  private Column winsorised(Column column) {
    Column now = column;
    while (!unfit(now) && !passes(now)) {
      Direction end = Moments.skewness(now.present()) >= 0 ? Direction.HIGHER : Direction.LOWER;
      Column next = drawnIn(now, end);
      if (points(column, next).size() > mostPoints) {
        return now;
      }
      now = next;
    }
    return now;
  }

  /** The outermost value, wherever it stands, replaced by the next one. */
  private static Column drawnIn(Column column, Direction end) {
    double outermost = end.best(column.present());
    double next = end.best(column.map(x -> x == outermost ? Double.NaN : x).present());
    return column.map(x -> x == outermost ? next : x);
  }

  private static Column logarithm(Column column) {
    double[] values = column.present();
    double least = Moments.least(values);
    double most = Moments.most(values);
    double margin = (most - least) / 100;
    return Moments.skewness(values) >= 0
        ? column.map(x -> StrictMath.log(x - least + margin))
        : column.map(x -> -StrictMath.log(most - x + margin));
  }

  private static List<Point> points(Column before, Column after) {
    List<Point> points = new ArrayList<>();
    for (int unit = 0; unit < before.size(); unit++) {
      if (before.has(unit) && before.at(unit) != after.at(unit)) {
        points.add(new Point(unit, before.at(unit), after.at(unit)));
      }
    }
    return points;
  }
}
