package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.statistic.Fill;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.Slot;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenPeriodsTest {
  private static Batch read(String period, String statistic, LocalDate received, String slot) {
    byte[] content =
        Repository.utf8(
            "region_code,period,statistic,value,unit\n110101,%s,%s,5,\n"
                .formatted(period, statistic));
    Delivery delivery =
        new Delivery(
            "a.csv", Sha256.of(content), "110000", received, Slot.parse(slot), Delivery.Mode.FULL);
    return DeliveryReader.read(content, delivery, Sent.plain(), withFlow());
  }

  /** The small scheme and a statistic of what happens over a time. */
  private static ReadingContext withFlow() {
    Map<String, Statistic> statistics = new TreeMap<>(Sent.CONTEXT.statistics());
    Statistic visited = statistics.get("visited");
    statistics.put(
        "visits",
        new Statistic(
            "visits",
            visited.name(),
            "人",
            false,
            visited.grain(),
            TimeKind.FLOW,
            Fill.SUM,
            0,
            "",
            visited.most(),
            false,
            ""));
    return new ReadingContext(
        statistics,
        Sent.CONTEXT.units(),
        Sent.CONTEXT.regionEnds(),
        Sent.CONTEXT.names(),
        Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "2023年四季度, beds, 2023Q4",
    "2023年12月, beds, 2023-12",
    "2023年末, beds, 2023-12",
    "2023年四季度末, beds, 2023-12",
    "2023年1-9月, visits, 2023-01/2023-09",
    "2023年1-12月, visits, 2023"
  })
  void readsAPeriodHoweverItIsWritten(String written, String statistic, String period) {
    Batch batch = read(written, statistic, LocalDate.of(2024, 1, 15), "long/110000/2023/all");
    assertThat(batch.rejects()).isEmpty();
    assertThat(batch.observations()).hasSize(1);
    assertThat(batch.observations().get(0).period()).hasToString(period);
  }

  @Test
  void takesNoLevelAtTheEndForWhatHappensOverATime() {
    Batch batch = read("2023年末", "visits", LocalDate.of(2024, 1, 15), "long/110000/2023/all");
    assertThat(batch.observations()).isEmpty();
    Reject reject = batch.rejects().get(0);
    assertThat(reject.reason()).isEqualTo(RejectReason.IMPOSSIBLE_PERIOD);
    assertThat(reject.message().en())
        .contains("'2023年末' is a day, but 'Visited' is what happens over a time");
  }

  @Test
  void takesNoLevelAtAnEndThatHasNotCome() {
    Batch early = read("2023年末", "beds", LocalDate.of(2023, 12, 10), "long/110000/2023/all");
    assertThat(early.rejects().get(0).reason()).isEqualTo(RejectReason.IMPOSSIBLE_PERIOD);
    assertThat(early.rejects().get(0).message().en())
        .contains("'2023年末' lies after 2023-12-10, when the file was received");
    assertThat(read("2023年末", "beds", LocalDate.of(2023, 12, 31), "long/110000/2023/all").rejects())
        .isEmpty();
  }
}
