package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SparkContextsTest {
  private static final Path SCRATCH = Path.of("scratch");

  @Test
  void listensToNobodyElseOnThisMachine() {
    SparkConf conf =
        SparkContexts.settings(new SparkConf(false).set("spark.master", "local[2]"), SCRATCH);
    Map.of(
            "spark.ui.enabled", "false",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.driver.host", "127.0.0.1",
            "spark.authenticate", "true",
            "spark.network.crypto.enabled", "true",
            "spark.local.dir", "scratch")
        .forEach((key, value) -> assertThat(conf.get(key)).as(key).isEqualTo(value));
  }

  @Test
  void refusesAHeapWithWhichSparkDoesNotStart() {
    assertThatCode(() -> SparkContexts.checkHeap(450)).doesNotThrowAnyException();
    RunFailure failure = catchThrowableOfType(RunFailure.class, () -> SparkContexts.checkHeap(449));
    assertThat(failure.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(failure.text().en())
        .startsWith("a heap of 449 MB is too small, 450 MB is the least");
  }

  /** Otherwise Spark ends the program, and nobody says why. */
  @Test
  void aTaskForWhichMemoryDoesNotSufficeFailsAndDoesNotEndTheProgram() {
    SparkConf conf =
        SparkContexts.settings(new SparkConf(false).set("spark.master", "local[2]"), SCRATCH);
    assertThat(conf.get("spark.executor.killOnFatalError.depth")).isEqualTo("0");
  }

  @Test
  void leavesAClusterItsOwnSettingsButHasNoPage() {
    SparkConf conf =
        SparkContexts.settings(
            new SparkConf(false).set("spark.master", "spark://host:7077"), SCRATCH);
    assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
    for (String key :
        new String[] {"spark.authenticate", "spark.driver.bindAddress", "spark.local.dir"}) {
      assertThat(conf.contains(key)).as(key).isFalse();
    }
  }
}
