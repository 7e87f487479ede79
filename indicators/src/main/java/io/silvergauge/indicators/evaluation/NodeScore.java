package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The score of an indicator, a dimension or the total in one of the two results.
 *
 * @param result {@code fulfilment} or {@code standing}
 * @param node id of the indicator or group
 * @param level {@code indicator}, {@code dimension} or {@code total}
 * @param score on the scheme's scale, ten decimals; null where it is withheld
 * @param coverage part of the weight below it that has a score, from 0 to 1
 * @param grade id of the grade; null where none is given
 * @param rank place among all cities, 1 the best; null where it is not ranked
 * @param peerRank place among its peers; null where it is not ranked
 * @param peerMedian median score of its peers; null where it is not ranked
 * @param reason why there is no score; null where there is one
 */
public record NodeScore(
    String result,
    String node,
    String level,
    BigDecimal score,
    BigDecimal coverage,
    String grade,
    Integer rank,
    Integer peerRank,
    BigDecimal peerMedian,
    Bilingual reason)
    implements Serializable {
  /** Level of an indicator. */
  public static final String INDICATOR = "indicator";

  /** Level of a group below the total. */
  public static final String DIMENSION = "dimension";

  /** Level of the topmost group. */
  public static final String TOTAL = "total";

  NodeScore ranked(Integer among, Integer amongPeers, BigDecimal medianOfPeers) {
    return new NodeScore(
        result, node, level, score, coverage, grade, among, amongPeers, medianOfPeers, reason);
  }
}
