package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.TestFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EvaluationJsonTest {
  private static FourIndicators cities() {
    return new FourIndicators()
        .city("p1", "prefecture", "33.333333", "0.000001", "n/a", "999999999999.999999")
        .city("p2", "prefecture", "-", "-", "30", "0");
  }

  private static String text(Object model) {
    return new String(EvaluationJson.write(model), StandardCharsets.UTF_8);
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    Evaluation evaluation = cities().evaluation();
    byte[] json = EvaluationJson.write(evaluation);
    assertThat(EvaluationJson.read(json, Evaluation.class)).isEqualTo(evaluation);
    assertThat(EvaluationJson.write(EvaluationJson.read(json, Evaluation.class))).isEqualTo(json);
    for (RegionEvaluation city : cities().ranked()) {
      byte[] file = EvaluationJson.packed(city);
      assertThat(EvaluationJson.read(file, RegionEvaluation.class)).isEqualTo(city);
      assertThat(EvaluationJson.packed(EvaluationJson.read(file, RegionEvaluation.class)))
          .isEqualTo(file);
      assertThat(EvaluationJson.read(EvaluationJson.write(city), RegionEvaluation.class))
          .isEqualTo(city);
      assertThat(new String(file, StandardCharsets.UTF_8))
          .doesNotContain("\" :", "\n ")
          .endsWith("}\n");
    }
  }

  @Test
  void writesPlainDecimalsSnakeCaseAndNothingForWhatIsAbsent() {
    String json = text(cities().ranked().get(0));
    assertThat(json)
        .contains("\"leaves_present\" : 1", "\"value\" : 0.000001", "999999999999.999999")
        .doesNotContain("null", "E-", "E+", "NaN", "Infinity", "leavesPresent")
        .endsWith("}\n");
  }

  @Test
  void writesTheSameBytesForTheSameModel() {
    assertThat(EvaluationJson.write(cities().evaluation()))
        .isEqualTo(EvaluationJson.write(cities().evaluation()));
  }

  @Test
  void refusesWhatIsNotThisModel() {
    String more = text(cities().evaluation()).replaceFirst("\\{", "{\"modell\": 1,");
    assertThatThrownBy(() -> EvaluationJson.read(TestFiles.utf8(more), Evaluation.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("modell");
  }

  @Test
  void carriesTheSchemeSoThatAReportNeedsNoOtherFile() {
    SchemeView view = cities().evaluation().scheme();
    assertThat(view.indicator("first").orElseThrow().posts().full()).isEqualByComparingTo("100");
    assertThat(view.indicator("fourth").orElseThrow().posts()).isNull();
    assertThat(view.indicator("none")).isEmpty();
    assertThat(view.groups())
        .extracting(SchemeView.GroupView::id)
        .containsExactly("care", "place", "total");
    assertThat(view.results()).containsExactly("fulfilment", "standing");
    assertThat(view.statistics())
        .extracting(SchemeView.StatisticView::id)
        .containsExactly("four", "one", "three", "two");
  }
}
