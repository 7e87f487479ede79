package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * The one way to files that are kept. Paths are relative, with {@code /}; a path that leads out of
 * the root is refused. Files appear whole or not at all.
 */
public interface Storage extends Serializable {
  /** Where a path is, in words a user knows. */
  String location(String path);

  /** The whole content of a file. */
  byte[] read(String path) throws IOException;

  /** Some bytes of a file; all of them must be there. */
  byte[] read(String path, long from, int length) throws IOException;

  /** A file, to be read in pieces. */
  InputStream open(String path) throws IOException;

  /** A file's hash, however large it is. */
  default String sha256(String path) throws IOException {
    try (InputStream content = open(path)) {
      return Sha256.of(content);
    }
  }

  /** Whether a file or folder is there. */
  boolean exists(String path) throws IOException;

  /** Writes a file, whole or not at all, with the folders above it; replaces what was there. */
  void write(String path, byte[] content) throws IOException;

  /**
   * A file to be written in pieces, for what is too large to be held; it appears when it is closed,
   * with the folders above it, and replaces what was there.
   */
  OutputStream create(String path) throws IOException;

  /** When a file was written, or a folder last got one; by the file system's clock. */
  Instant modified(String path) throws IOException;

  /** Names in a folder, sorted; none where there is no such folder. */
  List<String> list(String folder) throws IOException;

  /**
   * Paths of all files below a folder, relative to it, sorted; none where there is no such folder.
   */
  List<String> walk(String folder) throws IOException;

  /**
   * Gives a finished folder its final name in one step.
   *
   * @return whether it was this call: false where the name was taken already
   */
  boolean rename(String from, String to) throws IOException;

  /**
   * A second name for a file that never changes, or a copy where the file system has none.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is a file of the new name: nothing is
   *     written over
   */
  void copy(String from, String to) throws IOException;

  /** Removes a file, or a folder with all that is in it; does nothing where there is none. */
  void delete(String path) throws IOException;

  /** Lets {@code link} lead to {@code target} in one step. */
  void point(String link, String target) throws IOException;

  /** Where a link leads; empty where there is none. */
  String pointed(String link) throws IOException;

  /** A file for Parquet to write to. */
  OutputFile parquetOutput(String path) throws IOException;

  /** A file for Parquet to read. */
  InputFile parquetInput(String path) throws IOException;
}
