package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.statistic.LeafHash;

/**
 * A leaf and a statistic, under which is found what is said of them. Looked up so often that it
 * tells for itself what a record would find out by reflection.
 */
record LeafKey(String region, String statistic) {

  @Override
  public int hashCode() {
    return LeafHash.of(region, statistic);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LeafKey key
        && region.equals(key.region)
        && statistic.equals(key.statistic);
  }
}
