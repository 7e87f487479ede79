package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Direction;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.Transform;
import io.silvergauge.indicators.composite.Yardstick;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.score.Grades;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The least improvement of one unit that reaches a goal, all else staying as it is: by one
 * indicator alone, or the cheapest combination of several. Everything is worked out anew for each
 * try, so relative yardsticks and the others' ranks move along; what is asked for is the smallest
 * change after which the goal is reached with scores rounded to ten decimals.
 *
 * <p>An indicator can be improved as far as its limit: the post at which its score is full, or
 * where there is none, the best value any unit has.
 */
public final class LeastChange {
  private static final Specification NOTHING = new Specification(0, 1, 0.9, List.of());

  private final Pipeline pipeline;
  private final int unit;
  private final Goal goal;
  private final long edge;

  /**
   * A question about one unit.
   *
   * @param unit place among the pipeline's units
   */
  public LeastChange(Pipeline pipeline, int unit, Goal goal) {
    this.pipeline = pipeline;
    this.unit = unit;
    this.goal = goal;
    edge = goal instanceof Goal.Grade grade ? edge(grade) : 0;
  }

  private long edge(Goal.Grade goal) {
    return pipeline.grades().bands().stream()
        .filter(band -> band.id().equals(goal.id()))
        .map(Grades.Grade::from)
        .mapToLong(Ranker::edge)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    Bilingual.of("没有等级“%s”", "there is no grade '%s'", goal.id())));
  }

  /** Why an indicator alone does not do. */
  public enum Verdict {
    /** It does: with the value given. */
    REACHES,
    /** The goal is reached already. */
    THERE_ALREADY,
    /** Not even its limit is enough. */
    NOT_ENOUGH,
    /** The value is missing, so no change of it can be stated. */
    NO_VALUE
  }

  /**
   * What one indicator can do.
   *
   * @param from the value as it is; not a part of the answer where there is none
   * @param to the least value that reaches the goal, or the limit where that is not enough
   */
  public record Step(String indicator, Verdict verdict, OptionalDouble from, OptionalDouble to) {}

  /** What each indicator alone can do, in scheme order. */
  public List<Step> alone() {
    boolean there = reached(pipeline);
    List<Step> steps = new ArrayList<>();
    List<Index.Indicator> indicators = pipeline.index().indicators();
    for (int column = 0; column < indicators.size(); column++) {
      OptionalDouble from = pipeline.data().get(column).find(unit);
      String id = indicators.get(column).id();
      if (there) {
        steps.add(new Step(id, Verdict.THERE_ALREADY, from, from));
      } else if (from.isEmpty()) {
        steps.add(new Step(id, Verdict.NO_VALUE, from, from));
      } else {
        steps.add(step(id, column, from.getAsDouble()));
      }
    }
    return steps;
  }

  /**
   * What each indicator alone can do for a grade, as a value of so many decimals: the least such
   * value that reaches it. A few tries a value, where {@link #alone} takes some fifty.
   *
   * @param decimals from 0 to 9
   * @return those that reach it, in scheme order
   */
  public List<Step> reaching(int decimals) {
    if (goal instanceof Goal.Rank) {
      throw new InvalidValueException(
          new Bilingual("按小数位求最小改进：只适用于等级目标", "least decimal value: for grades alone"));
    }
    List<Step> steps = new ArrayList<>();
    if (reached(pipeline)) {
      return steps;
    }
    double scale = BigDecimal.TEN.pow(decimals).doubleValue();
    List<Index.Indicator> indicators = pipeline.index().indicators();
    for (int column = 0; column < indicators.size(); column++) {
      OptionalDouble from = pipeline.data().get(column).find(unit);
      if (from.isPresent() && reached(with(Map.of(column, limit(column))))) {
        boolean up = indicators.get(column).rule().direction() == Direction.HIGHER;
        double least = least(column, from.getAsDouble(), up ? scale : -scale);
        steps.add(
            new Step(indicators.get(column).id(), Verdict.REACHES, from, OptionalDouble.of(least)));
      }
    }
    return steps;
  }

  /** Counts steps onwards, so that more is always better; tries where a straight line points. */
  private double least(int column, double from, double scale) {
    long not = (long) StrictMath.floor(from * scale);
    long enough = (long) StrictMath.ceil(limit(column) * scale);
    long below = key(column, not / scale);
    long above = key(column, enough / scale);
    for (int tries = 0; enough - not > 1; tries++) {
      double part = (edge - below) / (double) (above - below);
      boolean straight = tries < 4 && below != Ranker.NO_KEY && above > below;
      long guess =
          straight ? not + (long) StrictMath.ceil(part * (enough - not)) : not + (enough - not) / 2;
      guess = StrictMath.max(not + 1, StrictMath.min(guess, enough - 1));
      for (long tried = guess; tried >= guess - 1 && tried > not && tried < enough; tried--) {
        long key = key(column, tried / scale);
        if (key >= edge) {
          enough = tried;
          above = key;
        } else {
          not = tried;
          below = key;
        }
      }
    }
    return enough / scale;
  }

  private long key(int column, double value) {
    return worked(with(Map.of(column, value))).keys()[unit];
  }

  private Step step(String id, int column, double from) {
    double limit = limit(column);
    if (!reached(with(Map.of(column, limit)))) {
      return new Step(id, Verdict.NOT_ENOUGH, OptionalDouble.of(from), OptionalDouble.of(limit));
    }
    double not = from;
    double enough = limit;
    while (true) {
      double middle = not + (enough - not) / 2;
      if (middle == not || middle == enough) {
        return new Step(id, Verdict.REACHES, OptionalDouble.of(from), OptionalDouble.of(enough));
      }
      if (reached(with(Map.of(column, middle)))) {
        enough = middle;
      } else {
        not = middle;
      }
    }
  }

  /**
   * The cheapest way to a grade.
   *
   * @param steps what changes, in the order in which it is worth most
   * @param cost the sum of the costs
   * @param changed the pipeline with the changed values: simulated, it tells how sure the goal is
   */
  public record Way(List<Step> steps, double cost, Pipeline changed) {
    public Way {
      steps = List.copyOf(steps);
    }
  }

  /**
   * The cheapest combination that reaches a grade. Costs are in proportion to the way gone, so the
   * cheapest points come first and only the last indicator goes part of its way (the continuous
   * knapsack). That is right where the score is a sum of what each indicator adds, and so it is
   * offered there alone.
   *
   * @param costs by indicator, what its whole way to the limit costs, above 0; 1 where none is
   *     named
   * @return empty where no combination reaches the grade
   * @throws InvalidValueException where the goal is a rank, a group is not aggregated
   *     arithmetically, or a score does not rise evenly with its value
   */
  public Optional<Way> cheapest(Map<String, Double> costs) {
    additive();
    if (reached(pipeline)) {
      return Optional.of(new Way(List.of(), 0, pipeline));
    }
    List<Candidate> candidates = candidates(costs);
    Map<Integer, Double> changes = new TreeMap<>();
    List<Step> steps = new ArrayList<>();
    double cost = 0;
    for (Candidate candidate : candidates) {
      changes.put(candidate.column(), candidate.limit());
      Pipeline changed = with(changes);
      if (reached(changed)) {
        changes.remove(candidate.column());
        LeastChange rest = new LeastChange(with(changes), unit, goal);
        Step last = rest.step(candidate.id(), candidate.column(), candidate.from());
        steps.add(last);
        double to = last.to().orElseThrow();
        changes.put(candidate.column(), to);
        double share = (to - candidate.from()) / (candidate.limit() - candidate.from());
        return Optional.of(new Way(steps, cost + share * candidate.cost(), with(changes)));
      }
      cost += candidate.cost();
      steps.add(
          new Step(
              candidate.id(),
              Verdict.REACHES,
              OptionalDouble.of(candidate.from()),
              OptionalDouble.of(candidate.limit())));
    }
    return Optional.empty();
  }

  /** An indicator that can still gain. */
  private record Candidate(
      int column, String id, double from, double limit, double gain, double cost) {}

  private List<Candidate> candidates(Map<String, Double> costs) {
    List<Candidate> candidates = new ArrayList<>();
    double now = score(pipeline);
    for (int column = 0; column < pipeline.data().size(); column++) {
      OptionalDouble from = pipeline.data().get(column).find(unit);
      String id = pipeline.index().indicators().get(column).id();
      double cost = costs.getOrDefault(id, 1.0);
      if (!(cost > 0) || Double.isInfinite(cost)) {
        throw new InvalidValueException(
            Bilingual.of("“%s”：成本应大于 0，却是 %s", "'%s': a cost lies above 0, but was %s", id, cost));
      }
      if (from.isPresent()) {
        double limit = limit(column);
        double gain = score(with(Map.of(column, limit))) - now;
        if (gain > 0) {
          candidates.add(new Candidate(column, id, from.getAsDouble(), limit, gain, cost));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble((Candidate each) -> -each.gain() / each.cost())
            .thenComparingInt(Candidate::column));
    return candidates;
  }

  private void additive() {
    boolean sums =
        pipeline.index().groups().stream()
            .allMatch(group -> group.aggregator() instanceof Aggregator.Arithmetic);
    if (!sums || goal instanceof Goal.Rank) {
      throw new InvalidValueException(
          new Bilingual(
              "最省组合：只适用于等级目标和算术汇总", "cheapest combination: for grades and arithmetic means alone"));
    }
    for (int column = 0; column < pipeline.data().size(); column++) {
      Index.Indicator indicator = pipeline.index().indicators().get(column);
      OptionalDouble value = pipeline.data().get(column).find(unit);
      if (value.isPresent() && !even(indicator.rule(), value.getAsDouble())) {
        throw new InvalidValueException(
            Bilingual.of(
                "最省组合：指标“%s”的得分不随数值均匀上升（须固定门柱、无变换、数值不低于下门柱）",
                "cheapest combination: the score of '%s' does not rise evenly with its value (fixed"
                    + " posts, no transform and a value not beyond the lower post are needed)",
                indicator.id()));
      }
    }
  }

  /** Whether each step from a value to the full post is worth the same. */
  private static boolean even(Yardstick.Rule rule, double value) {
    return rule.transform() instanceof Transform.None
        && rule.normalisation() instanceof Normalisation.Goalposts posts
        && (!posts.truncated() || (value - posts.zero()) * (posts.full() - posts.zero()) >= 0);
  }

  /** As far as an indicator can be improved; never a step back. */
  private double limit(int column) {
    Index.Indicator indicator = pipeline.index().indicators().get(column);
    Column values = pipeline.data().get(column);
    Direction direction = indicator.rule().direction();
    double now = values.at(unit);
    double limit = now;
    if (indicator.rule().normalisation() instanceof Normalisation.Goalposts posts) {
      limit = posts.full();
    } else {
      for (double value : values.present()) {
        limit = direction == Direction.HIGHER ? Math.max(limit, value) : Math.min(limit, value);
      }
    }
    return direction == Direction.HIGHER ? Math.max(limit, now) : Math.min(limit, now);
  }

  private Pipeline with(Map<Integer, Double> changes) {
    List<Column> data = new ArrayList<>(pipeline.data());
    changes.forEach(
        (column, value) -> {
          List<OptionalDouble> cells = new ArrayList<>();
          for (int i = 0; i < pipeline.units().size(); i++) {
            cells.add(i == unit ? OptionalDouble.of(value) : data.get(column).find(i));
          }
          data.set(column, Column.of(cells));
        });
    return new Pipeline(
        pipeline.index(),
        pipeline.units(),
        data,
        pipeline.earlier(),
        pipeline.allPeriods(),
        pipeline.imputations(),
        pipeline.groups(),
        pipeline.beside(),
        pipeline.ranks(),
        pipeline.grades());
  }

  private Replicator.Desk worked(Pipeline changed) {
    Replicator replicator = new Replicator(NOTHING, changed, new Choices(NOTHING, changed));
    Replicator.Desk desk = replicator.desk();
    replicator.work(replicator.declared(), desk);
    return desk;
  }

  private boolean reached(Pipeline changed) {
    Replicator.Desk desk = worked(changed);
    if (desk.keys()[unit] == Ranker.NO_KEY) {
      return false;
    }
    return goal instanceof Goal.Rank wanted
        ? desk.ranks()[unit] <= wanted.rank()
        : desk.keys()[unit] >= edge;
  }

  private double score(Pipeline changed) {
    long key = worked(changed).keys()[unit];
    return key == Ranker.NO_KEY ? 0 : key / 1e10;
  }
}
