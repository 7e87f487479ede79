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
 */
public record Told(List<Revision> revisions, List<Unused> unused) {
  public Told {
    revisions = List.copyOf(revisions);
    unused = List.copyOf(unused);
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
            "replaced_file"),
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
                        one.replaced()))
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
    return lines;
  }

  private static Object value(String said) {
    return said.matches("-?[0-9]+(\\.[0-9]+)?") ? new BigDecimal(said) : said;
  }
}
