package io.silvergauge.jobs.read;

import java.io.Serializable;
import java.nio.charset.Charset;

/**
 * A run of whole records of a large text, so that it can be read by itself.
 *
 * @param from its first byte
 * @param to the byte after its last
 * @param records how many records, and as many lines, stand before it
 * @param charset name of the encoding that the whole text is in
 * @param separator what stands between cells
 */
public record TextPart(int from, int to, long records, String charset, char separator)
    implements Serializable {
  /**
   * Its records as a sheet, numbered as in the whole text.
   *
   * @param content its own bytes
   */
  public Sheet sheet(byte[] content) {
    return new CsvSheet(
        "",
        () -> StrictText.reader(content, 0, Charset.forName(charset)),
        () -> separator,
        records,
        PlainText.of(content, this, 0));
  }
}
