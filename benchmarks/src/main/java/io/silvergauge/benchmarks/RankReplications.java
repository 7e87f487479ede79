package io.silvergauge.benchmarks;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Direction;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.Transform;
import io.silvergauge.indicators.composite.WhenConstant;
import io.silvergauge.indicators.composite.Yardstick;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.robustness.Pipeline;
import io.silvergauge.indicators.robustness.RankDistribution;
import io.silvergauge.indicators.robustness.RankSimulation;
import io.silvergauge.indicators.robustness.Specification;
import io.silvergauge.indicators.robustness.Uncertainty;
import io.silvergauge.indicators.score.Grades;
import io.silvergauge.indicators.score.RankPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * W6: 10,000 replications of the ranks of 51 units by 49 indicators in eight groups; weights ± 25
 * %, three normalisations. What is timed is the whole of it, on all cores.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(1)
public class RankReplications {
  static final int REPLICATIONS = 10_000;
  private static final int UNITS = 51;
  private static final int INDICATORS = 49;
  private static final int GROUPS = 8;

  private final RankSimulation simulation =
      RankSimulation.of(
          new Specification(
              1,
              REPLICATIONS,
              0.9,
              List.of(
                  new Uncertainty.Weights(Set.of(), 0.25),
                  new Uncertainty.Normalisations(
                      List.of(
                          new Normalisation.MinMax(1, 100),
                          new Normalisation.Places(Normalisation.Count.RANK))))),
          pipeline());

  /** The ranks in all replications. */
  @Benchmark
  public RankDistribution replications() {
    return simulation.run(Runtime.getRuntime().availableProcessors());
  }

  private static Pipeline pipeline() {
    SplittableRandom random = new SplittableRandom(99);
    List<Column> data = new ArrayList<>();
    List<List<Index.Node>> groups = new ArrayList<>();
    for (int i = 0; i < INDICATORS; i++) {
      data.add(Column.of(random.doubles(UNITS, 1, 99).toArray()));
      if (i * GROUPS / INDICATORS == groups.size()) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(indicator("i" + i));
    }
    List<Index.Node> parts = new ArrayList<>();
    for (List<Index.Node> group : groups) {
      parts.add(new Index.Group("g" + parts.size(), 1, new Aggregator.Arithmetic(), 0, group));
    }
    List<String> units = new ArrayList<>();
    List<String> together = new ArrayList<>();
    for (int unit = 0; unit < UNITS; unit++) {
      units.add("unit" + unit);
      together.add("all");
    }
    return new Pipeline(
        new Index(new Index.Group("all", 1, new Aggregator.Arithmetic(), 0, parts)),
        units,
        data,
        List.of(),
        false,
        new Imputation.None(),
        together,
        new RankPolicy(RankPolicy.Basis.EXACT, 2, RankPolicy.Ties.COMPETITION),
        new Grades(List.of(new Grades.Grade("any", Bilingual.same("any"), BigDecimal.ZERO))));
  }

  private static Index.Indicator indicator(String id) {
    return new Index.Indicator(
        new Yardstick.Rule(
            id,
            Direction.HIGHER,
            new Transform.None(),
            new Normalisation.Goalposts(0, 100, 0, 100, true),
            WhenConstant.ABSENT),
        1);
  }
}
