package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that people write for an assessment: a rule book, a plan, a list, a note. */
final class WrittenFile {
  /** The largest that is read, in bytes; a nation's list of deliveries has a hundredth of it. */
  static final int MAX_BYTES = 64 << 20;

  private WrittenFile() {}

  /**
   * The file's bytes.
   *
   * @param name name used in the fault
   * @throws io.silvergauge.indicators.document.FaultyFilesException if it is too large; it is not
   *     opened
   * @throws IOException if it cannot be read
   */
  static byte[] read(String name, Path file) throws IOException {
    long size = Files.size(file);
    if (size > MAX_BYTES) {
      Faults faults = new Faults();
      faults.add(
          name,
          0,
          "",
          Bilingual.of(
              "文件有 %d 字节，人写的文件上限为 %d 字节",
              "the file has %d bytes; what people write has %d at most", size, MAX_BYTES));
      faults.throwIfAny();
    }
    return Files.readAllBytes(file);
  }
}
