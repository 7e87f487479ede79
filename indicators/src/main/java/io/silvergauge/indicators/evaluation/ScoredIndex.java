package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Direction;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.Transform;
import io.silvergauge.indicators.composite.WhenConstant;
import io.silvergauge.indicators.composite.Yardstick;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.robustness.Pipeline;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.score.Grades;
import io.silvergauge.indicators.score.RankPolicy;
import io.silvergauge.indicators.trend.Decomposition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A published result as an index that can be worked out again under other assumptions. What weights
 * and rules alone do not explain (vetoes, caps, bonuses, deductions) is not imitated: {@link
 * #check} says so, and nothing is simulated.
 */
final class ScoredIndex {
  /** Scores may differ by this much from the published ones: both are sums of doubles. */
  private static final double TOLERANCE = 1e-7;

  private final SchemeView scheme;
  private final String result;
  private final boolean values;
  private final Set<String> taking;
  private final List<RegionEvaluation> all;

  /**
   * A result of a scheme.
   *
   * @param result its code
   * @param values whether it starts from values and posts; else from the indicators' own scores
   * @param cities whose indicators take part
   */
  ScoredIndex(SchemeView scheme, String result, boolean values, List<RegionEvaluation> cities) {
    this(scheme, result, values, cities, cities);
  }

  /**
   * The same, where yardsticks and imputed values are taken from more cities.
   *
   * @param all cities of the evaluation
   */
  ScoredIndex(
      SchemeView scheme,
      String result,
      boolean values,
      List<RegionEvaluation> cities,
      List<RegionEvaluation> all) {
    this.scheme = scheme;
    this.result = result;
    this.values = values;
    this.all = all.stream().sorted(Comparator.comparing(city -> city.region().code())).toList();
    taking = new TreeSet<>();
    for (RegionEvaluation city : cities) {
      city.scores().stream()
          .filter(score -> score.result().equals(result))
          .forEach(score -> taking.add(score.node()));
    }
  }

  /** The index; empty where nothing weighs. */
  Optional<Index> index() {
    return group(scheme.groups().get(scheme.groups().size() - 1)).map(Index::new);
  }

  /** The cities as a pipeline, in the order given; all must have a total. */
  Pipeline pipeline(Index index, List<RegionEvaluation> cities, Grades grades) {
    return pipeline(index, cities, grades, false);
  }

  /**
   * The same.
   *
   * @param imputes whether what was imputed is a gap that the pipeline fills, so that it can be
   *     filled otherwise; else it is a value
   */
  Pipeline pipeline(Index index, List<RegionEvaluation> cities, Grades grades, boolean imputes) {
    if (imputes) {
      return new ImputedPipeline(scheme, result, all).of(index, this, cities, grades);
    }
    List<Map<String, Double>> rows = cities.stream().map(this::values).toList();
    List<Column> data = new ArrayList<>();
    for (Index.Indicator indicator : index.indicators()) {
      List<OptionalDouble> cells = new ArrayList<>();
      for (Map<String, Double> row : rows) {
        Double value = row.get(indicator.id());
        cells.add(value == null ? OptionalDouble.empty() : OptionalDouble.of(value));
      }
      data.add(Column.of(cells));
    }
    return new Pipeline(
        index,
        cities.stream().map(city -> city.region().code()).toList(),
        data,
        List.of(),
        false,
        new Imputation.None(),
        cities.stream().map(city -> city.region().peers()).toList(),
        ranks(),
        grades);
  }

  /**
   * Holds the index against what is published.
   *
   * @throws InvalidValueException naming the first city whose published total is another
   */
  void check(Index index, List<RegionEvaluation> cities) {
    for (RegionEvaluation city : cities) {
      BigDecimal published = city.score(result, Group.TOTAL).orElseThrow().score();
      OptionalDouble score = side(index, city).score();
      if (score.isEmpty()
          || StrictMath.abs(score.getAsDouble() - published.doubleValue()) > TOLERANCE) {
        throw new InvalidValueException(
            Bilingual.of(
                "“%s”公布的得分 %s 不仅由权重和规则得出，由其重算得 %s（另有否决、封顶、加分、扣分、按数据状态折算，或分级的权重、" + "门柱、规则），不作模拟",
                "the published score of '%s', %s, is not made by weights and rules alone, which"
                    + " give %s (there are vetoes, caps, bonuses, deductions, value statuses that"
                    + " count in part, or weights, yardsticks or rules by level), so nothing is"
                    + " simulated",
                city.region().code(),
                plain(published),
                score.isPresent()
                    ? plain(OutlookMaker.number(score.getAsDouble()))
                    : new Bilingual("无", "none")));
      }
    }
  }

  /**
   * Holds a city's published grade against its score.
   *
   * @throws InvalidValueException where a veto is called or the grade is not the score's own
   */
  void checkGrade(RegionEvaluation city) {
    NodeScore total = city.score(result, Group.TOTAL).orElseThrow();
    Grades.Grade own = grades().of(total.score());
    boolean called =
        city.scores().stream()
            .filter(score -> score.result().equals(result))
            .anyMatch(Vetoes::isCalled);
    if (called || !own.id().equals(total.grade())) {
      throw new InvalidValueException(
          Bilingual.of(
              "“%s”公布的等级“%s”不仅由权重和规则得出（触发了一票否决；得分 %s 本身为“%s”），不作模拟",
              "the published grade of '%s', '%s', is not made by weights and rules alone (a veto is"
                  + " called; the score of %s alone gives '%s'), so nothing is simulated",
              city.region().code(),
              grades().named(total.grade()).name(),
              plain(total.score()),
              own.name()));
    }
  }

  Decomposition.Side side(Index index, RegionEvaluation city) {
    return new Decomposition.Side(index, values(city));
  }

  /** Indicators that count as nought because they have no value: what they bring is no figure. */
  Set<String> noughts(RegionEvaluation city) {
    Set<String> noughts = new TreeSet<>(values(city).keySet());
    city.scores().stream()
        .filter(score -> score.result().equals(result) && score.score() != null)
        .forEach(score -> noughts.remove(score.node()));
    return noughts;
  }

  /** What each indicator brings, by id; one that counts as nought the post of nought. */
  Map<String, Double> values(RegionEvaluation city) {
    Map<String, NodeScore> nodes = new HashMap<>();
    city.scores().stream()
        .filter(score -> score.result().equals(result))
        .forEach(score -> nodes.put(score.node(), score));
    Map<String, IndicatorResult> results = new HashMap<>();
    city.indicators().forEach(one -> results.put(one.id(), one));
    Map<String, Double> brought = new HashMap<>();
    for (SchemeView.IndicatorView indicator : scheme.indicators()) {
      NodeScore node = nodes.get(indicator.id());
      if (node != null && !withheld(indicator.dimension(), nodes)) {
        if (node.score() == null) {
          if (indicator.missing().equals("zero")) {
            brought.put(indicator.id(), values ? nought(indicator) : 0);
          }
        } else {
          BigDecimal value =
              !values
                  ? node.score()
                  : node.imputed() != null
                      ? node.imputed().value()
                      : results.get(indicator.id()).counts();
          brought.put(indicator.id(), value.doubleValue());
        }
      }
    }
    return brought;
  }

  /** Indicators without a value of their own: they count as nought, or were imputed. */
  Set<String> unreported(RegionEvaluation city) {
    Set<String> unreported = noughts(city);
    unreported.addAll(imputed(city));
    return unreported;
  }

  private Set<String> imputed(RegionEvaluation city) {
    return city.scores().stream()
        .filter(score -> score.result().equals(result) && score.imputed() != null)
        .map(NodeScore::node)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The value with which an indicator has no points.
   *
   * @throws InvalidValueException where its yardstick follows the cities, and has no such value
   */
  private static double nought(SchemeView.IndicatorView indicator) {
    if (indicator.posts() == null) {
      throw new InvalidValueException(
          Bilingual.of(
              "指标“%s”用相对标准，缺数据计零分，没有相应的数值",
              "indicator '%s' has a relative yardstick and counts as nought where it is missing; no"
                  + " value stands for that",
              indicator.id()));
    }
    return indicator.posts().zero().doubleValue();
  }

  /** Whether a group above, below the total, has no score: then nothing of it counts. */
  private boolean withheld(String group, Map<String, NodeScore> nodes) {
    for (SchemeView.GroupView above : scheme.groups()) {
      if (above.id().equals(group) && !group.equals(Group.TOTAL)) {
        NodeScore node = nodes.get(group);
        return node == null || node.score() == null || withheld(above.within(), nodes);
      }
    }
    return false;
  }

  private Optional<Index.Group> group(SchemeView.GroupView group) {
    List<Index.Node> parts = new ArrayList<>();
    for (SchemeView.GroupView lower : scheme.groups()) {
      if (lower.within().equals(group.id())) {
        group(lower).ifPresent(parts::add);
      }
    }
    for (SchemeView.IndicatorView indicator : scheme.indicators()) {
      if (indicator.dimension().equals(group.id())
          && taking.contains(indicator.id())
          && indicator.adds() == null) {
        parts.add(new Index.Indicator(rule(indicator), indicator.weight().doubleValue()));
      }
    }
    if (parts.stream().noneMatch(part -> part.weight() > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new Index.Group(
            group.id(),
            group.weight().doubleValue(),
            Methods.aggregator(group.aggregation()),
            0,
            parts));
  }

  private Yardstick.Rule rule(SchemeView.IndicatorView indicator) {
    double full = scheme.fullScore().doubleValue();
    if (!values) {
      return new Yardstick.Rule(
          indicator.id(),
          Direction.HIGHER,
          new Transform.None(),
          new Normalisation.Goalposts(0, full, 0, full, false),
          WhenConstant.ABSENT);
    }
    if (indicator.relative().isPresent()) {
      return RelativeRule.of(scheme, indicator, all);
    }
    SchemeView.PostsView posts = indicator.posts();
    return new Yardstick.Rule(
        indicator.id(),
        posts.full().compareTo(posts.zero()) > 0 ? Direction.HIGHER : Direction.LOWER,
        Methods.transform(posts.transform(), posts.lambda()),
        new Normalisation.Goalposts(
            posts.zero().doubleValue(), posts.full().doubleValue(), 0, full, true),
        WhenConstant.ABSENT);
  }

  RankPolicy ranks() {
    return new RankPolicy(
        RankPolicy.Basis.valueOf(scheme.ranking().on().toUpperCase(Locale.ROOT)),
        scheme.ranking().decimals(),
        RankPolicy.Ties.valueOf(scheme.ranking().ties().toUpperCase(Locale.ROOT)));
  }

  Grades grades() {
    return new Grades(
        scheme.grades().stream()
            .map(grade -> new Grades.Grade(grade.id(), grade.name(), grade.from()))
            .toList());
  }

  static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
