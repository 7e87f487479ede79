package io.silvergauge.indicators.formula;

/** What a field of a register's record, or a name in a condition, holds. */
public enum FieldType {
  /** An exact number. */
  NUMBER("number"),
  /** A day; in comparisons it counts as its number of days. */
  DATE("date"),
  /** A text, compared as a whole. */
  TEXT("text"),
  /** Yes or no. */
  YES_NO("yes_no");

  private final String code;

  FieldType(String code) {
    this.code = code;
  }

  /** Its name in schemes. */
  public String code() {
    return code;
  }
}
