package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoresTest {
  private static final List<Integer> MANY = IntStream.range(0, 200).boxed().toList();

  @Test
  void givesWhatCameOfEachInTheirOrder() throws IOException {
    assertThat(Cores.each(MANY, one -> one * 2))
        .containsExactlyElementsOf(MANY.stream().map(one -> one * 2).toList());
    assertThat(Cores.each(List.of(), one -> one)).isEmpty();
  }

  @Test
  void tellsTheFirstInTheirOrderThatFailedAsItFailed() {
    CountDownLatch second = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                Cores.each(
                    List.of("first", "second"),
                    one -> {
                      if (one.equals("first")) {
                        await(second);
                      }
                      second.countDown();
                      throw new IOException(one);
                    }))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("first");
    assertThatThrownBy(
            () ->
                Cores.each(
                    MANY,
                    one -> {
                      throw new IllegalStateException("no " + one);
                    }))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("no 0");
    assertThatThrownBy(
            () ->
                Cores.each(
                    MANY,
                    one -> {
                      throw new StackOverflowError("no " + one);
                    }))
        .isExactlyInstanceOf(StackOverflowError.class);
  }

  @Test
  void hasEndedAllThatBeganWhenAFailureIsTold() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Cores.each(
                    MANY,
                    one -> {
                      begun.incrementAndGet();
                      if (one == 0) {
                        ended.incrementAndGet();
                        throw new IOException("disk full");
                      }
                      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                      return ended.incrementAndGet();
                    }))
        .hasMessage("disk full");
    assertThat(ended.get()).isEqualTo(begun.get()).isPositive();
  }

  /** Not for ever: where there is one core only, nothing else is done meanwhile. */
  private static void await(CountDownLatch latch) {
    try {
      latch.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
