package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.LocalSpark;
import io.silvergauge.jobs.SmallAssessment;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of Spark jobs is constant, whatever the rule book asks for. */
class SparkJobsTest {
  @TempDir Path temp;

  @Test
  void fortyIndicatorsStartNoMoreJobsThanTwo() {
    int two = jobs(scheme(2), "two");
    int forty = jobs(scheme(40), "forty");

    assertThat(two).isBetween(1, 3);
    assertThat(forty).isEqualTo(two);
  }

  private int jobs(String scheme, String name) {
    SmallRun run =
        SmallRun.of(SmallAssessment.delivered().file("scheme.yaml", scheme), temp.resolve(name));
    return LocalSpark.with(
        spark -> {
          TaskCounter counter = new TaskCounter(Progress.silent());
          spark.sc().addSparkListener(counter);
          run.evaluate(spark, Progress.silent(), "2023Q3", "2023Q4");
          waitForEvents(spark.sc());
          spark.sc().removeSparkListener(counter);
          return counter.jobs();
        });
  }

  private static void waitForEvents(SparkContext spark) {
    try {
      spark.listenerBus().waitUntilEmpty();
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String scheme(int indicators) {
    String all = SmallAssessment.SCHEME;
    StringBuilder scheme = new StringBuilder(all.substring(0, all.indexOf("profiles:")));
    scheme.append(all, all.indexOf("statistics:"), all.indexOf("indicators:"));
    scheme.append("indicators:\n");
    for (int i = 0; i < indicators; i++) {
      scheme
          .append("  - {id: i")
          .append(i)
          .append(", name: {zh: 甲, en: A}, dimension: ")
          .append(i % 2 == 0 ? "care" : "rules")
          .append(", share: {of: nursing_beds, in: beds}, better: higher, weight: 1}\n");
    }
    return scheme.toString();
  }
}
