package io.silvergauge.jobs.store;

import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.example.data.Group;

/** Gives a stored row's values; texts and periods that repeat are one object for the whole file. */
final class ParquetCells {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Period> periods = new HashMap<>();
  private Group group;

  /** The same cells over the next row. */
  ParquetCells over(Group next) {
    group = next;
    return this;
  }

  String text(String name) {
    return texts.computeIfAbsent(group.getString(name, 0), text -> text);
  }

  Period period(String name) {
    return periods.computeIfAbsent(group.getString(name, 0), Period::parse);
  }

  int whole(String name) {
    return group.getInteger(name, 0);
  }

  long large(String name) {
    return group.getLong(name, 0);
  }

  LocalDate date(String name) {
    return LocalDate.ofEpochDay(whole(name));
  }

  BigDecimal decimal(String name) {
    return BigDecimal.valueOf(large(name), ParquetRow.SCALE);
  }

  BigDecimal wideDecimal(String name) {
    return new BigDecimal(new BigInteger(group.getBinary(name, 0).getBytes()), ParquetRow.SCALE);
  }
}
