package io.silvergauge.indicators.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.finding.FollowUp;
import io.silvergauge.indicators.statistic.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConductReaderTest {
  private static final String CONDUCT =
      SmallCity.text()
          + """

          topics:
            - {id: beds, name: {zh: 床位, en: Beds}, indicators: [nursing_share, all_beds]}
          phases:
            - {id: start, name: {zh: 启动, en: Start}, from: 2021-01, to: 2022-07}
            - {id: work, name: {zh: 实施, en: Work}, from: 2022-08, to: 2023}
          follow_up: {interview_after: 1, circular_after: 2}
          """;

  private static List<String> faults(String text) {
    Faults faults = new Faults();
    assertThat(SchemeReader.read("s.yaml", TestFiles.utf8(text), "", faults)).isEmpty();
    return faults.all().stream().map(fault -> fault.field() + ": " + fault.message().en()).toList();
  }

  @Test
  void readsTopicsPhasesAndLimits() {
    Conduct conduct = TestFiles.scheme(CONDUCT).conduct();
    assertThat(conduct.topics().get(0).indicators()).containsExactly("nursing_share", "all_beds");
    assertThat(conduct.followUp().circularAfter()).isEqualTo(2);
    // a quarter belongs to the phase in which it ends: 2022Q3 ends in September
    assertThat(conduct.phaseOf(Period.parse("2022Q2")).orElseThrow().id()).isEqualTo("start");
    assertThat(conduct.phaseOf(Period.parse("2022Q3")).orElseThrow().id()).isEqualTo("work");
    assertThat(conduct.phaseOf(Period.parse("2023Q4")).orElseThrow().id()).isEqualTo("work");
    assertThat(conduct.phaseOf(Period.parse("2024Q1"))).isEmpty();
    assertThat(conduct.isAsked("work", Period.parse("2022Q2"))).isFalse();
    assertThat(conduct.isAsked("work", Period.parse("2022Q3"))).isTrue();
    assertThat(conduct.isAsked("start", Period.parse("2024Q1"))).isTrue();
    assertThat(conduct.isAsked("", Period.parse("2021Q1"))).isTrue();
  }

  @Test
  void knowsNoneWhereNothingIsSaid() {
    Conduct conduct = TestFiles.scheme(SmallCity.text()).conduct();
    assertThat(conduct.topics()).isEmpty();
    assertThat(conduct.phaseOf(Period.parse("2023Q4"))).isEmpty();
    assertThat(conduct.followUp()).isEqualTo(FollowUp.NONE);
  }

  @Test
  void tellsEveryFaultAtOnce() {
    String faulty =
        CONDUCT
            .replace("indicators: [nursing_share, all_beds]", "indicators: [nursing_shore]")
            .replace("{id: beds,", "{id: care,")
            .replace("from: 2022-08", "from: 2022-07")
            .replace("circular_after: 2", "circular_after: 1")
            .replace("conditions: {of: policy}", "conditions: {of: policy}, phase: worc");
    assertThat(faults(faulty))
        .containsExactlyInAnyOrder(
            "topics[0].id: 'care' stands twice or is the id of a dimension or indicator",
            "topics[0].indicators: unknown indicator 'nursing_shore'; did you mean 'nursing_share'?",
            "phases[1].from: must come after the end of the phase before, 2022-07",
            "follow_up.circular_after: a circular (after 1 quarters) must come after the interview"
                + " (after 1)",
            "indicators[12].phase: unknown phase 'worc'; did you mean 'work'?");
  }
}
