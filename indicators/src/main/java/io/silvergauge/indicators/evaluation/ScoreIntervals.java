package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.robustness.Interval;
import io.silvergauge.indicators.robustness.MeanInterval;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.score.Scores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries the intervals of indicators' standings on to dimensions and the total, where the score is
 * the weighted mean of its parts. Where it is anything else (another way to bring together, a cap,
 * a veto, a deduction, a bonus), there is no interval rather than a wrong one.
 */
final class ScoreIntervals {
  private static final double TOLERANCE = 1e-6; // scores are rounded to ten decimals

  private final Scheme scheme;
  private final Map<String, NodeScore> nodes = new LinkedHashMap<>();

  private ScoreIntervals(Scheme scheme, List<NodeScore> scores) {
    this.scheme = scheme;
    scores.forEach(score -> nodes.put(score.node(), score));
  }

  /**
   * The standing's scores with the intervals of groups.
   *
   * @param scores of indicators, then of groups, those below before those above
   */
  static List<NodeScore> of(Scheme scheme, List<NodeScore> scores) {
    if (scores.stream().allMatch(score -> score.interval() == null)) {
      return scores;
    }
    ScoreIntervals intervals = new ScoreIntervals(scheme, scores);
    scheme.groups().forEach(group -> intervals.carry(group));
    return List.copyOf(intervals.nodes.values());
  }

  private void carry(Group group) {
    for (Group lower : scheme.groups()) {
      if (lower.within().equals(group.id()) && nodes.containsKey(lower.id())) {
        NodeScore node = nodes.get(lower.id());
        if (node.interval() == null) {
          carry(lower);
        }
      }
    }
    NodeScore node = nodes.get(group.id());
    if (node == null || node.score() == null || node.interval() != null) {
      return;
    }
    List<MeanInterval.Part> parts = parts(group);
    boolean sampled =
        parts.stream().anyMatch(part -> part.interval().high() > part.interval().low());
    if (sampled && isMean(node, parts)) {
      Interval ends = MeanInterval.of(parts);
      nodes.put(group.id(), said(node, ends));
    }
  }

  private List<MeanInterval.Part> parts(Group group) {
    List<MeanInterval.Part> parts = new ArrayList<>();
    for (Group lower : scheme.groups()) {
      if (lower.within().equals(group.id())) {
        part(lower.id(), lower.weight(), false).ifPresent(parts::add);
      }
    }
    for (Indicator indicator : scheme.indicators()) {
      if (indicator.dimension().equals(group.id()) && !indicator.isBonus()) {
        boolean nought = indicator.missing() == Indicator.MissingPolicy.ZERO;
        part(indicator.id(), indicator.weight(), nought).ifPresent(parts::add);
      }
    }
    return parts;
  }

  private Optional<MeanInterval.Part> part(String id, BigDecimal weight, boolean nought) {
    NodeScore node = nodes.get(id);
    if (node == null || (node.score() == null && !nought) || weight.signum() == 0) {
      return Optional.empty();
    }
    double score = node.score() == null ? 0 : node.score().doubleValue();
    Interval interval =
        node.interval() == null
            ? new Interval(score, score)
            : new Interval(
                node.interval().low().doubleValue(), node.interval().high().doubleValue());
    return Optional.of(new MeanInterval.Part(score, interval, weight.doubleValue()));
  }

  private static boolean isMean(NodeScore node, List<MeanInterval.Part> parts) {
    double sum = 0;
    double weights = 0;
    for (MeanInterval.Part part : parts) {
      sum += part.weight() * part.value();
      weights += part.weight();
    }
    return StrictMath.abs(sum / weights - node.score().doubleValue()) <= TOLERANCE;
  }

  private NodeScore said(NodeScore node, Interval ends) {
    double full = scheme.fullScore().doubleValue();
    BigDecimal low = Scores.rounded(StrictMath.max(0, ends.low()));
    BigDecimal high = Scores.rounded(StrictMath.min(full, ends.high()));
    Bilingual remark =
        Bilingual.of(
            "其下有抽样得出的数值，得分的 %s%% 区间为 %s 至 %s",
            "some values below it are of samples: its %s %% interval goes from %s to %s",
            FigureInterval.confidence(scheme.robustness()).stripTrailingZeros().toPlainString(),
            plain(low),
            plain(high));
    List<Bilingual> remarks = new ArrayList<>(node.remarks());
    remarks.add(remark);
    return node.with(new NodeScore.Ends(low, high)).remarking(remarks);
  }

  private String plain(BigDecimal score) {
    return score.setScale(scheme.scoreDecimals(), RoundingMode.HALF_EVEN).toPlainString();
  }
}
