package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.YamlFile;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a source description from YAML against the statistics of a scheme. */
public final class SourceDescriptionReader {
  /** A province's code has two digits. */
  private static final int PROVINCE_DIGITS = 2;

  /** A village's code has twelve. */
  private static final int VILLAGE_DIGITS = 12;

  private static final int MAX_HEADER_ROW = 100;

  private final Section root;
  private final Scheme scheme;
  private final Faults faults;

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
    LayoutReader.Layout layout =
        root.choice("layout", LayoutReader.Layout.class, LayoutReader.Layout.WIDE);
    SourceDescription.Encoding encoding = encoding();
    char separator = separator();
    SourceDescription.SheetChoice sheets = sheets();
    SourceDescription.HeaderRule header = header();
    String period = column(root, "period", "slot");
    SourceDescription.RegionRule region =
        root.section("region")
            .map(section -> region(section, layout))
            .orElse(SourceDescription.RegionRule.in(""));
    String referenceDate = column(root, "reference_date", "");
    List<SourceDescription.SetAside> setAside = setAside();
    List<String> notes = root.texts("notes");
    Map<String, Mark> symbols = symbols();
    LayoutReader forms = new LayoutReader(root, scheme, layout);
    List<SourceDescription.Column> columns =
        layout == LayoutReader.Layout.REGISTER ? List.of() : forms.columns();
    List<SourceDescription.LongForm> longForm = forms.longForm();
    List<SourceDescription.CrossForm> crossForm = forms.crossForm();
    List<SourceDescription.RegisterForm> registerForm = forms.registerForm();
    List<SourceDescription.RowCheck> checks = checks();
    checkBlank("notes", notes);
    if (layout == LayoutReader.Layout.CROSS && !period.isEmpty()) {
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
  static String column(Section root, String field, String absent) {
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

  private SourceDescription.RegionRule region(Section section, LayoutReader.Layout layout) {
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
    int digits = section.whole("digits", 0, PROVINCE_DIGITS, VILLAGE_DIGITS - 1);
    if (digits > 0
        && (code.isEmpty() || !codes.isEmpty() || layout == LayoutReader.Layout.REGISTER)) {
      section.fault(
          "digits",
          new Bilingual(
              "digits 只用于各行写有下级单位代码（code）的表，不与 codes 同用，也不用于名册",
              "digits is for tables whose rows have codes of units below (code), without codes, and"
                  + " not for registers"));
    }
    section.done();
    int ways = (code.isEmpty() ? 0 : 1) + (is.isEmpty() ? 0 : 1) + (sender ? 1 : 0);
    if (ways > 1 || (ways == 0 && fixed)) {
      section.fault(
          "",
          new Bilingual(
              "code（代码列）、is（固定代码）、sender: true（报送方）须写且只写一个",
              "write one of code (a column), is (a code for all rows), sender: true"));
    }
    if (fixed && (layout == LayoutReader.Layout.WIDE || layout == LayoutReader.Layout.REGISTER)) {
      section.fault("", new Bilingual("每一行须有地区，请写 code", "every row tells its region: write code"));
    }
    return new SourceDescription.RegionRule(code, name, codes, is, sender, digits);
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
}
