package io.silvergauge.jobs.star;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.statistic.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmxNamesTest {
  @ParameterizedTest
  @CsvSource({
    "2023-10, 2023-10, M",
    "2023Q4, 2023-Q4, Q",
    "2023H1, 2023-S1, S",
    "2023, 2023, A",
    "2023-01/2023-09, 2023-01-01/P9M, _O",
    // twelve months that are no year
    "2023-02/2024-01, 2023-02-01/P12M, _O"
  })
  void writesPeriodsAsSdmxDoes(String name, String time, String frequency) {
    assertThat(SdmxPeriod.of(Period.parse(name))).isEqualTo(time);
    assertThat(SdmxPeriod.frequency(Period.parse(name))).isEqualTo(frequency);
  }

  @ParameterizedTest
  @CsvSource({
    "nursing_share, nursing_share",
    "a@110100, a@110100",
    "a+b, a$002Bb",
    "$002B, $0024002B",
    "-1, $002D1",
    "张, $5F20"
  })
  void givesEveryNameAnIdentifierOfItsOwn(String name, String id) {
    assertThat(SdmxIds.of(name)).isEqualTo(id);
  }

  @Test
  void tellsThePowerOfTenFromTheUnit() {
    assertThat(SdmxUnit.of("万元")).isEqualTo(new SdmxUnit("元", 4));
    assertThat(SdmxUnit.of("亿元")).isEqualTo(new SdmxUnit("元", 8));
    assertThat(SdmxUnit.of("张/千人")).isEqualTo(new SdmxUnit("张/千人", 0));
    assertThat(SdmxUnit.of("%").code()).isEqualTo("PT");
  }
}
