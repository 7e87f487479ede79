package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.read.PeriodText;
import io.silvergauge.jobs.read.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row while it is being read: what has been found in it so far. */
final class RowState {
  final RowTable table;
  final SheetRow record;
  final RowPlace place;
  final List<Observation> observations = new ArrayList<>();
  final List<Reject> rejects = new ArrayList<>();
  final List<MappedRow.Footnote> footnotes = new ArrayList<>();

  /** Its period, once it is known to be one. */
  Optional<Period> period = Optional.empty();

  /** What its period says of it. */
  PeriodText.Kind kind = PeriodText.Kind.WHOLE;

  /** What its region is written together with; empty for nothing. */
  String combined = "";

  /** Code of its region as far as it can be told; else empty. */
  String about = "";

  /** Code of its region where nothing speaks against that; else empty. */
  String lies = "";

  /** Its one statistic; empty where there are several or none is known. */
  String told = "";

  /** The record of a register that it is. */
  Optional<RegisterRecord> registered = Optional.empty();

  RowState(RowTable table, SheetRow record) {
    this.table = table;
    this.record = record;
    this.place = RowPlace.of(table.sheet(), record);
  }

  String periodText() {
    return period.map(Period::toString).orElse("");
  }
}
