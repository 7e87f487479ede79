package io.silvergauge.reports.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.ReportFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What stands in the file, before any browser has it. */
class DashboardPageTest {
  private static final Generated SMALL = Generated.of(Generated.plainScheme(6, 3), 12, 2, 3, 12);

  private static Document page(Generated generated) {
    return Jsoup.parse(generated.page());
  }

  private static JsonNode model(Document page) throws Exception {
    return new ObjectMapper().readTree(page.selectFirst("#model").data());
  }

  private static String sha256(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }

  @Test
  void allowsItsOwnScriptAndStyleAndNoAddress() throws Exception {
    Document page = page(SMALL);
    String policy = page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .isEqualTo(
            "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'",
            sha256(page.selectFirst("style").data()),
            sha256(page.selectFirst("script:not([type])").data()));
    assertThat(page.select("[src], [href], [style], link, img, iframe")).isEmpty();
    assertThat(page.select("script")).hasSize(2);
    assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import");
  }

  @Test
  void isTheSameForTheSameEvaluationAndOneForBothLanguages() {
    assertThat(SMALL.page()).isEqualTo(SMALL.page());
    List<Language> both = List.of(Language.values());
    assertThat(ReportFormat.DASHBOARD.apart(both)).hasSize(1);
    assertThat(ReportFormat.HTML.apart(both)).hasSize(2);
    for (Language language : both) {
      assertThat(ReportFormat.DASHBOARD.comparisonFile(language)).isEqualTo("dashboard.html");
    }
  }

  /** A cell is a figure or names the sentence that says why there is none. */
  @Test
  void writesEachMissingFigureAsItsReason() throws Exception {
    JsonNode model = model(page(SMALL));
    int missing = 0;
    for (int i = 0; i < 6; i++) {
      String[] cells = model.get("amounts").get(i).asText().split(",", -1);
      assertThat(cells).hasSize(12 * 3);
      for (int city = 0; city < 12; city++) {
        RegionEvaluation one = SMALL.cities().get(city);
        for (int period = 0; period < 3; period++) {
          var point = one.indicators().get(i).series().get(period);
          String cell = cells[city * 3 + period];
          assertThat(cell.startsWith("!")).isEqualTo(point.amount() == null);
          if (point.amount() == null) {
            missing++;
            int sentence = Integer.parseInt(cell.substring(1), 36);
            assertThat(model.get("sentences").get(sentence).get(1).asText())
                .startsWith("incomplete");
          } else {
            // counts of the last decimal; the indicators have none or some, as printed
            assertThat(Long.parseLong(cell, 36))
                .isEqualTo(
                    point
                        .amount()
                        .setScale(
                            model.at("/scheme/indicators/0/decimals").intValue(),
                            java.math.RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact());
          }
        }
      }
    }
    assertThat(missing).isPositive();
  }

  @Test
  void namesTheProvinceByTheCodeAndMarksSyntheticData() throws Exception {
    JsonNode model = model(page(SMALL));
    assertThat(model.get("synthetic").booleanValue()).isTrue();
    assertThat(
            StreamSupport.stream(model.get("cities").spliterator(), false)
                .filter(city -> city.get("code").asText().startsWith("41"))
                .map(city -> city.get("province").toString()))
        .isNotEmpty()
        .containsOnly("[\"河南省\",\"Henan\"]");
    assertThat(model.get("periods").get(0).toString())
        .isEqualTo("[\"2023Q2\",[\"2023年第二季度\",\"2023 Q2\"]]");
  }
}
