package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * What reading has come to so far: rows, what was refused or remarked, and the count of records.
 */
final class ReadRows {
  private final List<MappedRow> rows = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<Reject> beside = new ArrayList<>();
  private final List<RegisterRecord> unread = new ArrayList<>();
  private PlainRead plain = new PlainRead();
  private PlainRead.Again again =
      (number, from, to) -> {
        throw new IllegalStateException("No plain row was read");
      };
  private BitSet mapped = new BitSet();
  private long refused;
  private long setAside;

  /**
   * Rows that were read by their bytes: all rows of the file.
   *
   * @param mapper maps one of them as all others are
   */
  void add(PlainRead read, PlainRead.Again mapper) {
    plain = read;
    again = mapper;
    rows.addAll(read.odd());
  }

  /** Maps those plain rows that must be held against others. */
  void settle(ReadingContext context) {
    if (plain.rows() > 0) {
      mapped = new PlainChecks(plain, context).rows();
      mapped.stream().forEach(place -> rows.add(plain.again(place, again)));
      rows.sort(Comparator.comparingLong(row -> row.place().number()));
    }
  }

  /** Whether nothing was read. */
  boolean isEmpty() {
    return rows.isEmpty() && plain.rows() == 0;
  }

  void add(MappedRow row) {
    rows.add(row);
  }

  void add(Reject reject) {
    rejects.add(reject);
  }

  /** Something said of what is no part of the table: nothing that is read is refused for it. */
  void addBeside(Reject reject) {
    beside.add(reject);
  }

  /** Records that are refused together, with one reject for all. */
  void refuse(long records) {
    refused += records;
  }

  /** Records that are titles or header. */
  void setAside(long records) {
    setAside += records;
  }

  /** Says that there may be records that could not be read. */
  void addUnread(RegisterRecord silent) {
    unread.add(silent);
  }

  /** Whether a file, an entry or a sheet was refused as a whole. */
  boolean refusedWhole() {
    return refused > 0
        || rejects.stream().anyMatch(one -> one.row() == 0 && !one.reason().isRemark());
  }

  void addAll(ReadRows other) {
    rows.addAll(other.rows);
    rejects.addAll(other.rejects);
    beside.addAll(other.beside);
    refused += other.refused;
    setAside += other.setAside;
    if (other.plain.rows() > 0) {
      plain = other.plain;
      again = other.again;
    }
  }

  List<MappedRow> rows() {
    return rows;
  }

  /**
   * What all of it comes to.
   *
   * @param by how rows tell their regions
   */
  Batch batch(SourceDescription.RegionRule by) {
    boolean asRead = rows.isEmpty() && refused == 0 && rejects.isEmpty() && beside.isEmpty();
    if (asRead) { // then nothing has to be taken over row by row
      Account account = new Account(setAside + plain.rows(), plain.rows(), 0, setAside);
      return new Batch(plain.observations(), unread, List.of(), account, by);
    }
    List<Reject> all = new ArrayList<>(rejects);
    all.addAll(beside);
    ObservationTable accepted = new ObservationTable();
    ObservationTable.From from = accepted.new From(plain.observations());
    List<RegisterRecord> records = new ArrayList<>(unread);
    long acceptedRows = 0;
    long rejectedRows = refused;
    long asideRows = setAside;
    int taken = 0;
    for (MappedRow row : rows) {
      taken = plain.rows() == 0 ? 0 : takeBefore(row.place().number(), taken, from);
      records.addAll(row.records());
      if (row.isSetAside()) {
        asideRows++;
      } else if (row.isRejected()) {
        rejectedRows++;
        all.addAll(row.rejects());
      } else {
        acceptedRows++;
        row.observations().forEach(accepted::take);
      }
    }
    takeBefore(Long.MAX_VALUE, taken, from);
    if (by.digits() > 0) {
      new Understated(accepted, by).mark(rows, refusedWhole());
    }
    long untouched = (long) plain.rows() - mapped.cardinality();
    all.replaceAll(PersonalRows::shown);
    long read = refused + setAside + rows.size() + untouched;
    return new Batch(
        accepted,
        records,
        all,
        new Account(read, acceptedRows + untouched, rejectedRows, asideRows),
        by);
  }

  /**
   * Takes what the plain rows before a record say, but for those that were mapped.
   *
   * @param first the first observation that is not taken yet
   * @return the first that is not taken then
   */
  private int takeBefore(long number, int first, ObservationTable.From from) {
    ObservationTable all = plain.observations();
    int at = first;
    for (; at < all.size() && all.row(at) < number; at++) {
      if (mapped.isEmpty() || !mapped.get(plain.place(all.row(at)))) {
        from.take(at);
      }
    }
    return at;
  }
}
