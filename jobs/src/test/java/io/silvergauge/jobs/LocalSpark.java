package io.silvergauge.jobs;

import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The one Spark of the tests: started when it is first asked for, stopped where a command under
 * test starts its own, since there can be one only.
 */
public final class LocalSpark {
  private static final String USUAL = "local[2]";

  private static JavaSparkContext context;
  private static String master = "";

  private LocalSpark() {}

  /** Does something with Spark on two cores. */
  public static <T> T with(Function<JavaSparkContext, T> work) {
    return with(USUAL, work);
  }

  /** Does something with Spark on this master. */
  public static synchronized <T> T with(String wanted, Function<JavaSparkContext, T> work) {
    if (!master.equals(wanted)) {
      stop();
      SparkConf conf =
          new SparkConf()
              .setMaster(wanted)
              .setAppName("tests")
              .set("spark.ui.enabled", "false")
              .set("spark.ui.showConsoleProgress", "false")
              .set("spark.log.structuredLogging.enabled", "false")
              .set("spark.driver.bindAddress", "127.0.0.1")
              .set("spark.driver.host", "127.0.0.1");
      context = new JavaSparkContext(conf);
      master = wanted;
    }
    return work.apply(context);
  }

  /** Stops it; the next use starts it again. */
  public static synchronized void stop() {
    if (context != null) {
      context.close();
      context = null;
      master = "";
    }
  }
}
