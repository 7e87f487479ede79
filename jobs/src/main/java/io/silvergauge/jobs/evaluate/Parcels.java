package io.silvergauge.jobs.evaluate;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What the driver and the tasks of a run hand each other. Between machines it is serialised. On one
 * machine driver and tasks are one process, and what need not travel is passed on as it is: Spark
 * sees its number alone. Nothing that was handed over may be changed afterwards.
 */
final class Parcels implements AutoCloseable, Serializable {
  private static final long serialVersionUID = 1L;

  /** What is handed over within this process, by run and number. */
  private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

  private final String run;
  private final boolean local;

  private Parcels(String run, boolean local) {
    this.run = run;
    this.local = local;
  }

  /** Something handed over. */
  sealed interface Parcel<T> extends Serializable {
    /** What is in it. */
    T content();
  }

  private record Carried<T extends Serializable>(T content) implements Parcel<T> {}

  private record Numbered<T extends Serializable>(String run, int number) implements Parcel<T> {
    @Override
    @SuppressWarnings("unchecked") // put in as what it is taken out
    public T content() {
      return (T) KEPT.get(run).byNumber().get(number);
    }
  }

  private record Kept(Map<Integer, Object> byNumber, AtomicInteger count) {
    Kept() {
      this(new ConcurrentHashMap<>(), new AtomicInteger());
    }

    int add(Object one) {
      int number = count.getAndIncrement();
      byNumber.put(number, one);
      return number;
    }
  }

  /**
   * For a job; what was handed over is there until it is closed.
   *
   * @param held whether memory holds all of it at once; otherwise Spark keeps on disk what it must
   */
  static Parcels of(JavaSparkContext spark, boolean held) {
    Parcels parcels = new Parcels(UUID.randomUUID().toString(), held && spark.sc().isLocal());
    KEPT.put(parcels.run, new Kept());
    return parcels;
  }

  /** Hands something over; by the driver or by a task. */
  <T extends Serializable> Parcel<T> of(T content) {
    return local ? new Numbered<>(run, KEPT.get(run).add(content)) : new Carried<>(content);
  }

  @Override
  public void close() {
    KEPT.remove(run);
  }
}
