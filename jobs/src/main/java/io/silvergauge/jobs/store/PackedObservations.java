package io.silvergauge.jobs.store;

import io.silvergauge.jobs.ingest.ObservationTable;
import io.silvergauge.jobs.ingest.ObservationTable.Frame;
import io.silvergauge.jobs.store.ParquetRow.Texts;
import java.util.List;
import java.util.function.Function;

/**
 * The observations of a batch on their way into a pack: what many of them have in common is looked
 * up once a row group, and no object is made of any.
 */
final class PackedObservations {
  private final String batch;
  private final ObservationTable table;
  private final Texts regions;
  private final Texts statistics;
  private final Texts periods;
  private final Texts units;
  private final Texts statuses;
  private final Texts documents;
  private final Texts files;
  private final Texts sheets;
  private final Texts columns;

  PackedObservations(String batch, ObservationTable table) {
    this.batch = batch;
    this.table = table;
    regions = new Texts(table.regions().size(), table.regions()::get);
    List<Frame> frames = table.frames().all();
    statistics = texts(frames, Frame::statistic);
    periods = texts(frames, frame -> frame.period().toString());
    units = texts(frames, Frame::unit);
    statuses = texts(frames, frame -> frame.status().code());
    documents = texts(frames, Frame::document);
    files = texts(frames, Frame::file);
    sheets = texts(frames, Frame::sheet);
    columns = texts(frames, Frame::column);
  }

  private static Texts texts(List<Frame> frames, Function<Frame, String> text) {
    return new Texts(frames.size(), number -> text.apply(frames.get(number)));
  }

  /** Writes the observation at a place. */
  void write(int place, ParquetRow out) {
    int frame = table.frame(place);
    out.text("batch", batch)
        .text("region", regions, table.region(place))
        .text("statistic", statistics, frame)
        .text("period", periods, frame)
        .text("mark", table.mark(place).code())
        .large("value", table.millionths(place))
        .text("unit", units, frame)
        .text("value_status", statuses, frame)
        .date("reference_date", table.frames().get(frame).referenceDate())
        .text("document", documents, frame)
        .text("file", files, frame)
        .text("sheet", sheets, frame)
        .large("row", table.row(place))
        .text("column", columns, frame);
  }
}
