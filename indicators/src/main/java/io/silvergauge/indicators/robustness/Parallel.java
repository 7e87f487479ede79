package io.silvergauge.indicators.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Numbered work over threads; each number's result has a place of its own, so order is no matter.
 */
final class Parallel {
  private static final int CHUNK = 64;

  private Parallel() {}

  /**
   * Does the work of every number from 0 to {@code count − 1}.
   *
   * @param worker makes one thread's worker, with working memory of its own
   */
  static void run(int count, int threads, Supplier<IntConsumer> worker) {
    if (threads < 1) {
      throw new IllegalArgumentException("At least one thread is needed, but was " + threads);
    }
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          IntConsumer mine = worker.get();
          int from;
          while ((from = next.getAndAdd(CHUNK)) < count) {
            for (int number = from; number < Math.min(count, from + CHUNK); number++) {
              mine.accept(number);
            }
          }
        };
    if (threads == 1) {
      share.run();
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(share));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while replications were worked out", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A replication could not be worked out", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
