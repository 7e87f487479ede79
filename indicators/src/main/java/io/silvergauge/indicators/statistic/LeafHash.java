package io.silvergauge.indicators.statistic;

/** One hash for everything that is looked up by a leaf and a statistic. */
public final class LeafHash {
  private LeafHash() {}

  /** Codes of regions are digits, whose hashes lie close together; here they are spread. */
  public static int of(String region, String statistic) {
    return (region.hashCode() * 0x85EBCA6B + statistic.hashCode()) * 0x9E3779B9;
  }
}
