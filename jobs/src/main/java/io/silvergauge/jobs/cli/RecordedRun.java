package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.run.EndSignals;
import io.silvergauge.jobs.run.Notification;
import io.silvergauge.jobs.run.RunLock;
import io.silvergauge.jobs.run.RunRecord;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Publications;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A run that holds the output folder, is recorded, says at the end what became of it, and leaves
 * nothing half behind where a signal ends it.
 */
final class RecordedRun {
  /** A signal waits so long for the work to come to an end by itself; the whole may take ten. */
  private static final long GRACE_SECONDS = 6;

  /** A program that hears how the run ended may take so long. */
  private static final Duration TELLING = Duration.ofMinutes(1);

  private static final Duration TELLING_AT_A_SIGNAL = Duration.ofSeconds(2);

  private final Console console;
  private final CommonOptions common;
  private final RunRecord record;
  private final Optional<Path> told;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile RunLock lock;

  RecordedRun(Console console, CommonOptions common, String command, Path assessment) {
    this(console, common, command, assessment, Optional.empty());
  }

  /**
   * A run.
   *
   * @param told the program that hears how it ended
   */
  RecordedRun(
      Console console, CommonOptions common, String command, Path assessment, Optional<Path> told) {
    this.told = told;
    this.console = console;
    this.common = common;
    this.record = RunRecord.of(common.out(), Main.PROGRAM, command, assessment);
  }

  /** What a run does while it holds the folder. */
  interface Work {
    /** Answers with the exit status. */
    ExitCode run(RunRecord record) throws IOException;
  }

  /**
   * What comes before the folder is taken. A failure is recorded where there is a folder to record
   * it in, and is thrown on.
   */
  <T> T prepared(Callable<T> preparation) throws Exception {
    try {
      return preparation.call();
    } catch (Exception e) {
      if (Files.isDirectory(common.out())) {
        int status = Console.codeOf(e).status();
        recorded(status, RunRecord.Outcome.FAILED, nothing(status));
      }
      throw e;
    }
  }

  /**
   * Does the work.
   *
   * @param wait how long to wait for another run
   * @return the exit status
   */
  int call(String command, Duration wait, Work work) throws IOException {
    Thread main = Thread.currentThread();
    Thread hook = new Thread(() -> stop(main), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      int status = held(command, wait, work);
      end(status);
      return status;
    } finally {
      release();
      ended.countDown();
      if (EndSignals.caught().isEmpty()) {
        withdraw(hook);
      }
    }
  }

  private static void withdraw(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program ends already, and the hook finds that the work has ended.
    }
  }

  private int held(String command, Duration wait, Work work) {
    try {
      lock = RunLock.take(common.out(), command, wait, console::say);
      new Publications(new LocalStorage(common.out())).putBack();
      record.begin();
      int status = work.run(record).status();
      return EndSignals.caught().isEmpty() ? status : EndSignals.status(); // as the process does
    } catch (Exception | LinkageError e) { // Spark throws checked ones undeclared
      if (!EndSignals.caught().isEmpty()) {
        return EndSignals.status(); // what was interrupted fails in many ways
      }
      if (e instanceof LinkageError broken) {
        throw broken;
      }
      return console.failed((Exception) e, common.verbose());
    } catch (OutOfMemoryError e) {
      return console.failed(RunFailure.outOfMemory(e), common.verbose());
    }
  }

  /** Writes and says how the run ended, once. */
  private void end(int status) {
    end(status, !EndSignals.caught().isEmpty() && status == EndSignals.status());
  }

  private void end(int status, boolean stopped) {
    Bilingual what =
        record.hasPublished() ? published(status) : stopped ? stopped() : nothing(status);
    RunRecord.Outcome otherwise =
        stopped
            ? RunRecord.Outcome.STOPPED
            : status == 0 ? RunRecord.Outcome.NOTHING : RunRecord.Outcome.FAILED;
    if (!Files.isDirectory(common.out()) || recorded(status, otherwise, what)) {
      console.end(record.id(), status, what);
    }
  }

  /** A record that cannot be written keeps nobody from hearing how the run ended. */
  private boolean recorded(int status, RunRecord.Outcome otherwise, Bilingual what) {
    boolean first = true;
    try {
      first = record.end(status, otherwise, what);
    } catch (IOException | UncheckedIOException e) {
      console.say(Bilingual.of("运行记录无法写入：%s", "the record of the run cannot be written: %s", e));
    }
    if (first) {
      tell();
    }
    return first;
  }

  private void tell() {
    Duration limit = EndSignals.caught().isEmpty() ? TELLING : TELLING_AT_A_SIGNAL;
    told.flatMap(program -> new Notification(program, limit).tell(record.json()))
        .ifPresent(console::say);
  }

  private Bilingual published(int status) {
    return Bilingual.of(
        "运行 %s：已发布 %s，退出状态 %s",
        "run %s: published %s, exit status %s", record.id(), current(), status);
  }

  private Bilingual nothing(int status) {
    return Bilingual.of(
        "运行 %s：未发布新内容，退出状态 %s",
        "run %s: nothing new is published, exit status %s", record.id(), status);
  }

  private Bilingual stopped() {
    if (EndSignals.caught().isEmpty()) {
      return Bilingual.of(
          "运行 %s：提前终止，可能是内存不足（SILVERGAUGE_HEAP），未发布新内容，原有发布不变",
          "run %s: ended before its time, perhaps for want of memory (SILVERGAUGE_HEAP); nothing new"
              + " is published, what was published stays",
          record.id());
    }
    return Bilingual.of(
        "运行 %s：被 %s 终止，未发布新内容，原有发布不变，退出状态 %s",
        "run %s: ended by %s, nothing new is published, what was published stays, exit status %s",
        record.id(),
        EndSignals.caught(),
        EndSignals.status());
  }

  private String current() {
    try {
      return new Publications(new LocalStorage(common.out())).currentName();
    } catch (IOException e) {
      return "";
    }
  }

  /** Ends the work when the program ends before it. */
  private void stop(Thread main) {
    try {
      if (!comesToAnEnd(main)) {
        new Publications(new LocalStorage(common.out())).discardStaged();
        end(EndSignals.status(), true);
        release();
      }
    } catch (IOException | InterruptedException e) {
      console.say(Bilingual.of("未能清理：%s", "could not tidy up: %s", e));
    }
  }

  /** Asks the work to end, once more where something swallowed that. */
  private boolean comesToAnEnd(Thread main) throws InterruptedException {
    main.interrupt();
    if (ended.await(GRACE_SECONDS / 2, TimeUnit.SECONDS)) {
      return true;
    }
    main.interrupt();
    return ended.await(GRACE_SECONDS / 2, TimeUnit.SECONDS);
  }

  private void release() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
