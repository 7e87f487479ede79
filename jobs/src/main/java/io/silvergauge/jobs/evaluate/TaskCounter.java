package io.silvergauge.jobs.evaluate;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/** Counts what Spark starts and finishes, for the progress line and the run record. */
public final class TaskCounter extends SparkListener {
  private final Progress progress;
  private final AtomicInteger jobs = new AtomicInteger();
  private final AtomicInteger tasks = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  /** Reports to {@code progress} as tasks end. */
  public TaskCounter(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    jobs.incrementAndGet();
    done.set(0);
    tasks.set(0);
    CollectionConverters.asJava(start.stageInfos())
        .forEach(stage -> tasks.addAndGet(stage.numTasks()));
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    progress.advance(done.incrementAndGet(), tasks.get());
  }

  /** How many Spark jobs have started. */
  public int jobs() {
    return jobs.get();
  }
}
