package io.silvergauge.jobs.ingest;

import java.io.Serializable;

/**
 * What became of the records of one file: {@code read = accepted + rejected + setAside}.
 *
 * @param read records the file has, counted by the parser
 * @param accepted records that gave observations
 * @param rejected records that were refused
 * @param setAside titles, header, totals, blank and repeated records
 */
public record Account(long read, long accepted, long rejected, long setAside)
    implements Serializable {
  /** Of nothing. */
  public static final Account NONE = new Account(0, 0, 0, 0);

  /** Whether every record is accounted for. */
  public boolean balanced() {
    return read == accepted + rejected + setAside;
  }

  /** Both together. */
  public Account plus(Account other) {
    return new Account(
        read + other.read,
        accepted + other.accepted,
        rejected + other.rejected,
        setAside + other.setAside);
  }
}
