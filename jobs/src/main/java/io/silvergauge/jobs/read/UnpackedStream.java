package io.silvergauge.jobs.read;

import io.silvergauge.jobs.read.UnreadableFileException.Why;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Bytes while they are unpacked: counted against the limits, and at the end held against the size
 * and checksum that the archive states. A flipped bit may not become another figure.
 */
final class UnpackedStream extends FilterInputStream {
  static final long UNKNOWN = -1;

  private final long packed;
  private final long size;
  private final long crc;
  private final Archive archive;
  private final String entry;
  private final CRC32 sum = new CRC32();
  private long count;
  private UnreadableFileException refusal;

  UnpackedStream(InputStream in, long packed, long size, long crc, Archive archive, String entry) {
    super(in);
    this.packed = packed;
    this.size = size;
    this.crc = crc;
    this.archive = archive;
    this.entry = entry;
  }

  /** Carries a refusal through parsers that know input and output only. */
  private static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(UnreadableFileException cause) {
      super(cause);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read;
    try {
      read = super.read(into, from, length);
    } catch (IOException | RuntimeException e) {
      throw refuse(Archive.damaged());
    }
    if (read > 0) {
      count += read;
      sum.update(into, from, read);
      check();
    } else if (read < 0
        && ((size != UNKNOWN && size != count) || (crc != UNKNOWN && crc != sum.getValue()))) {
      throw refuse(
          UnreadableFileException.of(
              Why.DAMAGED,
              "文件内容与其校验值不符，已损坏；请用原文件重新报送",
              "its content does not agree with its checksum, so it is damaged; please send the"
                  + " original again"));
    }
    return read;
  }

  private void check() throws IOException {
    if (!archive.take(entry, count)) {
      throw refuse(tooLarge(Limits.UNPACKED));
    }
    if (count > Limits.FREE && count / Limits.RATIO > packed) {
      throw refuse(
          UnreadableFileException.of(
              Why.LIMIT,
              "解压后超过压缩大小的 %d 倍，疑似压缩炸弹，不予读取；请直接报送未压缩的文件",
              "it unpacks to more than %d times its size, like a decompression bomb, and is not"
                  + " read; please send it unpacked",
              Limits.RATIO));
    }
  }

  private static UnreadableFileException tooLarge(long most) {
    return UnreadableFileException.of(
        Why.LIMIT,
        "解压后超过 %d MB，不予读取；请分成较小的文件报送",
        "it unpacks to more than %d MB and is not read; please send it in smaller files",
        most >> 20);
  }

  private IOException refuse(UnreadableFileException why) {
    refusal = why;
    return new RefusedException(why);
  }

  /** Throws what was refused while a parser read, if anything was. */
  void throwIfRefused() throws UnreadableFileException {
    if (refusal != null) {
      throw refusal;
    }
  }

  /** The rest of it. */
  byte[] all(int most) throws UnreadableFileException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 16];
    try {
      for (int read = read(chunk, 0, chunk.length);
          read >= 0;
          read = read(chunk, 0, chunk.length)) {
        if (all.size() + read > most) {
          throw tooLarge(most);
        }
        all.write(chunk, 0, read);
      }
    } catch (IOException e) {
      throwIfRefused();
      throw Archive.damaged();
    }
    return all.toByteArray();
  }

  /** Reads to the end, so that size and checksum are held against what was read. */
  void drain() throws UnreadableFileException {
    try {
      transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throwIfRefused();
      throw Archive.damaged();
    }
  }

  /** Does nothing: parsers close what they have read, before the checksum was looked at. */
  @Override
  public void close() {}

  /** Lets go of what unpacking takes. */
  void release() {
    try {
      super.close();
    } catch (IOException e) {
      refusal = Archive.damaged(); // nothing is read of it any more
    }
  }
}
