package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.Slot;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.SourceDescriptionReader;
import java.time.LocalDate;

/** A file as if 110000 had sent it for 2023Q4 on 2024-01-15, read under the small scheme. */
final class Sent {
  static final ReadingContext CONTEXT =
      ReadingContext.of(SmallAssessment.scheme(), SmallAssessment.regions());

  private static final LocalDate RECEIVED = LocalDate.of(2024, 1, 15);

  private Sent() {}

  /** A description in a text, which must be without fault. */
  static SourceDescription description(String text) {
    byte[] content = Repository.utf8(text);
    Faults faults = new Faults();
    SourceDescription description =
        SourceDescriptionReader.read(
                "source.yaml", content, Sha256.of(content), SmallAssessment.scheme(), faults)
            .orElse(null);
    assertThat(SmallAssessment.said(faults)).isEmpty();
    return description;
  }

  static SourceDescription civil() {
    return description(SmallAssessment.CIVIL);
  }

  static SourceDescription items() {
    return description(SmallAssessment.ITEMS);
  }

  static SourceDescription visits() {
    return description(SmallAssessment.VISITS);
  }

  static SourceDescription plain() {
    return SourceDescription.plainLong();
  }

  static Delivery delivery(String source, byte[] content) {
    return new Delivery(
        "2023Q4/110000/" + source + ".csv",
        Sha256.of(content),
        "110000",
        RECEIVED,
        Slot.parse(source + "/110000/2023Q4/all"),
        Delivery.Mode.FULL);
  }

  /** Reads a file of these lines. */
  static Batch read(SourceDescription description, String... lines) {
    return read(description, Repository.utf8(String.join("\n", lines) + "\n"));
  }

  /** Reads a file of these bytes; whatever they are, its account must balance. */
  static Batch read(SourceDescription description, byte[] content) {
    Batch batch =
        DeliveryReader.read(content, delivery(description.id(), content), description, CONTEXT);
    assertThat(batch.account().balanced()).as("%s", batch.account()).isTrue();
    return batch;
  }

  /** A table of civil affairs with these rows: its title is record 1, its header record 2. */
  static Batch civil(String... rows) {
    return read(civil(), civilLines(rows));
  }

  static String[] civilLines(String... rows) {
    String[] lines = new String[rows.length + 2];
    lines[0] = "养老服务情况表,,,,";
    lines[1] = "代码,地区,床位数,护理型,资金";
    System.arraycopy(rows, 0, lines, 2, rows.length);
    return lines;
  }

  /** An observation on one line: region, statistic, period, value or mark, unit, record. */
  static String line(Observation observation) {
    return String.join(
        " ",
        observation.region(),
        observation.statistic(),
        observation.period().toString(),
        observation.mark() == Mark.NUMBER
            ? observation.value().stripTrailingZeros().toPlainString()
            : observation.mark().code(),
        observation.unit(),
        "@" + observation.origin().row());
  }
}
