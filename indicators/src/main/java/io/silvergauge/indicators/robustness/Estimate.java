package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.Serializable;
import java.util.Optional;

/**
 * How a figure came about, and so how sure it is. A full count says so and has no interval; nothing
 * else is without one by accident.
 *
 * <p>Sources: Public Health England, Technical Guide: Confidence Intervals (2018), after APHO
 * Technical Briefing 3 (2008).
 */
public sealed interface Estimate extends Serializable
    permits Estimate.Census,
        Estimate.Share,
        Estimate.Events,
        Estimate.ManyEvents,
        Estimate.Mean,
        StandardisedRate {
  /** Its name in schemes and data files. */
  String name();

  /** The figure. */
  double value();

  /**
   * Its two-sided interval; empty for a census, or where there is too little to tell.
   *
   * @param confidence for example 0.95
   */
  Optional<Interval> interval(Confidence confidence);

  /**
   * How often an interval of its kind holds the truth.
   *
   * @param level above 0.5 and below 1
   */
  record Confidence(double level) implements Serializable {
    public Confidence {
      if (!(level > 0.5 && level < 1)) {
        throw new InvalidValueException(
            Bilingual.of(
                "置信水平应大于 0.5 且小于 1，却是 %s",
                "confidence must lie above 0.5 and below 1, but was %s", level));
      }
    }

    double upper() {
      return (1 + level) / 2;
    }

    /** The two-sided quantile of Student's t. */
    public double t(double degreesOfFreedom) {
      return Distributions.student(degreesOfFreedom, upper());
    }

    double z() {
      return Distributions.normal(upper());
    }
  }

  /** A full count: declared to have no sampling error. */
  record Census(double value) implements Estimate {
    @Override
    public String name() {
      return "census";
    }

    @Override
    public Optional<Interval> interval(Confidence confidence) {
      return Optional.empty();
    }
  }

  /**
   * A share of a sample, with Wilson's score interval: {@code (2np + z² ± z √(z² + 4npq)) / 2(n +
   * z²)}. Wilson, JASA 22 (1927). Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 at
   * 95 % gives 0.2553 to 0.3662.
   *
   * @param count how many have it, from 0 to {@code of}
   * @param of how many were asked or inspected
   */
  record Share(double count, double of) implements Estimate {
    public Share {
      if (!(count >= 0 && count <= of && of > 0) || Double.isInfinite(of)) {
        throw new InvalidValueException(
            Bilingual.of("比例：%s 之 %s 不成比例", "share: %s of %s is no share", count, of));
      }
    }

    @Override
    public String name() {
      return "wilson";
    }

    @Override
    public double value() {
      return count / of;
    }

    @Override
    public Optional<Interval> interval(Confidence confidence) {
      double z = confidence.z();
      double middle = 2 * count + z * z;
      double half = z * Math.sqrt(z * z + 4 * count * (1 - count / of));
      double divisor = 2 * (of + z * z);
      return Optional.of(
          new Interval(
              count == 0 ? 0 : (middle - half) / divisor,
              count == of ? 1 : (middle + half) / divisor));
    }
  }

  /**
   * Events counted, with the exact Poisson limits: half the chi-squared quantiles with 2x and 2x +
   * 2 degrees of freedom. Garwood, Biometrika 28 (1936). By table: 10 events at 95 % give 4.795 to
   * 18.390.
   *
   * @param count a whole number of events, from 0
   */
  record Events(long count) implements Estimate {
    public Events {
      counted(count);
    }

    @Override
    public String name() {
      return "poisson";
    }

    @Override
    public double value() {
      return count;
    }

    @Override
    public Optional<Interval> interval(Confidence confidence) {
      return Optional.of(
          new Interval(
              count == 0 ? 0 : Distributions.gamma(count, 1 - confidence.upper()),
              Distributions.gamma(count + 1.0, confidence.upper())));
    }
  }

  /**
   * Events counted, with Byar's approximation: {@code x (1 − 1/9x − z/3√x)³} and {@code (x + 1) (1
   * − 1/9(x+1) + z/3√(x+1))³}. Breslow and Day, Statistical Methods in Cancer Research II (1987),
   * equation 2.13.
   *
   * @param count a whole number of events, from 0
   */
  record ManyEvents(long count) implements Estimate {
    public ManyEvents {
      counted(count);
    }

    @Override
    public String name() {
      return "byar";
    }

    @Override
    public double value() {
      return count;
    }

    @Override
    public Optional<Interval> interval(Confidence confidence) {
      double z = confidence.z();
      return Optional.of(
          new Interval(count == 0 ? 0 : Math.max(0, limit(count, -z)), limit(count + 1.0, z)));
    }

    private static double limit(double x, double z) {
      double root = 1 - 1 / (9 * x) + z / (3 * Math.sqrt(x));
      return x * root * root * root;
    }
  }

  /**
   * A mean of a sample, with Student's t: {@code x̄ ± t(n − 1) s / √n}. Student, Biometrika 6
   * (1908).
   *
   * @param deviation the sample's standard deviation, divisor n − 1
   * @param of the size of the sample; one alone has no interval
   */
  record Mean(double value, double deviation, long of) implements Estimate {
    public Mean {
      if (!(deviation >= 0) || of < 1 || !Double.isFinite(value)) {
        throw new InvalidValueException(
            Bilingual.of(
                "均值：标准差 %s、样本量 %d 不成立",
                "mean: a deviation of %s in a sample of %d is impossible", deviation, of));
      }
    }

    @Override
    public String name() {
      return "student";
    }

    @Override
    public Optional<Interval> interval(Confidence confidence) {
      if (of == 1) {
        return Optional.empty();
      }
      double half = Distributions.student(of - 1.0, confidence.upper()) * deviation / Math.sqrt(of);
      return Optional.of(new Interval(value - half, value + half));
    }
  }

  private static void counted(long count) {
    if (count < 0) {
      throw new InvalidValueException(
          Bilingual.of("计数不能为负：%d", "a count cannot be negative: %d", count));
    }
  }
}
