package io.silvergauge.jobs.verification;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Holds the rows of a filled-in sheet against the frame: each a unit of it, as drawn, and once. */
final class DrawnFrom {
  private final Frame frame;
  private final Faults faults;
  private final Map<String, Frame.Unit> units = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();

  DrawnFrom(Frame frame, Faults faults) {
    this.frame = frame;
    this.faults = faults;
    frame.units().forEach(unit -> units.put(unit.city() + "/" + unit.code(), unit));
  }

  /** The unit of a row; empty, with faults, where it is not what was drawn or was there before. */
  Optional<Frame.Unit> unit(CsvList.Row row) {
    String key = row.text("city") + "/" + row.text("region");
    Frame.Unit unit = units.get(key);
    if (unit == null) {
      row.fault(
          faults,
          "region",
          Bilingual.of(
              "“%s”不在抽样框中",
              "'%s' is not among the units this sample is drawn from", row.text("region")));
      return Optional.empty();
    }
    Integer before = lines.putIfAbsent(key, row.line());
    if (before != null) {
      row.fault(
          faults,
          "region",
          Bilingual.of(
              "“%s”已见于第 %d 行，每个单位只应有一行",
              "'%s' stands on line %d already; a unit has one row", row.text("region"), before));
      return Optional.empty();
    }
    boolean same = same(row, "indicator", frame.indicator());
    same &= same(row, "reported_numerator", unit.numerator());
    same &= same(row, "reported_denominator", unit.denominator());
    return same ? Optional.of(unit) : Optional.empty();
  }

  private boolean same(CsvList.Row row, String column, Object right) {
    String text = row.text(column);
    if (right instanceof BigDecimal number ? equal(text, number) : text.equals(right)) {
      return true;
    }
    row.fault(
        faults,
        column,
        Bilingual.of(
            "“%s”与抽样时不符，应为“%s”",
            "'%s' is not what the sample is drawn from, which is '%s'",
            text,
            right instanceof BigDecimal number ? number.toPlainString() : right));
    return false;
  }

  private static boolean equal(String text, BigDecimal number) {
    try {
      return new BigDecimal(text).compareTo(number) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
