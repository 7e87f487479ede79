package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Somebody who reads what is published, whole and again and again, while runs publish and die: asks
 * once where {@code current} leads and reads what is there.
 */
final class LoopingReader implements AutoCloseable {
  private final Path current;
  private final Collection<Map<String, String>> right;
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicReference<Object> wrong = new AtomicReference<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread = new Thread(this::read, "reader");

  private LoopingReader(Path out, Collection<Map<String, String>> right) {
    this.current = out.resolve("current");
    this.right = right;
  }

  /**
   * Begins to read an output folder in which something is published.
   *
   * @param right the publications that may be seen, each as hashes by path
   */
  static LoopingReader of(Path out, Collection<Map<String, String>> right) {
    assertThat(Files.exists(out.resolve("current"))).isTrue();
    LoopingReader reader = new LoopingReader(out, List.copyOf(right));
    reader.thread.start();
    return reader;
  }

  private void read() {
    try {
      while (ending.getCount() > 0 && wrong.get() == null) {
        Map<String, String> seen = Repository.hashes(Repository.real(current));
        if (!right.contains(seen)) {
          wrong.set(seen);
        }
        reads.incrementAndGet();
      }
    } catch (RuntimeException e) {
      wrong.set(e);
    }
  }

  /** How often all was read. */
  int reads() {
    return reads.get();
  }

  /** Ends reading; what was seen must have been one of the right publications each time. */
  @Override
  public void close() {
    ending.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(wrong.get()).as("neither the old nor the new publication, after %s", reads).isNull();
    assertThat(reads.get()).as("reads").isPositive();
  }
}
