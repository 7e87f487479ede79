package io.silvergauge.indicators.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafSumTest {
  private static LeafSum row(long row, Mark mark, String value, ValueStatus status, String date) {
    return LeafSum.of(
        new Observation(
            "410102",
            "nursing_beds",
            Period.parse("2023Q4"),
            mark,
            new BigDecimal(value),
            "张",
            status,
            LocalDate.parse(date),
            "document " + row,
            new Origin("2023Q4/410000/civil_affairs.csv", "", row, "护理型床位数")));
  }

  @Test
  void sumsRowsAndKeepsTheWorstTheEarliestAndTheFirst() {
    LeafSum sum =
        row(9, Mark.NUMBER, "100.5", ValueStatus.VERIFIED, "2023-12-31")
            .plus(row(4, Mark.NUMBER, "20.000001", ValueStatus.DISPUTED, "2023-11-30"))
            .plus(row(7, Mark.TOO_SMALL, "0", ValueStatus.REPORTED, "2023-12-15"));
    assertThat(sum.sum()).isEqualByComparingTo("120.500001");
    assertThat(sum.rows()).isEqualTo(3);
    assertThat(sum.tooSmall()).isEqualTo(1);
    assertThat(sum.mark()).isEqualTo(Mark.NUMBER);
    assertThat(sum.status()).isEqualTo(ValueStatus.DISPUTED);
    assertThat(sum.referenceDate()).isEqualTo("2023-11-30");
    assertThat(sum.document()).isEqualTo("document 4");
    assertThat(sum.origin().row()).isEqualTo(4);
  }

  @Test
  void comesToTheSameInAnyOrder() {
    List<LeafSum> rows = new ArrayList<>();
    rows.add(row(5, Mark.NUMBER, "1.1", ValueStatus.REPORTED, "2023-12-31"));
    rows.add(row(6, Mark.NUMBER, "2.25", ValueStatus.VERIFIED, "2023-12-01"));
    rows.add(row(7, Mark.TOO_SMALL, "0", ValueStatus.CORRECTED, "2023-12-30"));
    rows.add(row(8, Mark.NOT_APPLICABLE, "0", ValueStatus.EVIDENCED, "2023-12-31"));
    LeafSum sum = rows.stream().reduce(LeafSum::plus).orElseThrow();
    Random order = new Random(20_231_231);
    for (int i = 0; i < 100; i++) {
      Collections.shuffle(rows, order);
      assertThat(rows.stream().reduce(LeafSum::plus)).contains(sum);
      LeafSum left = rows.get(0).plus(rows.get(1));
      LeafSum right = rows.get(2).plus(rows.get(3));
      assertThat(left.plus(right)).isEqualTo(sum);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, MISSING, MISSING",
    "TOO_SMALL, MISSING, MISSING",
    "NOT_APPLICABLE, MISSING, MISSING",
    "NUMBER, TOO_SMALL, NUMBER",
    "NUMBER, NOT_APPLICABLE, NUMBER",
    "TOO_SMALL, NOT_APPLICABLE, TOO_SMALL",
    "NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE",
    "MISSING, MISSING, MISSING"
  })
  void isMissingAsSoonAsOnePartIs(Mark left, Mark right, Mark both) {
    assertThat(left.plus(right)).isEqualTo(both);
    assertThat(right.plus(left)).isEqualTo(both);
  }

  @Test
  void addsNothingWhereAPartIsMissing() {
    LeafSum sum =
        row(1, Mark.NUMBER, "5", ValueStatus.REPORTED, "2023-12-31")
            .plus(row(2, Mark.MISSING, "0", ValueStatus.REPORTED, "2023-12-31"));
    assertThat(sum.sum()).isZero();
    assertThat(sum.rows()).isEqualTo(2);
  }

  @Test
  void refusesMoreThanSixDecimals() {
    assertThatThrownBy(() -> row(1, Mark.NUMBER, "0.0000001", ValueStatus.REPORTED, "2023-12-31"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("More than six decimals: 0.0000001");
  }

  @Test
  void ordersStatusesFromConfirmedToFalse() {
    assertThat(ValueStatus.VERIFIED.orWorse(ValueStatus.REPORTED)).isEqualTo(ValueStatus.REPORTED);
    assertThat(ValueStatus.FALSIFIED.orWorse(ValueStatus.DISPUTED))
        .isEqualTo(ValueStatus.FALSIFIED);
    assertThat(Mark.TOO_SMALL.code()).isEqualTo("too_small");
    assertThat(ValueStatus.EVIDENCED.code()).isEqualTo("evidenced");
  }
}
