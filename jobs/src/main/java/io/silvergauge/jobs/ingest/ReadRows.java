package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.Observation;
import java.util.ArrayList;
import java.util.List;

/**
 * What reading has come to so far: rows, what was refused or remarked, and the count of records.
 */
final class ReadRows {
  private final List<MappedRow> rows = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<RegisterRecord> unread = new ArrayList<>();
  private long refused;
  private long setAside;

  void add(MappedRow row) {
    rows.add(row);
  }

  void add(Reject reject) {
    rejects.add(reject);
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
    refused += other.refused;
    setAside += other.setAside;
  }

  List<MappedRow> rows() {
    return rows;
  }

  Batch batch() {
    List<Reject> all = new ArrayList<>(rejects);
    List<Observation> accepted = new ArrayList<>();
    List<RegisterRecord> records = new ArrayList<>(unread);
    long acceptedRows = 0;
    long rejectedRows = refused;
    long asideRows = setAside;
    for (MappedRow row : rows) {
      records.addAll(row.records());
      if (row.isSetAside()) {
        asideRows++;
      } else if (row.isRejected()) {
        rejectedRows++;
        all.addAll(row.rejects());
      } else {
        acceptedRows++;
        accepted.addAll(row.observations());
      }
    }
    all.replaceAll(PersonalRows::shown);
    long read = refused + setAside + rows.size();
    return new Batch(
        accepted, records, all, new Account(read, acceptedRows, rejectedRows, asideRows));
  }
}
