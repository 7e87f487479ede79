package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Named;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import io.silvergauge.indicators.scheme.Sheet;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Items that are looked at and given points.
 *
 * <p>An item is said of a unit itself; what is said of units below it is theirs.
 *
 * <p>By hand: 6 of 10 points, 4 of 4, and an item of 6 that does not apply: 10 / 14 = 71.43 %.
 */
final class ChecklistWork {
  private final RegisterMeasure.Checklist list;
  private final RecordView view;
  private final ItemPoints points;

  ChecklistWork(RegisterMeasure.Checklist list, RecordView view, Period period) {
    this.list = list;
    this.view = view;
    this.points = new ItemPoints(list.sheet(), view, period);
  }

  /** A unit and its records. */
  record Unit(Region region, List<RegisterRecord> records) {}

  Worked of(List<Unit> units) {
    List<Behind.Item> items = new ArrayList<>();
    List<String> documents = new ArrayList<>();
    Fraction reached = Fraction.ZERO;
    Fraction full = Fraction.ZERO;
    int open = 0;
    for (Unit unit : units) {
      for (RegisterMeasure.Item item : list.items()) {
        ItemPoints.Found found = found(unit, item);
        items.add(shown(unit, item, found));
        if (found.state().equals(ItemPoints.COUNTED)) {
          reached = reached.plus(found.reached().orElseThrow());
          full = full.plus(Fraction.of(item.points()));
          found.record().map(this::evidence).filter(e -> !e.isEmpty()).ifPresent(documents::add);
        } else if (!found.state().equals(ItemPoints.NOT_APPLICABLE)) {
          open++;
        }
      }
    }
    Outcome outcome = outcome(items, reached, full, open);
    return new Worked(outcome, List.of(), items, List.of(), documents, List.of());
  }

  private Outcome outcome(List<Behind.Item> items, Fraction reached, Fraction full, int open) {
    if (open > 0) {
      List<Bilingual> named =
          items.stream()
              .filter(item -> item.reached() == null)
              .filter(item -> !item.state().equals(ItemPoints.NOT_APPLICABLE))
              .map(item -> Bilingual.of("%s（%s）", "%s (%s)", item.name(), item.why()))
              .toList();
      return new Outcome.Absent(
          full.signum() > 0 ? Reason.INCOMPLETE : Reason.INPUT_MISSING,
          Bilingual.of(
              "%d 个核查项中 %d 个未知：%s",
              "%1$d items, %2$d of them not known: %3$s",
              items.size(),
              open,
              Named.firstOf(named)));
    }
    if (full.signum() == 0) {
      return new Outcome.Absent(
          Reason.NOT_APPLICABLE, new Bilingual("各核查项均不适用", "none of the items applies"));
    }
    return new Outcome.Amount(reached.times(Fraction.of(100)).dividedBy(full), reached, full);
  }

  private ItemPoints.Found found(Unit unit, RegisterMeasure.Item item) {
    List<RegisterRecord> own =
        unit.records().stream()
            .filter(record -> record.region().equals(unit.region().code()))
            .filter(record -> item.id().equals(record.values().get(list.sheet().item())))
            .toList();
    if (own.size() > 1) {
      return ItemPoints.Found.open(ItemPoints.UNKNOWN, new Bilingual("有两条以上记录", "it stands twice"));
    }
    if (own.size() == 1) {
      return points.of(item, own.get(0));
    }
    boolean refused = unit.records().stream().anyMatch(record -> record.id().isEmpty());
    if (refused) {
      return ItemPoints.Found.open(
          ItemPoints.MISSING,
          new Bilingual(
              "无记录，且有被拒绝或未说明属于它的记录", "no record of it, and one was refused or names no unit"));
    }
    return list.sheet().silent() == Sheet.Silent.ZERO
        ? ItemPoints.Found.nothing(new Bilingual("无记录，按不具备计", "no record: not in place"))
        : ItemPoints.Found.open(ItemPoints.MISSING, new Bilingual("无记录", "no record"));
  }

  private String evidence(RegisterRecord record) {
    return list.sheet().evidence().isEmpty()
        ? ""
        : record.values().getOrDefault(list.sheet().evidence(), "");
  }

  private Behind.Item shown(Unit unit, RegisterMeasure.Item item, ItemPoints.Found found) {
    RegisterRecord record = found.record().orElse(null);
    return new Behind.Item(
        item.id(),
        item.name(),
        unit.region().code(),
        view.regionName(unit.region().code()),
        found.state(),
        item.points(),
        found.reached().map(Fraction::printed).orElse(null),
        found.why(),
        number(record, list.sheet().self()),
        found.assessors(),
        text(record, list.sheet().dated()),
        text(record, list.sheet().evidence()),
        item.inspect(),
        item.where(),
        record == null ? null : record.origin().file(),
        record == null || record.origin().sheet().isEmpty() ? null : record.origin().sheet(),
        record == null ? 0 : record.origin().row());
  }

  private static BigDecimal number(RegisterRecord record, String field) {
    String text = text(record, field);
    return text == null ? null : new BigDecimal(text);
  }

  private static String text(RegisterRecord record, String field) {
    return record == null || field.isEmpty() ? null : record.values().get(field);
  }
}
