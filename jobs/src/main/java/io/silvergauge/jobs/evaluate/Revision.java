package io.silvergauge.jobs.evaluate;

/**
 * A value that a later delivery of a slot says differently than what it replaced or amended.
 *
 * @param region code of the leaf
 * @param statistic the statistic's id; empty for a record of a register
 * @param period period the value is for
 * @param unit the statistic's own unit, in which both values are
 * @param before what was said before: a number, {@code missing}, {@code too_small} or {@code
 *     not_applicable}; empty where nothing was
 * @param after what is said since; empty where it was taken back
 * @param slot what both deliveries answer
 * @param received day on which the later one was received
 * @param mode {@code full}, {@code amend} or {@code withdraw}
 * @param file path of the later one
 * @param replaced path of the one that said the value before; empty where none did
 * @param register the register's id; empty for a value of a statistic
 * @param record what tells the record from others of its register; may be empty
 * @param field the field that changed; empty where the whole record came or went, which then reads
 *     {@code listed} on one side
 */
public record Revision(
    String region,
    String statistic,
    String period,
    String unit,
    String before,
    String after,
    String slot,
    String received,
    String mode,
    String file,
    String replaced,
    String register,
    String record,
    String field) {
  /** The same with other words for both values. */
  Revision saying(String old, String now) {
    return new Revision(
        region, statistic, period, unit, old, now, slot, received, mode, file, replaced, register,
        record, field);
  }

  /** {@code added}, {@code removed} or {@code changed}. */
  public String change() {
    return before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed";
  }
}
