package io.silvergauge.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Things that repeat, each with a number from 0.
 *
 * @param <T> what they are
 */
public final class Numbered<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> things = new ArrayList<>();

  /** The number of a thing, a new one where it is new. */
  int of(T thing) {
    Integer known = numbers.putIfAbsent(thing, things.size());
    if (known == null) {
      things.add(thing);
      return things.size() - 1;
    }
    return known;
  }

  /** The number of a thing; -1 where it has none. */
  int find(T thing) {
    return numbers.getOrDefault(thing, -1);
  }

  /** The thing with a number. */
  public T get(int number) {
    return things.get(number);
  }

  /** How many there are. */
  public int size() {
    return things.size();
  }

  /** All of them, in the order of their numbers. */
  public List<T> all() {
    return things;
  }
}
