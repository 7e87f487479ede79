package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.CheckResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What pages say of the scheme's checks. */
class ChecksTest {
  private static RegionEvaluation region(List<CheckResult> checks) {
    RegionEvaluation plain = Sample.region(new Bilingual("甲市", "Jia"), Sample.results());
    return new RegionEvaluation(
        plain.model(),
        plain.period(),
        plain.region(),
        plain.plan(),
        plain.indicators(),
        plain.scores(),
        plain.history(),
        plain.inputs(),
        checks,
        plain.findings(),
        plain.responses(),
        plain.notes(),
        plain.refusals());
  }

  private static CheckResult check(String id, String severity, CheckResult.Reply reply) {
    return new CheckResult(
        id,
        "jump",
        severity,
        2,
        "410102",
        new Bilingual("中原区", "Zhongyuan"),
        "2023Q4",
        new Bilingual("床位由 100 变为 <b>500</b>", "beds from 100 to <b>500</b>"),
        List.of("beds"),
        List.of(
            new CheckResult.CheckedValue(
                "beds", "410102", "2023Q4", new BigDecimal("500"), "张", "a.csv", null, 7, "床位")),
        reply);
  }

  private static Document page(Language language, List<CheckResult> checks) {
    return Pages.city(Sample.BOTH, region(checks), language);
  }

  @Test
  void listsWhatIsHeldBackFirstThenOpenThenJustifiedWarningsAndCountsRemarks() {
    CheckResult.Reply reply =
        new CheckResult.Reply(new Bilingual("新建一院", "a new home"), "省民政厅", "2024-01-20");
    Document page =
        page(
            Language.EN,
            List.of(
                check("a", "info", null),
                check("b", "warning", reply),
                check("c", "warning", null),
                check("d", "error", null)));
    assertThat(page.select("#quality table.checks tbody tr").eachText())
        .containsExactly(
            "Zhongyuan 410102 held back beds from 100 to <b>500</b> d a.csv, record 7, column 床位",
            "Zhongyuan 410102 warning beds from 100 to <b>500</b> c a.csv, record 7, column 床位",
            "Zhongyuan 410102 justified warning beds from 100 to <b>500</b> b"
                + " Justified: a new home (省民政厅, 20 January 2024) a.csv, record 7, column 床位");
    assertThat(page.select("#checks + p").text())
        .isEqualTo(
            "Checks of the scheme: values held back 1, warnings 1, justified warnings 1,"
                + " remarks 1. All stand in this period's checks.csv.");
  }

  @Test
  void cutsALongListAndSaysOfHowMany() {
    List<CheckResult> many =
        IntStream.range(0, 51).mapToObj(i -> check("c" + i, "warning", null)).toList();
    Document page = page(Language.ZH, many);
    assertThat(page.select("#quality table.checks tbody tr")).hasSize(50);
    assertThat(page.select("#checks + p").text()).contains("警告 51 处", "此处列出 51 处中的 50 处");
    assertThat(page(Language.ZH, many.subList(0, 50)).select("#checks + p").text())
        .doesNotContain("此处列出");
  }

  @Test
  void saysSoWhereNoneSpeaksAgainstAnything() {
    Document page = page(Language.EN, List.of());
    assertThat(page.select("table.checks")).isEmpty();
    assertThat(page.select("#checks + p").text()).contains("warnings 0");
  }

  @Test
  void theComparisonCountsThemAndNamesTheCities() {
    // In the sample each scored city has 1 held back, 2 open, 3 justified, 4 remarks
    Document page = Pages.comparison(Sample.evaluation(Sample.BOTH), Language.EN);
    assertThat(page.select("#deliveries").text())
        .contains("With values held back or warnings not justified: ", "(held back 1, warnings 2)");
  }
}
