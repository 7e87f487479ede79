package io.silvergauge.jobs.read;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a text file that nobody has described seems to be written.
 *
 * @param encoding the encoding in which all of it is text
 * @param separator the separator that most of its lines have
 */
public record TextLook(SourceDescription.Encoding encoding, char separator) {
  /** What a file looks like; empty where it is no text. */
  public static Optional<TextLook> of(byte[] content) {
    if (FileKind.of(content) != FileKind.TEXT) {
      return Optional.empty();
    }
    try {
      Charset charset = StrictText.charset(content, SourceDescription.Encoding.AUTO);
      SourceDescription.Encoding encoding = SourceDescription.Encoding.GB18030;
      if (charset.equals(StandardCharsets.UTF_8)) {
        encoding = SourceDescription.Encoding.UTF_8;
      } else if (charset.equals(StandardCharsets.UTF_16LE)) {
        encoding = SourceDescription.Encoding.UTF_16LE;
      } else if (charset.equals(StandardCharsets.UTF_16BE)) {
        encoding = SourceDescription.Encoding.UTF_16BE;
      }
      try (Reader text = StrictText.open(content, encoding)) {
        return Optional.of(new TextLook(encoding, Separators.of(text)));
      }
    } catch (StrictText.DamagedTextException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in memory
    }
  }
}
