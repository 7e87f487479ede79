package io.silvergauge.reports.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.reports.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard's script and the program agree to the last bit: Node replays what Java wrote. */
class SameArithmeticTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCRIPTS =
      Path.of("src/main/resources/io/silvergauge/reports/dashboard");
  private static final Path REPLAY =
      Path.of("src/test/resources/io/silvergauge/reports/dashboard/replay.js");

  @TempDir Path folder;

  private JsonNode replayed(ObjectNode vectors) throws IOException, InterruptedException {
    Path file = folder.resolve("vectors.json");
    Files.write(file, JSON.writeValueAsString(vectors).getBytes(StandardCharsets.UTF_8));
    return JSON.readTree(
        Tool.said(Tool.required("node"), REPLAY.toString(), SCRIPTS.toString(), file.toString()));
  }

  @Test
  void aggregatesRoundsAndRanksAreTheSameToTheLastBit() throws Exception {
    JsonNode told = replayed(new Vectors().all());
    assertThat(told.get("wrong")).isEmpty();
    // 4 × 1500 and 6 × 300 aggregates, 6000 logarithms, 4 × 3000 numbers to round, 400 lists
    assertThat(told.get("count").intValue()).isEqualTo(6000 + 1800 + 6000 + 12_000 + 400);
  }

  @ParameterizedTest
  @CsvSource({
    "arithmetic, exact, competition",
    "geometric, rounded, dense",
    "harmonic, exact, dense",
    "minimum, rounded, competition"
  })
  void movedWeightsGiveWhatTheProgramPublishesUnderThem(String total, String on, String ties)
      throws Exception {
    JsonNode told = replayed(new ReweighedCases(total, on, ties, "").vectors(8));
    assertThat(told.get("wrong")).isEmpty();
    // (1 + 8) weights × 3 periods × 24 cities
    assertThat(told.get("count").intValue()).isEqualTo(9 * 3 * 24);
    assertThat(told.get("scored").intValue()).isGreaterThan(9 * 3 * 24 / 3);
  }

  /** Vetoes that were called are not imitated; of earlier periods it is not kept who called one. */
  @Test
  void totalsThatAVetoHeldStayAsTheyWerePublished() throws Exception {
    String veto =
        """
        vetoes:
          - {id: v, name: {zh: 底线, en: Floor}, when: {indicators: [i0], at_most: 30}, then: {score_at_most: 20}}
        """;
    JsonNode told =
        replayed(new ReweighedCases("arithmetic", "exact", "competition", veto).vectors(4));
    assertThat(told.get("wrong")).isEmpty();
    assertThat(told.get("count").intValue()).isEqualTo(5 * 3 * 24);
  }
}
