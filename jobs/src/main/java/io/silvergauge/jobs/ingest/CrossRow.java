package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.SourceDescription;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A row with a statistic of its own and a column a period. */
final class CrossRow extends RowFigures {
  CrossRow(RowState row) {
    super(row);
  }

  /** Reads its figures. */
  void read(String region, SourceDescription.CrossForm form, LocalDate reference) {
    String label = form.statistic().isEmpty() ? cell(form.statisticColumn()) : "";
    String id = form.statistic().isEmpty() ? statisticOf(label, form) : form.statistic();
    Statistic statistic = context.statistics().get(id);
    if (statistic == null) {
      unknownStatistic(form.statisticColumn(), label, form.statisticNames());
      return;
    }
    row.told = id;
    Optional<String> unit = unitOf(statistic, label, form);
    if (unit.isEmpty()) {
      return;
    }
    header
        .periods()
        .forEach(
            (at, of) ->
                value(
                    region,
                    statistic,
                    unit.get(),
                    Optional.of(of),
                    header.names().at(at),
                    record.text(at),
                    "",
                    reference));
  }

  /** The statistic that a label names, with or without a unit in brackets. */
  private String statisticOf(String label, SourceDescription.CrossForm form) {
    if (form.statisticNames().isEmpty()) {
      return label;
    }
    String bare = HeaderNames.withoutUnit(label, context.units());
    String found = "";
    for (Map.Entry<String, String> name : form.statisticNames().entrySet()) {
      String folded = HeaderText.folded(name.getKey());
      if (folded.equals(HeaderText.folded(label))) {
        return name.getValue();
      }
      found = folded.equals(bare) ? name.getValue() : found;
    }
    return found;
  }

  /** The unit of a row: its column's, its label's, the file's, or the description's. */
  private Optional<String> unitOf(
      Statistic statistic, String label, SourceDescription.CrossForm form) {
    if (form.unitFrom() == SourceDescription.UnitFrom.CELL) {
      return Optional.of("");
    }
    String declared = form.unit().isEmpty() ? statistic.unit() : form.unit();
    String inColumn = form.unitColumn().isEmpty() ? "" : cell(form.unitColumn());
    String inLabel =
        HeaderText.inBrackets(label).flatMap(context.units()::spelled).map(Unit::symbol).orElse("");
    String told =
        inColumn.isEmpty()
            ? inLabel
            : context.units().spelled(inColumn).map(Unit::symbol).orElse(inColumn);
    if (told.isEmpty() && context.units().convertible(header.fileUnit(), statistic.unit())) {
      told = header.fileUnit();
      boolean against =
          form.unitFrom() == SourceDescription.UnitFrom.DESCRIPTION && !told.equals(declared);
      if (against) {
        reject(
            form.statisticColumn(),
            told,
            RejectReason.UNIT_CONFLICT,
            Bilingual.of(
                "来源说明的单位是“%s”，文件写的是“%s”；请更正来源说明",
                "the source description has the unit '%s', the file '%s'; please mend the"
                    + " description",
                declared,
                told));
        return Optional.empty();
      }
    }
    String unit = told.isEmpty() ? declared : told;
    return fitting(form.unitColumn(), unit, statistic) ? Optional.of(unit) : Optional.empty();
  }
}
