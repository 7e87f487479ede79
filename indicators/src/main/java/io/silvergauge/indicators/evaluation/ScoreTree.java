package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.score.Scores;
import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the scores of indicators together to dimensions and the total. Weights are rescaled over
 * what is present; what does not apply leaves the tree, what is missing lowers the coverage.
 */
final class ScoreTree {
  /** What an indicator brings to the tree. */
  sealed interface Part {
    /** A score from 0 to 1. */
    record Scored(double score) implements Part {}

    /** It should have a score and has none. */
    record Lacking(Bilingual why) implements Part {}

    /** It takes no part: not in the plan, no posts, or not applicable. */
    record Outside() implements Part {}
  }

  private record Node(Optional<Double> score, Fraction coverage, Bilingual why) {
    static Node lacking(Fraction coverage, Bilingual why) {
      return new Node(Optional.empty(), coverage, why);
    }
  }

  private static final Fraction HUNDRED = Fraction.of(100);
  private static final int MOST = 12;

  private final Scheme scheme;
  private final ResultKind result;
  private final Map<String, Part> parts;
  private final List<NodeScore> scores = new ArrayList<>();

  private ScoreTree(Scheme scheme, ResultKind result, Map<String, Part> parts) {
    this.scheme = scheme;
    this.result = result;
    this.parts = parts;
  }

  /**
   * The scores of every node that takes part.
   *
   * @param parts what each indicator brings, by id
   * @return indicators, dimensions and last the total
   */
  static List<NodeScore> scores(Scheme scheme, ResultKind result, Map<String, Part> parts) {
    ScoreTree tree = new ScoreTree(scheme, result, parts);
    for (Indicator indicator : scheme.indicators()) {
      tree.addIndicator(indicator);
    }
    Group total = scheme.groups().get(scheme.groups().size() - 1);
    tree.group(total);
    return tree.scores;
  }

  private void addIndicator(Indicator indicator) {
    Part part = parts.get(indicator.id());
    if (part instanceof Part.Scored scored) {
      add(
          indicator.id(),
          NodeScore.INDICATOR,
          new Node(Optional.of(scored.score()), Fraction.ONE, Bilingual.EMPTY));
    } else if (part instanceof Part.Lacking lacking) {
      add(indicator.id(), NodeScore.INDICATOR, Node.lacking(Fraction.ZERO, lacking.why()));
    }
  }

  /** The node of a group, added to the scores; empty where nothing below it takes part. */
  private Optional<Node> group(Group group) {
    List<Double> values = new ArrayList<>();
    List<BigDecimal> weights = new ArrayList<>();
    Fraction present = Fraction.ZERO;
    Fraction whole = Fraction.ZERO;
    Bilingual withheld = Bilingual.EMPTY;
    for (Group below : scheme.groups()) {
      if (!below.within().equals(group.id())) {
        continue;
      }
      Optional<Node> node = group(below);
      if (node.isPresent()) {
        Fraction weight = Fraction.of(below.weight());
        whole = whole.plus(weight);
        if (node.get().score().isPresent()) {
          present = present.plus(weight.times(node.get().coverage()));
        }
        node.get().score().ifPresent(values::add);
        node.get().score().ifPresent(score -> weights.add(below.weight()));
      }
    }
    for (Indicator indicator : scheme.indicators()) {
      if (!indicator.dimension().equals(group.id())
          || parts.get(indicator.id()) instanceof Part.Outside) {
        continue;
      }
      Fraction weight = Fraction.of(indicator.weight());
      whole = whole.plus(weight);
      if (parts.get(indicator.id()) instanceof Part.Scored scored) {
        present = present.plus(weight);
        values.add(scored.score());
        weights.add(indicator.weight());
      } else if (indicator.missing() == Indicator.MissingPolicy.ZERO) {
        values.add(0.0);
        weights.add(indicator.weight());
      } else if (indicator.missing() == Indicator.MissingPolicy.WITHHOLD) {
        withheld =
            Bilingual.of(
                "指标“%s”缺失，按方案不予评分",
                "indicator '%s' is missing, so the scheme withholds the score", indicator.name());
      }
    }
    if (whole.signum() == 0) {
      return Optional.empty();
    }
    Node node = node(group, values, weights, present.dividedBy(whole), withheld);
    add(group.id(), group.id().equals(Group.TOTAL) ? NodeScore.TOTAL : NodeScore.DIMENSION, node);
    return Optional.of(node);
  }

  private Node node(
      Group group,
      List<Double> values,
      List<BigDecimal> weights,
      Fraction coverage,
      Bilingual withheld) {
    if (!withheld.en().isEmpty()) {
      return Node.lacking(coverage, withheld);
    }
    double[] weight = weights.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    double sum = 0;
    for (double one : weight) {
      sum += one;
    }
    if (sum == 0) {
      return Node.lacking(coverage, new Bilingual("没有可用的得分", "nothing below it has a score"));
    }
    boolean total = group.id().equals(Group.TOTAL);
    if (total && coverage.times(HUNDRED).compareTo(Fraction.of(scheme.publishFrom())) < 0) {
      return Node.lacking(
          coverage,
          Bilingual.of(
              "覆盖率 %s%% 低于发布门槛 %s%%",
              "coverage of %s %% is below the %s %% from which a score is published",
              below(coverage.times(HUNDRED), scheme.publishFrom()),
              scheme.publishFrom().toPlainString()));
    }
    double score =
        group.aggregation().of(values.stream().mapToDouble(Double::doubleValue).toArray(), weight);
    return new Node(Optional.of(score), coverage, Bilingual.EMPTY);
  }

  /** One decimal, and more where rounding would lift the percentage to what it lies below. */
  static String below(Fraction percent, BigDecimal bound) {
    BigDecimal printed = percent.rounded(1);
    for (int decimals = 2; decimals <= MOST && printed.compareTo(bound) >= 0; decimals++) {
      printed = percent.rounded(decimals);
    }
    return Fraction.of(printed).printed().toPlainString();
  }

  /** The fulfilment is graded; where a scheme has no plans, the standing is. */
  private boolean isGraded() {
    return result == ResultKind.FULFILMENT || !scheme.results().contains(ResultKind.FULFILMENT);
  }

  private void add(String id, String level, Node node) {
    double full = scheme.fullScore().doubleValue();
    BigDecimal score = node.score().map(value -> Scores.rounded(value * full)).orElse(null);
    boolean graded = level.equals(NodeScore.TOTAL) && score != null && isGraded();
    scores.add(
        new NodeScore(
            result.code(),
            id,
            level,
            score,
            node.coverage().printed(),
            graded ? scheme.grades().of(score).id() : null,
            null,
            null,
            null,
            score == null ? node.why() : null));
  }
}
