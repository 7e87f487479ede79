package io.silvergauge.jobs.evaluate;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import scala.reflect.ClassTag;

/**
 * What the driver and the tasks of a run hand each other. Between machines it is serialised. On one
 * machine driver and tasks are one process, and what need not travel is passed on as it is: Spark
 * sees its number alone. Nothing that was handed over may be changed afterwards.
 */
final class Parcels implements AutoCloseable, Serializable {
  private static final long serialVersionUID = 1L;

  /** What is handed over within this process, by run and number. */
  private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

  private static final ClassTag<Object> ANY = ClassTag.Object();

  /** So often it is looked whether the last tasks of a job that failed have ended: for 5 s. */
  private static final int LOOKS = 100;

  /** And for a minute once they were interrupted: none of them opens a file any more. */
  private static final int LAST_LOOKS = 1200;

  private static final long LOOK_AGAIN_MILLIS = 50;

  /** Empty where tasks are done by other machines. */
  private final String run;

  private final boolean held;

  private Parcels(String run, boolean held) {
    this.run = run;
    this.held = held;
  }

  /** What a task does. */
  interface Task<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /** Something handed over. */
  sealed interface Parcel<T> extends Serializable {
    /** What is in it. */
    T content();
  }

  /** What travels; as bytes, whose size Spark need not find out by going through all objects. */
  @SuppressWarnings({"ArrayRecordComponent", "unchecked"}) // compared by nobody; as it was put in
  private record Carried<T extends Serializable>(byte[] bytes) implements Parcel<T> {
    @Override
    public T content() {
      return (T) unpacked(bytes);
    }
  }

  /** What travels to every machine and is unpacked there once, however many tasks look at it. */
  private static final class Spread<T extends Serializable> implements Parcel<T> {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private transient T known;

    Spread(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    @SuppressWarnings("unchecked") // put in as what it is taken out
    public synchronized T content() {
      if (known == null) {
        known = (T) unpacked(bytes);
      }
      return known;
    }
  }

  private record Numbered<T extends Serializable>(String run, int number) implements Parcel<T> {
    @Override
    @SuppressWarnings("unchecked") // put in as what it is taken out
    public T content() {
      return (T) kept(run).byNumber.get(number);
    }
  }

  /** What is handed over in one job of this process, and which of its tasks are at work. */
  private static final class Kept {
    private final Map<Integer, Object> byNumber = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Set<Thread> atWork = new HashSet<>();
    private boolean closed;

    int add(Object one) {
      int number = count.getAndIncrement();
      byNumber.put(number, one);
      return number;
    }

    synchronized void enter() {
      if (closed) {
        throw ended();
      }
      atWork.add(Thread.currentThread());
    }

    synchronized void leave() {
      atWork.remove(Thread.currentThread());
      if (closed) {
        Thread.interrupted(); // which was meant for this job, not for the next one of the thread
      }
      notifyAll();
    }

    /**
     * Lets nobody in any more, and waits for those that are. Who takes long is interrupted, so that
     * it fails at the next file it would write.
     */
    synchronized void close() {
      closed = true;
      boolean interrupted = waited(LOOKS);
      atWork.forEach(Thread::interrupt);
      interrupted |= waited(LAST_LOOKS);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    /** Whether this thread was interrupted meanwhile, whose meaning stays. */
    private synchronized boolean waited(int most) {
      boolean interrupted = false;
      for (int looks = most; !atWork.isEmpty() && looks > 0; looks--) {
        try {
          wait(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      return interrupted;
    }
  }

  /**
   * For a job; what was handed over is there until it is closed.
   *
   * @param held whether memory holds all of it at once; otherwise Spark keeps on disk what it must
   */
  static Parcels of(JavaSparkContext spark, boolean held) {
    boolean local = spark.sc().isLocal();
    Parcels parcels = new Parcels(local ? UUID.randomUUID().toString() : "", held && local);
    if (local) {
      KEPT.put(parcels.run, new Kept());
    }
    return parcels;
  }

  private static CancellationException ended() {
    return new CancellationException("the job has ended");
  }

  private static Kept kept(String run) {
    Kept kept = KEPT.get(run);
    if (kept == null) {
      throw ended();
    }
    return kept;
  }

  /** Hands something over; by the driver or by a task. */
  <T extends Serializable> Parcel<T> of(T content) {
    return held ? new Numbered<>(run, kept(run).add(content)) : new Carried<>(packed(content));
  }

  /**
   * Hands over what is there till the job ends in any case: what every task looks at, and what the
   * driver collects.
   */
  <T extends Serializable> Parcel<T> lasting(T content) {
    return run.isEmpty()
        ? new Spread<>(packed(content))
        : new Numbered<>(run, kept(run).add(content));
  }

  private static Object unpacked(byte[] bytes) {
    return SparkEnv.get().serializer().newInstance().deserialize(ByteBuffer.wrap(bytes), ANY);
  }

  private static byte[] packed(Object content) {
    ByteBuffer packed = SparkEnv.get().serializer().newInstance().serialize(content, ANY);
    byte[] bytes = new byte[packed.remaining()];
    packed.get(bytes);
    return bytes;
  }

  /**
   * Does a task's work. Where a job fails Spark does not wait for its other tasks: those that have
   * begun are waited for when this is closed, others begin no more, so that nobody writes where
   * what was written is being removed.
   */
  <T> T work(Task<T> work) throws IOException {
    if (run.isEmpty()) { // another machine, which cannot be waited for
      return work.run();
    }
    Kept kept = kept(run);
    kept.enter();
    try {
      return work.run();
    } finally {
      kept.leave();
    }
  }

  @Override
  public void close() {
    Kept kept = KEPT.get(run);
    if (kept != null) {
      kept.close();
      KEPT.remove(run);
    }
  }
}
