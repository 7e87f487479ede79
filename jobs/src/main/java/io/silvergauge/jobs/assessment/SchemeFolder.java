package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.SchemeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds schemes: files of a folder, and those that are shipped, by their names. */
public final class SchemeFolder implements SchemeLibrary {
  private final Path folder;
  private final Map<String, String> read = new TreeMap<>();

  /** Schemes whose paths are relative to a folder. */
  public SchemeFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<SchemeFile> find(String name) {
    try {
      Path file = folder.resolve(name).normalize();
      if (Files.isRegularFile(file)) {
        byte[] content = WrittenFile.read(name, file);
        read.put(name, Sha256.of(content));
        return Optional.of(new SchemeFile(name, content, Sha256.of(content)));
      }
      return name.matches("[a-z0-9-]+") ? shipped(name) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hashes of the folder's files that were read, by name. */
  Map<String, String> read() {
    return read;
  }

  private static Optional<SchemeFile> shipped(String name) throws IOException {
    try (InputStream shipped =
        Scheme.class.getResourceAsStream("/schemes/" + name + "/scheme.yaml")) {
      if (shipped == null) {
        return Optional.empty();
      }
      byte[] content = shipped.readAllBytes();
      return Optional.of(new SchemeFile(name + "/scheme.yaml", content, Sha256.of(content)));
    }
  }
}
