package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

  /** What is wrong with a sealed file: which of the two is not there, or that it was changed. */
  record Broken(String path, boolean missing) {}

  /** What is wrong with a sealed file; empty where it is as it was sealed. */
  static Optional<Broken> broken(Storage storage, String path) throws IOException {
    for (String needed : List.of(path, of(path))) {
      if (!storage.exists(needed)) {
        return Optional.of(new Broken(needed, true));
      }
    }
    return Arrays.equals(storage.read(of(path)), line(path, storage.read(path)))
        ? Optional.empty()
        : Optional.of(new Broken(path, false));
  }

  private static byte[] line(String path, byte[] content) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return (Sha256.of(content) + "  " + name + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
