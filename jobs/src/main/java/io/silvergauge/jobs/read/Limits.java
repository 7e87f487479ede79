package io.silvergauge.jobs.read;

/**
 * How much of a file is read at most. The packed sizes a file states about itself are never
 * believed: what is unpacked is counted.
 */
public final class Limits {
  /** Bytes a file is unpacked to, all its entries together. */
  static final long UNPACKED = 1L << 30;

  /** Bytes a text or workbook inside a container is unpacked to. */
  static final int ENTRY = 256 << 20;

  /** How many times its packed size a file may be, beyond {@link #FREE}. */
  static final long RATIO = 100;

  /** Bytes that may be packed as densely as one likes. */
  static final long FREE = 4L << 20;

  /** Entries of a container or workbook. */
  static final int ENTRIES = 1_000;

  /** Rows of a sheet; the most Excel has. */
  static final int ROWS = 1_048_576;

  /** Cells of a row; the most Excel has. */
  static final int COLUMNS = 16_384;

  /** Sheets of a workbook. */
  static final int SHEETS = 255;

  /** Notes beside the cells of a sheet. */
  static final int NOTES = 100_000;

  /** Letters of a workbook's shared texts, all together; and of the notes of a sheet. */
  static final int SHARED = 64 << 20;

  /** Letters of a cell; the most Excel has. */
  public static final int CELL = 32_767;

  private Limits() {}
}
