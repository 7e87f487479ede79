package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the columns of a source description stand in a file.
 *
 * @param size how many columns the header has
 * @param names headers as written, by place
 * @param places places by folded header
 * @param values place of each value column of a wide file that is there
 */
record Header(
    int size,
    List<String> names,
    Map<String, Integer> places,
    Map<Integer, SourceDescription.Column> values) {

  /**
   * Finds the columns.
   *
   * @param rejects receives what is missing
   * @return empty where the file cannot be read without what is missing
   */
  static Optional<Header> of(
      DeliveryReader.FileRecord record,
      SourceDescription description,
      Delivery delivery,
      List<Reject> rejects) {
    Map<String, Integer> places = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    for (int i = 0; i < record.cells().size(); i++) {
      String folded = HeaderText.folded(record.cells().get(i));
      if (!folded.isEmpty() && places.putIfAbsent(folded, i) != null) {
        twice.add(folded);
      }
    }
    boolean usable = true;
    for (String needed : needed(description)) {
      if (!places.containsKey(HeaderText.folded(needed))) {
        usable = false;
        rejects.add(missing(delivery, record, needed, List.of(needed)));
      }
    }
    for (String useful : useful(description)) {
      if (!places.containsKey(HeaderText.folded(useful))) {
        rejects.add(missing(delivery, record, useful, List.of(useful)));
      }
    }
    for (String single : all(description)) {
      if (twice.contains(HeaderText.folded(single))) {
        usable = false;
        rejects.add(duplicate(delivery, record, single));
      }
    }
    Map<Integer, SourceDescription.Column> values = new LinkedHashMap<>();
    for (SourceDescription.Column column : description.columns()) {
      List<Integer> found =
          column.headers().stream()
              .map(header -> places.get(HeaderText.folded(header)))
              .filter(place -> place != null)
              .toList();
      if (found.isEmpty()) {
        rejects.add(missing(delivery, record, column.headers().get(0), column.headers()));
      } else if (found.size() > 1
          || column.headers().stream().map(HeaderText::folded).anyMatch(twice::contains)) {
        usable = false;
        rejects.add(duplicate(delivery, record, column.headers().get(0)));
      } else {
        values.put(found.get(0), column);
      }
    }
    boolean anyValue = !values.isEmpty() || !description.longForm().isEmpty();
    return usable && anyValue
        ? Optional.of(new Header(record.cells().size(), record.cells(), places, values))
        : Optional.empty();
  }

  /** The place of a column that is known to be there or may be missing. */
  Optional<Integer> place(String column) {
    return Optional.ofNullable(places.get(HeaderText.folded(column)));
  }

  /** Columns without which no row can be read. */
  private static List<String> needed(SourceDescription description) {
    List<String> needed = new ArrayList<>(List.of(description.regionColumn()));
    if (!description.periodColumn().isEmpty()) {
      needed.add(description.periodColumn());
    }
    for (SourceDescription.LongForm form : description.longForm()) {
      needed.add(form.statisticColumn());
      needed.add(form.valueColumn());
      if (!form.unitColumn().isEmpty()) {
        needed.add(form.unitColumn());
      }
    }
    return needed;
  }

  /** Columns without which rows can be read, with the end of the period or without a document. */
  private static List<String> useful(SourceDescription description) {
    List<String> useful = new ArrayList<>();
    if (!description.referenceDateColumn().isEmpty()) {
      useful.add(description.referenceDateColumn());
    }
    for (SourceDescription.LongForm form : description.longForm()) {
      if (!form.documentColumn().isEmpty()) {
        useful.add(form.documentColumn());
      }
    }
    return useful;
  }

  private static List<String> all(SourceDescription description) {
    List<String> all = new ArrayList<>(needed(description));
    all.addAll(useful(description));
    return all;
  }

  private static Reject missing(
      Delivery delivery, DeliveryReader.FileRecord record, String column, List<String> headers) {
    return new Reject(
        delivery.path(),
        "",
        record.number(),
        record.line(),
        column,
        "",
        RejectReason.MISSING_COLUMN,
        "",
        Bilingual.of(
            "%s 第 %d 行（表头）：缺少列“%s”，表头应为：%s",
            "%s, record %d (header): column '%s' is missing; its header reads one of: %s",
            delivery.path(),
            record.number(),
            column,
            String.join(" | ", headers)));
  }

  private static Reject duplicate(
      Delivery delivery, DeliveryReader.FileRecord record, String column) {
    return new Reject(
        delivery.path(),
        "",
        record.number(),
        record.line(),
        column,
        "",
        RejectReason.DUPLICATE_COLUMN,
        "",
        Bilingual.of(
            "%s 第 %d 行（表头）：列“%s”出现两次，只能有一列",
            "%s, record %d (header): column '%s' stands twice, it must stand once",
            delivery.path(),
            record.number(),
            column));
  }
}
