package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Bilingual;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Other cities' names and codes in the edition of one city. */
class AnonymousTest {
  private static final FourIndicators CITIES =
      new FourIndicators()
          .city("海淀", "prefecture", "20", "40", "80", "1")
          .city("朝阳", "prefecture", "40", "20", "60", "1");

  private static String told(Evaluation evaluation, String text) {
    RegionEvaluation own =
        CITIES.evaluated().stream()
            .filter(city -> city.region().code().equals("海淀"))
            .findFirst()
            .orElseThrow();
    return new Anonymous(evaluation, own).in(new Bilingual(text, ""), Bilingual.class).zh();
  }

  @Test
  void hidesOtherCitiesButNoCountyThatSharesAName() {
    assertThat(told(CITIES.evaluation(), "朝阳市、朝阳，朝阳区域养老中心，海淀市"))
        .isEqualTo("城市01、城市01，城市01区域养老中心，海淀市");
  }

  @Test
  void leavesTheNamesOfTheCitysOwnUnits() {
    ObjectNode own = EvaluationJson.tree(CITIES.evaluate("海淀"));
    ObjectNode unit = ((ArrayNode) own.path("indicators").get(0).path("units")).addObject();
    unit.put("code", "1").put("state", "absent").put("reason", "input_missing");
    unit.putObject("name").put("zh", "朝阳区").put("en", "");
    assertThat(
            new Anonymous(CITIES.evaluation(), EvaluationJson.of(own, RegionEvaluation.class))
                .in(new Bilingual("朝阳区、朝阳", ""), Bilingual.class)
                .zh())
        .isEqualTo("朝阳区、城市01");
  }

  /** With the same cities and period, other deliveries number them anew. */
  @Test
  void numbersFollowFromWhatWasDelivered() {
    FourIndicators many = new FourIndicators();
    List.of("一一", "二二", "三三", "四四", "五五", "六六", "七七", "八八")
        .forEach(code -> many.city(code, "prefecture", "20", "40", "80", "1"));
    Evaluation evaluation = many.city("海淀", "prefecture", "1", "1", "1", "1").evaluation();
    ObjectNode others = EvaluationJson.tree(evaluation);
    others.putArray("deliveries");
    String text = "一一、二二、三三、四四、五五、六六、七七、八八";

    assertThat(told(evaluation, text))
        .isEqualTo(told(evaluation, text))
        .isNotEqualTo(told(EvaluationJson.of(others, Evaluation.class), text))
        .doesNotContain("一一");
  }
}
