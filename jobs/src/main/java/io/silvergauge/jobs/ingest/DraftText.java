package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The text of a first source description, line by line. */
final class DraftText {
  private static final int SHOWN = 12;
  static final String TOTALS = "合计|总计|小计|总数|全国|全省|全市|全区|全县|全省合计|全市合计|全区合计";
  private static final String NOTES = "注|说明|备注|资料来源|数据来源";

  private static final String HIDDEN = "（疑似个人信息，不予显示） personal data, not shown";

  private final StringBuilder text = new StringBuilder();

  void line(String line) {
    text.append(line).append('\n');
  }

  /** All lines so far. */
  String all() {
    return text.toString();
  }

  void region(List<String> heads, int region, int nameColumn) {
    line(
        "region: {code: "
            + quoted(region < 0 ? heads.get(0) : heads.get(region))
            + (nameColumn < 0 ? "" : ", name: " + quoted(heads.get(nameColumn)))
            + "}"
            + (region < 0 ? "  # no column holds codes of regions/: check" : ""));
  }

  /** Totals, rows of parts and notes that are there. */
  void aside(List<String> heads, List<SheetRow> data, int place, boolean regions) {
    Set<String> totals = new TreeSet<>();
    boolean parts = false;
    Set<String> notes = new TreeSet<>();
    for (SheetRow row : data) {
      String text = HeaderText.folded(row.text(Math.max(0, place)));
      if (text.matches(TOTALS)) {
        totals.add(text);
      }
      parts |= regions && text.startsWith("#");
      if (row.filled() <= 1) {
        for (String note : NOTES.split("\\|", -1)) {
          if (row.firstText().startsWith(note)) {
            notes.add(note);
          }
        }
      }
    }
    if (!totals.isEmpty() || parts) {
      List<String> rule = new ArrayList<>();
      if (!totals.isEmpty()) {
        rule.add(
            "is: [" + String.join(", ", totals.stream().map(DraftText::quoted).toList()) + "]");
      }
      if (parts) {
        rule.add("begins: [\"#\"]");
      }
      line(
          "set_aside: [{column: "
              + quoted(heads.get(Math.max(0, place)))
              + ", "
              + String.join(", ", rule)
              + "}]");
    }
    if (!notes.isEmpty()) {
      line("notes: [" + String.join(", ", notes.stream().map(DraftText::quoted).toList()) + "]");
    }
  }

  /** What stands in value columns and is no number; what it means only the source can say. */
  void symbols(List<SheetRow> data, Set<Integer> places) {
    Set<String> found = new TreeSet<>();
    for (SheetRow row : data) {
      if (row.filled() > 1) {
        for (int place : places) {
          String text = row.text(place);
          if (!text.isEmpty() && text.length() <= 4 && !NumberText.isNumber(text)) {
            found.add(text);
          }
        }
      }
    }
    List<String> known = new ArrayList<>(List.of("\"\": missing"));
    List<String> unknown = new ArrayList<>();
    for (String one : found.stream().limit(SHOWN).toList()) {
      if (one.matches("…+|\\.{3}")) {
        known.add(quoted(one) + ": too_small");
      } else if (one.matches("[—–－-]{1,2}|/|／|\\.{2}")) {
        known.add(quoted(one) + ": missing");
      } else {
        unknown.add(quoted(one));
      }
    }
    line("symbols: {" + String.join(", ", known) + "}  # check against the table's legend");
    if (!unknown.isEmpty()) {
      line("# no numbers either: " + String.join(" ", unknown));
    }
  }

  static String code(SourceDescription.Encoding encoding) {
    return encoding.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String separator(char separator) {
    return separator == '\t'
        ? "tab"
        : separator == '\0' ? "auto" : quoted(String.valueOf(separator));
  }

  /** A text in quotes, as YAML reads it back; one with a number of some person is not repeated. */
  static String quoted(String text) {
    if (PersonalData.isIn(text)) {
      return quoted(HIDDEN);
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else if (Character.isISOControl(letter) || letter == '\uFEFF') {
        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) letter));
      } else {
        quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }
}
