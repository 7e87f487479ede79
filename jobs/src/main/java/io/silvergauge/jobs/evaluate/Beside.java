package io.silvergauge.jobs.evaluate;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Something that the driver does while Spark's tasks are at work. When it is closed, it has ended.
 *
 * @param <T> what comes of it
 */
final class Beside<T> implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<T> given;

  /**
   * What is done.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  interface Work<T> {
    T done() throws IOException;
  }

  private Beside(Work<T> work) {
    given = thread.submit(work::done);
    thread.shutdown();
  }

  static <T> Beside<T> begin(Work<T> work) {
    return new Beside<>(work);
  }

  /** What came of it, once it has ended; it fails as the work did. */
  T given() throws IOException {
    try {
      return given.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw (Error) e.getCause(); // work throws nothing else
    }
  }

  /** Asks work that is no longer wanted to end, and waits until it has. */
  @Override
  public void close() {
    thread.shutdownNow();
    boolean interrupted = false;
    for (boolean ended = false; !ended; ) {
      try {
        ended = thread.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true; // what it writes must have an owner until it has ended
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
