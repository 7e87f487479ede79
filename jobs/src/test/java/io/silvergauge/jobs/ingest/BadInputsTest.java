package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.Slot;
import io.silvergauge.jobs.read.SourceDescription;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong input ends as it should: soon, with a reason, and without touching what is right. */
class BadInputsTest {
  static List<BadInputs.Bad> bad() {
    return BadInputs.all();
  }

  private static Batch read(String file, SourceDescription description, byte[] content) {
    Delivery delivery =
        new Delivery(
            file,
            "",
            "110000",
            LocalDate.of(2024, 1, 15),
            Slot.parse(description.id() + "/110000/2023Q4/all"),
            Delivery.Mode.FULL);
    Batch batch = DeliveryReader.read(content, delivery, description, Sent.CONTEXT);
    assertThat(batch.account().balanced()).as("%s", batch.account()).isTrue();
    return batch;
  }

  @ParameterizedTest
  @MethodSource("bad")
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  void isRefusedForItsReasonWhileGoodRowsAreAccepted(BadInputs.Bad bad) {
    Batch batch = read(bad.file(), bad.description(), bad.content());

    assertThat(batch.rejects())
        .extracting(Reject::reason)
        .filteredOn(reason -> bad.reason().isRemark() || !reason.isRemark())
        .containsOnly(bad.reason());
    assertThat(batch.account().accepted()).isEqualTo(bad.accepted());
    for (Reject reject : batch.rejects()) {
      assertThat(reject.message().en()).startsWith(bad.file()).hasSizeLessThan(1500);
      assertThat(reject.message().zh()).startsWith(bad.file()).hasSizeLessThan(1500);
      assertThat(reject.message().en()).doesNotContain("Exception").doesNotContain("\0");
      assertThat(reject.value() + reject.message()).doesNotContain("13800138000");
    }
  }

  @Test
  void areManyAndEachIsNamedOnce() {
    assertThat(bad()).hasSizeGreaterThan(200);
    assertThat(bad()).extracting(BadInputs.Bad::toString).doesNotHaveDuplicates();
  }

  /** In one archive with a good file, nothing becomes of the good one but what would anyway. */
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void changesNothingForTheFileBeside() {
    byte[] good =
        String.join("\n", Sent.civilLines("110101,东区,100,60,30"))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (BadInputs.Bad bad : bad()) {
      if (bad.accepted() > 0 || !bad.description().equals(Sent.civil())) {
        continue; // it has good rows of its own, or is bad by its description only
      }
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put("a-bad", bad.content());
      files.put("good.csv", good);
      Batch batch = read("2023Q4/110000/civil.zip", Sent.civil(), Books.zip(files));

      assertThat(batch.observations())
          .as("%s", bad)
          .hasSize(3)
          .allMatch(one -> one.origin().sheet().equals("good.csv"));
      assertThat(batch.account().accepted()).isEqualTo(1);
    }
  }
}
