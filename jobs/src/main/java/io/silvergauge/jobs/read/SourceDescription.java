package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Mark;
import java.io.Serializable;
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
 * @param separator character between cells
 * @param headerRow number of the record that holds the header; records before it are titles
 * @param periodColumn column that holds the period; empty where the slot's applies
 * @param regionColumn column that holds the region's code
 * @param referenceDateColumn column that holds the reference date; empty where the period's end
 *     applies
 * @param setAside rows that are no data, such as totals
 * @param symbols what a cell's text means where it is no number; the empty text is one
 * @param columns what the value columns hold, in a wide file; empty in a long one
 * @param longForm where a long file has its statistic and value; none in a wide one
 * @param sha256 hash of the file it was read from
 */
public record SourceDescription(
    String id,
    Bilingual name,
    DataKind data,
    Encoding encoding,
    char separator,
    int headerRow,
    String periodColumn,
    String regionColumn,
    String referenceDateColumn,
    List<SetAside> setAside,
    Map<String, Mark> symbols,
    List<Column> columns,
    List<LongForm> longForm,
    String sha256)
    implements Serializable {
  /** Whether figures are real. */
  public enum DataKind {
    /** Real figures. */
    OFFICIAL,
    /** Made up, and marked so wherever they show. */
    SYNTHETIC
  }

  /** How text is decoded; always strictly. */
  public enum Encoding {
    /** By its byte order mark, else as UTF-8, else as GB18030. */
    AUTO,
    /** UTF-8. */
    UTF_8,
    /** GB18030, of which GBK is a part. */
    GB18030
  }

  /**
   * Rows that are no data.
   *
   * @param column column that tells
   * @param is texts in it that set a row aside
   */
  public record SetAside(String column, List<String> is) implements Serializable {
    public SetAside {
      is = List.copyOf(is);
    }
  }

  /**
   * A value column of a wide file.
   *
   * @param headers what its header may read
   * @param statistic statistic it holds
   * @param unit unit it is in
   * @param yearToDate whether its values count from January to the end of the period
   */
  public record Column(List<String> headers, String statistic, String unit, boolean yearToDate)
      implements Serializable {
    public Column {
      headers = List.copyOf(headers);
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

  /** Id of the built-in description of plain long files. */
  public static final String LONG = "long";

  public SourceDescription {
    setAside = List.copyOf(setAside);
    symbols = Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
    columns = List.copyOf(columns);
    longForm = List.copyOf(longForm);
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
        1,
        "period",
        "region_code",
        "",
        List.of(),
        Map.of("", Mark.MISSING),
        List.of(),
        List.of(new LongForm("statistic", Map.of(), "value", Map.of(), "unit", "")),
        "built-in");
  }

  /** The statistics it can give; empty where a long file names them itself. */
  public Set<String> statistics() {
    Set<String> ids = new TreeSet<>();
    columns.forEach(column -> ids.add(column.statistic()));
    longForm.forEach(form -> ids.addAll(form.statisticNames().values()));
    return ids;
  }
}
