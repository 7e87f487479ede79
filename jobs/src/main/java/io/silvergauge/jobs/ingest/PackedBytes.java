package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Period;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole numbers and texts as bytes. A text that was there before is written as its number, and all
 * who read it share one.
 */
public final class PackedBytes {
  private static final int MOST_KNOWN = 1 << 16;
  private static final int LONGEST_KNOWN = 64;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Period> periods = new HashMap<>();
  private final Map<Period, String> named = new HashMap<>();
  private byte[] bytes;
  private int at;

  /** Bytes to be written. */
  public PackedBytes() {
    this(new byte[1 << 12]);
  }

  /** Bytes to be read. */
  public PackedBytes(byte[] written) {
    bytes = written;
  }

  /** All that was written. */
  public byte[] written() {
    return Arrays.copyOf(bytes, at);
  }

  /** Writes a whole number: seven bits a byte, small ones in one. */
  public void whole(long number) {
    ensure(10);
    long left = (number << 1) ^ (number >> 63);
    while ((left & ~0x7FL) != 0) {
      bytes[at++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[at++] = (byte) left;
  }

  /** Reads a whole number. */
  public long whole() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return (number >>> 1) ^ -(number & 1);
      }
    }
  }

  /** Writes some bytes. */
  void bytes(byte[] content) {
    whole(content.length);
    ensure(content.length);
    System.arraycopy(content, 0, bytes, at, content.length);
    at += content.length;
  }

  /** Reads some bytes. */
  byte[] bytes() {
    int length = (int) whole();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  /** Writes a text. */
  public void text(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      whole(known + 1);
      return;
    }
    whole(0);
    bytes(text.getBytes(StandardCharsets.UTF_8));
    if (isKept(text, numbers.size())) {
      numbers.put(text, numbers.size());
    }
  }

  /** Reads a text. */
  public String text() {
    int known = (int) whole() - 1;
    if (known >= 0) {
      return texts.get(known);
    }
    String text = new String(bytes(), StandardCharsets.UTF_8);
    if (isKept(text, texts.size())) {
      texts.add(text);
    }
    return text;
  }

  /** Writes a period. */
  void period(Period period) {
    text(named.computeIfAbsent(period, Period::toString));
  }

  /** Reads a period. */
  Period period() {
    return periods.computeIfAbsent(text(), Period::parse);
  }

  private static boolean isKept(String text, int kept) {
    return text.length() <= LONGEST_KNOWN && kept < MOST_KNOWN;
  }

  private void ensure(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
    }
  }
}
