package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.RegionEvaluation.ClassOf;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CityClassesTest {
  private static final Scheme SCHEME =
      TestFiles.scheme(
          SmallCity.text()
              + """

              classifications:
                - id: beds
                  name: {zh: 床位规模, en: Beds}
                  count: {of: institution_beds}
                  classes:
                    - {id: many, name: {zh: 多, en: Many}, from: 8000}
                    - {id: few, name: {zh: 少, en: Few}, from: 10}
                - id: nursing
                  name: {zh: 护理型占比, en: Nursing share}
                  share: {of: nursing_beds, in: institution_beds}
                  classes:
                    - {id: half, name: {zh: 过半, en: Half}, from: 50}
                    - {id: less, name: {zh: 不足, en: Less}, from: 0}
                - id: area
                  name: {zh: 地区, en: Area}
                  classes:
                    - {id: here, name: {zh: 本市, en: Here}, regions: "410100"}
                    - {id: east, name: {zh: 东部, en: East}, regions: "320000"}
              """);

  private static RegionEvaluation evaluated(SmallCity city) {
    return RegionEvaluator.evaluate(
        SCHEME,
        SmallCity.TREE,
        SCHEME.planOf(SmallCity.CITY, "prefecture"),
        "confirmed",
        city.reported(),
        Period.parse("2023Q4"));
  }

  /** By hand: 5,000 + 2,500 + 500 = 8,000 beds are at the bound, 4,000 / 8,000 = 50 % as well. */
  @Test
  void countsBoundsIntoTheClassAboveThem() {
    RegionEvaluation city =
        evaluated(
            new SmallCity(SCHEME)
                .unitsSay("institution_beds", "2023Q4", "5000", "2500", "500")
                .unitsSay("nursing_beds", "2023Q4", "3000", "1000", "0"));
    assertThat(city.region().classes())
        .containsExactly(
            new ClassOf("beds", "many", new BigDecimal("8000"), null),
            new ClassOf("nursing", "half", new BigDecimal("50"), null),
            new ClassOf("area", "here", null, null));
    assertThat(SchemaFiles.errors("region-evaluation", EvaluationJson.tree(city))).isEmpty();
  }

  /** What one unit did not report keeps the city from being measured, and nothing is taken as 0. */
  @Test
  void saysWhyACityIsInNoClass() {
    RegionEvaluation city =
        evaluated(new SmallCity(SCHEME).unitsSay("institution_beds", "2023Q4", "5000", "2500"));
    ClassOf beds = city.region().in("beds").orElseThrow();
    assertThat(beds.id()).isNull();
    assertThat(beds.amount()).isNull();
    assertThat(beds.reason().en()).startsWith("incomplete: ").contains("410181");
    assertThat(SchemaFiles.errors("region-evaluation", EvaluationJson.tree(city))).isEmpty();
  }

  @Test
  void keepsWhatWasMeasuredBelowAllClasses() {
    RegionEvaluation city =
        evaluated(
            new SmallCity(SCHEME)
                .unitsSay("institution_beds", "2023Q4", "5", "4", "0")
                .unitsSay("nursing_beds", "2023Q4", "0", "0", "0"));
    assertThat(city.region().in("beds"))
        .contains(
            new ClassOf(
                "beds",
                null,
                new BigDecimal("9"),
                new Bilingual("低于各类下限", "it is below the lowest class")));
  }

  @Test
  void showsInTheModelByWhatCitiesAreToldApart() {
    SchemeView view = SchemeView.of(SCHEME);
    assertThat(view.classifications().get(1).unit()).isEqualTo("%");
    assertThat(view.classifications().get(1).statistics())
        .containsExactly("institution_beds", "nursing_beds");
    assertThat(view.classifications().get(0).find("few").orElseThrow().from())
        .isEqualByComparingTo("10");
  }
}
