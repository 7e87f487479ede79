package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The hash of a file in a file beside it, as {@code sha256sum} writes and checks it: what the store
 * keeps under a name that does not follow from all of its content is sealed.
 */
final class Seal {
  /** What is added to the name of the sealed file. */
  static final String ENDING = ".sha256";

  private Seal() {}

  /** The path of a file's seal. */
  static String of(String path) {
    return path + ENDING;
  }

  /** The path of the file that a seal is of; of any other path the path itself. */
  static String sealed(String path) {
    return path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
  }

  /** Writes the seal of a file that is about to be written. */
  static void write(Storage storage, String path, byte[] content) throws IOException {
    storage.write(of(path), line(path, content));
  }

  /** Whether a file is as it was sealed. */
  static boolean holds(Storage storage, String path) throws IOException {
    return Arrays.equals(storage.read(of(path)), line(path, storage.read(path)));
  }

  private static byte[] line(String path, byte[] content) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return (Sha256.of(content) + "  " + name + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
