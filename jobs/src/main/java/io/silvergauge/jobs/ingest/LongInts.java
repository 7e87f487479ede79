package io.silvergauge.jobs.ingest;

import java.util.Arrays;

/** Numbers by keys, in two plain arrays. */
final class LongInts {
  /** Stands for no number. */
  static final int NONE = Integer.MIN_VALUE;

  private long[] keys;
  private int[] numbers;
  private int size;

  /**
   * A table.
   *
   * @param expected about how many keys there will be
   */
  LongInts(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected)) << 2;
    keys = new long[Math.max(16, capacity)];
    numbers = new int[keys.length];
    Arrays.fill(numbers, NONE);
  }

  /** The number of a key; {@link #NONE} where it has none. */
  int get(long key) {
    return numbers[place(key)];
  }

  /** Gives a key a number unless it has one, which is then returned; else {@link #NONE}. */
  int putIfAbsent(long key, int number) {
    int place = place(key);
    if (numbers[place] != NONE) {
      return numbers[place];
    }
    keys[place] = key;
    numbers[place] = number;
    if (++size > keys.length / 2) {
      grow();
    }
    return NONE;
  }

  private int place(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int place = (int) (mixed >>> 32) & (keys.length - 1);
    while (numbers[place] != NONE && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[keys.length];
    Arrays.fill(numbers, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != NONE) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        numbers[place] = oldNumbers[i];
      }
    }
  }
}
