package io.silvergauge.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTextTest {
  @ParameterizedTest
  @CsvSource({"床位数（张）, 床位数(张)", "床 位　数, 床位数", "'  床位数  ', 床位数", "ＧＤＰ, GDP", "其中：护理型, 其中:护理型"})
  void foldsWidthAndBlanks(String written, String meant) {
    assertThat(HeaderText.folded(written)).isEqualTo(HeaderText.folded(meant)).isEqualTo(meant);
  }

  @Test
  void foldsLineBreaksAndBlanksThatDoNotBreak() {
    assertThat(HeaderText.folded("护理型\r\n床位\u00A0数\t")).isEqualTo("护理型床位数");
  }

  @Test
  void keepsWhatTellsColumnsApart() {
    assertThat(HeaderText.folded("床位数")).isNotEqualTo(HeaderText.folded("护理型床位数"));
    assertThat(HeaderText.folded("Beds")).isNotEqualTo(HeaderText.folded("beds"));
  }
}
