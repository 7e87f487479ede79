package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What only all cities together show in the comparison. */
class AcrossCitiesTest {
  private static final Evaluation EVALUATION =
      Edited.of(
          Sample.evaluation(Sample.BOTH),
          json -> {
            ObjectNode by =
                ((ObjectNode) json.get("scheme")).putArray("classifications").addObject();
            by.put("id", "size").put("document", "《划分方法》").put("clause", "1").put("unit", "人");
            words(by, "name", "人口规模", "Size");
            words(by, "note", "分界为示例。", "Bounds are illustrative.");
            by.putArray("statistics").add("persons");
            ArrayNode classes = by.putArray("classes");
            words(classes.addObject().put("id", "large").put("from", 1000), "name", "大", "Large");
            words(classes.addObject().put("id", "small").put("from", 0), "name", "小", "Small");
          });

  private static void words(ObjectNode in, String name, String zh, String en) {
    in.putObject(name).put("zh", zh).put("en", en);
  }

  private static RegionEvaluation city(String code, String in, String amount) {
    return Edited.of(
        Sample.region(Sample.CITY, Sample.results()),
        json -> {
          ObjectNode region = (ObjectNode) json.get("region");
          region.put("code", code);
          ObjectNode found = region.putArray("classes").addObject().put("by", "size");
          if (in == null) {
            words(found, "reason", "报送不全", "incomplete");
          } else {
            found.put("id", in).put("amount", Integer.parseInt(amount));
          }
        });
  }

  private static Document page(Language language) {
    return page(
        language,
        city("410100", "large", "1500"),
        city("320300", "large", "1000"),
        city("110105", null, null));
  }

  private static Document page(Language language, RegionEvaluation... cities) {
    return Pages.sound(
        new HtmlReports()
            .comparison(EVALUATION, List.of(cities), language, Pages.written(EVALUATION)),
        language);
  }

  /** Of the two small cities one has a standing: it alone makes the median. */
  @Test
  void saysHowManyCitiesAMedianIsOf() {
    Document page =
        page(
            Language.ZH,
            city("410100", "large", "1500"),
            city("320300", "small", "900"),
            city("110105", "small", "800"));
    assertThat(page.select("#types table").first().select("tbody tr").get(1).text())
        .startsWith("小 2 70.12 1个有得分 — 60.00 1个有得分 4 / 8 ");
  }

  @Test
  void saysOfHowManyCitiesATargetIsNotDue() {
    RegionEvaluation later =
        Edited.of(
            city("410100", "large", "1500"),
            json ->
                json.findParents("verdict")
                    .forEach(one -> ((ObjectNode) one).put("verdict", "not_due")));
    assertThat(page(Language.EN, later).select("#targets tbody tr").eachText())
        .isNotEmpty()
        .allMatch(row -> row.endsWith("not due: 1"));
  }

  /** By hand: (77.3 + 70.125) / 2 = 73.7125, (82.2616… + 60.005) / 2 = 71.1333, 2 + 2 of 4 + 4. */
  @Test
  void comparesKindsOfCitiesByTheirMedians() {
    Document page = page(Language.ZH);
    assertThat(page.select("#types table").first().select("tbody tr").eachText())
        .containsExactly(
            "大 2 73.71 70.12至77.30 71.13 4 / 8 甲市（1）、乙市（2）", "未归类：报送不全 1 未评分 — 未评分 2 / 4 丙区");
    assertThat(page.select("#types p.sub").first().text()).isEqualTo("划分依据：《划分方法》（1）。分界为示例。");
    // By level there is one city each.
    assertThat(page.select("#types table").last().select("tbody th").eachText())
        .containsExactly("地级市", "县级市", "直辖市市辖区");
  }

  @Test
  void drawsEachProvinceAsATileAndListsThem() {
    Document page = page(Language.EN);
    assertThat(page.select("#provinces tbody tr").eachText())
        .containsExactly(
            "Beijing 1 no score none on file Bing",
            "Jiangsu 1 70.12 confirmed 乙市 (2)",
            "Henan 1 77.30 confirmed Jia (1)");
    List<String> notes = page.select("#provinces svg rect title").eachText();
    assertThat(notes).hasSize(34).contains("Henan: 77.30", "Beijing: no score");
    assertThat(notes).contains("Taiwan: no evaluated city", "Tibet: no evaluated city");
  }

  @Test
  void saysWhoMissesWhichTarget() {
    Document page = page(Language.ZH);
    assertThat(page.select("#targets tbody tr").eachText())
        .anyMatch(row -> row.contains("甲市") || row.contains("乙市"));
    assertThat(page.select("#duties, #movers")).isEmpty();
  }

  @Test
  void showsTheClassOnTheCitysOwnPage() {
    Document page =
        Pages.sound(
            new HtmlReports()
                .city(
                    EVALUATION,
                    city("410100", "large", "1500"),
                    Language.ZH,
                    Pages.written(EVALUATION)),
            Language.ZH);
    assertThat(page.select("ul.about li").eachText()).contains("大（人口规模 1,500人）");
  }
}
