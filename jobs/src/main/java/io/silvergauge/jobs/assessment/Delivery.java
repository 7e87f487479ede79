package io.silvergauge.jobs.assessment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;

/**
 * A file as it was received.
 *
 * @param path below the assessment's data folder, with {@code /}
 * @param sha256 hash of the file as it was registered
 * @param sender who sent it
 * @param received day on which it was received
 * @param slot what it answers
 * @param mode what it does to the slot
 */
public record Delivery(
    String path, String sha256, String sender, LocalDate received, Slot slot, Mode mode)
    implements Serializable {
  /** The order within a slot: by what was received when, never by when it was read. */
  public static final Comparator<Delivery> ORDER =
      Comparator.comparing(Delivery::received)
          .thenComparing(Delivery::sha256)
          .thenComparing(Delivery::mode);

  /** What a delivery does to its slot. */
  public enum Mode {
    /** Replaces what was there. */
    FULL,
    /** Overrides its own keys, leaves the others. */
    AMEND,
    /** Empties the slot. */
    WITHDRAW;

    /** The name used in lists. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
