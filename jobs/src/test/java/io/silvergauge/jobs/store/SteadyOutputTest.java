package io.silvergauge.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.store.ParquetFile.Column;
import io.silvergauge.jobs.store.ParquetFile.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteadyOutputTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("code", Kind.TEXT, true),
          new Column("amount", Kind.NUMBER, false),
          new Column("rows", Kind.WHOLE, true));

  @TempDir Path folder;

  private byte[] written() throws IOException {
    try (ParquetFile file =
        ParquetFile.create(new LocalStorage(folder), "table.parquet", "table", COLUMNS)) {
      for (long i = 0; i < 1_000; i++) {
        List<Object> row = new ArrayList<>(List.of("c" + i % 7));
        row.add(i % 3 == 0 ? null : new BigDecimal("1.5"));
        row.add(i);
        file.add(row);
      }
    }
    return Files.readAllBytes(folder.resolve("table.parquet"));
  }

  private static FileMetaData footer(byte[] file) throws IOException {
    int last = file.length - 8;
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(last);
    return Util.readFileMetaData(new ByteArrayInputStream(file, last - length, length));
  }

  private static List<List<Encoding>> encodings(FileMetaData footer) {
    List<List<Encoding>> all = new ArrayList<>();
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        all.add(column.getMeta_data().getEncodings());
      }
    }
    return all;
  }

  @Test
  void listsTheEncodingsOfAColumnInTheirOrder() throws IOException {
    assertThat(encodings(footer(written())))
        .containsExactly(
            List.of(Encoding.PLAIN, Encoding.RLE, Encoding.RLE_DICTIONARY),
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of(Encoding.RLE, Encoding.DELTA_BINARY_PACKED));
  }

  /** A process in which they came in another order writes the same bytes. */
  @Test
  void givesTheSameBytesInWhateverOrderTheyCome() throws IOException {
    byte[] file = written();
    FileMetaData footer = footer(file);
    encodings(footer).forEach(Collections::reverse);
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, other);
    byte[] reversed = file.clone();
    System.arraycopy(
        other.toByteArray(), 0, reversed, file.length - 8 - other.size(), other.size());

    assertThat(reversed).isNotEqualTo(file);
    assertThat(SteadyOutput.ordered(reversed)).isEqualTo(file);
  }
}
