package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.robustness.DrawTable;
import io.silvergauge.indicators.robustness.Estimate;
import io.silvergauge.indicators.robustness.Goal;
import io.silvergauge.indicators.robustness.Interval;
import io.silvergauge.indicators.robustness.LeastChange;
import io.silvergauge.indicators.robustness.Pipeline;
import io.silvergauge.indicators.robustness.RankDistribution;
import io.silvergauge.indicators.robustness.RankSimulation;
import io.silvergauge.indicators.robustness.SobolIndices;
import io.silvergauge.indicators.robustness.Specification;
import io.silvergauge.indicators.robustness.Uncertainty;
import io.silvergauge.indicators.robustness.WhatIf;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Imputing;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.scheme.Robustness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The ranks of a finished evaluation put to the test: the same index, drawn anew. Made from what is
 * published, so that anybody who has the publication can do it again.
 */
public final class RankTest {
  private static final int RESAMPLES = 1000;

  private final SchemeView scheme;
  private final List<RegionEvaluation> ranked;
  private final boolean byValues;
  private final ScoredIndex scored;
  private final Index index;
  private final Pipeline pipeline;
  private final Specification specification;

  /**
   * A test of the ranks by standing.
   *
   * @param cities all cities of the evaluation; those without a standing take no part
   * @throws InvalidValueException saying why it cannot be done: no standing, a specification that
   *     does not fit, or totals that weights and rules alone do not explain
   */
  public RankTest(SchemeView scheme, Robustness asked, List<RegionEvaluation> cities) {
    this.scheme = scheme;
    ranked =
        cities.stream()
            .filter(city -> rank(city).isPresent())
            .sorted(Comparator.comparing(city -> city.region().code()))
            .toList();
    if (ranked.size() < 2) {
      throw new InvalidValueException(
          new Bilingual("有名次的城市不足两个", "fewer than two cities have a rank"));
    }
    boolean needsValues =
        !asked.normalisation().isEmpty() || !asked.imputation().isEmpty() || isSampled(asked);
    ScoredIndex tried = new ScoredIndex(scheme, ResultKind.STANDING.code(), true, ranked, cities);
    Index made = tried.index().orElseThrow(RankTest::nothing);
    byValues = needsValues || explains(tried, made, ranked);
    if (!byValues) {
      tried = new ScoredIndex(scheme, ResultKind.STANDING.code(), false, ranked, cities);
      made = tried.index().orElseThrow(RankTest::nothing);
    }
    tried.check(made, ranked);
    if (!asked.normalisation().isEmpty()) {
      reported(tried, ranked);
    }
    scored = tried;
    index = made;
    pipeline = scored.pipeline(index, ranked, scored.grades(), !asked.imputation().isEmpty());
    specification =
        specification(asked, uncertainties(asked, scheme.fullScore().doubleValue(), ranked));
    held();
  }

  private static InvalidValueException nothing() {
    return new InvalidValueException(
        new Bilingual("没有带权重的指标", "no indicator that weighs has a score"));
  }

  /** Yardsticks that are taken from the cities' values are not taken from what nobody reported. */
  private static void reported(ScoredIndex tried, List<RegionEvaluation> cities) {
    for (RegionEvaluation city : cities) {
      tried.noughts(city).stream()
          .findFirst()
          .ifPresent(
              indicator -> {
                throw new InvalidValueException(
                    Bilingual.of(
                        "normalisation：“%s”的指标“%s”没有数据而计零分，不能据以确定相对标准",
                        "normalisation: '%s' has no value of indicator '%s', which counts as"
                            + " nought; no relative yardstick can be taken from that",
                        city.region().code(),
                        indicator));
              });
    }
  }

  private static boolean explains(ScoredIndex tried, Index made, List<RegionEvaluation> cities) {
    try {
      tried.check(made, cities);
      return true;
    } catch (InvalidValueException e) {
      return false;
    }
  }

  private static Optional<Integer> rank(RegionEvaluation city) {
    return city.score(ResultKind.STANDING.code(), Group.TOTAL)
        .filter(total -> total.score() != null)
        .map(NodeScore::rank);
  }

  private static boolean isSampled(Robustness asked) {
    return asked.intervals().values().stream().anyMatch(kind -> !kind.equals(Robustness.CENSUS));
  }

  static Specification specification(Robustness asked, List<Uncertainty> uncertainties) {
    return new Specification(
        asked.seed(),
        asked.replications(),
        asked.level().movePointLeft(2).doubleValue(),
        uncertainties);
  }

  /** Weights, ways to bring groups together, and one indicator less. */
  static List<Uncertainty> choices(Robustness asked) {
    List<Uncertainty> choices = new ArrayList<>();
    if (asked.weights() != null) {
      choices.add(
          new Uncertainty.Weights(Set.of(), asked.weights().movePointLeft(2).doubleValue()));
    }
    asked
        .dirichlet()
        .forEach(
            (group, concentration) ->
                choices.add(new Uncertainty.Dirichlet(group, concentration.doubleValue())));
    if (!asked.aggregation().isEmpty()) {
      choices.add(
          new Uncertainty.Aggregations(
              Set.of(), asked.aggregation().stream().map(Methods::aggregator).toList()));
    }
    if (asked.leaveOneOut()) {
      choices.add(new Uncertainty.LeaveOneOut());
    }
    return choices;
  }

  private List<Uncertainty> uncertainties(
      Robustness asked, double full, List<RegionEvaluation> cities) {
    List<Uncertainty> all = new ArrayList<>(choices(asked));
    if (!asked.normalisation().isEmpty()) {
      all.add(
          new Uncertainty.Normalisations(
              asked.normalisation().stream().map(name -> normalisation(name, full)).toList()));
    }
    if (!asked.imputation().isEmpty()) {
      all.add(
          new Uncertainty.Imputations(
              asked.imputation().stream()
                  .map(name -> Methods.imputation(new Imputing(name, Imputing.USUAL_AGE)))
                  .toList()));
    }
    if (byValues) {
      Estimate.Confidence confidence =
          FigureInterval.confidenceOf(FigureInterval.confidence(asked));
      List<Uncertainty.Cell> cells = cells(asked, confidence, cities);
      if (isSampled(asked) || !cells.isEmpty()) {
        all.add(new Uncertainty.Values(confidence, cells));
      }
    }
    return all;
  }

  /** How sure the values that are scored are: as declared, or as visits found them. */
  private List<Uncertainty.Cell> cells(
      Robustness asked, Estimate.Confidence confidence, List<RegionEvaluation> cities) {
    List<Uncertainty.Cell> cells = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      Map<String, Double> values = scored.values(city);
      String code = city.region().code();
      FigureIntervals declared = new FigureIntervals(asked, code, city.indicators());
      for (IndicatorResult one : city.indicators()) {
        if (values.containsKey(one.id()) && one.amount() != null) {
          Optional<Interval> interval =
              SiteOverlay.counts(one) ? SiteOverlay.ends(asked, one) : declared.of(one, confidence);
          interval.ifPresent(ends -> cells.add(new Uncertainty.Cell(one.id(), code, ends)));
        }
      }
    }
    return cells;
  }

  /** The ranks worked out here must be the published ones, or nothing said of them would hold. */
  private void held() {
    RankDistribution once =
        RankSimulation.of(
                new Specification(0, 1, 0.9, List.of(new Uncertainty.Weights(Set.of(), 0.01))),
                pipeline)
            .run(1);
    for (int i = 0; i < ranked.size(); i++) {
      int published = rank(ranked.get(i)).orElseThrow();
      if (once.published(i).orElse(0) != published) {
        throw new InvalidValueException(
            Bilingual.of(
                "“%s”的名次 %d 无法由公布的数据重算",
                "rank %d of '%s' does not come out of what is published",
                ranked.get(i).region().code(),
                published));
      }
    }
  }

  /** Codes of the cities that take part, in the order of the results. */
  public List<String> cities() {
    return pipeline.units();
  }

  /**
   * Ranks under all draws.
   *
   * @throws InvalidValueException with all that speaks against the specification
   */
  public RankDistribution run() {
    return run(Runtime.getRuntime().availableProcessors());
  }

  /** The same on so many threads; the result does not depend on how many. */
  public RankDistribution run(int threads) {
    return RankSimulation.of(specification, pipeline).run(threads);
  }

  /** The assumptions of all draws as a table, to be kept and replayed. */
  public DrawTable draws() {
    return RankSimulation.of(specification, pipeline).table();
  }

  /**
   * Ranks under the assumptions of a table, whoever drew them.
   *
   * @throws InvalidValueException by row and column where a cell says nothing that exists
   */
  public RankDistribution replay(DrawTable table, int threads) {
    return RankSimulation.of(specification, pipeline).replay(table, threads);
  }

  /**
   * One choice at a time, all else as published.
   *
   * @throws InvalidValueException with all that speaks against the specification
   */
  public List<WhatIf> oneAtATime() {
    return RankSimulation.of(specification, pipeline).oneAtATime();
  }

  /** What is uncertain, by name, in the order in which {@link #sensitivity} speaks of it. */
  public List<String> uncertainties() {
    return specification.uncertainties().stream().map(Uncertainty::name).toList();
  }

  /**
   * What share of the moves of ranks each uncertainty explains.
   *
   * @param city whose rank; empty for how far all ranks move on average
   * @param rows of the two base matrices, from 2 to a million
   * @throws InvalidValueException with all that speaks against the specification, or where the city
   *     has no rank, or the rows are too few or too many
   */
  public SobolIndices sensitivity(Optional<String> city, int rows) {
    if (city.isPresent() && !cities().contains(city.get())) {
      throw new InvalidValueException(Bilingual.of("“%s”没有名次", "'%s' has no rank", city.get()));
    }
    if (rows < 2 || rows > Specification.MOST) {
      throw new InvalidValueException(
          Bilingual.of(
              "敏感性分析的行数应为 2 至 %d，却是 %d",
              "a sensitivity analysis takes 2 to %d rows, but was %d", Specification.MOST, rows));
    }
    RankSimulation.Effect effect =
        city.map(code -> RankSimulation.Effect.rankOf(cities().indexOf(code)))
            .orElse(RankSimulation.Effect.meanShift());
    return RankSimulation.of(specification, pipeline)
        .sensitivity(effect, rows, RESAMPLES, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Weights that come from the scores themselves, one group at a time, all else as published.
   *
   * @throws InvalidValueException with fewer than three cities
   */
  public List<OtherWeights.Reweighted> weighed(OtherWeights.Source source) {
    Map<String, Double> declared = new HashMap<>();
    index.nodes().forEach(node -> declared.put(node.id(), node.weight()));
    return new OtherWeights(scheme, ranked, RankSimulation.of(specification, pipeline), declared)
        .from(source);
  }

  /**
   * Other methods than the scheme names, each alone, all else as published.
   *
   * @param aggregations names, for all groups; {@code copeland} for the total alone
   * @param normalisations names, for all indicators; {@code distance_to:CITY} takes each value as a
   *     share of the way from the worst to that city's
   * @throws InvalidValueException where a name is not known or a method does not fit
   */
  public List<WhatIf> instead(List<String> aggregations, List<String> normalisations) {
    List<WhatIf> cases = new ArrayList<>();
    for (String name : aggregations) {
      Aggregator other = Methods.aggregator(name);
      Set<String> groups =
          other instanceof Aggregator.Copeland ? Set.of(index.root().id()) : Set.of();
      cases.add(one(name, new Uncertainty.Aggregations(groups, List.of(other))));
    }
    if (!normalisations.isEmpty() && !byValues) {
      throw new InvalidValueException(
          new Bilingual(
              "normalisation：公布的得分不能仅由数值和门柱得出，不能换用其他标准化方法",
              "normalisation: the published scores do not come out of values and posts alone, so no"
                  + " other normalisation can be tried"));
    }
    if (!normalisations.isEmpty()) {
      reported(scored, ranked);
    }
    double full = scheme.fullScore().doubleValue();
    for (String name : normalisations) {
      cases.add(one(name, new Uncertainty.Normalisations(List.of(normalisation(name, full)))));
    }
    return cases;
  }

  /** A method by its name; {@code distance_to:CITY} is onto the way to that city's value. */
  private Normalisation normalisation(String name, double full) {
    return name.startsWith(Robustness.DISTANCE)
        ? distance(name.substring(Robustness.DISTANCE.length()))
        : Methods.normalisation(name, full);
  }

  private Normalisation distance(String city) {
    if (!cities().contains(city)) {
      throw new InvalidValueException(Bilingual.of("“%s”没有名次", "'%s' has no rank", city));
    }
    return new Normalisation.DistanceToUnit(cities().indexOf(city), false);
  }

  private WhatIf one(String name, Uncertainty other) {
    Specification alone =
        new Specification(specification.seed(), 1, specification.level(), List.of(other));
    WhatIf found =
        RankSimulation.of(alone, pipeline).oneAtATime().stream()
            .filter(one -> one.step().equals(other.name()))
            .findFirst()
            .orElseThrow();
    return new WhatIf(
        found.step(), name, found.ranks(), found.meanShift(), found.largestShift(), found.lost());
  }

  /**
   * What each indicator alone can do for a city to have a rank, in scheme order; all others stay,
   * and their ranks move along. A value that is missing and counts as nought is no value to start
   * from.
   *
   * @throws InvalidValueException where the city has no rank, or there is no such rank
   */
  public List<LeastChange.Step> reaching(String city, int rank) {
    int unit = cities().indexOf(city);
    if (unit < 0) {
      throw new InvalidValueException(Bilingual.of("“%s”没有名次", "'%s' has no rank", city));
    }
    if (rank < 1 || rank > cities().size()) {
      throw new InvalidValueException(
          Bilingual.of(
              "名次应为 1 至 %d，却是 %d", "ranks go from 1 to %d, but was %d", cities().size(), rank));
    }
    Set<String> noughts = scored.unreported(ranked.get(unit));
    return new LeastChange(pipeline, unit, new Goal.Rank(rank))
        .alone().stream()
            .map(
                step ->
                    noughts.contains(step.indicator())
                        ? new LeastChange.Step(
                            step.indicator(), step.verdict(), OptionalDouble.empty(), step.to())
                        : step)
            .toList();
  }

  /** Whether {@link #reaching} speaks of values in the indicators' units; else of their scores. */
  public boolean isByValues() {
    return byValues;
  }

  Pipeline pipeline() {
    return pipeline;
  }

  ScoredIndex scored() {
    return scored;
  }

  Index index() {
    return index;
  }

  SchemeView scheme() {
    return scheme;
  }
}
