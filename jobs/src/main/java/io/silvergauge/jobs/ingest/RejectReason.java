package io.silvergauge.jobs.ingest;

/**
 * Why a file, a column or a row was refused. A closed list: its names are part of the interface.
 */
public enum RejectReason {
  /** A registered file is not there. */
  FILE_MISSING,
  /** A file is not the one that was registered: its hash differs. */
  FILE_CHANGED,
  /** A file below {@code data/} that no delivery names. */
  FILE_UNREGISTERED,
  /** A file of no bytes. */
  FILE_EMPTY,
  /** A file with a header and nothing below it. */
  FILE_NO_ROWS,
  /** A file that is no CSV, for example with an unclosed quote. */
  FILE_UNREADABLE,
  /** Bytes that are no text in the expected encoding. */
  TEXT_DAMAGED,
  /** A column that the source description needs is not in the header. */
  MISSING_COLUMN,
  /** Two columns of the header mean the same. */
  DUPLICATE_COLUMN,
  /** A row with more or fewer cells than the header. */
  ROW_SHAPE,
  /** A code that is in no list of regions. */
  UNKNOWN_REGION,
  /** A name that several regions have. */
  AMBIGUOUS_REGION,
  /** A region together with its development zones, without a row of its own. */
  COMBINED_REGION,
  /** A code that had ended before the period began. */
  EXPIRED_REGION,
  /** A text that names no period. */
  UNKNOWN_PERIOD,
  /** A period that does not lie in the slot's, or had not begun when the file was received. */
  IMPOSSIBLE_PERIOD,
  /** A statistic that the scheme does not have. */
  UNKNOWN_STATISTIC,
  /** A unit that is unknown or does not fit the statistic. */
  UNKNOWN_UNIT,
  /** A text where a date should be. */
  NOT_A_DATE,
  /** A text where a number should be. */
  NOT_A_NUMBER,
  /** A number with more than six decimals. */
  TOO_MANY_DECIMALS,
  /** A number too large to be stored or to be true. */
  VALUE_TOO_LARGE,
  /** A count below zero. */
  NEGATIVE_VALUE,
  /** A share above 100 %, stated or as a part larger than its whole. */
  SHARE_ABOVE_100,
  /** Something other than yes or no. */
  NOT_YES_OR_NO,
  /** Two rows say different things of one region, statistic and period. */
  DUPLICATE_CONFLICT,
  /** A text with the pattern of an identity or telephone number. */
  PERSONAL_DATA
}
