package io.silvergauge.reports.xlsx;

/** What a cell's word means for its reader. */
enum Tone {
  GOOD("E3F1E6", "1A6637"),
  BAD("FBE6E3", "A3241C"),
  CARE("FDF5E0", "6A4B00");

  private final String fill;
  private final String ink;

  Tone(String fill, String ink) {
    this.fill = fill;
    this.ink = ink;
  }

  String fill() {
    return fill;
  }

  String ink() {
    return ink;
  }
}
