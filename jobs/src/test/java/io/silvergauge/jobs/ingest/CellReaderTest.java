package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Statistic;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReaderTest {
  private static final CellReader CELLS = new CellReader(Sent.civil(), Sent.CONTEXT);

  private static CellReader.Cell read(String text, String statistic, String unit) {
    Statistic of = Sent.CONTEXT.statistics().get(statistic);
    return CELLS.read(text, of, unit.isEmpty() ? of.unit() : unit);
  }

  private static Optional<RejectReason> fault(String text, String statistic, String unit) {
    return read(text, statistic, unit).fault().map(CellReader.CellFault::reason);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"``, MISSING", "…, TOO_SMALL", "—, NOT_APPLICABLE", "0, NUMBER", "-0, NUMBER"})
  void readsTheSymbolsOfTheSource(String text, Mark mark) {
    assertThat(read(text, "beds", "").mark()).isEqualTo(mark);
    assertThat(read(text, "beds", "").value()).isEqualByComparingTo("0");
    assertThat(read(text, "beds", "").fault()).isEmpty();
  }

  @Test
  void keepsNumbersExactlyWithSixDecimals() {
    assertThat(read("0.1", "beds", "").value()).isEqualTo("0.100000");
    assertThat(read("999999999999.999999", "beds", "").value()).isEqualTo("999999999999.999999");
    assertThat(read("1.5000000000", "beds", "").value()).isEqualTo("1.500000");
  }

  @ParameterizedTest
  @CsvSource({
    "1.1234567, beds, '', TOO_MANY_DECIMALS",
    "1000000000000, beds, '', VALUE_TOO_LARGE",
    "-0.000001, beds, '', NEGATIVE_VALUE",
    "100.000001, satisfaction, %, SHARE_ABOVE_100",
    "1000.1, satisfaction, ‰, SHARE_ABOVE_100",
    "2, policy, '', NOT_YES_OR_NO",
    "-1, policy, '', NOT_YES_OR_NO",
    "否, policy, '', NOT_YES_OR_NO",
    "十, beds, '', NOT_A_NUMBER",
    "-, beds, '', NOT_A_NUMBER",
    "/, beds, '', NOT_A_NUMBER",
    "300余, beds, '', NOT_A_NUMBER",
    "3万多, beds, '', NOT_A_NUMBER",
    "1e31, beds, '', NOT_A_NUMBER",
    "1e99999999, beds, '', NOT_A_NUMBER",
    "1e13, beds, '', VALUE_TOO_LARGE",
    "300人, beds, '', UNKNOWN_UNIT",
    "58%, beds, '', UNKNOWN_UNIT",
    "3万, beds, 万张, UNKNOWN_UNIT",
    "1001‰, satisfaction, %, SHARE_ABOVE_100",
    "1张, policy, '', NOT_YES_OR_NO",
    "----, beds, '', NOT_A_NUMBER"
  })
  void refusesWhatTheStatisticCannotTake(
      String text, String statistic, String unit, RejectReason reason) {
    assertThat(fault(text, statistic, unit)).contains(reason);
    assertThat(read(text, statistic, unit).value()).isEqualByComparingTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "300张, '', 300, 张, ''",
    "300 张①, '', 300, 张, ①",
    "３００, '', 300, 张, ''",
    "1.5e3, '', 1500, 张, ''",
    "5.1万张, '', 5.1, 万张, ''",
    "3万, '', 3, 万张, ''",
    "300张, 万张, 300, 张, ''",
    "3, 万张, 3, 万张, ''"
  })
  void readsTheUnitOfACellBeforeThatOfItsColumn(
      String text, String column, String value, String unit, String note) {
    CellReader.Cell cell = read(text, "beds", column);
    assertThat(cell.fault()).isEmpty();
    assertThat(cell.value()).isEqualByComparingTo(value);
    assertThat(cell.unit()).isEqualTo(unit);
    assertThat(cell.note()).isEqualTo(note);
  }

  @ParameterizedTest
  @CsvSource({
    "100, satisfaction, %",
    "1000, satisfaction, ‰",
    "-12.5, balance, ''",
    "1, policy, ''",
    "0.0, policy, ''",
    "1.0, policy, ''"
  })
  void takesBothEndsOfTheRange(String text, String statistic, String unit) {
    assertThat(fault(text, statistic, unit)).isEmpty();
  }
}
