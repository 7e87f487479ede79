package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the columns of a source description stand in a file.
 *
 * @param names headers as written, by place
 * @param values the value columns of a wide file that are there
 * @param periods periods of the value columns of a cross file, by place
 * @param fields the columns of a register's fields that are there, by place
 * @param fileUnit the unit that a line above the header tells; empty where none does
 */
record Header(
    HeaderNames names,
    List<Value> values,
    Map<Integer, Period> periods,
    Map<Integer, SourceDescription.FieldColumn> fields,
    String fileUnit) {
  /**
   * A value column.
   *
   * @param places where it stands; more than one where columns are added up
   * @param column what the description says of it
   * @param unit unit its values are in; empty where each cell tells
   */
  record Value(List<Integer> places, SourceDescription.Column column, String unit) {}

  /**
   * Finds the columns.
   *
   * @param rejects receives what is missing
   * @return empty where the file cannot be read without what is missing
   */
  static Optional<Header> of(
      HeaderFinder.Found found,
      String sheet,
      SourceDescription description,
      Delivery delivery,
      ReadingContext context,
      List<Reject> rejects) {
    return new HeaderSearch(found, sheet, description, delivery, context, rejects).header();
  }

  /** How many columns it has. */
  int size() {
    return names.all().size();
  }

  /** The place of a column that is known to be there or may be missing. */
  Optional<Integer> place(String column) {
    List<Integer> places = column.isEmpty() ? List.of() : names.places(column);
    return places.isEmpty() ? Optional.empty() : Optional.of(places.get(0));
  }
}
