package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.formula.Truth;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import io.silvergauge.indicators.scheme.RegisterMeasure.Unknown;
import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The share of records that meet what is asked of them.
 *
 * <p>By hand: of five estates three have the floor area asked of them, one has not, and of one
 * nothing is asked: 3 / 4 = 75 %.
 */
final class EachRecordWork {
  private final RegisterMeasure.EachRecord each;
  private final RecordView view;
  private final List<Behind.Listed> listed = new ArrayList<>();
  private final List<Behind.Counted> counted = new ArrayList<>();
  private final List<RegisterRecord> unclear = new ArrayList<>();
  private int met;
  private int asked;

  private EachRecordWork(RegisterMeasure.EachRecord each, RecordView view) {
    this.each = each;
    this.view = view;
  }

  static Worked of(RegisterMeasure.EachRecord each, RecordView view, List<RegisterRecord> records) {
    EachRecordWork work = new EachRecordWork(each, view);
    records.forEach(work::look);
    return Worked.of(work.outcome(), work.listed).counting(work.counted);
  }

  private void look(RegisterRecord record) {
    Truth selected = view.selected(each.selection(), record);
    if (selected == Truth.NO) {
      return;
    }
    if (selected == Truth.UNKNOWN) {
      unclear(record, List.of(), each.selection().where().fields());
      return;
    }
    List<RegisterMeasure.Rung> fails = new ArrayList<>();
    List<RegisterMeasure.Rung> open = new ArrayList<>();
    boolean any = false;
    for (RegisterMeasure.Rung rung : each.rungs()) {
      Truth applies = view.holds(rung.when(), record);
      Truth meets = applies == Truth.NO ? Truth.NO : view.holds(rung.require(), record);
      if (applies == Truth.UNKNOWN || (applies == Truth.YES && meets == Truth.UNKNOWN)) {
        open.add(rung);
      } else if (applies == Truth.YES) {
        any = true;
        if (meets == Truth.NO) {
          fails.add(rung);
        }
      }
    }
    if (!fails.isEmpty()) {
      asked++;
      listed.add(listed(record, Behind.FAILS, fails));
    } else if (!open.isEmpty()) {
      unclear(record, asked(open), fields(open));
    } else if (any) {
      asked++;
      met++;
      counted.add(view.counted(record, BigDecimal.ONE));
    } else {
      Set<String> fields = new TreeSet<>();
      each.rungs().forEach(rung -> fields.addAll(rung.when().fields()));
      listed.add(view.listed(record, Behind.NO_NORM, List.of(), fields));
    }
  }

  private void unclear(RegisterRecord record, List<Behind.Asked> open, Set<String> fields) {
    boolean fail = each.selection().unknown() == Unknown.FAIL;
    if (fail) {
      asked++;
    }
    unclear.add(record);
    listed.add(view.listed(record, fail ? Behind.FAILS : Behind.UNKNOWN, open, fields));
  }

  private Outcome outcome() {
    if (!unclear.isEmpty() && each.selection().unknown() == Unknown.WITHHOLD) {
      return view.unclear(unclear, asked + unclear.size());
    }
    if (asked == 0) {
      return new Outcome.Absent(
          unclear.isEmpty() ? Reason.NOT_APPLICABLE : Reason.INPUT_MISSING,
          Bilingual.of(
              "%s：没有适用的记录", "%s: there is no record of which it is asked", view.register().name()));
    }
    Fraction all = Fraction.of(asked);
    return new Outcome.Amount(
        Fraction.of(met).times(Fraction.of(100)).dividedBy(all), Fraction.of(met), all);
  }

  private Behind.Listed listed(
      RegisterRecord record, String state, List<RegisterMeasure.Rung> rungs) {
    return view.listed(record, state, asked(rungs), fields(rungs));
  }

  private static List<Behind.Asked> asked(List<RegisterMeasure.Rung> rungs) {
    return rungs.stream().map(rung -> new Behind.Asked(rung.id(), rung.name())).toList();
  }

  private static Set<String> fields(List<RegisterMeasure.Rung> rungs) {
    Set<String> fields = new TreeSet<>();
    for (RegisterMeasure.Rung rung : rungs) {
      fields.addAll(rung.when().fields());
      fields.addAll(rung.require().fields());
    }
    return fields;
  }
}
