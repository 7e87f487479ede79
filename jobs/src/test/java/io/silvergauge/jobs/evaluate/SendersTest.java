package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.SmallAssessment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 110100 and 110200 lie in 110000, 120100 in 120000. */
class SendersTest {
  private static Map<String, List<String>> cities(Set<String> sending, Set<String> owing) {
    return Senders.cities(
        SmallAssessment.regions(), sending, owing, List.of("110100", "110200", "120100"));
  }

  @Test
  void aCityStaysWithThoseWhoSendThoughOneNearerOwes() {
    assertThat(cities(Set.of("110000"), Set.of("110100")))
        .isEqualTo(Map.of("110000", List.of("110100", "110200"), "110100", List.of()));
  }

  @Test
  void whoOnlyOwesHasTheCitiesForWhichNobodySends() {
    assertThat(cities(Set.of("110000", "110200"), Set.of("120000")))
        .isEqualTo(
            Map.of(
                "110000", List.of("110100"),
                "110200", List.of("110200"),
                "120000", List.of("120100")));
  }
}
