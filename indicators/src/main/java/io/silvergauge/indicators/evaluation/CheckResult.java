package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.check.Breach;
import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.check.Seen;
import io.silvergauge.indicators.check.Severity;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A check that speaks against what a unit reported.
 *
 * @param check the check's id
 * @param kind what kind of check it is, for example {@code jump}
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param level 0 to 5
 * @param region code of the unit
 * @param name names of the unit
 * @param period the evaluated period
 * @param message what it says, with the values filled in
 * @param statistics ids of the statistics it looks at, sorted; empty in older publications
 * @param values what it saw, one row a reported value; none where something is missing
 * @param justification why it is right all the same; null where nobody has said so
 */
public record CheckResult(
    String check,
    String kind,
    String severity,
    int level,
    String region,
    Bilingual name,
    String period,
    Bilingual message,
    List<String> statistics,
    List<CheckedValue> values,
    Reply justification)
    implements Serializable {
  /**
   * A reported value that a check saw.
   *
   * @param statistic the statistic's id
   * @param region code of the region that reported it
   * @param period period it was reported for
   * @param value as reported, exact; null where it is not shown
   * @param unit unit as reported
   * @param file delivery it came in
   * @param sheet sheet of a workbook; null for text files
   * @param row record number of the (first) row
   * @param column header of the column
   */
  public record CheckedValue(
      String statistic,
      String region,
      String period,
      BigDecimal value,
      String unit,
      String file,
      String sheet,
      long row,
      String column)
      implements Serializable {
    CheckedValue suppressed() {
      return new CheckedValue(statistic, region, period, null, unit, file, sheet, row, column);
    }
  }

  /**
   * A justification.
   *
   * @param text the explanation
   * @param by who gave it
   * @param date when
   */
  public record Reply(Bilingual text, String by, String date) implements Serializable {}

  public CheckResult {
    statistics = statistics == null ? List.of() : List.copyOf(statistics);
    values = List.copyOf(values);
  }

  /** Whether it speaks of one of these statistics. */
  public boolean concerns(Collection<String> inputs) {
    return statistics.stream().anyMatch(inputs::contains)
        || values.stream().map(CheckedValue::statistic).anyMatch(inputs::contains);
  }

  /** Whether it is a warning, justified or not. */
  public boolean warns() {
    return severity.equals(Severity.WARNING.code());
  }

  static CheckResult of(Breach breach, Bilingual name) {
    List<CheckedValue> values = new ArrayList<>();
    for (Seen seen : breach.seen()) {
      seen.used().forEach(sum -> values.add(value(sum)));
    }
    return new CheckResult(
        breach.check().id(),
        breach.check().rule().kind(),
        breach.check().severity().code(),
        breach.check().level(),
        breach.region(),
        name,
        breach.period().toString(),
        breach.message(),
        breach.check().rule().statistics().stream().sorted().toList(),
        values.stream().distinct().toList(),
        null);
  }

  private static CheckedValue value(LeafSum sum) {
    return new CheckedValue(
        sum.statistic(),
        sum.region(),
        sum.period().toString(),
        Fraction.of(sum.sum()).printed(),
        sum.unit(),
        sum.origin().file(),
        sum.origin().sheet().isEmpty() ? null : sum.origin().sheet(),
        sum.origin().row(),
        sum.origin().column());
  }

  /** Whether a justification is about this. */
  public boolean answeredBy(Justification reply) {
    return warns()
        && reply.check().equals(check)
        && reply.region().equals(region)
        && reply.period().equals(period);
  }

  /** The same in other words, with less of what it saw. */
  CheckResult saying(Bilingual words, List<CheckedValue> less) {
    return new CheckResult(
        check, kind, severity, level, region, name, period, words, statistics, less, justification);
  }

  CheckResult with(Justification reply) {
    return new CheckResult(
        check,
        kind,
        severity,
        level,
        region,
        name,
        period,
        message,
        statistics,
        values,
        new Reply(reply.text(), reply.by(), reply.date().toString()));
  }
}
