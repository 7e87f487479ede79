package io.silvergauge.indicators.evaluation;

import static io.silvergauge.indicators.SmallCity.CITY;
import static io.silvergauge.indicators.SmallCity.COUNTY;
import static io.silvergauge.indicators.SmallCity.DISTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.FindingKind;
import io.silvergauge.indicators.finding.FindingSeries;
import io.silvergauge.indicators.finding.FollowUp;
import io.silvergauge.indicators.finding.Issue;
import io.silvergauge.indicators.finding.Sighting;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssueFinderTest {
  private static final String QUARTER = "2023Q4";

  private static final String EVIDENCE =
      SmallCity.text()
              .replace("conditions: {of: policy}", "conditions: {of: policy}, evidence: [文件]")
          + "\nfollow_up: {interview_after: 1, evidence_for: [conditions]}\n";

  private static RegionEvaluation evaluation(Scheme scheme, SmallCity city, String period) {
    return RegionEvaluator.evaluate(
        scheme,
        SmallCity.TREE,
        scheme.planOf(CITY, "prefecture"),
        "illustrative",
        city.reported(),
        Period.parse(period));
  }

  private static Sighting seen(Scheme scheme, SmallCity city) {
    return new IssueFinder(scheme, scheme.planOf(CITY, "prefecture"))
        .find(evaluation(scheme, city, QUARTER), List.of());
  }

  private static Scheme small() {
    return TestFiles.scheme(SmallCity.text());
  }

  @Test
  void findsATargetThatIsMissedWithWhatWouldReachIt() {
    // By hand: 30 + 20 + 40 = 90 of 100 + 50 + 50 = 200 are 45 %; 50 % are 100, ten more
    SmallCity city =
        new SmallCity()
            .unitsSay("nursing_beds", QUARTER, "30", "20", "40")
            .unitsSay("institution_beds", QUARTER, "100", "50", "50");
    Issue issue = seen(small(), city).issues().get("target.nursing_share");
    assertThat(issue.gap()).isEqualByComparingTo("5");
    assertThat(issue.target()).isEqualByComparingTo("50");
    assertThat(issue.by()).isEqualTo("2023Q4");
    assertThat(issue.what().zh()).isEqualTo("45%，要求 ≥ 50%，相差 5%");
    assertThat(issue.what().en()).isEqualTo("45 %, asked is ≥ 50 %, 5 % short");
    assertThat(issue.suggestion().en())
        .isEqualTo("raise 'Nursing beds' by at least 10 (now 90; 'Beds' staying at 200)");
    // 30 and 40 % fall short, the worst first; 80 % does not
    assertThat(issue.places()).extracting(Finding.Place::code).containsExactly(DISTRICT, COUNTY);
    assertThat(issue.places().get(0).detail().zh()).isEqualTo("30");
  }

  @Test
  void neverRoundsAShortfallAway() {
    // By hand: 499,999 of 1,000,000 are 49.9999 %; two decimals would say 50.00
    SmallCity city =
        new SmallCity()
            .unitsSay("nursing_beds", QUARTER, "499999", "0", "0")
            .unitsSay("institution_beds", QUARTER, "1000000", "0", "0");
    assertThat(seen(small(), city).issues().get("target.nursing_share").what().en())
        .isEqualTo("49.9999 %, asked is ≥ 50 %, 0.0001 % short");
  }

  @Test
  void findsNothingWhereTheTargetIsMetOrNotDue() {
    SmallCity city =
        new SmallCity()
            .unitsSay("nursing_beds", QUARTER, "50", "25", "25")
            .unitsSay("institution_beds", QUARTER, "100", "50", "50");
    assertThat(seen(small(), city).issues()).doesNotContainKey("target.nursing_share");
    SmallCity early =
        new SmallCity()
            .unitsSay("nursing_beds", "2023Q3", "30", "20", "40")
            .unitsSay("institution_beds", "2023Q3", "100", "50", "50");
    assertThat(
            new IssueFinder(small(), small().planOf(CITY, "prefecture"))
                .find(evaluation(small(), early, "2023Q3"), List.of())
                .issues())
        .doesNotContainKey("target.nursing_share");
  }

  @Test
  void aFigureThatIsMissingIsFoundAndLeavesItsTargetUndecided() {
    SmallCity city =
        new SmallCity()
            .unitsSay("nursing_beds", QUARTER, "30", "20")
            .unitsSay("institution_beds", QUARTER, "100", "50", "50");
    Sighting seen = seen(small(), city);
    Issue issue = seen.issues().get("figure.nursing_share");
    assertThat(issue.gap()).isEqualByComparingTo("1"); // one of three units
    assertThat(issue.what().en()).startsWith("incomplete: ");
    assertThat(issue.places())
        .extracting(Finding.Place::code)
        .containsExactly(SmallCity.COUNTY_CITY);
    assertThat(issue.suggestion().zh()).startsWith("补报缺少的数据");
    assertThat(seen.undecided()).contains("target.nursing_share");
    // not in the plan and without posts: nobody asks for it
    assertThat(seen.issues()).doesNotContainKey("figure.nursing_share_paired");
  }

  @Test
  void whatIsNotInPlaceAndWhatNoDocumentSupportsAreTwoThings() {
    Scheme scheme = TestFiles.scheme(EVIDENCE);
    assertThat(scheme.conduct().followUp().interviewAfter()).isEqualTo(1);
    Sighting absent = seen(scheme, new SmallCity(scheme).says(CITY, "policy", QUARTER, "0"));
    assertThat(absent.issues().get("target.has_policy").what().en())
        .isEqualTo("'Policy in place' is not in place");
    assertThat(absent.issues().get("target.has_policy").suggestion().en())
        .isEqualTo("put it in place and send: 文件");
    assertThat(absent.issues()).doesNotContainKey("evidence.has_policy");
    Sighting bare = seen(scheme, new SmallCity(scheme).says(CITY, "policy", QUARTER, "1"));
    assertThat(bare.issues()).doesNotContainKey("target.has_policy");
    assertThat(bare.issues().get("evidence.has_policy").suggestion().zh()).contains("文件");
    Sighting shown =
        seen(
            scheme,
            new SmallCity(scheme)
                .resting("郑政〔2023〕1号", "2023-11-01", ValueStatus.EVIDENCED)
                .says(CITY, "policy", QUARTER, "1"));
    assertThat(shown.issues()).doesNotContainKey("evidence.has_policy");
  }

  private static final String CHECKED =
      SmallCity.text()
          + """

          checks:
            - id: parts
              level: 2
              severity: warning
              message: {zh: "{nursing_beds} 多于 {institution_beds}", en: "{nursing_beds} above {institution_beds}"}
              holds: nursing_beds <= institution_beds
          """;

  private static SmallCity tooMany(Scheme scheme) {
    return new SmallCity(scheme)
        .unitsSay("nursing_beds", QUARTER, "30", "60", "40")
        .unitsSay("institution_beds", QUARTER, "100", "50", "50");
  }

  @Test
  void aBrokenRuleNamesTheUnitAndWhereTheValuesStand() {
    Scheme scheme = TestFiles.scheme(CHECKED);
    Issue issue = seen(scheme, tooMany(scheme)).issues().get("check.parts." + COUNTY);
    assertThat(issue.kind()).isEqualTo(FindingKind.CHECK);
    assertThat(issue.what().en()).isEqualTo("60 above 50");
    assertThat(issue.places())
        .extracting(place -> place.code() + " " + place.detail().en())
        .containsExactly(
            COUNTY + " ",
            "civil_affairs/410000/all.csv row 5 institution_beds = 50",
            "civil_affairs/410000/all.csv row 2 nursing_beds = 60");
  }

  @Test
  void aJustifiedWarningIsNoFinding() {
    Scheme scheme = TestFiles.scheme(CHECKED);
    RegionEvaluation justified =
        evaluation(scheme, tooMany(scheme), QUARTER)
            .justified(
                List.of(
                    new Justification(
                        "parts",
                        COUNTY,
                        QUARTER,
                        Bilingual.same("counted twice"),
                        "county office",
                        LocalDate.parse("2024-01-10"))));
    assertThat(
            new IssueFinder(scheme, scheme.planOf(CITY, "prefecture"))
                .find(justified, List.of())
                .issues())
        .doesNotContainKey("check.parts." + COUNTY);
  }

  /** The rule cannot be broken where its values are missing: that is no correction. */
  @Test
  void aRuleThatSeesNothingStaysBroken() {
    Scheme scheme = TestFiles.scheme(CHECKED);
    SmallCity before =
        new SmallCity(scheme)
            .unitsSay("nursing_beds", "2023Q3", "30", "60", "40")
            .unitsSay("institution_beds", "2023Q3", "100", "50", "50");
    IssueFinder finder = new IssueFinder(scheme, scheme.planOf(CITY, "prefecture"));
    List<Sighting> two =
        List.of(
            finder.find(evaluation(scheme, before, "2023Q3"), List.of()),
            finder.find(evaluation(scheme, new SmallCity(scheme), QUARTER), List.of()));
    assertThat(FindingSeries.of(CITY, two, FollowUp.NONE, List.of()))
        .filteredOn(finding -> finding.kind().equals("check"))
        .extracting(finding -> finding.id() + " " + finding.state())
        .containsExactly("410100.check.parts." + COUNTY + " open");
  }

  @Test
  void takesWhatFilesTellAsItIsGiven() {
    Issue lapse =
        Issue.of(
            FindingKind.DELIVERY,
            "civil_affairs",
            "410000",
            Bilingual.EMPTY,
            Bilingual.EMPTY,
            null,
            List.of(),
            "",
            Bilingual.EMPTY);
    Sighting seen =
        new IssueFinder(small(), small().planOf(CITY, "prefecture"))
            .find(evaluation(small(), new SmallCity(), QUARTER), List.of(lapse));
    assertThat(seen.issues()).containsEntry("delivery.civil_affairs.410000", lapse);
  }
}
