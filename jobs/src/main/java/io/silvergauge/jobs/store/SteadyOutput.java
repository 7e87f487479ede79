package io.silvergauge.jobs.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A Parquet file whose footer lists the encodings of a column in the order of their numbers.
 * Parquet's own writer takes them from a hash set in an order that differs from process to process,
 * so that the same rows would not give the same bytes.
 */
final class SteadyOutput implements OutputFile {
  /** The length of the footer, and the mark at the end of every Parquet file. */
  private static final int AFTER_FOOTER = 8;

  private final OutputFile file;
  private Optional<Tail> tail = Optional.empty();

  SteadyOutput(OutputFile file) {
    this.file = file;
  }

  /** From now on the end of the file is written: it is held until all of it is there. */
  void end() {
    tail.orElseThrow().holding = true;
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) throws IOException {
    return over(file.create(blockSizeHint));
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
    return over(file.createOrOverwrite(blockSizeHint));
  }

  private Tail over(PositionOutputStream out) {
    Tail opened = new Tail(out);
    tail = Optional.of(opened);
    return opened;
  }

  @Override
  public boolean supportsBlockSize() {
    return file.supportsBlockSize();
  }

  @Override
  public long defaultBlockSize() {
    return file.defaultBlockSize();
  }

  @Override
  public String getPath() {
    return file.getPath();
  }

  private static boolean isWhole(byte[] end) {
    int mark = end.length - ParquetFileWriter.MAGIC.length;
    return end.length > AFTER_FOOTER
        && Arrays.equals(end, mark, end.length, ParquetFileWriter.MAGIC, 0, end.length - mark);
  }

  /** The end of a file with its footer in order. */
  static byte[] ordered(byte[] end) throws IOException {
    int last = end.length - AFTER_FOOTER;
    int length = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(last);
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(end, last - length, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        ColumnMetaData about = column.getMeta_data();
        about.getEncodings().sort(Comparator.naturalOrder());
        if (about.isSetEncoding_stats()) {
          about
              .getEncoding_stats()
              .sort(
                  Comparator.comparing(PageEncodingStats::getPage_type)
                      .thenComparing(PageEncodingStats::getEncoding));
        }
      }
    }
    ByteArrayOutputStream steady = new ByteArrayOutputStream(end.length);
    steady.write(end, 0, last - length);
    int before = steady.size();
    Util.writeFileMetaData(footer, steady);
    byte[] written =
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(steady.size() - before)
            .array();
    steady.write(written);
    steady.write(end, last + Integer.BYTES, Integer.BYTES);
    return steady.toByteArray();
  }

  /** Passes bytes on, and holds those of the end. */
  private static final class Tail extends PositionOutputStream {
    private final PositionOutputStream out;
    private final ByteArrayOutputStream end = new ByteArrayOutputStream();
    private boolean holding;

    Tail(PositionOutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() throws IOException {
      return out.getPos() + end.size();
    }

    @Override
    public void write(int one) throws IOException {
      if (holding) {
        end.write(one);
      } else {
        out.write(one);
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (holding) {
        end.write(bytes, from, length);
      } else {
        out.write(bytes, from, length);
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      try (out) {
        byte[] held = end.toByteArray();
        end.reset();
        if (isWhole(held)) { // what broke off stays without an end, and no one can read it
          out.write(ordered(held));
        }
      }
    }
  }
}
