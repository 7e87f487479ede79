package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns one row into observations by the source description, or into rejects that say why not. */
final class RowMapper {
  private final String sheet;
  private final boolean ragged;
  private final SourceDescription description;
  private final Header header;
  private final RowTable table;
  private final Map<String, Set<Integer>> asideColumns = new HashMap<>();
  private final Set<Integer> labels = new TreeSet<>();
  private final Set<Integer> figures = new TreeSet<>();

  /**
   * A mapper for one sheet.
   *
   * @param ragged whether a row must have as many cells as the header
   */
  RowMapper(
      String sheet,
      boolean ragged,
      Delivery delivery,
      SourceDescription description,
      ReadingContext context,
      Header header) {
    this.sheet = sheet;
    this.ragged = ragged;
    this.description = description;
    this.header = header;
    Map<String, String> codes = new HashMap<>();
    Set<Integer> numbers = new HashSet<>();
    Set<Integer> used = new TreeSet<>();
    header.values().forEach(value -> numbers.addAll(value.places()));
    numbers.addAll(header.periods().keySet());
    used.addAll(header.fields().keySet());
    description
        .longForm()
        .forEach(form -> header.place(form.valueColumn()).ifPresent(numbers::add));
    used.addAll(numbers);
    figures.addAll(used);
    List<String> columns = new ArrayList<>();
    columns.add(description.regionColumn());
    columns.add(description.periodColumn());
    columns.add(description.referenceDateColumn());
    description.longForm().forEach(form -> columns.add(form.statisticColumn()));
    description.longForm().forEach(form -> columns.add(form.unitColumn()));
    description.crossForm().forEach(form -> columns.add(form.statisticColumn()));
    description.crossForm().forEach(form -> columns.add(form.unitColumn()));
    columns.forEach(column -> header.place(column).ifPresent(used::add));
    columns.forEach(column -> header.place(column).ifPresent(labels::add));
    header.place(description.region().nameColumn()).ifPresent(labels::add);
    description.setAside().forEach(rule -> header.place(rule.column()).ifPresent(labels::add));
    labels.removeAll(figures);
    for (SourceDescription.RowCheck check : description.checks()) {
      check.parts().forEach(part -> header.place(part).ifPresent(numbers::add));
      header.place(check.total()).ifPresent(numbers::add);
    }
    description.region().codes().forEach((name, code) -> codes.put(HeaderText.folded(name), code));
    for (SourceDescription.SetAside rule : description.setAside()) {
      asideColumns.put(rule.column(), new TreeSet<>(header.names().places(rule.column())));
    }
    Set<Integer> personal = new HashSet<>();
    for (int place = 0; place < header.size(); place++) {
      if (PersonalData.isHeading(header.names().at(place))) {
        personal.add(place);
      }
    }
    table =
        new RowTable(
            sheet,
            delivery,
            description,
            context,
            header,
            new CellReader(description, context),
            new KnownFields(),
            codes,
            numbers,
            used,
            personal);
  }

  /** What all its rows have in common. */
  RowTable table() {
    return table;
  }

  /** The places of what says of a row which region, period, statistic and unit it is about. */
  Set<Integer> labels() {
    return labels;
  }

  /** The places of what a row says. */
  Set<Integer> figures() {
    return figures;
  }

  MappedRow map(SheetRow record) {
    return map(record, Optional.empty());
  }

  /**
   * Maps a row.
   *
   * @param merged the place of a figure that is merged with others
   */
  MappedRow map(SheetRow record, Optional<Integer> merged) {
    try {
      return mapped(record, merged);
    } catch (RuntimeException | StackOverflowError e) {
      throw new RowFailure(RowPlace.of(sheet, record), e);
    }
  }

  private MappedRow mapped(SheetRow record, Optional<Integer> merged) {
    if (record.blank() || isSetAside(record)) {
      return MappedRow.setAside(RowPlace.of(sheet, record));
    }
    RowReading row = new RowReading(new RowState(table, record));
    boolean fits = ragged ? record.size() == header.size() : record.size() <= header.size();
    if (!fits) {
      row.reject(
          "",
          "",
          RejectReason.ROW_SHAPE,
          Bilingual.of(
              "该行有 %d 个单元格，表头有 %d 个；请检查分隔符和引号",
              "the row has %d cells, the header %d; please check separators and quotes",
              record.size(),
              header.size()));
      return row.mapped();
    }
    row.read(merged);
    return row.mapped();
  }

  private boolean isSetAside(SheetRow record) {
    for (SourceDescription.SetAside rule : description.setAside()) {
      for (int place : asideColumns.get(rule.column())) {
        if (place < record.size() && rule.fits(record.text(place))) {
          return true;
        }
      }
    }
    return false;
  }
}
