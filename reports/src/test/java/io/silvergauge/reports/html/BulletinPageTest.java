package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What moved from one period to the next. */
class BulletinPageTest {
  private static final Evaluation EVALUATION = Sample.evaluation(Sample.BOTH);
  private static final RegionEvaluation JIA = Sample.region(Sample.CITY, Sample.results());

  private static Document page(RegionEvaluation city, Sent sent, Language language) {
    return Pages.sound(
        new HtmlReports()
            .handout(
                new Handout.Bulletin(),
                new Material(EVALUATION, List.of(city), sent),
                language,
                Pages.written(EVALUATION)),
        language);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysHowManyPlacesACityMoved(Language language) {
    RegionEvaluation moved =
        Edited.of(
            JIA,
            json -> {
              ObjectNode before = json.putArray("history").addObject();
              before.put("period", "2023Q3").put("standing", 70.5).put("rank", 4);
              ObjectNode now = json.withArray("history").addObject();
              now.put("period", "2023Q4").put("standing", 77.3).put("rank", 1);
            });
    // From the fourth place to the first: three places up.
    assertThat(page(moved, Sent.NOTHING, language).select("#movers tbody tr").text())
        .contains("4 1 +3 70.50 77.30");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysThatAFirstPeriodHasNoneToCompareWith(Language language) {
    Document page = page(JIA, Sent.NOTHING, language);
    assertThat(page.select("#movers table, #targets table, #data table")).isEmpty();
    assertThat(page.select("#movers p").text())
        .startsWith(language == Language.ZH ? "本期为首个评估期" : "This is the first evaluated period");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void listsWhatWasRestatedBeforeAndSince(Language language) {
    Sent sent =
        new Sent(
            List.of(),
            List.of(),
            List.of(
                new Sent.Restated(
                    "410199",
                    "beds",
                    "",
                    "",
                    "",
                    "2023Q4",
                    "张",
                    "missing",
                    "1200",
                    "2024-01-20",
                    "b.csv"),
                new Sent.Restated(
                    "410199",
                    "",
                    "homes",
                    "h1",
                    "built",
                    "2023Q4",
                    "",
                    "1998",
                    "missing",
                    "2024-01-20",
                    "b.csv")));
    assertThat(page(JIA, sent, language).select("#data tbody tr").eachText())
        .containsExactly(
            language == Language.ZH
                ? "410199 床位数 2023年第四季度 缺失 1,200张 2024年1月20日 b.csv"
                : "410199 Beds 2023 Q4 missing 1,200 beds 20 January 2024 b.csv",
            // A year is no amount, and what stands in a register no word of the table.
            language == Language.ZH
                ? "410199 homes h1 built 2023年第四季度 1998 missing 2024年1月20日 b.csv"
                : "410199 homes h1 built 2023 Q4 1998 missing 20 January 2024 b.csv");
  }
}
