package io.silvergauge.jobs.run;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.store.LocalStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder among the temporary ones that only this user can look into. Its name follows from the
 * output folder, which the caller holds: what is there is left of a dead run and is removed.
 */
public final class Scratch implements AutoCloseable {
  private static final int HASH = 16;

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /** Makes it, empty. */
  public static Scratch of(Path out) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    String name =
        Sha256.of(out.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
    Path folder = temporary.resolve("silvergauge-" + name.substring(0, HASH));
    new LocalStorage(temporary).delete(folder.getFileName().toString());
    if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
    return new Scratch(folder);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** What cannot be removed now is removed by the next run; nothing that was published needs it. */
  @Override
  public void close() {
    try {
      new LocalStorage(folder.getParent()).delete(folder.getFileName().toString());
    } catch (IOException | UncheckedIOException e) {
      // The run has said what became of it; its name is taken again, and emptied, by the next.
    }
  }
}
