package io.silvergauge.jobs.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a text, or of a part of one, in which a separator or line end is never anything
 * else: without quotes, in UTF-8 or GB18030, of which no later byte of a letter looks like one.
 */
public final class PlainText {
  /** Later bytes of letters in GB18030 begin here, but for digits. */
  private static final char FIRST_LATER = 0x40;

  /** Letters of several bytes begin here in UTF-8. */
  private static final char FIRST_OF_SEVERAL = 0x80;

  private final byte[] content;
  private final int from;
  private final long records;
  private final Charset charset;
  private final byte separator;

  private PlainText(byte[] content, int from, long records, Charset charset, byte separator) {
    this.content = content;
    this.from = from;
    this.records = records;
    this.charset = charset;
    this.separator = separator;
  }

  /** A whole text as it came; empty where its bytes may mean several things. */
  static Optional<PlainText> of(
      byte[] content, SourceDescription.Encoding encoding, char separator) {
    List<TextPart> parts = TextParts.at(content, encoding, separator);
    return parts.isEmpty() ? Optional.empty() : of(content, parts.get(0), parts.get(0).from());
  }

  /** A part of a text that can be cut. */
  static Optional<PlainText> of(byte[] content, TextPart part, int from) {
    Charset charset = Charset.forName(part.charset());
    char separator = part.separator();
    boolean told =
        charset.equals(StandardCharsets.UTF_8)
            ? separator < FIRST_OF_SEVERAL
            : separator < FIRST_LATER && !Character.isDigit(separator);
    return told
        ? Optional.of(new PlainText(content, from, part.records(), charset, (byte) separator))
        : Optional.empty();
  }

  /** Its bytes; they are not to be changed. */
  public byte[] content() {
    return content;
  }

  /** The first byte that belongs to it. */
  public int from() {
    return from;
  }

  /** The byte after its last. */
  public int to() {
    return content.length;
  }

  /** How many records, and as many lines, stand before it. */
  public long records() {
    return records;
  }

  /** Its encoding. */
  public Charset charset() {
    return charset;
  }

  /** What stands between cells, one byte. */
  public byte separator() {
    return separator;
  }

  /** Where the line ends that begins at a byte: at its line end, or behind the last byte. */
  public int end(int first) {
    int end = first;
    while (end < content.length && content[end] != '\n' && content[end] != '\r') {
      end++;
    }
    return end;
  }

  /** Where the line begins that comes after one with this end. */
  public int next(int end) {
    boolean both = end + 1 < content.length && content[end] == '\r' && content[end + 1] == '\n';
    return end + (both ? 2 : 1);
  }

  /**
   * A record of it, which is a line.
   *
   * @param number of the record
   * @param first its first byte
   * @param end the byte after its last
   */
  public SheetRow row(long number, int first, int end) {
    List<Cell> cells = new ArrayList<>();
    int begin = first;
    for (int i = first; i <= end; i++) {
      if (i == end || content[i] == separator) {
        cells.add(Cell.of(new String(content, begin, i - begin, charset)));
        begin = i + 1;
      }
    }
    return new SheetRow(number, number, false, cells);
  }
}
