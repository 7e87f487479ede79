package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.jobs.LocalSpark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ParcelsTest {
  private static List<String> passed(boolean held, ArrayList<String> given) {
    return LocalSpark.with(
        spark -> {
          try (Parcels parcels = Parcels.of(spark, held)) {
            return spark
                .parallelize(List.of(parcels.of(given)), 1)
                .map(parcel -> parcels.of(parcel.content()))
                .collect()
                .get(0)
                .content();
          }
        });
  }

  @Test
  void passesWhatItIsGivenOnAsItIsInOneProcess() {
    ArrayList<String> given = new ArrayList<>(List.of("110101"));
    assertThat(passed(true, given)).isSameAs(given);
  }

  @Test
  void letsSparkCarryWhatIsTooMuchToHold() {
    ArrayList<String> given = new ArrayList<>(List.of("110101"));
    assertThat(passed(false, given)).isEqualTo(given).isNotSameAs(given);
  }

  /** Otherwise a task goes on writing where the driver removes what was written. */
  @Test
  void waitsForTheTasksOfAJobThatFailedAndLetsNoMoreBegin() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    Parcels parcels = LocalSpark.with(spark -> Parcels.of(spark, true));
    CountDownLatch inside = new CountDownLatch(1);
    Thread task =
        new Thread(
            () ->
                assertThatCode(
                        () ->
                            parcels.work(
                                () -> {
                                  begun.incrementAndGet();
                                  inside.countDown();
                                  for (long i = 0; i < 50_000_000; i++) {
                                    Thread.onSpinWait();
                                  }
                                  return ended.incrementAndGet();
                                }))
                    .doesNotThrowAnyException());
    task.start();
    assertThat(awaited(inside)).isTrue();
    parcels.close();

    assertThat(ended).hasValue(1);
    assertThatThrownBy(() -> parcels.work(begun::incrementAndGet))
        .isInstanceOf(CancellationException.class);
    assertThat(begun).hasValue(1);
  }

  /** However long it would take: what it writes then would never be removed. */
  @Test
  void interruptsTheTasksOfAJobThatFailedWhereTheyTakeLong() throws Exception {
    AtomicInteger ended = new AtomicInteger();
    Parcels parcels = LocalSpark.with(spark -> Parcels.of(spark, true));
    CountDownLatch inside = new CountDownLatch(1);
    AtomicReference<Boolean> left = new AtomicReference<>();
    Thread task =
        new Thread(
            () -> {
              assertThatThrownBy(
                      () ->
                          parcels.work(
                              () -> {
                                inside.countDown();
                                try {
                                  return new CountDownLatch(1).await(5, TimeUnit.MINUTES);
                                } catch (InterruptedException e) {
                                  Thread.currentThread().interrupt();
                                  throw new IOException(e);
                                } finally {
                                  ended.incrementAndGet();
                                }
                              }))
                  .isInstanceOf(IOException.class);
              left.set(Thread.currentThread().isInterrupted());
            });
    task.start();
    assertThat(awaited(inside)).isTrue();
    parcels.close();

    assertThat(ended).hasValue(1);
    task.join();
    assertThat(left).as("the thread is ready for another job").hasValue(false);
  }

  @Test
  void saysThatTheJobHasEndedToATaskThatHandsSomethingOver() {
    Parcels parcels = LocalSpark.with(spark -> Parcels.of(spark, true));
    parcels.close();

    assertThatThrownBy(() -> parcels.of("110101"))
        .isInstanceOf(CancellationException.class)
        .hasMessage("the job has ended");
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
