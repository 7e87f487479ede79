package io.silvergauge.jobs.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * A table in one ordinary Parquet file.
 *
 * @param <T> its rows
 */
final class ParquetTable<T> {
  private final MessageType schema;
  private final BiConsumer<T, ParquetRow> writer;
  private final Function<ParquetCells, T> reader;

  /**
   * A table.
   *
   * @param schema columns in Parquet's own notation
   * @param writer gives a row's values
   * @param reader makes a row of them
   */
  ParquetTable(String schema, BiConsumer<T, ParquetRow> writer, Function<ParquetCells, T> reader) {
    this.schema = MessageTypeParser.parseMessageType(schema);
    this.writer = writer;
    this.reader = reader;
  }

  /** Writes all rows. */
  void write(OutputFile file, Iterable<T> rows) throws IOException {
    try (ParquetWriter<T> out = open(file)) {
      for (T row : rows) {
        out.write(row);
      }
    }
  }

  /** Begins a file, to be written row by row. */
  ParquetWriter<T> open(OutputFile file) throws IOException {
    return new Builder(file).build();
  }

  /** Reads the rows whose raw form is wanted. */
  List<T> read(InputFile file, Predicate<ParquetCells> wanted) throws IOException {
    List<T> rows = new ArrayList<>();
    each(file, wanted, rows::add);
    return rows;
  }

  /** Gives out the rows whose raw form is wanted, one by one. */
  void each(InputFile file, Predicate<ParquetCells> wanted, Consumer<T> taker) throws IOException {
    ParquetCells cells = new ParquetCells();
    try (ParquetReader<Group> in = new GroupReaderBuilder(file).build()) {
      for (Group group = in.read(); group != null; group = in.read()) {
        if (wanted.test(cells.over(group))) {
          taker.accept(reader.apply(cells));
        }
      }
    }
  }

  private static final class GroupReaderBuilder extends ParquetReader.Builder<Group> {
    GroupReaderBuilder(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  private final class Builder extends ParquetWriter.Builder<T, Builder> {
    Builder(OutputFile file) {
      super(file);
      withConf(new PlainParquetConfiguration());
      withCompressionCodec(CompressionCodecName.SNAPPY);
      withWriteMode(ParquetFileWriter.Mode.CREATE);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet's own builder
    protected WriteSupport<T> getWriteSupport(Configuration configuration) {
      return new Rows();
    }

    @Override
    protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
      return new Rows();
    }
  }

  private final class Rows extends WriteSupport<T> {
    private RecordConsumer consumer;

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet's own class
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema, new HashMap<>());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(schema, new HashMap<>());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      this.consumer = recordConsumer;
    }

    @Override
    public void write(T row) {
      consumer.startMessage();
      writer.accept(row, new ParquetRow(consumer));
      consumer.endMessage();
    }
  }
}
