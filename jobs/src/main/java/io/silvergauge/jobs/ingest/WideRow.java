package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.jobs.read.SourceDescription;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** A row with a column a statistic. */
final class WideRow extends RowFigures {
  WideRow(RowState row) {
    super(row);
  }

  /** Reads its figures. */
  void read(String region, LocalDate reference) {
    for (Header.Value value : header.values()) {
      SourceDescription.Column column = value.column();
      Statistic statistic = context.statistics().get(column.statistic());
      Optional<Period> of = column.yearToDate() ? row.period.map(Period::yearToDate) : row.period;
      if (value.places().size() == 1) {
        int at = value.places().get(0);
        value(
            region,
            statistic,
            value.unit(),
            of,
            header.names().at(at),
            record.text(at),
            "",
            reference);
      } else {
        sum(region, statistic, value, of, reference);
      }
    }
  }

  /** Columns added up: no number unless all are, for what is missing is not zero. */
  private void sum(
      String region,
      Statistic statistic,
      Header.Value value,
      Optional<Period> of,
      LocalDate reference) {
    int before = rejects.size();
    Mark mark = Mark.NOT_APPLICABLE;
    BigDecimal total = BigDecimal.ZERO;
    for (int at : value.places()) {
      Optional<CellReader.Cell> cell =
          read(header.names().at(at), record.text(at), statistic, value.unit());
      if (cell.isPresent() && !cell.get().unit().equals(value.unit())) {
        fitting(header.names().at(at), "", statistic);
      }
      if (cell.isPresent()) {
        mark = mark.plus(cell.get().mark());
        total = total.add(cell.get().value());
      }
    }
    String column = value.column().headers().get(0);
    if (rejects.size() == before && mark == Mark.NUMBER) {
      CellReader.Cell whole = row.table.cells().total(total, statistic, value.unit());
      String text = total.stripTrailingZeros().toPlainString();
      whole.fault().ifPresent(fault -> reject(column, text, fault.reason(), fault.message()));
    }
    if (rejects.size() == before && of.isPresent() && !isLevelOfFlow(statistic)) {
      accept(region, statistic, value.unit(), of.get(), column, mark, total, "", reference);
    }
  }
}
