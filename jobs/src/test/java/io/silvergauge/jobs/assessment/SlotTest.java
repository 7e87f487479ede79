package io.silvergauge.jobs.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.statistic.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTest {
  @Test
  void isSourceSenderPeriodAndPart() {
    assertThat(Slot.parse("civil_affairs/410000/2023Q4/all"))
        .isEqualTo(new Slot("civil_affairs", "410000", Period.parse("2023Q4"), "all"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "civil_affairs/410000/2023Q4/all",
        "visits/410000/2023-01/2023-09/all",
        "census/000000/2020/part2",
        "x/省厅/2023H1/b"
      })
  void isWrittenAsItIsRead(String text) {
    assertThat(Slot.parse(text)).hasToString(text);
  }

  @Test
  void mayHaveAPeriodWithASlash() {
    Slot slot = Slot.parse("visits/410000/2023-01/2023-09/all");
    assertThat(slot.period().months()).isEqualTo(9);
    assertThat(slot.part()).isEqualTo("all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "civil",
        "civil/410000",
        "civil/410000/2023Q4",
        "/410000/2023Q4/all",
        "civil//2023Q4/all",
        "civil/410000//all",
        "civil/410000/2023Q4/",
        "civil/410000/2023Q5/all",
        "civil/410000/all/2023Q4"
      })
  void isNothingLess(String text) {
    assertThatThrownBy(() -> Slot.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2023Q4/410000/civil_affairs.csv, civil_affairs/410000/2023Q4/all",
    "2023-10/410000/visits.part2.csv, visits/410000/2023-10/part2",
    "2023Q4/410000/visits.csv.gz, visits/410000/2023Q4/all",
    "2023Q4/410000/visits.b.csv.gz, visits/410000/2023Q4/b",
    "2020/undp/long.CSV, long/undp/2020/all"
  })
  void isToldByThePlaceOfAFile(String path, String slot) {
    assertThat(DeliveryList.slotOf(path)).contains(Slot.parse(slot));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "civil_affairs.csv", "2023Q4/civil_affairs.csv", "2023Q9/410000/civil_affairs.csv",
        "2023Q4/410000/x/civil_affairs.csv", "2023Q4/410000/.hidden", "2023Q4/410000/Report.csv",
        "2023Q4/410000/civil_affairs", "2023Q4/410000/civil affairs.csv"
      })
  void isNotGuessedFromAnyOtherPlace(String path) {
    assertThat(DeliveryList.slotOf(path)).isEmpty();
  }
}
