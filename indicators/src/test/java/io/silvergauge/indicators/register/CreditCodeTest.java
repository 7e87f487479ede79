package io.silvergauge.indicators.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  /** Codes of listed companies, as they stand in their published annual reports. */
  @ParameterizedTest
  @ValueSource(strings = {"91330100799655058B", "9144030071526726XG", "91110000802100433B"})
  void realCodesAreValid(String code) {
    assertThat(CreditCode.isValid(code)).isTrue();
  }

  /** By hand: 1 at place 0 counts 1, so the check value is 31 - 1 = 30, the last character. */
  @Test
  void checkCharacterMakesUpAMultipleOf31() {
    assertThat(CreditCode.check("10000000000000000")).isEqualTo('Y');
    assertThat(CreditCode.check("00000000000000000")).isEqualTo('0');
    // 2 at place 1 counts 2 × 3 = 6: 31 - 6 = 25, which is R (… N P Q R).
    assertThat(CreditCode.check("02000000000000000")).isEqualTo('R');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91330100799655058C", // other check character
        "91330100799655085B", // two digits changed places
        "9133010079965505B", // too short
        "91330100799655058BB",
        "9133010079965505IB", // I is no character of such codes
        "91330100799655058b",
        "",
        "９１３３０１００７９９６５５０５８Ｂ"
      })
  void othersAreNot(String code) {
    assertThat(CreditCode.isValid(code)).isFalse();
  }

  @Test
  void checkNeedsTheOtherSeventeen() {
    assertThatThrownBy(() -> CreditCode.check("123")).hasMessageContaining("123");
  }
}
