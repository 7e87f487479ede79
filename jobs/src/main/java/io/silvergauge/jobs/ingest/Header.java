package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.PeriodText;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.SourceDescription.UnitFrom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the columns of a source description stand in a file.
 *
 * @param names headers as written, by place
 * @param values the value columns of a wide file that are there
 * @param periods periods of the value columns of a cross file, by place
 * @param fields the columns of a register's fields that are there, by place
 * @param fileUnit the unit that a line above the header tells; empty where none does
 */
record Header(
    HeaderNames names,
    List<Value> values,
    Map<Integer, Period> periods,
    Map<Integer, SourceDescription.FieldColumn> fields,
    String fileUnit) {
  /**
   * A value column.
   *
   * @param places where it stands; more than one where columns are added up
   * @param column what the description says of it
   * @param unit unit its values are in; empty where each cell tells
   */
  record Value(List<Integer> places, SourceDescription.Column column, String unit) {}

  /**
   * Finds the columns.
   *
   * @param rejects receives what is missing
   * @return empty where the file cannot be read without what is missing
   */
  static Optional<Header> of(
      HeaderFinder.Found found,
      String sheet,
      SourceDescription description,
      Delivery delivery,
      ReadingContext context,
      List<Reject> rejects) {
    return new Search(found, sheet, description, delivery, context, rejects).header();
  }

  /** How many columns it has. */
  int size() {
    return names.all().size();
  }

  /** The place of a column that is known to be there or may be missing. */
  Optional<Integer> place(String column) {
    return column.isEmpty() ? Optional.empty() : names.places(column).stream().findFirst();
  }

  private static final List<Character> SEPARATORS = List.of(';', '\t', '|', ',', '，', '；');

  private static final class Search {
    private final HeaderFinder.Found found;
    private final String sheet;
    private final SourceDescription description;
    private final Delivery delivery;
    private final ReadingContext context;
    private final List<Reject> rejects;
    private boolean usable = true;

    Search(
        HeaderFinder.Found found,
        String sheet,
        SourceDescription description,
        Delivery delivery,
        ReadingContext context,
        List<Reject> rejects) {
      this.found = found;
      this.sheet = sheet;
      this.description = description;
      this.delivery = delivery;
      this.context = context;
      this.rejects = rejects;
    }

    Optional<Header> header() {
      Optional<Character> separator = otherSeparator();
      if (separator.isPresent()) {
        rejects.add(separated(separator.get()));
        return Optional.empty();
      }
      for (String needed : needed()) {
        if (places(needed).isEmpty()) {
          usable = false;
          missing(needed, List.of(needed));
        }
      }
      for (String useful : useful()) {
        if (places(useful).isEmpty()) {
          missing(useful, List.of(useful));
        }
      }
      for (String single : single()) {
        if (places(single).size() > 1) {
          usable = false;
          duplicate(single);
        }
      }
      String fileUnit = fileUnit();
      List<Value> values = new ArrayList<>();
      description.columns().forEach(column -> value(column, fileUnit).ifPresent(values::add));
      Map<Integer, Period> periods =
          description.crossForm().isEmpty() ? Map.of() : periods(description.crossForm().get(0));
      Map<Integer, SourceDescription.FieldColumn> fields = new LinkedHashMap<>();
      description.registerForm().forEach(form -> fields(form, fields));
      boolean any =
          !values.isEmpty()
              || !periods.isEmpty()
              || !fields.isEmpty()
              || !description.longForm().isEmpty();
      return usable && any
          ? Optional.of(new Header(found.names(), values, periods, fields, fileUnit))
          : Optional.empty();
    }

    /** What seems to stand between the cells of a header that was read as a single one. */
    private Optional<Character> otherSeparator() {
      List<String> all = found.names().all();
      return all.size() != 1 || needed().stream().anyMatch(one -> !places(one).isEmpty())
          ? Optional.empty()
          : SEPARATORS.stream().filter(one -> all.get(0).indexOf(one) >= 0).findFirst();
    }

    private Reject separated(char separator) {
      String shown = separator == '\t' ? "Tab" : String.valueOf(separator);
      return ofColumn(
          "",
          found.names().all().get(0),
          RejectReason.HEADER_MISSING,
          Bilingual.of(
              "整个表头在一个单元格里，似以“%s”分隔，与来源说明的 separator 不符；请以约定的分隔符导出，或修改 separator",
              "the whole header is in one cell, whose parts '%s' seems to separate, unlike the source"
                  + " description's 'separator'; please export it with the one agreed, or mend"
                  + " 'separator'",
              shown));
    }

    private List<Integer> places(String column) {
      return found.names().places(column);
    }

    /** Columns without which no row can be read. */
    private List<String> needed() {
      List<String> needed = new ArrayList<>();
      needed.add(description.regionColumn());
      needed.add(description.periodColumn());
      if (!description.region().codes().isEmpty()) {
        needed.add(description.region().nameColumn());
      }
      for (SourceDescription.LongForm form : description.longForm()) {
        needed.add(form.statisticColumn());
        needed.add(form.valueColumn());
        needed.add(form.unitColumn());
      }
      for (SourceDescription.CrossForm form : description.crossForm()) {
        needed.add(form.statisticColumn());
        needed.add(form.unitColumn());
      }
      needed.removeIf(String::isEmpty);
      return needed;
    }

    /** Columns without which rows can be read, with the end of the period or without a document. */
    private List<String> useful() {
      List<String> useful = new ArrayList<>(List.of(description.referenceDateColumn()));
      description.longForm().forEach(form -> useful.add(form.documentColumn()));
      for (SourceDescription.RowCheck check : description.checks()) {
        useful.addAll(check.parts());
        useful.add(check.total());
      }
      useful.removeIf(String::isEmpty);
      return useful.stream().distinct().toList();
    }

    private List<String> single() {
      List<String> all = new ArrayList<>(needed());
      all.addAll(useful());
      return all.stream().distinct().toList();
    }

    /** The columns of a register; without one that every record must have, no row can be read. */
    private void fields(
        SourceDescription.RegisterForm form, Map<Integer, SourceDescription.FieldColumn> fields) {
      Register register = context.registers().get(form.register());
      for (SourceDescription.FieldColumn column : form.columns()) {
        List<Integer> at =
            column.headers().stream()
                .flatMap(header -> places(header).stream())
                .distinct()
                .toList();
        if (at.isEmpty()) {
          missing(column.headers().get(0), column.headers());
          usable &=
              !register.fields().get(column.field()).required()
                  && !column.field().equals(register.identity());
        } else if (at.size() > 1) {
          usable = false;
          duplicate(column.headers().get(0));
        } else {
          fields.put(at.get(0), column);
        }
      }
    }

    private Optional<Value> value(SourceDescription.Column column, String fileUnit) {
      if (!column.sum().isEmpty()) {
        return sum(column, fileUnit);
      }
      List<Integer> at =
          column.headers().stream().flatMap(header -> places(header).stream()).distinct().toList();
      String name = column.headers().get(0);
      if (at.isEmpty()) {
        missing(name, column.headers());
        return Optional.empty();
      }
      if (at.size() > 1) {
        usable = false;
        duplicate(name);
        return Optional.empty();
      }
      return unit(column, at.get(0), fileUnit).map(unit -> new Value(at, column, unit));
    }

    private Optional<Value> sum(SourceDescription.Column column, String fileUnit) {
      List<Integer> at = new ArrayList<>();
      for (String part : column.sum()) {
        List<Integer> one = places(part);
        if (one.isEmpty()) {
          missing(part, List.of(part));
          return Optional.empty();
        }
        if (one.size() > 1) {
          usable = false;
          duplicate(part);
          return Optional.empty();
        }
        at.add(one.get(0));
      }
      return unit(column, at.get(0), fileUnit).map(unit -> new Value(at, column, unit));
    }

    /** The unit of a column; none, with a reject, where it is not told or told in two ways. */
    private Optional<String> unit(SourceDescription.Column column, int place, String fileUnit) {
      String header = found.names().at(place);
      String last = header.substring(header.lastIndexOf('/') + 1);
      String bracket =
          HeaderText.inBrackets(last)
              .flatMap(context.units()::spelled)
              .map(Unit::symbol)
              .orElse("");
      String told =
          switch (column.unitFrom()) {
            case DESCRIPTION -> column.unit();
            case HEADER -> bracket;
            case FILE -> fileUnit;
            case CELL -> "";
          };
      if (column.unitFrom() == UnitFrom.CELL) {
        return Optional.of("");
      }
      String own = context.statistics().get(column.statistic()).unit();
      if (!isUnit(told) || !context.units().convertible(told, own)) {
        unitRejected(
            header,
            told,
            RejectReason.UNKNOWN_UNIT,
            Bilingual.of(
                "单位“%s”未知或不适用；可用：%s",
                "its unit '%s' is unknown or does not fit; fitting are %s",
                told,
                String.join(" ", context.units().alike(own))));
        return Optional.empty();
      }
      for (String other : List.of(bracket, fileUnit)) {
        boolean against =
            !other.isEmpty()
                && !sameUnit(other, told)
                && (other.equals(bracket)
                    || (bracket.isEmpty() && context.units().convertible(other, told)));
        if (against) {
          unitRejected(
              header,
              other,
              RejectReason.UNIT_CONFLICT,
              Bilingual.of(
                  "来源说明的单位是“%s”，文件写的是“%s”，该列不读取；请更正来源说明",
                  "the source description has the unit '%s', the file '%s', so the column is not"
                      + " read; please mend the description",
                  told,
                  other));
          return Optional.empty();
        }
      }
      return Optional.of(told);
    }

    private boolean isUnit(String text) {
      return context.units().find(text).isPresent();
    }

    private boolean sameUnit(String one, String other) {
      return one.equals(other)
          || (context.units().convertible(one, other)
              && context.units().factor(one, other).equals(Fraction.ONE));
    }

    /** The unit that the lines above tell, if they tell just one that is known. */
    private String fileUnit() {
      List<String> known =
          found.units().stream()
              .flatMap(unit -> context.units().spelled(unit).stream())
              .map(Unit::symbol)
              .distinct()
              .toList();
      return known.size() == 1 ? known.get(0) : "";
    }

    private Map<Integer, Period> periods(SourceDescription.CrossForm form) {
      Map<Integer, Period> periods = new LinkedHashMap<>();
      List<Period> met = new ArrayList<>();
      List<String> others = new ArrayList<>();
      Set<Integer> named = named();
      for (int place = 0; place < found.names().all().size(); place++) {
        String header = found.names().at(place);
        Optional<Period> period = period(header);
        if (period.isEmpty()) {
          if (!header.isEmpty() && !met.isEmpty() && !named.contains(place)) {
            others.add(header);
          }
          continue;
        }
        if (met.contains(period.get())) {
          usable = false;
          duplicate(header);
        }
        met.add(period.get());
        boolean fits =
            delivery.slot().period().contains(period.get())
                && !period.get().firstDay().isAfter(delivery.received());
        if (fits) {
          periods.put(place, period.get());
        } else if (!form.others()) {
          rejects.add(
              ofColumn(
                  header,
                  header,
                  RejectReason.IMPOSSIBLE_PERIOD,
                  Bilingual.of(
                      "时期 %s 不在报送时期 %s 之内或尚未开始，该列不读取",
                      "period %s does not lie in %s, for which the file was sent, or had not begun;"
                          + " the column is not read",
                      period.get(),
                      delivery.slot().period())));
        }
      }
      if (!others.isEmpty()) {
        rejects.add(notRead(others));
      }
      if (met.isEmpty()) {
        rejects.add(
            ofColumn(
                "",
                "",
                RejectReason.MISSING_COLUMN,
                new Bilingual(
                    "没有一个表头是时期，应有如 2023、2023Q4 的表头",
                    "no header reads as a period such as 2023 or 2023Q4")));
      }
      return periods;
    }

    /** The places of columns that the description names for something. */
    private Set<Integer> named() {
      Set<Integer> named = new TreeSet<>();
      List<String> columns = new ArrayList<>(single());
      columns.add(description.region().nameColumn());
      description.setAside().forEach(rule -> columns.add(rule.column()));
      columns.forEach(column -> named.addAll(column.isEmpty() ? List.of() : places(column)));
      return named;
    }

    /** Labels stand before the first period; behind it somebody may have meant one. */
    private Reject notRead(List<String> headers) {
      return ofColumn(
          headers.get(0),
          String.join(" | ", headers),
          RejectReason.COLUMN_NOT_READ,
          Bilingual.of(
              "%d 列的表头不是时期，未读取（%s）；如是某时期的数据，请把表头写成如 2023、2023Q4",
              "no period heads %d of the columns, so they were not read (%s); where they hold figures"
                  + " of a period, please head them like 2023 or 2023Q4",
              headers.size(),
              Rejects.shown(String.join(" | ", headers))));
    }

    private Optional<Period> period(String header) {
      try {
        return header.isEmpty() ? Optional.empty() : Optional.of(PeriodText.parse(header).period());
      } catch (PeriodText.NotAPeriodException e) {
        return Optional.empty(); // a header of something else
      }
    }

    private void unitRejected(String header, String unit, RejectReason reason, Bilingual message) {
      rejects.add(ofColumn(header, unit, reason, message));
    }

    private Reject ofColumn(String column, String value, RejectReason reason, Bilingual message) {
      String file = RowPlace.shown(delivery.path(), sheet);
      return new Reject(
          delivery.path(),
          sheet,
          found.number(),
          found.line(),
          column,
          Rejects.shown(value),
          reason,
          "",
          column.isEmpty()
              ? Bilingual.of(
                  "%s 第 %d 行（表头）：%s", "%s, record %d (header): %s", file, found.number(), message)
              : Bilingual.of(
                  "%s 第 %d 行（表头）“%s”：%s",
                  "%s, record %d (header), column '%s': %s",
                  file,
                  found.number(),
                  Rejects.shown(column),
                  message));
    }

    private void missing(String column, List<String> headers) {
      rejects.add(
          new Reject(
              delivery.path(),
              sheet,
              found.number(),
              found.line(),
              column,
              "",
              RejectReason.MISSING_COLUMN,
              "",
              Bilingual.of(
                  "%s 第 %d 行（表头）：缺少列“%s”，表头应为：%s",
                  "%s, record %d (header): column '%s' is missing; its header reads one of: %s",
                  RowPlace.shown(delivery.path(), sheet),
                  found.number(),
                  column,
                  String.join(" | ", headers))));
    }

    private void duplicate(String column) {
      rejects.add(
          new Reject(
              delivery.path(),
              sheet,
              found.number(),
              found.line(),
              column,
              "",
              RejectReason.DUPLICATE_COLUMN,
              "",
              Bilingual.of(
                  "%s 第 %d 行（表头）：列“%s”出现两次，只能有一列",
                  "%s, record %d (header): column '%s' stands twice, it must stand once",
                  RowPlace.shown(delivery.path(), sheet),
                  found.number(),
                  column)));
    }
  }
}
