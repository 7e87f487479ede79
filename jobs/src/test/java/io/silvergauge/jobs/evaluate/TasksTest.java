package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.store.LocalStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksTest {
  private static final Bilingual WHAT = new Bilingual("读取 a.csv ", "reading a.csv");

  private static RunFailure naming(Callable<String> work) {
    return catchThrowableOfType(RunFailure.class, () -> Tasks.naming(WHAT, work));
  }

  @Test
  void errorOfTheProgramSaysOnWhatAndKeepsItsTrace() {
    RunFailure failure =
        naming(
            () -> {
              throw new IllegalStateException("broken");
            });

    assertThat(failure.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(failure.text())
        .isEqualTo(
            new Bilingual(
                "读取 a.csv 失败：java.lang.IllegalStateException: broken；未发布任何内容",
                "reading a.csv failed: java.lang.IllegalStateException: broken; nothing is"
                    + " published"));
    assertThat(failure.getCause()).hasMessageContaining("TasksTest");
  }

  @Test
  void whatCannotBeReadIsTheEnvironmentsFailure() {
    NoSuchFileException missing = new NoSuchFileException("/store/inputs/1");
    for (Exception one : new Exception[] {missing, new UncheckedIOException(missing)}) {
      RunFailure failure =
          naming(
              () -> {
                throw one;
              });
      assertThat(failure.code()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(failure.text().en())
          .isEqualTo(
              "reading a.csv failed: /store/inputs/1: no such file or folder; nothing is"
                  + " published");
    }
  }

  @Test
  void memoryThatDoesNotSufficeSaysHowToGiveMore() {
    RunFailure failure =
        naming(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });

    assertThat(failure.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(failure.text().en()).startsWith("out of memory (").contains("SILVERGAUGE_HEAP=6g");
    assertThat(failure.text().zh()).startsWith("内存不足（").contains("SILVERGAUGE_HEAP=6g");
  }

  @Test
  void whatATaskSaidComesOutOfWhatSparkWrapsItIn(@TempDir Path store) {
    RunFailure said = new RunFailure(ExitCode.GATE, WHAT);
    Bilingual reading = new Bilingual("读取文件", "reading files");
    assertThatThrownBy(
            () ->
                Tasks.given(
                    reading,
                    new LocalStorage(store),
                    () -> {
                      throw new IllegalStateException(new SparkException("Job aborted", said));
                    }))
        .isSameAs(said);
  }

  @Test
  void machinesThatAreLostTooOftenAreTheEnvironmentsFailure(@TempDir Path store)
      throws IOException {
    RunFailure failure =
        catchThrowableOfType(
            RunFailure.class,
            () ->
                Tasks.given(
                    new Bilingual("读取文件", "reading files"),
                    new LocalStorage(store),
                    () -> {
                      throw undeclared(
                          new SparkException("Job aborted: ExecutorLostFailure\nmore"));
                    }));

    assertThat(failure.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(failure.text().en())
        .isEqualTo(
            "reading files failed, and Spark gave up: Job aborted: ExecutorLostFailure; nothing is"
                + " published. Please look at the cluster and at the store "
                + store);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> RuntimeException undeclared(Throwable failure) throws E {
    throw (E) failure;
  }
}
