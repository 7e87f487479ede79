package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.jobs.read.SourceDescription;
import java.time.LocalDate;

/** A row with one figure of a statistic that it names. */
final class LongRow extends RowFigures {
  LongRow(RowState row) {
    super(row);
  }

  /** Reads its figure. */
  void read(String region, SourceDescription.LongForm form, LocalDate reference) {
    String named = cell(form.statisticColumn());
    String id =
        form.statisticNames().isEmpty() ? named : form.statisticNames().getOrDefault(named, "");
    Statistic statistic = context.statistics().get(id);
    if (statistic == null) {
      unknownStatistic(form.statisticColumn(), named, form.statisticNames());
      return;
    }
    row.told = id;
    String unit = form.unitColumn().isEmpty() ? statistic.unit() : cell(form.unitColumn());
    if (unit.isEmpty()) {
      unit = statistic.unit();
    }
    unit = context.units().spelled(unit).map(Unit::symbol).orElse(unit);
    if (!fitting(form.unitColumn(), unit, statistic)) {
      return;
    }
    String text = cell(form.valueColumn());
    value(
        region,
        statistic,
        unit,
        row.period,
        form.valueColumn(),
        form.valueNames().getOrDefault(text, text),
        form.documentColumn().isEmpty() ? "" : cell(form.documentColumn()),
        reference);
  }
}
