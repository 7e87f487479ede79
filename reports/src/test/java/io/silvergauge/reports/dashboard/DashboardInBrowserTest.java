package io.silvergauge.reports.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silvergauge.reports.Tool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of 300 cities, 30 indicators and 12 quarters, as a reader's Chromium has it. */
class DashboardInBrowserTest {
  private static final int CITIES = 300;
  private static final int INDICATORS = 30;
  private static final int QUARTERS = 12;
  private static final int LARGEST_BYTES = 3_000_000;
  private static final double LONGEST_SECONDS = 2;
  private static final Path REPLAY =
      Path.of("src/test/resources/io/silvergauge/reports/dashboard/replay.js");

  @TempDir static Path folder;

  private static Generated generated;
  private static Path page;
  private static Browser browser;
  private static int shown;

  @BeforeAll
  static void open() throws Exception {
    Tool.required("chromium");
    generated = Generated.of(Generated.plainScheme(INDICATORS, 6), CITIES, 6, QUARTERS, 300);
    page = folder.resolve("dashboard.html");
    Files.writeString(page, generated.page(), StandardCharsets.UTF_8);
    browser = new Browser(folder, 1400, 1000);
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  private static void show(String hash) throws Exception {
    browser.run("document.documentElement.dataset.ready = 'no'");
    browser.open(page.toUri() + "?" + shown++ + hash);
  }

  private static String text(String selector) throws Exception {
    return browser.run("document.querySelector('%s').textContent".formatted(selector)).asText();
  }

  /**
   * In a browser of its own, so that the page's thread has run for nothing else, and by processor
   * time: by the clock, other work on this machine would count too.
   */
  @Test
  void isSmallAndSoonThere() throws Exception {
    assertThat(Files.size(page)).isLessThanOrEqualTo(LARGEST_BYTES);
    try (Browser fresh = new Browser(folder, 1200, 1000)) {
      fresh.open(page.toUri() + "#lang=en&view=values");
      assertThat(fresh.threadSeconds()).isPositive().isLessThan(LONGEST_SECONDS);
      assertThat(fresh.run("document.querySelector('.count').textContent").asText())
          .isEqualTo("300 of 300 cities shown");
    }
  }

  @Test
  void asksNothingOfAnyNetworkAndHasNothingToComplainOf() throws Exception {
    show("#lang=zh&cities=%s,%s&city=%s".formatted(code(0), code(1), code(2)));
    browser.run("document.querySelector('table.city button').click()");
    browser.run("document.querySelector('.weight input[type=number]').value = '40'");
    browser.run(
        "document.querySelector('.weight input[type=number]').dispatchEvent(new Event('input'))");
    assertThat(text(".moved-note")).contains("读者自行调整的权重");
    browser.run("document.querySelector('nav button').click()");
    assertThat(text("h1")).isEqualTo("Evaluation dashboard");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).allMatch(one -> one.startsWith("file:"));
  }

  @Test
  void chromiumWorksOutTheVeryScoresOfTheProgram() throws Exception {
    show("#lang=en");
    browser.run(Files.readString(REPLAY, StandardCharsets.UTF_8) + "\n0");
    ObjectMapper json = new ObjectMapper();
    JsonNode vectors =
        browser.run("replayVectors(" + json.writeValueAsString(new Vectors().all()) + ")");
    assertThat(vectors.get("wrong")).isEmpty();
    var cases = new ReweighedCases("geometric", "exact", "competition", "").vectors(2);
    JsonNode models =
        browser.run("replayModel(%s, %s)".formatted(cases.get("model"), cases.get("cases")));
    assertThat(models.get("wrong")).isEmpty();
    assertThat(models.get("count").intValue()).isEqualTo(3 * 3 * 24);
    // All totals of all quarters come out as they were published, so that all follow the weights.
    JsonNode fixed =
        browser.run(
            "(() => { const m = Model.of(JSON.parse(document.getElementById('model').textContent));"
                + " return m.periods.map((_, i) => Results.of(m, i, m.weights).fixed.length); })()");
    assertThat(fixed).hasSize(QUARTERS).allMatch(one -> one.intValue() == 0);
  }

  @Test
  void whatWasChosenStandsInTheAddressAndComesBackFromIt() throws Exception {
    show("#lang=en&period=2022Q1&province=41&level=&view=scores&sort=standing.desc");
    assertThat(text(".period")).isEqualTo("2022 Q1");
    assertThat(text(".count")).isEqualTo("60 of 300 cities shown"); // every fifth city
    browser.run(
        "(() => { const s = document.querySelectorAll('.controls select')[1];"
            + " s.value = s.options[1].value; s.dispatchEvent(new Event('change')); })()");
    String hash = browser.run("location.hash").asText();
    assertThat(hash).contains("period=2022Q1", "province=41", "level=", "sort=standing.desc");
    show("");
    show(hash);
    assertThat(browser.run("location.hash").asText()).isEqualTo(hash);
  }

  @Test
  void theTableSavedHoldsTheRowsThatAreShownAndWhyFiguresAreMissing() throws Exception {
    show("#lang=en&province=11&view=values&sort=i-i0.asc");
    String csv =
        browser
            .run(
                "(async () => { let saved; URL.createObjectURL = (blob) => { saved = blob; return"
                    + " '#'; }; HTMLAnchorElement.prototype.click = () => {};"
                    + " [...document.querySelectorAll('.controls button')].pop().click();"
                    + " return await saved.text(); })()")
            .asText();
    List<String> lines = csv.lines().toList();
    assertThat(lines).hasSize(2 + 60);
    assertThat(lines.get(0)).contains("Generated evaluation", "Contains synthetic data");
    assertThat(lines.get(1)).startsWith("code,Rank,City,Standing,Indicator number 0");
    assertThat(lines.subList(2, 62)).allMatch(line -> line.startsWith("110"));
    // The last rows are those without the figure that they are sorted by.
    assertThat(lines.get(61)).contains("missing: incomplete: S: 1 of 6 units have no value: ");
  }

  @Test
  void aMissingDimensionHasNoPointInTheRadarAndBreaksItsShape() throws Exception {
    show("#lang=en");
    JsonNode told =
        browser.run(
            "(() => { const svg = Radar.of(['a', 'b', 'c', 'd'], [{ name: 'x', values: [0.5, null,"
                + " 1, 0.25] }], 't', () => 'none: x'); return [svg.querySelectorAll('circle').length,"
                + " svg.querySelectorAll('line.series0').length,"
                + " svg.querySelectorAll('polygon.series0').length,"
                + " svg.querySelectorAll('.lacking').length,"
                + " [...svg.querySelectorAll('circle')].some((c) => c.getAttribute('cx') === '220.0' &&"
                + " c.getAttribute('cy') === '170.0')]; })()");
    // three points; sides c–d and d–a; no closed shape; one dashed axis; nothing at the centre
    assertThat(told.toString()).isEqualTo("[3,2,0,1,false]");
  }

  /** Names that would be markup, a formula or a script, in the table, the chips and the city. */
  @Test
  void hostileNamesStayText() throws Exception {
    String hostile =
        "</script><script>window.broken = 1</script><img src=x onerror=\"window.broken = 1\">'{{model}}";
    Path other = folder.resolve("hostile.html");
    Generated small = Generated.of(Generated.plainScheme(6, 3), 8, 2, 3, 8).named("第3市", hostile);
    Files.writeString(other, small.page(), StandardCharsets.UTF_8);
    int before = browser.complaints().size();
    String code = Generated.code(3);
    browser.run("document.documentElement.dataset.ready = 'no'");
    browser.open(other.toUri() + "#lang=en&cities=%s&city=%s".formatted(code, code));
    assertThat(text("#section-city h3")).startsWith(hostile.substring(0, 60));
    assertThat(text(".chosen")).contains("<script>");
    assertThat(browser.run("typeof window.broken").asText()).isEqualTo("undefined");
    assertThat(browser.run("document.querySelectorAll('img, script').length").intValue())
        .isEqualTo(2);
    assertThat(browser.complaints()).hasSize(before);
  }

  private static String code(int city) {
    return generated.cities().get(city).region().code();
  }
}
