package io.silvergauge.indicators.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecialTest {
  private static final Scheme SCHEME =
      TestFiles.scheme(
          SmallCity.text()
                  .replace(
                      "dimensions:",
                      "dimensions:\n  - {id: rules, name: {zh: 制度, en: Rules}, weight: 3}")
                  .replace(
                      "en: Policy in place}, dimension: care",
                      "en: Policy in place}, dimension: rules")
              + """

              topics:
                - {id: beds, name: {zh: 床位, en: Beds}, indicators: [nursing_share, all_beds]}
              checks:
                - {id: b, level: 1, severity: warning, message: {zh: 多, en: many}, holds: nursing_beds <= institution_beds}
                - {id: v, level: 1, severity: warning, message: {zh: 多, en: many}, holds: visited <= listed}
              """);

  private static List<String> indicators(String... nodes) {
    return Special.of(SCHEME, List.of(nodes)).scheme().indicators().stream()
        .map(Indicator::id)
        .toList();
  }

  @Test
  void isAboutDimensionsTopicsAndIndicators() {
    assertThat(indicators("rules")).containsExactly("has_policy");
    assertThat(indicators("beds")).containsExactly("nursing_share", "all_beds");
    assertThat(indicators("stated", "rules", "beds"))
        .containsExactly("nursing_share", "all_beds", "stated", "has_policy");
    assertThat(indicators("care")).hasSize(SCHEME.indicators().size() - 1);
  }

  @Test
  void keepsOfTheRuleBookWhatBelongsToIt() {
    Special special = Special.of(SCHEME, List.of("beds"));
    assertThat(special.scheme().groups()).extracting(Group::id).containsExactly("care", "total");
    assertThat(special.scheme().checks()).extracting(check -> check.id()).containsExactly("b");
    // what is read stays the same, so that no file is read again
    assertThat(special.scheme().statistics()).isEqualTo(SCHEME.statistics());
    assertThat(special.plan(SCHEME.planOf("410100", "prefecture")).targets())
        .containsOnlyKeys("nursing_share");
  }

  @Test
  void isNamedByItsNodesWhateverTheirOrder() {
    Special special = Special.of(SCHEME, List.of("rules", "beds", "rules"));
    assertThat(special.id()).isEqualTo("beds.rules");
    assertThat(special.name().en()).isEqualTo("Beds, Rules");
    assertThat(special.nodes()).containsExactly("beds", "rules");
  }

  @Test
  void namesEveryUnknownNodeWithWhatWasProbablyMeant() {
    assertThatThrownBy(() -> Special.of(SCHEME, List.of("bed", "rules", "nowhere_at_all")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "the scheme has no dimension, topic or indicator 'bed'; did you mean 'beds'?; the scheme"
                + " has no dimension, topic or indicator 'nowhere_at_all'");
  }
}
