package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;

/**
 * Something about a file that refuses nothing but must not go unsaid.
 *
 * @param kind what it is about
 * @param sheet the sheet's name; empty where the file is meant
 * @param message in words, without the file's name
 */
public record Remark(Kind kind, String sheet, Bilingual message) {
  /** What a remark is about. */
  public enum Kind {
    /** A sheet or entry that was not read. */
    NOT_READ,
    /** A sheet that the workbook does not show. */
    HIDDEN_SHEET,
    /** Macros or links that were not followed. */
    ACTIVE_CONTENT
  }
}
