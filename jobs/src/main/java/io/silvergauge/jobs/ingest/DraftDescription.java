package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.formula.FieldType;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.PeriodText;
import io.silvergauge.jobs.read.RegionNames;
import io.silvergauge.jobs.read.Rows;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.TableFile;
import io.silvergauge.jobs.read.TextLook;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Writes a first source description for a file that nobody has described: what can be seen is
 * written down, what cannot be is left to a person as a comment.
 */
public final class DraftDescription {
  private static final int HEAD = 30;
  private static final int ROWS = 5_000;
  private static final int SHOWN = 12;
  private static final String TOTALS = "合计|总计|小计|总数|全国|全省|全市|全区|全县|全省合计|全市合计|全区合计";
  private static final String YES = "是|有|已建立|[Yy]|yes";
  private static final String NO = "否|无|未建立|[Nn]|no";
  private static final String NOTES = "注|说明|备注|资料来源|数据来源";

  private enum Layout {
    WIDE,
    LONG,
    CROSS,
    REGISTER
  }

  private final String id;
  private final String fileName;
  private final ReadingContext context;
  private final Collection<SourceDescription> known;
  private final StatisticNames names;
  private final StringBuilder text = new StringBuilder();
  private Optional<DraftRegister> register = Optional.empty();
  private int matched;

  private DraftDescription(
      String id, String fileName, ReadingContext context, Collection<SourceDescription> known) {
    this.id = id;
    this.fileName = fileName;
    this.context = context;
    this.known = List.copyOf(known);
    this.names = new StatisticNames(context, known);
  }

  /**
   * A description as text.
   *
   * @param yaml the description
   * @param matched how many columns or labels were matched to statistics or fields
   */
  public record Draft(String yaml, int matched) {}

  /**
   * Describes a file.
   *
   * @param id identifier of the new description
   * @param known descriptions whose headers are synonyms of their statistics
   * @throws UnreadableFileException if the file is no table
   */
  public static Draft of(
      String id,
      String fileName,
      byte[] content,
      ReadingContext context,
      Collection<SourceDescription> known)
      throws UnreadableFileException {
    DraftDescription draft = new DraftDescription(id, fileName, context, known);
    draft.describe(content);
    return new Draft(draft.text.toString(), draft.matched);
  }

  /** A sheet's rows, as far as they are looked at. */
  private record Seen(Sheet sheet, List<SheetRow> rows, TextLook look) {}

  private void describe(byte[] content) throws UnreadableFileException {
    Seen seen = seen(content);
    int header = headerPlace(seen.rows());
    int rows = headerRows(seen.rows(), header);
    HeaderFinder.Found found = found(seen, header, rows);
    List<SheetRow> data =
        seen.rows().subList(Math.min(header + rows, seen.rows().size()), seen.rows().size());
    line(
        "# A first description of "
            + fileName.replaceAll("\\p{Cntrl}", "?")
            + ", to be checked by a person.");
    line("id: " + id);
    line("name: {zh: " + quoted(fileName) + ", en: " + quoted(fileName) + "}");
    line("data: official");
    DraftColumns columns = new DraftColumns(found.names().all(), data);
    Layout layout = layout(found, columns);
    line("layout: " + layout.name().toLowerCase(Locale.ROOT));
    if (seen.sheet().title().isEmpty()) {
      line("encoding: " + code(seen.look().encoding()));
      line("separator: " + separator(seen.look().separator()));
    } else {
      line("sheets: [" + quoted(seen.sheet().title()) + "]");
    }
    line("header: {row: " + found.number() + (rows > 1 ? ", rows: " + rows : "") + "}");
    switch (layout) {
      case CROSS -> cross(found, data);
      case REGISTER -> register(columns);
      case LONG -> longTable(columns);
      case WIDE -> wide(found, data);
    }
  }

  /**
   * A column a period, a record of a register, a row an observation, or a column a statistic: a
   * register where the headers name more of its fields than statistics, a long table where labels
   * below a header name statistics and no header does.
   */
  private Layout layout(HeaderFinder.Found found, DraftColumns columns) {
    if (periodColumns(found).size() > 1) {
      return Layout.CROSS;
    }
    int region = regionPlace(columns.heads(), columns.rows());
    long statistics = columns.heads().stream().filter(head -> names.find(head).isPresent()).count();
    register = DraftRegister.of(columns, context, known, Set.of(region));
    if (register.filter(draft -> draft.fields().size() > statistics).isPresent()) {
      return Layout.REGISTER;
    }
    return statistics == 0 && labels(columns, region) >= 0 ? Layout.LONG : Layout.WIDE;
  }

  private int labels(DraftColumns columns, int region) {
    return columns.mostly(text -> names.find(text).isPresent(), Set.of(region));
  }

  private void register(DraftColumns columns) {
    DraftRegister draft = register.orElseThrow();
    List<String> heads = columns.heads();
    int region = regionPlace(heads, columns.rows());
    line("register: " + draft.register().id() + "  # " + draft.register().name().zh());
    line("period: slot");
    region(heads, region, -1);
    aside(heads, columns.rows(), region, true);
    Set<Integer> numbers = new TreeSet<>();
    draft
        .fields()
        .forEach(
            (place, field) -> {
              if (draft.register().fields().get(field).type() == FieldType.NUMBER) {
                numbers.add(place);
              }
            });
    symbols(columns.rows(), numbers);
    matched = draft.fields().size();
    line("columns:");
    for (int place = 0; place < heads.size(); place++) {
      String field = draft.fields().get(place);
      if (field != null) {
        line(
            "  - {header: "
                + quoted(heads.get(place))
                + ", field: "
                + field
                + draft.unit(place, columns, context).map(u -> ", unit: " + quoted(u)).orElse("")
                + "}  # "
                + draft.register().fields().get(field).name().zh()
                + (place == draft.guessed() ? "? It tells the rows apart: check" : ""));
      } else if (place != region && !heads.get(place).isEmpty()) {
        line("  # not matched: " + quoted(heads.get(place)) + ", " + columns.holds(place));
      }
    }
    draft.register().fields().values().stream()
        .filter(field -> !draft.fields().containsValue(field.id()))
        .forEach(
            field ->
                line(
                    "  # no column found for: "
                        + field.id()
                        + ", "
                        + field.name().zh()
                        + (field.required() ? ", which every record must say" : "")));
  }

  private void longTable(DraftColumns columns) {
    List<String> heads = columns.heads();
    int region = regionPlace(heads, columns.rows());
    int label = labels(columns, region);
    int period = columns.mostly(DraftDescription::isPeriod, Set.of(region, label));
    Set<Integer> taken = new TreeSet<>(List.of(region, label, period));
    int unit = columns.mostly(text -> context.units().spelled(text).isPresent(), taken);
    taken.add(unit);
    boolean yesNo = valuePlace(columns, taken, NumberText::isNumber) < 0;
    int value =
        yesNo
            ? valuePlace(columns, taken, text -> text.matches(YES + "|" + NO))
            : valuePlace(columns, taken, NumberText::isNumber);
    int nameColumn = namePlace(heads, region);
    line("period: " + (period < 0 ? "slot" : "{column: " + quoted(heads.get(period)) + "}"));
    region(heads, region, nameColumn);
    aside(heads, columns.rows(), nameColumn < 0 ? region : nameColumn, true);
    symbols(columns.rows(), yesNo || value < 0 ? Set.of() : Set.of(value));
    labels(heads, label, columns.rows());
    line(
        "value: {column: "
            + quoted(heads.get(Math.max(0, value)))
            + (yesNo && value >= 0 ? ", values: {" + yesNo(columns.rows(), value) + "}" : "")
            + "}"
            + (value < 0 ? "  # no column holds numbers: check" : ""));
    if (unit >= 0) {
      line("unit: {column: " + quoted(heads.get(unit)) + "}");
    }
    for (int place = 0; place < heads.size(); place++) {
      if (!taken.contains(place)
          && place != value
          && place != nameColumn
          && !heads.get(place).isEmpty()) {
        line("# not read: " + quoted(heads.get(place)) + ", " + columns.holds(place));
      }
    }
  }

  /** A column that is headed like values, else the last that holds nothing but them. */
  private static int valuePlace(DraftColumns columns, Set<Integer> taken, Predicate<String> fits) {
    int last = -1;
    for (int place = 0; place < columns.heads().size(); place++) {
      String head = columns.heads().get(place);
      boolean free = !taken.contains(place) && !head.isEmpty() && !head.matches("序号|编号|No\\.?");
      if (free && columns.isMostly(place, fits)) {
        last = place;
        if (HeaderText.folded(head).matches("数值|数量|值|数据|本期|value")) {
          return place;
        }
      }
    }
    return last;
  }

  private static String yesNo(List<SheetRow> data, int place) {
    Set<String> said = new TreeSet<>();
    data.forEach(row -> said.add(row.text(place)));
    return String.join(
        ", ",
        said.stream()
            .filter(text -> text.matches(YES + "|" + NO))
            .map(text -> quoted(text) + ": " + (text.matches(YES) ? 1 : 0))
            .toList());
  }

  private void region(List<String> heads, int region, int nameColumn) {
    line(
        "region: {code: "
            + quoted(region < 0 ? heads.get(0) : heads.get(region))
            + (nameColumn < 0 ? "" : ", name: " + quoted(heads.get(nameColumn)))
            + "}"
            + (region < 0 ? "  # no column holds codes of regions/: check" : ""));
  }

  private Seen seen(byte[] content) throws UnreadableFileException {
    TextLook look =
        TextLook.of(content)
            .orElse(
                new TextLook(SourceDescription.Encoding.AUTO, SourceDescription.AUTO_SEPARATOR));
    UnreadableFileException last = null;
    for (TableFile.Part part :
        TableFile.parts(fileName, content, look.encoding(), look.separator())) {
      try {
        for (Sheet sheet : part.open().sheets()) {
          List<SheetRow> rows = sheet.hidden() ? List.of() : rows(sheet);
          if (!rows.isEmpty()) {
            return new Seen(sheet, rows, look);
          }
        }
      } catch (UnreadableFileException e) {
        last = e; // another part may be a table
      }
    }
    throw last != null
        ? last
        : new UnreadableFileException(
            UnreadableFileException.Why.EMPTY, new Bilingual("文件中没有数据", "the file holds no rows"));
  }

  private static List<SheetRow> rows(Sheet sheet) throws UnreadableFileException {
    List<SheetRow> all = new ArrayList<>();
    try (Rows rows = sheet.open()) {
      for (Optional<SheetRow> row = rows.next();
          row.isPresent() && all.size() < ROWS;
          row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }

  /** The row with the most headers that are known; else the first that looks like one. */
  private int headerPlace(List<SheetRow> rows) {
    int best = -1;
    long most = 0;
    for (int i = 0; i < Math.min(HEAD, rows.size()); i++) {
      long known = 0;
      for (SheetRow row : rows.subList(i, Math.min(rows.size(), i + headerRows(rows, i)))) {
        known += row.cells().stream().filter(cell -> isHeader(cell.text())).count();
      }
      if (known > most && rows.get(i).filled() > 1 && !hasValues(rows.get(i))) {
        most = known;
        best = i;
      }
    }
    if (best >= 0) {
      return best;
    }
    for (int i = 0; i + 1 < Math.min(HEAD, rows.size()); i++) {
      boolean heads = rows.get(i).filled() > 1 && numbers(rows.get(i)) == 0;
      if (heads && numbers(rows.get(i + 1)) > 0) {
        return i;
      }
    }
    return 0;
  }

  private boolean isHeader(String text) {
    return names.find(text).isPresent() || isRegionHeader(text) || isPeriod(text);
  }

  /** Whether a row has numbers that are no years, as a header has not. */
  private static boolean hasValues(SheetRow row) {
    return row.cells().stream()
        .anyMatch(cell -> NumberText.isNumber(cell.text()) && !isPeriod(cell.text()));
  }

  private static long numbers(SheetRow row) {
    return row.cells().stream().filter(cell -> NumberText.isNumber(cell.text())).count();
  }

  /** How many rows the header has: rows below it without a number belong to it. */
  private static int headerRows(List<SheetRow> rows, int header) {
    int count = 1;
    while (count < 3 && header + count + 1 < rows.size()) {
      SheetRow next = rows.get(header + count);
      boolean more =
          next.number() == rows.get(header).number() + count
              && next.filled() > 1
              && numbers(next) == 0
              && next.text(0).isEmpty()
              && numbers(rows.get(header + count + 1)) > 0;
      if (!more) {
        break;
      }
      count++;
    }
    return count;
  }

  private HeaderFinder.Found found(Seen seen, int header, int rows) throws UnreadableFileException {
    int number = (int) seen.rows().get(header).number();
    try (Rows again = seen.sheet().open()) {
      return HeaderFinder.at(seen.sheet(), number, rows, context)
          .find(new PeekedRows(again))
          .orElseThrow();
    }
  }

  private List<Integer> periodColumns(HeaderFinder.Found found) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < found.names().all().size(); place++) {
      if (isPeriod(found.names().at(place))) {
        places.add(place);
      }
    }
    return places;
  }

  private void wide(HeaderFinder.Found found, List<SheetRow> data) {
    List<String> heads = found.names().all();
    int region = regionPlace(heads, data);
    int period = mostly(heads, data, DraftDescription::isPeriod, Set.of(region));
    line("period: " + (period < 0 ? "slot" : "{column: " + quoted(heads.get(period)) + "}"));
    int nameColumn = namePlace(heads, region);
    region(heads, region, nameColumn);
    aside(heads, data, nameColumn < 0 ? region : nameColumn, true);
    Map<Integer, String> statistics = new LinkedHashMap<>();
    Set<String> taken = new TreeSet<>();
    for (int place = 0; place < heads.size(); place++) {
      String head = heads.get(place);
      String last = head.substring(head.lastIndexOf('/') + 1);
      Optional<String> statistic = names.find(head).or(() -> names.find(last));
      if (place != region
          && place != period
          && statistic.isPresent()
          && found.names().places(head).size() == 1
          && taken.add(statistic.get())) {
        statistics.put(place, statistic.get());
      }
    }
    matched = statistics.size();
    symbols(data, statistics.keySet());
    line("columns:");
    for (int place = 0; place < heads.size(); place++) {
      if (statistics.containsKey(place)) {
        column(heads.get(place), statistics.get(place), found, "  - ");
      } else if (place != region && place != period && place != nameColumn) {
        unmatched(heads.get(place), place, data);
      }
    }
  }

  private void column(String head, String id, HeaderFinder.Found found, String indent) {
    Statistic statistic = context.statistics().get(id);
    String own = statistic.unit();
    String unit = unit(head, found, own).orElse(own);
    line(
        indent
            + "{header: "
            + quoted(head)
            + ", statistic: "
            + id
            + ", unit: "
            + quoted(unit)
            + "}  # "
            + statistic.name().zh());
  }

  /** The unit in the header's brackets, else that of the lines above, where it fits. */
  private Optional<String> unit(String head, HeaderFinder.Found found, String own) {
    Optional<String> bracket =
        HeaderText.inBrackets(head.substring(head.lastIndexOf('/') + 1))
            .flatMap(context.units()::spelled)
            .map(Unit::symbol);
    List<String> above =
        found.units().stream()
            .flatMap(one -> context.units().spelled(one).stream())
            .map(Unit::symbol)
            .distinct()
            .toList();
    return bracket
        .or(() -> above.size() == 1 ? Optional.of(above.get(0)) : Optional.empty())
        .filter(unit -> context.units().convertible(unit, own));
  }

  private void unmatched(String head, int place, List<SheetRow> data) {
    if (!head.isEmpty()) {
      long numeric = data.stream().filter(row -> NumberText.isNumber(row.text(place))).count();
      line(
          "  # not matched: "
              + quoted(head)
              + (numeric > 0 ? ", " + numeric + " numbers" : ", no numbers"));
    }
  }

  private void cross(HeaderFinder.Found found, List<SheetRow> data) {
    List<String> heads = found.names().all();
    int region = regionPlace(heads, data);
    int label = mostly(heads, data, text -> names.find(text).isPresent(), Set.of(region));
    line("other_periods_left_out: true");
    line(
        region < 0
            ? "region: {sender: true}  # all rows are of the region that sends"
            : "region: {code: " + quoted(heads.get(region)) + "}");
    aside(heads, data, label < 0 ? 0 : label, false);
    symbols(data, Set.copyOf(periodColumns(found)));
    labels(heads, label, data);
  }

  /** What the rows' labels mean. */
  private void labels(List<String> heads, int label, List<SheetRow> data) {
    line("statistic:");
    line("  column: " + quoted(heads.get(Math.max(0, label))));
    line("  names:");
    Set<String> seen = new TreeSet<>();
    for (SheetRow row : data) {
      String text = row.text(Math.max(0, label));
      if (text.isEmpty() || text.matches(TOTALS) || !seen.add(text)) {
        continue;
      }
      Optional<String> statistic = names.find(text);
      if (statistic.isPresent()) {
        matched++;
        line("    " + quoted(text) + ": " + statistic.get());
      } else if (row.filled() > 1) {
        line("    # not matched: " + quoted(text));
      }
    }
  }

  /** Totals, rows of parts and notes that are there. */
  private void aside(List<String> heads, List<SheetRow> data, int place, boolean regions) {
    Set<String> totals = new TreeSet<>();
    boolean parts = false;
    Set<String> notes = new TreeSet<>();
    for (SheetRow row : data) {
      String text = HeaderText.folded(row.text(Math.max(0, place)));
      if (text.matches(TOTALS)) {
        totals.add(text);
      }
      parts |= regions && text.startsWith("#");
      if (row.filled() <= 1) {
        for (String note : NOTES.split("\\|", -1)) {
          if (row.firstText().startsWith(note)) {
            notes.add(note);
          }
        }
      }
    }
    if (!totals.isEmpty() || parts) {
      List<String> rule = new ArrayList<>();
      if (!totals.isEmpty()) {
        rule.add(
            "is: ["
                + String.join(", ", totals.stream().map(DraftDescription::quoted).toList())
                + "]");
      }
      if (parts) {
        rule.add("begins: [\"#\"]");
      }
      line(
          "set_aside: [{column: "
              + quoted(heads.get(Math.max(0, place)))
              + ", "
              + String.join(", ", rule)
              + "}]");
    }
    if (!notes.isEmpty()) {
      line(
          "notes: ["
              + String.join(", ", notes.stream().map(DraftDescription::quoted).toList())
              + "]");
    }
  }

  /** What stands in value columns and is no number; what it means only the source can say. */
  private void symbols(List<SheetRow> data, Set<Integer> places) {
    Set<String> found = new TreeSet<>();
    for (SheetRow row : data) {
      if (row.filled() > 1) {
        for (int place : places) {
          String text = row.text(place);
          if (!text.isEmpty() && text.length() <= 4 && !NumberText.isNumber(text)) {
            found.add(text);
          }
        }
      }
    }
    List<String> known = new ArrayList<>(List.of("\"\": missing"));
    List<String> unknown = new ArrayList<>();
    for (String one : found.stream().limit(SHOWN).toList()) {
      if (one.matches("…+|\\.{3}")) {
        known.add(quoted(one) + ": too_small");
      } else if (one.matches("[—–－-]{1,2}|/|／|\\.{2}")) {
        known.add(quoted(one) + ": missing");
      } else {
        unknown.add(quoted(one));
      }
    }
    line("symbols: {" + String.join(", ", known) + "}  # check against the table's legend");
    if (!unknown.isEmpty()) {
      line("# no numbers either: " + String.join(" ", unknown));
    }
  }

  /** The column that holds codes or names of regions; -1 for none. */
  private int regionPlace(List<String> heads, List<SheetRow> data) {
    int codes = mostly(heads, data, text -> context.regionEnds().containsKey(text), Set.of());
    if (codes >= 0) {
      return codes;
    }
    int anyName =
        mostly(
            heads,
            data,
            text ->
                !NumberText.isNumber(text)
                    && context.names().find(text, "", Optional.empty())
                        instanceof RegionNames.Found.One,
            Set.of());
    if (anyName >= 0) {
      return anyName;
    }
    for (int place = 0; place < heads.size(); place++) {
      if (isRegionHeader(heads.get(place))) {
        return place;
      }
    }
    return -1;
  }

  private static boolean isRegionHeader(String head) {
    return HeaderText.folded(head)
        .toLowerCase(Locale.ROOT)
        .matches("(行政)?(区划|地区)?代码|行政区划|地区|区县|县\\(?市、?区\\)?|region_?code|code");
  }

  private static int namePlace(List<String> heads, int region) {
    for (int place = 0; place < heads.size(); place++) {
      boolean named =
          HeaderText.folded(heads.get(place))
              .matches("地区(名称)?|行政区(划)?(名称)?|区县(名称)?|名称|单位名称|县\\(?市、?区\\)?");
      if (named && place != region) {
        return place;
      }
    }
    return -1;
  }

  private static int mostly(
      List<String> heads, List<SheetRow> data, Predicate<String> fits, Set<Integer> but) {
    return new DraftColumns(heads, data).mostly(fits, but);
  }

  private static boolean isPeriod(String text) {
    try {
      int year = PeriodText.parse(text).period().from().getYear();
      return year >= 1949 && year < 2100;
    } catch (PeriodText.NotAPeriodException e) {
      return false;
    }
  }

  private static String code(SourceDescription.Encoding encoding) {
    return encoding.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String separator(char separator) {
    return separator == '\t'
        ? "tab"
        : separator == '\0' ? "auto" : quoted(String.valueOf(separator));
  }

  /** A text in quotes, as YAML reads it back. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else if (Character.isISOControl(letter) || letter == '\uFEFF') {
        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) letter));
      } else {
        quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
