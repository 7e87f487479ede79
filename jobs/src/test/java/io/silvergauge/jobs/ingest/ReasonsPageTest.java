package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
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
}
