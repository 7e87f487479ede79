package io.silvergauge.indicators.evaluation;

import static io.silvergauge.indicators.SmallCity.CITY;
import static io.silvergauge.indicators.SmallCity.COUNTY;
import static io.silvergauge.indicators.SmallCity.DISTRICT;
import static io.silvergauge.indicators.TestFiles.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.explanation.Explainer;
import io.silvergauge.indicators.explanation.Explanation;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.FindingKind;
import io.silvergauge.indicators.finding.FindingSeries;
import io.silvergauge.indicators.finding.FollowUp;
import io.silvergauge.indicators.finding.Issue;
import io.silvergauge.indicators.finding.Sighting;
import io.silvergauge.indicators.scheme.ResultKind;
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

  /** A figure a head is asked of a unit as of the city, a number of beds is not. */
  @Test
  void namesTheUnitsOfAnyRatioAndOfNoCount() {
    String text = SmallCity.text();
    String wanted =
        changed(
            changed(
                text,
                "unit: 人/千人}, better: higher, weight: 1",
                "unit: 人/千人}, better: higher, weight: 1,"
                    + " target: {at_least: 2, unit: 人/千人, by: 2023Q4}"),
            "count: {of: institution_beds}, better: higher, weight: 1",
            "count: {of: institution_beds}, better: higher, weight: 1,"
                + " target: {at_least: 500, unit: 张, by: 2023Q4}");
    Scheme scheme = TestFiles.scheme(wanted);
    // 1, 3 and 1.5 a thousand, together 5.5 of 4,000 = 1.375
    SmallCity city =
        new SmallCity(scheme)
            .unitsSay("social_workers", QUARTER, "1", "3", "1.5")
            .unitsSay("persons", QUARTER, "1000", "1000", "2000")
            .unitsSay("institution_beds", QUARTER, "100", "50", "50");
    assertThat(seen(scheme, city).issues().get("target.workers_per_1000").places())
        .extracting(Finding.Place::code, place -> place.detail().en())
        .containsExactly(tuple(SmallCity.COUNTY_CITY, "0.75"), tuple(DISTRICT, "1"));
    assertThat(seen(scheme, city).issues().get("target.all_beds").places()).isEmpty();
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

  private static final String MONTHLY =
      SmallCity.text()
          + """

          checks:
            - id: known
              level: 2
              severity: warning
              message: {zh: "{visited} 多于 {listed}", en: "{visited} above {listed}"}
              holds: visited <= listed
            - {id: silent, level: 4, severity: warning, message: {zh: 未报, en: nothing sent}, expected_leaves: {of: households}}
          """;

  /** The county visits 11, 9 and 12 of 10: December is what the quarter shows. */
  private static SmallCity visits(Scheme scheme) {
    SmallCity city = new SmallCity(scheme).unitsSay("households", QUARTER, "5", "5");
    String[] county = {"11", "9", "12"};
    for (int i = 0; i < county.length; i++) {
      city.unitsSay("listed", "2023-1" + i, "10", "10", "10")
          .unitsSay("visited", "2023-1" + i, "8", county[i], "8");
    }
    return city;
  }

  @Test
  void aFindingSaysWhatEachMonthShows() {
    Scheme scheme = TestFiles.scheme(MONTHLY);
    Issue issue = seen(scheme, visits(scheme)).issues().get("check.known." + COUNTY);
    assertThat(issue.what().en()).isEqualTo("12 above 10; 2023-10: 11 above 10");
    assertThat(issue.what().zh()).isEqualTo("12 多于 10；2023-10：11 多于 10");
    // the unit, and two values of each of two months
    assertThat(issue.places()).hasSize(5);
  }

  /** Two months of one check are two reasons; one that saw nothing says so of its figure alone. */
  @Test
  void anExplanationHoldsEveryCheckOfItsFigure() {
    Scheme scheme = TestFiles.scheme(MONTHLY);
    RegionEvaluation city = evaluation(scheme, visits(scheme), QUARTER);
    Explainer explainer = new Explainer(evaluationOf(scheme, city), city);
    assertThat(checks(explainer, "visits_min"))
        .containsExactly(
            "check.visits_min.known.410122 12 above 10",
            "check.visits_min.known.410122.2 2023-10: 11 above 10");
    assertThat(checks(explainer, "floor_per_100"))
        .containsExactly("check.floor_per_100.silent.410181 nothing sent");
    assertThat(checks(explainer, "nursing_share")).isEmpty();
  }

  private static List<String> checks(Explainer explainer, String indicator) {
    return explainer.explain(ResultKind.STANDING, indicator).orElseThrow().below().stream()
        .filter(one -> one.kind() == Explanation.Kind.CHECK)
        .map(one -> one.id() + " " + one.value().en())
        .toList();
  }

  private static Evaluation evaluationOf(Scheme scheme, RegionEvaluation city) {
    return new Evaluation(
        Evaluation.MODEL,
        new Bilingual("评估", "Evaluation"),
        Bilingual.EMPTY,
        QUARTER,
        "2024-01-31",
        "a".repeat(64),
        ConductView.NONE,
        SchemeView.of(scheme),
        Comparison.rows(List.of(city)),
        List.of(),
        0,
        List.of(),
        null,
        List.of());
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
