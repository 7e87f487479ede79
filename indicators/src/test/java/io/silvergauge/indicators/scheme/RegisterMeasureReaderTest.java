package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.TestFiles.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Faults;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults in what is measured of single records: where, what, and what would be right. */
class RegisterMeasureReaderTest {
  private static final String TEXT =
      new String(
          TestFiles.bytes(
              TestFiles.repository().resolve("indicators/src/test/resources/small/records.yaml")),
          StandardCharsets.UTF_8);

  private static List<String> faults(String text) {
    Faults faults = new Faults();
    assertThat(SchemeReader.read("s.yaml", TestFiles.utf8(text), "", faults)).isEmpty();
    return TestFiles.said(faults);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "register: centres, distinct: kind | register: centers, distinct: kind | unknown register 'centers'; did you mean 'centres'?",
        "register: centres, distinct: kind | register: centres, distinct: beds | field 'beds' must be of type text",
        "register: centres, sum: beds, | register: centres, sum: bed, | 'bed' is no number of this register; did you mean 'beds'?",
        "register: centres, sum: beds, | register: centres, sum: beds, distinct: kind, | sum and distinct exclude each other",
        "subject: provinces | subject: province | unknown unit set 'province'; known are region and counties, provinces",
        "on: accepted} | on: state} | field 'state' must be of type date",
        "when: `level = '全部'`, points: 10} | when: `level = '全部'`, points: 11} | 11 is not between 0 and the full 10",
        "sheet: checklist\\n      items | sheet: checklists\\n      items | unknown sheet 'checklists'; did you mean 'checklist'?",
        "{id: old, | {id: fresh, | 'fresh' stands twice",
        "label: name | label: title | unknown field 'title'",
        "difference: {above: 20, then: lower}\\n    max_age: 3 | max_age: 3 | with two assessors it must be said what becomes of a difference",
        "sum: [beds] | sum: [kind] | 'kind' is no number of this register"
      })
  void saysWhatWouldBeRight(String right, String wrong, String message) {
    String text =
        changed(
            TEXT,
            right.replace("\\n", "\n").replace('`', '"'),
            (wrong == null ? "" : wrong).replace("\\n", "\n").replace('`', '"'));
    assertThat(faults(text)).singleElement().asString().contains(message);
  }

  @Test
  void unitAboveTakesOnlyWhatIsMeasuredOfRecords() {
    assertThat(
            faults(
                changed(
                        TEXT,
                        "exclude: {of: nx, in: dx}, except: de},",
                        "in: d}, subject: provinces,")
                    .replace("share: {of: n, in: d, in: d}", "share: {of: n, in: d}")))
        .singleElement()
        .asString()
        .contains("subject")
        .contains("only what is measured of the records of a register");
  }

  @Test
  void allFaultsComeTogether() {
    String text = changed(TEXT, "on: accepted}", "on: acepted}");
    text = changed(text, "sum: [beds]", "sum: [bed]");
    text =
        changed(text, "floor >= 200, units: counties, unknown: fail", "floor > '甲', units: county");
    assertThat(faults(text)).hasSize(4);
  }
}
