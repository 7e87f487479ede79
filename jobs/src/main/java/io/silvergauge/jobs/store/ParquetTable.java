package io.silvergauge.jobs.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.Type;

/**
 * A table in one ordinary Parquet file, written and read by column. The same rows give the same
 * bytes.
 *
 * @param <T> its rows
 */
final class ParquetTable<T> {
  /** Rows of a row group at most: so many are held while a file is written or read. */
  private static final int GROUP_ROWS = 200_000;

  private static final long GROUP_BYTES = 128L << 20;
  private static final int NO_PADDING = 0;
  private static final int INDEX_LENGTH = 64;
  private static final int PAGE_SIZE = 1 << 20;

  private final MessageType schema;
  private final Function<ParquetCells, T> reader;

  /**
   * A table.
   *
   * @param schema columns in Parquet's own notation
   * @param reader makes a row of its values
   */
  ParquetTable(String schema, Function<ParquetCells, T> reader) {
    this.schema = MessageTypeParser.parseMessageType(schema);
    this.reader = reader;
  }

  /** Begins a file, to be written row by row. */
  Out open(OutputFile file) throws IOException {
    return new Out(file, schema);
  }

  /**
   * A part of a file: the row groups whose middle lies in one of so many equal stretches of its
   * bytes. Each is in one part.
   *
   * @param number which one, from 0
   * @param of how many there are
   */
  record Part(int number, int of) implements Serializable {
    static final Part WHOLE = new Part(0, 1);
  }

  /** Gives out the rows of a part whose raw form is wanted, one by one. */
  void each(InputFile file, Part part, Predicate<ParquetCells> wanted, Consumer<T> taker)
      throws IOException {
    long length = file.getLength();
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withRange(length * part.number() / part.of(), length * (part.number() + 1) / part.of())
            .build();
    try (ParquetFileReader in = ParquetFileReader.open(file, options)) {
      List<ColumnDescriptor> columns = in.getFileMetaData().getSchema().getColumns();
      ParquetCells cells = new ParquetCells(columns);
      for (PageReadStore group = in.readNextRowGroup();
          group != null;
          group = in.readNextRowGroup()) {
        cells.over(group);
        int rows = Math.toIntExact(group.getRowCount());
        for (int row = 0; row < rows; row++) {
          if (wanted.test(cells.at(row))) {
            taker.accept(reader.apply(cells));
          }
        }
      }
    }
  }

  /** A file that is being written. */
  static final class Out implements Closeable {
    private final List<ColumnBuffer> columns;
    private final ParquetRow row;
    private final SteadyOutput output;
    private final ParquetFileWriter file;
    private final CodecFactory codecs =
        new CodecFactory(new PlainParquetConfiguration(), PAGE_SIZE);
    private int rows;
    private boolean failed;

    Out(OutputFile output, MessageType schema) throws IOException {
      this.columns = schema.getColumns().stream().map(ColumnBuffer::new).toList();
      this.row =
          new ParquetRow(
              schema.getFields().stream().map(Type::getName).map(String::intern).toList(), columns);
      this.output = new SteadyOutput(output);
      this.file =
          new ParquetFileWriter(
              this.output,
              schema,
              ParquetFileWriter.Mode.CREATE,
              GROUP_BYTES,
              NO_PADDING,
              INDEX_LENGTH,
              Integer.MAX_VALUE,
              true);
      file.start();
    }

    /**
     * Adds a row.
     *
     * @param values gives its values, in the order of the schema
     */
    void write(Consumer<ParquetRow> values) throws IOException {
      failed = true; // until it is there
      values.accept(row.begin());
      if (++rows == GROUP_ROWS) {
        flush();
      }
      failed = false;
    }

    private void flush() throws IOException {
      BytesInputCompressor compressor = codecs.getCompressor(CompressionCodecName.SNAPPY);
      file.startBlock(rows);
      for (ColumnBuffer column : columns) {
        column.flush(file, compressor);
      }
      file.endBlock();
      rows = 0;
      row.beginGroup();
    }

    /** Closes the file without an end: no one can read it. */
    void abandon() throws IOException {
      failed = true;
      close();
    }

    /** Ends the file, unless a row failed: then it stays without an end, and no one can read it. */
    @Override
    public void close() throws IOException {
      try (file) {
        if (!failed) {
          failed = true;
          if (rows > 0) {
            flush();
          }
          output.end();
          file.end(Map.of());
        }
      } finally {
        codecs.release();
      }
    }
  }
}
