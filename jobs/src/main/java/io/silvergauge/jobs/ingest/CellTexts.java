package io.silvergauge.jobs.ingest;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts that stand in one column, each decoded once: a cell whose bytes were met before has the
 * number of the first.
 */
final class CellTexts {
  /** More are not kept: a column of so many different texts is begun anew. */
  private static final int MOST = 1 << 20;

  /** So many looks a cell are usual by far; two or three are taken on average. */
  private static final long STEPS_A_TEXT = 16;

  private static final long FREE_STEPS = 100_000;

  private final Charset charset;
  private final List<String> texts = new ArrayList<>();
  private int[] places = new int[1 << 8];
  private int[] hashes = new int[1 << 6];
  private int[] ends = new int[1 << 6];
  private byte[] bytes = new byte[1 << 10];
  private long asked;
  private long steps;

  CellTexts(Charset charset) {
    this.charset = charset;
  }

  /** The number of a cell's text; numbers rise from 0. */
  int of(byte[] content, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + content[i];
    }
    asked++;
    int place = (hash ^ (hash >>> 15)) & (places.length - 1);
    while (places[place] != 0) {
      steps++;
      int number = places[place] - 1;
      if (hashes[number] == hash && same(number, content, from, to)) {
        return number;
      }
      place = (place + 1) & (places.length - 1);
    }
    return add(content, from, to, hash, place);
  }

  /** A text without the blanks around it. */
  String text(int number) {
    return texts.get(number);
  }

  /**
   * Whether it should be begun anew: it holds too many texts, or texts that were chosen so that
   * telling them apart takes ever longer.
   */
  boolean isFull() {
    return texts.size() >= MOST || steps > STEPS_A_TEXT * asked + FREE_STEPS;
  }

  private boolean same(int number, byte[] content, int from, int to) {
    int begin = number == 0 ? 0 : ends[number - 1];
    return Arrays.equals(bytes, begin, ends[number], content, from, to);
  }

  private int add(byte[] content, int from, int to, int hash, int place) {
    int number = texts.size();
    int begin = number == 0 ? 0 : ends[number - 1];
    if (bytes.length - begin < to - from) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, begin + to - from));
    }
    System.arraycopy(content, from, bytes, begin, to - from);
    if (number == ends.length) {
      ends = Arrays.copyOf(ends, number * 2);
      hashes = Arrays.copyOf(hashes, number * 2);
    }
    ends[number] = begin + to - from;
    hashes[number] = hash;
    texts.add(new String(content, from, to - from, charset).strip());
    places[place] = number + 1;
    if (texts.size() > places.length / 2) {
      grow();
    }
    return number;
  }

  private void grow() {
    places = new int[places.length * 2];
    for (int number = 0; number < texts.size(); number++) {
      int place = (hashes[number] ^ (hashes[number] >>> 15)) & (places.length - 1);
      while (places[place] != 0) {
        place = (place + 1) & (places.length - 1);
      }
      places[place] = number + 1;
    }
  }
}
