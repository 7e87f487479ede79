package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static Observation observation(
      String region, String unit, long row, Mark mark, String value) {
    return new Observation(
        region,
        "beds",
        Period.parse("2023Q4"),
        mark,
        new BigDecimal(value),
        unit,
        row == 3 ? ValueStatus.VERIFIED : ValueStatus.REPORTED,
        LocalDate.of(2023, 12, 1).plusDays(row),
        row == 5 ? "" : "document " + row,
        new Origin("a.csv", "", row, "床位数"));
  }

  private static final List<Observation> PARTS =
      List.of(
          observation("110101", "张", 3, Mark.NUMBER, "999999999999.999999"),
          observation("110101", "张", 4, Mark.NUMBER, "0.000001"),
          observation("110101", "张", 5, Mark.TOO_SMALL, "0"),
          observation("110101", "万张", 6, Mark.NUMBER, "0.1"),
          observation("110121", "张", 7, Mark.NUMBER, "5"),
          observation("110121", "张", 8, Mark.MISSING, "0"),
          observation("110121", "张", 9, Mark.NUMBER, "7"),
          observation("110201", "张", 10, Mark.NOT_APPLICABLE, "0"),
          observation("110201", "张", 11, Mark.TOO_SMALL, "0"));

  private static List<LeafSum> sums(List<Observation> observations) {
    return new Batch(observations, List.of(), List.of(), Account.NONE).sums();
  }

  @Test
  void addsExactlyByLeafStatisticPeriodAndUnit() {
    List<LeafSum> sums = sums(PARTS);

    assertThat(sums)
        .extracting(sum -> sum.region() + " " + sum.unit() + " " + sum.mark() + " " + sum.sum())
        .containsExactly(
            // By hand: 999999999999.999999 + 0.000001 + something too small to show
            "110101 万张 NUMBER 0.100000",
            "110101 张 NUMBER 1000000000000.000000",
            "110121 张 MISSING 0",
            "110201 张 TOO_SMALL 0");
    assertThat(sums.get(1).rows()).isEqualTo(3);
    assertThat(sums.get(1).tooSmall()).isEqualTo(1);
    assertThat(sums.get(1).origin().row()).as("the first row's place").isEqualTo(3);
    assertThat(sums.get(1).document()).isEqualTo("document 3");
    assertThat(sums.get(1).referenceDate()).isEqualTo(LocalDate.of(2023, 12, 4));
    assertThat(sums.get(1).status()).as("the more doubtful").isEqualTo(ValueStatus.REPORTED);
  }

  @Test
  void comesToTheSameInAnyOrderAndInAnyParts() {
    List<LeafSum> whole = sums(PARTS);
    Random random = new Random(20231231);
    for (int i = 0; i < 200; i++) {
      List<Observation> shuffled = new ArrayList<>(PARTS);
      Collections.shuffle(shuffled, random);
      int cut = random.nextInt(PARTS.size() + 1);
      TreeMap<LeafSum, LeafSum> merged = new TreeMap<>(LeafSum.ORDER);
      for (List<Observation> part :
          List.of(shuffled.subList(0, cut), shuffled.subList(cut, shuffled.size()))) {
        sums(part).forEach(sum -> merged.merge(sum, sum, LeafSum::plus));
      }
      assertThat(sums(shuffled)).isEqualTo(whole);
      assertThat(merged.values()).containsExactlyElementsOf(whole);
    }
  }

  @Test
  void sortsItsRejectsByPlace() {
    Batch batch = Sent.civil("999999,无,1,1,1", "110101,东区,x,y,1", "110121,东县,1,1,z");

    assertThat(batch.rejects())
        .extracting(reject -> reject.row() + " " + reject.column())
        .containsExactly("3 代码", "4 床位数", "4 护理型", "5 资金");
  }

  @Test
  void accountsAddUp() {
    Account both = new Account(10, 6, 1, 3).plus(new Account(5, 0, 5, 0));

    assertThat(both).isEqualTo(new Account(15, 6, 6, 3));
    assertThat(both.balanced()).isTrue();
    assertThat(new Account(10, 6, 1, 2).balanced()).isFalse();
    assertThat(Account.NONE.balanced()).isTrue();
  }
}
