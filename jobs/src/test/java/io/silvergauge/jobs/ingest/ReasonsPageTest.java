package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.jobs.Repository;
import io.silvergauge.reports.text.Texts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/reasons.md} says of every reason what it means and how to put it right. */
class ReasonsPageTest {
  private static List<List<String>> rows() {
    return Repository.text(Repository.path("docs/reasons.md"))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  @Test
  void namesEveryReasonOnceAndNoOther() {
    assertThat(rows())
        .extracting(cells -> cells.get(1).replace("`", ""))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RejectReason.values()).map(Enum::name).toList());
  }

  @Test
  void givesMeaningExampleAndRemedyOfEach() {
    assertThat(rows())
        .allSatisfy(
            cells -> {
              assertThat(cells).hasSize(6);
              assertThat(cells.subList(1, 5)).noneMatch(String::isEmpty);
            });
  }

  /** What senders are told stands once, in words that do not differ from the page's. */
  @Test
  void sendersAreToldTheSameRemedies() {
    assertThat(rows())
        .allSatisfy(
            cells -> {
              String reason = cells.get(1).replace("`", "");
              assertThat(Texts.of(Language.EN).say("remedy." + reason))
                  .isEqualTo(cells.get(4).replace("`", ""));
              assertThat(Texts.of(Language.ZH).say("remedy." + reason)).isNotBlank();
              assertThat(Texts.of(Language.ZH).say("refused." + reason)).isNotBlank();
            });
  }
}
