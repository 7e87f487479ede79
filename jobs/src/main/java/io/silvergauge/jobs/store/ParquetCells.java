package io.silvergauge.jobs.store;

import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;

/** Gives a stored row's values; texts and periods that repeat are one object for the whole file. */
final class ParquetCells {
  private static final int LONGEST_SHARED = 16;

  private final Map<String, ColumnValues> columns = new HashMap<>();
  private final Map<String, Period> periods = new HashMap<>();
  private final String[] met = new String[1 << 12];
  private int row;

  ParquetCells(List<ColumnDescriptor> columns) {
    columns.forEach(column -> this.columns.put(column.getPath()[0], new ColumnValues(column)));
  }

  /** The same cells in the next row group. */
  void over(PageReadStore group) {
    columns.values().forEach(column -> column.over(group));
  }

  /** The same cells of a row of the row group. */
  ParquetCells at(int place) {
    row = place;
    return this;
  }

  String text(String name) {
    return columns.get(name).text(row);
  }

  /** A stretch of a text; where it is short and was met lately, the object that it was then. */
  String shared(String text, int from, int to) {
    if (to - from > LONGEST_SHARED) {
      return text.substring(from, to);
    }
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int place = (hash ^ (hash >>> 12)) & (met.length - 1);
    String last = met[place];
    if (last != null && last.length() == to - from && text.startsWith(last, from)) {
      return last;
    }
    met[place] = text.substring(from, to);
    return met[place];
  }

  Period period(String name) {
    return periods.computeIfAbsent(text(name), Period::parse);
  }

  int whole(String name) {
    return (int) columns.get(name).whole(row);
  }

  long large(String name) {
    return columns.get(name).whole(row);
  }

  LocalDate date(String name) {
    return LocalDate.ofEpochDay(whole(name));
  }

  BigDecimal decimal(String name) {
    return BigDecimal.valueOf(large(name), ParquetRow.SCALE);
  }

  BigDecimal wideDecimal(String name) {
    return new BigDecimal(new BigInteger(columns.get(name).fixed(row)), ParquetRow.SCALE);
  }
}
