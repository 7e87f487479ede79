package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.formula.FieldValues;
import io.silvergauge.indicators.formula.Truth;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How many records there are, what they come to, or how many different values a field has. */
final class RecordsWork {
  private RecordsWork() {}

  static Worked of(RegisterMeasure.Records measure, RecordView view, List<RegisterRecord> records) {
    Fraction sum = Fraction.ZERO;
    Set<String> different = new TreeSet<>();
    List<RegisterRecord> unclear = new ArrayList<>();
    List<RegisterRecord> counted = new ArrayList<>();
    List<Behind.Counted> oneByOne = new ArrayList<>();
    int all = 0;
    for (RegisterRecord record : records) {
      Truth selected = view.selected(measure.selection(), record);
      if (selected == Truth.NO) {
        continue;
      }
      all++;
      FieldValues values = record.in(view.register());
      Optional<Fraction> adds =
          selected == Truth.YES ? values.figure(measure.of()) : Optional.empty();
      Optional<String> value =
          measure.distinct().isEmpty() ? Optional.of("") : values.text(measure.distinct());
      if (adds.isEmpty() || value.isEmpty()) {
        unclear.add(record);
      } else {
        sum = sum.plus(adds.get());
        different.add(value.get());
        counted.add(record);
        if (measure.distinct().isEmpty()) {
          oneByOne.add(view.counted(record, adds.get().printed()));
        }
      }
    }
    Set<String> fields = new TreeSet<>(measure.selection().where().fields());
    fields.addAll(measure.of().inputs());
    fields.add(measure.distinct());
    List<Behind.Listed> listed = new ArrayList<>();
    if (!measure.rankBy().isEmpty()) {
      counted.sort(Comparator.comparing(record -> points(measure, record).negate()));
      counted.forEach(
          record ->
              listed.add(view.listed(record, Behind.RANKED, List.of(), Set.of(measure.rankBy()))));
    }
    unclear.forEach(record -> listed.add(view.listed(record, Behind.UNKNOWN, List.of(), fields)));
    if (!unclear.isEmpty() && measure.selection().unknown() == RegisterMeasure.Unknown.WITHHOLD) {
      return Worked.of(view.unclear(unclear, all), listed);
    }
    Fraction value = measure.distinct().isEmpty() ? sum : Fraction.of(different.size());
    return Worked.of(new Outcome.Amount(value, value, Fraction.ONE), listed).counting(oneByOne);
  }

  /** Points of a record; without any it comes last. */
  private static BigDecimal points(RegisterMeasure.Records measure, RegisterRecord record) {
    String points = record.values().get(measure.rankBy());
    return points == null ? BigDecimal.ONE.negate() : new BigDecimal(points);
  }
}
