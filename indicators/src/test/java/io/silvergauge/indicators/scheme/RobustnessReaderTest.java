package io.silvergauge.indicators.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Faults;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scheme's section {@code robustness}: read whole, refused by name. */
class RobustnessReaderTest {
  private static String scheme(String robustness) {
    return SmallCity.text() + "\nrobustness: {" + robustness + "}\n";
  }

  @Test
  void readsWhatMightBeOtherwise() {
    String text =
        scheme(
            "seed: 7, replications: 500, level: 80, weights: 25, aggregation: [geometric],"
                + " normalisation: [min_max], leave_one_out: true");
    Robustness read = TestFiles.scheme(text).robustness();
    assertThat(read.seed()).isEqualTo(7);
    assertThat(read.replications()).isEqualTo(500);
    assertThat(read.level()).isEqualByComparingTo(new BigDecimal("80"));
    assertThat(read.weights()).isEqualByComparingTo(new BigDecimal("25"));
    assertThat(read.aggregation()).containsExactly("geometric");
    assertThat(read.leaveOneOut()).isTrue();
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(text))).isEmpty();
  }

  @Test
  void readsWeightsThatAreDrawnTogether() {
    String text = scheme("dirichlet: {total: 50.5}");
    assertThat(TestFiles.scheme(text).robustness().dirichlet())
        .containsExactly(Map.entry("total", new BigDecimal("50.5")));
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(text))).isEmpty();
  }

  @Test
  void putsNothingToTheTestWhereTheSectionIsAbsent() {
    assertThat(TestFiles.scheme(SmallCity.text()).robustness().asked()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weights: 130 | robustness.weights | a range above 0 and of 100 (percent) at most",
        "weights: 0 | robustness.weights | a range above 0",
        "'weights: 20, level: 100' | robustness.level | above 50 and below 100 (percent)",
        "aggregation: [median] | robustness.aggregation | 'median' is not one of: arithmetic",
        "normalisation: [posts] | robustness.normalisation | 'posts' is not one of: min_max",
        "'weights: 20, aggregation: [minimum, minimum]' | robustness.aggregation | stands twice",
        "'weights: 20, intervals: {nobody: census}' | robustness.intervals | unknown indicator",
        "'weights: 20, imputation: [group_mean]' | robustness.imputation | has no such step",
        "'weights: 20, dirichlet: {total: 50}' | robustness.dirichlet | give one of the two",
        "'dirichlet: {totals: 50}' | robustness.dirichlet | unknown group 'totals'; did you mean 'total'?",
        "'dirichlet: {total: 0}' | robustness.dirichlet | a number above 0",
        "'dirichlet: {total: much}' | robustness.dirichlet | but was 'much'",
        "'intervals: {bed_share: student}' | robustness.intervals | write {method: student, …}",
        "'intervals: {bed_share: {method: wilson}}' | robustness.intervals.bed_share.method | 'wilson' is not one of: student, dobson",
        "'intervals: {bed_share: {method: student, squares: beds}}' | robustness.intervals.bed_share.squares | unknown indicator 'beds'",
        "'intervals: {bed_share: {method: dobson, per: 0, strata: []}}' | robustness.intervals.bed_share.per | must be above 0, but was 0",
        "'intervals: {bed_share: {method: dobson, per: 1, strata: []}}' | robustness.intervals.bed_share.strata | at least one age group",
        "seed: 3 | robustness | nothing is uncertain"
      })
  void refusesWhatCannotBeRun(String section, String field, String message) {
    Faults faults = new Faults();
    byte[] content = TestFiles.utf8(scheme(section));
    assertThat(SchemeReader.read("s.yaml", content, "00", faults)).isEmpty();
    assertThat(faults.all())
        .anySatisfy(
            fault -> {
              assertThat(fault.field()).isEqualTo(field);
              assertThat(fault.message().en()).contains(message);
            });
  }
}
