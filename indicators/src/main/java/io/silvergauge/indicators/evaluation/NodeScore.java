package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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
 * @param remarks what changed the score besides: vetoes, caps, bonuses, deductions
 * @param statuses how the weight below a group that has a score is shared among value statuses
 * @param beforeStatuses what the score would be if all statuses were worth the same; null where
 *     that changes nothing
 * @param rule how an indicator's score follows from its value, in one line with the numbers filled
 *     in; null for groups, where there is no score, and in publications of older versions
 * @param interval what an indicator's standing would be at either end of its value's interval, and
 *     what that makes of a weighted mean above it; null where there is none
 * @param beforeVisits what the score would be if what was reported were scored, whatever visits
 *     found; null where that changes nothing
 * @param imputed what stands for a missing value in the standing; null where none does
 * @param treated the value after outliers were drawn in; null where that changed nothing
 * @param unrounded an indicator's score as it enters its group, 1 for full marks, with the 17
 *     digits from which the same double comes back; null for groups, where there is no score, and
 *     in publications of older versions
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
    Bilingual reason,
    List<Bilingual> remarks,
    List<StatusShare> statuses,
    BigDecimal beforeStatuses,
    Bilingual rule,
    Ends interval,
    BigDecimal beforeVisits,
    Imputed imputed,
    BigDecimal treated,
    BigDecimal unrounded)
    implements Serializable {
  /**
   * A value status's part in a score.
   *
   * @param status the status's code
   * @param share part of the weight, from 0 to 1
   */
  public record StatusShare(String status, BigDecimal share) implements Serializable {}

  /**
   * A value that nobody reported.
   *
   * @param value in the indicator's unit, 12 decimals at most
   * @param method {@code group_mean}, {@code group_median}, {@code last_earlier} or {@code linear}
   * @param from what it is taken from, in words
   * @param age how many periods old it is; 0 where it is of the period itself
   */
  public record Imputed(BigDecimal value, String method, Bilingual from, int age)
      implements Serializable {}

  /** Both ends of a score's interval, ten decimals. */
  public record Ends(BigDecimal low, BigDecimal high) implements Serializable {}

  /** Level of an indicator. */
  public static final String INDICATOR = "indicator";

  /** Level of a group below the total. */
  public static final String DIMENSION = "dimension";

  /** Level of the topmost group. */
  public static final String TOTAL = "total";

  public NodeScore {
    remarks = remarks == null ? List.of() : List.copyOf(remarks); // older publications have none
    statuses = statuses == null ? List.of() : List.copyOf(statuses);
  }

  /** Whether a veto was called on it, so that it follows from more than weights and rules. */
  public boolean heldByVeto() {
    return Vetoes.isCalled(this);
  }

  NodeScore ranked(Integer among, Integer amongPeers, BigDecimal medianOfPeers) {
    return with(among, amongPeers, medianOfPeers, rule, interval);
  }

  /** Without its line: enough for ranks, peers and series. */
  NodeScore brief() {
    return with(rank, peerRank, peerMedian, null, interval);
  }

  NodeScore with(Ends ends) {
    return with(rank, peerRank, peerMedian, rule, ends);
  }

  NodeScore remarking(List<Bilingual> said) {
    return new NodeScore(
        result,
        node,
        level,
        score,
        coverage,
        grade,
        rank,
        peerRank,
        peerMedian,
        reason,
        said,
        statuses,
        beforeStatuses,
        rule,
        interval,
        beforeVisits,
        imputed,
        treated,
        unrounded);
  }

  NodeScore treated(BigDecimal drawnIn) {
    return new NodeScore(
        result,
        node,
        level,
        score,
        coverage,
        grade,
        rank,
        peerRank,
        peerMedian,
        reason,
        remarks,
        statuses,
        beforeStatuses,
        rule,
        interval,
        beforeVisits,
        imputed,
        drawnIn,
        unrounded);
  }

  private NodeScore with(
      Integer among, Integer amongPeers, BigDecimal medianOfPeers, Bilingual line, Ends ends) {
    return new NodeScore(
        result,
        node,
        level,
        score,
        coverage,
        grade,
        among,
        amongPeers,
        medianOfPeers,
        reason,
        remarks,
        statuses,
        beforeStatuses,
        line,
        ends,
        beforeVisits,
        imputed,
        treated,
        unrounded);
  }

  /** With what it would be by what was reported, and why it is another now. */
  NodeScore visited(BigDecimal before, List<Bilingual> why) {
    boolean same = before == null || score == null || before.compareTo(score) == 0;
    List<Bilingual> all = new ArrayList<>(remarks);
    all.addAll(why);
    return new NodeScore(
        result,
        node,
        level,
        score,
        coverage,
        grade,
        rank,
        peerRank,
        peerMedian,
        reason,
        all,
        statuses,
        beforeStatuses,
        rule,
        interval,
        same ? null : before,
        imputed,
        treated,
        unrounded);
  }
}
