package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a leaf has of a statistic for the evaluated period. */
sealed interface Reading {
  /**
   * A value.
   *
   * @param value in the statistic's unit
   * @param age how many months it was carried forward
   * @param used the sums it rests on
   */
  record Value(Fraction value, int age, List<LeafSum> used) implements Reading {
    public Value {
      used = List.copyOf(used);
    }

    LocalDate referenceDate() {
      return used.stream().map(LeafSum::referenceDate).min(LocalDate::compareTo).orElseThrow();
    }

    int tooSmall() {
      return used.stream().mapToInt(LeafSum::tooSmall).sum();
    }

    /** This value and another as one, for example of two months. */
    Value plus(Value other) {
      List<LeafSum> both = new ArrayList<>(used);
      both.addAll(other.used);
      return new Value(value.plus(other.value), Math.max(age, other.age), both);
    }
  }

  /** The statistic does not apply to the leaf. */
  record NotApplicable() implements Reading {}

  /**
   * No value.
   *
   * @param reason why
   * @param detail what is known of it; may be empty
   */
  record None(Reason reason, Bilingual detail) implements Reading {}
}
