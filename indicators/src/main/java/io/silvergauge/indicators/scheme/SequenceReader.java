package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.Condition.Both;
import io.silvergauge.indicators.formula.Condition.Compared;
import io.silvergauge.indicators.formula.Condition.Comparison;
import io.silvergauge.indicators.formula.Condition.Either;
import io.silvergauge.indicators.formula.Condition.Missing;
import io.silvergauge.indicators.formula.Condition.Not;
import io.silvergauge.indicators.formula.FieldType;
import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.register.Register;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads dated steps that must come in order. A step that was taken asks for the one before it, on
 * the same day or earlier; a step that was not taken asks for nothing, unless what it belongs to is
 * complete; and some things must never be.
 */
final class SequenceReader {
  private final Register register;
  private final Faults faults;

  SequenceReader(Register register, Faults faults) {
    this.register = register;
    this.faults = faults;
  }

  private record Step(Bilingual name, String on) {}

  List<RegisterMeasure.Rung> read(Section section) {
    List<RegisterMeasure.Rung> rungs = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Condition every = new Not(new Missing(register.identity()));
    Step before = null;
    int steps = 0;
    for (Section one : section.sections("steps")) {
      int faulty = faults.count();
      String id = id(one, ids);
      Step step =
          new Step(
              one.bilingual("name"),
              SheetReader.field(one, "on", Optional.of(register), Set.of(FieldType.DATE), true));
      one.done();
      if (faults.count() == faulty) {
        if (before != null) {
          rungs.add(new RegisterMeasure.Rung(id, step.name(), every, inOrder(before, step)));
        }
        before = step;
      }
      steps++;
    }
    if (steps < 2) {
      section.fault("steps", new Bilingual("至少需要 2 个步骤", "at least 2 steps are needed"));
    }
    String complete =
        SheetReader.field(
            section, "complete_by", Optional.of(register), Set.of(FieldType.DATE), false);
    if (!complete.isEmpty() && before != null) {
      rungs.add(complete(before, complete, every));
    }
    for (Section one : section.sections("guards")) {
      String id = id(one, ids);
      Bilingual name = one.bilingual("name");
      RegisterReader.condition(one, "never", register)
          .ifPresent(never -> rungs.add(new RegisterMeasure.Rung(id, name, every, new Not(never))));
      one.done();
    }
    return rungs;
  }

  /** Where the later step was taken, the earlier one was, no later. */
  private static Condition inOrder(Step earlier, Step later) {
    return new Either(new Missing(later.on()), taken(earlier.on(), Comparison.AT_MOST, later.on()));
  }

  /** Once the whole is delivered, the last step is taken, no later. */
  private static RegisterMeasure.Rung complete(Step last, String by, Condition every) {
    Condition due =
        new Both(
            new Not(new Missing(by)),
            new Compared(
                new Formula.Input(by), Comparison.AT_MOST, new Formula.Input(Register.PERIOD_END)));
    return new RegisterMeasure.Rung(
        "complete",
        Bilingual.of("%s（同步完成）", "%s (with the whole)", last.name()),
        every,
        new Either(new Not(due), taken(last.on(), Comparison.AT_MOST, by)));
  }

  private static Condition taken(String step, Comparison comparison, String other) {
    return new Both(
        new Not(new Missing(step)),
        new Compared(new Formula.Input(step), comparison, new Formula.Input(other)));
  }

  private static String id(Section section, Set<String> ids) {
    String id = section.id("id");
    if (!id.isEmpty() && !ids.add(id)) {
      section.fault("id", Bilingual.of("“%s”重复", "'%s' stands twice", id));
    }
    return id;
  }
}
