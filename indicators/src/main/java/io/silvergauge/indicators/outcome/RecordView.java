package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Named;
import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.Truth;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The records of one register as figures ask about them and list them. */
record RecordView(Register register, RegionTree tree) {

  /** Whether a record belongs to what is looked at; of one that was refused nobody knows. */
  Truth selected(RegisterMeasure.Selection selection, RegisterRecord record) {
    return holds(selection.where(), record);
  }

  /** Whether something holds of a record; of one that was refused nobody knows. */
  Truth holds(Condition condition, RegisterRecord record) {
    return record.id().isEmpty() ? Truth.UNKNOWN : condition.holds(record.in(register));
  }

  /** A record that counts, with what it adds. */
  Behind.Counted counted(RegisterRecord record, BigDecimal number) {
    return new Behind.Counted(
        record.id(),
        label(record),
        record.region(),
        number,
        record.origin().file(),
        sheet(record),
        record.origin().row());
  }

  private String label(RegisterRecord record) {
    return register.label().isEmpty() ? "" : record.values().getOrDefault(register.label(), "");
  }

  private static String sheet(RegisterRecord record) {
    return record.origin().sheet().isEmpty() ? null : record.origin().sheet();
  }

  /** A record as it is listed. */
  Behind.Listed listed(
      RegisterRecord record, String state, List<Behind.Asked> asked, Set<String> fields) {
    return new Behind.Listed(
        record.id(),
        label(record),
        record.region(),
        regionName(record.region()),
        state,
        asked,
        record.id().isEmpty() ? List.of() : values(record, fields),
        record.origin().file(),
        sheet(record),
        record.origin().row());
  }

  Bilingual regionName(String code) {
    return tree.find(code).map(region -> region.name()).orElse(Bilingual.EMPTY);
  }

  private List<Behind.Value> values(RegisterRecord record, Set<String> fields) {
    List<Behind.Value> values = new ArrayList<>();
    for (String field : new TreeSet<>(fields)) {
      Field known = register.fields().get(field);
      if (known != null) {
        values.add(new Behind.Value(field, known.name(), record.values().get(field)));
      }
    }
    return values;
  }

  /** That some records do not say enough for a figure. */
  Outcome.Absent unclear(Collection<RegisterRecord> unclear, int all) {
    return new Outcome.Absent(
        unclear.size() < all ? Reason.INCOMPLETE : Reason.INPUT_MISSING,
        Bilingual.of(
            "%s：%d 条记录中 %d 条信息不足：%s",
            "%1$s: %3$d of %2$d records do not say enough: %4$s",
            register.name(),
            all,
            unclear.size(),
            Named.first(List.copyOf(unclear), RecordView::name)));
  }

  static String name(RegisterRecord record) {
    return record.id().isEmpty()
        ? record.origin().file() + " " + record.origin().row()
        : record.id();
  }
}
