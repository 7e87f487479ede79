package io.silvergauge.indicators.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.score.Aggregation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalculatorTest {
  private static final Normalisation AS_IT_IS = new Normalisation.Goalposts(0, 1, 0, 1, false);

  @Test
  void eachMeanAsWorkedByHand() {
    double[] x = {2, 8};
    double[] even = {1, 1};
    double[] weighted = {3, 1};
    // (2·3 + 8) / 4 = 3.5; √(2·8) = 4; 2 / (1/2 + 1/8) = 3.2; √((4 + 64) / 2) = √34; least 2
    assertThat(new Aggregator.Arithmetic().of(x, weighted)).hasValue(3.5);
    assertThat(new Aggregator.Geometric().of(x, even).getAsDouble()).isCloseTo(4, within(1e-14));
    assertThat(new Aggregator.Harmonic().of(x, even)).hasValue(3.2);
    assertThat(new Aggregator.Power(2).of(x, even).getAsDouble())
        .isCloseTo(Math.sqrt(34), within(1e-14));
    assertThat(new Aggregator.Minimum().of(x, even)).hasValue(2);
    // Mean 5, spread 3 (divisor n): 5 − 9/5 = 3.2 and 5 + 9/5 = 6.8
    assertThat(new Aggregator.MazziottaPareto(true).of(x, even)).hasValue(3.2);
    assertThat(new Aggregator.MazziottaPareto(false).of(x, even)).hasValue(6.8);
  }

  @Test
  void meansAgreeWithThoseTheSchemesUse() {
    double[] x = {0.3, 0.9, 0.45};
    double[] w = {2, 5, 1};
    assertThat(new Aggregator.Arithmetic().of(x, w)).hasValue(Aggregation.ARITHMETIC.of(x, w));
    assertThat(new Aggregator.Geometric().of(x, w)).hasValue(Aggregation.GEOMETRIC.of(x, w));
    double[] withNought = {0, 0.9, 0.45};
    assertThat(new Aggregator.Geometric().of(withNought, w)).hasValue(0);
    assertThat(Aggregation.GEOMETRIC.of(withNought, w)).isZero();
  }

  @Test
  void noughtMakesGeometricAndHarmonicNoughtAndNegativesHaveNone() {
    double[] even = {1, 1};
    assertThat(new Aggregator.Harmonic().of(new double[] {0, 5}, even)).hasValue(0);
    assertThat(new Aggregator.Geometric().of(new double[] {-1, 5}, even)).isEmpty();
    assertThat(new Aggregator.MazziottaPareto(true).of(new double[] {-5, 5}, even)).isEmpty();
    assertThat(new Aggregator.Arithmetic().of(new double[] {1}, new double[] {0})).isEmpty();
    assertThat(
            new Aggregator.Geometric().of(new double[] {0, 5}, new double[] {0, 1}).getAsDouble())
        .as("without a weight it says nothing")
        .isCloseTo(5, within(1e-14));
  }

  static List<Aggregator> means() {
    return List.of(
        new Aggregator.Arithmetic(),
        new Aggregator.Geometric(),
        new Aggregator.Harmonic(),
        new Aggregator.Power(3),
        new Aggregator.Power(-2),
        new Aggregator.Minimum());
  }

  @ParameterizedTest
  @MethodSource("means")
  void everyMeanLiesBetweenItsPartsRisesWithThemAndIgnoresTheUnitOfWeights(Aggregator mean) {
    double[] x = {20, 50, 80};
    double[] w = {1, 2, 3};
    double score = mean.of(x, w).getAsDouble();
    assertThat(score).isBetween(20.0, 80.0);
    assertThat(mean.of(new double[] {25, 50, 80}, w).getAsDouble()).isGreaterThan(score);
    assertThat(mean.of(x, new double[] {10, 20, 30}).getAsDouble()).isCloseTo(score, within(1e-12));
    assertThat(mean.of(new double[] {50, 50, 50}, w).getAsDouble()).isCloseTo(50, within(1e-12));
    assertThat(mean.of(new double[] {200, 500, 800}, w).getAsDouble())
        .isCloseTo(10 * score, within(1e-11));
  }

  @Test
  void copelandCountsDuelsByWeight() {
    // A beats B and C in the first part (weight 3), loses to both in the second (2): two wins.
    // B beats C in both: one win, one defeat. C loses twice.
    Column scores =
        new Aggregator.Copeland()
            .of(List.of(Column.of(9, 5, 1), Column.of(1, 8, 7)), new double[] {3, 2});
    assertThat(scores).isEqualTo(Column.of(2, 0, -2));
    Column gaps =
        new Aggregator.Copeland()
            .of(
                List.of(
                    Column.of(
                        List.of(
                            OptionalDouble.of(2), OptionalDouble.of(1), OptionalDouble.empty()))),
                new double[] {1});
    assertThat(gaps).hasToString("[1.0, -1.0, -]");
  }

  @Test
  void eachGroupAggregatesItsOwnWayAndWeightsAreRescaledOverWhatIsThere() {
    Index index =
        new Index(
            new Index.Group(
                "all",
                1,
                new Aggregator.Arithmetic(),
                0,
                List.of(
                    new Index.Group(
                        "beds",
                        3,
                        new Aggregator.Geometric(),
                        0,
                        List.of(indicator("a", 1), indicator("b", 1))),
                    new Index.Group(
                        "staff",
                        1,
                        new Aggregator.Minimum(),
                        0.6,
                        List.of(indicator("c", 1), indicator("d", 1))))));
    Calculator calculator = new Calculator(index);
    List<Column> data =
        List.of(
            Column.of(2, 2),
            Column.of(8, 8),
            Column.of(6, 6),
            Column.of(List.of(OptionalDouble.of(5), OptionalDouble.empty())));
    ScoreSheet sheet = calculator.sheet(2);
    calculator.calculate(
        calculator.normalise(calculator.yardsticks(data, Optional.empty()), data),
        calculator.weights(),
        calculator.aggregators(),
        Calculator.NONE_OMITTED,
        sheet);
    assertThat(calculator.nodes().stream().map(Index.Node::id))
        .containsExactly("a", "b", "beds", "c", "d", "staff", "all");
    // First: (3·√16 + 1·min(6, 5)) / 4 = 4.25. Second: staff has one of two, 0.6 are asked: absent.
    assertThat(sheet.at(6, 0)).isCloseTo(4.25, within(1e-14));
    assertThat(sheet.find(5, 1)).isEmpty();
    assertThat(sheet.at(6, 1)).isCloseTo(4, within(1e-14));
    // Without b, beds is a alone: (3·2 + 5) / 4 = 2.75
    calculator.calculate(
        calculator.normalise(calculator.yardsticks(data, Optional.empty()), data),
        calculator.weights(),
        calculator.aggregators(),
        1,
        sheet);
    assertThat(sheet.at(6, 0)).isCloseTo(2.75, within(1e-14));
  }

  @Test
  void humanDevelopmentIndexOfFourCountriesIn2022() {
    // Human Development Report 2023/24, table 1, published with three decimals: Afghanistan 0.462,
    // Argentina 0.849 (schooling above the post of 18 years), Benin 0.504, Bahrain 0.888
    Normalisation.Goalposts life = new Normalisation.Goalposts(20, 85, 0, 1, true);
    Index index =
        new Index(
            new Index.Group(
                "hdi",
                1,
                new Aggregator.Geometric(),
                1,
                List.of(
                    new Index.Indicator(rule("life", life), 1),
                    new Index.Group(
                        "education",
                        1,
                        new Aggregator.Arithmetic(),
                        1,
                        List.of(
                            new Index.Indicator(
                                rule("expected", new Normalisation.Goalposts(0, 18, 0, 1, true)),
                                1),
                            new Index.Indicator(
                                rule("mean", new Normalisation.Goalposts(0, 15, 0, 1, true)), 1))),
                    new Index.Indicator(
                        new Yardstick.Rule(
                            "income",
                            Direction.HIGHER,
                            new Transform.Ln(),
                            new Normalisation.Goalposts(100, 75_000, 0, 1, true),
                            WhenConstant.ABSENT),
                        1))));
    Calculator calculator = new Calculator(index);
    List<Column> data =
        List.of(
            Column.of(62.879, 76.064, 59.954, 79.246),
            Column.of(10.705385, 18.979509, 10.30258, 16.299681),
            Column.of(2.51479, 11.14408, 3.137262, 11.04659),
            Column.of(1335.205733, 22047.97131, 3406.072937, 48731.44564));
    ScoreSheet sheet = calculator.sheet(4);
    calculator.calculate(
        calculator.normalise(calculator.yardsticks(data, Optional.empty()), data),
        calculator.weights(),
        calculator.aggregators(),
        Calculator.NONE_OMITTED,
        sheet);
    double[] published = {0.462, 0.849, 0.504, 0.888};
    for (int country = 0; country < 4; country++) {
      assertThat(sheet.at(calculator.nodes().size() - 1, country))
          .isCloseTo(published[country], within(5e-4));
    }
  }

  @Test
  void refusesAnIndexThatCannotBe() {
    assertThatThrownBy(() -> indicator("a", -1))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("'a': a weight cannot be -1.0");
    assertThatThrownBy(
            () ->
                new Index(
                    new Index.Group(
                        "a", 1, new Aggregator.Arithmetic(), 0, List.of(indicator("a", 1)))))
        .hasMessage("the id 'a' stands twice");
    assertThatThrownBy(
            () ->
                new Index.Group("g", 1, new Aggregator.Arithmetic(), 0, List.of(indicator("a", 0))))
        .hasMessage("group 'g': no part has a weight above 0");
    assertThatThrownBy(() -> new Aggregator.Power(0)).isInstanceOf(InvalidValueException.class);
  }

  private static Index.Indicator indicator(String id, double weight) {
    return new Index.Indicator(rule(id, AS_IT_IS), weight);
  }

  private static Yardstick.Rule rule(String id, Normalisation normalisation) {
    return new Yardstick.Rule(
        id, Direction.HIGHER, new Transform.None(), normalisation, WhenConstant.ABSENT);
  }
}
