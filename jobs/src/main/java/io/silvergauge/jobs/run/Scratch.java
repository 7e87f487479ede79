package io.silvergauge.jobs.run;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.Compression;
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

  /** Fonts and libraries that every run unpacks take 22 MB; Spark has some files beside them. */
  private static final long NEEDED = 32L << 20;

  /**
   * Makes it, empty.
   *
   * @throws RunFailure if there is too little room, or libraries cannot be loaded from there
   */
  public static Scratch of(Path out) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    checkRoom(temporary);
    checkLoading(temporary);
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

  private static void checkRoom(Path temporary) throws IOException {
    long free = Files.getFileStore(temporary).getUsableSpace();
    if (free < NEEDED) {
      throw new RunFailure(
          ExitCode.ENVIRONMENT,
          Bilingual.of(
              "临时目录 %s 空间不足：可用 %d 字节，至少需要 %d 字节；可用环境变量 TMPDIR 另行指定",
              "too little room for temporary files in %s: %d bytes are free, at least %d are needed;"
                  + " the environment variable TMPDIR names another place",
              temporary,
              free,
              NEEDED));
    }
  }

  private static void checkLoading(Path temporary) {
    try {
      Compression.load();
    } catch (IOException e) {
      throw new RunFailure(
          ExitCode.ENVIRONMENT,
          Bilingual.of(
              "无法从临时目录 %s 加载压缩库（是否以 noexec 挂载？）；可用环境变量 TMPDIR 另行指定：%s",
              "no library can be loaded from the temporary folder %s (is it mounted noexec?); the"
                  + " environment variable TMPDIR names another place: %s",
              temporary,
              e.getMessage()),
          e);
    }
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
