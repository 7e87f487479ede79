package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import java.math.BigDecimal;
import java.util.Locale;
import org.apache.parquet.example.data.Group;

/** The three tables of a pack; each row begins with the key of its batch. */
final class PackTables {
  /** A row with the batch it belongs to. */
  record Keyed<T>(String batch, T row) {}

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
          PackTables::writeObservation,
          group -> new Keyed<>(ParquetRow.text(group, "batch"), observation(group)));

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
          PackTables::writeSum,
          group -> new Keyed<>(ParquetRow.text(group, "batch"), sum(group)));

  static final ParquetTable<Keyed<Reject>> REJECTS =
      new ParquetTable<>(
          """
          message reject {
            required binary batch (STRING);
            required binary reason (STRING);
            required binary value (STRING);
            required binary period (STRING);
            required int64 line;
            required binary message_zh (STRING);
            required binary message_en (STRING);
          """
              + PLACE
              + "}",
          PackTables::writeReject,
          group -> new Keyed<>(ParquetRow.text(group, "batch"), reject(group)));

  private PackTables() {}

  private static void writeObservation(Keyed<Observation> keyed, ParquetRow out) {
    Observation row = keyed.row();
    out.text("batch", keyed.batch())
        .text("region", row.region())
        .text("statistic", row.statistic())
        .text("period", row.period().toString())
        .text("mark", row.mark().code())
        .decimal("value", row.value())
        .text("unit", row.unit())
        .text("value_status", row.status().code())
        .date("reference_date", row.referenceDate())
        .text("document", row.document());
    place(out, row.origin());
  }

  private static void writeSum(Keyed<LeafSum> keyed, ParquetRow out) {
    LeafSum row = keyed.row();
    out.text("batch", keyed.batch())
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

  private static void writeReject(Keyed<Reject> keyed, ParquetRow out) {
    Reject row = keyed.row();
    out.text("batch", keyed.batch())
        .text("reason", row.reason().name())
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

  private static Observation observation(Group group) {
    return new Observation(
        ParquetRow.text(group, "region"),
        ParquetRow.text(group, "statistic"),
        Period.parse(ParquetRow.text(group, "period")),
        mark(group),
        BigDecimal.valueOf(group.getLong("value", 0), ParquetRow.SCALE),
        ParquetRow.text(group, "unit"),
        status(group),
        ParquetRow.date(group, "reference_date"),
        ParquetRow.text(group, "document"),
        origin(group));
  }

  private static LeafSum sum(Group group) {
    return new LeafSum(
        ParquetRow.text(group, "region"),
        ParquetRow.text(group, "statistic"),
        Period.parse(ParquetRow.text(group, "period")),
        ParquetRow.text(group, "unit"),
        mark(group),
        ParquetRow.wideDecimal(group, "sum"),
        group.getInteger("rows", 0),
        group.getInteger("too_small", 0),
        status(group),
        ParquetRow.date(group, "reference_date"),
        ParquetRow.text(group, "document"),
        origin(group));
  }

  private static Reject reject(Group group) {
    Origin origin = origin(group);
    return new Reject(
        origin.file(),
        origin.sheet(),
        origin.row(),
        group.getLong("line", 0),
        origin.column(),
        ParquetRow.text(group, "value"),
        RejectReason.valueOf(ParquetRow.text(group, "reason")),
        ParquetRow.text(group, "period"),
        new Bilingual(ParquetRow.text(group, "message_zh"), ParquetRow.text(group, "message_en")));
  }

  private static Mark mark(Group group) {
    return Mark.valueOf(ParquetRow.text(group, "mark").toUpperCase(Locale.ROOT));
  }

  private static ValueStatus status(Group group) {
    return ValueStatus.valueOf(ParquetRow.text(group, "value_status").toUpperCase(Locale.ROOT));
  }

  private static Origin origin(Group group) {
    return new Origin(
        ParquetRow.text(group, "file"),
        ParquetRow.text(group, "sheet"),
        group.getLong("row", 0),
        ParquetRow.text(group, "column"));
  }
}
