package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silvergauge.indicators.statistic.Period;
import org.junit.jupiter.api.Test;

/** Last quarter under this quarter's rules. */
class BridgeTest {
  private static FourIndicators city(String scheme, String period, String first) {
    return new FourIndicators(scheme, Period.parse(period))
        .city("a", "prefecture", first, "80", "20", "-");
  }

  private static Bridge between(String oldScheme, String newScheme, String was, String is) {
    FourIndicators before = city(oldScheme, "2023Q3", was);
    FourIndicators after = city(newScheme, "2023Q4", is);
    return Bridge.between(
            SchemeView.of(before.scheme()),
            before.evaluate("a"),
            SchemeView.of(after.scheme()),
            after.evaluate("a"))
        .orElseThrow();
  }

  /** The first indicator's weight goes from 3 to 1, its value from 40 to 60. */
  @Test
  void tellsTheRulesPartFromTheCitys() {
    // then (3·40 + 80)/4 = 50: 0.6·50 + 0.4·20 = 38; by the new weights (40 + 80)/2 = 60: 44;
    // now (60 + 80)/2 = 70: 50
    Bridge bridge =
        between(
            FourIndicators.SCHEME,
            FourIndicators.SCHEME.replace("weight: 3", "weight: 1"),
            "40",
            "60");
    assertThat(bridge.before()).isEqualByComparingTo("38");
    assertThat(bridge.bridged()).isEqualByComparingTo("44");
    assertThat(bridge.after()).isEqualByComparingTo("50");
    assertThat(bridge.parts())
        .extracting(
            Outlook.ChangePart::cause,
            Outlook.ChangePart::indicator,
            part -> part.points().doubleValue())
        .containsExactly(tuple("weight", null, 6.0), tuple("data", "first", 6.0));
  }

  @Test
  void isThePublishedScoreWhereRulesAreTheSame() {
    Bridge bridge = between(FourIndicators.SCHEME, FourIndicators.SCHEME, "40", "60");
    assertThat(bridge.bridged()).isEqualByComparingTo(bridge.before());
    assertThat(bridge.after()).isEqualByComparingTo("47");
  }

  /** The third indicator's full post goes from 100 to 50. */
  @Test
  void namesTheIndicatorWhoseRuleChanged() {
    String third = "target: {at_least: 50, unit: 个, by: 2024Q4}\n          posts: {zero: 0, full: ";
    String changed =
        FourIndicators.SCHEME.replace(
            third.replace("          posts", "    posts") + "100}",
            third.replace("          posts", "    posts") + "50}");
    assertThat(changed).isNotEqualTo(FourIndicators.SCHEME);
    Bridge bridge = between(FourIndicators.SCHEME, changed, "40", "40");
    // 20 of 100 are 20 points, 20 of 50 are 40: +8
    assertThat(bridge.parts())
        .extracting(
            Outlook.ChangePart::cause,
            Outlook.ChangePart::indicator,
            part -> part.points().doubleValue())
        .containsExactly(tuple("rule", "third", 8.0));
    assertThat(bridge.bridged()).isEqualByComparingTo("46");
  }
}
