package io.silvergauge.jobs.assessment;

import java.math.BigDecimal;

/**
 * Limits beyond which nothing is taken in or published.
 *
 * @param fileRejectedOver percent of a file's data records; a file with more of them rejected is
 *     refused whole; 100 for no limit
 * @param runCoverageBelow percent of the figures that apply; a period with fewer that could be
 *     worked out is not published; 0 for no limit
 */
public record Gates(BigDecimal fileRejectedOver, BigDecimal runCoverageBelow) {
  /** No limits. */
  public static final Gates OPEN = new Gates(BigDecimal.valueOf(100), BigDecimal.ZERO);
}
