package io.silvergauge.jobs.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.register.FieldTexts;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The four tables of a pack; each row begins with the key of its batch. */
final class PackTables {
  /** A row with the batch it belongs to. */
  record Keyed<T>(String batch, T row) {}

  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonStringEncoder QUOTED = JsonStringEncoder.getInstance();

  /** Letters that the fields of a record usually take. */
  private static final int JSON_LENGTH = 160;

  private static final String PLACE =
      """
        required binary file (STRING);
        required binary sheet (STRING);
        required int64 row;
        required binary column (STRING);
      """;

  static final ParquetTable<Keyed<Observation>> OBSERVATIONS =
      new ParquetTable<>(
          """
          message observation {
            required binary batch (STRING);
            required binary region (STRING);
            required binary statistic (STRING);
            required binary period (STRING);
            required binary mark (STRING);
            required int64 value (DECIMAL(18,6));
            required binary unit (STRING);
            required binary value_status (STRING);
            required int32 reference_date (DATE);
            required binary document (STRING);
          """
              + PLACE
              + "}",
          cells -> new Keyed<>(cells.text("batch"), observation(cells)));

  static final ParquetTable<Keyed<LeafSum>> SUMS =
      new ParquetTable<>(
          """
          message leaf_sum {
            required binary batch (STRING);
            required binary region (STRING);
            required binary statistic (STRING);
            required binary period (STRING);
            required binary unit (STRING);
            required binary mark (STRING);
            required fixed_len_byte_array(16) sum (DECIMAL(38,6));
            required int32 rows;
            required int32 too_small;
            required binary value_status (STRING);
            required int32 reference_date (DATE);
            required binary document (STRING);
          """
              + PLACE
              + "}",
          cells -> new Keyed<>(cells.text("batch"), sum(cells)));

  static final ParquetTable<Keyed<Reject>> REJECTS =
      new ParquetTable<>(
          """
          message reject {
            required binary batch (STRING);
            required binary reason (STRING);
            required binary region (STRING);
            required binary statistic (STRING);
            required binary value (STRING);
            required binary period (STRING);
            required int64 line;
            required binary message_zh (STRING);
            required binary message_en (STRING);
          """
              + PLACE
              + "}",
          cells -> new Keyed<>(cells.text("batch"), reject(cells)));

  static final ParquetTable<Keyed<RegisterRecord>> RECORDS =
      new ParquetTable<>(
          """
          message record {
            required binary batch (STRING);
            required binary register (STRING);
            required binary region (STRING);
            required binary period (STRING);
            required binary id (STRING);
            required binary values (JSON);
          """
              + PLACE
              + "}",
          cells -> new Keyed<>(cells.text("batch"), record(cells)));

  private PackTables() {}

  static void write(String batch, RegisterRecord row, ParquetRow out) {
    out.text("batch", batch)
        .text("register", row.register())
        .text("region", row.region())
        .text("period", row.period().toString())
        .text("id", row.id())
        .text("values", json(row.values()));
    place(out, row.origin());
  }

  /** The fields of a record in their order, which is by name: the same values, the same text. */
  private static String json(Map<String, String> values) {
    StringBuilder json = new StringBuilder(JSON_LENGTH).append('{');
    values.forEach(
        (name, value) -> {
          json.append(json.length() == 1 ? "\"" : ",\"");
          quote(name, json);
          json.append("\":\"");
          quote(value, json);
          json.append('"');
        });
    return json.append('}').toString();
  }

  private static void quote(String text, StringBuilder json) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter < ' ' || letter == '"' || letter == '\\') {
        QUOTED.quoteAsString(text, json);
        return;
      }
    }
    json.append(text);
  }

  /** Short texts, most of which repeat, are one object for many records. */
  private static FieldTexts texts(ParquetCells cells) {
    String written = cells.text("values");
    List<String> values = new ArrayList<>();
    if (written.indexOf('\\') < 0) { // texts end at the next quote: {"name":"text","name":"text"}
      for (int at = 1; written.charAt(at) != '}'; ) {
        int name = written.indexOf('"', at) + 1;
        int nameEnd = written.indexOf('"', name);
        int text = written.indexOf('"', nameEnd + 1) + 1;
        at = written.indexOf('"', text) + 1;
        if (name == 0 || at <= name) {
          throw new IllegalStateException("The fields of a record are not whole");
        }
        values.add(cells.shared(written, name, nameEnd));
        values.add(cells.shared(written, text, at - 1));
      }
      return FieldTexts.of(values);
    }
    try (JsonParser json = JSON.createParser(written)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        String value = json.nextTextValue();
        if (value == null) {
          throw new IllegalStateException("The field " + name + " of a record is no text");
        }
        values.add(name);
        values.add(cells.shared(value, 0, value.length()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FieldTexts.of(values);
  }

  private static RegisterRecord record(ParquetCells cells) {
    return new RegisterRecord(
        cells.text("register"),
        cells.text("region"),
        cells.period("period"),
        cells.text("id"),
        texts(cells),
        origin(cells));
  }

  static void write(String batch, LeafSum row, ParquetRow out) {
    out.text("batch", batch)
        .text("region", row.region())
        .text("statistic", row.statistic())
        .text("period", row.period().toString())
        .text("unit", row.unit())
        .text("mark", row.mark().code())
        .wideDecimal("sum", row.sum())
        .whole("rows", row.rows())
        .whole("too_small", row.tooSmall())
        .text("value_status", row.status().code())
        .date("reference_date", row.referenceDate())
        .text("document", row.document());
    place(out, row.origin());
  }

  static void write(String batch, Reject row, ParquetRow out) {
    out.text("batch", batch)
        .text("reason", row.reason().name())
        .text("region", row.region())
        .text("statistic", row.statistic())
        .text("value", row.value())
        .text("period", row.period())
        .large("line", row.line())
        .text("message_zh", row.message().zh())
        .text("message_en", row.message().en());
    place(out, new Origin(row.file(), row.sheet(), row.row(), row.column()));
  }

  private static void place(ParquetRow out, Origin origin) {
    out.text("file", origin.file())
        .text("sheet", origin.sheet())
        .large("row", origin.row())
        .text("column", origin.column());
  }

  private static Observation observation(ParquetCells cells) {
    return new Observation(
        cells.text("region"),
        cells.text("statistic"),
        cells.period("period"),
        mark(cells),
        cells.decimal("value"),
        cells.text("unit"),
        status(cells),
        cells.date("reference_date"),
        cells.text("document"),
        origin(cells));
  }

  private static LeafSum sum(ParquetCells cells) {
    return new LeafSum(
        cells.text("region"),
        cells.text("statistic"),
        cells.period("period"),
        cells.text("unit"),
        mark(cells),
        cells.wideDecimal("sum"),
        cells.whole("rows"),
        cells.whole("too_small"),
        status(cells),
        cells.date("reference_date"),
        cells.text("document"),
        origin(cells));
  }

  private static Reject reject(ParquetCells cells) {
    Origin origin = origin(cells);
    return new Reject(
        origin.file(),
        origin.sheet(),
        origin.row(),
        cells.large("line"),
        origin.column(),
        cells.text("value"),
        RejectReason.valueOf(cells.text("reason")),
        cells.text("period"),
        new Bilingual(cells.text("message_zh"), cells.text("message_en")),
        cells.text("region"),
        cells.text("statistic"));
  }

  private static Mark mark(ParquetCells cells) {
    return Mark.valueOf(cells.text("mark").toUpperCase(Locale.ROOT));
  }

  private static ValueStatus status(ParquetCells cells) {
    return ValueStatus.valueOf(cells.text("value_status").toUpperCase(Locale.ROOT));
  }

  private static Origin origin(ParquetCells cells) {
    return new Origin(
        cells.text("file"), cells.text("sheet"), cells.large("row"), cells.text("column"));
  }
}
