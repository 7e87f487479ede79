package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a sender is told of its data. */
class FeedbackPageTest {
  private static final Evaluation EVALUATION = Sample.evaluation(Sample.BOTH);
  private static final RegionEvaluation JIA = Sample.region(Sample.CITY, Sample.results());

  private static Sent.Refused refused(String file, String reason, int count, String... messages) {
    return new Sent.Refused(
        file,
        reason,
        reason.equals("CELL_NOTE"),
        count,
        List.of(messages).stream().map(Bilingual::same).toList());
  }

  private static final Sent SENT =
      new Sent(
          List.of(
              refused("2023Q4/410000/civil.csv", "NOT_A_NUMBER", 4, "row 5", "row 6", "row 9"),
              refused("2023Q4/410000/civil.csv", "CELL_NOTE", 1, "B5"),
              refused("2023Q4/990000/other.csv", "FILE_EMPTY", 1, "not of this sender")),
          List.of(
              new Sent.Owed("410000", "civil", "2023Q4", "2024-01-10", "in_part", 5, 1, "410102"),
              new Sent.Owed("320000", "civil", "2023Q4", "2024-01-10", "missing", 21, 0, "")),
          List.of());

  private static Document page(Language language) {
    return Pages.sound(
        new HtmlReports()
            .handout(
                new Handout.Feedback("410000"),
                new Material(EVALUATION, List.of(JIA), SENT),
                language,
                Pages.written(EVALUATION)),
        language);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysWhatWasRefusedOfItsFilesAndHowToPutItRight(Language language) {
    boolean zh = language == Language.ZH;
    Document page = page(language);

    assertThat(page.selectFirst("h1").text())
        .isEqualTo(zh ? "河南省数据报送反馈" : "Feedback to Henan on its data");
    // Both files of the sample name 410000 as their sender: 20 + 1,200 records.
    assertThat(page.select("#summary p").eachText().get(0)).contains("1,220");
    assertThat(page.select("#refused p").eachText().get(0)).contains("4");
    assertThat(page.select("#refused table").get(0).select("tbody tr").eachText())
        .containsExactly(
            zh
                ? "单元格批注 CELL_NOTE 仅为提示 1 1 批注影响数值含义的，请报送正确数值并说明。"
                : "Note beside a cell CELL_NOTE a remark only 1 1 If the note changes the number, send"
                    + " the right one and say so.",
            zh
                ? "不是数字 NOT_A_NUMBER 4 1 只填写数字，不加“约”“余”等文字；没有数据的请留空并另行说明。"
                : "Not a number NOT_A_NUMBER 4 1 Write digits only, without words such as “about”;"
                    + " leave the cell empty where there is no figure, and say why.");
    assertThat(page.select("#refused table").get(1).select("tbody tr").get(0).text())
        .startsWith("2023Q4/410000/civil.csv")
        .endsWith("row 5 row 6 row 9");
    assertThat(page.text()).doesNotContain("not of this sender");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysWhatItStillOwes(Language language) {
    boolean zh = language == Language.ZH;
    Document page = page(language);

    assertThat(page.select("#owed table").get(0).select("tbody tr").eachText())
        .containsExactly(
            zh
                ? "民政报表 2023年第四季度 2024年1月10日 报送不全 逾期5天 缺1个单位：410102"
                : "Civil affairs table 2023 Q4 10 January 2024 sent in part late by 5 d lacking"
                    + " (1): 410102");
    assertThat(page.select("#owed").text()).contains(zh ? "甲市" : "Jia");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysThatNothingIsAmissWhereNothingIs(Language language) {
    Evaluation elsewhere =
        Edited.of(
            EVALUATION,
            json -> {
              ObjectNode sender = json.withArray("senders").addObject().put("code", "x");
              sender.putObject("name").put("zh", "").put("en", "");
              sender.putArray("cities");
            });
    Document page =
        Pages.sound(
            new HtmlReports()
                .handout(
                    new Handout.Feedback("x"),
                    new Material(elsewhere, List.of(), Sent.NOTHING),
                    language,
                    Pages.written(elsewhere)),
            language);
    assertThat(page.select("table")).isEmpty();
    assertThat(page.select("#owed p").text())
        .isEqualTo(language == Language.ZH ? "没有尚需报送的内容。" : "Nothing is owed.");
  }
}
