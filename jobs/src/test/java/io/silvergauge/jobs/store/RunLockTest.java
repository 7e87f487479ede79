package io.silvergauge.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  @TempDir Path folder;

  @Test
  void isHeldByOneRunAtATime() throws IOException {
    Path out = folder.resolve("new/out");
    try (RunLock first = RunLock.take(out).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(RunLock.take(out)).isEmpty();
      try (RunLock other = RunLock.take(folder.resolve("other")).orElseThrow()) {
        assertThat(other).as("another folder is free").isNotNull();
      }
    }
    try (RunLock next = RunLock.take(out).orElseThrow()) {
      assertThat(next).as("free again").isNotNull();
    }
  }
}
