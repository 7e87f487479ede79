package io.silvergauge.indicators.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedSchemeTest {
  private static final Scheme SCHEME = TestFiles.scheme(TestFiles.shippedScheme());

  /**
   * The 20 quantified measures of the Zhengzhou plan of 24 measures: id, operator and threshold as
   * the plan writes it, unit of that threshold, measure, dimension. Norms for single estates
   * (measure 10) and for each county (6, 22) are asked of every estate or county, so their targets
   * are 100 % of them.
   */
  private static final String MEASURES =
      """
      welfare_lottery_share_to_elderly_care, 55, %, 1, service_system
      community_day_care_coverage, 100, %, 2, service_system
      new_residential_facility_compliance, 100, %, 2, service_system
      nursing_bed_share, 50, %, 3, service_system
      primary_care_nursing_bed_share, 30, %, 3, service_system
      rural_tekun_institution_quality, 100, %, 4, service_system
      geriatric_department_share, 65, %, 5, service_system
      county_elder_hospital, 1, each, 6, service_system
      county_primary_care_integrated_facility, 1, each, 6, service_system
      land_per_capita, 0.2, 平方米/人, 10, factor_support
      nursing_home_land_30k_50k, 0.1, estate, 10, factor_support
      new_area_m2_per_100_households, 30, estate, 10, factor_support
      existing_area_m2_per_100_households, 20, estate, 10, factor_support
      existing_area_min_m2, 200, estate, 10, factor_support
      caregiver_preservice_training, 98, %, 13, factor_support
      smart_platform_registration, 80, %, 16, business_model
      disabled_elderly_help_rate, 100, %, 21, age_friendly_environment
      tekun_elderly_visit_rate, 100, %, 21, age_friendly_environment
      age_friendly_communities, 3, each, 22, age_friendly_environment
      age_friendly_medical_share, 80, %, 22, age_friendly_environment
      """;

  /** The items of institutional mechanism: measures 7 to 9 and the notice 发改办社会〔2021〕37号. */
  private static final List<String> MECHANISMS =
      List.of(
          "public_institution_assessment",
          "public_built_private_run",
          "inclusive_policy",
          "conversion_inventory",
          "conversion_standard",
          "conversion_orderly",
          "special_fund");

  private static final List<String> OWN =
      List.of("special_difficulty_monthly_visit_rate", "social_workers_per_1000_elderly");

  private static List<String[]> measures() {
    return MEASURES.lines().map(line -> line.split(", ")).toList();
  }

  private static Indicator indicator(String id) {
    return SCHEME.indicators().stream()
        .filter(indicator -> indicator.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hasTheTwentyQuantifiedTheSevenInstitutionalAndItsOwnIndicators() {
    List<String> expected =
        Stream.of(measures().stream().map(measure -> measure[0]), MECHANISMS.stream(), OWN.stream())
            .flatMap(ids -> ids)
            .toList();
    assertThat(expected).hasSize(29);
    assertThat(SCHEME.indicators())
        .extracting(Indicator::id)
        .containsAll(expected); // the other requirements: ShippedRowsTest
  }

  @Test
  void setsTheThresholdsOfThePlanAndNamesItsMeasures() {
    for (String[] measure : measures()) {
      Indicator indicator = indicator(measure[0]);
      Target target = indicator.target("prefecture").orElseThrow();
      assertThat(target.goal().operator()).as(measure[0]).isEqualTo(Operator.AT_LEAST);
      assertThat(target.by()).as(measure[0]).isEqualTo(Period.parse("2023Q4"));
      assertThat(Arrays.asList(indicator.source().clause().split("; ")))
          .as(measure[0])
          .contains(measure[3]);
      assertThat(indicator.dimension()).as(measure[0]).isEqualTo(measure[4]);
      boolean rate = !Set.of("each", "estate").contains(measure[2]);
      assertThat(target.goal().value())
          .as(measure[0])
          .isEqualByComparingTo(rate ? measure[1] : "100");
      assertThat(indicator.unit()).as(measure[0]).isEqualTo(rate ? measure[2] : "%");
      if (measure[2].equals("each")) {
        Measure.EachUnit each = (Measure.EachUnit) indicator.measure();
        assertThat(each.bar()).as(measure[0]).isEqualByComparingTo(measure[1]);
      }
    }
  }

  @Test
  void asksCountiesOnlyForHospitalsButDistrictsTooForTheRest() {
    // 各县(市): counties and county-level cities; 每个区县(市): districts as well
    assertThat(((Measure.EachUnit) indicator("county_elder_hospital").measure()).units().levels())
        .containsExactlyInAnyOrder("county", "county_level_city");
    for (String id :
        List.of("county_primary_care_integrated_facility", "age_friendly_communities")) {
      assertThat(((Measure.EachUnit) indicator(id).measure()).units().levels())
          .contains("district", "municipality_district", "county", "county_level_city")
          .doesNotContain("development_zone");
    }
  }

  @Test
  void asksWhetherEachInstitutionalItemIsInPlace() {
    for (String id : MECHANISMS) {
      Indicator indicator = indicator(id);
      assertThat(indicator.measure()).as(id).isInstanceOf(Measure.Conditions.class);
      assertThat(indicator.dimension()).as(id).isEqualTo("institutional_mechanism");
      assertThat(indicator.target("prefecture").orElseThrow().goal().value())
          .as(id)
          .isEqualByComparingTo("1");
    }
  }

  /** The national plan for 2025, and ten ministries in 2022 for the monthly visits. */
  @ParameterizedTest
  @CsvSource({
    "nursing_bed_share, 55, %",
    "new_residential_facility_compliance, 100, %",
    "geriatric_department_share, 60, %",
    "special_difficulty_monthly_visit_rate, 100, %",
    "social_workers_per_1000_elderly, 1, 人/千人"
  })
  void holdsTheNationalTargetsOf2025InAProfile(String id, BigDecimal value, String unit) {
    Profile national = SCHEME.profiles().get(0);
    assertThat(national.id()).isEqualTo("national_2025");
    assertThat(national.targets()).hasSize(5);
    Target target = national.target(id, "prefecture").orElseThrow();
    assertThat(target.goal().value()).isEqualByComparingTo(value);
    assertThat(target.by()).isEqualTo(Period.parse("2025Q4"));
    assertThat(indicator(id).unit()).isEqualTo(unit);
  }

  @Test
  void leavesItsOwnIndicatorsOutOfTheCitiesPlan() {
    assertThat(SCHEME.planOf("410100", "prefecture").targets())
        .hasSize(SCHEME.indicators().size() - 3) // and no number is set for the funnel
        .doesNotContainKey("conversion_funnel")
        .doesNotContainKeys(OWN.toArray(String[]::new));
  }

  @Test
  void neverMixesTekunWithSpecialDifficulty() {
    assertThat(indicator("tekun_elderly_visit_rate").measure().inputs())
        .containsExactly("tekun_elderly", "tekun_elderly_visited");
    assertThat(indicator("special_difficulty_monthly_visit_rate").measure().inputs())
        .containsExactly("special_difficulty_elderly", "special_difficulty_elderly_visited");
  }

  @Test
  void hasAFigureInEachDimensionAndUsesEveryStatisticItNames() {
    assertThat(SCHEME.indicators())
        .extracting(Indicator::dimension)
        .contains(
            "service_system",
            "institutional_mechanism",
            "factor_support",
            "business_model",
            "age_friendly_environment");
    Set<String> used = new TreeSet<>();
    SCHEME.indicators().forEach(indicator -> used.addAll(indicator.measure().inputs()));
    assertThat(SCHEME.statistics().keySet()).containsAll(used);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdi", "national"})
  void hasExamplesWithoutFault(String example) {
    TestFiles.scheme(TestFiles.example(example).resolve("scheme.yaml"));
  }

  @Test
  void hasANationalPlanThatFitsItsExample() {
    Faults faults = new Faults();
    Scheme scheme = TestFiles.scheme(TestFiles.example("national").resolve("scheme.yaml"));
    Plan plan =
        PlanReader.read(
                "000000.yaml",
                TestFiles.bytes(TestFiles.example("national").resolve("plans/000000.yaml")),
                scheme,
                faults)
            .orElseThrow();
    assertThat(faults.all()).isEmpty();
    assertThat(plan.targets()).hasSize(6);
  }
}
