package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.LiveDelivery;
import io.silvergauge.jobs.assessment.Slot;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of what later deliveries changed, and earlier publications made again. */
class RevisionListTest {
  private static final String SLOT = "civil/110000/2023Q4/all";

  @TempDir Path temp;

  private static Delivery delivery(String name, String received, Delivery.Mode mode) {
    return new Delivery(
        name,
        Sha256.of(Repository.utf8(name)),
        "110000",
        LocalDate.parse(received),
        Slot.parse(SLOT),
        mode);
  }

  private static LeafSum sum(String region, String statistic, String value, String unit) {
    Period period = Period.parse("2023Q4");
    Mark mark = value.isEmpty() ? Mark.MISSING : Mark.NUMBER;
    return LeafSum.of(
        new Observation(
            region,
            statistic,
            period,
            mark,
            new BigDecimal(value.isEmpty() ? "0" : value),
            unit,
            ValueStatus.REPORTED,
            period.lastDay(),
            "",
            new Origin("x.csv", "", 3, statistic)));
  }

  private static final List<Delivery> SENT =
      List.of(
          delivery("first.csv", "2024-01-15", Delivery.Mode.FULL),
          delivery("again.csv", "2024-02-01", Delivery.Mode.FULL),
          delivery("amended.csv", "2024-02-10", Delivery.Mode.AMEND),
          delivery("gone.csv", "2024-03-01", Delivery.Mode.WITHDRAW));

  private static final Map<String, List<LeafSum>> SUMS =
      Map.of(
          "first.csv",
          List.of(
              sum("110101", "beds", "100", "张"),
              sum("110121", "beds", "300", "张"),
              sum("110121", "nursing_beds", "140", "张")),
          "again.csv",
          List.of(
              sum("110101", "beds", "0.01", "万张"),
              sum("110121", "beds", "310", "张"),
              sum("110101", "nursing_beds", "60", "张")),
          "amended.csv",
          List.of(sum("110121", "beds", "", "张")));

  private static List<String> lines(List<Delivery> sent) {
    return new Revisions(SmallAssessment.scheme())
        .of(sent, SUMS).stream()
            .map(
                one ->
                    String.join(
                        " ",
                        one.file(),
                        one.region(),
                        one.statistic(),
                        one.before(),
                        "->",
                        one.after(),
                        one.change(),
                        one.replaced()))
            .toList();
  }

  @Test
  void listsKeyOldNewAndFileOfEachChange() {
    // again.csv: 0.01 万张 are 100 张, as before; 300 → 310; one value new, one gone.
    // amended.csv takes one back and leaves the rest; gone.csv takes all of them back.
    assertThat(lines(SENT))
        .containsExactly(
            "again.csv 110101 nursing_beds  -> 60 added ",
            "again.csv 110121 beds 300 -> 310 changed first.csv",
            "again.csv 110121 nursing_beds 140 ->  removed first.csv",
            "amended.csv 110121 beds 310 -> missing changed again.csv",
            "gone.csv 110101 beds 100 ->  removed again.csv",
            "gone.csv 110101 nursing_beds 60 ->  removed again.csv",
            "gone.csv 110121 beds missing ->  removed amended.csv");
  }

  @Test
  void isTheSameInWhateverOrderDeliveriesAreListed() {
    List<String> usual = lines(SENT);
    List<LiveDelivery> live = LiveDelivery.asOf(SENT.subList(0, 3), LocalDate.of(2024, 3, 31));
    int orders = 0;
    for (List<Delivery> order : permutations(SENT)) {
      assertThat(lines(order)).isEqualTo(usual);
      List<Delivery> kept = new ArrayList<>(order);
      kept.remove(SENT.get(3));
      assertThat(LiveDelivery.asOf(kept, LocalDate.of(2024, 3, 31))).isEqualTo(live);
      orders++;
    }
    assertThat(orders).isEqualTo(24);
  }

  private static List<List<Delivery>> permutations(List<Delivery> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Delivery>> orders = new ArrayList<>();
    for (Delivery first : all) {
      List<Delivery> rest = new ArrayList<>(all);
      rest.remove(first);
      for (List<Delivery> order : permutations(rest)) {
        List<Delivery> one = new ArrayList<>(List.of(first));
        one.addAll(order);
        orders.add(one);
      }
    }
    return orders;
  }

  @Test
  void looksOnlyAtSlotsWithSeveralDeliveriesUpToTheDay() {
    assertThat(Revisions.ofRestatedSlots(SENT, LocalDate.of(2024, 1, 31))).isEmpty();
    assertThat(Revisions.ofRestatedSlots(SENT, LocalDate.of(2024, 2, 5)))
        .extracting(Delivery::path)
        .containsExactly("again.csv", "first.csv");
  }

  /** Eight publications, one after each restatement; any of them comes out again, byte for byte. */
  @Test
  void makesAnyOfTheLastEightPublicationsAgain() throws Exception {
    SmallAssessment sent = SmallAssessment.delivered();
    for (int i = 1; i <= 7; i++) {
      String table = "表\n代码,地区,床位数,护理型,资金\n110202,西二区,200,%d,120\n".formatted(100 + i);
      sent.deliver(
          "2023Q4/110000/later" + i + ".csv",
          SLOT,
          "2024-02-0" + i,
          i % 3 == 0 ? "full" : "amend",
          Repository.utf8(table));
    }
    SmallRun run = SmallRun.of(sent, temp);
    Map<String, String> publications = new LinkedHashMap<>();
    for (int i = 0; i <= 7; i++) {
      String day = i == 0 ? "2024-01-31" : "2024-02-0" + i;
      run.asOf(day).evaluate("2023Q3", "2023Q4");
      publications.put(day, published(run));
    }
    assertThat(publications.values()).doesNotHaveDuplicates();
    assertThat(CsvRows.lines(run.published("2023Q4/revisions.csv"), "region", "old", "new", "file"))
        .contains(
            "110202|78|101|2023Q4/110000/later1.csv", "110202|101|102|2023Q4/110000/later2.csv")
        .contains("110101|100||2023Q4/110000/later3.csv");
    assertThat(CsvRows.lines(run.published("2023Q3/revisions.csv"), "statistic", "period"))
        .as("of the third quarter only what is counted from January")
        .containsOnly("funds|2023");

    for (String day : List.of("2024-02-03", "2024-01-31", "2024-02-06")) {
      EvaluationRun.Result result = run.asOf(day).evaluate("2023Q3", "2023Q4");
      assertThat(result.filesRead()).isZero();
      assertThat(published(run)).as(day).isEqualTo(publications.get(day));
    }
    SmallRun scratch =
        SmallRun.of(temp.resolve("assessment"), temp.resolve("scratch")).asOf("2024-02-05");
    scratch.evaluate("2023Q3", "2023Q4");
    assertThat(published(scratch))
        .as("step by step and from scratch")
        .isEqualTo(publications.get("2024-02-05"));
  }

  /** A publication is named by the hash of its manifest, which has the hash of every file. */
  private static String published(SmallRun run) throws Exception {
    Path current = run.published("").toRealPath();
    assertThat(Repository.hashes(current)).isNotEmpty();
    return current.getFileName().toString();
  }
}
