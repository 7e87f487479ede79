package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A row on its way: what it says, or why it is refused, or that it is no data. */
final class MappedRow {
  private final RowPlace place;
  private final String period;
  private List<Observation> observations;
  private final List<Reject> rejects;
  private boolean setAside;
  private String combined = "";
  private String region = "";
  private String statistic = "";
  private List<RegisterRecord> records = List.of();
  private List<Footnote> footnotes = List.of();

  /**
   * A footnote mark behind a figure.
   *
   * @param column header of the figure's column
   * @param mark the mark as written
   */
  record Footnote(String column, String mark) {}

  private MappedRow(
      RowPlace place,
      String period,
      List<Observation> observations,
      List<Reject> rejects,
      boolean setAside) {
    this.place = place;
    this.period = period;
    this.observations = List.copyOf(observations);
    this.rejects = new ArrayList<>(rejects);
    this.setAside = setAside;
  }

  static MappedRow of(
      RowPlace place, String period, List<Observation> observations, List<Reject> rejects) {
    return new MappedRow(place, period, observations, rejects, false);
  }

  static MappedRow setAside(RowPlace place) {
    return new MappedRow(place, "", List.of(), List.of(), true);
  }

  RowPlace place() {
    return place;
  }

  /** Says that its region is together with others, as written; with none where that is empty. */
  MappedRow combinedWith(String others) {
    combined = others;
    return this;
  }

  /**
   * Says what it is of.
   *
   * @param ofRegion code of its region; empty where that cannot be told
   * @param ofStatistic its one statistic; empty where there are several or none is known
   */
  MappedRow about(String ofRegion, String ofStatistic) {
    region = ofRegion;
    statistic = ofStatistic;
    return this;
  }

  /** Code of its region; empty where that cannot be told. */
  String region() {
    return region;
  }

  /** Its one statistic; empty where there are several or none is known. */
  String statistic() {
    return statistic;
  }

  /** What its region is together with; empty for nothing. */
  String combined() {
    return combined;
  }

  /**
   * Says that it is a record of a register.
   *
   * @param record what it says; of a row that is refused, that there is something
   */
  MappedRow withRecord(RegisterRecord record) {
    records = List.of(record);
    return this;
  }

  /** The record it is, if it is one; of a refused row only that there is something. */
  List<RegisterRecord> records() {
    return isRejected() ? records.stream().map(RegisterRecord::silent).toList() : records;
  }

  /** Says which of its figures had footnote marks, which are no part of them. */
  MappedRow withFootnotes(List<Footnote> all) {
    footnotes = List.copyOf(all);
    return this;
  }

  /** The footnote marks behind its figures. */
  List<Footnote> footnotes() {
    return footnotes;
  }

  /** Takes the row for no data. */
  void putAside() {
    observations = List.of();
    records = List.of();
    setAside = true;
  }

  /** The row's own period; empty where it has no valid one. */
  String period() {
    return period;
  }

  List<Observation> observations() {
    return observations;
  }

  List<Reject> rejects() {
    return rejects.stream().map(one -> one.about(region, statistic)).toList();
  }

  boolean isSetAside() {
    return setAside;
  }

  boolean isRejected() {
    return !setAside && !rejects.isEmpty();
  }

  void reject(Reject reject) {
    rejects.add(reject);
  }

  /** Leaves out what another row says already; a row that says nothing else is set aside. */
  void leaveOut(Set<Observation> repeated) {
    observations = observations.stream().filter(one -> !repeated.contains(one)).toList();
    setAside = observations.isEmpty();
  }
}
