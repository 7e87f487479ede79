package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.document.YamlFile;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Unit;
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
  private final Section root;
  private final Scheme scheme;
  private final Faults faults;

  private enum Layout {
    WIDE,
    LONG
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
    String separator = root.text("separator", ",");
    if (separator.length() != 1 || "\"\r\n".contains(separator)) {
      root.fault(
          "separator", Bilingual.of("“%s”无效，应为一个字符", "'%s' must be a single character", separator));
    }
    int headerRow = root.whole("header_row", 1, 1, 100);
    String period = column("period", "slot");
    String region = root.section("region").map(this::regionColumn).orElse("");
    String referenceDate = column("reference_date", "");
    List<SourceDescription.SetAside> setAside = setAside();
    Map<String, Mark> symbols = symbols();
    List<SourceDescription.Column> columns = columns(layout);
    List<SourceDescription.LongForm> longForm = longForm(layout);
    root.done();
    return root.build(
        before,
        () ->
            new SourceDescription(
                id,
                name,
                data,
                encoding,
                separator.charAt(0),
                headerRow,
                period,
                region,
                referenceDate,
                setAside,
                symbols,
                columns,
                longForm,
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
            "“%s”无效，可用：auto, utf-8, gb18030", "'%s' is not one of: auto, utf-8, gb18030", text));
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

  private String regionColumn(Section section) {
    String code = section.text("code");
    section.text("name", "");
    section.done();
    return code;
  }

  private List<SourceDescription.SetAside> setAside() {
    List<SourceDescription.SetAside> rules = new ArrayList<>();
    for (Section section : root.sections("set_aside")) {
      String column = section.text("column");
      List<String> is = section.texts("is");
      section.done();
      if (is.isEmpty()) {
        section.fault("is", new Bilingual("至少需要一个文字", "at least one text is needed"));
      }
      rules.add(new SourceDescription.SetAside(column, is));
    }
    return rules;
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
      String statistic = statistic(section, "statistic", section.text("statistic"));
      String unit = unit(section, statistic);
      String period = section.text("period", "");
      if (!period.isEmpty() && !period.equals("year_to_date")) {
        section.fault(
            "period",
            Bilingual.of("“%s”无效，可用：year_to_date", "'%s' is not one of: year_to_date", period));
      }
      section.done();
      if (names.isEmpty()) {
        section.fault("header", new Bilingual("至少需要一个表头", "at least one header is needed"));
      }
      for (String name : names) {
        if (!headers.add(HeaderText.folded(name))) {
          section.fault("header", Bilingual.of("表头“%s”重复", "header '%s' stands twice", name));
        }
      }
      columns.add(new SourceDescription.Column(names, statistic, unit, !period.isEmpty()));
    }
    if (columns.isEmpty() == (layout == Layout.WIDE)) {
      root.fault(
          "columns",
          layout == Layout.WIDE
              ? new Bilingual("宽表至少需要一列", "a wide file needs at least one column")
              : new Bilingual("长表不用 columns", "a long file has no columns"));
    }
    return columns;
  }

  private List<SourceDescription.LongForm> longForm(Layout layout) {
    if (layout == Layout.WIDE) {
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
