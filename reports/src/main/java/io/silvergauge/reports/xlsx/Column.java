package io.silvergauge.reports.xlsx;

import java.util.Map;
import java.util.TreeMap;

/**
 * A column of a sheet.
 *
 * @param head heading with the unit
 * @param width in letters
 * @param full full marks, where the cells are scores and coloured as such; 0 elsewhere
 * @param tones colour of the cells that hold just this text
 */
record Column(String head, double width, double full, Map<String, Tone> tones) {
  private static final double NUMBER = 12;

  Column {
    tones = new TreeMap<>(tones); // rules are written in this order, whatever order a map has
  }

  static Column of(String head, double width) {
    return new Column(head, width, 0, Map.of());
  }

  static Column number(String head) {
    return of(head, NUMBER);
  }

  static Column score(String head, double full) {
    return new Column(head, NUMBER, full, Map.of());
  }

  static Column toned(String head, double width, Map<String, Tone> tones) {
    return new Column(head, width, 0, tones);
  }
}
