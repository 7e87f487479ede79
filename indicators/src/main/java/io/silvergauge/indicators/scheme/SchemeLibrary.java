package io.silvergauge.indicators.scheme;

import java.util.Optional;

/** Finds the schemes that others extend. */
@FunctionalInterface
public interface SchemeLibrary {
  /** Knows none. */
  SchemeLibrary NONE = name -> Optional.empty();

  /** A scheme's file. */
  final class SchemeFile {
    private final String file;
    private final byte[] content;
    private final String sha256;

    /**
     * A scheme's file.
     *
     * @param file name used in faults
     * @param content its bytes, which nobody changes
     * @param sha256 hash of its content
     */
    public SchemeFile(String file, byte[] content, String sha256) {
      this.file = file;
      this.content = content;
      this.sha256 = sha256;
    }

    /** Name used in faults. */
    public String file() {
      return file;
    }

    /** Its bytes. */
    public byte[] content() {
      return content;
    }

    /** Hash of its content. */
    public String sha256() {
      return sha256;
    }
  }

  /** The scheme with this name: a path, or the name of a shipped one; empty if there is none. */
  Optional<SchemeFile> find(String name);
}
