package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.ingest.RowFailure;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.SparkException;

/**
 * What fails in a task says on what it failed. Spark tries a task again where it has several
 * machines, and gives up after some times; what the last try said is then what the run ends with.
 */
final class Tasks {
  private Tasks() {}

  /**
   * Does a part of a task's work.
   *
   * @param what what it works on, as a person knows it
   * @throws RunFailure naming it, if the work fails; saying so where memory did not suffice
   */
  static <T> T naming(Bilingual what, Callable<T> work) throws IOException {
    try {
      return work.call();
    } catch (RunFailure e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw RunFailure.outOfMemory(e);
    } catch (Exception | StackOverflowError | LinkageError e) {
      throw failed(what, e);
    }
  }

  private static RunFailure failed(Bilingual what, Throwable failure) {
    boolean row = failure instanceof RowFailure;
    Throwable thrown = row ? failure.getCause() : failure;
    Throwable cause = thrown instanceof UncheckedIOException io ? io.getCause() : thrown;
    Bilingual where = row ? ((RowFailure) failure).in(what) : what;
    StringWriter trace = new StringWriter(); // not every exception can travel to the driver
    failure.printStackTrace(new PrintWriter(trace));
    return new RunFailure(
        cause instanceof IOException ? ExitCode.ENVIRONMENT : ExitCode.INTERNAL,
        Bilingual.of("%s失败：%s；未发布任何内容", "%s failed: %s; nothing is published", where, said(cause)),
        new IllegalStateException(trace.toString()));
  }

  private static String said(Throwable cause) {
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or folder";
    }
    return cause instanceof FileSystemException ? cause.getMessage() : cause.toString();
  }

  /**
   * Waits for what tasks give.
   *
   * @param what what they do
   * @param store where they read and write
   * @throws RunFailure what a task said it failed on, or that machines were lost too often
   */
  static <T> T given(Bilingual what, Storage store, Supplier<T> work) {
    try {
      return work.get();
    } catch (Exception e) { // checked ones too, which Spark throws undeclared
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof RunFailure said) {
          throw said;
        }
      }
      if (e instanceof SparkException && e.getCause() == null) { // nothing that a task said
        throw new RunFailure(
            ExitCode.ENVIRONMENT,
            Bilingual.of(
                "%s失败，Spark 已放弃：%s；未发布任何内容。请检查集群和存储 %s",
                "%s failed, and Spark gave up: %s; nothing is published. Please look at the cluster"
                    + " and at the store %s",
                what,
                firstLine(e),
                store.location("")),
            e);
      }
      throw e;
    }
  }

  private static String firstLine(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
  }
}
