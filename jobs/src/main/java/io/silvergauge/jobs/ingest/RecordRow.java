package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.Origin;
import java.util.Map;
import java.util.Optional;

/** A row that is a record of a register. */
final class RecordRow extends RowPart {
  RecordRow(RowState row) {
    super(row);
  }

  /** A record; even if it is refused, somebody has to know that it is there. */
  void read(String region) {
    boolean placed = rejects.isEmpty();
    Register register = context.registers().get(description.register());
    RecordReader reader =
        new RecordReader(
            register, context.units(), description.symbols().keySet(), row.table.fields());
    header
        .fields()
        .forEach(
            (at, column) -> {
              String name = header.names().at(at);
              String text = record.text(at);
              reader
                  .read(at, column, text)
                  .ifPresent(fault -> reject(name, text, fault.reason(), fault.message()));
              noteMark(name, reader.note());
            });
    Origin origin = new Origin(delivery.path(), place.sheet(), place.number(), "");
    if (rejects.isEmpty()) {
      for (CellReader.CellFault fault : reader.checked(region, delivery.slot().period())) {
        reject("", "", fault.reason(), fault.message());
      }
    }
    if (placed) {
      row.registered = Optional.of(reader.record(region, delivery.slot().period(), origin));
    }
  }

  /** That there is a record: in the region it names for certain, or anywhere of the sender's. */
  RegisterRecord somewhere() {
    return new RegisterRecord(
        description.register(),
        row.lies.isEmpty() ? delivery.slot().sender() : row.lies,
        delivery.slot().period(),
        "",
        Map.of(),
        new Origin(delivery.path(), place.sheet(), place.number(), ""));
  }
}
