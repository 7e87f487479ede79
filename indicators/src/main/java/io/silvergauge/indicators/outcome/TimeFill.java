package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fill;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.indicators.statistic.Units;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings what was reported, period by period, to the period that is evaluated. */
final class TimeFill {
  private static final Reading.None MISSING =
      new Reading.None(Reason.INPUT_MISSING, Bilingual.EMPTY);

  private final Statistic statistic;
  private final Units units;
  private final List<String> precedence;
  private final Map<Period, LeafSeries.Say> says;

  /**
   * Fills periods from what was said.
   *
   * @param precedence source ids; an earlier one goes before a later where two overlap
   */
  TimeFill(
      Statistic statistic, Units units, List<String> precedence, Map<Period, LeafSeries.Say> says) {
    this.statistic = statistic;
    this.units = units;
    this.precedence = precedence;
    this.says = says;
  }

  /** What the statistic comes to in {@code period}. */
  Reading in(Period period) {
    return switch (statistic.fill()) {
      case LAST -> newest(period);
      case SUM -> sum(period);
      case MEAN, MIN -> months(period);
      case ALL_MONTHS -> allMonths(period);
      case CUMULATIVE -> exactly(period.yearToDate());
      case DIFFERENCE -> difference(period);
    };
  }

  /** What was reported for exactly this period. */
  Reading reported(Period period) {
    return exactly(period);
  }

  /** The newest value that is not older than the statistic allows. */
  private Reading newest(Period period) {
    LeafSeries.Say best = null;
    Period bestPeriod = null;
    boolean older = false;
    for (Map.Entry<Period, LeafSeries.Say> entry : says.entrySet()) {
      Period reported = entry.getKey();
      if (reported.to().isAfter(period.to()) || missing(entry.getValue())) {
        continue;
      }
      if (period.monthsSince(reported) > statistic.maxAge()) {
        older = true;
      } else if (bestPeriod == null || better(reported, bestPeriod, period)) {
        best = entry.getValue();
        bestPeriod = reported;
      }
    }
    if (best != null) {
      int age = period.monthsSince(bestPeriod);
      return statistic.time() == TimeKind.STOCK ? agreed(bestPeriod, age) : reading(best, age);
    }
    return older && statistic.maxAge() > 0 ? tooOld(period) : MISSING;
  }

  /**
   * A level at the end of December is the same whether it is said of 2023-12, 2023Q4 or 2023: where
   * these differ and no source goes before the other, all are held.
   */
  private Reading agreed(Period best, int age) {
    List<LeafSeries.Say> same = new ArrayList<>();
    List<Period> labels = new ArrayList<>();
    for (Map.Entry<Period, LeafSeries.Say> entry : says.entrySet()) {
      if (entry.getKey().to().equals(best.to()) && !missing(entry.getValue())) {
        same.add(entry.getValue());
        labels.add(entry.getKey());
      }
    }
    int first = same.stream().mapToInt(this::place).min().orElseThrow();
    Reading chosen = reading(says.get(best), age);
    for (int i = 0; i < same.size(); i++) {
      if (place(same.get(i)) > first) {
        continue;
      }
      Reading other = reading(same.get(i), age);
      if (place(says.get(best)) > first) {
        return agreed(labels.get(i), age);
      }
      if (!labels.get(i).equals(best) && !alike(chosen, other)) {
        return new Reading.None(
            Reason.CONFLICTING_SOURCES,
            Bilingual.same(said(best, says.get(best)) + " ≠ " + said(labels.get(i), same.get(i))));
      }
    }
    return chosen;
  }

  private static boolean alike(Reading left, Reading right) {
    if (left instanceof Reading.Value one && right instanceof Reading.Value other) {
      return one.value().equals(other.value());
    }
    return left instanceof Reading.NotApplicable && right instanceof Reading.NotApplicable;
  }

  private static String said(Period label, LeafSeries.Say say) {
    return say.deliveries().get(0).slot() + " (" + label + ")";
  }

  private int place(LeafSeries.Say say) {
    int place = precedence.indexOf(say.source());
    return place < 0 ? precedence.size() : place;
  }

  /** A later end wins; of one end the evaluated period itself, then the shortest. */
  private static boolean better(Period candidate, Period best, Period period) {
    int later = candidate.to().compareTo(best.to());
    if (later != 0) {
      return later > 0;
    }
    return !best.equals(period) && (candidate.equals(period) || candidate.months() < best.months());
  }

  private Reading tooOld(Period period) {
    Period last =
        says.keySet().stream()
            .filter(reported -> !reported.to().isAfter(period.to()) && !missing(says.get(reported)))
            .max(Period::compareTo)
            .orElseThrow();
    return new Reading.None(
        Reason.TOO_OLD,
        Bilingual.of(
            "最新为 %s，已 %d 个月，上限 %d 个月",
            "newest is %s, %d months old, at most %d",
            last,
            period.monthsSince(last),
            statistic.maxAge()));
  }

  /** The period itself, or the longest parts that cover it without gap or overlap. */
  private Reading sum(Period period) {
    if (isReported(period)) {
      return exactly(period);
    }
    Reading.Value total = null;
    YearMonth next = period.from();
    while (!next.isAfter(period.to())) {
      Optional<Period> part = longestFrom(next, period);
      if (part.isEmpty()) {
        return MISSING;
      }
      Reading reading = exactly(part.get());
      if (!(reading instanceof Reading.Value value)) {
        return reading;
      }
      total = total == null ? value : total.plus(value);
      next = part.get().to().plusMonths(1);
    }
    return total;
  }

  private Optional<Period> longestFrom(YearMonth from, Period within) {
    return says.keySet().stream()
        .filter(part -> part.from().equals(from) && within.contains(part) && isReported(part))
        .max(Period::compareTo);
  }

  private Reading months(Period period) {
    if (isReported(period)) {
      return exactly(period);
    }
    List<Reading.Value> months = new ArrayList<>();
    for (Period month : period.eachMonth()) {
      Reading reading = exactly(month);
      if (!(reading instanceof Reading.Value value)) {
        return reading;
      }
      months.add(value);
    }
    Reading.Value all = months.stream().reduce(Reading.Value::plus).orElseThrow();
    Fraction value =
        statistic.fill() == Fill.MIN
            ? months.stream().map(Reading.Value::value).min(Fraction::compareTo).orElseThrow()
            : all.value().dividedBy(Fraction.of(months.size()));
    return new Reading.Value(value, 0, all.used());
  }

  private Reading allMonths(Period period) {
    if (isReported(period)) {
      return exactly(period);
    }
    Reading last = MISSING;
    for (Period month : period.eachMonth()) {
      last = exactly(month);
      if (!(last instanceof Reading.Value)) {
        return last;
      }
    }
    return last;
  }

  /** Year to date at the end less year to date before the beginning, both of one source. */
  private Reading difference(Period period) {
    if (period.from().getYear() < period.to().getYear()) {
      return acrossYears(period);
    }
    Reading end = exactly(period.yearToDate());
    if (period.from().getMonthValue() == 1 || !(end instanceof Reading.Value until)) {
      return end;
    }
    Period before = Period.month(period.from().minusMonths(1)).yearToDate();
    Reading start = exactly(before);
    if (!(start instanceof Reading.Value from)) {
      return start;
    }
    String endSource = says.get(period.yearToDate()).source();
    String startSource = says.get(before).source();
    if (!endSource.equals(startSource)) {
      return new Reading.None(
          Reason.CONFLICTING_SOURCES,
          Bilingual.of(
              "%s 与 %s 的累计值来自不同来源（%s、%s），不能相减",
              "year-to-date %s and %s come from different sources (%s, %s) and cannot be"
                  + " subtracted",
              before,
              period.yearToDate(),
              startSource,
              endSource));
    }
    Fraction between = until.value().minus(from.value());
    if (between.signum() < 0 && !statistic.negative()) {
      return new Reading.None(
          Reason.CONFLICTING_SOURCES,
          Bilingual.of(
              "累计值由 %s（%s）降至 %s（%s）",
              "year to date falls from %s (%s) to %s (%s)",
              from.value().printed().toPlainString(),
              before,
              until.value().printed().toPlainString(),
              period.yearToDate()));
    }
    List<LeafSum> used = new ArrayList<>(until.used());
    used.addAll(from.used());
    return new Reading.Value(between, 0, used);
  }

  /** What is cumulated begins anew each January: to the end of the first year, and the rest. */
  private Reading acrossYears(Period period) {
    YearMonth december = YearMonth.of(period.from().getYear(), 12);
    Reading first = difference(new Period(period.from(), december));
    Reading rest = difference(new Period(december.plusMonths(1), period.to()));
    if (first instanceof Reading.Value before && rest instanceof Reading.Value after) {
      return before.plus(after);
    }
    return first instanceof Reading.Value ? rest : first;
  }

  private boolean isReported(Period period) {
    return says.containsKey(period) && !missing(says.get(period));
  }

  private Reading exactly(Period period) {
    LeafSeries.Say say = says.get(period);
    return say == null ? MISSING : reading(say, 0);
  }

  private static boolean missing(LeafSeries.Say say) {
    return !say.conflicting() && say.mark() == Mark.MISSING;
  }

  private Reading reading(LeafSeries.Say say, int age) {
    if (say.conflicting()) {
      return say.conflict();
    }
    return switch (say.mark()) {
      case MISSING -> MISSING;
      case NOT_APPLICABLE -> new Reading.NotApplicable();
      case NUMBER, TOO_SMALL ->
          new Reading.Value(
              say.deliveries().stream().map(this::converted).reduce(Fraction.ZERO, Fraction::plus),
              age,
              say.sums());
    };
  }

  private Fraction converted(Delivered delivered) {
    LeafSum sum = delivered.sum();
    return Fraction.of(sum.sum())
        .times(units.factor(sum.unit(), statistic.unit()))
        .times(delivered.share());
  }
}
