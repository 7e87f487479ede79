package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.formula.FieldType;
import io.silvergauge.indicators.register.CreditCode;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The register of the scheme that a table seems to hold.
 *
 * @param register which
 * @param fields ids of fields, by the place of their column
 * @param guessed place of the column that was taken for the identity without being called like it;
 *     -1 for none
 */
record DraftRegister(Register register, Map<Integer, String> fields, int guessed) {
  private static final int LEAST = 3;

  /**
   * The register with the most fields among the headers; none where fewer than three are.
   *
   * @param known descriptions whose headers are synonyms of their fields
   * @param but places that hold something else
   */
  static Optional<DraftRegister> of(
      DraftColumns columns,
      ReadingContext context,
      Collection<SourceDescription> known,
      Set<Integer> but) {
    DraftRegister best = null;
    for (Register register : context.registers().values()) {
      DraftRegister draft = of(register, columns, context, known, but);
      if (draft.fields().size() >= LEAST
          && (best == null || draft.fields().size() > best.fields().size())) {
        best = draft;
      }
    }
    return Optional.ofNullable(best);
  }

  private static DraftRegister of(
      Register register,
      DraftColumns columns,
      ReadingContext context,
      Collection<SourceDescription> known,
      Set<Integer> but) {
    Map<String, String> names = names(register, context, known);
    Map<Integer, String> fields = new TreeMap<>();
    for (int place = 0; place < columns.heads().size(); place++) {
      String head = columns.heads().get(place);
      String field =
          names.get(
              HeaderNames.withoutUnit(head.substring(head.lastIndexOf('/') + 1), context.units()));
      if (field != null && !but.contains(place) && !fields.containsValue(field)) {
        fields.put(place, field);
      }
    }
    int guessed = -1;
    if (!fields.isEmpty() && !fields.containsValue(register.identity())) {
      guessed = identity(register, columns, fields.keySet(), but);
      if (guessed >= 0) {
        fields.put(guessed, register.identity());
      }
    }
    return new DraftRegister(register, fields, guessed);
  }

  private static Map<String, String> names(
      Register register, ReadingContext context, Collection<SourceDescription> known) {
    Map<String, String> names = new TreeMap<>();
    for (SourceDescription source : known) {
      source.registerForm().stream()
          .filter(form -> form.register().equals(register.id()))
          .flatMap(form -> form.columns().stream())
          .forEach(
              column ->
                  column
                      .headers()
                      .forEach(
                          head ->
                              names.put(
                                  HeaderNames.withoutUnit(head, context.units()), column.field())));
    }
    for (Field field : register.fields().values()) {
      for (String name : new String[] {field.name().zh(), field.name().en(), field.id()}) {
        names.put(HeaderNames.withoutUnit(name, context.units()), field.id());
      }
    }
    names.remove("");
    return names;
  }

  /** A column of credit codes where the identity is one; else the first that tells rows apart. */
  private static int identity(
      Register register, DraftColumns columns, Set<Integer> taken, Set<Integer> but) {
    boolean credit = register.fields().get(register.identity()).form() == Field.Form.CREDIT_CODE;
    for (int place = 0; place < columns.heads().size(); place++) {
      boolean free =
          !columns.heads().get(place).isEmpty() && !taken.contains(place) && !but.contains(place);
      if (free
          && (credit
              ? columns.isMostly(place, CreditCode::isValid)
              : columns.tellsRowsApart(place))) {
        return place;
      }
    }
    return -1;
  }

  /** The unit of a number's column: that in its header's brackets where it fits, else none. */
  Optional<String> unit(int place, DraftColumns columns, ReadingContext context) {
    Field field = register.fields().get(fields.get(place));
    return field.type() != FieldType.NUMBER || field.unit().isEmpty()
        ? Optional.empty()
        : HeaderText.inBrackets(columns.heads().get(place))
            .flatMap(context.units()::spelled)
            .map(unit -> unit.symbol())
            .filter(unit -> context.units().convertible(unit, field.unit()));
  }
}
