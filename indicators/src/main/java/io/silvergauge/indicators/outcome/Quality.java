package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How good the inputs of an outcome are.
 *
 * @param present how many leaves have every input
 * @param expected how many leaves there are to which the inputs apply
 * @param oldest earliest reference date among the inputs; {@link LocalDate#MAX} without inputs
 * @param age how many months the oldest input had to be carried forward
 * @param status the most doubtful status among the inputs
 * @param tooSmall how many inputs were too small to show and were added as nothing
 */
public record Quality(
    int present, int expected, LocalDate oldest, int age, ValueStatus status, int tooSmall)
    implements Serializable {
  /** Of no inputs at all. */
  public static final Quality NONE = new Quality(0, 0, LocalDate.MAX, 0, ValueStatus.VERIFIED, 0);

  /** Earliest reference date among the inputs. */
  public Optional<LocalDate> referenceDate() {
    return oldest.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(oldest);
  }

  /** With the inputs of {@code value} as well; how many leaves there are stays as it is. */
  Quality and(Reading.Value value) {
    LocalDate since = oldest;
    ValueStatus worst = status;
    int small = tooSmall;
    for (LeafSum sum : value.used()) {
      since = sum.referenceDate().isBefore(since) ? sum.referenceDate() : since;
      worst = worst.orWorse(sum.status());
      small += sum.tooSmall();
    }
    return new Quality(present, expected, since, Math.max(age, value.age()), worst, small);
  }

  /** With another status. */
  Quality with(ValueStatus other) {
    return new Quality(present, expected, oldest, age, other, tooSmall);
  }

  Quality over(int leavesPresent, int leavesExpected) {
    return new Quality(leavesPresent, leavesExpected, oldest, age, status, tooSmall);
  }
}
