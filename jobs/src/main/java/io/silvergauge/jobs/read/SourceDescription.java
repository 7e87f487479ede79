package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Mark;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How to read one kind of file.
 *
 * @param id its identifier, which slots name
 * @param name its Chinese and English name
 * @param data whether its figures are real
 * @param encoding how its text is decoded
 * @param separator character between cells; {@link #AUTO_SEPARATOR} where the file tells
 * @param sheets which sheets of a workbook are read
 * @param header where the header stands
 * @param periodColumn column that holds the period; empty where the slot's applies
 * @param region how a row tells its region
 * @param referenceDateColumn column that holds the reference date; empty where the period's end
 *     applies
 * @param setAside rows that are no data, such as totals
 * @param notes how the notes below a table begin
 * @param symbols what a cell's text means where it is no number; the empty text is one
 * @param columns what the value columns hold, in a wide file; empty in others
 * @param longForm where a long file has its statistic and value; none in others
 * @param crossForm what the rows of a file with a column a period hold; none in others
 * @param registerForm what the rows of a register hold; none in others
 * @param checks what must hold within each row
 * @param form what the file must say of itself, where it is a form of {@code template}; none in
 *     others
 * @param sha256 hash of the file it was read from
 */
public record SourceDescription(
    String id,
    Bilingual name,
    DataKind data,
    Encoding encoding,
    char separator,
    SheetChoice sheets,
    HeaderRule header,
    String periodColumn,
    RegionRule region,
    String referenceDateColumn,
    List<SetAside> setAside,
    List<String> notes,
    Map<String, Mark> symbols,
    List<Column> columns,
    List<LongForm> longForm,
    List<CrossForm> crossForm,
    List<RegisterForm> registerForm,
    List<RowCheck> checks,
    List<FormRule> form,
    String sha256)
    implements Serializable {
  /** Stands for the separator that most lines of a file have. */
  public static final char AUTO_SEPARATOR = '\0';

  /** Whether figures are real. */
  public enum DataKind {
    /** Real figures. */
    OFFICIAL,
    /** Made up, and marked so wherever they show. */
    SYNTHETIC
  }

  /** How text is decoded; always strictly. */
  public enum Encoding {
    /** By its byte order mark or zeros as UTF-16, else as UTF-8, else as GB18030. */
    AUTO,
    /** UTF-8. */
    UTF_8,
    /** GB18030, of which GBK is a part. */
    GB18030,
    /** UTF-16, the lower byte first. */
    UTF_16LE,
    /** UTF-16, the higher byte first. */
    UTF_16BE
  }

  /**
   * Which sheets of a workbook are read; a text file is read whatever this says.
   *
   * @param which whether the first that is shown, all that are shown, or those with certain names
   * @param names what the names may read; {@code *} stands for any text
   */
  public record SheetChoice(Which which, List<String> names) implements Serializable {
    /** Ways of choosing. */
    public enum Which {
      /** The first sheet that is shown. */
      FIRST,
      /** All sheets that are shown. */
      ALL,
      /** Those with certain names, shown or not. */
      NAMED
    }

    /** The first sheet that is shown. */
    public static final SheetChoice FIRST = new SheetChoice(Which.FIRST, List.of());

    public SheetChoice {
      names = List.copyOf(names);
    }

    /** Whether a name is among those that are read. */
    public boolean names(String title) {
      String folded = HeaderText.folded(title);
      return names.stream().anyMatch(name -> fits(HeaderText.folded(name), folded));
    }

    private static boolean fits(String pattern, String text) {
      String[] pieces = pattern.split("\\*", -1);
      if (pieces.length == 1) {
        return pattern.equals(text);
      }
      String last = pieces[pieces.length - 1];
      if (!text.startsWith(pieces[0])) {
        return false;
      }
      int at = pieces[0].length();
      for (int i = 1; i < pieces.length - 1; i++) {
        int found = text.indexOf(pieces[i], at);
        if (found < 0) {
          return false;
        }
        at = found + pieces[i].length();
      }
      return text.length() - last.length() >= at && text.endsWith(last);
    }
  }

  /**
   * Where the header stands.
   *
   * @param row number of its first record or row; 0 where it is found by what it holds
   * @param holds headers of which all must be in it
   * @param within number of the last record or row in which it may begin
   * @param rows how many rows it has, one below the other
   */
  public record HeaderRule(int row, List<String> holds, int within, int rows)
      implements Serializable {
    public HeaderRule {
      holds = List.copyOf(holds);
    }

    /** A header of one row at a known place. */
    public static HeaderRule at(int row) {
      return new HeaderRule(row, List.of(), row, 1);
    }
  }

  /**
   * How a row tells its region.
   *
   * @param column column that holds its code; may be empty
   * @param nameColumn column that holds its name; may be empty
   * @param codes codes by name, where the file's code is not the region's own
   * @param is code of the region all rows are of; may be empty
   * @param sender whether all rows are of the region that sent the file
   * @param digits where rows are of units below those that are listed: with so many digits their
   *     codes begin, which are the code of the listed region for which they count; else 0
   */
  public record RegionRule(
      String column,
      String nameColumn,
      Map<String, String> codes,
      String is,
      boolean sender,
      int digits)
      implements Serializable {
    public RegionRule {
      codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /** Code of the region for which a unit that reports counts. */
    public String leafOf(String code) {
      return digits > 0 && code.length() > digits ? code.substring(0, digits) : code;
    }

    /** By a column that holds the code. */
    public static RegionRule in(String column) {
      return new RegionRule(column, "", Map.of(), "", false, 0);
    }
  }

  /**
   * Rows that are no data.
   *
   * @param column column that tells
   * @param is texts in it that set a row aside
   * @param begins beginnings of such texts
   * @param holds parts of such texts
   */
  public record SetAside(String column, List<String> is, List<String> begins, List<String> holds)
      implements Serializable {
    public SetAside {
      is = List.copyOf(is);
      begins = List.copyOf(begins);
      holds = List.copyOf(holds);
    }

    /** Whether what the column reads sets the row aside; blanks and width make no difference. */
    public boolean fits(String text) {
      String folded = HeaderText.folded(text);
      return is.contains(text)
          || is.stream().anyMatch(one -> HeaderText.folded(one).equals(folded))
          || begins.stream().anyMatch(one -> folded.startsWith(HeaderText.folded(one)))
          || holds.stream().anyMatch(one -> folded.contains(HeaderText.folded(one)));
    }
  }

  /** Where a unit is told. */
  public enum UnitFrom {
    /** In the description. */
    DESCRIPTION,
    /** In brackets in the column's header, as in {@code 床位数(张)}. */
    HEADER,
    /** In a line above the header, as in {@code 单位:万人}. */
    FILE,
    /** In the cell itself, as in {@code 300张}. */
    CELL
  }

  /**
   * A value column of a wide file.
   *
   * @param headers what its header may read
   * @param sum headers of columns that are added up instead; empty for none
   * @param statistic statistic it holds
   * @param unit unit it is in, where the description tells; else the statistic's own
   * @param unitFrom where its unit is told
   * @param yearToDate whether its values count from January to the end of the period
   */
  public record Column(
      List<String> headers,
      List<String> sum,
      String statistic,
      String unit,
      UnitFrom unitFrom,
      boolean yearToDate)
      implements Serializable {
    public Column {
      headers = List.copyOf(headers);
      sum = List.copyOf(sum);
    }
  }

  /**
   * Where a long file has its statistic and value.
   *
   * @param statisticColumn column that names the statistic
   * @param statisticNames statistic ids by what the column may read; empty where it holds the id
   * @param valueColumn column that holds the value
   * @param valueNames values by what the column may read; empty where it holds numbers
   * @param unitColumn column that holds the unit; empty where it is the statistic's own
   * @param documentColumn column that names a document; may be empty
   */
  public record LongForm(
      String statisticColumn,
      Map<String, String> statisticNames,
      String valueColumn,
      Map<String, String> valueNames,
      String unitColumn,
      String documentColumn)
      implements Serializable {
    public LongForm {
      statisticNames = Collections.unmodifiableMap(new LinkedHashMap<>(statisticNames));
      valueNames = Collections.unmodifiableMap(new LinkedHashMap<>(valueNames));
    }
  }

  /**
   * What the rows of a file with a column a period hold: every column whose header reads as a
   * period holds values.
   *
   * @param statisticColumn column that names the statistic; empty where all rows are of one
   * @param statisticNames statistic ids by what the column may read; empty where it holds the id
   * @param statistic the one statistic of all rows; empty where a column names it
   * @param unit unit of that one statistic
   * @param unitFrom where the unit is told
   * @param unitColumn column that holds the unit; may be empty
   * @param others whether columns of periods outside the slot's are left out and not refused
   */
  public record CrossForm(
      String statisticColumn,
      Map<String, String> statisticNames,
      String statistic,
      String unit,
      UnitFrom unitFrom,
      String unitColumn,
      boolean others)
      implements Serializable {
    public CrossForm {
      statisticNames = Collections.unmodifiableMap(new LinkedHashMap<>(statisticNames));
    }
  }

  /**
   * What the rows of a register hold: each a record.
   *
   * @param register the register's id
   * @param columns where its fields stand
   */
  public record RegisterForm(String register, List<FieldColumn> columns) implements Serializable {
    public RegisterForm {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column that holds a field of a register.
   *
   * @param headers what its header may read
   * @param field the field's id
   * @param unit unit it is in; empty for none
   */
  public record FieldColumn(List<String> headers, String field, String unit)
      implements Serializable {
    public FieldColumn {
      headers = List.copyOf(headers);
    }
  }

  /**
   * Columns that must add up to another in every row that has all of them.
   *
   * @param parts headers of the parts
   * @param total header of the total
   * @param within how far the sum may be off, for rounding
   */
  public record RowCheck(List<String> parts, String total, BigDecimal within)
      implements Serializable {
    public RowCheck {
      parts = List.copyOf(parts);
    }
  }

  /**
   * What a form must say of itself.
   *
   * @param scheme id of the scheme it was written for
   * @param edition edition of that scheme
   */
  public record FormRule(String scheme, String edition) implements Serializable {}

  /** Id of the built-in description of plain long files. */
  public static final String LONG = "long";

  public SourceDescription {
    setAside = List.copyOf(setAside);
    notes = List.copyOf(notes);
    symbols = Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
    columns = List.copyOf(columns);
    longForm = List.copyOf(longForm);
    crossForm = List.copyOf(crossForm);
    registerForm = List.copyOf(registerForm);
    checks = List.copyOf(checks);
    form = List.copyOf(form);
  }

  /**
   * Columns {@code region_code, period, statistic, value, unit}: any data, without a description.
   */
  public static SourceDescription plainLong() {
    return new SourceDescription(
        LONG,
        new Bilingual("长表", "Plain long file"),
        DataKind.OFFICIAL,
        Encoding.AUTO,
        ',',
        SheetChoice.FIRST,
        HeaderRule.at(1),
        "period",
        RegionRule.in("region_code"),
        "",
        List.of(),
        List.of(),
        Map.of("", Mark.MISSING),
        List.of(),
        List.of(new LongForm("statistic", Map.of(), "value", Map.of(), "unit", "")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "built-in");
  }

  /** Column that holds the region's code; empty where none does. */
  public String regionColumn() {
    return region.column();
  }

  /** Number of the record that holds the header; 0 where it is found by what it holds. */
  public int headerRow() {
    return header.row();
  }

  /** Whether it reads forms of {@code template}. */
  public boolean isForm() {
    return !form.isEmpty();
  }

  /** The register its rows belong to; empty where they are no records of one. */
  public String register() {
    return registerForm.isEmpty() ? "" : registerForm.get(0).register();
  }

  /** The statistics it can give; empty where a long file names them itself, and for a register. */
  public Set<String> statistics() {
    Set<String> ids = new TreeSet<>();
    columns.forEach(column -> ids.add(column.statistic()));
    longForm.forEach(form -> ids.addAll(form.statisticNames().values()));
    crossForm.forEach(form -> ids.addAll(form.statisticNames().values()));
    crossForm.stream()
        .map(CrossForm::statistic)
        .filter(statistic -> !statistic.isEmpty())
        .forEach(ids::add);
    return ids;
  }
}
