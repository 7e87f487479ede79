package io.silvergauge.indicators.scheme;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * How the records of a register tell of items that are looked at. Field names are empty where there
 * is no such field.
 *
 * @param id its id
 * @param register the register's id
 * @param item field that names the item
 * @param dated date field; what is dated after the period is not there yet
 * @param evidence field that names what shows it
 * @param unsupported what becomes of points that nothing shows, or that bear no date
 * @param self field with the points the unit gives itself
 * @param notApplicable yes/no field: the item does not apply to the unit
 * @param assessors at most two
 * @param difference what becomes of two assessors who differ
 * @param silent what becomes of an item without a record
 * @param credit the rule of items without one of their own; points are percent of the item's
 * @param maxAge how many months a register may be carried forward
 */
public record Sheet(
    String id,
    String register,
    String item,
    String dated,
    String evidence,
    Unsupported unsupported,
    String self,
    String notApplicable,
    List<Assessor> assessors,
    Difference difference,
    Silent silent,
    List<RegisterMeasure.Credit> credit,
    int maxAge)
    implements Serializable {
  /** What becomes of points that nothing shows. */
  public enum Unsupported {
    /** They do not count. */
    ZERO,
    /** Half of them count. */
    HALF,
    /** They count. */
    AS_IS
  }

  /** What becomes of an item without a record. */
  public enum Silent {
    /** It is not known. */
    MISSING,
    /** It is not in place. */
    ZERO
  }

  /** What becomes of the points of two assessors who differ. */
  public enum Then {
    /** Their mean counts. */
    MEAN,
    /** The lower counts. */
    LOWER,
    /** Nothing counts until they have settled it. */
    WITHHOLD
  }

  /**
   * Fields of one assessor.
   *
   * @param who field with the assessor's mark; may be empty
   * @param points number field with the points given
   * @param reason field that says why; may be empty
   */
  public record Assessor(String who, String points, String reason) implements Serializable {}

  /**
   * When two assessors differ, and what then; as long as they do not, their mean counts.
   *
   * @param above percent of the item's points
   * @param then what becomes of the points
   */
  public record Difference(BigDecimal above, Then then) implements Serializable {}

  public Sheet {
    assessors = List.copyOf(assessors);
    credit = List.copyOf(credit);
  }
}
