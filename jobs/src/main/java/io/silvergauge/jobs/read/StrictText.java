package io.silvergauge.jobs.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text decoded strictly: a damaged byte is refused with its place, never replaced. */
public final class StrictText {
  private static final Charset GB18030 = Charset.forName("GB18030");

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
    return switch (encoding) {
      case UTF_8 -> strict(content, StandardCharsets.UTF_8);
      case GB18030 -> strict(content, GB18030);
      case AUTO -> automatic(content);
    };
  }

  private static String automatic(byte[] content) throws DamagedTextException {
    if (startsWith(content, 0xFF, 0xFE)) {
      return strict(content, StandardCharsets.UTF_16LE);
    }
    if (startsWith(content, 0xFE, 0xFF)) {
      return strict(content, StandardCharsets.UTF_16BE);
    }
    try {
      return strict(content, StandardCharsets.UTF_8);
    } catch (DamagedTextException asUtf8) {
      if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
        throw asUtf8;
      }
      return gb18030(content, asUtf8);
    }
  }

  /** As GB18030; where it is that neither, the fault of whichever encoding got further. */
  private static String gb18030(byte[] content, DamagedTextException asUtf8)
      throws DamagedTextException {
    try {
      return strict(content, GB18030);
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

  private static String strict(byte[] content, Charset charset) throws DamagedTextException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer text =
        CharBuffer.allocate(
            (int) Math.ceil(content.length * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(bytes, text, true);
    if (result.isUnderflow()) {
      result = decoder.flush(text);
    }
    if (result.isError()) {
      throw new DamagedTextException(bytes.position());
    }
    String decoded = text.flip().toString();
    return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
  }
}
