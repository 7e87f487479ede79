package io.silvergauge.indicators.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of findings from quarter to quarter; the gaps of 2023Q1, Q2 … stand in each test.
 */
class FindingSeriesTest {
  private static final FollowUp LIMITS = new FollowUp(1, 2, Set.of());

  /** A gap in each quarter from 2023Q1; {@code -} for not found, {@code ?} for cannot tell. */
  private static List<Sighting> quarters(String... gaps) {
    List<Sighting> sightings = new ArrayList<>();
    Period period = Period.parse("2023Q1");
    for (String gap : gaps) {
      sightings.add(
          gap.equals("-") || gap.equals("?")
              ? Sighting.of(period, List.of(), gap.equals("?") ? Set.of("target.beds") : Set.of())
              : Sighting.of(period, List.of(issue(gap)), Set.of()));
      period = period.earlier(-1);
    }
    return sightings;
  }

  private static Issue issue(String gap) {
    return Issue.of(
        FindingKind.TARGET,
        "beds",
        "",
        new Bilingual("床位", "Beds"),
        Bilingual.of("差 %s", "short by %s", gap),
        gap.equals("x") ? null : new BigDecimal(gap),
        List.of(new Finding.Place("410122", new Bilingual("中牟县", ""), Bilingual.EMPTY)),
        "civil_affairs",
        new Bilingual("增加床位", "add beds"));
  }

  private static Finding only(List<Sighting> sightings, Response... said) {
    List<Finding> findings = FindingSeries.of("410100", sightings, LIMITS, List.of(said));
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "5, new, 2023Q1, ",
    "5 5, open, 2023Q1, interview",
    "5 4, improving, 2023Q1, interview",
    "5 6, worse, 2023Q1, interview",
    "5 4 4, open, 2023Q1, circular",
    "5 4 5, worse, 2023Q1, circular", // nearer in Q2, farther again in Q3
    "5 x, open, 2023Q1, interview", // found, but not how far short
    "5 x 4, improving, 2023Q1, circular", // held against the last gap that is known
    "- - 5, new, 2023Q3, ",
    "5 -, corrected, 2023Q1, ",
    "5 - 3, reopened, 2023Q3, ", // time runs anew
    "5 - 3 2, improving, 2023Q3, interview",
    "5 - 3 4 4, open, 2023Q3, circular",
    "5 ?, open, 2023Q1, interview", // no figure is no correction
    "5 ? 3, improving, 2023Q1, circular",
    "5 ? -, corrected, 2023Q1, ",
    "5 - 3 -, corrected, 2023Q3, ",
  })
  void followsFromTheQuarters(String gaps, String state, String since, String overdue) {
    Finding finding = only(quarters(gaps.split(" ")));
    assertThat(finding.state()).isEqualTo(state);
    assertThat(finding.since()).isEqualTo(since);
    assertThat(finding.overdue()).isEqualTo(overdue);
    assertThat(finding.id()).isEqualTo("410100.target.beds");
  }

  /** 1 is no part of 15. */
  @Test
  void saysEverythingThatHasOneKeyOnce() {
    Sighting seen =
        Sighting.of(
            Period.parse("2023Q1"), List.of(issue("15"), issue("1"), issue("15")), List.of());
    assertThat(seen.issues().get("target.beds").what())
        .isEqualTo(new Bilingual("差 15；差 1", "short by 15; short by 1"));
  }

  @Test
  void correctedFindingsShowOnceAndUnknownOnesOnlyIfTheyWereOpen() {
    assertThat(FindingSeries.of("410100", quarters("5", "-", "-"), LIMITS, List.of())).isEmpty();
    assertThat(FindingSeries.of("410100", quarters("5", "-", "?"), LIMITS, List.of())).isEmpty();
    assertThat(FindingSeries.of("410100", quarters("?"), LIMITS, List.of())).isEmpty();
    assertThat(FindingSeries.of("410100", List.of(), LIMITS, List.of())).isEmpty();
  }

  @Test
  void keepsTheWayItWent() {
    Finding finding = only(quarters("5", "4", "?", "-", "6"));
    assertThat(finding.history())
        .extracting(step -> step.period() + " " + step.state() + " " + step.gap())
        .containsExactly(
            "2023Q1 new 5",
            "2023Q2 improving 4",
            "2023Q3 open null",
            "2023Q4 corrected null",
            "2024Q1 reopened 6");
    assertThat(finding.first()).isEqualTo("2023Q1");
    assertThat(finding.due()).isEqualTo("2024-06-30"); // a quarter after 2024Q1
  }

  @Test
  void saysWhatItWasWhereThePeriodCannotTellOrItIsPutRight() {
    assertThat(only(quarters("5", "?")).what().en())
        .isEqualTo("this period cannot tell; before: short by 5");
    assertThat(only(quarters("5", "?")).gap()).isNull();
    Finding corrected = only(quarters("5", "-"));
    assertThat(corrected.what().en()).isEqualTo("before: short by 5");
    assertThat(corrected.suggestion()).isEqualTo(Bilingual.EMPTY);
    assertThat(corrected.next().en()).isEqualTo("verify and close");
    assertThat(corrected.stillOpen()).isFalse();
  }

  /** Thresholds count quarters, not evaluations: two are missing between 2023Q1 and 2023Q4. */
  @Test
  void countsQuartersThatWereNotEvaluated() {
    List<Sighting> sparse =
        List.of(
            Sighting.of(Period.parse("2023Q1"), List.of(issue("5")), Set.of()),
            Sighting.of(Period.parse("2023Q4"), List.of(issue("5")), Set.of()));
    assertThat(
            FindingSeries.of("410100", sparse, new FollowUp(3, 4, Set.of()), List.of())
                .get(0)
                .overdue())
        .isEqualTo("interview");
    assertThat(
            FindingSeries.of("410100", sparse, new FollowUp(0, 3, Set.of()), List.of())
                .get(0)
                .overdue())
        .isEqualTo("circular");
  }

  @Test
  void isNeverOverdueWithoutLimits() {
    Finding finding =
        FindingSeries.of("410100", quarters("5", "5", "5"), FollowUp.NONE, List.of()).get(0);
    assertThat(finding.overdue()).isNull();
    assertThat(finding.due()).isNull();
    assertThat(finding.next().en()).isEqualTo("put right");
  }

  @Test
  void refusesACircularBeforeTheInterview() {
    assertThatThrownBy(() -> new FollowUp(2, 2, Set.of()))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            e -> assertThat(e.text().en()).contains("must come after the interview (after 2)"));
  }

  @Test
  void tellsWhatIsNext() {
    assertThat(only(quarters("5")).next().en()).isEqualTo("put right by 2023-06-30");
    assertThat(only(quarters("5", "5")).next().zh()).isEqualTo("逾期：约谈");
    assertThat(only(quarters("5", "5", "5")).next().zh()).isEqualTo("逾期：通报");
    Response objection = said("410100.target.beds", Response.OBJECTION, null);
    assertThat(only(quarters("5", "5"), objection).next().en())
        .isEqualTo("decide on the objection");
    assertThat(
            only(quarters("5", "5"), objection, said("beds", Response.DECISION, Response.UPHELD))
                .next()
                .en())
        .startsWith("the objection holds");
    assertThat(
            only(quarters("5", "5"), objection, said("beds", Response.DECISION, Response.REJECTED))
                .next()
                .en())
        .isEqualTo("overdue: call in for an interview");
  }

  @Test
  void hasWhatWasSaidToItOrItsIndicatorAndNothingElse() {
    Response own = said("410100.target.beds", Response.RESPONSE, null);
    Response ofIndicator = said("beds", Response.RESPONSE, null);
    Response other = said("410100.figure.beds", Response.RESPONSE, null);
    assertThat(only(quarters("5"), own, ofIndicator, other).responses())
        .containsExactly(own, ofIndicator);
  }

  private static Response said(String about, String kind, String decision) {
    return new Response(
        "410100", about, kind, Bilingual.same("text"), "author", "2023-07-01", decision);
  }

  @Test
  void listsByKindAndPutsTheSameThingOfOnePeriodTogether() {
    Issue check =
        Issue.of(
            FindingKind.CHECK,
            "jump",
            "410122",
            Bilingual.EMPTY,
            Bilingual.EMPTY,
            null,
            List.of(new Finding.Place("a.csv", Bilingual.EMPTY, Bilingual.same("row 3"))),
            "",
            Bilingual.EMPTY);
    Issue again =
        Issue.of(
            FindingKind.CHECK,
            "jump",
            "410122",
            Bilingual.EMPTY,
            Bilingual.EMPTY,
            null,
            List.of(new Finding.Place("a.csv", Bilingual.EMPTY, Bilingual.same("row 4"))),
            "",
            Bilingual.EMPTY);
    List<Finding> findings =
        FindingSeries.of(
            "410100",
            List.of(
                Sighting.of(Period.parse("2023Q1"), List.of(check, again, issue("5")), Set.of())),
            LIMITS,
            List.of());
    assertThat(findings)
        .extracting(Finding::id)
        .containsExactly("410100.target.beds", "410100.check.jump.410122");
    assertThat(findings.get(1).placesCount()).isEqualTo(2);
  }
}
