package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.DeliveryList;
import io.silvergauge.jobs.assessment.Slot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/** Enters files that no delivery names into {@code data/deliveries.csv}, by where they lie. */
final class Registration {
  private static final CSVFormat LINE = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private Registration() {}

  /**
   * Registers them.
   *
   * @param received day on which they were received
   * @return how many could be registered; a file whose place tells no slot is left alone
   */
  static int register(Assessment assessment, LocalDate received) throws IOException {
    Path list = assessment.data().resolve("deliveries.csv");
    StringBuilder text = new StringBuilder(Files.readString(list, StandardCharsets.UTF_8));
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    int added = 0;
    for (String path : assessment.unregistered()) {
      Optional<Slot> slot = DeliveryList.slotOf(path);
      if (slot.isEmpty() || !assessment.sources().containsKey(slot.get().source())) {
        continue;
      }
      String sha256 = Sha256.of(Files.readAllBytes(assessment.data().resolve(path)));
      LINE.printRecord(
          text,
          path,
          sha256,
          slot.get().sender(),
          received,
          slot.get(),
          Delivery.Mode.FULL.code(),
          "");
      added++;
    }
    if (added > 0) {
      Path fresh = list.resolveSibling(".deliveries.csv.part");
      Files.writeString(fresh, text, StandardCharsets.UTF_8);
      Files.move(fresh, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return added;
  }
}
