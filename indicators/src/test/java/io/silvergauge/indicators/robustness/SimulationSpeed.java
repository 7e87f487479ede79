package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.Normalisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures the simulation; run by hand. Arguments: units, indicators, replications, threads. Eight
 * groups, weights ± 25 %, three normalisations, two aggregations; prints five rounds.
 */
public final class SimulationSpeed {
  private SimulationSpeed() {}

  /** Prints seconds a round and a sum over all medians, which must not change between rounds. */
  public static void main(String[] arguments) {
    int units = Integer.parseInt(arguments[0]);
    int indicators = Integer.parseInt(arguments[1]);
    int replications = Integer.parseInt(arguments[2]);
    int threads = Integer.parseInt(arguments[3]);
    RankSimulation simulation =
        RankSimulation.of(
            new Specification(
                1,
                replications,
                0.9,
                List.of(
                    new Uncertainty.Weights(Set.of(), 0.25),
                    new Uncertainty.Normalisations(
                        List.of(
                            new Normalisation.MinMax(1, 100),
                            new Normalisation.Places(Normalisation.Count.RANK))),
                    new Uncertainty.Aggregations(Set.of(), List.of(new Aggregator.Geometric())))),
            pipeline(units, indicators));
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      RankDistribution found = simulation.run(threads);
      double seconds = (System.nanoTime() - start) / 1e9;
      double sum = 0;
      for (int unit = 0; unit < units; unit++) {
        sum += found.median(unit);
      }
      System.out.printf(Locale.ROOT, "%.3f s, medians add up to %s%n", seconds, sum);
    }
    Runtime memory = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT, "%d MB in use%n", (memory.totalMemory() - memory.freeMemory()) >> 20);
  }

  private static Pipeline pipeline(int units, int indicators) {
    RandomStream stream = RandomStream.of(99, 0);
    Column[] data = new Column[indicators];
    List<List<Index.Node>> groups = new ArrayList<>();
    for (int i = 0; i < indicators; i++) {
      double[] values = new double[units];
      for (int unit = 0; unit < units; unit++) {
        values[unit] = 1 + 98 * stream.uniform();
      }
      data[i] = Column.of(values);
      if (i % Math.max(1, indicators / 8) == 0 && groups.size() < 8) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(RankSimulationTest.indicator("i" + i, 1));
    }
    Index.Node[] parts = new Index.Node[groups.size()];
    for (int g = 0; g < parts.length; g++) {
      parts[g] = new Index.Group("g" + g, 1, new Aggregator.Arithmetic(), 0, groups.get(g));
    }
    return RankSimulationTest.pipeline(
        RankSimulationTest.index(new Aggregator.Arithmetic(), parts), new Imputation.None(), data);
  }
}
