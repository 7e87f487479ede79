package io.silvergauge.indicators.statistic;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The units an assessment knows: the shipped table and those its scheme adds.
 *
 * <p>Factors are exact. Metre, square metre, square kilometre and hectare are legal units of
 * measurement (State Council order of 27 February 1984; the hectare for land: notice 技监局量发 [1990]
 * 660). The 亩 is none any more but is written everywhere: fifteen make a hectare, so it is 10,000 /
 * 15 = 2000/3 m², and not 666.67.
 */
public final class Units implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Unit> units;
  private final TreeMap<String, String> spellings;

  private Units(Map<String, Unit> units, Map<String, String> spellings) {
    this.units = new TreeMap<>(units);
    this.spellings = new TreeMap<>(spellings);
  }

  /** The shipped table: persons, beds, areas, money, shares and counts as provinces write them. */
  public static Units shipped() {
    try (InputStream table = Units.class.getResourceAsStream("units.csv")) {
      Map<String, Unit> units = new TreeMap<>();
      Map<String, String> spellings = new TreeMap<>();
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(
              cells -> {
                units.put(cells[0], new Unit(cells[0], cells[1], Fraction.parse(cells[2])));
                for (String spelling : (cells[0] + " " + cells[3]).strip().split(" ")) {
                  spellings.put(folded(spelling), cells[0]);
                }
              });
      return new Units(units, spellings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These units and more; a symbol that is here already is replaced. */
  public Units with(Collection<Unit> more) {
    Map<String, Unit> all = new TreeMap<>(units);
    Map<String, String> spelled = new TreeMap<>(spellings);
    for (Unit unit : more) {
      all.put(unit.symbol(), unit);
      spelled.put(folded(unit.symbol()), unit.symbol());
    }
    return new Units(all, spelled);
  }

  /**
   * The unit a text writes, in whatever spelling: {@code m²}, {@code ㎡}, {@code M2} and {@code 平米}
   * are {@code 平方米}. Full-width characters, blanks and capitals make no difference.
   */
  public Optional<Unit> spelled(String text) {
    return Optional.ofNullable(spellings.get(folded(text))).map(units::get);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u00A0\\u3000]+", "")
        .toLowerCase(Locale.ROOT);
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

  /** The units by symbol, for a person who compares two tables. */
  @Override
  public String toString() {
    return units.toString();
  }
}
