package io.silvergauge.indicators.statistic;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The units an assessment knows: the shipped table and those its scheme adds. */
public final class Units implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Unit> units;

  private Units(Map<String, Unit> units) {
    this.units = new TreeMap<>(units);
  }

  /** The shipped table: persons, beds, areas, money, shares and counts as provinces write them. */
  public static Units shipped() {
    try (InputStream table = Units.class.getResourceAsStream("units.csv")) {
      Map<String, Unit> units = new TreeMap<>();
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(
              cells -> units.put(cells[0], new Unit(cells[0], cells[1], Fraction.parse(cells[2]))));
      return new Units(units);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These units and more; a symbol that is here already is replaced. */
  public Units with(Collection<Unit> more) {
    Map<String, Unit> all = new TreeMap<>(units);
    more.forEach(unit -> all.put(unit.symbol(), unit));
    return new Units(all);
  }

  /** The unit with this symbol. */
  public Optional<Unit> find(String symbol) {
    return Optional.ofNullable(units.get(symbol));
  }

  /** Whether both are known and measure the same quantity. */
  public boolean convertible(String from, String to) {
    return from.equals(to)
        || (units.containsKey(from)
            && units.containsKey(to)
            && units.get(from).quantity().equals(units.get(to).quantity()));
  }

  /**
   * How many {@code to} one {@code from} is, exactly.
   *
   * @throws IllegalArgumentException unless {@link #convertible}
   */
  public Fraction factor(String from, String to) {
    if (from.equals(to)) {
      return Fraction.ONE;
    }
    if (!convertible(from, to)) {
      throw new IllegalArgumentException("'%s' cannot be converted into '%s'".formatted(from, to));
    }
    return units.get(from).factor().dividedBy(units.get(to).factor());
  }

  /** The symbols that can be converted into {@code symbol}, itself among them. */
  public Set<String> alike(String symbol) {
    Set<String> alike = new TreeSet<>(Set.of(symbol));
    units.keySet().stream().filter(other -> convertible(other, symbol)).forEach(alike::add);
    return alike;
  }

  /** All symbols, sorted. */
  public Set<String> symbols() {
    return Collections.unmodifiableSet(units.keySet());
  }
}
