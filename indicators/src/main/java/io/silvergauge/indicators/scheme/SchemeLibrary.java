package io.silvergauge.indicators.scheme;

import java.util.Optional;

/** Finds the schemes that others extend. */
@FunctionalInterface
public interface SchemeLibrary {
  /** Knows none. */
  SchemeLibrary NONE = name -> Optional.empty();

  /**
   * A scheme's file.
   *
   * @param file name used in faults
   * @param content its bytes
   * @param sha256 hash of its content
   */
  record SchemeFile(String file, byte[] content, String sha256) {}

  /** The scheme with this name: a path, or the name of a shipped one; empty if there is none. */
  Optional<SchemeFile> find(String name);
}
