package io.silvergauge.jobs.evaluate;

import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The one place where Spark is started. */
public final class SparkContexts {
  private SparkContexts() {}

  /**
   * Starts Spark as {@code spark-submit} configures it, else on all cores of this machine: bound to
   * loopback, without a web page. Executors elsewhere open Chinese file names whatever the language
   * of their machine.
   *
   * @param scratch folder for what Spark keeps on disk while it works, unless it is told another
   */
  public static JavaSparkContext open(Path scratch) {
    return new JavaSparkContext(settings(new SparkConf(), scratch));
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
