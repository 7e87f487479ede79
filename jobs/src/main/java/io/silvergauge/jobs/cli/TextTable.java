package io.silvergauge.jobs.cli;

import java.util.ArrayList;
import java.util.List;

/** Sets a table in columns on a terminal, where a Chinese character takes two places. */
final class TextTable {
  private TextTable() {}

  /**
   * The lines of a table, with a rule under the first.
   *
   * @param rows header first, all of one length
   * @param left columns set to the left; the others are set to the right
   */
  static List<String> lines(List<List<String>> rows, List<Integer> left) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String blanks = " ".repeat(widths[i] - width(row.get(i)));
        line.append(i == 0 ? "" : "  ");
        line.append(left.contains(i) ? row.get(i) + blanks : blanks + row.get(i));
      }
      lines.add(line.toString().stripTrailing());
      if (lines.size() == 1) {
        int total = 2 * (widths.length - 1);
        for (int width : widths) {
          total += width;
        }
        lines.add("─".repeat(total));
      }
    }
    return lines;
  }

  /** How many places a text takes. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int character) {
    boolean wide =
        (character >= 0x1100 && character <= 0x115F)
            || (character >= 0x2E80 && character <= 0xA4CF)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xF900 && character <= 0xFAFF)
            || (character >= 0xFE30 && character <= 0xFE6F)
            || (character >= 0xFF00 && character <= 0xFF60)
            || (character >= 0x20000 && character <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
