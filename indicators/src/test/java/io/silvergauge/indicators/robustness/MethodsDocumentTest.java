package io.silvergauge.indicators.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.BalancedWeights;
import io.silvergauge.indicators.composite.BenefitOfDoubt;
import io.silvergauge.indicators.composite.Coherence;
import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Correlation;
import io.silvergauge.indicators.composite.Direction;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.Quantiles;
import io.silvergauge.indicators.composite.Transform;
import io.silvergauge.indicators.composite.Treatment;
import io.silvergauge.indicators.composite.WhenConstant;
import io.silvergauge.indicators.composite.WorkedMoments;
import io.silvergauge.indicators.composite.Yardstick;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.score.Grades;
import io.silvergauge.indicators.score.ScoringRule;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.trend.Arrival;
import io.silvergauge.indicators.trend.Decomposition;
import io.silvergauge.indicators.trend.Difference;
import io.silvergauge.indicators.trend.Pace;
import io.silvergauge.indicators.trend.Trajectory;
import io.silvergauge.indicators.verification.Drawing;
import io.silvergauge.indicators.verification.Verified;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Works every number of {@code docs/methods.md} out again, to its last printed digit. */
class MethodsDocumentTest {
  private static final Pattern WORKED =
      Pattern.compile("^Worked: `(\\w+)\\(([^)]*)\\) = ([^`]+)`$", Pattern.MULTILINE);

  private static final Map<String, Function<double[][], double[]>> METHODS =
      Map.ofEntries(
          Map.entry("min_max", a -> fit(a, new Normalisation.MinMax(a[2][0], a[2][1]))),
          Map.entry("z_score", a -> fit(a, new Normalisation.ZScore(a[2][0], a[2][1]))),
          Map.entry("rank", a -> fit(a, new Normalisation.Places(Normalisation.Count.RANK))),
          Map.entry(
              "percentile_rank",
              a -> fit(a, new Normalisation.Places(Normalisation.Count.PERCENTILE))),
          Map.entry("borda", a -> fit(a, new Normalisation.Places(Normalisation.Count.BORDA))),
          Map.entry("distance_to_best", a -> fit(a, new Normalisation.DistanceToBest())),
          Map.entry(
              "distance_to_target",
              a -> fit(a, new Normalisation.DistanceToTarget(a[2][0], a[2][1] == 1))),
          Map.entry("fraction_of_best", MethodsDocumentTest::fraction),
          Map.entry("goalposts", a -> goalposts(a, new Transform.None())),
          Map.entry("goalposts_ln", a -> goalposts(a, new Transform.Ln())),
          Map.entry("box_cox", a -> one(new Transform.BoxCox(a[1][0]).of(a[0][0]).getAsDouble())),
          Map.entry("sqrt", a -> one(new Transform.SquareRoot().of(a[0][0]).getAsDouble())),
          Map.entry("lambda", MethodsDocumentTest::lambda),
          Map.entry("imputed_mean", a -> imputed(a, new Imputation.GroupMean())),
          Map.entry("imputed_median", a -> imputed(a, new Imputation.GroupMedian())),
          Map.entry("imputed_line", MethodsDocumentTest::line),
          Map.entry("imputed_last", MethodsDocumentTest::last),
          Map.entry("winsorised", MethodsDocumentTest::winsorised),
          Map.entry("proportional", MethodsDocumentTest::proportional),
          Map.entry("skewness", a -> one(WorkedMoments.skewness(a[0]))),
          Map.entry("kurtosis", a -> one(WorkedMoments.kurtosis(a[0]))),
          Map.entry("arithmetic", a -> mean(a, new Aggregator.Arithmetic())),
          Map.entry("geometric", a -> mean(a, new Aggregator.Geometric())),
          Map.entry("harmonic", a -> mean(a, new Aggregator.Harmonic())),
          Map.entry("power", a -> mean(a, new Aggregator.Power(a[2][0]))),
          Map.entry("minimum", a -> mean(a, new Aggregator.Minimum())),
          Map.entry("mazziotta_pareto", a -> mean(a, new Aggregator.MazziottaPareto(true))),
          Map.entry(
              "copeland",
              a ->
                  new Aggregator.Copeland()
                      .of(List.of(Column.of(a[0]), Column.of(a[1])), a[2])
                      .present()),
          Map.entry(
              "correlation",
              a ->
                  one(
                      Correlation.of(Column.of(a[0]), Column.of(a[1]))
                          .orElseThrow()
                          .coefficient())),
          Map.entry("cronbach_alpha", a -> one(coherence(a).alpha().orElseThrow())),
          Map.entry(
              "eigenvalues",
              a ->
                  coherence(a).components().stream()
                      .mapToDouble(Coherence.Component::eigenvalue)
                      .toArray()),
          Map.entry(
              "component_weights",
              a ->
                  coherence(a).componentWeights().orElseThrow().stream()
                      .mapToDouble(Double::doubleValue)
                      .toArray()),
          Map.entry("sample_size", a -> one(Drawing.size(a[0][0], (int) a[0][1]))),
          Map.entry("holds", MethodsDocumentTest::holds),
          Map.entry("balanced_weights", MethodsDocumentTest::balanced),
          Map.entry("benefit_of_doubt", MethodsDocumentTest::favoured),
          Map.entry("wilson", a -> ends(new Estimate.Share(a[0][0], a[0][1]), a[1][0])),
          Map.entry("poisson", a -> ends(new Estimate.Events((long) a[0][0]), a[1][0])),
          Map.entry("byar", a -> ends(new Estimate.ManyEvents((long) a[0][0]), a[1][0])),
          Map.entry(
              "student", a -> ends(new Estimate.Mean(a[0][0], a[0][1], (long) a[0][2]), a[1][0])),
          Map.entry("dobson", MethodsDocumentTest::dobson),
          Map.entry("mean_interval", MethodsDocumentTest::meanInterval),
          Map.entry("quantile", a -> one(Quantiles.of(a[0], a[1][0]))),
          Map.entry("difference", MethodsDocumentTest::difference),
          Map.entry("pace", MethodsDocumentTest::pace),
          Map.entry("way", MethodsDocumentTest::way),
          Map.entry("arrival", MethodsDocumentTest::arrival),
          Map.entry("least_change", MethodsDocumentTest::leastChange),
          Map.entry("change", MethodsDocumentTest::change));

  /** Two scores with both ends each, and their weights. */
  private static double[] meanInterval(double[][] a) {
    List<MeanInterval.Part> parts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      parts.add(new MeanInterval.Part(a[i][0], new Interval(a[i][1], a[i][2]), a[2][i]));
    }
    Interval ends = MeanInterval.of(parts);
    return new double[] {ends.low(), ends.high()};
  }

  private static double[] lambda(double[][] a) {
    Transform fitted = new Transform.FittedBoxCox().over(Column.of(a[0]));
    return one(((Transform.BoxCox) fitted).lambda());
  }

  /** The gap is the last unit's; all are of one group. */
  /** Of so many things so many looked at, and so many of them there. */
  private static double[] holds(double[][] a) {
    List<Verified.Look> looks = new ArrayList<>();
    for (int i = 0; i < a[0][1]; i++) {
      boolean there = i < a[0][2];
      looks.add(
          new Verified.Look("", BigDecimal.ONE, there ? BigDecimal.ONE : BigDecimal.ZERO, there));
    }
    Verified found = Verified.of(Map.of("", (int) a[0][0]), looks);
    return new double[] {found.part().orElseThrow().toDouble(), found.low(), found.high()};
  }

  private static double[] balanced(double[][] a) {
    return BalancedWeights.of(
            List.of(Column.of(a[0]), Column.of(a[1])), Arrays.stream(a[2]).boxed().toList())
        .weights()
        .orElseThrow()
        .stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static double[] favoured(double[][] a) {
    BenefitOfDoubt.Share free = BenefitOfDoubt.Share.FREE;
    return BenefitOfDoubt.of(List.of(Column.of(a[0]), Column.of(a[1])), List.of(free, free))
        .stream()
        .mapToDouble(OptionalDouble::getAsDouble)
        .toArray();
  }

  private static double[] imputed(double[][] a, Imputation method) {
    List<OptionalDouble> cells = new ArrayList<>();
    Arrays.stream(a[0]).forEach(value -> cells.add(OptionalDouble.of(value)));
    cells.add(OptionalDouble.empty());
    return filled(method, List.of(Column.of(cells)), 0);
  }

  /** Values of two periods, and in which period between them there is none. */
  private static double[] line(double[][] a) {
    int last = (int) a[1][1];
    return filled(new Imputation.Linear(), periods(a[0], 0, last), (int) a[1][0]);
  }

  /** A value, and how many periods ago it was. */
  private static double[] last(double[][] a) {
    int ago = (int) a[1][0];
    return filled(new Imputation.LastEarlier(ago), periods(a[0], 0, ago + 1), ago);
  }

  private static List<Column> periods(double[] values, int first, int last) {
    List<Column> periods = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      boolean has = i == first || (i == last && values.length > 1);
      periods.add(
          has ? Column.of(values[i == first ? 0 : 1]) : Column.of(List.of(OptionalDouble.empty())));
    }
    return periods;
  }

  private static double[] filled(Imputation method, List<Column> periods, int current) {
    List<String> groups = Collections.nCopies(periods.get(0).size(), "all");
    return one(
        method.apply(new Imputation.Panel(periods, current, groups)).filled().get(0).value());
  }

  private static double[] winsorised(double[][] a) {
    return Treatment.USUAL.apply(Column.of(a[0])).column().present();
  }

  @Test
  void everyWorkedNumberComesOutToItsLastDigit() throws IOException {
    TreeSet<String> seen = new TreeSet<>();
    Matcher worked = WORKED.matcher(document());
    while (worked.find()) {
      String name = worked.group(1);
      assertThat(METHODS).as(worked.group()).containsKey(name);
      double[] found = METHODS.get(name).apply(arguments(worked.group(2)));
      String[] printed = worked.group(3).trim().split(" ");
      assertThat(found).as(worked.group()).hasSize(printed.length);
      for (int i = 0; i < printed.length; i++) {
        BigDecimal expected = new BigDecimal(printed[i]);
        assertThat(
                new BigDecimal(found[i])
                    .setScale(Math.max(expected.scale(), 0), RoundingMode.HALF_EVEN))
            .as(worked.group())
            .isEqualByComparingTo(expected);
      }
      seen.add(name);
    }
    assertThat(seen)
        .as("every method has a worked number")
        .isEqualTo(new TreeSet<>(METHODS.keySet()));
  }

  @Test
  void noWorkedLineIsWrittenInAWayThisTestPassesOver() throws IOException {
    long lines = document().lines().filter(line -> line.startsWith("Worked")).count();
    assertThat(WORKED.matcher(document()).results().count()).isEqualTo(lines);
  }

  @Test
  void everyTrapHasTheTestThatIsNamed() throws IOException {
    Matcher named = Pattern.compile("\\| `(\\w+Test)\\.(\\w+)` \\|").matcher(document());
    int traps = 0;
    while (named.find()) {
      String file = named.group(1) + ".java";
      try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
        Path source = sources.filter(path -> path.endsWith(file)).findFirst().orElseThrow();
        assertThat(Files.readString(source, StandardCharsets.UTF_8))
            .contains("void " + named.group(2) + "(");
      }
      traps++;
    }
    assertThat(traps).isGreaterThanOrEqualTo(7);
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("../docs/methods.md"), StandardCharsets.UTF_8);
  }

  private static double[][] arguments(String text) {
    return Arrays.stream(text.split(";"))
        .map(
            group ->
                Arrays.stream(group.trim().split(" ")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static double[] difference(double[][] a) {
    Estimate before = new Estimate.Share(a[0][0], a[0][1]);
    Estimate after = new Estimate.Share(a[1][0], a[1][1]);
    Estimate.Confidence confidence = new Estimate.Confidence(a[2][0]);
    Interval found =
        Difference.of(
            before.value(),
            before.interval(confidence).orElseThrow(),
            after.value(),
            after.interval(confidence).orElseThrow());
    return new double[] {found.low(), found.high()};
  }

  private static List<Pace.Point> points(double[] values, double months) {
    List<Pace.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Pace.Point((int) (months * i), values[i]));
    }
    return points;
  }

  private static double[] pace(double[][] a) {
    Pace found = Pace.of(points(a[0], a[1][0]), new Estimate.Confidence(a[2][0])).orElseThrow();
    Interval ends = found.interval().orElseThrow();
    return new double[] {found.aMonth(), ends.low(), ends.high()};
  }

  private static double[] way(double[][] a) {
    int now = (int) a[1][0];
    Trajectory found =
        Trajectory.of(
            points(a[0], now), now, List.of(new Trajectory.Step((int) a[2][1], a[2][0], true)));
    return new double[] {
      found.expected().orElseThrow(), found.behind().orElseThrow(), found.needed().orElseThrow()
    };
  }

  private static double[] arrival(double[][] a) {
    Arrival found =
        Arrival.of(
            a[0][a[0].length - 1],
            a[2][0],
            Pace.of(points(a[0], a[1][0]), new Estimate.Confidence(a[3][0])));
    return new double[] {found.months().orElseThrow(), found.earliest().orElseThrow()};
  }

  private static double[] proportional(double[][] a) {
    Fraction value = Fraction.of(BigDecimal.valueOf(a[0][0]));
    Fraction target = Fraction.of(BigDecimal.valueOf(a[1][0]));
    boolean reached = value.compareTo(target) >= 0;
    return one(new ScoringRule.Proportional().score(value, target, true, reached) * a[2][0]);
  }

  private static double[] one(double value) {
    return new double[] {value};
  }

  private static double[] fit(double[][] a, Normalisation method) {
    return one(
        method
            .fit(Column.of(a[0]), Direction.HIGHER, WhenConstant.ABSENT)
            .score(a[1][0])
            .getAsDouble());
  }

  private static double[] fraction(double[][] a) {
    return one(
        new Normalisation.FractionOfBest()
            .fit(
                Column.of(a[0]),
                a[2][0] > 0 ? Direction.HIGHER : Direction.LOWER,
                WhenConstant.ABSENT)
            .score(a[1][0])
            .getAsDouble());
  }

  private static double[] goalposts(double[][] a, Transform transform) {
    Normalisation posts = new Normalisation.Goalposts(a[1][0], a[1][1], a[1][2], a[1][3], true);
    Direction direction = a[1][1] > a[1][0] ? Direction.HIGHER : Direction.LOWER;
    return one(
        new Yardstick.Rule("x", direction, transform, posts, WhenConstant.ABSENT)
            .fit(Column.of(a[0]))
            .score(a[0][0])
            .getAsDouble());
  }

  private static double[] mean(double[][] a, Aggregator method) {
    return one(method.of(a[0], a[1]).getAsDouble());
  }

  private static double[] ends(Estimate estimate, double confidence) {
    Interval interval = estimate.interval(new Estimate.Confidence(confidence)).orElseThrow();
    return new double[] {interval.low(), interval.high()};
  }

  private static Coherence coherence(double[][] parts) {
    List<Column> columns = Arrays.stream(parts).map(Column::of).toList();
    return Coherence.of(columns, columns.get(0));
  }

  private static double[] dobson(double[][] a) {
    List<StandardisedRate.Stratum> strata = new ArrayList<>();
    for (int i = 0; i < a[0].length; i++) {
      strata.add(new StandardisedRate.Stratum((long) a[0][i], a[1][i], a[2][i]));
    }
    return ends(new StandardisedRate(strata), a[3][0]);
  }

  private static double[] change(double[][] a) {
    Index.Node[] parts = new Index.Node[a[0].length];
    Map<String, Double> before = new TreeMap<>();
    Map<String, Double> after = new TreeMap<>();
    for (int i = 0; i < parts.length; i++) {
      parts[i] = RankSimulationTest.indicator("i" + i, a[2][i]);
      before.put("i" + i, a[0][i]);
      after.put("i" + i, a[1][i]);
    }
    Index index = RankSimulationTest.index(new Aggregator.Arithmetic(), parts);
    return Decomposition.between(
            new Decomposition.Side(index, before), new Decomposition.Side(index, after))
        .orElseThrow()
        .stream()
        .mapToDouble(Decomposition.Part::points)
        .toArray();
  }

  private static double[] leastChange(double[][] a) {
    Index.Node[] parts = new Index.Node[a[0].length];
    Column[] data = new Column[a[0].length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = RankSimulationTest.indicator("i" + i, a[1][i]);
      data[i] = Column.of(a[0][i]);
    }
    Pipeline plain =
        RankSimulationTest.pipeline(
            RankSimulationTest.index(new Aggregator.Arithmetic(), parts),
            new Imputation.None(),
            data);
    Pipeline graded =
        new Pipeline(
            plain.index(),
            plain.units(),
            plain.data(),
            plain.earlier(),
            plain.allPeriods(),
            plain.imputations(),
            plain.groups(),
            plain.beside(),
            plain.ranks(),
            new Grades(
                List.of(
                    new Grades.Grade("goal", Bilingual.EMPTY, BigDecimal.valueOf(a[2][0])),
                    new Grades.Grade("rest", Bilingual.EMPTY, BigDecimal.ZERO))));
    return one(
        new LeastChange(graded, 0, new Goal.Grade("goal")).alone().get(0).to().getAsDouble());
  }
}
