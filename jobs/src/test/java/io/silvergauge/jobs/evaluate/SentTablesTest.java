package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.export.CsvText;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.html.Sent;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentTablesTest {
  @TempDir Path folder;

  @Test
  void holdsACountAndTheFirstPlacesOfEachFileAndReason() throws IOException {
    Storage storage = new LocalStorage(folder);
    CsvText table =
        new CsvText(
            "file", "sheet", "row", "column", "value", "reason", "message_zh", "message_en");
    for (int i = 1; i <= 5; i++) {
      table.row("b.csv", null, i, "床位", "x", "NOT_A_NUMBER", "第" + i + "行", "=row " + i);
    }
    table.row("b.csv", null, 9, null, null, "CELL_NOTE", "批注", "a note");
    table.row("a.csv", null, null, null, null, "FILE_EMPTY", "空", "empty");
    storage.write("p/rejects.csv", table.bytes());

    assertThat(SentTables.read(storage, "p").refused())
        .extracting(Sent.Refused::file, Sent.Refused::reason, Sent.Refused::count)
        .containsExactly(
            tuple("a.csv", "FILE_EMPTY", 1),
            tuple("b.csv", "CELL_NOTE", 1),
            tuple("b.csv", "NOT_A_NUMBER", 5));
    Sent.Refused numbers = SentTables.read(storage, "p").refused().get(2);
    // What was written with an apostrophe, so that no spreadsheet takes it for a formula.
    assertThat(numbers.messages())
        .containsExactly(
            new Bilingual("第1行", "=row 1"),
            new Bilingual("第2行", "=row 2"),
            new Bilingual("第3行", "=row 3"));
    assertThat(SentTables.read(storage, "p").refused())
        .extracting(Sent.Refused::remark)
        .containsExactly(false, true, false);
  }

  @Test
  void readsWhatIsOwedAndRestated() throws IOException {
    Storage storage = new LocalStorage(folder);
    CsvText chase =
        new CsvText("sender", "source", "period", "due", "status", "days_late", "lacking", "units");
    chase.row("410000", "civil", "2023Q4", "2024-01-10", "in_part", 3, 2, "410101 甲; 410102 乙");
    storage.write("p/chase.csv", chase.bytes());
    CsvText revisions =
        new CsvText(
            "region",
            "statistic",
            "period",
            "unit",
            "old",
            "new",
            "received",
            "file",
            "register",
            "record",
            "field");
    revisions.row("410101", "beds", "2023Q4", "张", 10, 12, "2024-01-20", "b.csv", "", "", "");
    revisions.row(
        "410101", "", "2023Q4", "", "1998", "1999", "2024-01-20", "b.csv", "homes", "h1", "built");
    storage.write("p/revisions.csv", revisions.bytes());

    Sent sent = SentTables.read(storage, "p");

    assertThat(sent.owed())
        .containsExactly(
            new Sent.Owed(
                "410000", "civil", "2023Q4", "2024-01-10", "in_part", 3, 2, "410101 甲; 410102 乙"));
    assertThat(sent.restated())
        .containsExactly(
            new Sent.Restated(
                "410101", "beds", "", "", "", "2023Q4", "张", "10", "12", "2024-01-20", "b.csv"),
            new Sent.Restated(
                "410101",
                "",
                "homes",
                "h1",
                "built",
                "2023Q4",
                "",
                "1998",
                "1999",
                "2024-01-20",
                "b.csv"));
  }

  @Test
  void hasNothingWhereNoTableIs() throws IOException {
    assertThat(SentTables.read(new LocalStorage(folder), "p")).isEqualTo(Sent.NOTHING);
  }
}
