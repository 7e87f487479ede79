package io.silvergauge.indicators.register;

import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.util.Comparator;

/**
 * A register as it was sent, in one part or several.
 *
 * @param source id of the source description it was read by
 * @param sender code of the region that sent it, and of which it is a full list
 * @param period period for which it was sent
 * @param register the register's id
 */
public record Sent(String source, String sender, Period period, String register)
    implements Serializable {
  /** By source, sender, period and register. */
  public static final Comparator<Sent> ORDER =
      Comparator.comparing(Sent::source)
          .thenComparing(Sent::sender)
          .thenComparing(Sent::period)
          .thenComparing(Sent::register);

  /** What it answers. */
  public String slot() {
    return source + "/" + sender + "/" + period + "/all";
  }
}
