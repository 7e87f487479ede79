package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.DeliveryList;
import io.silvergauge.jobs.assessment.Slot;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

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
    List<String> columns = columns(text.toString());
    int added = 0;
    for (String path : registrable(assessment)) {
      Slot slot = DeliveryList.slotOf(path).orElseThrow();
      String sha256 = Sha256.of(Files.readAllBytes(assessment.data().resolve(path)));
      Map<String, String> entry =
          Map.of(
              "path", path,
              "sha256", sha256,
              "sender", slot.sender(),
              "received", received.toString(),
              "slot", slot.toString(),
              "mode", Delivery.Mode.FULL.code());
      LINE.printRecord(text, columns.stream().map(name -> entry.getOrDefault(name, "")).toArray());
      added++;
    }
    if (added > 0) {
      Path fresh = list.resolveSibling(".deliveries.csv.part");
      Files.writeString(fresh, text, StandardCharsets.UTF_8);
      Files.move(fresh, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return added;
  }

  /** The files that can be registered: their places tell a slot of a known source. */
  static List<String> registrable(Assessment assessment) {
    return assessment.unregistered().stream()
        .filter(
            path ->
                DeliveryList.slotOf(path)
                    .filter(slot -> assessment.sources().containsKey(slot.source()))
                    .isPresent())
        .toList();
  }

  /** The list's columns in its own order, which may differ from the usual one. */
  private static List<String> columns(String list) throws IOException {
    try (CSVParser parser = LINE.parse(new StringReader(list.replaceFirst("^\uFEFF", "")))) {
      return parser.iterator().next().stream().map(String::strip).toList();
    }
  }
}
