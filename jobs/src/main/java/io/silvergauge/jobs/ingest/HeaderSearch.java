package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.PeriodText;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the columns that a source description names. */
final class HeaderSearch {
  private static final List<Character> SEPARATORS = List.of(';', '\t', '|', ',', '，', '；');

  private final HeaderFinder.Found found;
  private final SourceDescription description;
  private final Delivery delivery;
  private final ReadingContext context;
  private final HeaderRejects rejects;
  private final HeaderUnits units;
  private boolean usable = true;

  HeaderSearch(
      HeaderFinder.Found found,
      String sheet,
      SourceDescription description,
      Delivery delivery,
      ReadingContext context,
      List<Reject> rejects) {
    this.found = found;
    this.description = description;
    this.delivery = delivery;
    this.context = context;
    this.rejects = new HeaderRejects(found, sheet, delivery, rejects);
    this.units = new HeaderUnits(found, context, this.rejects);
  }

  Optional<Header> header() {
    Optional<Character> separator = otherSeparator();
    if (separator.isPresent()) {
      rejects.separated(separator.get());
      return Optional.empty();
    }
    for (String needed : needed()) {
      if (places(needed).isEmpty()) {
        usable = false;
        rejects.missing(needed, List.of(needed));
      }
    }
    for (String useful : useful()) {
      if (places(useful).isEmpty()) {
        rejects.missing(useful, List.of(useful));
      }
    }
    for (String single : single()) {
      if (places(single).size() > 1) {
        usable = false;
        rejects.duplicate(single);
      }
    }
    String fileUnit = units.ofFile();
    List<Header.Value> values = new ArrayList<>();
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
          column.headers().stream().flatMap(header -> places(header).stream()).distinct().toList();
      if (at.isEmpty()) {
        rejects.missing(column.headers().get(0), column.headers());
        usable &=
            !register.fields().get(column.field()).required()
                && !column.field().equals(register.identity());
      } else if (at.size() > 1) {
        usable = false;
        rejects.duplicate(column.headers().get(0));
      } else {
        fields.put(at.get(0), column);
      }
    }
  }

  private Optional<Header.Value> value(SourceDescription.Column column, String fileUnit) {
    if (!column.sum().isEmpty()) {
      return sum(column, fileUnit);
    }
    List<Integer> at =
        column.headers().stream().flatMap(header -> places(header).stream()).distinct().toList();
    String name = column.headers().get(0);
    if (at.isEmpty()) {
      rejects.missing(name, column.headers());
      return Optional.empty();
    }
    if (at.size() > 1) {
      usable = false;
      rejects.duplicate(name);
      return Optional.empty();
    }
    return units.of(column, at.get(0), fileUnit).map(unit -> new Header.Value(at, column, unit));
  }

  private Optional<Header.Value> sum(SourceDescription.Column column, String fileUnit) {
    List<Integer> at = new ArrayList<>();
    for (String part : column.sum()) {
      List<Integer> one = places(part);
      if (one.isEmpty()) {
        rejects.missing(part, List.of(part));
        return Optional.empty();
      }
      if (one.size() > 1) {
        usable = false;
        rejects.duplicate(part);
        return Optional.empty();
      }
      at.add(one.get(0));
    }
    return units.of(column, at.get(0), fileUnit).map(unit -> new Header.Value(at, column, unit));
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
        rejects.duplicate(header);
      }
      met.add(period.get());
      boolean fits =
          delivery.slot().period().contains(period.get())
              && !period.get().firstDay().isAfter(delivery.received());
      if (fits) {
        periods.put(place, period.get());
      } else if (!form.others()) {
        rejects.ofColumn(
            header,
            header,
            RejectReason.IMPOSSIBLE_PERIOD,
            Bilingual.of(
                "时期 %s 不在报送时期 %s 之内或尚未开始，该列不读取",
                "period %s does not lie in %s, for which the file was sent, or had not begun;"
                    + " the column is not read",
                period.get(),
                delivery.slot().period()));
      }
    }
    if (!others.isEmpty()) {
      rejects.notRead(others);
    }
    if (met.isEmpty()) {
      rejects.ofColumn(
          "",
          "",
          RejectReason.MISSING_COLUMN,
          new Bilingual(
              "没有一个表头是时期，应有如 2023、2023Q4 的表头",
              "no header reads as a period such as 2023 or 2023Q4"));
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

  private Optional<Period> period(String header) {
    try {
      return header.isEmpty() ? Optional.empty() : Optional.of(PeriodText.parse(header).period());
    } catch (PeriodText.NotAPeriodException e) {
      return Optional.empty(); // a header of something else
    }
  }
}
