package io.silvergauge.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private final Wording zh = new Wording(Language.ZH, true);
  private final Wording en = new Wording(Language.EN, true);

  @ParameterizedTest
  @CsvSource({
    "50, %, 50%, 50_%",
    "20090, 张, 20090张, 20090_beds",
    "12, 个, 12个, 12",
    "18025, 2017国际元, 18025_2017国际元, 18025_2017国际元",
    "3, 里, 3里, 3_里"
  })
  void putsTheUnitBehindTheNumber(String number, String unit, String inZh, String inEn) {
    assertThat(zh.withUnit(number, unit)).isEqualTo(inZh.replace('_', '\u00a0'));
    assertThat(en.withUnit(number, unit)).isEqualTo(inEn.replace('_', '\u00a0'));
  }

  @Test
  void countsDistancesBetweenPercentagesInPoints() {
    assertThat(zh.distance("6.79", "%")).isEqualTo("6.79个百分点");
    assertThat(zh.distance("0.1", "人/千人")).isEqualTo("0.1人/千人");
  }

  @Test
  void takesTheChineseNameWhereThereIsNoOtherAndTheCodeWhereThereIsNone() {
    assertThat(en.place(new Bilingual("郑州市", ""), "410100")).isEqualTo("郑州市");
    assertThat(en.place(Bilingual.EMPTY, "410100")).isEqualTo("410100");
  }

  @Test
  void showsACodeWithoutAWordAsItIs() {
    assertThat(zh.word("department", "civil_affairs")).isEqualTo("民政部门");
    assertThat(zh.word("department", "space_travel")).isEqualTo("space_travel");
  }

  @Test
  void speaksOfRegionsWhereThoseEvaluatedAreNoCities() {
    assertThat(zh.say("comparison.city")).isEqualTo("城市");
    assertThat(new Wording(Language.ZH, false).say("comparison.city")).isEqualTo("参评对象");
    assertThat(new Wording(Language.ZH, false).say("comparison.rank")).isEqualTo("名次");
  }
}
