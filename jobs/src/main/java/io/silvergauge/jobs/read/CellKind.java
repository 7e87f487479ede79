package io.silvergauge.jobs.read;

/** What kind of thing a cell holds; text files know texts and blanks only. */
public enum CellKind {
  /** Nothing, or nothing but blanks. */
  BLANK,
  /** A text; in a text file numbers too. */
  TEXT,
  /** A number, written as a plain decimal. */
  NUMBER,
  /** A day, written {@code 2023-12-31}; by its format also {@code 2023-12} or {@code 2023}. */
  DATE,
  /** {@code TRUE} or {@code FALSE}. */
  BOOLEAN,
  /** An error of the workbook, such as {@code #DIV/0!}. */
  ERROR,
  /** A formula whose result was not saved. */
  NOT_CALCULATED
}
