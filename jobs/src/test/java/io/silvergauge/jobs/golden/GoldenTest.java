package io.silvergauge.jobs.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class GoldenTest {
  private static final String PAGE =
      """
      <title>T %s</title><h1>City</h1><svg class="letters"><g id="w1" aria-label="a"/><g id="w2" aria-label="2"/></svg><p>One  sentence.</p>
      <table><caption>Scores</caption>
      <thead><tr><th rowspan="2">Part</th><th colspan="2">Standing</th></tr>
      <tr><th>Score</th><th>Rank</th></tr></thead>
      <tbody><tr><th>Care</th><td>%s</td><td>1</td></tr></tbody></table>
      <dl><div><dt>Plan</dt><dd>own</dd></div></dl>
      <figure><figcaption>Bars</figcaption><svg><desc>all</desc><use href="#w1"/><use href="#w2"/></svg></figure>
      """;

  private static List<String> lines(String score) {
    Document page = Jsoup.parse(PAGE.formatted("ab".repeat(32), score));
    return PageText.lines(page);
  }

  @Test
  void readsEverythingAPageSays() {
    assertThat(lines("50.0"))
        .containsExactly(
            "title T #",
            "h1 City",
            "p One sentence.",
            "table Scores",
            "head Part | Standing Score | Standing Rank",
            "row Care | 50.0 | 1",
            "fact Plan | own",
            "figcaption Bars",
            "chart all | a | 2");
  }

  @Test
  void namesTheCellThatDiffers() {
    assertThat(Golden.differences(lines("50.0"), lines("50.1")))
        .containsExactly(
            "table 'Scores', row 'Care', column 'Standing Score': expected <50.0>, found <50.1>");
    assertThat(Golden.differences(lines("50.0"), lines("50.0"))).isEmpty();
  }

  @Test
  void namesLinesThatDifferOrAreMissing() {
    assertThat(Golden.differences(List.of("h1 A", "p b"), List.of("h1 B")))
        .containsExactly("line 1: expected <h1 A>, found <h1 B>", "missing: p b");
    assertThat(Golden.differences(List.of("h1 A"), List.of("h1 A", "p b")))
        .containsExactly("more at the end: p b");
  }
}
