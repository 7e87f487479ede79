package io.silvergauge.jobs.read;

import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.indicators.statistic.Units;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What a number comes to once what stands behind it is read as a unit. */
public sealed interface CellAmount {
  /**
   * An amount.
   *
   * @param value in {@code unit}
   * @param unit the unit the cell names, else that of its column
   */
  record Fits(BigDecimal value, String unit) implements CellAmount {}

  /**
   * A unit of another quantity, such as {@code 300张} in a column of persons.
   *
   * @param unit the unit the cell names
   */
  record Misfits(String unit) implements CellAmount {}

  /**
   * A multiple of a multiple, such as {@code 3万} in a column of {@code 万人}: three ten-thousands, or
   * thirty thousand of them; nobody can tell.
   *
   * @param multiple {@code 万} or {@code 亿}
   */
  record Ambiguous(String multiple) implements CellAmount {}

  /**
   * Something that is no unit.
   *
   * @param text what stands behind the number
   */
  record NoUnit(String text) implements CellAmount {}

  /** How many places {@code 万} and {@code 亿} move the decimal point. */
  Map<String, Integer> MULTIPLES = Map.of("万", 4, "亿", 8);

  /**
   * What a number comes to. A unit in the cell goes before that of the column, if both measure the
   * same; {@code 万} and {@code 亿} multiply where the column's unit is a plain one.
   *
   * @param columnUnit symbol of the unit of the column
   */
  static CellAmount of(NumberText number, String columnUnit, Units units) {
    String behind = number.behind();
    if (behind.isEmpty()) {
      return new Fits(number.value(), columnUnit);
    }
    Optional<Unit> named = units.spelled(behind);
    if (named.isPresent()) {
      return in(number.value(), named.get(), columnUnit, units);
    }
    String multiple = behind.substring(0, 1);
    if (!MULTIPLES.containsKey(multiple)) {
      return new NoUnit(behind);
    }
    BigDecimal value = number.value().scaleByPowerOfTen(MULTIPLES.get(multiple));
    Optional<Unit> unit =
        behind.length() == 1 ? units.find(columnUnit) : units.spelled(behind.substring(1));
    if (unit.isEmpty()) {
      return behind.length() == 1 ? new Fits(plain(value), columnUnit) : new NoUnit(behind);
    }
    if (!countable(unit.get().symbol())) {
      return behind.length() == 1 && unit.get().symbol().matches("[百千万亿].*")
          ? new Ambiguous(multiple)
          : new NoUnit(behind);
    }
    Optional<Unit> together = units.spelled(multiple + unit.get().symbol());
    return together.isPresent()
        ? in(number.value(), together.get(), columnUnit, units)
        : in(plain(value), unit.get(), columnUnit, units);
  }

  private static CellAmount in(BigDecimal value, Unit unit, String columnUnit, Units units) {
    return units.convertible(unit.symbol(), columnUnit)
        ? new Fits(value, unit.symbol())
        : new Misfits(unit.symbol());
  }

  /** Whether a multiple of the unit makes sense: not of a multiple, a share or a rate. */
  private static boolean countable(String unit) {
    return !unit.matches("[百千万亿].*|.*[/%‰].*|是否");
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }
}
