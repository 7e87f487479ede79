package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.score.Aggregation;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodsTest {
  @ParameterizedTest
  @EnumSource(Aggregation.class)
  void knowsEveryWayToBringAGroupTogether(Aggregation way) {
    Aggregator aggregator = Methods.aggregator(way.name().toLowerCase(Locale.ROOT));
    assertThat(aggregator.name()).isEqualToIgnoringCase(way.name());
  }

  @Test
  void refusesANameThatIsNotKnown() {
    assertThat(Methods.normalisation("min_max", 100)).isEqualTo(new Normalisation.MinMax(0, 100));
    assertThatThrownBy(() -> Methods.aggregator("median"))
        .hasMessageContaining("this version knows no way of bringing together 'median'");
    assertThatThrownBy(() -> Methods.transform("cbrt", null))
        .hasMessageContaining("this version knows no transform 'cbrt'");
    assertThatThrownBy(() -> Methods.normalisation("minmax", 100))
        .hasMessageContaining("this version knows no normalisation 'minmax'");
  }
}
