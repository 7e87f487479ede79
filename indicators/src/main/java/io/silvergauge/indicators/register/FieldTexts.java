package io.silvergauge.indicators.register;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The fields of a record as plain texts, sorted by name and never changed: a map of a dozen entries
 * in one array. A nation's registers are a million of them, and as trees they take three times the
 * memory, the texts themselves aside.
 */
public final class FieldTexts extends AbstractMap<String, String> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Names in order, each followed by its text. */
  private final String[] cells;

  private FieldTexts(String[] cells) {
    this.cells = cells;
  }

  /** The same entries; they themselves where they are such ones already. */
  static FieldTexts of(Map<String, String> values) {
    if (values instanceof FieldTexts texts) {
      return texts;
    }
    boolean sorted = values instanceof SortedMap<String, String> map && map.comparator() == null;
    Map<String, String> inOrder = sorted ? values : new TreeMap<>(values);
    String[] cells = new String[2 * inOrder.size()];
    int at = 0;
    for (Map.Entry<String, String> entry : inOrder.entrySet()) {
      cells[at++] = entry.getKey();
      cells[at++] = entry.getValue();
    }
    return new FieldTexts(cells);
  }

  /**
   * The fields that were taken apart.
   *
   * @param cells names, each followed by its text; in the order of the names where they come from
   *     such a map
   */
  public static FieldTexts of(List<String> cells) {
    for (int i = 2; i < cells.size(); i += 2) {
      if (cells.get(i - 2).compareTo(cells.get(i)) >= 0) {
        return sorted(cells);
      }
    }
    return new FieldTexts(cells.toArray(String[]::new));
  }

  private static FieldTexts sorted(List<String> cells) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < cells.size(); i += 2) {
      values.put(cells.get(i), cells.get(i + 1));
    }
    return of(values);
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super String> taker) {
    for (int i = 0; i < cells.length; i += 2) {
      taker.accept(cells[i], cells[i + 1]);
    }
  }

  @Override
  public String get(Object name) {
    for (int i = 0; i < cells.length; i += 2) {
      if (cells[i].equals(name)) {
        return cells[i + 1];
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return cells.length / 2;
      }

      @Override
      public Iterator<Entry<String, String>> iterator() {
        return new Iterator<>() {
          private int at;

          @Override
          public boolean hasNext() {
            return at < cells.length;
          }

          @Override
          public Entry<String, String> next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            at += 2;
            return Map.entry(cells[at - 2], cells[at - 1]);
          }
        };
      }
    };
  }
}
