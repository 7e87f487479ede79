package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.Homes;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisterRevisionsTest {
  private static final RegisterRevisions REVISIONS =
      new RegisterRevisions(SmallAssessment.scheme(Homes.SCHEME));

  private static Delivery delivery(String path, int day, Delivery.Mode mode) {
    return new Delivery(
        path,
        "0".repeat(64),
        "110000",
        LocalDate.of(2024, 1, day),
        Slot.parse("homes/110000/2023Q4/all"),
        mode);
  }

  private static RegisterRecord home(String region, String id, String beds) {
    return new RegisterRecord(
        "homes",
        region,
        Period.parse("2023Q4"),
        id,
        Map.of("beds", beds, "kind", "公办"),
        new Origin("a.csv", "", 2, ""));
  }

  private static final Map<String, List<RegisterRecord>> RECORDS =
      Map.of(
          "a.csv",
          List.of(home("110101", "A", "100"), home("110101", "B", "50"), home("110101", "", "1")),
          "b.csv",
          List.of(home("110101", "A", "120"), home("110121", "C", "7")));

  private static List<String> said(Delivery... deliveries) {
    return REVISIONS.of(List.of(deliveries), RECORDS).stream()
        .map(
            one ->
                String.join(
                    " ",
                    one.record(),
                    one.field(),
                    one.before() + ">" + one.after(),
                    one.change(),
                    one.unit(),
                    one.file(),
                    one.replaced()))
        .toList();
  }

  @Test
  void aFullListThatReplacesAnotherAddsChangesAndRemovesRecords() {
    Delivery first = delivery("a.csv", 15, Delivery.Mode.FULL);
    Delivery second = delivery("b.csv", 20, Delivery.Mode.FULL);
    List<String> expected =
        List.of(
            "A beds 100>120 changed 张 b.csv a.csv",
            "B  listed> removed  b.csv a.csv",
            "C  >listed added  b.csv ");

    assertThat(said(first, second)).isEqualTo(expected);
    assertThat(said(second, first)).as("in any order").isEqualTo(expected);
  }

  @Test
  void anAmendmentLeavesTheRecordsItDoesNotName() {
    assertThat(
            said(
                delivery("a.csv", 15, Delivery.Mode.FULL),
                delivery("b.csv", 20, Delivery.Mode.AMEND)))
        .containsExactly("A beds 100>120 changed 张 b.csv a.csv", "C  >listed added  b.csv ");
  }

  @Test
  void aWithdrawalTakesEveryRecordBack() {
    assertThat(
            said(
                delivery("a.csv", 15, Delivery.Mode.FULL),
                delivery("w.csv", 20, Delivery.Mode.WITHDRAW)))
        .containsExactly("A  listed> removed  w.csv a.csv", "B  listed> removed  w.csv a.csv");
  }

  @Test
  void aSingleListRevisesNothing() {
    assertThat(said(delivery("a.csv", 15, Delivery.Mode.FULL))).isEmpty();
  }
}
