package io.silvergauge.jobs.export;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.outcome.Behind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The single things behind the figures of one period as CSV, by file name; a table without a row is
 * left out. {@code docs/outputs.md} says what each column holds.
 */
public final class BehindTables {
  private final CsvText records =
      new CsvText(
          "city",
          "period",
          "indicator",
          "subject",
          "register",
          "no",
          "region",
          "id",
          "name",
          "state",
          "asked",
          "asked_zh",
          "asked_en",
          "values",
          "file",
          "sheet",
          "row");
  private final CsvText items =
      new CsvText(
          "city",
          "period",
          "indicator",
          "subject",
          "region",
          "item",
          "name_zh",
          "name_en",
          "state",
          "points",
          "reached",
          "why_zh",
          "why_en",
          "self",
          "assessor_1",
          "points_1",
          "reason_1",
          "assessor_2",
          "points_2",
          "reason_2",
          "dated",
          "evidence",
          "file",
          "sheet",
          "row");
  private final CsvText stages =
      new CsvText(
          "city",
          "period",
          "indicator",
          "subject",
          "no",
          "stage",
          "name_zh",
          "name_en",
          "records",
          "field",
          "sum",
          "unit");
  private final CsvText subjects =
      new CsvText(
          "subject",
          "name_zh",
          "name_en",
          "period",
          "indicator",
          "amount",
          "numerator",
          "denominator",
          "unit",
          "state",
          "reason",
          "detail_zh",
          "detail_en");
  private final Map<String, byte[]> tables = new TreeMap<>();

  private BehindTables() {}

  /** The tables of one period that have a row, by file name. */
  public static Map<String, byte[]> of(Collection<RegionEvaluation> regions) {
    BehindTables tables = new BehindTables();
    Map<String, Object[]> ofSubjects = new TreeMap<>();
    regions.stream()
        .sorted(Comparator.comparing(region -> region.region().code()))
        .forEach(
            region ->
                region.indicators().stream()
                    .filter(result -> result.behind() != null)
                    .sorted(Comparator.comparing(IndicatorResult::id))
                    .forEach(result -> tables.add(region, result, ofSubjects)));
    ofSubjects.values().forEach(row -> tables.row("subjects.csv", tables.subjects, row));
    return tables.written();
  }

  private void add(
      RegionEvaluation region, IndicatorResult result, Map<String, Object[]> ofSubjects) {
    Behind behind = result.behind();
    List<Object> key = new ArrayList<>();
    key.add(region.region().code());
    key.add(region.period());
    key.add(result.id());
    key.add(behind.subject());
    int no = 1;
    for (Behind.Listed record : behind.records()) {
      row("records.csv", records, joined(key, recordCells(behind, record, no++)));
    }
    behind.items().forEach(item -> row("items.csv", items, joined(key, itemCells(item))));
    no = 1;
    for (Behind.Stage stage : behind.stages()) {
      stageRows(key, stage, no++);
    }
    if (behind.subject() != null) {
      ofSubjects.put(
          behind.subject() + " " + result.id(),
          new Object[] {
            behind.subject(),
            behind.subjectName().zh(),
            behind.subjectName().en(),
            region.period(),
            result.id(),
            result.amount(),
            result.numerator(),
            result.denominator(),
            result.unit(),
            result.state(),
            result.reason(),
            result.detail() == null ? null : result.detail().zh(),
            result.detail() == null ? null : result.detail().en()
          });
    }
  }

  private static Object[] recordCells(Behind behind, Behind.Listed record, int no) {
    return new Object[] {
      behind.register(),
      BigDecimal.valueOf(no),
      record.region(),
      record.id(),
      record.name(),
      record.state(),
      record.asked().stream().map(Behind.Asked::id).collect(Collectors.joining("; ")),
      record.asked().stream().map(asked -> asked.name().zh()).collect(Collectors.joining("；")),
      record.asked().stream().map(asked -> asked.name().en()).collect(Collectors.joining("; ")),
      record.values().stream()
          .map(value -> value.field() + "=" + (value.value() == null ? "" : value.value()))
          .collect(Collectors.joining("; ")),
      record.file(),
      record.sheet(),
      BigDecimal.valueOf(record.row())
    };
  }

  private static Object[] itemCells(Behind.Item item) {
    return new Object[] {
      item.region(),
      item.id(),
      item.name().zh(),
      item.name().en(),
      item.state(),
      item.points(),
      item.reached(),
      item.why().zh(),
      item.why().en(),
      item.self(),
      assessor(item, 0) == null ? null : assessor(item, 0).who(),
      assessor(item, 0) == null ? null : assessor(item, 0).points(),
      assessor(item, 0) == null ? null : assessor(item, 0).reason(),
      assessor(item, 1) == null ? null : assessor(item, 1).who(),
      assessor(item, 1) == null ? null : assessor(item, 1).points(),
      assessor(item, 1) == null ? null : assessor(item, 1).reason(),
      item.dated(),
      item.evidence(),
      item.file(),
      item.sheet(),
      item.row() == 0 ? null : BigDecimal.valueOf(item.row())
    };
  }

  private static Behind.Assessor assessor(Behind.Item item, int place) {
    return place < item.assessors().size() ? item.assessors().get(place) : null;
  }

  private void stageRows(List<Object> key, Behind.Stage stage, int no) {
    List<Behind.Sum> sums = new ArrayList<>(stage.sums());
    if (sums.isEmpty()) {
      sums.add(null);
    }
    for (Behind.Sum sum : sums) {
      row(
          "stages.csv",
          stages,
          joined(
              key,
              BigDecimal.valueOf(no),
              stage.id(),
              stage.name().zh(),
              stage.name().en(),
              BigDecimal.valueOf(stage.records()),
              sum == null ? null : sum.field(),
              sum == null ? null : sum.value(),
              sum == null ? null : sum.unit()));
    }
  }

  private static Object[] joined(List<Object> key, Object... cells) {
    List<Object> all = new ArrayList<>(key);
    all.addAll(Arrays.asList(cells));
    return all.toArray();
  }

  private void row(String table, CsvText csv, Object... cells) {
    csv.row(cells);
    tables.put(table, new byte[0]);
  }

  private Map<String, byte[]> written() {
    Map<String, CsvText> all =
        Map.of(
            "records.csv",
            records,
            "items.csv",
            items,
            "stages.csv",
            stages,
            "subjects.csv",
            subjects);
    tables.replaceAll((name, none) -> all.get(name).bytes());
    return tables;
  }
}
