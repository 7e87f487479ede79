package io.silvergauge.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** The values of one column of a row group, unpacked when the first of them is asked for. */
final class ColumnValues {
  private final ColumnDescriptor column;
  private final PrimitiveTypeName kind;
  private final Map<String, String> shared = new HashMap<>();
  private PageReadStore group;
  private String[] texts = new String[0];
  private long[] wholes = new long[0];
  private byte[][] fixed = new byte[0][];

  ColumnValues(ColumnDescriptor column) {
    if (column.getMaxDefinitionLevel() > 0 || column.getMaxRepetitionLevel() > 0) {
      throw new IllegalArgumentException("Only columns that have a value in each row are read");
    }
    this.column = column;
    this.kind = column.getPrimitiveType().getPrimitiveTypeName();
  }

  /** The same column in the next row group. */
  void over(PageReadStore next) {
    group = next;
  }

  String text(int row) {
    unpack();
    return texts[row];
  }

  long whole(int row) {
    unpack();
    return wholes[row];
  }

  byte[] fixed(int row) {
    unpack();
    return fixed[row];
  }

  private void unpack() {
    if (group != null) {
      int rows = Math.toIntExact(group.getRowCount());
      switch (kind) {
        case BINARY -> texts = texts.length < rows ? new String[rows] : texts;
        case FIXED_LEN_BYTE_ARRAY -> fixed = fixed.length < rows ? new byte[rows][] : fixed;
        default -> wholes = wholes.length < rows ? new long[rows] : wholes;
      }
      try {
        unpack(group.getPageReader(column));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      group = null;
    }
  }

  private void unpack(PageReader pages) throws IOException {
    DictionaryPage page = pages.readDictionaryPage();
    Dictionary dictionary = page == null ? null : page.getEncoding().initDictionary(column, page);
    String[] known = dictionary == null ? new String[0] : new String[dictionary.getMaxId() + 1];
    int row = 0;
    for (DataPage next = pages.readPage(); next != null; next = pages.readPage()) {
      if (!(next instanceof DataPageV1 data)) {
        throw new ParquetDecodingException("Only pages of the first version are read");
      }
      Encoding encoding = data.getValueEncoding();
      boolean numbered = encoding.usesDictionary();
      ValuesReader values =
          numbered
              ? encoding.getDictionaryBasedValuesReader(column, ValuesType.VALUES, dictionary)
              : encoding.getValuesReader(column, ValuesType.VALUES);
      ByteBufferInputStream bytes = data.getBytes().toInputStream();
      values.initFromPage(data.getValueCount(), bytes);
      for (int i = data.getValueCount(); i > 0; i--, row++) {
        switch (kind) {
          case BINARY -> texts[row] = numbered ? known(values, dictionary, known) : text(values);
          case FIXED_LEN_BYTE_ARRAY -> fixed[row] = values.readBytes().getBytes();
          case INT32 -> wholes[row] = values.readInteger();
          case INT64 -> wholes[row] = values.readLong();
          default -> wholes[row] = values.readBoolean() ? 1 : 0;
        }
      }
    }
  }

  private String known(ValuesReader values, Dictionary dictionary, String[] known) {
    int number = values.readValueDictionaryId();
    if (known[number] == null) {
      known[number] =
          shared.computeIfAbsent(dictionary.decodeToBinary(number).toStringUsingUTF8(), t -> t);
    }
    return known[number];
  }

  private static String text(ValuesReader values) {
    return values.readBytes().toStringUsingUTF8();
  }
}
