package io.silvergauge.jobs.form;

import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.Rows;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form says of itself on its first sheet: a label in the first column, a value in the
 * second.
 *
 * @param values by label; empty texts where a label is not there
 * @param sheets the sheets that are to be filled in
 */
public record FormMarker(Map<Label, String> values, List<String> sheets) {
  /** Name of the sheet. */
  public static final String SHEET = "填报说明";

  /** Name of a sheet that lists codes and is not read. */
  public static final String CODES = "行政区划";

  private static final int ROWS = 200;

  /** What stands in front of a value. */
  public enum Label {
    /** That it is a form, and of which version. */
    FORM("表式 Form"),
    /** Id of the scheme. */
    SCHEME("评估方案 Scheme"),
    /** The scheme's edition. */
    EDITION("版次 Edition"),
    /** The period it is for. */
    PERIOD("时期 Period"),
    /** Code of who is to fill it in. */
    SENDER("报送方 Sender"),
    /** Id of the register, or {@code –} for a form of figures. */
    REGISTER("名录 Register"),
    /** A sheet to fill in; stands once for each. */
    TABLE("填报表 Sheet");

    private final String text;

    Label(String text) {
      this.text = text;
    }

    /** As it is written. */
    public String text() {
      return text;
    }
  }

  public FormMarker {
    values = new EnumMap<>(values);
    sheets = List.copyOf(sheets);
  }

  /** The value behind a label; empty where there is none. */
  public String value(Label label) {
    return values.getOrDefault(label, "");
  }

  /**
   * What the sheets of a file say of it; nothing where it is no form.
   *
   * @throws UnreadableFileException where the sheet cannot be read
   */
  public static Optional<FormMarker> of(List<Sheet> sheets) throws UnreadableFileException {
    for (Sheet sheet : sheets) {
      if (sheet.title().equals(SHEET)) {
        FormMarker marker = read(sheet);
        return marker.value(Label.FORM).isEmpty() ? Optional.empty() : Optional.of(marker);
      }
    }
    return Optional.empty();
  }

  private static FormMarker read(Sheet sheet) throws UnreadableFileException {
    Map<Label, String> values = new EnumMap<>(Label.class);
    List<String> tables = new ArrayList<>();
    try (Rows rows = sheet.open()) {
      Optional<SheetRow> row = rows.next();
      for (int i = 0; i < ROWS && row.isPresent(); i++) {
        String first = HeaderText.folded(row.get().text(0));
        for (Label label : Label.values()) {
          if (!first.equals(HeaderText.folded(label.text()))) {
            continue;
          }
          if (label == Label.TABLE) {
            tables.add(row.get().text(1));
          } else {
            values.putIfAbsent(label, row.get().text(1));
          }
        }
        row = rows.next();
      }
    }
    return new FormMarker(values, tables);
  }
}
