package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.export.CsvText;
import io.silvergauge.jobs.ingest.RejectReason;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.html.Sent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads back what a period's tables say of refusals, of what is owed and of what was restated. They
 * are read where they are published, so that a document says what the tables say.
 */
public final class SentTables {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private SentTables() {}

  /**
   * What stands in a period's folder. Of refusals no more is held than a count and the first places
   * of each file and reason.
   */
  public static Sent read(Storage storage, String folder) throws IOException {
    return new Sent(
        refused(storage, folder + "/rejects.csv"),
        owed(storage, folder + "/chase.csv"),
        restated(storage, folder + "/revisions.csv"));
  }

  private static List<Sent.Refused> refused(Storage storage, String table) throws IOException {
    Map<String, Map<String, Tally>> files = new TreeMap<>();
    each(
        storage,
        table,
        row ->
            files
                .computeIfAbsent(text(row, "file"), key -> new TreeMap<>())
                .computeIfAbsent(row.get("reason"), key -> new Tally())
                .add(new Bilingual(text(row, "message_zh"), text(row, "message_en"))));
    List<Sent.Refused> refused = new ArrayList<>();
    files.forEach(
        (file, reasons) ->
            reasons.forEach(
                (reason, tally) ->
                    refused.add(
                        new Sent.Refused(
                            file, reason, isRemark(reason), tally.count, tally.first))));
    return refused;
  }

  private static boolean isRemark(String reason) {
    return Arrays.stream(RejectReason.values())
        .anyMatch(one -> one.isRemark() && one.name().equals(reason));
  }

  private static List<Sent.Owed> owed(Storage storage, String table) throws IOException {
    List<Sent.Owed> owed = new ArrayList<>();
    each(
        storage,
        table,
        row ->
            owed.add(
                new Sent.Owed(
                    text(row, "sender"),
                    text(row, "source"),
                    row.get("period"),
                    row.get("due"),
                    row.get("status"),
                    Long.parseLong(row.get("days_late")),
                    Integer.parseInt(row.get("lacking")),
                    text(row, "units"))));
    return owed;
  }

  private static List<Sent.Restated> restated(Storage storage, String table) throws IOException {
    List<Sent.Restated> restated = new ArrayList<>();
    each(
        storage,
        table,
        row ->
            restated.add(
                new Sent.Restated(
                    text(row, "region"),
                    row.get("statistic"),
                    row.get("register"),
                    text(row, "record"),
                    text(row, "field"),
                    row.get("period"),
                    text(row, "unit"),
                    text(row, "old"),
                    text(row, "new"),
                    row.get("received"),
                    text(row, "file"))));
    return restated;
  }

  private static String text(CSVRecord row, String column) {
    return CsvText.rearmed(row.get(column));
  }

  /** Goes through a table; one that is not there has no rows. */
  private static void each(Storage storage, String table, Consumer<CSVRecord> to)
      throws IOException {
    if (!storage.exists(table)) {
      return;
    }
    try (Reader text =
            new BufferedReader(new InputStreamReader(storage.open(table), StandardCharsets.UTF_8));
        CSVParser rows = CSVParser.parse(text, FORMAT)) {
      rows.forEach(to);
    }
  }

  /** How often, and the first of them. */
  private static final class Tally {
    private int count;
    private final List<Bilingual> first = new ArrayList<>();

    void add(Bilingual message) {
      count++;
      if (first.size() < Sent.PLACES) {
        first.add(message);
      }
    }
  }
}
