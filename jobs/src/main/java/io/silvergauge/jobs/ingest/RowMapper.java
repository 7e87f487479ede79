package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.register.CreditCode;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.CellKind;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.Limits;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.PeriodText;
import io.silvergauge.jobs.read.RegionNames;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private final String sheet;
  private final boolean ragged;
  private final Delivery delivery;
  private final SourceDescription description;
  private final ReadingContext context;
  private final Header header;
  private final CellReader cells;
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, Set<Integer>> asideColumns = new HashMap<>();
  private final Set<Integer> numbers = new HashSet<>();
  private final Set<Integer> used = new TreeSet<>();
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
    this.delivery = delivery;
    this.description = description;
    this.context = context;
    this.header = header;
    this.cells = new CellReader(description, context);
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
    if (record.blank() || isSetAside(record)) {
      return MappedRow.setAside(RowPlace.of(sheet, record));
    }
    Row row = new Row(record);
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

  private static boolean isControl(int letter) {
    return Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t';
  }

  /** One row while it is being read. */
  private final class Row {
    private final SheetRow record;
    private final RowPlace place;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<MappedRow.Footnote> footnotes = new ArrayList<>();
    private Optional<Period> period = Optional.empty();
    private PeriodText.Kind kind = PeriodText.Kind.WHOLE;
    private String combined = "";
    private String about = "";
    private String told = "";
    private Optional<RegisterRecord> registered = Optional.empty();
    private String lies = "";

    Row(SheetRow record) {
      this.record = record;
      this.place = RowPlace.of(sheet, record);
    }

    MappedRow mapped() {
      MappedRow row =
          MappedRow.of(place, periodText(), observations, rejects)
              .combinedWith(combined)
              .withFootnotes(footnotes)
              .about(about, told);
      if (registered.isEmpty() && isRecord() && !rejects.isEmpty()) {
        registered = Optional.of(somewhere());
      }
      return registered.map(row::withRecord).orElse(row);
    }

    private boolean isRecord() {
      return !description.registerForm().isEmpty();
    }

    /** That there is a record: in the region it names for certain, or anywhere of the sender's. */
    private RegisterRecord somewhere() {
      return new RegisterRecord(
          description.register(),
          lies.isEmpty() ? delivery.slot().sender() : lies,
          delivery.slot().period(),
          "",
          Map.of(),
          new Origin(delivery.path(), sheet, place.number(), ""));
    }

    void rejectMerged(int at) {
      reject(
          header.names().at(at),
          "",
          RejectReason.MERGED_FIGURE,
          Bilingual.of(
              "该数值所在单元格是合并单元格，无法判断属于哪一行或哪一列；请取消合并并逐格填写",
              "its figure stands in merged cells, and nothing tells to which row or column it"
                  + " belongs; please unmerge them and fill in each"));
    }

    void read(Optional<Integer> merged) {
      checkPersonalData();
      checkLetters();
      checkErrors();
      if (!rejects.isEmpty()) {
        about = regionNamed();
        lookWhereItLies();
        return; // other checks would show what must not be shown, or repeat the damage
      }
      period = period();
      String region = region();
      about = regionNamed();
      LocalDate reference = referenceDate();
      boolean register = isRecord();
      if (merged.isPresent() && !register) {
        rejectMerged(merged.get());
        return;
      }
      if (!description.longForm().isEmpty()) {
        readLong(region, description.longForm().get(0), reference);
      } else if (register) {
        readRecord(region);
        merged.ifPresent(this::rejectMerged);
      } else if (!description.crossForm().isEmpty()) {
        readCross(region, description.crossForm().get(0), reference);
      } else {
        readWide(region, reference);
      }
      description.checks().forEach(this::checkSum);
    }

    private String region() {
      return region(regionText());
    }

    /** Finds out where a row lies of which nothing else is told. */
    private void lookWhereItLies() {
      int told = rejects.size();
      period = period();
      region();
      rejects.subList(told, rejects.size()).clear();
      period = Optional.empty();
      combined = "";
    }

    private String regionText() {
      SourceDescription.RegionRule rule = description.region();
      String named = rule.codes().isEmpty() ? "" : codes.getOrDefault(name(rule), "");
      if (!named.isEmpty()) {
        return named;
      }
      return rule.sender()
          ? delivery.slot().sender()
          : rule.is().isEmpty() ? cell(rule.column()) : rule.is();
    }

    /** The code of the region the row names; empty where it names none for certain. */
    private String regionNamed() {
      RegionNames.Found found =
          context.names().find(regionText(), delivery.slot().sender(), period);
      if (found instanceof RegionNames.Found.One one) {
        return one.code();
      }
      return found instanceof RegionNames.Found.Combined both ? both.code() : "";
    }

    private String name(SourceDescription.RegionRule rule) {
      return HeaderText.folded(cell(rule.nameColumn()));
    }

    /** A record; even if it is refused, somebody has to know that it is there. */
    private void readRecord(String region) {
      boolean placed = rejects.isEmpty();
      Register register = context.registers().get(description.register());
      RecordReader reader =
          new RecordReader(register, context.units(), description.symbols().keySet());
      header
          .fields()
          .forEach(
              (at, column) -> {
                String name = header.names().at(at);
                String text = record.text(at);
                reader
                    .read(column, text)
                    .ifPresent(fault -> reject(name, text, fault.reason(), fault.message()));
                noteMark(name, reader.note());
              });
      Origin origin = new Origin(delivery.path(), sheet, place.number(), "");
      if (rejects.isEmpty()) {
        for (CellReader.CellFault fault : reader.checked(region, delivery.slot().period())) {
          reject("", "", fault.reason(), fault.message());
        }
      }
      if (placed) {
        registered = Optional.of(reader.record(region, delivery.slot().period(), origin));
      }
    }

    private void readWide(String region, LocalDate reference) {
      for (Header.Value value : header.values()) {
        SourceDescription.Column column = value.column();
        Statistic statistic = context.statistics().get(column.statistic());
        Optional<Period> of = column.yearToDate() ? period.map(Period::yearToDate) : period;
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
      if (rejects.size() == before && of.isPresent() && !isLevelOfFlow(statistic)) {
        String column = value.column().headers().get(0);
        accept(region, statistic, value.unit(), of.get(), column, mark, total, "", reference);
      }
    }

    private void readCross(String region, SourceDescription.CrossForm form, LocalDate reference) {
      String label = form.statistic().isEmpty() ? cell(form.statisticColumn()) : "";
      String id = form.statistic().isEmpty() ? statisticOf(label, form) : form.statistic();
      Statistic statistic = context.statistics().get(id);
      if (statistic == null) {
        unknownStatistic(form.statisticColumn(), label, form.statisticNames());
        return;
      }
      told = id;
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
          HeaderText.inBrackets(label)
              .flatMap(context.units()::spelled)
              .map(Unit::symbol)
              .orElse("");
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

    /** Whether a unit fits a statistic; a reject where not. */
    private boolean fitting(String column, String unit, Statistic statistic) {
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

    private void unknownStatistic(String column, String named, Map<String, String> names) {
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

    private void readLong(String region, SourceDescription.LongForm form, LocalDate reference) {
      String named = cell(form.statisticColumn());
      String id =
          form.statisticNames().isEmpty() ? named : form.statisticNames().getOrDefault(named, "");
      Statistic statistic = context.statistics().get(id);
      if (statistic == null) {
        unknownStatistic(form.statisticColumn(), named, form.statisticNames());
        return;
      }
      told = id;
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
          period,
          form.valueColumn(),
          form.valueNames().getOrDefault(text, text),
          form.documentColumn().isEmpty() ? "" : cell(form.documentColumn()),
          reference);
    }

    private void value(
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
        return description.symbols().containsKey(text)
            || !NumberText.parse(text).behind().isEmpty();
      } catch (NumberText.NotANumberException e) {
        return true; // which is said elsewhere
      }
    }

    /** What happens over a time has no value at its end; a reject where it is given one. */
    private boolean isLevelOfFlow(Statistic statistic) {
      boolean level = kind == PeriodText.Kind.AT_END && statistic.time() == TimeKind.FLOW;
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
    private Optional<CellReader.Cell> read(
        String column, String text, Statistic statistic, String unit) {
      CellReader.Cell cell = cells.read(text, statistic, unit);
      cell.fault().ifPresent(fault -> reject(column, text, fault.reason(), fault.message()));
      noteMark(column, cell.note());
      return cell.fault().isPresent() ? Optional.empty() : Optional.of(cell);
    }

    private void noteMark(String column, String mark) {
      if (!mark.isEmpty()) {
        footnotes.add(new MappedRow.Footnote(column, mark));
      }
    }

    private void accept(
        String region,
        Statistic statistic,
        String unit,
        Period of,
        String column,
        Mark mark,
        BigDecimal value,
        String document,
        LocalDate reference) {
      observations.add(
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
              new Origin(delivery.path(), sheet, record.number(), column)));
    }

    /** Columns against their total; not where one of them is no number. */
    private void checkSum(SourceDescription.RowCheck check) {
      BigDecimal sum = BigDecimal.ZERO;
      for (String part : check.parts()) {
        Optional<BigDecimal> number = number(part);
        if (number.isEmpty()) {
          return;
        }
        sum = sum.add(number.get());
      }
      Optional<BigDecimal> total = number(check.total());
      if (total.isPresent() && sum.subtract(total.get()).abs().compareTo(check.within()) > 0) {
        reject(
            check.total(),
            cell(check.total()),
            RejectReason.PARTS_NOT_TOTAL,
            Bilingual.of(
                "“%s”至“%s”共 %d 列合计 %s，与“%s”的 %s 相差 %s（允许 %s）；请核对该行是否错列",
                "the %3$d columns from '%1$s' to '%2$s' add up to %4$s, which is %7$s off the %6$s"
                    + " of '%5$s' (%8$s is allowed); please check whether the row is shifted",
                check.parts().get(0),
                check.parts().get(check.parts().size() - 1),
                check.parts().size(),
                sum.toPlainString(),
                check.total(),
                total.get().toPlainString(),
                sum.subtract(total.get()).toPlainString(),
                check.within().toPlainString()));
      }
    }

    private Optional<BigDecimal> number(String column) {
      try {
        return header.place(column).isEmpty()
            ? Optional.empty()
            : Optional.of(NumberText.parse(cell(column)).value());
      } catch (NumberText.NotANumberException e) {
        return Optional.empty(); // a symbol, or refused elsewhere
      }
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
        int told = rejects.size();
        checkEnd(one.code());
        if (description.isForm()) {
          checkForm(one.code(), text);
        } else {
          checkName(one.code(), text);
        }
        lies = rejects.size() == told ? one.code() : "";
        return one.code();
      }
      if (found instanceof RegionNames.Found.Combined both && isRecord()) {
        reject(
            description.regionColumn(),
            text,
            RejectReason.COMBINED_REGION,
            Bilingual.of(
                "“%s”是几个地区合写，无法判断该记录在哪一个；请只写其所在的一个",
                "'%s' names several regions together, and a record lies in one; please give that"
                    + " one",
                Rejects.shown(text)));
        return both.code();
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
                "“%s”不能确定指哪个行政区划（%s）；请写代码或带上级名称",
                "'%s' does not say which region is meant (%s); please give the code or the units"
                    + " above it",
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

    /** In a form code and name were written together, for units of the sender. */
    private void checkForm(String code, String text) {
      String nameColumn = description.region().nameColumn();
      String shown = context.names().shown(code);
      boolean named =
          nameColumn.isEmpty()
              || HeaderText.folded(shown).equals(HeaderText.folded(code + cell(nameColumn)));
      if (!named) {
        reject(
            description.regionColumn(),
            text,
            RejectReason.FORM_CHANGED,
            Bilingual.of(
                "代码与名称不符：“%s”，而本行名称是“%s”；填报表的代码和名称不可改动",
                "code and name do not belong together: it is '%s', the row says '%s'; codes and names"
                    + " of a form must not be changed",
                shown,
                Rejects.shown(cell(nameColumn))));
      } else if (!context.names().liesIn(code, delivery.slot().sender())) {
        reject(
            description.regionColumn(),
            text,
            RejectReason.FORM_CHANGED,
            Bilingual.of(
                "“%s”不属于报送方“%s”；填报表只报本报送方的地区",
                "'%s' does not lie in the sender '%s'; a form is for the regions of its sender",
                shown,
                context.names().shown(delivery.slot().sender())));
      }
    }

    /** Where a row has code and name, both must mean one region. */
    private void checkName(String code, String text) {
      SourceDescription.RegionRule rule = description.region();
      boolean both =
          !rule.column().isEmpty() && !rule.nameColumn().isEmpty() && rule.codes().isEmpty();
      if (!both) {
        return;
      }
      String name = cell(rule.nameColumn());
      List<String> others = context.names().contradicting(code, name);
      if (!others.isEmpty()) {
        reject(
            rule.nameColumn(),
            name,
            RejectReason.REGION_MISMATCH,
            Bilingual.of(
                "代码“%s”是 %s，而名称“%s”是 %s；请核对该行是否错位，并更正代码或名称",
                "code '%s' is %s, but the name '%s' is %s; please check whether the row is shifted,"
                    + " and mend the code or the name",
                Rejects.shown(text),
                context.names().shown(code),
                Rejects.shown(name),
                String.join(", ", others.stream().limit(5).map(context.names()::shown).toList())));
      }
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
      for (int i = 0; i < record.size(); i++) {
        if (!isReportedNumber(i) && !isCreditCode(i) && PersonalData.isIn(record.text(i))) {
          reject(
              header.names().at(i),
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
      return numbers.contains(place) && NumberText.isNumber(record.text(place));
    }

    /** Whether a cell holds the code of an organisation, which may well look like a person's. */
    private boolean isCreditCode(int place) {
      SourceDescription.FieldColumn column = header.fields().get(place);
      return column != null
          && context.registers().get(description.register()).fields().get(column.field()).form()
              == Field.Form.CREDIT_CODE
          && CreditCode.isValid(record.text(place));
    }

    /** Letters that say that a text was damaged, or is none. */
    private void checkLetters() {
      for (int i = 0; i < record.size(); i++) {
        String text = record.text(i);
        if (text.length() > Limits.CELL) {
          reject(
              header.names().at(i),
              text,
              RejectReason.CELL_TOO_LONG,
              Bilingual.of(
                  "单元格有 %d 个字符，最多 %d 个；请检查引号是否成对",
                  "the cell has %d letters, at most %d; please check whether its quotes are closed",
                  text.length(),
                  Limits.CELL));
        } else if (text.indexOf('\uFFFD') >= 0) {
          reject(
              header.names().at(i),
              text,
              RejectReason.TEXT_DAMAGED,
              Bilingual.of(
                  "“%s”含有替换字符，文字在报送前已损坏；请从原文件重新导出",
                  "'%s' holds replacement characters, so its text was damaged before it was sent;"
                      + " please export it again from the original",
                  Rejects.shown(text)));
        } else if (text.chars().anyMatch(RowMapper::isControl)) {
          reject(
              header.names().at(i),
              text.replaceAll("\\p{Cntrl}", "?"),
              RejectReason.CONTROL_CHARACTER,
              Bilingual.of(
                  "“%s”含有控制字符（以 ? 表示），不是正常的表格内容；请从原文件重新导出",
                  "'%s' holds control characters (shown as ?), which no table holds; please export"
                      + " it again from the original",
                  Rejects.shown(text.replaceAll("\\p{Cntrl}", "?"))));
        }
      }
    }

    /** Cells of a workbook that show an error, in the columns that are read. */
    private void checkErrors() {
      for (int place : used) {
        CellKind kind = place < record.size() ? record.cells().get(place).kind() : CellKind.BLANK;
        if (kind == CellKind.ERROR && !description.symbols().containsKey(record.text(place))) {
          reject(
              header.names().at(place),
              record.text(place),
              RejectReason.CELL_ERROR,
              Bilingual.of(
                  "单元格是错误值“%s”；请在工作簿中更正后重新报送",
                  "the cell shows the error '%s'; please mend it in the workbook and send it again",
                  Rejects.shown(record.text(place))));
        } else if (kind == CellKind.NOT_CALCULATED) {
          reject(
              header.names().at(place),
              "",
              RejectReason.FORMULA_NOT_CALCULATED,
              Bilingual.of(
                  "公式没有保存结果；请在 Excel 或 WPS 中打开、重新计算并保存后报送",
                  "the result of its formula was not saved; please open it in Excel or WPS,"
                      + " calculate, save and send it again"));
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
      return header.place(column).map(record::text).orElse("");
    }

    private String periodText() {
      return period.map(Period::toString).orElse("");
    }

    private void reject(String column, String value, RejectReason reason, Bilingual message) {
      rejects.add(Rejects.inRow(delivery, place, column, value, reason, periodText(), message));
    }
  }
}
