package io.silvergauge.indicators.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Yardsticks beside all cities, imputation and treatment in schemes: reader and schema agree. */
class StepsReaderTest {
  private static final String SCHEME =
      """
      id: one
      edition: "2023"
      name: {zh: 一项, en: One}
      dimensions:
        - {id: care, name: {zh: 照护, en: Care}, weight: 1, aggregate: arithmetic}
      total: {name: {zh: 总分, en: Total}, aggregate: arithmetic}
      grades:
        - {id: any, name: {zh: 级, en: Any}, from: 0}
      statistics:
        - {id: beds, name: {zh: 床, en: Beds}, unit: 张, grain: self}
      indicators:
        - id: beds_count
          name: {zh: 床, en: Beds}
          dimension: care
          count: {of: beds}
          better: higher
          weight: 1
          source: {document: x}
          STEPS
      """;

  private static String scheme(String steps) {
    return SCHEME.replace("STEPS", steps.replace(" / ", "\n    "));
  }

  private static Indicator read(String steps) {
    return TestFiles.scheme(scheme(steps)).indicators().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "posts: {zero: 1, full: 9, transform: ln}",
        "posts: {zero: 0, full: 9, transform: sqrt} / impute: {method: group_mean}",
        "posts: {zero: 1, full: 9, transform: box_cox, lambda: 0.5} / impute: {method: linear}",
        "relative: {method: min_max, from: 1, to: 100} / impute: {method: last_earlier, max_age: 3}",
        "relative: {method: z_score, mean: 50, deviation: 10, over: all_periods}",
        "relative: {method: rank, constant: middle, transform: ln}",
        "relative: {method: distance_to_target, target: 5, capped: false}",
        "relative: {method: distance_to_region, region: '410100'}",
        "relative: {method: borda, transform: box_cox, lambda: estimated}",
        "relative: {method: fraction_of_best} / treatment: {skewness: 2, kurtosis: 3.5, most_points: 3}"
      })
  void readsEveryForm(String steps) {
    assertThat(read(steps).isCompared()).isTrue();
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(scheme(steps)))).isEmpty();
  }

  @Test
  void fillsInWhatIsUsual() {
    Relative relative = read("relative: {method: min_max}").relative().orElseThrow();
    assertThat(relative.over()).isEqualTo("period");
    assertThat(relative.constant()).isEqualTo("absent");
    assertThat(relative.to()).isEqualByComparingTo("100");
    assertThat(relative.target()).isNull();
    Steps steps = read("relative: {method: rank} / treatment: {}").steps();
    assertThat(steps.treating()).containsExactly(new Steps.Treating(2, 3.5, 5));
  }

  /** Marks out of ten: a range ends there, standard scores lie around five. */
  @Test
  void keepsToTheScaleOfTheRuleBook() {
    String ten = "scale: {full: 10}\n";
    Relative range =
        TestFiles.scheme(ten + scheme("relative: {method: min_max}"))
            .indicators()
            .get(0)
            .relative()
            .orElseThrow();
    assertThat(range.to()).isEqualByComparingTo("10");
    Relative standard =
        TestFiles.scheme(ten + scheme("relative: {method: z_score}"))
            .indicators()
            .get(0)
            .relative()
            .orElseThrow();
    assertThat(standard.mean()).isEqualByComparingTo("5");
    assertThat(standard.deviation()).isEqualByComparingTo("1");
    Faults faults = new Faults();
    byte[] beyond = TestFiles.utf8(ten + scheme("relative: {method: min_max, to: 100}"));
    assertThat(SchemeReader.read("s.yaml", beyond, "00", faults)).isEmpty();
    assertThat(faults.all().get(0).message().en())
        .isEqualTo("the range of scores must be 0 ≤ from < to ≤ 10 (full marks), but was 0 to 100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "posts: {zero: 0, full: 9} / relative: {method: rank} | relative | give posts or relative",
        "relative: {method: minmax} | relative.method | 'minmax' is not one of: min_max, z_score",
        "relative: {method: rank, over: quarter} | relative.over | 'quarter' is not one of: period",
        "relative: {method: rank, constant: zero} | relative.constant | not one of: absent, middle",
        "relative: {method: rank, from: 1} | relative.from | rank takes no such field (min_max does)",
        "relative: {method: min_max, from: -1} | relative.from | 0 ≤ from < to",
        "relative: {method: z_score, deviation: 0} | relative.deviation | must lie above 0",
        "relative: {method: distance_to_target} | relative.target | this field is missing",
        "relative: {method: distance_to_region} | relative.region | this field is missing",
        "relative: {method: rank, lambda: 1} | relative.lambda | for transform: box_cox alone",
        "relative: {method: rank, transform: box_cox, lambda: 9} | relative.lambda | from -5 to 5",
        "posts: {zero: 1, full: 9, transform: box_cox} | posts.lambda | this field is missing",
        "posts: {zero: 1, full: 9, lambda: 1} | posts | lambda is for box_cox alone",
        "posts: {zero: 0, full: 9, transform: box_cox, lambda: 1} | posts | must be above 0",
        "posts: {zero: -1, full: 9, transform: sqrt} | posts | neither may be negative",
        "posts: {zero: 0, full: 9} / treatment: {} | treatment | for relative alone",
        "relative: {method: rank} / treatment: {kurtosis: 0} | treatment | kurtosis must lie from 0.1",
        "impute: {method: group_mean} | impute | posts or relative are needed",
        "posts: {zero: 0, full: 9} / impute: {method: mean} | impute.method | 'mean' is not one of",
        "posts: {zero: 0, full: 9} / impute: {method: linear, max_age: 2} | impute.max_age | for last_earlier alone"
      })
  void refusesByNameWhatCannotBe(String steps, String field, String message) {
    Faults faults = new Faults();
    assertThat(SchemeReader.read("s.yaml", TestFiles.utf8(scheme(steps)), "00", faults)).isEmpty();
    assertThat(faults.all())
        .anySatisfy(
            fault -> {
              assertThat(fault.field()).isEqualTo("indicators[0]." + field);
              assertThat(fault.message().en()).contains(message);
              assertThat(fault.message().zh()).isNotEqualTo(fault.message().en());
            });
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(scheme(steps)))).isNotEmpty();
  }

  /** What visits found would be lost where the standing is worked out anew beside other cities. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "relative: {method: rank}",
        "posts: {zero: 0, full: 9} / impute: {method: linear}"
      })
  void refusesPoliciesOnVisitsThatMoveScores(String steps) {
    String text = scheme(steps) + "verification: {usual: use_verified}\n";
    Faults faults = new Faults();
    assertThat(SchemeReader.read("s.yaml", TestFiles.utf8(text), "00", faults)).isEmpty();
    assertThat(TestFiles.said(faults))
        .singleElement()
        .asString()
        .contains("verification: indicators with relative, impute or treatment (beds_count)")
        .contains("can only be use_reported");
    TestFiles.scheme(text.replace("use_verified", "use_reported"));
    TestFiles.scheme(scheme("posts: {zero: 0, full: 9}") + "verification: {usual: use_verified}\n");
  }

  @Test
  void refusesStandardScoresInAGeometricMean() {
    String text =
        scheme("relative: {method: z_score}")
            .replace("weight: 1, aggregate: arithmetic", "weight: 1, aggregate: geometric");
    Faults faults = new Faults();
    assertThat(SchemeReader.read("s.yaml", TestFiles.utf8(text), "00", faults)).isEmpty();
    assertThat(TestFiles.said(faults))
        .singleElement()
        .asString()
        .contains("a z_score may be negative, which dimension 'care'");
  }

  @Test
  void refusesStandardScoresBelowAGeometricTotal() {
    String text =
        scheme("relative: {method: z_score}")
            .replace("en: Total}, aggregate: arithmetic", "en: Total}, aggregate: geometric");
    Faults faults = new Faults();
    assertThat(SchemeReader.read("s.yaml", TestFiles.utf8(text), "00", faults)).isEmpty();
    assertThat(TestFiles.said(faults)).singleElement().asString().contains("dimension 'total'");
  }

  @Test
  void aSimulationMayVaryAnImputationThatThereIs() {
    String text =
        scheme("posts: {zero: 0, full: 9} / impute: {method: group_mean}")
            + "robustness: {imputation: [none, group_median], normalisation: [borda,"
            + " fraction_of_best, 'distance_to:410100']}\n";
    assertThat(TestFiles.scheme(text).robustness().imputation())
        .containsExactly("none", "group_median");
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(text))).isEmpty();
  }
}
