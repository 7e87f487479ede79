package io.silvergauge.jobs.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.Fuzz;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lists that people keep beside the data, on what becomes of real ones. */
class FuzzedListsTest {
  private static final int MANY = 2_500;
  private static final Set<String> SOURCES = Set.of("civil_affairs", "health", "planning");

  @Test
  void areReadOrRefused() {
    String deliveries = Repository.text(Repository.path("sample-input/data/deliveries.csv"));
    String first = deliveries.substring(0, deliveries.indexOf('\n', 3_000) + 1);
    Scheme scheme = SmallAssessment.scheme();
    List<String> real =
        List.of(
            first,
            "sender,source,period,due\n110000,civil_affairs,2023Q4,2024-01-20\n",
            Repository.text(Repository.path("sample-input/responses.csv")));
    Fuzz.run(
        31,
        MANY,
        real,
        text -> {
          byte[] content = Repository.utf8(text);
          Faults faults = new Faults();
          for (Delivery delivery : DeliveryList.read("deliveries.csv", content, SOURCES, faults)) {
            assertThat(delivery.path()).doesNotStartWith("/");
            assertThat(List.of(delivery.path().split("/"))).doesNotContain("..");
          }
          ExpectedList.read("expected.csv", content, SOURCES, faults);
          SignatureList.read(content, faults);
          ResponseList.read(content, scheme, List.of(), SmallAssessment.regions(), faults);
          JustificationList.read(
              content, scheme, SmallAssessment.regions(), List.of(Period.parse("2023Q4")), faults);
        });
  }

  @Test
  void nameSlotsByPlacesOnly() {
    Fuzz.run(
        32,
        MANY,
        List.of("2023Q4/410000/civil_affairs.csv", "2023Q4/410000/civil_affairs.east.xlsx"),
        text ->
            DeliveryList.slotOf(text)
                .ifPresent(slot -> assertThat(Slot.parse(slot.toString())).isEqualTo(slot)));
  }
}
