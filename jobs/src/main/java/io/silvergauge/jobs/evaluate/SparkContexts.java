package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The one place where Spark is started. */
public final class SparkContexts {
  /** The least heap with which Spark starts, in MB. */
  private static final long LEAST_HEAP = 450;

  private SparkContexts() {}

  /**
   * Starts Spark as {@code spark-submit} configures it, else on all cores of this machine: bound to
   * loopback, without a web page. Executors elsewhere open Chinese file names whatever the language
   * of their machine.
   *
   * @param scratch folder for what Spark keeps on disk while it works, unless it is told another
   * @throws RunFailure if the heap is too small for Spark
   */
  public static JavaSparkContext open(Path scratch) {
    checkHeap(Runtime.getRuntime().maxMemory() >> 20);
    return new JavaSparkContext(settings(new SparkConf(), scratch));
  }

  /** Refuses a heap of so many MB where Spark would not start with it. */
  static void checkHeap(long heap) {
    if (heap < LEAST_HEAP) {
      throw new RunFailure(
          ExitCode.ENVIRONMENT,
          Bilingual.of(
              "堆上限 %s MB 不足，至少需要 %s MB；请用环境变量 SILVERGAUGE_HEAP 增大，如 SILVERGAUGE_HEAP=2g",
              "a heap of %s MB is too small, %s MB is the least; the environment variable"
                  + " SILVERGAUGE_HEAP gives more, for example SILVERGAUGE_HEAP=2g",
              heap,
              LEAST_HEAP));
    }
  }

  /** The settings that matter, where nobody has set others. */
  static SparkConf settings(SparkConf conf, Path scratch) {
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.app.name", "SilverGauge");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    conf.setIfMissing("spark.log.structuredLogging.enabled", "false");
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.local.dir", scratch.toString());
      // Where memory does not suffice the task fails, and the run says so; Spark would end the
      // program.
      conf.setIfMissing("spark.executor.killOnFatalError.depth", "0");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      // The driver listens on loopback, where other users of the machine are: a secret of this
      // run's own keeps them out.
      conf.setIfMissing("spark.authenticate", "true");
      conf.setIfMissing("spark.network.crypto.enabled", "true");
    } else { // where a worker was started must not matter
      conf.setIfMissing("spark.executorEnv.LC_ALL", "C.UTF-8");
      conf.setIfMissing("spark.executor.extraJavaOptions", "-Djava.awt.headless=true");
    }
    return conf;
  }
}
