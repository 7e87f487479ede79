package io.silvergauge.jobs.star;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.store.ParquetFile;

/**
 * A column of a table of the star schema.
 *
 * @param name its name, the same in every sink
 * @param kind what it holds
 * @param key whether it is part of the table's key
 * @param required whether every row has a value
 * @param refers the column {@code table.column} in which each of its values stands; empty for none
 * @param meaning what it says, with its unit
 */
public record StarColumn(
    String name,
    ParquetFile.Kind kind,
    boolean key,
    boolean required,
    String refers,
    Bilingual meaning) {
  StarColumn asKey() {
    return new StarColumn(name, kind, true, true, refers, meaning);
  }

  StarColumn always() {
    return new StarColumn(name, kind, key, true, refers, meaning);
  }

  StarColumn to(String column) {
    return new StarColumn(name, kind, key, required, column, meaning);
  }
}
