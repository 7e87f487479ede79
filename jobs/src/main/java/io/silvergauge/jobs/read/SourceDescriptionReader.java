package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.document.YamlFile;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a source description from YAML against the statistics of a scheme. */
public final class SourceDescriptionReader {
  private static final int MAX_HEADER_ROW = 100;

  private final Section root;
  private final Scheme scheme;
  private final Faults faults;

  private enum Layout {
    WIDE,
    LONG,
    CROSS,
    REGISTER
  }

  private SourceDescriptionReader(Section root, Scheme scheme, Faults faults) {
    this.root = root;
    this.scheme = scheme;
    this.faults = faults;
  }

  /**
   * Reads a description.
   *
   * @param file name used in faults
   * @param sha256 hash of the content
   * @return empty, with the faults recorded, where anything is wrong
   */
  public static Optional<SourceDescription> read(
      String file, byte[] content, String sha256, Scheme scheme, Faults faults) {
    int before = faults.count();
    Section root = YamlFile.read(file, content, faults);
    return faults.count() > before
        ? Optional.empty()
        : new SourceDescriptionReader(root, scheme, faults).description(sha256);
  }

  private Optional<SourceDescription> description(String sha256) {
    int before = faults.count();
    String id = root.id("id");
    Bilingual name = root.bilingual("name");
    SourceDescription.DataKind data = root.choice("data", SourceDescription.DataKind.class);
    Layout layout = root.choice("layout", Layout.class, Layout.WIDE);
    SourceDescription.Encoding encoding = encoding();
    char separator = separator();
    SourceDescription.SheetChoice sheets = sheets();
    SourceDescription.HeaderRule header = header();
    String period = column("period", "slot");
    SourceDescription.RegionRule region =
        root.section("region")
            .map(section -> region(section, layout))
            .orElse(SourceDescription.RegionRule.in(""));
    String referenceDate = column("reference_date", "");
    List<SourceDescription.SetAside> setAside = setAside();
    List<String> notes = root.texts("notes");
    Map<String, Mark> symbols = symbols();
    List<SourceDescription.Column> columns =
        layout == Layout.REGISTER ? List.of() : columns(layout);
    List<SourceDescription.LongForm> longForm = longForm(layout);
    List<SourceDescription.CrossForm> crossForm = crossForm(layout);
    List<SourceDescription.RegisterForm> registerForm = registerForm(layout);
    List<SourceDescription.RowCheck> checks = checks();
    checkBlank("notes", notes);
    if (layout == Layout.CROSS && !period.isEmpty()) {
      root.fault(
          "period",
          new Bilingual("cross 表的时期在表头中，不用 period", "a cross file has its periods in the header"));
    }
    root.done();
    return root.build(
        before,
        () ->
            new SourceDescription(
                id,
                name,
                data,
                encoding,
                separator,
                sheets,
                header,
                period,
                region,
                referenceDate,
                setAside,
                notes,
                symbols,
                columns,
                longForm,
                crossForm,
                registerForm,
                checks,
                List.of(),
                sha256));
  }

  private SourceDescription.Encoding encoding() {
    String text = root.text("encoding", "auto");
    for (SourceDescription.Encoding encoding : SourceDescription.Encoding.values()) {
      if (encoding.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return encoding;
      }
    }
    root.fault(
        "encoding",
        Bilingual.of(
            "“%s”无效，可用：auto, utf-8, gb18030, utf-16le, utf-16be",
            "'%s' is not one of: auto, utf-8, gb18030, utf-16le, utf-16be", text));
    return SourceDescription.Encoding.AUTO;
  }

  /** A field that is either the word {@code absent} or names a column. */
  private String column(String field, String absent) {
    if (!absent.isEmpty() && root.isText(field)) {
      if (!root.text(field).equals(absent)) {
        root.fault(
            field, Bilingual.of("应为 %s 或 {column: …}", "must be '%s' or {column: …}", absent));
      }
      return "";
    }
    Optional<Section> section = root.optionalSection(field);
    String column = section.map(s -> s.text("column")).orElse("");
    section.ifPresent(Section::done);
    return column;
  }

  /** A single character, {@code tab} or {@code auto}. */
  private char separator() {
    String text = root.text("separator", ",");
    if (text.equals("auto")) {
      return SourceDescription.AUTO_SEPARATOR;
    }
    if (text.equals("tab")) {
      return '\t';
    }
    if (text.length() != 1 || "\"\r\n\0".contains(text)) {
      root.fault(
          "separator",
          Bilingual.of(
              "“%s”无效，应为一个字符、tab 或 auto", "'%s' must be a single character, tab or auto", text));
      return ',';
    }
    return text.charAt(0);
  }

  private SourceDescription.SheetChoice sheets() {
    List<String> names = root.texts("sheets");
    checkBlank("sheets", names);
    if (names.isEmpty() || (root.isText("sheets") && names.get(0).equals("first"))) {
      return SourceDescription.SheetChoice.FIRST;
    }
    return root.isText("sheets") && names.get(0).equals("all")
        ? new SourceDescription.SheetChoice(SourceDescription.SheetChoice.Which.ALL, List.of())
        : new SourceDescription.SheetChoice(SourceDescription.SheetChoice.Which.NAMED, names);
  }

  private void checkBlank(String field, List<String> texts) {
    if (texts.stream().anyMatch(String::isBlank)) {
      root.fault(field, new Bilingual("不能为空", "must not be empty"));
    }
  }

  private SourceDescription.HeaderRule header() {
    int row = root.whole("header_row", 0, 1, MAX_HEADER_ROW);
    Optional<Section> section = root.optionalSection("header");
    if (section.isEmpty()) {
      return SourceDescription.HeaderRule.at(Math.max(1, row));
    }
    Section header = section.get();
    if (row > 0) {
      header.fault(
          "",
          new Bilingual(
              "header 与 header_row 只能写一个", "write either header or header_row, not both"));
    }
    int first = header.whole("row", 0, 1, MAX_HEADER_ROW);
    List<String> holds = header.texts("holds");
    int within = header.whole("within", 30, 1, MAX_HEADER_ROW);
    int rows = header.whole("rows", 1, 1, 3);
    if ((first == 0) == holds.isEmpty() || holds.stream().anyMatch(String::isBlank)) {
      header.fault(
          "holds",
          new Bilingual(
              "row（第几行）与 holds（表头必有的列名）须写且只写一个",
              "write either row, its number, or holds, the headers that must be in it"));
    }
    header.done();
    return new SourceDescription.HeaderRule(first, holds, first > 0 ? first : within, rows);
  }

  private SourceDescription.RegionRule region(Section section, Layout layout) {
    boolean fixed = section.has("is") || section.has("sender");
    String code = fixed && !section.has("code") ? "" : section.text("code");
    String name = section.text("name", "");
    Map<String, String> codes = section.textTable("codes");
    if (!codes.isEmpty() && name.isEmpty()) {
      section.fault(
          "codes",
          new Bilingual("须写 name，说明名称在哪一列", "needs name, the column that holds the names"));
    }
    String is = section.text("is", "");
    boolean sender = section.flag("sender", false);
    section.done();
    int ways = (code.isEmpty() ? 0 : 1) + (is.isEmpty() ? 0 : 1) + (sender ? 1 : 0);
    if (ways > 1 || (ways == 0 && fixed)) {
      section.fault(
          "",
          new Bilingual(
              "code（代码列）、is（固定代码）、sender: true（报送方）须写且只写一个",
              "write one of code (a column), is (a code for all rows), sender: true"));
    }
    if (fixed && (layout == Layout.WIDE || layout == Layout.REGISTER)) {
      section.fault("", new Bilingual("每一行须有地区，请写 code", "every row tells its region: write code"));
    }
    return new SourceDescription.RegionRule(code, name, codes, is, sender);
  }

  private List<SourceDescription.SetAside> setAside() {
    List<SourceDescription.SetAside> rules = new ArrayList<>();
    for (Section section : root.sections("set_aside")) {
      String column = section.text("column");
      List<String> is = section.texts("is");
      List<String> begins = section.texts("begins");
      List<String> holds = section.texts("holds");
      section.done();
      if (is.isEmpty() && begins.isEmpty() && holds.isEmpty()) {
        section.fault("is", new Bilingual("至少需要一个文字", "at least one text is needed"));
      }
      if (begins.stream().anyMatch(String::isBlank) || holds.stream().anyMatch(String::isBlank)) {
        section.fault("begins", new Bilingual("不能为空", "must not be empty"));
      }
      rules.add(new SourceDescription.SetAside(column, is, begins, holds));
    }
    return rules;
  }

  private List<SourceDescription.RowCheck> checks() {
    List<SourceDescription.RowCheck> checks = new ArrayList<>();
    for (Section section : root.sections("checks")) {
      List<String> parts = section.texts("parts");
      String total = section.text("total");
      BigDecimal within = section.decimal("within", BigDecimal.ZERO);
      section.done();
      if (parts.size() < 2) {
        section.fault("parts", new Bilingual("至少需要两列", "at least two columns are needed"));
      }
      if (within.signum() < 0) {
        section.fault("within", new Bilingual("不能为负", "must not be negative"));
      }
      checks.add(new SourceDescription.RowCheck(parts, total, within));
    }
    return checks;
  }

  private Map<String, Mark> symbols() {
    Map<String, Mark> symbols = new LinkedHashMap<>();
    root.textTable("symbols")
        .forEach(
            (symbol, meaning) -> {
              for (Mark mark : Mark.values()) {
                if (mark != Mark.NUMBER && mark.code().equals(meaning)) {
                  symbols.put(symbol, mark);
                }
              }
              if (!symbols.containsKey(symbol)) {
                root.fault(
                    "symbols",
                    Bilingual.of(
                        "“%s”无效，可用：missing, too_small, not_applicable",
                        "'%s' is not one of: missing, too_small, not_applicable", meaning));
              }
            });
    symbols.putIfAbsent("", Mark.MISSING);
    return symbols;
  }

  private List<SourceDescription.Column> columns(Layout layout) {
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

  private List<SourceDescription.LongForm> longForm(Layout layout) {
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
            column("unit", ""),
            column("document", "")));
  }

  private List<SourceDescription.CrossForm> crossForm(Layout layout) {
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
            column, names, is, unit, unitFrom, column("unit", ""), others));
  }

  private List<SourceDescription.RegisterForm> registerForm(Layout layout) {
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
