package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Named;
import io.silvergauge.indicators.formula.Truth;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far records have come through stages.
 *
 * <p>By hand: eight institutions inventoried, six decided, four transferred, three converted, two
 * in operation: 2 / 8 = 25 %.
 */
final class FunnelWork {
  private final RegisterMeasure.Funnel funnel;
  private final RecordView view;
  private final List<List<RegisterRecord>> reached = new ArrayList<>();
  private final List<RegisterRecord> unclear = new ArrayList<>();
  private final List<RegisterRecord> skipping = new ArrayList<>();
  private final List<Behind.Listed> listed = new ArrayList<>();
  private int all;

  private FunnelWork(RegisterMeasure.Funnel funnel, RecordView view) {
    this.funnel = funnel;
    this.view = view;
    funnel.stages().forEach(stage -> reached.add(new ArrayList<>()));
  }

  static Worked of(RegisterMeasure.Funnel funnel, RecordView view, List<RegisterRecord> records) {
    FunnelWork work = new FunnelWork(funnel, view);
    records.forEach(work::look);
    Outcome outcome = work.outcome();
    return new Worked(outcome, work.listed, List.of(), work.stages(), List.of(), List.of());
  }

  private void look(RegisterRecord record) {
    Truth selected = view.selected(funnel.selection(), record);
    if (selected == Truth.NO) {
      return;
    }
    all++;
    List<RegisterMeasure.Stage> open = new ArrayList<>();
    List<RegisterMeasure.Stage> skipped = new ArrayList<>();
    List<RegisterMeasure.Stage> before = new ArrayList<>();
    List<Integer> in = new ArrayList<>();
    for (int i = 0; i < funnel.stages().size(); i++) {
      RegisterMeasure.Stage stage = funnel.stages().get(i);
      Truth holds = selected == Truth.YES ? view.holds(stage.where(), record) : Truth.UNKNOWN;
      if (holds == Truth.UNKNOWN) {
        open.add(stage);
      } else if (holds == Truth.NO) {
        before.add(stage);
      } else {
        in.add(i);
        skipped = List.copyOf(before);
      }
    }
    if (!skipped.isEmpty()) {
      skipping.add(record);
      listed.add(listed(record, Behind.FAILS, skipped));
    } else if (!open.isEmpty()) {
      unclear.add(record);
      listed.add(listed(record, Behind.UNKNOWN, open));
    } else {
      in.forEach(i -> reached.get(i).add(record));
    }
  }

  private Outcome outcome() {
    if (!skipping.isEmpty()) {
      return new Outcome.Absent(
          Reason.CHECK_FAILED,
          Bilingual.of(
              "%s：%d 条记录进入后一阶段却不在前一阶段：%s",
              "%s: %d records are in a later stage and not in an earlier one: %s",
              view.register().name(),
              skipping.size(),
              Named.first(List.copyOf(skipping), RecordView::name)));
    }
    if (!unclear.isEmpty() && funnel.selection().unknown() == RegisterMeasure.Unknown.WITHHOLD) {
      return view.unclear(unclear, all);
    }
    int first = reached.get(0).size();
    if (first == 0) {
      return new Outcome.Absent(
          unclear.isEmpty() ? Reason.NOT_APPLICABLE : Reason.INPUT_MISSING,
          Bilingual.of(
              "%s：第一阶段没有记录", "%s: no record is in the first stage", view.register().name()));
    }
    Fraction last = Fraction.of(reached.get(reached.size() - 1).size());
    return new Outcome.Amount(
        last.times(Fraction.of(100)).dividedBy(Fraction.of(first)), last, Fraction.of(first));
  }

  private List<Behind.Stage> stages() {
    List<Behind.Stage> stages = new ArrayList<>();
    for (int i = 0; i < reached.size(); i++) {
      RegisterMeasure.Stage stage = funnel.stages().get(i);
      List<RegisterRecord> in = reached.get(i);
      stages.add(
          new Behind.Stage(
              stage.id(),
              stage.name(),
              in.size(),
              funnel.sums().stream().map(field -> sum(field, in)).toList()));
    }
    return stages;
  }

  private Behind.Sum sum(String id, List<RegisterRecord> records) {
    Field field = view.register().fields().get(id);
    boolean known = records.stream().allMatch(record -> record.values().containsKey(id));
    BigDecimal sum =
        known
            ? records.stream()
                .map(record -> new BigDecimal(record.values().get(id)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
            : null;
    return new Behind.Sum(id, field.name(), field.unit(), sum);
  }

  private Behind.Listed listed(
      RegisterRecord record, String state, List<RegisterMeasure.Stage> stages) {
    Set<String> fields = new TreeSet<>();
    stages.forEach(stage -> fields.addAll(stage.where().fields()));
    return view.listed(
        record,
        state,
        stages.stream().map(stage -> new Behind.Asked(stage.id(), stage.name())).toList(),
        fields);
  }
}
