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
  /** A file of which more records were rejected than the assessment's gate lets pass. */
  FILE_REJECTED_OVER,
  /** A file of no bytes. */
  FILE_EMPTY,
  /** A file with a header and nothing below it. */
  FILE_NO_ROWS,
  /** A file that is damaged or no table, for example with an unclosed quote. */
  FILE_UNREADABLE,
  /** A file of a kind that is not read, such as a Word document or a PDF. */
  FILE_KIND,
  /** A file that is locked with a password. */
  FILE_PROTECTED,
  /** A file that is larger, deeper or more densely packed than is read. */
  FILE_LIMIT,
  /**
   * A file that holds what no honest file holds, such as a DOCTYPE or a path out of its archive.
   */
  FILE_UNSAFE,
  /** Bytes that are no text in the expected encoding. */
  TEXT_DAMAGED,
  /** A form that is none, or one of another scheme, period or sender than it was sent for. */
  FORM_UNFIT,
  /** A form of which codes or heads were changed. */
  FORM_CHANGED,
  /** A workbook without the sheet that the source description takes. */
  SHEET_MISSING,
  /** A sheet without the header that the source description looks for. */
  HEADER_MISSING,
  /** A column that the source description needs is not in the header. */
  MISSING_COLUMN,
  /** Two columns of the header mean the same. */
  DUPLICATE_COLUMN,
  /** A row with more or fewer cells than the header. */
  ROW_SHAPE,
  /** A cell with letters that no table holds, such as NUL. */
  CONTROL_CHARACTER,
  /** A cell of more letters than Excel can hold. */
  CELL_TOO_LONG,
  /** A cell that shows an error of the workbook, such as #DIV/0!. */
  CELL_ERROR,
  /** A figure in a cell that is merged over several rows or columns. */
  MERGED_FIGURE,
  /** A formula whose result was not saved with the workbook. */
  FORMULA_NOT_CALCULATED,
  /** A code that is in no list of regions. */
  UNKNOWN_REGION,
  /** A name that several regions have. */
  AMBIGUOUS_REGION,
  /** A region together with its development zones, without a row of its own. */
  COMBINED_REGION,
  /** A code of one region beside the name of another. */
  REGION_MISMATCH,
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
  /** A unit that the file writes otherwise than the source description says. */
  UNIT_CONFLICT,
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
  /** Columns that do not add up to the one that is their total. */
  PARTS_NOT_TOTAL,
  /** A record without something that every record of its register must say. */
  MISSING_FIELD,
  /** A text that is none of those its field may hold. */
  UNKNOWN_CHOICE,
  /** A credit code whose characters or check character are wrong. */
  WRONG_CREDIT_CODE,
  /** A record for which something does not hold that its register asks of each. */
  RECORD_CHECK,
  /** Two rows say different things of one region, statistic and period. */
  DUPLICATE_CONFLICT,
  /** A text with the pattern of an identity or telephone number. */
  PERSONAL_DATA,
  /** Remark: a sheet or an entry of an archive that was not read. */
  NOT_READ(true),
  /** Remark: a sheet that its workbook does not show. */
  HIDDEN_SHEET(true),
  /** Remark: rows that their workbook does not show; they were read. */
  HIDDEN_ROWS(true),
  /** Remark: a column of a table with a column a period whose heading names no period. */
  COLUMN_NOT_READ(true),
  /** Remark: figures with footnote marks behind them, which were read without the marks. */
  FOOTNOTE_MARK(true),
  /** Remark: what somebody wrote beside a cell of a workbook. */
  CELL_NOTE(true),
  /** Remark: macros, links or embedded objects, none of which was followed. */
  ACTIVE_CONTENT(true);

  private final boolean remark;

  RejectReason() {
    this(false);
  }

  RejectReason(boolean remark) {
    this.remark = remark;
  }

  /** Whether it refuses nothing, and only says what somebody should know. */
  public boolean isRemark() {
    return remark;
  }
}
