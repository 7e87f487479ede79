package io.silvergauge.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"2023-03-01", "2023/3/1", "2023.3.1", "2023年3月1日", "2023年03月01"})
  void isReadHoweverItIsWritten(String text) {
    assertThat(DayText.parse(text, 1900)).contains(LocalDate.of(2023, 3, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2023",
        "2023-03",
        "2023-02-29",
        "2023-13-01",
        "23-03-01",
        "2023-3-1 ",
        "1899-12-31",
        "2201-01-01",
        "45000",
        "2023-03-01T00:00"
      })
  void isNoneWhereItNamesNoDayOfItsTime(String text) {
    assertThat(DayText.parse(text, 1900)).isEmpty();
  }
}
