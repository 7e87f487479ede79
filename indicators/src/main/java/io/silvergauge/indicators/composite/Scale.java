package io.silvergauge.indicators.composite;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;

/** A yardstick laid on: what each value scores, and why. */
public sealed interface Scale extends Serializable {
  /** Why a yardstick gives no ordinary scores. */
  enum Flaw {
    /** No value to take it from. */
    NO_VALUES("没有数值", "there are no values"),
    /** All values are the same. */
    CONSTANT("各值全都相同", "all values are the same"),
    /** The unit it refers to has no value. */
    NO_REFERENCE("参照单位没有数值", "the unit of reference has no value"),
    /** The target or reference is not better than the worst value, so no distance leads to it. */
    TARGET_NOT_BETTER("目标不优于最差值", "the target is not better than the worst value"),
    /** No exponent of Box and Cox can be estimated. */
    NO_EXPONENT(
        "数值不都大于 0 或不足三个不同值", "not all values are above 0, or they are too few or all the same"),
    /** A fraction of values that are not above nought says nothing. */
    NOT_POSITIVE("数值不都大于 0", "not all values are above 0");

    private final Bilingual text;

    Flaw(String zh, String en) {
      text = new Bilingual(zh, en);
    }

    /** The flaw in words. */
    public Bilingual text() {
      return text;
    }
  }

  /** The score of a value; empty where there is none to give. */
  OptionalDouble score(double value);

  /** What keeps it from ordinary scores, if anything. */
  default Optional<Flaw> flaw() {
    return Optional.empty();
  }

  /** The score in one line: value, posts, formula, result. */
  Bilingual explain(double value);

  /** The sum that gives the score, with its numbers, for a pocket calculator; empty for none. */
  default Optional<String> formula(double value) {
    return score(value).isEmpty()
        ? Optional.empty()
        : Optional.of(signed(score(value).getAsDouble()));
  }

  /** A number as a formula has it: ten decimals, in brackets where it is negative. */
  static String signed(double number) {
    String text = Rounded.text(number);
    return text.startsWith("-") ? "(−" + text.substring(1) + ")" : text;
  }

  /**
   * Another scale's scores onto one with full marks: {@code score ÷ top × full}.
   *
   * @param inner the other scale
   * @param top its best possible score
   */
  record Stretched(Scale inner, double full, double top) implements Scale {
    @Override
    public OptionalDouble score(double value) {
      OptionalDouble score = inner.score(value);
      return score.isPresent() ? OptionalDouble.of(score.getAsDouble() / top * full) : score;
    }

    @Override
    public Optional<Flaw> flaw() {
      return inner.flaw();
    }

    @Override
    public Optional<String> formula(double value) {
      return inner
          .formula(value)
          .map(sum -> "(%s) ÷ %s × %s".formatted(sum, Scale.signed(top), Scale.signed(full)));
    }

    @Override
    public Bilingual explain(double value) {
      OptionalDouble score = score(value);
      return score.isEmpty()
          ? inner.explain(value)
          : Bilingual.of(
              "%s；%s ÷ %s × %s = %s",
              "%s; %s ÷ %s × %s = %s",
              inner.explain(value),
              Rounded.text(inner.score(value).getAsDouble()),
              Refusals.plain(top),
              Refusals.plain(full),
              Rounded.text(score.getAsDouble()));
    }
  }

  /** All values of a column. */
  default Column apply(Column column) {
    return column.map(value -> score(value).orElse(Double.NaN));
  }

  /**
   * A straight line: {@code from + (x − zero) / (full − zero) · (to − from)}, held between {@code
   * least} and {@code most}. Falling indicators have {@code full} below {@code zero}.
   */
  record Line(double zero, double full, double from, double to, double least, double most)
      implements Scale {
    @Override
    public OptionalDouble score(double value) {
      double score = from + (value - zero) / (full - zero) * (to - from);
      return OptionalDouble.of(Math.max(least, Math.min(score, most)));
    }

    @Override
    public Optional<String> formula(double value) {
      double free = from + (value - zero) / (full - zero) * (to - from);
      String line =
          "%s + (%s − %s) ÷ (%s − %s) × (%s − %s)"
              .formatted(
                  Scale.signed(from),
                  Scale.signed(value),
                  Scale.signed(zero),
                  Scale.signed(full),
                  Scale.signed(zero),
                  Scale.signed(to),
                  Scale.signed(from));
      return Optional.of(
          free < least
              ? "max(%s, %s)".formatted(Scale.signed(least), line)
              : free > most ? "min(%s, %s)".formatted(Scale.signed(most), line) : line);
    }

    @Override
    public Bilingual explain(double value) {
      double free = from + (value - zero) / (full - zero) * (to - from);
      double held = Math.max(least, Math.min(free, most));
      return Bilingual.of(
          "%s + (%s − %s) ÷ (%s − %s) × (%s − %s) = %s%s",
          "%s + (%s − %s) ÷ (%s − %s) × (%s − %s) = %s%s",
          Refusals.plain(from),
          Refusals.plain(value),
          Refusals.plain(zero),
          Refusals.plain(full),
          Refusals.plain(zero),
          Refusals.plain(to),
          Refusals.plain(from),
          Rounded.text(free),
          held == free
              ? Bilingual.EMPTY
              : Bilingual.of("，取边界 %s", ", held at %s", Rounded.text(held)));
    }
  }

  /**
   * Standard deviations from the mean: {@code to + (x − mean) / spread · unit}.
   *
   * @param spread one standard deviation; negative where less is better
   * @param to the score of the mean
   * @param unit what one standard deviation is worth
   */
  record Standard(double mean, double spread, double to, double unit) implements Scale {
    @Override
    public OptionalDouble score(double value) {
      return OptionalDouble.of(to + (value - mean) / spread * unit);
    }

    @Override
    public Optional<String> formula(double value) {
      return Optional.of(
          "%s + (%s − %s) ÷ %s × %s"
              .formatted(
                  Scale.signed(to),
                  Scale.signed(value),
                  Scale.signed(mean),
                  Scale.signed(spread),
                  Scale.signed(unit)));
    }

    @Override
    public Bilingual explain(double value) {
      return Bilingual.same(
          "%s + (%s − %s) ÷ %s × %s = %s"
              .formatted(
                  Refusals.plain(to),
                  Refusals.plain(value),
                  Rounded.text(mean),
                  spread < 0 ? "(" + Rounded.text(spread) + ")" : Rounded.text(spread),
                  Refusals.plain(unit),
                  Rounded.text(score(value).getAsDouble())));
    }
  }

  /** The best value over the value, where less is better: {@code best / x}. */
  record Inverse(double best) implements Scale {
    @Override
    public OptionalDouble score(double value) {
      return value > 0 ? OptionalDouble.of(best / value) : OptionalDouble.empty();
    }

    @Override
    public Optional<String> formula(double value) {
      return value > 0
          ? Optional.of(Scale.signed(best) + " ÷ " + Scale.signed(value))
          : Optional.empty();
    }

    @Override
    public Bilingual explain(double value) {
      if (value <= 0) {
        return Bilingual.of("%s：不大于 0，无得分", "%s: not above 0, no score", Refusals.plain(value));
      }
      return Bilingual.same(
          Refusals.plain(best)
              + " ÷ "
              + Refusals.plain(value)
              + " = "
              + Rounded.text(best / value));
    }
  }

  /**
   * Places: {@code (first + number of worse values) / divisor}, equal values sharing the lower
   * place.
   *
   * @param worseFirst the values compared with, worst first
   */
  record Places(Column worseFirst, Direction direction, double first, double divisor)
      implements Scale {
    @Override
    public OptionalDouble score(double value) {
      return OptionalDouble.of((first + worse(value)) / divisor);
    }

    private int worse(double value) {
      int low = 0;
      int high = worseFirst.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (direction.worse(worseFirst.at(middle), value)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    @Override
    public Optional<String> formula(double value) {
      return Optional.of(
          "(%s + %s) ÷ %s"
              .formatted(Scale.signed(first), Scale.signed(worse(value)), Scale.signed(divisor)));
    }

    @Override
    public Bilingual explain(double value) {
      return Bilingual.of(
          "%s：%d 个值中有 %d 个更差；(%s + %d) ÷ %s = %s",
          "%s: of %d values %d are worse; (%s + %d) ÷ %s = %s",
          Refusals.plain(value),
          worseFirst.size(),
          worse(value),
          Refusals.plain(first),
          worse(value),
          Refusals.plain(divisor),
          Rounded.text(score(value).getAsDouble()));
    }
  }

  /**
   * The same for every value.
   *
   * @param why what keeps the values from being told apart
   */
  record Flat(Flaw why, double score) implements Scale {
    @Override
    public OptionalDouble score(double value) {
      return OptionalDouble.of(score);
    }

    @Override
    public Optional<Flaw> flaw() {
      return Optional.of(why);
    }

    @Override
    public Bilingual explain(double value) {
      return Bilingual.of(
          "%s：%s，统一记 %s",
          "%s: %s, each scores %s", Refusals.plain(value), why.text(), Rounded.text(score));
    }
  }

  /**
   * No scores.
   *
   * @param why what keeps it from any
   */
  record Nothing(Flaw why) implements Scale {
    @Override
    public OptionalDouble score(double value) {
      return OptionalDouble.empty();
    }

    @Override
    public Optional<Flaw> flaw() {
      return Optional.of(why);
    }

    @Override
    public Bilingual explain(double value) {
      return Bilingual.of("%s：%s，无得分", "%s: %s, no score", Refusals.plain(value), why.text());
    }
  }
}
