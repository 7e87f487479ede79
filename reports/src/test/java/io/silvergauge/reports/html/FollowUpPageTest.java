package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.FindingKind;
import io.silvergauge.indicators.finding.FindingSeries;
import io.silvergauge.indicators.finding.FollowUp;
import io.silvergauge.indicators.finding.Issue;
import io.silvergauge.indicators.finding.NoteText;
import io.silvergauge.indicators.finding.Response;
import io.silvergauge.indicators.finding.Sighting;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a city's page says of findings, responses and notes. */
class FollowUpPageTest {
  private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=y>";

  private static Issue issue(String subject, String what) {
    return Issue.of(
        FindingKind.TARGET,
        subject,
        "",
        new Bilingual("床位", "Beds"),
        Bilingual.same(what),
        BigDecimal.ONE,
        List.of(
            new Finding.Place("410102", new Bilingual("中原区", "Zhongyuan"), Bilingual.same("30"))),
        "health",
        new Bilingual("增加", "add more"));
  }

  private static RegionEvaluation region(List<Issue> issues) {
    List<Sighting> sightings =
        List.of(
            Sighting.of(Period.parse("2023Q3"), issues.subList(0, 1), Set.of()),
            Sighting.of(Period.parse("2023Q4"), issues, Set.of()));
    List<Response> said =
        List.of(
            new Response(
                "410100",
                "410100.target.a",
                Response.RESPONSE,
                Bilingual.same(HOSTILE),
                "市政府",
                "2024-01-20",
                null));
    return Sample.region(new Bilingual("甲市", "Jia"), Sample.results())
        .followedUp(
            FindingSeries.of("410100", sightings, new FollowUp(1, 2, Set.of()), said),
            List.of(),
            List.of(
                NoteText.read(
                    "410100",
                    "zh",
                    "author: 评估员, date: 2024-01-25\n\n**好** " + HOSTILE + "\n\n- 一\n"),
                NoteText.read(
                    "410100", "en", "author: Evaluator, date: 2024-01-25\n\n*fine*\n\n1. one\n")));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void listsOverdueFindingsFirstWithWhatWasSaid(Language language) {
    boolean zh = language == Language.ZH;
    Document page =
        Pages.city(
            Sample.BOTH, region(List.of(issue("a", "short"), issue("b", HOSTILE))), language);
    assertThat(page.select("#followup tbody tr")).hasSize(2);
    assertThat(page.select("#followup tbody tr").get(0).text())
        .contains("410100.target.a")
        .contains(zh ? "未整改、应约谈" : "open, due for an interview")
        .contains(zh ? "城市说明（市政府" : "The city's response (市政府")
        .contains(HOSTILE);
    assertThat(page.select("#followup tbody tr").get(1).text())
        .contains(zh ? "新发现" : "new")
        .contains(HOSTILE);
    assertThat(page.select("#followup > p").get(0).text())
        .startsWith(
            zh
                ? "未整改问题 2 项（其中新发现 1 项，逾期 1 项），本期已整改 0 项。"
                : "2 findings are open (1 of them new, 1 overdue), 0 were put right");
  }

  @Test
  void printsNotesInTheirLanguageAndLeavesWhatTheyHoldInert() {
    RegionEvaluation region = region(List.of(issue("a", "short")));
    Document zh = Pages.city(Sample.BOTH, region, Language.ZH);
    assertThat(zh.select("#followup .note").eachText()).containsExactly("好 " + HOSTILE, "• 一");
    assertThat(zh.select("#followup .note strong").text()).isEqualTo("好");
    assertThat(zh.select("#followup").text()).contains("评估员").doesNotContain("Evaluator");
    Document en = Pages.city(Sample.BOTH, region, Language.EN);
    assertThat(en.select("#followup .note em").text()).isEqualTo("fine");
  }

  @Test
  void listsNoMoreThanAPageHoldsAndSaysSo() {
    List<Issue> many =
        IntStream.range(0, FollowUpTable.LISTED + 5)
            .mapToObj(i -> issue("i" + i, "short"))
            .toList();
    Document page = Pages.city(Sample.BOTH, region(many), Language.EN);
    assertThat(page.select("#followup tbody tr")).hasSize(FollowUpTable.LISTED);
    assertThat(page.select("#followup > p").text()).contains("Listed are 60 of 65");
  }

  @Test
  void saysThatNothingWasFound() {
    Document page =
        Pages.city(
            Sample.BOTH, Sample.region(new Bilingual("甲市", "Jia"), Sample.results()), Language.EN);
    assertThat(page.select("#followup table")).isEmpty();
    assertThat(page.select("#followup > p").text()).startsWith("0 findings are open");
  }
}
