package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Ranks under other assumptions: the index worked out again and again, each time with weights,
 * methods and values that might as well have been chosen or measured.
 *
 * <p>Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 7; Saisana,
 * Saltelli and Tarantola, Journal of the Royal Statistical Society A 168 (2005).
 */
public final class RankSimulation {
  private final Specification specification;
  private final Pipeline pipeline;
  private final Choices choices;
  private final Draws draws;
  private final Replicator replicator;

  private RankSimulation(Specification specification, Pipeline pipeline) {
    this.specification = specification;
    this.pipeline = pipeline;
    choices = new Choices(specification, pipeline);
    draws = new Draws(specification, choices);
    replicator = new Replicator(specification, pipeline, choices);
  }

  /**
   * A simulation that can be run.
   *
   * @throws InvalidValueException with all faults, if anything speaks against the specification
   */
  public static RankSimulation of(Specification specification, Pipeline pipeline) {
    List<Bilingual> faults = specification.faults(pipeline);
    if (!faults.isEmpty()) {
      throw new InvalidValueException(
          new Bilingual(
              faults.stream().map(Bilingual::zh).collect(Collectors.joining("；")),
              faults.stream().map(Bilingual::en).collect(Collectors.joining("; "))));
    }
    return new RankSimulation(specification, pipeline);
  }

  /** Runs it on so many threads; the result does not depend on how many. */
  public RankDistribution run(int threads) {
    return distribution(draws::replication, specification.replications(), threads);
  }

  /** The assumptions of all replications, to be kept and replayed. */
  public DrawTable table() {
    return DrawTable.of(choices, specification.replications(), draws::replication);
  }

  /** Works a table of assumptions out again, whoever drew them. */
  public RankDistribution replay(DrawTable table, int threads) {
    List<Draw> rows = table.draws(choices);
    return distribution(rows::get, rows.size(), threads);
  }

  /**
   * First-order and total effects of each uncertainty on a result.
   *
   * @param effect the result
   * @param base rows of the two base matrices; (k + 2) times as many replications are worked out
   * @param resamples of the bootstrap
   */
  public SobolIndices sensitivity(Effect effect, int base, int resamples, int threads) {
    int[] published = declared().ranks();
    return SobolIndices.of(
        specification.uncertainties().size(),
        base,
        resamples,
        specification.level(),
        specification.seed(),
        threads,
        () -> {
          Replicator.Desk desk = replicator.desk();
          return u -> {
            replicator.work(draws.at(u), desk);
            return effect.of(published, desk.ranks());
          };
        });
  }

  /**
   * One choice at a time, all else as published: each indicator left out, each other normalisation,
   * aggregation and imputation of the specification, each varied weight at either end of its range.
   */
  public List<WhatIf> oneAtATime() {
    return new OneAtATime(specification, pipeline, choices, replicator).cases();
  }

  /**
   * Other weights of some nodes, all else as published.
   *
   * @param choice what the case is called
   * @param weights by node; each is of its own group
   * @throws IllegalArgumentException where the index has no such node
   */
  public WhatIf reweighted(String choice, Map<String, Double> weights) {
    return new OneAtATime(specification, pipeline, choices, replicator).reweighted(choice, weights);
  }

  /**
   * Other totals, however they came about, ranked as the published ones are.
   *
   * @param step what is changed
   * @param choice what the case is called
   * @param scores by unit; none ranks nowhere
   */
  public WhatIf scored(String step, String choice, List<OptionalDouble> scores) {
    return new OneAtATime(specification, pipeline, choices, replicator)
        .scored(step, choice, scores);
  }

  private Replicator.Desk declared() {
    Replicator.Desk desk = replicator.desk();
    replicator.work(replicator.declared(), desk);
    return desk;
  }

  private RankDistribution distribution(IntFunction<Draw> draw, int replications, int threads) {
    RankDistribution.Tally tally =
        new RankDistribution.Tally(
            pipeline,
            declared(),
            specification.level(),
            replications,
            SameScale.holds(specification, pipeline));
    Parallel.run(
        replications,
        threads,
        () -> {
          Replicator.Desk desk = replicator.desk();
          return number -> {
            replicator.work(draw.apply(number), desk);
            tally.add(number, desk);
          };
        });
    return tally.distribution();
  }

  /** A result of a replication whose causes are looked for. */
  public interface Effect {
    /**
     * The result.
     *
     * @param published ranks as published, 0 for none
     * @param ranks ranks of the replication, 0 for none
     */
    double of(int[] published, int[] ranks);

    /** How far ranks move on average; a unit that has lost its rank moves to the last place. */
    static Effect meanShift() {
      return (published, ranks) -> {
        double sum = 0;
        for (int unit = 0; unit < ranks.length; unit++) {
          sum += Math.abs(placed(ranks, unit) - placed(published, unit));
        }
        return sum / ranks.length;
      };
    }

    /** One unit's rank. */
    static Effect rankOf(int unit) {
      return (published, ranks) -> placed(ranks, unit);
    }

    private static int placed(int[] ranks, int unit) {
      return ranks[unit] == Ranker.UNRANKED ? ranks.length : ranks[unit];
    }
  }
}
