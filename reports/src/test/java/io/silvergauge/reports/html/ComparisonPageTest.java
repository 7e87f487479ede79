package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonPageTest {
  private static final Evaluation EVALUATION = Sample.evaluation(Sample.BOTH);

  @Test
  void listsCitiesByRankAndSaysWhyOneHasNone() {
    Document page = Pages.comparison(EVALUATION, Language.ZH);
    assertThat(page.select("table.ranking tbody tr").eachText())
        .containsExactly(
            "1 甲市 410100 地级市 已确认 77.30 100% 82.26 良 2 / 4 95% 正式方案",
            "2 乙市 320300 县级市 已确认 70.12 100% 60.00 良 2 / 4 95% 正式方案",
            "未排名 丙区 110105 直辖市市辖区 示例 未评分 覆盖率50%，低于发布门槛60% 50%"
                + " 未评分 覆盖率50%，低于发布门槛60% 无 2 / 4 50% 未收到");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void countsTheGrades(Language language) {
    assertThat(Pages.comparison(EVALUATION, language).select("#summary p").eachText())
        .contains(
            language == Language.ZH
                ? "完成度等级：良2个、未评分1个。"
                : "Grades of the fulfilment: Good 2, no score 1.");
  }

  @Test
  void linksToTheCitiesPages() {
    assertThat(
            Pages.comparison(EVALUATION, Language.EN)
                .select("table.ranking tbody a")
                .eachAttr("href"))
        .containsExactly("410100.en.html", "320300.en.html", "110105.en.html");
  }

  @Test
  void showsTheChineseNameWhereThereIsNoOther() {
    Document page = Pages.comparison(EVALUATION, Language.EN);
    assertThat(page.select("table.ranking tbody a").eachText())
        .containsExactly("Jia", "乙市", "Bing");
  }

  @Test
  void addsUpTheDeliveries() {
    Document page = Pages.comparison(EVALUATION, Language.ZH);
    assertThat(page.select("#deliveries tbody tr").eachText())
        .containsExactly("民政报表 合成 2 1,220 1,205 4 11");
    assertThat(page.select("#deliveries tfoot tr").text()).isEqualTo("合计 2 1,220 1,205 4 11");
    assertThat(page.select("#deliveries p").text())
        .contains("2份报送文件", "共读取1,220条记录", "采用1,205条", "拒收4条", "剔除11条", "5项");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasNoFulfilmentWhereTheSchemeHasOnlyStanding(Language language) {
    Document page = Pages.comparison(Sample.evaluation(Sample.STANDING_ONLY), language);
    assertThat(page.text()).doesNotContain("完成度", "ulfilment", "方案目标", "城市", "cities");
    assertThat(page.select("table.ranking tbody tr").first().children()).hasSize(6);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasAPageForNoCitiesAtAll(Language language) {
    Evaluation nobody =
        new Evaluation(
            Evaluation.MODEL,
            EVALUATION.name(),
            Bilingual.EMPTY,
            EVALUATION.period(),
            EVALUATION.asOf(),
            EVALUATION.snapshot(),
            EVALUATION.conduct(),
            EVALUATION.scheme(),
            List.of(),
            List.of(),
            0,
            List.of(),
            null,
            List.of());
    assertThat(Pages.comparison(nobody, language).select("#summary").text())
        .contains(language == Language.ZH ? "没有参评城市" : "No city takes part");
  }

  @Test
  void givesTheSameTextEveryTime() {
    assertThat(
            new HtmlReports()
                .comparison(EVALUATION, List.of(), Language.EN, Pages.written(EVALUATION)))
        .isEqualTo(
            new HtmlReports()
                .comparison(EVALUATION, List.of(), Language.EN, Pages.written(EVALUATION)));
  }
}
