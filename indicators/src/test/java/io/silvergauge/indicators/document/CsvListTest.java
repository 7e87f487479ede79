package io.silvergauge.indicators.document;

import static io.silvergauge.indicators.TestFiles.said;
import static io.silvergauge.indicators.TestFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvListTest {
  private final Faults faults = new Faults();

  private List<CsvList.Row> read(String text) {
    return CsvList.read("cities.csv", utf8(text), List.of("code", "from"), List.of("note"), faults);
  }

  @Test
  void readsColumnsByNameInAnyOrderAndTrimsThem() {
    List<CsvList.Row> rows =
        read("\uFEFFnote,from,code\n\"a, \"\"b\"\"\", 2021-01-01 ,010105\n,,x\n");
    assertThat(faults.all()).isEmpty();
    assertThat(rows).extracting(row -> row.text("code")).containsExactly("010105", "x");
    assertThat(rows.get(0).text("note")).isEqualTo("a, \"b\"");
    assertThat(rows.get(0).date("from", LocalDate.MIN, faults)).isEqualTo(LocalDate.of(2021, 1, 1));
    assertThat(rows.get(1).date("from", LocalDate.MIN, faults)).isEqualTo(LocalDate.MIN);
    assertThat(rows.get(1).text("never")).isEmpty();
    assertThat(rows).extracting(CsvList.Row::line).containsExactly(2, 3);
  }

  @Test
  void namesMissingAndUnknownColumnsTogether() {
    read("code,remark\n1,x\n");
    assertThat(said(faults))
        .containsExactly(
            "cities.csv:1, from: this column is missing", "cities.csv:1, remark: unknown column");
  }

  @Test
  void namesTheLineOfARowWithTooManyOrTooFewCells() {
    List<CsvList.Row> rows = read("code,from\n1,2021-01-01\n2\n3,2021-01-01,x\n4,2021-01-01");
    assertThat(rows).extracting(row -> row.text("code")).containsExactly("1", "4");
    assertThat(said(faults))
        .containsExactly(
            "cities.csv:3: the row has 1 columns, the header 2",
            "cities.csv:4: the row has 3 columns, the header 2");
  }

  @Test
  void namesTheLineAndTheTextOfAWrongDate() {
    read("code,from\n1,\"2021-01-01\"\n2,2021/1/1\n")
        .forEach(row -> row.date("from", LocalDate.MIN, faults));
    assertThat(said(faults))
        .containsExactly("cities.csv:3, from: '2021/1/1' is not a date such as 2023-12-31");
  }

  @Test
  void refusesTwoColumnsOfOneName() {
    assertThat(read("code,from,from\n1,,\n")).isEmpty();
    assertThat(said(faults))
        .singleElement()
        .asString()
        .startsWith("cities.csv: not readable as CSV: ");
  }

  @Test
  void refusesAFileThatIsNotUtf8() {
    byte[] gb18030 = {'c', 'o', 'd', 'e', '\n', (byte) 0xD6, (byte) 0xD0, '\n'};
    assertThat(CsvList.read("cities.csv", gb18030, List.of("code"), List.of(), faults)).isEmpty();
    assertThat(said(faults)).containsExactly("cities.csv: the file is not UTF-8");
  }

  @Test
  void asksAnEmptyFileForItsColumns() {
    assertThat(read("")).isEmpty();
    assertThat(said(faults))
        .containsExactly(
            "cities.csv:1, code: this column is missing",
            "cities.csv:1, from: this column is missing");
  }

  @Test
  void reportsAnOpenQuote() {
    read("code,from\n\"1,2021-01-01\n");
    assertThat(said(faults))
        .singleElement()
        .asString()
        .startsWith("cities.csv: not readable as CSV: ");
  }

  @Test
  void readsNoMoreRowsThanItSays() {
    assertThat(read("code,from\n" + "a,b\n".repeat(500_000))).hasSize(500_000);
    assertThat(faults.count()).isZero();
    assertThat(read("code,from\n" + "a,b\n".repeat(500_001))).hasSize(500_000);
    assertThat(said(faults))
        .containsExactly("cities.csv:500002: more than 500000 rows; the rest is not read");
  }
}
