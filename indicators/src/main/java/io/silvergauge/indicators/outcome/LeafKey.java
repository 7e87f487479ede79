package io.silvergauge.indicators.outcome;

/**
 * A leaf and a statistic, under which is found what is said of them. Looked up so often that it
 * tells for itself what a record would find out by reflection.
 */
record LeafKey(String region, String statistic) {

  /** Codes of regions are digits, whose hashes lie close together. */
  @Override
  public int hashCode() {
    return (region.hashCode() * 0x85EBCA6B + statistic.hashCode()) * 0x9E3779B9;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LeafKey key
        && region.equals(key.region)
        && statistic.equals(key.statistic);
  }
}
