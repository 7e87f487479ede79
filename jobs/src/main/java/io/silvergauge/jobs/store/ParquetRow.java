package io.silvergauge.jobs.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Takes a row's values in the order of the schema. */
final class ParquetRow {
  /** Decimals of every stored number. */
  static final int SCALE = 6;

  private static final int WIDE_BYTES = 16;

  private final RecordConsumer consumer;
  private int field;

  ParquetRow(RecordConsumer consumer) {
    this.consumer = consumer;
  }

  ParquetRow text(String name, String value) {
    start(name);
    consumer.addBinary(Binary.fromString(value));
    return end(name);
  }

  ParquetRow whole(String name, int value) {
    start(name);
    consumer.addInteger(value);
    return end(name);
  }

  ParquetRow large(String name, long value) {
    start(name);
    consumer.addLong(value);
    return end(name);
  }

  ParquetRow date(String name, LocalDate value) {
    return whole(name, (int) value.toEpochDay());
  }

  /** DECIMAL(18,6). */
  ParquetRow decimal(String name, BigDecimal value) {
    return large(name, value.setScale(SCALE).unscaledValue().longValueExact());
  }

  /** Nothing in an optional column. */
  ParquetRow absent() {
    field++;
    return this;
  }

  ParquetRow flag(String name, boolean value) {
    start(name);
    consumer.addBoolean(value);
    return end(name);
  }

  /** DECIMAL(38,6), sixteen bytes, highest first. */
  ParquetRow wideDecimal(String name, BigDecimal value) {
    return wideDecimal(name, value, SCALE);
  }

  /**
   * DECIMAL(38, scale), sixteen bytes, highest first.
   *
   * @throws ArithmeticException if the value has more decimals
   */
  ParquetRow wideDecimal(String name, BigDecimal value, int scale) {
    byte[] digits = value.setScale(scale).unscaledValue().toByteArray();
    byte[] wide = new byte[WIDE_BYTES];
    Arrays.fill(wide, (byte) (value.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, wide, WIDE_BYTES - digits.length, digits.length);
    start(name);
    consumer.addBinary(Binary.fromConstantByteArray(wide));
    return end(name);
  }

  private void start(String name) {
    consumer.startField(name, field);
  }

  private ParquetRow end(String name) {
    consumer.endField(name, field++);
    return this;
  }
}
