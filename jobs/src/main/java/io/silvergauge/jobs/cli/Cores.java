package io.silvergauge.jobs.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Work that a command without Spark spreads over the cores of this machine. */
final class Cores {
  /** What a document in the making takes at most by far; the heap has room for so many of them. */
  private static final long BYTES_A_TASK = 400L << 20;

  private Cores() {}

  /** What is done with one of many. */
  @FunctionalInterface
  interface Work<T, R> {
    R of(T one) throws IOException;
  }

  /**
   * Does it with each.
   *
   * @return what came of them, in their order
   * @throws IOException that of the first in their order that failed; what had not begun then does
   *     not begin
   */
  static <T, R> List<R> each(List<T> all, Work<T, R> work) throws IOException {
    Runtime machine = Runtime.getRuntime();
    long room = Math.max(1, machine.maxMemory() / BYTES_A_TASK);
    ExecutorService cores =
        Executors.newFixedThreadPool((int) Math.min(room, machine.availableProcessors()));
    List<Future<R>> begun = new ArrayList<>();
    try {
      all.forEach(one -> begun.add(cores.submit(() -> work.of(one))));
      List<R> done = new ArrayList<>();
      for (Future<R> one : begun) {
        done.add(of(one));
      }
      return done;
    } finally {
      begun.forEach(one -> one.cancel(false));
      ended(cores);
    }
  }

  /** Waits for what has begun: nothing is written after a command has ended. */
  private static void ended(ExecutorService cores) throws IOException {
    cores.shutdown();
    try {
      cores.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException();
  }

  private static <R> R of(Future<R> done) throws IOException {
    try {
      return done.get();
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw (Error) e.getCause(); // work throws nothing else
    }
  }
}
