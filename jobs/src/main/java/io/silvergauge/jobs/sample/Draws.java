package io.silvergauge.jobs.sample;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Random numbers that depend only on the seed and on what they are for, never on the order in which
 * they are asked for.
 */
record Draws(long seed) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** A number from 0 to below 1 for these words, for example a region code and a statistic. */
  double uniform(String... words) {
    long hash = FNV_OFFSET;
    for (String word : words) {
      for (byte octet : word.getBytes(StandardCharsets.UTF_8)) {
        hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
      }
      hash = (hash ^ 0x1f) * FNV_PRIME;
    }
    return new SplittableRandom(seed ^ hash).nextDouble();
  }

  double between(double low, double high, String... words) {
    return low + (high - low) * uniform(words);
  }
}
