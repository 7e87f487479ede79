package io.silvergauge.jobs.assessment;

import static io.silvergauge.jobs.SmallAssessment.said;
import static io.silvergauge.jobs.SmallAssessment.saidInChinese;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Faults;
import io.silvergauge.jobs.Repository;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryListTest {
  private static final String HEADER = "path,sha256,sender,received,slot,mode,replaces";
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String GOOD =
      "2023Q4/410000/civil.csv," + HASH + ",410000,2024-01-15,civil/410000/2023Q4/all,full,";

  private static List<Delivery> read(Faults faults, String... lines) {
    return DeliveryList.read(
        "data/deliveries.csv",
        Repository.utf8(String.join("\n", lines) + "\n"),
        Set.of("civil", "visits", "long"),
        faults);
  }

  @Test
  void readsEntriesByPath() {
    Faults faults = new Faults();
    List<Delivery> deliveries =
        read(
            faults,
            HEADER,
            GOOD,
            "2023Q3/410000/civil.csv,"
                + HASH.toUpperCase(Locale.ROOT)
                + ",410000,2023-10-15,civil/410000/2023Q3/all,amend,x");

    assertThat(said(faults)).isEmpty();
    assertThat(deliveries)
        .containsExactly(
            new Delivery(
                "2023Q3/410000/civil.csv",
                HASH,
                "410000",
                LocalDate.of(2023, 10, 15),
                Slot.parse("civil/410000/2023Q3/all"),
                Delivery.Mode.AMEND),
            new Delivery(
                "2023Q4/410000/civil.csv",
                HASH,
                "410000",
                LocalDate.of(2024, 1, 15),
                Slot.parse("civil/410000/2023Q4/all"),
                Delivery.Mode.FULL));
  }

  /** A region's code and a year make eleven digits that might be a telephone number. */
  @Test
  void takesACodeBesideAYearForNoNumberOfAPerson() {
    Faults faults = new Faults();

    List<Delivery> deliveries =
        read(faults, HEADER, GOOD.replace("410000/civil.csv", "150000/150000_2023_1.csv"));

    assertThat(said(faults)).isEmpty();
    assertThat(deliveries).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2023Q4/410000/civil.csv | `` | path: '' must be a path below the data folder | path：“”应为 data 目录下的相对路径",
        "2023Q4/410000/civil.csv | ../civil.csv | path: '../civil.csv' must be a path below the data folder | path：“../civil.csv”应为 data 目录下的相对路径",
        "2023Q4/410000/civil.csv | /civil.csv | path: '/civil.csv' must be a path below the data folder | path：“/civil.csv”应为 data 目录下的相对路径",
        "2023Q4/410000/civil.csv | a/../../civil.csv | path: 'a/../../civil.csv' must be a path below the data folder | path：“a/../../civil.csv”应为 data 目录下的相对路径",
        "0123456789abcdef0123 | 0123 | sha256: '0123456789abcdef0123456789abcdef0123456789abcdef' is no SHA-256 | sha256：“0123456789abcdef0123456789abcdef0123456789abcdef”不是 SHA-256 值",
        "2024-01-15 | 15.1.2024 | received: '15.1.2024' is not a date such as 2023-12-31 | received：日期“15.1.2024”无效，应如 2023-12-31",
        "2024-01-15 | `` | received: the date of receipt is missing | received：缺少收到日期",
        "civil/410000/2023Q4/all | civil/410000/all | slot: 'civil/410000/all' is not source/sender/period/part, such as civil_affairs/410000/2023Q4/all | slot：“civil/410000/all”无效，应为 来源/报送方/时期/部分，如 civil_affairs/410000/2023Q4/all",
        "civil/410000/2023Q4/all | civi/410000/2023Q4/all | slot: there is no source description 'civi'; did you mean 'civil'? | slot：没有来源说明“civi”；是否应为“civil”？",
        "civil/410000/2023Q4/all | planning/410000/2023Q4/all | slot: there is no source description 'planning' | slot：没有来源说明“planning”",
        ",full, | ,partial, | mode: 'partial' is not one of: full, amend, withdraw | mode：“partial”无效，可用：full, amend, withdraw"
      })
  void namesFileLineAndColumnOfEachFault(String right, String wrong, String en, String zh) {
    Faults faults = new Faults();
    String line = GOOD.replaceFirst(Pattern.quote(right), wrong);
    List<Delivery> deliveries = read(faults, HEADER, GOOD.replace("Q4", "Q3"), line);

    assertThat(said(faults)).containsExactly("data/deliveries.csv:3, " + en);
    assertThat(deliveries).hasSize(1);
    assertThat(saidInChinese(faults)).containsExactly("data/deliveries.csv:3，" + zh);
  }

  @Test
  void takesAPathInWhichAFolderNameRepeats() {
    Faults faults = new Faults();
    assertThat(read(faults, HEADER, GOOD.replaceFirst("2023Q4/410000", "410000/410000")))
        .hasSize(1);
    assertThat(said(faults)).isEmpty();
  }

  @Test
  void refusesAPathThatStandsTwice() {
    Faults faults = new Faults();
    read(faults, HEADER, GOOD, GOOD);
    assertThat(said(faults))
        .containsExactly(
            "data/deliveries.csv:3, path: '2023Q4/410000/civil.csv' is registered twice");
  }

  @Test
  void reportsAllFaultsOfAllLinesAtOnce() {
    Faults faults = new Faults();
    read(faults, HEADER, "x,y,z,when,slot,mode,", GOOD, "x,y,z", GOOD);
    assertThat(said(faults))
        .containsExactly(
            "data/deliveries.csv:2, sha256: 'y' is no SHA-256",
            "data/deliveries.csv:2, received: 'when' is not a date such as 2023-12-31",
            "data/deliveries.csv:2, slot: 'slot' is not source/sender/period/part, such as"
                + " civil_affairs/410000/2023Q4/all",
            "data/deliveries.csv:2, mode: 'mode' is not one of: full, amend, withdraw",
            "data/deliveries.csv:4: the row has 3 columns, the header 7",
            "data/deliveries.csv:5, path: '2023Q4/410000/civil.csv' is registered twice");
  }

  @Test
  void needsItsColumns() {
    Faults faults = new Faults();
    read(faults, "path,sha256,sender,received,slot,how");
    assertThat(said(faults))
        .containsExactly(
            "data/deliveries.csv:1, mode: this column is missing",
            "data/deliveries.csv:1, how: unknown column");
  }

  @Test
  void mayBeEmptyBelowItsHeader() {
    Faults faults = new Faults();
    assertThat(read(faults, HEADER)).isEmpty();
    assertThat(said(faults)).isEmpty();
  }
}
