package io.silvergauge.jobs.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.column.values.plain.BooleanPlainValuesWriter;
import org.apache.parquet.column.values.plain.FixedLenByteArrayPlainValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridValuesWriter;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The values of one column of a row group until they are written: texts as numbers of a dictionary,
 * whole numbers as differences, all else plain. Row by row through Parquet's own record writer each
 * value of each column is hashed, compared and counted, most of them the same again and again.
 */
final class ColumnBuffer {
  private static final int PAGE_ROWS = 20_000;

  /**
   * Bytes of a dictionary beyond which it saves nothing: the texts are then nearly all different.
   */
  private static final int MOST_DICTIONARY = 1 << 20;

  private static final int PAGE_BYTES = 1 << 16;
  private static final int MOST_PAGE_BYTES = 1 << 30;

  private final ColumnDescriptor descriptor;
  private final PrimitiveTypeName kind;
  private final boolean optional;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Binary> dictionary = new ArrayList<>();
  private int dictionaryBytes;
  private String lastText;
  private int lastNumber;
  private long[] values = new long[1 << 10];
  private byte[][] fixed = new byte[0][];
  private boolean[] absent = new boolean[0];
  private int rows;

  ColumnBuffer(ColumnDescriptor descriptor) {
    this.descriptor = descriptor;
    this.kind = descriptor.getPrimitiveType().getPrimitiveTypeName();
    this.optional = descriptor.getMaxDefinitionLevel() > 0;
  }

  void text(String value) {
    whole(place(value));
  }

  /** Where in the dictionary of the row group a text stands, put there if it is new. */
  int place(String value) {
    if (!value.equals(lastText)) { // the same object mostly, which is told at once
      boolean different = dictionaryBytes > MOST_DICTIONARY; // nobody looks for one again
      Integer known = different ? null : numbers.putIfAbsent(value, dictionary.size());
      if (known == null) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        dictionaryBytes += different ? 0 : bytes.length + Integer.BYTES;
        dictionary.add(Binary.fromConstantByteArray(bytes));
      }
      lastText = value;
      lastNumber = known == null ? dictionary.size() - 1 : known;
    }
    return lastNumber;
  }

  /** A whole number, or one that stands for something else. */
  void whole(long value) {
    if (rows == values.length) {
      values = Arrays.copyOf(values, rows * 2);
    }
    values[rows++] = value;
  }

  void fixed(byte[] value) {
    if (rows >= fixed.length) {
      fixed = Arrays.copyOf(fixed, Math.max(1 << 10, rows * 2));
    }
    fixed[rows] = value;
    whole(0);
  }

  void nothing() {
    if (!optional) {
      throw new IllegalStateException("No value for " + String.join(".", descriptor.getPath()));
    }
    if (rows >= absent.length) {
      absent = Arrays.copyOf(absent, Math.max(1 << 10, rows * 2));
    }
    absent[rows] = true;
    whole(0);
  }

  /** Writes what was added, and begins anew. */
  void flush(ParquetFileWriter out, BytesInputCompressor compressor) throws IOException {
    out.startColumn(descriptor, rows, CompressionCodecName.SNAPPY);
    boolean inDictionary =
        kind == PrimitiveTypeName.BINARY && dictionaryBytes <= MOST_DICTIONARY && !isEmpty();
    if (inDictionary) {
      writeDictionary(out, compressor);
    }
    for (int from = 0; from < rows; from += PAGE_ROWS) {
      page(from, Math.min(rows, from + PAGE_ROWS), inDictionary, out, compressor);
    }
    out.endColumn();
    clear();
  }

  private boolean isEmpty() {
    return dictionary.isEmpty();
  }

  private void clear() {
    numbers.clear();
    dictionary.clear();
    dictionaryBytes = 0;
    lastText = null;
    rows = 0;
    Arrays.fill(fixed, null);
    Arrays.fill(absent, false);
  }

  private void writeDictionary(ParquetFileWriter out, BytesInputCompressor compressor)
      throws IOException {
    try (PlainValuesWriter plain = plain()) {
      dictionary.forEach(plain::writeBytes);
      BytesInput bytes = plain.getBytes();
      BytesInput packed = compressor.compress(bytes);
      out.writeDictionaryPage(
          new DictionaryPage(packed, (int) bytes.size(), dictionary.size(), Encoding.PLAIN));
    }
  }

  private void page(
      int from,
      int to,
      boolean inDictionary,
      ParquetFileWriter out,
      BytesInputCompressor compressor)
      throws IOException {
    Statistics<?> statistics = Statistics.createStats(descriptor.getPrimitiveType());
    BytesInput content;
    Encoding encoding;
    if (inDictionary) {
      content = numbers(from, to, statistics);
      encoding = Encoding.RLE_DICTIONARY;
    } else {
      try (ValuesWriter writer = writer()) {
        for (int row = from; row < to; row++) {
          if (!isAbsent(row)) {
            write(row, writer, statistics);
          }
        }
        content = held(writer.getBytes());
        encoding = writer.getEncoding();
      }
    }
    if (optional) {
      content = BytesInput.concat(levels(from, to, statistics), content);
    }
    int size = (int) content.size();
    out.writeDataPage(
        to - from,
        size,
        compressor.compress(content),
        statistics,
        to - from,
        Encoding.RLE,
        Encoding.RLE,
        encoding);
  }

  /** Bytes that stay when what made them is closed. */
  private static BytesInput held(BytesInput bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
    bytes.writeAllTo(out);
    return BytesInput.from(out.toByteArray());
  }

  private boolean isAbsent(int row) {
    return row < absent.length && absent[row];
  }

  /** Whether there is a value, for each row. */
  private BytesInput levels(int from, int to, Statistics<?> statistics) throws IOException {
    try (RunLengthBitPackingHybridValuesWriter levels =
        new RunLengthBitPackingHybridValuesWriter(
            1, PAGE_BYTES, MOST_PAGE_BYTES, new HeapByteBufferAllocator())) {
      long nulls = 0;
      for (int row = from; row < to; row++) {
        levels.writeInteger(isAbsent(row) ? 0 : 1);
        nulls += isAbsent(row) ? 1 : 0;
      }
      statistics.incrementNumNulls(nulls);
      return held(levels.getBytes());
    }
  }

  private BytesInput numbers(int from, int to, Statistics<?> statistics) throws IOException {
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, dictionary.size() - 1));
    boolean[] seen = new boolean[dictionary.size()];
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(
            width, PAGE_BYTES, MOST_PAGE_BYTES, new HeapByteBufferAllocator())) {
      for (int row = from; row < to; row++) {
        if (!isAbsent(row)) {
          int number = (int) values[row];
          encoder.writeInt(number);
          seen[number] = true;
        }
      }
      for (int number = 0; number < seen.length; number++) {
        if (seen[number]) {
          statistics.updateStats(dictionary.get(number));
        }
      }
      return held(BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), encoder.toBytes()));
    }
  }

  private ValuesWriter writer() {
    return switch (kind) {
      case INT64 ->
          new DeltaBinaryPackingValuesWriterForLong(
              PAGE_BYTES, MOST_PAGE_BYTES, new HeapByteBufferAllocator());
      case INT32 ->
          new DeltaBinaryPackingValuesWriterForInteger(
              PAGE_BYTES, MOST_PAGE_BYTES, new HeapByteBufferAllocator());
      case BOOLEAN -> new BooleanPlainValuesWriter();
      case BINARY -> plain();
      case FIXED_LEN_BYTE_ARRAY ->
          new FixedLenByteArrayPlainValuesWriter(
              descriptor.getPrimitiveType().getTypeLength(),
              PAGE_BYTES,
              MOST_PAGE_BYTES,
              new HeapByteBufferAllocator());
      default -> throw new IllegalStateException("No table has " + kind);
    };
  }

  private static PlainValuesWriter plain() {
    return new PlainValuesWriter(PAGE_BYTES, MOST_PAGE_BYTES, new HeapByteBufferAllocator());
  }

  private void write(int row, ValuesWriter writer, Statistics<?> statistics) {
    switch (kind) {
      case INT64 -> {
        writer.writeLong(values[row]);
        statistics.updateStats(values[row]);
      }
      case INT32 -> {
        writer.writeInteger((int) values[row]);
        statistics.updateStats((int) values[row]);
      }
      case BOOLEAN -> {
        writer.writeBoolean(values[row] != 0);
        statistics.updateStats(values[row] != 0);
      }
      case BINARY -> {
        writer.writeBytes(dictionary.get((int) values[row]));
        statistics.updateStats(dictionary.get((int) values[row]));
      }
      default -> {
        Binary value = Binary.fromConstantByteArray(fixed[row]);
        writer.writeBytes(value);
        statistics.updateStats(value);
      }
    }
  }
}
