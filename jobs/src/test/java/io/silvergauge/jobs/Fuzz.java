package io.silvergauge.jobs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Feeds a parser what becomes of good texts when they are flipped, cut, repeated, spliced and
 * filled with what has hurt parsers before. Chance is seeded, so a finding comes back; what it was
 * is then kept as a test of its own beside the parser.
 */
public final class Fuzz {
  /** How many times the usual number is tried; 100 under the profile nightly. */
  private static final int TIMES = Integer.getInteger("silvergauge.mutations", 1);

  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** Of the processor, so that other work on the machine does not count. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private static final int MOST_SHOWN = 600;
  private static final int LARGEST = 20_000;

  private static final List<String> HOSTILE =
      List.of(
          "(".repeat(3_000),
          "[".repeat(3_000),
          "{a: ".repeat(1_000),
          "- ".repeat(2_000),
          "not ".repeat(400),
          "-".repeat(1_900),
          "9".repeat(5_000),
          "1e999999999",
          "1e-999999999",
          "0x7fffffffffffffff",
          "99999999999999999999",
          "-2147483648",
          "NaN",
          "Infinity",
          "!!java.net.URL [x]",
          "&a [*a, *a]",
          "*a",
          "<<: ",
          "? ",
          "%YAML 1.1\n---\n",
          "${jndi:x}",
          "\u0000",
          "\uFEFF",
          "\uD800",
          "\uDC00\uD83D",
          "\u202E\u2066",
          "İıſK",
          "１２３，",
          "\"",
          "'",
          "\"\"",
          "\\",
          "\r",
          "\n\n",
          "\t",
          ",,,,",
          "../..",
          "0000年00月",
          "2023Q5",
          "2023-13",
          "2023-02-30",
          "一二三四五六七八九十",
          "(含含(包括))",
          "null",
          "~",
          "true",
          "[]",
          "{}");

  /** What a parser makes of a text; what it may throw by its contract it catches itself. */
  @FunctionalInterface
  public interface Target {
    /** Reads a text. */
    void read(String text) throws Exception;
  }

  private final List<String> seeds;
  private final Random random;

  private Fuzz(long seed, List<String> seeds) {
    this.seeds = List.copyOf(seeds);
    this.random = new Random(seed);
  }

  /** Texts that a pattern's first group finds in a file: the real ones a parser is used on. */
  public static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** Both lists. */
  public static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /**
   * Reads the seeds, then mutated ones.
   *
   * @param count how many mutated ones in an ordinary build
   * @throws AssertionError naming the text where one takes more than five seconds of the processor,
   *     or anything but what the target catches is thrown
   */
  public static void run(long seed, int count, List<String> seeds, Target target) {
    Fuzz fuzz = new Fuzz(seed, seeds);
    seeds.forEach(text -> check(text, target));
    for (int i = 0; i < count * TIMES; i++) {
      check(fuzz.next(), target);
    }
  }

  private static void check(String text, Target target) {
    long start = CLOCK.getCurrentThreadCpuTime();
    try {
      target.read(text);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError("on " + shown(text), e);
    }
    Duration taken = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start);
    if (taken.compareTo(LONGEST) > 0) {
      throw new AssertionError(taken + " on " + shown(text));
    }
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .limit(MOST_SHOWN)
        .forEach(
            c -> {
              if (c >= ' ' && c < 127) {
                shown.append((char) c);
              } else {
                shown.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
              }
            });
    return "(" + text.length() + " letters) " + shown;
  }

  private String next() {
    String text = any(seeds);
    for (int i = random.nextInt(4); i >= 0; i--) {
      text = changed(text);
    }
    return text.length() > LARGEST && text.length() > longestSeed() * 2
        ? text.substring(0, LARGEST)
        : text;
  }

  private int longestSeed() {
    return seeds.stream().mapToInt(String::length).max().orElse(0);
  }

  private String changed(String text) {
    int from = random.nextInt(text.length() + 1);
    int to = from + random.nextInt(Math.min(80, text.length() - from) + 1);
    String before = text.substring(0, from);
    String behind = text.substring(to);
    return switch (random.nextInt(8)) {
      case 0 -> before + behind;
      case 1 -> text.substring(0, to) + text.substring(from);
      case 2 -> before + text.substring(from, to).repeat(1 + random.nextInt(20)) + behind;
      case 3 -> before + part(any(seeds)) + behind;
      case 4 -> before + any(HOSTILE) + behind;
      case 5 -> before + (char) random.nextInt(0x10000) + behind;
      case 6 -> before + (char) (' ' + random.nextInt(95)) + behind;
      default -> before;
    };
  }

  private String part(String text) {
    int from = random.nextInt(text.length() + 1);
    return text.substring(from, from + random.nextInt(text.length() - from + 1));
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
