package io.silvergauge.indicators.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Direction;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.Transform;
import io.silvergauge.indicators.composite.WhenConstant;
import io.silvergauge.indicators.composite.Yardstick;
import io.silvergauge.indicators.trend.Decomposition.Cause;
import io.silvergauge.indicators.trend.Decomposition.Part;
import io.silvergauge.indicators.trend.Decomposition.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Taking a change of a score apart. */
class DecompositionTest {
  private static Index index(double weightOfA, double fullOfA, double weightOfB) {
    return new Index(
        new Index.Group(
            "total",
            1,
            new Aggregator.Arithmetic(),
            0,
            List.of(indicator("a", weightOfA, fullOfA), indicator("b", weightOfB, 100))));
  }

  private static Index.Indicator indicator(String id, double weight, double full) {
    return new Index.Indicator(
        new Yardstick.Rule(
            id,
            Direction.HIGHER,
            new Transform.None(),
            new Normalisation.Goalposts(0, full, 0, 100, true),
            WhenConstant.ABSENT),
        weight);
  }

  @Test
  void givesAllToTheValueThatChanged() {
    // (3·40 + 1·80)/4 = 50, (3·60 + 1·80)/4 = 65
    Index index = index(3, 100, 1);
    assertThat(
            Decomposition.between(
                new Side(index, Map.of("a", 40.0, "b", 80.0)),
                new Side(index, Map.of("a", 60.0, "b", 80.0))))
        .hasValue(List.of(new Part(Cause.DATA, "a", 15)));
  }

  @Test
  void tellsMembershipRuleWeightAndDataApart() {
    // Before: a 40 of 100 (weight 1), b 80 (weight 1): (40 + 80)/2 = 60.
    // Rule: a's full post falls to 80, so 40 scores 50: (50 + 80)/2 = 65, +5.
    // Weight: a weighs 3, b 1: (150 + 80)/4 = 57.5, −7.5.
    // Data: b becomes 100: (150 + 100)/4 = 62.5, +5.
    assertThat(
            Decomposition.between(
                    new Side(index(1, 100, 1), Map.of("a", 40.0, "b", 80.0)),
                    new Side(index(3, 80, 1), Map.of("a", 40.0, "b", 100.0)))
                .orElseThrow())
        .extracting(Part::cause, Part::indicator, Part::points)
        .containsExactly(
            tuple(Cause.RULE, "a", 5.0),
            tuple(Cause.WEIGHT, "", -7.5),
            tuple(Cause.DATA, "b", 5.0));
  }

  @Test
  void countsWhoLeavesAndWhoComesInAsMembershipNotAsData() {
    // Before: b alone, 80. After: a 20 (weight 3) and b 60: (60 + 60)/4 = 30.
    // Data first: b 80 to 60, −20; then a comes in: 60 to 30, −30.
    Index index = index(3, 100, 1);
    List<Part> parts =
        Decomposition.between(
                new Side(index, Map.of("b", 80.0)), new Side(index, Map.of("a", 20.0, "b", 60.0)))
            .orElseThrow();
    assertThat(parts)
        .containsExactly(new Part(Cause.DATA, "b", -20), new Part(Cause.MEMBERSHIP, "a", -30));
    assertThat(parts.stream().mapToDouble(Part::points).sum()).isEqualTo(30 - 80, within(1e-9));
  }

  @Test
  void saysNothingWhereTheTwoHaveNothingInCommon() {
    Index index = index(3, 100, 1);
    assertThat(
            Decomposition.between(
                new Side(index, Map.of("a", 40.0)), new Side(index, Map.of("b", 60.0))))
        .isEmpty();
  }
}
