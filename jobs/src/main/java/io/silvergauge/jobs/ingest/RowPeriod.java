package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.read.DayText;
import io.silvergauge.jobs.read.PeriodText;
import java.time.LocalDate;
import java.util.Optional;

/** Finds out which period a row is of, and on which day its figures stood. */
final class RowPeriod extends RowPart {
  private static final int FIRST_YEAR = 1900;

  RowPeriod(RowState row) {
    super(row);
  }

  /** Its period; none, with a reject, where it names none that can be. */
  Optional<Period> period() {
    if (description.periodColumn().isEmpty()) {
      return Optional.of(delivery.slot().period());
    }
    String text = cell(description.periodColumn());
    Period found;
    try {
      PeriodText written = PeriodText.parse(text);
      found = written.period();
      row.kind = written.kind();
    } catch (PeriodText.NotAPeriodException e) {
      reject(
          description.periodColumn(),
          text,
          RejectReason.UNKNOWN_PERIOD,
          Bilingual.of("“%s”不是有效时期，%s", "'%s' is no period; %s", Rejects.shown(text), e.hint()));
      return Optional.empty();
    }
    if (!delivery.slot().period().contains(found)) {
      reject(
          description.periodColumn(),
          text,
          RejectReason.IMPOSSIBLE_PERIOD,
          Bilingual.of(
              "时期 %s 不在报送时期 %s 之内",
              "period %s does not lie in %s, for which the file was sent",
              found,
              delivery.slot().period()));
      return Optional.empty();
    }
    if (row.kind == PeriodText.Kind.AT_END && found.lastDay().isAfter(delivery.received())) {
      reject(
          description.periodColumn(),
          text,
          RejectReason.IMPOSSIBLE_PERIOD,
          Bilingual.of(
              "“%s”晚于收到日期 %s，期末数不能提前报送",
              "'%s' lies after %s, when the file was received; a level at the end cannot be known"
                  + " before",
              Rejects.shown(text),
              delivery.received()));
      return Optional.empty();
    }
    if (found.firstDay().isAfter(delivery.received())) {
      reject(
          description.periodColumn(),
          text,
          RejectReason.IMPOSSIBLE_PERIOD,
          Bilingual.of(
              "时期 %s 晚于收到日期 %s",
              "period %s had not begun when the file was received on %s",
              found,
              delivery.received()));
      return Optional.empty();
    }
    return Optional.of(found);
  }

  /** The day its figures stood; {@link LocalDate#MIN} where it says none. */
  LocalDate referenceDate() {
    if (description.referenceDateColumn().isEmpty()
        || header.place(description.referenceDateColumn()).isEmpty()) {
      return LocalDate.MIN;
    }
    String text = cell(description.referenceDateColumn());
    if (text.isEmpty()) {
      return LocalDate.MIN;
    }
    Optional<LocalDate> date = DayText.parse(text, FIRST_YEAR);
    if (date.isEmpty()) {
      reject(
          description.referenceDateColumn(),
          text,
          RejectReason.NOT_A_DATE,
          Bilingual.of(
              "“%s”不是日期，应如 2023-12-31",
              "'%s' is not a date such as 2023-12-31", Rejects.shown(text)));
    }
    return date.orElse(LocalDate.MIN);
  }
}
