package io.silvergauge.jobs.ingest;

import java.util.HashMap;
import java.util.Map;

/**
 * What the texts of a sheet's dates and numbers say of records, as far as there was nothing to say
 * about them: a nation's registers have millions of such cells and a few thousand different ones.
 */
final class KnownFields {
  private static final int MOST = 10_000;

  private final Map<Integer, Map<String, String>> columns = new HashMap<>();

  /** What a text says; null where it has not been read yet. */
  String find(int column, String text) {
    Map<String, String> known = columns.get(column);
    return known == null ? null : known.get(text);
  }

  /** Keeps what a text says. */
  void keep(int column, String text, String value) {
    Map<String, String> known = columns.computeIfAbsent(column, one -> new HashMap<>());
    if (known.size() == MOST) { // they are nearly all different
      known.clear();
    }
    known.put(text, value);
  }
}
