package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real file system of some size in memory; mounting it takes root's rights. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;
  private final boolean mounted;

  private SmallDisk(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  /** Mounts it on a folder. */
  static SmallDisk on(Path folder, String options) throws IOException {
    Files.createDirectories(folder);
    return new SmallDisk(
        folder, done("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()) == 0);
  }

  /** Whether there is one, for whom the rights lack. */
  boolean isMounted() {
    return mounted;
  }

  /** Gives it another size, or takes away that it can be written to. */
  void remount(String options) throws IOException {
    assertThat(done("mount", "-o", "remount," + options, folder.toString())).isZero();
  }

  @Override
  public void close() throws IOException {
    if (mounted) {
      assertThat(done("umount", "-l", folder.toString())).isZero();
    }
  }

  /** A command's exit status; -1 where there is no such program. */
  static int done(String... command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return -1;
    }
    process.getInputStream().readAllBytes();
    return process.onExit().join().exitValue();
  }
}
