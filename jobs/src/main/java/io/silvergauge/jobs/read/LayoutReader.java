package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the part of a source description that says what its columns mean, by its layout. */
final class LayoutReader {
  enum Layout {
    WIDE,
    LONG,
    CROSS,
    REGISTER
  }

  private final Section root;
  private final Scheme scheme;
  private final Layout layout;

  LayoutReader(Section root, Scheme scheme, Layout layout) {
    this.root = root;
    this.scheme = scheme;
    this.layout = layout;
  }

  List<SourceDescription.Column> columns() {
    List<SourceDescription.Column> columns = new ArrayList<>();
    Set<String> headers = new HashSet<>();
    for (Section section : root.sections("columns")) {
      List<String> names = section.texts("header");
      List<String> sum = section.texts("sum");
      String statistic = statistic(section, "statistic", section.text("statistic"));
      String unit = unit(section, statistic);
      SourceDescription.UnitFrom unitFrom = unitFrom(section);
      String period = section.text("period", "");
      if (!period.isEmpty() && !period.equals("year_to_date")) {
        section.fault(
            "period",
            Bilingual.of("“%s”无效，可用：year_to_date", "'%s' is not one of: year_to_date", period));
      }
      section.done();
      if (names.isEmpty() && sum.isEmpty()) {
        section.fault("header", new Bilingual("至少需要一个表头", "at least one header is needed"));
      }
      if (!sum.isEmpty() && (sum.size() < 2 || !names.isEmpty())) {
        section.fault(
            "sum",
            new Bilingual(
                "至少需要两列，且不与 header 同用", "at least two columns are needed, and no header beside"));
      }
      for (String name : names) {
        if (!headers.add(HeaderText.folded(name))) {
          section.fault("header", Bilingual.of("表头“%s”重复", "header '%s' stands twice", name));
        }
      }
      columns.add(
          new SourceDescription.Column(
              names.isEmpty() ? List.of(String.join("+", sum)) : names,
              sum,
              statistic,
              unit,
              unitFrom,
              !period.isEmpty()));
    }
    if (columns.isEmpty() == (layout == Layout.WIDE)) {
      root.fault(
          "columns",
          layout == Layout.WIDE
              ? new Bilingual("宽表至少需要一列", "a wide file needs at least one column")
              : new Bilingual("长表和 cross 表不用 columns", "only a wide file has columns"));
    }
    return columns;
  }

  List<SourceDescription.LongForm> longForm() {
    if (layout != Layout.LONG) {
      return List.of();
    }
    Optional<Section> statistic = root.section("statistic");
    Optional<Section> value = root.section("value");
    String statisticColumn = statistic.map(s -> s.text("column")).orElse("");
    Map<String, String> names = statistic.map(s -> s.textTable("names")).orElse(Map.of());
    statistic.ifPresent(s -> names.values().forEach(id -> statistic(s, "names", id)));
    statistic.ifPresent(Section::done);
    String valueColumn = value.map(s -> s.text("column")).orElse("");
    Map<String, String> values = value.map(s -> s.textTable("values")).orElse(Map.of());
    value.ifPresent(Section::done);
    return List.of(
        new SourceDescription.LongForm(
            statisticColumn,
            names,
            valueColumn,
            values,
            SourceDescriptionReader.column(root, "unit", ""),
            SourceDescriptionReader.column(root, "document", "")));
  }

  List<SourceDescription.CrossForm> crossForm() {
    if (layout != Layout.CROSS) {
      return List.of();
    }
    Optional<Section> found = root.section("statistic");
    if (found.isEmpty()) {
      return List.of();
    }
    Section section = found.get();
    String is = section.text("is", "");
    String column = is.isEmpty() ? section.text("column") : "";
    Map<String, String> names = section.textTable("names");
    names.values().forEach(id -> statistic(section, "names", id));
    SourceDescription.UnitFrom unitFrom = unitFrom(section);
    String unit = is.isEmpty() ? "" : unit(section, statistic(section, "is", is));
    section.done();
    boolean others = root.flag("other_periods_left_out", false);
    return List.of(
        new SourceDescription.CrossForm(
            column,
            names,
            is,
            unit,
            unitFrom,
            SourceDescriptionReader.column(root, "unit", ""),
            others));
  }

  List<SourceDescription.RegisterForm> registerForm() {
    if (layout != Layout.REGISTER) {
      return List.of();
    }
    String id = root.text("register");
    Register register = scheme.registers().get(id);
    if (register == null && !id.isEmpty()) {
      root.fault(
          "register",
          Bilingual.of(
              "方案中没有名录“%s”%s",
              "the scheme has no register '%s'%s",
              id,
              Suggestion.nearest(id, scheme.registers().keySet())));
    }
    List<SourceDescription.FieldColumn> columns = new ArrayList<>();
    Set<String> headers = new HashSet<>();
    Set<String> fields = new HashSet<>();
    for (Section section : root.sections("columns")) {
      fieldColumn(section, register, headers, fields).ifPresent(columns::add);
    }
    if (register != null) {
      register.fields().values().stream()
          .filter(field -> field.required() || field.id().equals(register.identity()))
          .filter(field -> !fields.contains(field.id()))
          .forEach(
              field ->
                  root.fault(
                      "columns",
                      Bilingual.of(
                          "缺少字段“%s”的列，每条记录都须有它",
                          "there is no column for the field '%s', which every record must have",
                          field.id())));
    }
    return List.of(new SourceDescription.RegisterForm(id, columns));
  }

  private Optional<SourceDescription.FieldColumn> fieldColumn(
      Section section, Register register, Set<String> headers, Set<String> fields) {
    List<String> names = section.texts("header");
    String id = section.text("field");
    Field field = register == null ? null : register.fields().get(id);
    String own = field == null ? "" : field.unit();
    String written = section.text("unit", own);
    String unit = scheme.units().spelled(written).map(Unit::symbol).orElse(written);
    section.done();
    if (register != null && field == null && !id.isEmpty()) {
      section.fault(
          "field",
          Bilingual.of(
              "名录没有字段“%s”%s",
              "the register has no field '%s'%s",
              id,
              Suggestion.nearest(id, register.fields().keySet())));
    }
    if (field != null && !unit.equals(own) && !scheme.units().convertible(unit, own)) {
      section.fault(
          "unit",
          Bilingual.of("单位“%s”不能换算为“%s”", "unit '%s' cannot be converted into '%s'", unit, own));
    }
    if (names.isEmpty()) {
      section.fault("header", new Bilingual("至少需要一个表头", "at least one header is needed"));
    }
    for (String name : names) {
      if (!headers.add(HeaderText.folded(name))) {
        section.fault("header", Bilingual.of("表头“%s”重复", "header '%s' stands twice", name));
      }
    }
    if (!fields.add(id)) {
      section.fault("field", Bilingual.of("字段“%s”重复", "field '%s' stands twice", id));
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new SourceDescription.FieldColumn(names, id, unit));
  }

  /** Where the unit is told: {@code unit_from}, which leaves no place for {@code unit}. */
  private SourceDescription.UnitFrom unitFrom(Section section) {
    SourceDescription.UnitFrom from =
        section.choice(
            "unit_from", SourceDescription.UnitFrom.class, SourceDescription.UnitFrom.DESCRIPTION);
    if (from != SourceDescription.UnitFrom.DESCRIPTION && section.has("unit")) {
      section.fault(
          "unit_from",
          new Bilingual("unit 与 unit_from 只能写一个", "write either unit or unit_from, not both"));
    }
    return from;
  }

  private String statistic(Section section, String field, String id) {
    if (!id.isEmpty() && !scheme.statistics().containsKey(id)) {
      section.fault(
          field,
          Bilingual.of(
              "方案中没有统计量“%s”%s",
              "the scheme has no statistic '%s'%s",
              id,
              Suggestion.nearest(id, scheme.statistics().keySet())));
    }
    return id;
  }

  private String unit(Section section, String id) {
    Statistic statistic = scheme.statistics().get(id);
    String written = section.text("unit", statistic == null ? "" : statistic.unit());
    String unit = scheme.units().spelled(written).map(Unit::symbol).orElse(written);
    if (statistic != null && !scheme.units().convertible(unit, statistic.unit())) {
      section.fault(
          "unit",
          Bilingual.of(
              "单位“%s”不能换算为“%s”；可用：%s",
              "unit '%s' cannot be converted into '%s'; fitting are %s",
              unit,
              statistic.unit(),
              String.join(" ", scheme.units().alike(statistic.unit()))));
    }
    return unit;
  }
}
