package io.silvergauge.jobs.run;

import io.silvergauge.indicators.document.Bilingual;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of the operator's that hears how a run ended: it gets the record of the run, as JSON,
 * on its standard input. It is started by its path alone, without a shell and without arguments, so
 * that nothing which stands in a file that was sent in can become a command; and it comes from the
 * command line, never from the assessment folder, which others write.
 *
 * @param program path of the program
 * @param limit how long it may take; it is ended then
 */
public record Notification(Path program, Duration limit) {
  /**
   * Tells it; what goes wrong changes nothing about the run.
   *
   * @param record the record of the run
   * @return what went wrong, if anything did
   */
  public Optional<Bilingual> tell(byte[] record) {
    Process process;
    try {
      process =
          new ProcessBuilder(program.toAbsolutePath().toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return Optional.of(
          Bilingual.of("通知程序 %s 无法启动：%s", "the program %s cannot be started: %s", program, e));
    }
    boolean interrupted = Thread.interrupted(); // the run has ended; its last word is still said
    try (OutputStream in = process.getOutputStream()) {
      in.write(record);
    } catch (IOException e) {
      // It may well end without reading; its exit status tells.
    }
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return Optional.of(
            Bilingual.of(
                "通知程序 %s 在 %s 秒内没有结束，已被终止",
                "the program %s did not end within %s seconds and was ended",
                program,
                limit.toSeconds()));
      }
      int status = process.exitValue();
      return status == 0
          ? Optional.empty()
          : Optional.of(
              Bilingual.of(
                  "通知程序 %s 的退出状态是 %s", "the program %s ended with status %s", program, status));
    } catch (InterruptedException e) {
      interrupted = true;
      process.destroyForcibly();
      return Optional.of(Bilingual.of("通知程序 %s 被中断", "the program %s was interrupted", program));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
