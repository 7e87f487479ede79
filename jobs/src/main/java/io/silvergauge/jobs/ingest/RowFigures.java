package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.PeriodText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Reads figures of a row, each for its statistic. */
abstract class RowFigures extends RowPart {
  RowFigures(RowState row) {
    super(row);
  }

  /** Takes one figure, or says why not. */
  void value(
      String region,
      Statistic statistic,
      String unit,
      Optional<Period> of,
      String column,
      String text,
      String document,
      LocalDate reference) {
    if (unit.isEmpty() && !namesItsUnit(text)) {
      reject(
          column,
          text,
          RejectReason.UNKNOWN_UNIT,
          Bilingual.of(
              "“%s”应带单位；可用：%s",
              "'%s' should end in a unit; fitting are %s",
              Rejects.shown(text),
              String.join(" ", context.units().alike(statistic.unit()))));
      return;
    }
    Optional<CellReader.Cell> cell =
        read(column, text, statistic, unit.isEmpty() ? statistic.unit() : unit);
    if (cell.isEmpty() || of.isEmpty() || isLevelOfFlow(statistic)) {
      return;
    }
    CellReader.Cell told = cell.get();
    accept(
        region,
        statistic,
        told.unit(),
        of.get(),
        column,
        told.mark(),
        told.value(),
        document,
        reference);
  }

  /** Whether a cell names its unit, or says that it is no number. */
  private boolean namesItsUnit(String text) {
    try {
      return description.symbols().containsKey(text) || !NumberText.parse(text).behind().isEmpty();
    } catch (NumberText.NotANumberException e) {
      return true; // which is said elsewhere
    }
  }

  /** What happens over a time has no value at its end; a reject where it is given one. */
  boolean isLevelOfFlow(Statistic statistic) {
    boolean level = row.kind == PeriodText.Kind.AT_END && statistic.time() == TimeKind.FLOW;
    if (level) {
      reject(
          description.periodColumn(),
          cell(description.periodColumn()),
          RejectReason.IMPOSSIBLE_PERIOD,
          Bilingual.of(
              "“%s”是期末时点，而“%s”是一段时间内发生的量；请写明起止月份，如 2023年1-12月",
              "'%s' is a day, but '%s' is what happens over a time; please name its months, such"
                  + " as 2023年1-12月",
              Rejects.shown(cell(description.periodColumn())),
              statistic.name()));
    }
    return level;
  }

  /** What a cell says; none, with a reject, where it is refused. */
  Optional<CellReader.Cell> read(String column, String text, Statistic statistic, String unit) {
    CellReader.Cell cell = row.table.cells().read(text, statistic, unit);
    cell.fault().ifPresent(fault -> reject(column, text, fault.reason(), fault.message()));
    noteMark(column, cell.note());
    return cell.fault().isPresent() ? Optional.empty() : Optional.of(cell);
  }

  /** Adds a figure to the row. */
  void accept(
      String region,
      Statistic statistic,
      String unit,
      Period of,
      String column,
      Mark mark,
      BigDecimal value,
      String document,
      LocalDate reference) {
    row.observations.add(
        new Observation(
            region,
            statistic.id(),
            of,
            mark,
            mark == Mark.NUMBER ? value : BigDecimal.ZERO,
            unit,
            ValueStatus.REPORTED,
            reference.equals(LocalDate.MIN) ? of.lastDay() : reference,
            document,
            new Origin(delivery.path(), place.sheet(), record.number(), column)));
  }

  /** Whether a unit fits a statistic; a reject where not. */
  boolean fitting(String column, String unit, Statistic statistic) {
    if (context.units().convertible(unit, statistic.unit())) {
      return true;
    }
    reject(
        column,
        unit,
        RejectReason.UNKNOWN_UNIT,
        Bilingual.of(
            "单位“%s”未知或不适用于“%s”；可用：%s",
            "unit '%s' is unknown or does not fit '%s'; fitting are %s",
            Rejects.shown(unit),
            statistic.name(),
            String.join(" ", context.units().alike(statistic.unit()))));
    return false;
  }

  /** Says that a name is that of no statistic. */
  void unknownStatistic(String column, String named, Map<String, String> names) {
    reject(
        column,
        named,
        RejectReason.UNKNOWN_STATISTIC,
        Bilingual.of(
            "未知统计量“%s”%s",
            "unknown statistic '%s'%s",
            Rejects.shown(named),
            Suggestion.nearest(
                Rejects.shown(named),
                names.isEmpty() ? context.statistics().keySet() : names.keySet())));
  }
}
