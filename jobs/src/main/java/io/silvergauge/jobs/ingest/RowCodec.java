package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.register.FieldTexts;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rows, sums and records as bytes and back, so that they can travel from task to task. */
public final class RowCodec {
  private RowCodec() {}

  static void write(MappedRow row, PackedBytes out) {
    out.text(row.place().sheet());
    out.whole(row.place().number());
    out.whole(row.place().line());
    out.text(row.period());
    out.whole(row.isSetAside() ? 1 : 0);
    out.text(row.combined());
    out.text(row.region());
    out.text(row.statistic());
    out.whole(row.observations().size());
    row.observations().forEach(one -> write(one, out));
    out.whole(row.rejects().size());
    row.rejects().forEach(one -> write(one, out));
    out.whole(row.records().size());
    row.records().forEach(one -> write(one, out));
    out.whole(row.footnotes().size());
    row.footnotes()
        .forEach(
            one -> {
              out.text(one.column());
              out.text(one.mark());
            });
  }

  static MappedRow read(PackedBytes in) {
    RowPlace place = new RowPlace(in.text(), in.whole(), in.whole());
    String period = in.text();
    boolean aside = in.whole() == 1;
    String combined = in.text();
    String region = in.text();
    String statistic = in.text();
    List<Observation> observations = new ArrayList<>();
    for (long i = in.whole(); i > 0; i--) {
      observations.add(observation(in));
    }
    List<Reject> rejects = new ArrayList<>();
    for (long i = in.whole(); i > 0; i--) {
      rejects.add(reject(in));
    }
    MappedRow row =
        aside
            ? MappedRow.setAside(place)
            : MappedRow.of(place, period, observations, rejects).combinedWith(combined);
    for (long i = in.whole(); i > 0; i--) {
      row.withRecord(record(in));
    }
    List<MappedRow.Footnote> footnotes = new ArrayList<>();
    for (long i = in.whole(); i > 0; i--) {
      footnotes.add(new MappedRow.Footnote(in.text(), in.text()));
    }
    return row.about(region, statistic).withFootnotes(footnotes);
  }

  private static void write(Observation one, PackedBytes out) {
    out.text(one.region());
    out.text(one.statistic());
    out.period(one.period());
    out.text(one.mark().name());
    write(one.value(), out);
    out.text(one.unit());
    out.text(one.status().name());
    out.whole(one.referenceDate().toEpochDay());
    out.text(one.document());
    write(one.origin(), out);
  }

  private static Observation observation(PackedBytes in) {
    String region = in.text();
    String statistic = in.text();
    Period period = in.period();
    Mark mark = Mark.valueOf(in.text());
    BigDecimal value = decimal(in);
    return new Observation(
        region,
        statistic,
        period,
        mark,
        value,
        in.text(),
        ValueStatus.valueOf(in.text()),
        LocalDate.ofEpochDay(in.whole()),
        in.text(),
        origin(in));
  }

  static void write(ObservationTable.Frame one, PackedBytes out) {
    out.text(one.statistic());
    out.period(one.period());
    out.text(one.unit());
    out.text(one.status().name());
    out.whole(one.referenceDate().toEpochDay());
    out.text(one.document());
    write(new Origin(one.file(), one.sheet(), 0, one.column()), out);
  }

  static ObservationTable.Frame frame(PackedBytes in) {
    String statistic = in.text();
    Period period = in.period();
    String unit = in.text();
    ValueStatus status = ValueStatus.valueOf(in.text());
    LocalDate referenceDate = LocalDate.ofEpochDay(in.whole());
    String document = in.text();
    Origin origin = origin(in);
    return new ObservationTable.Frame(
        statistic,
        period,
        unit,
        status,
        referenceDate,
        document,
        origin.file(),
        origin.sheet(),
        origin.column());
  }

  /** Writes a sum. */
  public static void write(LeafSum sum, PackedBytes out) {
    out.text(sum.region());
    out.text(sum.statistic());
    out.period(sum.period());
    out.text(sum.unit());
    out.text(sum.mark().name());
    write(sum.sum(), out);
    out.whole(sum.rows());
    out.whole(sum.tooSmall());
    out.text(sum.status().name());
    out.whole(sum.referenceDate().toEpochDay());
    out.text(sum.document());
    write(sum.origin(), out);
  }

  /** Reads a sum. */
  public static LeafSum sum(PackedBytes in) {
    return new LeafSum(
        in.text(),
        in.text(),
        in.period(),
        in.text(),
        Mark.valueOf(in.text()),
        decimal(in),
        (int) in.whole(),
        (int) in.whole(),
        ValueStatus.valueOf(in.text()),
        LocalDate.ofEpochDay(in.whole()),
        in.text(),
        origin(in));
  }

  private static void write(BigDecimal one, PackedBytes out) {
    out.whole(one.scale());
    out.bytes(one.unscaledValue().toByteArray());
  }

  private static BigDecimal decimal(PackedBytes in) {
    int scale = (int) in.whole();
    return new BigDecimal(new BigInteger(in.bytes()), scale);
  }

  private static void write(Reject one, PackedBytes out) {
    write(new Origin(one.file(), one.sheet(), one.row(), one.column()), out);
    out.whole(one.line());
    out.text(one.value());
    out.text(one.reason().name());
    out.text(one.period());
    out.text(one.message().zh());
    out.text(one.message().en());
  }

  private static Reject reject(PackedBytes in) {
    Origin origin = origin(in);
    return new Reject(
        origin.file(),
        origin.sheet(),
        origin.row(),
        in.whole(),
        origin.column(),
        in.text(),
        RejectReason.valueOf(in.text()),
        in.text(),
        new Bilingual(in.text(), in.text()));
  }

  /** Writes a record. */
  public static void write(RegisterRecord one, PackedBytes out) {
    out.text(one.register());
    out.text(one.region());
    out.period(one.period());
    out.text(one.id());
    write(one.origin(), out);
    out.whole(one.values().size());
    one.values()
        .forEach(
            (field, value) -> {
              out.text(field);
              out.text(value);
            });
  }

  /** Reads a record. */
  public static RegisterRecord record(PackedBytes in) {
    String register = in.text();
    String region = in.text();
    Period period = in.period();
    String id = in.text();
    Origin origin = origin(in);
    List<String> values = new ArrayList<>();
    for (long i = in.whole(); i > 0; i--) {
      values.add(in.text());
      values.add(in.text());
    }
    return new RegisterRecord(register, region, period, id, FieldTexts.of(values), origin);
  }

  private static void write(Origin origin, PackedBytes out) {
    out.text(origin.file());
    out.text(origin.sheet());
    out.whole(origin.row());
    out.text(origin.column());
  }

  private static Origin origin(PackedBytes in) {
    return new Origin(in.text(), in.text(), in.whole(), in.text());
  }
}
