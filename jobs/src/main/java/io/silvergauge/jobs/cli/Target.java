package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command writes what a person asked for: anywhere but into what is published. */
final class Target {
  private Target() {}

  /**
   * Checks that a file or folder to be written lies in no publication of an output folder, also by
   * way of a link.
   *
   * @param option the option that names it, for the message
   * @return the path, absolute
   * @throws RunFailure if it does
   */
  static Path outside(Path out, String option, Path wanted) throws IOException {
    Path target = wanted.toAbsolutePath().normalize();
    Path folder = out.toAbsolutePath().normalize();
    if (target.startsWith(folder.resolve("current"))
        || real(target).startsWith(real(folder.resolve("publications")))) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "%s 不能指向发布目录 %s", "%s must not lead into a publication: %s", option, target));
    }
    return target;
  }

  /**
   * Checks that an output folder lies not among what is sent in: what is published there would be
   * taken for files that nobody registered, and each run would publish anew.
   *
   * @throws RunFailure if it does
   */
  static void outsideOfData(Path assessment, Path out) throws IOException {
    Path data = assessment.toAbsolutePath().normalize().resolve("data");
    if (real(out.toAbsolutePath().normalize()).startsWith(real(data))) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "--out 不能位于报送数据的文件夹 %s 之内：%s",
              "--out must not lie in the folder of what is sent in, %s: %s", data, out));
    }
  }

  /** Where an absolute path leads when links are followed, as far as it exists. */
  private static Path real(Path path) throws IOException {
    Path existing = path;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing.toRealPath().resolve(existing.relativize(path));
  }
}
