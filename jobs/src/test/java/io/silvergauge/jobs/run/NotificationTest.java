package io.silvergauge.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that hears how a run ended is told once, waited for, and believed in nothing. */
class NotificationTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final byte[] RECORD = Repository.utf8("{\"said\":\"$(touch told) 已发布\"}");

  @TempDir Path folder;

  private Path program(String script) throws IOException {
    Path program = folder.resolve("告知 program");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void getsTheRecordOnItsInputAndNothingOfItIsRun() throws IOException {
    Path heard = folder.resolve("heard");
    Path program = program("test $# = 0 && cat > '" + heard + "'");

    assertThat(new Notification(program, LONG).tell(RECORD)).isEmpty();
    assertThat(heard).hasBinaryContent(RECORD);
    assertThat(Path.of("told")).doesNotExist();
  }

  @Test
  void mayEndWithoutReading() throws IOException {
    assertThat(new Notification(program("exit 0"), LONG).tell(new byte[1 << 20])).isEmpty();
  }

  @Test
  void saysThatItFailed() throws IOException {
    assertThat(new Notification(program("exit 3"), LONG).tell(RECORD).orElseThrow().en())
        .contains("告知 program", "status 3");
  }

  @Test
  void saysThatItIsNotThere() {
    assertThat(new Notification(folder.resolve("none"), LONG).tell(RECORD).orElseThrow().en())
        .contains("none cannot be started");
  }

  @Test
  void isEndedWithAllItStartedWhenItTakesTooLong() throws IOException {
    Notification slow = new Notification(program("sleep 600 & wait"), Duration.ofMillis(300));

    assertThat(slow.tell(RECORD).orElseThrow().en()).contains("was ended");
  }
}
