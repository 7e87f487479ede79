package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.formula.FieldType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The part of a first description of a register. */
final class DraftRecords {
  private final DraftText text;
  private final DraftColumns columns;
  private final DraftRoles roles;
  private final ReadingContext context;
  private final DraftRegister draft;

  DraftRecords(DraftBasis basis, DraftRegister draft) {
    this.text = basis.text();
    this.columns = basis.look().columns();
    this.roles = basis.roles();
    this.context = basis.context();
    this.draft = draft;
  }

  /**
   * Writes.
   *
   * @return how many columns were matched to fields
   */
  int write() {
    List<String> heads = columns.heads();
    int region = roles.region();
    text.line("register: " + draft.register().id() + "  # " + draft.register().name().zh());
    text.line("period: slot");
    text.region(heads, region, -1);
    text.aside(heads, columns.rows(), region, true);
    Set<Integer> numbers = new TreeSet<>();
    draft
        .fields()
        .forEach(
            (place, field) -> {
              if (draft.register().fields().get(field).type() == FieldType.NUMBER) {
                numbers.add(place);
              }
            });
    text.symbols(columns.rows(), numbers);
    text.line("columns:");
    for (int place = 0; place < heads.size(); place++) {
      String field = draft.fields().get(place);
      if (field != null) {
        text.line(
            "  - {header: "
                + DraftText.quoted(heads.get(place))
                + ", field: "
                + field
                + draft
                    .unit(place, columns, context)
                    .map(u -> ", unit: " + DraftText.quoted(u))
                    .orElse("")
                + "}  # "
                + draft.register().fields().get(field).name().zh()
                + (place == draft.guessed() ? "? It tells the rows apart: check" : ""));
      } else if (place != region && !heads.get(place).isEmpty()) {
        text.line(
            "  # not matched: " + DraftText.quoted(heads.get(place)) + ", " + columns.holds(place));
      }
    }
    draft.register().fields().values().stream()
        .filter(field -> !draft.fields().containsValue(field.id()))
        .forEach(
            field ->
                text.line(
                    "  # no column found for: "
                        + field.id()
                        + ", "
                        + field.name().zh()
                        + (field.required() ? ", which every record must say" : "")));
    return draft.fields().size();
  }
}
