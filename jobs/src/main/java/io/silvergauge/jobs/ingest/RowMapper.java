package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.PeriodText;
import io.silvergauge.jobs.read.RegionNames;
import io.silvergauge.jobs.read.SourceDescription;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns one row into observations by the source description, or into rejects that say why not. */
final class RowMapper {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private final Delivery delivery;
  private final SourceDescription description;
  private final ReadingContext context;
  private final Header header;
  private final CellReader cells;

  RowMapper(
      Delivery delivery, SourceDescription description, ReadingContext context, Header header) {
    this.delivery = delivery;
    this.description = description;
    this.context = context;
    this.header = header;
    this.cells = new CellReader(description, context);
  }

  MappedRow map(DeliveryReader.FileRecord record) {
    if (record.blank() || isSetAside(record)) {
      return MappedRow.setAside(record);
    }
    Row row = new Row(record);
    if (record.cells().size() != header.size()) {
      row.reject(
          "",
          "",
          RejectReason.ROW_SHAPE,
          Bilingual.of(
              "该行有 %d 个单元格，表头有 %d 个；请检查分隔符和引号",
              "the row has %d cells, the header %d; please check separators and quotes",
              record.cells().size(),
              header.size()));
      return row.mapped();
    }
    row.read();
    return row.mapped();
  }

  private boolean isSetAside(DeliveryReader.FileRecord record) {
    for (SourceDescription.SetAside rule : description.setAside()) {
      Optional<Integer> place = header.place(rule.column());
      if (place.isPresent()
          && place.get() < record.cells().size()
          && rule.is().contains(record.cells().get(place.get()))) {
        return true;
      }
    }
    return false;
  }

  /** One row while it is being read. */
  private final class Row {
    private final DeliveryReader.FileRecord record;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private Optional<Period> period = Optional.empty();
    private PeriodText.Kind kind = PeriodText.Kind.WHOLE;
    private String combined = "";

    Row(DeliveryReader.FileRecord record) {
      this.record = record;
    }

    MappedRow mapped() {
      return MappedRow.of(record, periodText(), observations, rejects).combinedWith(combined);
    }

    void read() {
      checkPersonalData();
      checkDamage();
      if (!rejects.isEmpty()) {
        return; // other checks would show what must not be shown, or repeat the damage
      }
      period = period();
      String region = region(cell(description.regionColumn()));
      LocalDate reference = referenceDate();
      if (description.longForm().isEmpty()) {
        for (Map.Entry<Integer, SourceDescription.Column> entry : header.values().entrySet()) {
          SourceDescription.Column column = entry.getValue();
          Statistic statistic = context.statistics().get(column.statistic());
          value(
              region,
              statistic,
              column.unit(),
              column.yearToDate(),
              header.names().get(entry.getKey()),
              record.cells().get(entry.getKey()),
              "",
              reference);
        }
      } else {
        readLong(region, description.longForm().get(0), reference);
      }
    }

    private void readLong(String region, SourceDescription.LongForm form, LocalDate reference) {
      String named = cell(form.statisticColumn());
      String id =
          form.statisticNames().isEmpty() ? named : form.statisticNames().getOrDefault(named, "");
      Statistic statistic = context.statistics().get(id);
      if (statistic == null) {
        reject(
            form.statisticColumn(),
            named,
            RejectReason.UNKNOWN_STATISTIC,
            Bilingual.of(
                "未知统计量“%s”%s",
                "unknown statistic '%s'%s",
                Rejects.shown(named),
                Suggestion.nearest(
                    Rejects.shown(named),
                    form.statisticNames().isEmpty()
                        ? context.statistics().keySet()
                        : form.statisticNames().keySet())));
        return;
      }
      String unit = form.unitColumn().isEmpty() ? statistic.unit() : cell(form.unitColumn());
      if (unit.isEmpty()) {
        unit = statistic.unit();
      }
      unit = context.units().spelled(unit).map(Unit::symbol).orElse(unit);
      if (!context.units().convertible(unit, statistic.unit())) {
        reject(
            form.unitColumn(),
            unit,
            RejectReason.UNKNOWN_UNIT,
            Bilingual.of(
                "单位“%s”未知或不适用于“%s”；可用：%s",
                "unit '%s' is unknown or does not fit '%s'; fitting are %s",
                Rejects.shown(unit),
                statistic.name(),
                String.join(" ", context.units().alike(statistic.unit()))));
        return;
      }
      String text = cell(form.valueColumn());
      value(
          region,
          statistic,
          unit,
          false,
          form.valueColumn(),
          form.valueNames().getOrDefault(text, text),
          form.documentColumn().isEmpty() ? "" : cell(form.documentColumn()),
          reference);
    }

    private void value(
        String region,
        Statistic statistic,
        String unit,
        boolean yearToDate,
        String column,
        String text,
        String document,
        LocalDate reference) {
      CellReader.Cell cell = cells.read(text, statistic, unit);
      cell.fault().ifPresent(fault -> reject(column, text, fault.reason(), fault.message()));
      if (cell.fault().isPresent() || period.isEmpty()) {
        return;
      }
      if (kind == PeriodText.Kind.AT_END && statistic.time() == TimeKind.FLOW) {
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
        return;
      }
      Period of = yearToDate ? period.get().yearToDate() : period.get();
      observations.add(
          new Observation(
              region,
              statistic.id(),
              of,
              cell.mark(),
              cell.mark() == Mark.NUMBER ? cell.value() : BigDecimal.ZERO,
              cell.unit(),
              ValueStatus.REPORTED,
              reference.equals(LocalDate.MIN) ? of.lastDay() : reference,
              document,
              new Origin(delivery.path(), "", record.number(), column)));
    }

    private Optional<Period> period() {
      if (description.periodColumn().isEmpty()) {
        return Optional.of(delivery.slot().period());
      }
      String text = cell(description.periodColumn());
      Period found;
      try {
        PeriodText written = PeriodText.parse(text);
        found = written.period();
        kind = written.kind();
      } catch (PeriodText.NotAPeriodException e) {
        reject(
            description.periodColumn(),
            text,
            RejectReason.UNKNOWN_PERIOD,
            Bilingual.of("“%s”不是有效时期，%s", "'%s' is no period; %s", Rejects.shown(text), e.hint()));
        return Optional.empty();
      }
      if (!delivery.slot().period().contains(found)) {
        reject(
            description.periodColumn(),
            text,
            RejectReason.IMPOSSIBLE_PERIOD,
            Bilingual.of(
                "时期 %s 不在报送时期 %s 之内",
                "period %s does not lie in %s, for which the file was sent",
                found,
                delivery.slot().period()));
        return Optional.empty();
      }
      if (kind == PeriodText.Kind.AT_END && found.lastDay().isAfter(delivery.received())) {
        reject(
            description.periodColumn(),
            text,
            RejectReason.IMPOSSIBLE_PERIOD,
            Bilingual.of(
                "“%s”晚于收到日期 %s，期末数不能提前报送",
                "'%s' lies after %s, when the file was received; a level at the end cannot be known"
                    + " before",
                Rejects.shown(text),
                delivery.received()));
        return Optional.empty();
      }
      if (found.firstDay().isAfter(delivery.received())) {
        reject(
            description.periodColumn(),
            text,
            RejectReason.IMPOSSIBLE_PERIOD,
            Bilingual.of(
                "时期 %s 晚于收到日期 %s",
                "period %s had not begun when the file was received on %s",
                found,
                delivery.received()));
        return Optional.empty();
      }
      return Optional.of(found);
    }

    /** The code of the region a cell means; the text itself, rejected, where it means none. */
    private String region(String text) {
      RegionNames.Found found = context.names().find(text, delivery.slot().sender(), period);
      if (found instanceof RegionNames.Found.One one) {
        checkEnd(one.code());
        return one.code();
      }
      if (found instanceof RegionNames.Found.Combined both) {
        combined = both.parts();
        return both.code();
      }
      if (found instanceof RegionNames.Found.Several several) {
        reject(
            description.regionColumn(),
            text,
            RejectReason.AMBIGUOUS_REGION,
            Bilingual.of(
                "“%s”可指多个行政区划：%s；请写代码或带上级名称",
                "'%s' can mean several regions: %s; please give the code or the units above it",
                Rejects.shown(text),
                String.join(", ", several.codes().stream().map(context.names()::shown).toList())));
        return text;
      }
      reject(
          description.regionColumn(),
          text,
          RejectReason.UNKNOWN_REGION,
          Bilingual.of(
              "行政区划“%s”不在 regions/ 中%s",
              "region '%s' is not in regions/%s",
              Rejects.shown(text),
              Suggestion.nearest(Rejects.shown(text), context.regionEnds().keySet())));
      return text;
    }

    private void checkEnd(String region) {
      LocalDate end = context.regionEnds().get(region);
      if (end != null && period.isPresent() && !end.isAfter(period.get().firstDay())) {
        reject(
            description.regionColumn(),
            region,
            RejectReason.EXPIRED_REGION,
            Bilingual.of(
                "行政区划代码“%s”已于 %s 停用，早于时期 %s",
                "region code '%s' ended on %s, before period %s began", region, end, period.get()));
      }
    }

    private void checkPersonalData() {
      for (int i = 0; i < record.cells().size(); i++) {
        if (!isReportedNumber(i) && PersonalData.isIn(record.cells().get(i))) {
          reject(
              header.names().get(i),
              "",
              RejectReason.PERSONAL_DATA,
              Bilingual.of(
                  "疑似身份证号或电话号码（内容不予显示）；请删除个人信息后重新报送",
                  "it looks like an identity or telephone number (not shown); please remove"
                      + " personal data and send it again"));
        }
      }
    }

    /**
     * Whether a cell holds a number for a statistic, which may well look like a telephone number.
     */
    private boolean isReportedNumber(int place) {
      boolean value =
          header.values().containsKey(place)
              || description.longForm().stream()
                  .anyMatch(form -> header.place(form.valueColumn()).equals(Optional.of(place)));
      return value && NumberText.isNumber(record.cells().get(place));
    }

    private void checkDamage() {
      for (int i = 0; i < record.cells().size(); i++) {
        String text = record.cells().get(i);
        if (text.indexOf('\uFFFD') >= 0) {
          reject(
              header.names().get(i),
              text,
              RejectReason.TEXT_DAMAGED,
              Bilingual.of(
                  "“%s”含有替换字符，文字在报送前已损坏；请从原文件重新导出",
                  "'%s' holds replacement characters, so its text was damaged before it was sent;"
                      + " please export it again from the original",
                  Rejects.shown(text)));
        }
      }
    }

    private LocalDate referenceDate() {
      if (description.referenceDateColumn().isEmpty()
          || header.place(description.referenceDateColumn()).isEmpty()) {
        return LocalDate.MIN;
      }
      String text = cell(description.referenceDateColumn());
      if (text.isEmpty()) {
        return LocalDate.MIN;
      }
      try {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
          return date;
        }
        throw new DateTimeParseException("out of range", text, 0);
      } catch (DateTimeParseException e) {
        reject(
            description.referenceDateColumn(),
            text,
            RejectReason.NOT_A_DATE,
            Bilingual.of(
                "“%s”不是日期，应如 2023-12-31",
                "'%s' is not a date such as 2023-12-31", Rejects.shown(text)));
        return LocalDate.MIN;
      }
    }

    private String cell(String column) {
      return header.place(column).map(record.cells()::get).orElse("");
    }

    private String periodText() {
      return period.map(Period::toString).orElse("");
    }

    private void reject(String column, String value, RejectReason reason, Bilingual message) {
      rejects.add(Rejects.inRow(delivery, record, column, value, reason, periodText(), message));
    }
  }
}
