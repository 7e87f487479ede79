package io.silvergauge.indicators.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a city is strong or weak among its peers: at or beyond a quartile, with the direction of
 * the indicator. Nothing is said of items that are met or not (a quarter of the peers has the least
 * value there, and a quarter the most), and where fewer than four peers have a value.
 */
final class PeerStanding {
  private static final int FEWEST = 4;

  private final List<String> strengths = new ArrayList<>();
  private final List<String> weaknesses = new ArrayList<>();

  PeerStanding(SchemeView scheme, RegionEvaluation city) {
    for (IndicatorResult one : city.indicators()) {
      PeerRange peers = one.peers();
      boolean told =
          one.amount() != null && peers != null && peers.count() >= FEWEST && isSpread(peers);
      if (told) {
        boolean higher =
            scheme
                .indicator(one.id())
                .map(indicator -> indicator.better().equals("higher"))
                .orElse(true);
        add(one.id(), one.amount(), peers, higher);
      }
    }
  }

  /** Not an item that is met or not: there a quarter of the peers has the least or the most. */
  private static boolean isSpread(PeerRange peers) {
    return peers.lowerQuartile().compareTo(peers.upperQuartile()) < 0
        && (peers.lowerQuartile().compareTo(peers.least()) > 0
            || peers.upperQuartile().compareTo(peers.greatest()) < 0);
  }

  /** What a quarter of the peers or more share as the most, or the least, sets nobody apart. */
  private void add(String id, BigDecimal amount, PeerRange peers, boolean higher) {
    if (amount.compareTo(peers.upperQuartile()) >= 0
        && peers.upperQuartile().compareTo(peers.greatest()) < 0) {
      (higher ? strengths : weaknesses).add(id);
    } else if (amount.compareTo(peers.lowerQuartile()) <= 0
        && peers.lowerQuartile().compareTo(peers.least()) > 0) {
      (higher ? weaknesses : strengths).add(id);
    }
  }

  List<String> strengths() {
    return strengths;
  }

  List<String> weaknesses() {
    return weaknesses;
  }
}
