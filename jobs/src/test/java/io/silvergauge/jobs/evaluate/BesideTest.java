package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BesideTest {
  @Test
  void givesWhatCameOfItAndFailsAsItFailed() throws IOException {
    try (Beside<String> beside = Beside.begin(() -> "done")) {
      assertThat(beside.given()).isEqualTo("done");
    }
    try (Beside<String> beside =
        Beside.begin(
            () -> {
              throw new IllegalStateException("no glyph");
            })) {
      assertThatThrownBy(beside::given)
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("no glyph");
    }
    try (Beside<String> beside =
        Beside.begin(
            () -> {
              throw new NoSuchFileException("scores.csv");
            })) {
      assertThatThrownBy(beside::given)
          .isExactlyInstanceOf(NoSuchFileException.class)
          .hasMessage("scores.csv");
    }
    try (Beside<String> beside =
        Beside.begin(
            () -> {
              throw new StackOverflowError();
            })) {
      assertThatThrownBy(beside::given).isExactlyInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  void hasEndedWhenItIsClosedAlsoWhereNobodyAskedForIt() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean asked = new AtomicBoolean();
    AtomicBoolean ended = new AtomicBoolean();
    Beside<String> beside =
        Beside.begin(
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                asked.set(true);
              }
              ended.set(true);
              return "";
            });
    begun.await();
    beside.close();

    assertThat(asked).isTrue();
    assertThat(ended).isTrue();
  }
}
