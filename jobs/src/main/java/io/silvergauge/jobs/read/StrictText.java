package io.silvergauge.jobs.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text decoded strictly: a damaged byte is refused with its place, never replaced. */
public final class StrictText {
  static final Charset GB18030 = Charset.forName("GB18030");
  private static final int CHUNK = 1 << 13;

  /** One pair of bytes in so many must hold a zero for a text to be UTF-16 without a mark. */
  private static final int ZEROS = 8;

  /** Eight bytes at a time. */
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private StrictText() {}

  /** Thrown where bytes are not text in the expected encoding. */
  public static final class DamagedTextException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int offset;

    DamagedTextException(int offset) {
      super("damaged text at byte " + offset);
      this.offset = offset;
    }

    /** Place of the first damaged byte, from 0. */
    public int offset() {
      return offset;
    }
  }

  /**
   * The text of a file, without its byte order mark.
   *
   * @throws DamagedTextException if it is not text in that encoding
   */
  public static String decode(byte[] content, SourceDescription.Encoding encoding)
      throws DamagedTextException {
    StringWriter text = new StringWriter();
    try (Reader reader = open(content, encoding)) {
      reader.transferTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in memory, and checked to the last byte before
    }
    return text.toString();
  }

  /**
   * A reader of the text of a file, without its byte order mark. All of it has been checked.
   *
   * @throws DamagedTextException if it is not text in that encoding
   */
  static Reader open(byte[] content, SourceDescription.Encoding encoding)
      throws DamagedTextException {
    Charset charset = charset(content, encoding);
    return reader(content, markLength(content, charset), charset);
  }

  /** A reader of bytes that are known to be text in an encoding, from one of them on. */
  static Reader reader(byte[] content, int from, Charset charset) {
    return new InputStreamReader(
        new ByteArrayInputStream(content, from, content.length - from), decoder(charset));
  }

  /**
   * The encoding a file is in.
   *
   * @throws DamagedTextException if it is in none that is allowed
   */
  static Charset charset(byte[] content, SourceDescription.Encoding encoding)
      throws DamagedTextException {
    return switch (encoding) {
      case UTF_8 -> checked(content, StandardCharsets.UTF_8);
      case UTF_16LE -> checked(content, StandardCharsets.UTF_16LE);
      case UTF_16BE -> checked(content, StandardCharsets.UTF_16BE);
      case GB18030 -> checked(content, GB18030);
      case AUTO -> automatic(content);
    };
  }

  private static Charset automatic(byte[] content) throws DamagedTextException {
    if (startsWith(content, 0xFF, 0xFE) || zerosAt(content, 1)) {
      return checked(content, StandardCharsets.UTF_16LE);
    }
    if (startsWith(content, 0xFE, 0xFF) || zerosAt(content, 0)) {
      return checked(content, StandardCharsets.UTF_16BE);
    }
    try {
      return checked(content, StandardCharsets.UTF_8);
    } catch (DamagedTextException asUtf8) {
      if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
        throw asUtf8;
      }
      return gb18030(content, asUtf8);
    }
  }

  /**
   * Whether zeros stand as in UTF-16 without a mark: in many pairs of bytes, and nearly always in
   * the same one of the two. Digits, commas and line ends have one there, 一 (U+4E00) and its like
   * in the other; no other encoding has any.
   */
  private static boolean zerosAt(byte[] content, int place) {
    int zeros = 0;
    int others = 0;
    int most = Math.min(content.length, CHUNK) & ~1;
    for (int i = 0; i < most; i += 2) {
      others += content[i + 1 - place] == 0 ? 1 : 0;
      zeros += content[i + place] == 0 ? 1 : 0;
    }
    return content.length % 2 == 0
        && most >= 4
        && zeros * ZEROS >= most / 2
        && others * ZEROS <= zeros;
  }

  /** As GB18030; where it is that neither, the fault of whichever encoding got further. */
  private static Charset gb18030(byte[] content, DamagedTextException asUtf8)
      throws DamagedTextException {
    try {
      return checked(content, GB18030);
    } catch (DamagedTextException asGb18030) {
      throw asGb18030.offset() > asUtf8.offset() ? asGb18030 : asUtf8;
    }
  }

  private static boolean startsWith(byte[] content, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (content.length <= i || (content[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** How many bytes the byte order mark takes. */
  static int markLength(byte[] content, Charset charset) {
    byte[] mark = "\uFEFF".getBytes(charset);
    int[] unsigned = new int[mark.length];
    for (int i = 0; i < mark.length; i++) {
      unsigned[i] = mark[i] & 0xFF;
    }
    return startsWith(content, unsigned) ? mark.length : 0;
  }

  private static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Whether bytes are UTF-8 throughout: each letter in its shortest form, none of the halves that
   * UTF-16 makes letters of, none behind U+10FFFF (RFC 3629, section 4).
   */
  static boolean isUtf8(byte[] content) {
    int at = 0;
    while (at < content.length) {
      if (content[at] >= 0) {
        boolean eight = at + Long.BYTES <= content.length && isAscii((long) WORDS.get(content, at));
        at += eight ? Long.BYTES : 1;
        continue;
      }
      int first = content[at] & 0xFF;
      int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
      if (first < 0xC2 || first > 0xF4 || at + more >= content.length) {
        return false;
      }
      int second = content[at + 1] & 0xFF;
      int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
      int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
      if (second < least || second > most) {
        return false;
      }
      for (int i = 2; i <= more; i++) {
        if ((content[at + i] & 0xC0) != 0x80) {
          return false;
        }
      }
      at += more + 1;
    }
    return true;
  }

  /** Whether eight bytes are a letter of ASCII each. */
  private static boolean isAscii(long bytes) {
    return (bytes & 0x8080_8080_8080_8080L) == 0;
  }

  /** The same encoding, if all of the content is text in it. */
  private static Charset checked(byte[] content, Charset charset) throws DamagedTextException {
    if (charset.equals(StandardCharsets.UTF_8) && isUtf8(content)) {
      return charset; // found out without making letters of it
    }
    CharsetDecoder decoder = decoder(charset);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer text = CharBuffer.allocate(CHUNK);
    CoderResult result;
    do {
      text.clear();
      result = decoder.decode(bytes, text, true);
    } while (result.isOverflow());
    if (result.isUnderflow()) {
      text.clear();
      result = decoder.flush(text);
    }
    if (result.isError()) {
      throw new DamagedTextException(bytes.position());
    }
    return charset;
  }
}
