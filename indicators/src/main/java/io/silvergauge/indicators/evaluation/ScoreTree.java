package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.score.Scores;
import io.silvergauge.indicators.score.Statuses;
import io.silvergauge.indicators.score.WorkedScore;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings the scores of indicators together to dimensions and the total. Weights are rescaled over
 * what is present; what does not apply leaves the tree, what is missing lowers the coverage. Then
 * come bonuses, deductions and vetoes, and last the group's cap.
 */
final class ScoreTree {
  /** What an indicator brings to the tree. */
  sealed interface Part {
    /**
     * A score.
     *
     * @param score 1 for full marks
     * @param status the most doubtful status among the figure's inputs
     * @param worked how the score follows from the value; empty where nobody will read it
     */
    record Scored(double score, ValueStatus status, Optional<WorkedScore> worked) implements Part {}

    /**
     * A score of a value that nobody reported: it counts, but covers nothing.
     *
     * @param score 1 for full marks
     * @param what the value and what it is taken from
     */
    record Imputed(double score, NodeScore.Imputed what, Optional<WorkedScore> worked)
        implements Part {}

    /** It should have a score and has none. */
    record Lacking(Bilingual why) implements Part {}

    /** It takes no part: not in the plan, no posts, or not applicable. */
    record Outside() implements Part {}
  }

  /**
   * Points that the total loses for what visits found.
   *
   * @param by the indicator they looked into
   */
  record Deduction(Indicator by, BigDecimal points) {}

  private record Node(
      Optional<Double> score, Fraction coverage, Bilingual why, List<Bilingual> remarks) {
    static Node lacking(Fraction coverage, Bilingual why) {
      return new Node(Optional.empty(), coverage, why, List.of());
    }
  }

  private static final Statuses.Worth REPORTED = Statuses.ALIKE.of(ValueStatus.REPORTED);
  private static final Part OUTSIDE = new Part.Outside();
  private static final Fraction HUNDRED = Fraction.of(100);
  private static final int MOST = 12;

  private final Scheme scheme;
  private final ResultKind result;
  private final List<Indicator> indicators;
  private final Map<String, List<Indicator>> below;
  private final Map<String, Part> parts;
  private final Vetoes vetoes;
  private final Statuses statuses;
  private final Bilingual screened;
  private final List<Deduction> deductions;
  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<String, Map<ValueStatus, Fraction>> shares = new TreeMap<>();

  private ScoreTree(
      Scheme scheme,
      ResultKind result,
      List<Indicator> indicators,
      Map<String, Part> parts,
      Vetoes vetoes,
      Statuses statuses,
      Bilingual screened,
      List<Deduction> deductions) {
    this.scheme = scheme;
    this.result = result;
    this.indicators = indicators;
    this.below = indicators.stream().collect(Collectors.groupingBy(Indicator::dimension));
    this.parts = parts;
    this.vetoes = vetoes;
    this.statuses = statuses;
    this.screened = screened;
    this.deductions = deductions;
  }

  /**
   * The scores of every node that takes part.
   *
   * @param indicators what is evaluated, with the weights that hold
   * @param parts what each of them brings, by id
   * @param vetoes those that are called
   * @param screened why the city is not scored at all; empty where it is
   * @param deductions what visits cost the total
   * @return indicators, dimensions and last the total
   */
  static List<NodeScore> scores(
      Scheme scheme,
      ResultKind result,
      List<Indicator> indicators,
      Map<String, Part> parts,
      Vetoes vetoes,
      Bilingual screened,
      List<Deduction> deductions) {
    Statuses policy = scheme.policies().statuses();
    ScoreTree tree =
        new ScoreTree(scheme, result, indicators, parts, vetoes, policy, screened, deductions)
            .grown();
    boolean alike = policy.worths().values().stream().allMatch(Statuses.Worth::isAll);
    ScoreTree before =
        alike
            ? tree
            : new ScoreTree(
                    scheme, result, indicators, parts, vetoes, Statuses.ALIKE, screened, deductions)
                .grown();
    return tree.listed(before);
  }

  private ScoreTree grown() {
    for (Indicator indicator : indicators) {
      Part part = parts.getOrDefault(indicator.id(), OUTSIDE);
      if (part instanceof Part.Scored scored) {
        nodes.put(indicator.id(), worth(scored));
      } else if (part instanceof Part.Imputed imputed) {
        nodes.put(indicator.id(), imputed(imputed));
      } else if (part instanceof Part.Lacking lacking) {
        nodes.put(indicator.id(), Node.lacking(Fraction.ZERO, lacking.why()));
      }
    }
    group(scheme.groups().get(scheme.groups().size() - 1));
    return this;
  }

  private Node worth(Part.Scored scored) {
    Statuses.Worth worth = statuses.of(scored.status());
    List<Bilingual> remarks =
        worth.isAll()
            ? List.of()
            : List.of(
                Bilingual.of(
                    "数据状态“%s”按 %s%% 计分",
                    "value status '%s' counts %s %% of the score",
                    scored.status().text(),
                    worth.percent().toPlainString()));
    return new Node(Optional.of(worth.of(scored.score())), Fraction.ONE, Bilingual.EMPTY, remarks);
  }

  private static Node imputed(Part.Imputed imputed) {
    return new Node(
        Optional.of(imputed.score()),
        Fraction.ZERO,
        Bilingual.EMPTY,
        List.of(
            Bilingual.of(
                "插补值，未报送：%s，按 %s 计",
                "imputed, not reported: %s, counted as %s",
                imputed.what().from(),
                imputed.what().value().toPlainString())));
  }

  /** The node of a group, kept with those below it; empty where nothing below it takes part. */
  private Optional<Node> group(Group group) {
    Gathered gathered = new Gathered();
    for (Group lower : scheme.groups()) {
      if (lower.within().equals(group.id())) {
        group(lower).ifPresent(node -> gathered.add(lower, node, shares.get(lower.id())));
      }
    }
    for (Indicator indicator : below.getOrDefault(group.id(), List.of())) {
      Part part = parts.getOrDefault(indicator.id(), OUTSIDE);
      if (!(part instanceof Part.Outside)) {
        gathered.add(indicator, part, nodes.get(indicator.id()));
      }
    }
    if (gathered.whole.signum() == 0) {
      return Optional.empty();
    }
    Node node = node(group, gathered);
    nodes.put(group.id(), node);
    shares.put(group.id(), gathered.byStatus());
    return Optional.of(node);
  }

  /** What lies directly below a group. */
  private final class Gathered {
    private final List<Double> values = new ArrayList<>();
    private final List<BigDecimal> weights = new ArrayList<>();
    private final Map<ValueStatus, Fraction> statusWeights = new TreeMap<>();
    private final List<Bilingual> bonuses = new ArrayList<>();
    private Fraction present = Fraction.ZERO;
    private Fraction whole = Fraction.ZERO;
    private double bonus;
    private Bilingual withheld = Bilingual.EMPTY;

    void add(Group lower, Node node, Map<ValueStatus, Fraction> lowerShares) {
      Fraction weight = Fraction.of(lower.weight());
      whole = whole.plus(weight);
      if (node.score().isPresent()) {
        present = present.plus(weight.times(node.coverage()));
        values.add(node.score().get());
        weights.add(lower.weight());
        lowerShares.forEach(
            (status, share) -> statusWeights.merge(status, weight.times(share), Fraction::plus));
      }
    }

    void add(Indicator indicator, Part part, Node node) {
      if (indicator.isBonus()) {
        node.score().ifPresent(score -> addBonus(indicator, score));
        return;
      }
      Fraction weight = Fraction.of(indicator.weight());
      whole = whole.plus(weight);
      if (part instanceof Part.Scored scored) {
        present = present.plus(weight);
        values.add(node.score().orElseThrow());
        weights.add(indicator.weight());
        statusWeights.merge(scored.status(), weight, Fraction::plus);
      } else if (part instanceof Part.Imputed imputed) {
        values.add(imputed.score());
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

    private void addBonus(Indicator indicator, double score) {
      double points = indicator.adds().doubleValue() * score;
      bonus += points / full();
      if (points > 0) {
        bonuses.add(
            Bilingual.of(
                "加分项“%s”加 %s 分",
                "bonus '%s' adds %s points", indicator.name(), ScoreTree.points(points)));
      }
    }

    /** Part of the weight by status; parts of the whole weight that takes part. */
    Map<ValueStatus, Fraction> byStatus() {
      Map<ValueStatus, Fraction> parted = new TreeMap<>();
      statusWeights.forEach((status, weight) -> parted.put(status, weight.dividedBy(whole)));
      return parted;
    }
  }

  private Node node(Group group, Gathered gathered) {
    Fraction coverage = gathered.present.dividedBy(gathered.whole);
    if (!gathered.withheld.en().isEmpty()) {
      return Node.lacking(coverage, gathered.withheld);
    }
    double[] weights = gathered.weights.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    double sum = 0;
    for (double one : weights) {
      sum += one;
    }
    if (sum == 0) {
      return Node.lacking(coverage, new Bilingual("没有可用的得分", "nothing below it has a score"));
    }
    if (group.id().equals(Group.TOTAL) && !screened.equals(Bilingual.EMPTY)) {
      return Node.lacking(coverage, screened);
    }
    if (coverage.times(HUNDRED).compareTo(Fraction.of(group.publishFrom())) < 0) {
      return Node.lacking(
          coverage,
          Bilingual.of(
              "覆盖率 %s%% 低于发布门槛 %s%%",
              "coverage of %s %% is below the %s %% from which a score is published",
              below(coverage.times(HUNDRED), group.publishFrom()),
              group.publishFrom().toPlainString()));
    }
    double[] values = gathered.values.stream().mapToDouble(Double::doubleValue).toArray();
    List<Bilingual> remarks = new ArrayList<>(gathered.bonuses);
    double score = group.aggregation().of(values, weights) + gathered.bonus;
    score = held(group, deducted(group, score, remarks), remarks);
    return new Node(Optional.of(score), coverage, Bilingual.EMPTY, List.copyOf(remarks));
  }

  /** Statuses may cost points of the total besides their own indicator's score. */
  private double deducted(Group group, double score, List<Bilingual> remarks) {
    if (!group.id().equals(Group.TOTAL)) {
      return score;
    }
    double rest = score;
    for (Indicator indicator : indicators) {
      if (parts.get(indicator.id()) instanceof Part.Scored scored) {
        BigDecimal points = statuses.of(scored.status()).deduct();
        if (points.signum() > 0) {
          rest -= points.doubleValue() / full();
          remarks.add(
              Bilingual.of(
                  "指标“%s”数据状态为“%s”，扣 %s 分",
                  "indicator '%s' has value status '%s': %s points are taken off",
                  indicator.name(),
                  scored.status().text(),
                  points.toPlainString()));
        }
      }
    }
    for (Deduction one : deductions) {
      rest -= one.points().doubleValue() / full();
      remarks.add(
          Bilingual.of(
              "现场核查：指标“%s”扣 %s 分",
              "site visits: %2$s points are taken off for indicator '%1$s'",
              one.by().name(),
              one.points().toPlainString()));
    }
    return rest < score ? StrictMath.max(StrictMath.min(0, score), rest) : score; // may be below 0
  }

  private double held(Group group, double score, List<Bilingual> remarks) {
    double most = group.cap().doubleValue() / 100;
    double held = score;
    if (score > most) {
      held = most;
      remarks.add(Bilingual.of("封顶 %s 分", "held to its cap of %s points", points(most * full())));
    }
    return vetoes.held(group, held, full(), remarks);
  }

  /** One decimal, and more where rounding would lift the percentage to what it lies below. */
  static String below(Fraction percent, BigDecimal bound) {
    BigDecimal printed = percent.rounded(1);
    for (int decimals = 2; decimals <= MOST && printed.compareTo(bound) >= 0; decimals++) {
      printed = percent.rounded(decimals);
    }
    return Fraction.of(printed).printed().toPlainString();
  }

  /** Points as remarks say them: two decimals at most. */
  static String points(double points) {
    return Fraction.of(Fraction.of(Scores.rounded(points)).rounded(2)).printed().toPlainString();
  }

  private double full() {
    return scheme.fullScore().doubleValue();
  }

  /** The fulfilment is graded; where a scheme has no plans, the standing is. */
  private boolean isGraded() {
    return result == ResultKind.FULFILMENT || !scheme.results().contains(ResultKind.FULFILMENT);
  }

  private List<NodeScore> listed(ScoreTree before) {
    List<NodeScore> scores = new ArrayList<>();
    for (Indicator indicator : indicators) {
      if (nodes.containsKey(indicator.id())) {
        scores.add(score(indicator.id(), NodeScore.INDICATOR, before));
      }
    }
    List<Group> ordered = new ArrayList<>();
    inOrder(scheme.groups().get(scheme.groups().size() - 1), ordered);
    for (Group group : ordered) {
      if (nodes.containsKey(group.id())) {
        String level = group.id().equals(Group.TOTAL) ? NodeScore.TOTAL : NodeScore.DIMENSION;
        scores.add(score(group.id(), level, before));
      }
    }
    return scores;
  }

  /** Groups in the order in which they are worked out: those below before those above. */
  private void inOrder(Group group, List<Group> ordered) {
    for (Group lower : scheme.groups()) {
      if (lower.within().equals(group.id())) {
        inOrder(lower, ordered);
      }
    }
    ordered.add(group);
  }

  private NodeScore score(String id, String level, ScoreTree before) {
    Node node = nodes.get(id);
    BigDecimal score = rounded(node);
    BigDecimal unlike = rounded(before.nodes.get(id));
    boolean graded = level.equals(NodeScore.TOTAL) && score != null && isGraded();
    List<Bilingual> remarks = new ArrayList<>(node.remarks());
    String grade =
        graded ? vetoes.grade(scheme.grades(), scheme.grades().of(score), remarks).id() : null;
    return new NodeScore(
        result.code(),
        id,
        level,
        score,
        node.coverage().printed(),
        grade,
        null,
        null,
        null,
        score == null ? node.why() : null,
        remarks,
        statusShares(id),
        score == null || unlike == null || score.compareTo(unlike) == 0 ? null : unlike,
        rule(parts.get(id)),
        null,
        null,
        parts.get(id) instanceof Part.Imputed imputed ? imputed.what() : null,
        null,
        level.equals(NodeScore.INDICATOR)
            ? node.score().map(Scores::unrounded).orElse(null)
            : null);
  }

  private Bilingual rule(Part part) {
    if (part instanceof Part.Scored scored) {
      Statuses.Worth worth = statuses.of(scored.status());
      return scored
          .worked()
          .map(line -> line.ending(worth, scored.score(), scheme.fullScore()))
          .orElse(null);
    }
    return part instanceof Part.Imputed imputed
        ? imputed
            .worked()
            .map(line -> line.ending(REPORTED, imputed.score(), scheme.fullScore()))
            .orElse(null)
        : null;
  }

  private BigDecimal rounded(Node node) {
    return node.score().map(value -> Scores.rounded(value * full())).orElse(null);
  }

  private List<NodeScore.StatusShare> statusShares(String id) {
    return shares.getOrDefault(id, Collections.emptyMap()).entrySet().stream()
        .map(one -> new NodeScore.StatusShare(one.getKey().code(), one.getValue().printed()))
        .toList();
  }
}
