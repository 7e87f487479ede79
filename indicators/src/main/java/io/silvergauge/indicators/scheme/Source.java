package io.silvergauge.indicators.scheme;

import java.io.Serializable;

/**
 * Where a rule comes from.
 *
 * @param document the document's name
 * @param clause its clause; may be empty
 */
public record Source(String document, String clause) implements Serializable {
  /** No source is named. */
  public static final Source NONE = new Source("", "");
}
