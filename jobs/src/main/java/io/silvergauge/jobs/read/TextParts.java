package io.silvergauge.jobs.read;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a large text where a line ends. That is where a record ends only if no cell is quoted and no
 * byte of a letter looks like a line feed: in UTF-8 and in GB18030, whose later bytes are 0x30 to
 * 0x39 and 0x40 to 0xFE.
 */
public final class TextParts {
  private TextParts() {}

  /**
   * The parts of a text, of about equal size.
   *
   * @param count how many are wished for; there may be fewer
   * @return none where it is no text, is damaged, holds a quote or is in UTF-16
   */
  public static List<TextPart> of(
      byte[] content, SourceDescription.Encoding encoding, char separator, int count) {
    int[] cuts = new int[Math.max(0, count - 1)];
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = (int) ((long) content.length * (i + 1) / count);
    }
    return at(content, encoding, separator, cuts);
  }

  /**
   * The parts of a text that is cut behind the first line feed at or after each of some places.
   *
   * @param cuts places in rising order
   */
  public static List<TextPart> at(
      byte[] content, SourceDescription.Encoding encoding, char separator, int... cuts) {
    if (content.length == 0 || FileKind.of(content) != FileKind.TEXT || quoted(content)) {
      return List.of();
    }
    try {
      Charset charset = StrictText.charset(content, encoding);
      if (!charset.equals(StandardCharsets.UTF_8) && !charset.equals(StrictText.GB18030)) {
        return List.of();
      }
      int mark = StrictText.markLength(content, charset);
      char between =
          separator == SourceDescription.AUTO_SEPARATOR
              ? separatorOf(content, mark, charset)
              : separator;
      return cut(content, mark, charset, between, cuts);
    } catch (StrictText.DamagedTextException e) {
      return List.of(); // which reading it whole says
    }
  }

  private static char separatorOf(byte[] content, int mark, Charset charset) {
    try (Reader text = StrictText.reader(content, mark, charset)) {
      return Separators.of(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in memory
    }
  }

  private static boolean quoted(byte[] content) {
    for (byte one : content) {
      if (one == '"') {
        return true;
      }
    }
    return false;
  }

  /** One way through the bytes: lines end with CR LF, LF or CR. */
  private static List<TextPart> cut(
      byte[] content, int mark, Charset charset, char separator, int... cuts) {
    List<TextPart> parts = new ArrayList<>();
    int next = 0;
    int from = mark;
    long before = 0;
    long lines = 0;
    for (int i = mark; i < content.length; i++) {
      if (content[i] == '\n') {
        lines += i > mark && content[i - 1] == '\r' ? 0 : 1;
        boolean here = next < cuts.length && i >= cuts[next];
        while (next < cuts.length && i >= cuts[next]) {
          next++;
        }
        if (here && i + 1 < content.length) {
          parts.add(new TextPart(from, i + 1, before, charset.name(), separator));
          from = i + 1;
          before = lines;
        }
      } else if (content[i] == '\r') {
        lines++;
      }
    }
    parts.add(new TextPart(from, content.length, before, charset.name(), separator));
    return parts;
  }
}
