package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;

/** An error of the program while it read a row; says which row. */
public final class RowFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sheet;
  private final long number;

  RowFailure(RowPlace place, Throwable cause) {
    super("record " + place.number() + " on line " + place.line(), cause);
    this.sheet = place.sheet();
    this.number = place.number();
  }

  /** The file with the place in it, for example {@code reading a.xlsx, sheet 1, record 7}. */
  public Bilingual in(Bilingual file) {
    return sheet.isEmpty()
        ? Bilingual.of("%s第 %s 条记录", "%s, record %s", file, number)
        : Bilingual.of("%s工作表“%s”第 %s 条记录", "%s, sheet '%s', record %s", file, sheet, number);
  }
}
