package io.silvergauge.jobs.run;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.Compression;
import io.silvergauge.jobs.store.LocalStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;

/**
 * A folder among the temporary ones that only this user can look into. Its name follows from the
 * output folder, and whoever uses it holds a lock beside it, which the operating system frees when
 * a process dies: what is there then is left of a dead run and is removed. Where another process
 * has it, such as one in a container that knows another folder by the same path, this one takes a
 * name of its own.
 */
public final class Scratch implements AutoCloseable {
  private static final int HASH = 16;

  private final Path folder;
  private final Optional<FileChannel> lock;

  private Scratch(Path folder, Optional<FileChannel> lock) {
    this.folder = folder;
    this.lock = lock;
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
        Sha256.of(out.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8))
            .substring(0, HASH);
    String usual = "silvergauge-" + name;
    boolean alone = System.getProperty("silvergauge.temporary") != null; // the launcher made it
    Optional<FileChannel> lock = alone ? Optional.empty() : locked(temporary, name);
    Path folder =
        temporary.resolve(alone || lock.isPresent() ? usual : usual + "-" + UUID.randomUUID());
    new LocalStorage(temporary).delete(folder.getFileName().toString());
    if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
    return new Scratch(folder, lock);
  }

  /**
   * Takes the lock for a name: a byte of a file that all runs of this user share and that stays,
   * since another process may have opened it already. Empty where another has it, or where there
   * can be none.
   */
  private static Optional<FileChannel> locked(Path temporary, String name) {
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9]", "_");
    try {
      FileChannel channel =
          FileChannel.open(
              temporary.resolve("silvergauge-" + user + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      boolean held = false;
      try {
        held = channel.tryLock(Long.parseLong(name.substring(1), 16), 1, false) != null;
        if (held) {
          return Optional.of(channel);
        }
      } finally {
        if (!held) {
          channel.close();
        }
      }
    } catch (IOException | OverlappingFileLockException e) {
      // another account's, another run of this very process, or a file system without locks
    }
    return Optional.empty();
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
    try {
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (IOException e) {
      // The operating system frees it when the process ends.
    }
  }
}
