package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.export.CsvTables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is told of one period beside its figures.
 *
 * @param revisions what later deliveries changed
 * @param unused what was accepted and is in no figure
 * @param chased what senders owe
 */
public record Told(List<Revision> revisions, List<Unused> unused, List<Chase> chased) {
  public Told {
    revisions = List.copyOf(revisions);
    unused = List.copyOf(unused);
    chased = List.copyOf(chased);
  }

  /** {@code revisions.csv}. */
  byte[] revisionTable() {
    return CsvTables.table(
        List.of(
            "region",
            "statistic",
            "period",
            "unit",
            "old",
            "new",
            "change",
            "slot",
            "received",
            "mode",
            "file",
            "replaced_file",
            "register",
            "record",
            "field"),
        revisions.stream()
            .map(
                one ->
                    List.of(
                        one.region(),
                        one.statistic(),
                        one.period(),
                        one.unit(),
                        value(one.before()),
                        value(one.after()),
                        one.change(),
                        one.slot(),
                        one.received(),
                        one.mode(),
                        one.file(),
                        one.replaced(),
                        one.register(),
                        one.record(),
                        one.field()))
            .toList());
  }

  /** {@code unused.csv}. */
  byte[] unusedTable() {
    return CsvTables.table(
        List.of(
            "file",
            "first_row",
            "region",
            "statistic",
            "period",
            "values",
            "reason",
            "message_zh",
            "message_en"),
        unused.stream()
            .map(
                one ->
                    Arrays.asList(
                        one.file(),
                        BigDecimal.valueOf(one.row()),
                        one.region(),
                        one.statistic(),
                        one.period(),
                        BigDecimal.valueOf(one.values()),
                        one.reason().code(),
                        one.reason().text().zh(),
                        one.reason().text().en()))
            .toList());
  }

  /** {@code chase.csv}. */
  byte[] chaseTable() {
    return CsvTables.table(
        List.of(
            "sender",
            "source",
            "period",
            "due",
            "status",
            "days_late",
            "lacking",
            "units",
            "files",
            "message_zh",
            "message_en"),
        chased.stream()
            .map(
                one ->
                    List.of(
                        one.owed().sender(),
                        one.owed().source(),
                        one.owed().period().toString(),
                        one.owed().due().toString(),
                        one.status().code(),
                        BigDecimal.valueOf(one.daysLate()),
                        BigDecimal.valueOf(one.lacking().size()),
                        String.join("; ", one.lacking()),
                        String.join("; ", one.files()),
                        one.words().zh(),
                        one.words().en()))
            .toList());
  }

  /** A line or more for the person who runs it; none where there is nothing to tell. */
  public List<Bilingual> lines() {
    List<Bilingual> lines = new ArrayList<>();
    if (!revisions.isEmpty()) {
      lines.add(
          Bilingual.of(
              "后续报送修订 %d 项，见 revisions.csv",
              "%d values were revised by later deliveries, see revisions.csv", revisions.size()));
    }
    Map<Unused.Reason, Long> counts = new TreeMap<>();
    unused.forEach(one -> counts.merge(one.reason(), one.values(), Long::sum));
    counts.forEach(
        (reason, count) ->
            lines.add(
                Bilingual.of(
                    "提示：%d 个已采用的数值%s，见 unused.csv",
                    "Note: of %d accepted values: %s; see unused.csv", count, reason.text())));
    lines.addAll(chaseLines(chased));
    return lines;
  }

  /** The chase list in words. */
  public static List<Bilingual> chaseLines(List<Chase> chased) {
    List<Bilingual> lines = new ArrayList<>();
    if (!chased.isEmpty()) {
      lines.add(Bilingual.of("催报（%d 项）：", "To be chased (%d):", chased.size()));
      chased.forEach(one -> lines.add(Bilingual.of("  %s", "  %s", one.words())));
    }
    return lines;
  }

  private static Object value(String said) {
    return said.matches("-?[0-9]+(\\.[0-9]+)?") ? new BigDecimal(said) : said;
  }
}
