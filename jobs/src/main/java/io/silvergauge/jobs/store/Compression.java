package io.silvergauge.jobs.store;

import java.io.IOException;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyError;

/**
 * Tables of the store are compressed by a library that is unpacked among the temporary files and
 * loaded from there, once a process.
 */
public final class Compression {
  private Compression() {}

  /**
   * Loads it.
   *
   * @throws IOException if it cannot be, for example since nothing may be run from there
   */
  public static void load() throws IOException {
    try {
      Snappy.maxCompressedLength(1);
    } catch (LinkageError | SnappyError e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }
}
