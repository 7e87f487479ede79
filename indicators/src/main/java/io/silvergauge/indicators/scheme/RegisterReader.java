package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.FieldType;
import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.formula.FormulaException;
import io.silvergauge.indicators.formula.Operation;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.Tally;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the registers of a scheme, and how statistics come from them. */
final class RegisterReader {
  private static final Set<String> RESERVED = Set.of(Register.PERIOD_START, Register.PERIOD_END);

  private final Units units;
  private final Faults faults;
  private final Map<String, Register> registers = new TreeMap<>();
  private final Map<String, Tally> tallies = new TreeMap<>();
  private Set<String> declared = Set.of();

  RegisterReader(Units units, Faults faults) {
    this.units = units;
    this.faults = faults;
  }

  /** Knows the registers of a scheme that was read before. */
  static RegisterReader of(Scheme scheme, Faults faults) {
    RegisterReader reader = new RegisterReader(scheme.units(), faults);
    reader.registers.putAll(scheme.registers());
    reader.declared = scheme.registers().keySet();
    return reader;
  }

  /** The registers, by id; to be read before statistics that come from them. */
  Map<String, Register> read(Section scheme) {
    declared = scheme.ids("registers");
    for (Section section : scheme.sections("registers")) {
      register(section)
          .ifPresent(
              register -> {
                if (registers.putIfAbsent(register.id(), register) != null) {
                  section.fault(
                      "id", Bilingual.of("名录“%s”重复", "register '%s' stands twice", register.id()));
                }
              });
    }
    return registers;
  }

  /** The registers read so far, by id. */
  Map<String, Register> registers() {
    return registers;
  }

  /** How statistics come from registers, by the statistic's id. */
  Map<String, Tally> tallies() {
    return tallies;
  }

  private Optional<Register> register(Section section) {
    int before = faults.count();
    String id = section.id("id");
    Bilingual name = section.bilingual("name");
    String identity = section.text("identity");
    String label = section.text("label", "");
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Section one : section.sections("fields")) {
      field(one)
          .ifPresent(
              field -> {
                if (fields.putIfAbsent(field.id(), field) != null) {
                  one.fault("id", Bilingual.of("字段“%s”重复", "field '%s' stands twice", field.id()));
                }
              });
    }
    Set<String> known = section.ids("fields");
    checkField(section, "identity", identity, known);
    checkField(section, "label", label, known);
    List<Register.Check> checks = new ArrayList<>();
    if (faults.count() == before) {
      Register bare = new Register(id, name, identity, fields, List.of());
      Set<String> ids = new HashSet<>();
      for (Section one : section.sections("checks")) {
        check(one, bare, ids).ifPresent(checks::add);
      }
    } else {
      section.sections("checks"); // asked for, so that it is not reported as unknown
    }
    section.done();
    return section.build(before, () -> new Register(id, name, identity, label, fields, checks));
  }

  private static void checkField(Section section, String key, String field, Set<String> known) {
    if (!field.isEmpty() && !known.contains(field)) {
      section.fault(
          key,
          Bilingual.of(
              "未知字段“%s”%s", "unknown field '%s'%s", field, Suggestion.nearest(field, known)));
    }
  }

  private Optional<Field> field(Section section) {
    int before = faults.count();
    String id = section.id("id");
    Bilingual name = section.bilingual("name");
    FieldType type = section.choice("type", FieldType.class, FieldType.TEXT);
    String unit = section.text("unit", "");
    boolean required = section.flag("required", false);
    List<String> values = section.texts("values");
    Field.Form form = section.choice("form", Field.Form.class, Field.Form.ANY);
    section.done();
    if (RESERVED.contains(id)) {
      section.fault("id", Bilingual.of("“%s”为保留名称", "'%s' is reserved", id));
    }
    if (!unit.isEmpty() && (type != FieldType.NUMBER || units.find(unit).isEmpty())) {
      section.fault(
          "unit",
          type != FieldType.NUMBER
              ? new Bilingual("只有 type: number 的字段有单位", "only a field of type: number has a unit")
              : Bilingual.of(
                  "未知单位“%s”；可用：%s",
                  "unknown unit '%s'; known are %s",
                  unit,
                  String.join(" ", units.symbols().stream().sorted().toList())));
    }
    if (type != FieldType.TEXT && (!values.isEmpty() || form != Field.Form.ANY)) {
      section.fault(
          values.isEmpty() ? "form" : "values",
          new Bilingual("只适用于 type: text 的字段", "it fits a field of type: text only"));
    }
    return section.build(before, () -> new Field(id, name, type, unit, required, values, form));
  }

  private Optional<Register.Check> check(Section section, Register register, Set<String> ids) {
    int before = faults.count();
    String id = section.id("id");
    Optional<Condition> holds = condition(section, "holds", register);
    Bilingual message = section.bilingual("message");
    section.done();
    if (!ids.add(id)) {
      section.fault("id", Bilingual.of("检查“%s”重复", "check '%s' stands twice", id));
    }
    holds.ifPresent(
        condition -> {
          if (condition.fields().stream().anyMatch(RESERVED::contains)) {
            section.fault(
                "holds",
                new Bilingual(
                    "对记录的检查不能用到时期", "what must hold of a record cannot depend on the period"));
          }
        });
    return section.build(before, () -> new Register.Check(id, holds.orElseThrow(), message));
  }

  /** Reads how a statistic comes from a register. */
  void tally(String statistic, String unit, Section section) {
    int before = faults.count();
    Optional<Register> found = registerOf(section);
    if (found.isEmpty()) {
      return;
    }
    Register register = found.get();
    String id = register.id();
    Optional<Condition> where = where(section, register);
    Optional<Formula> of =
        section.has("sum")
            ? sum(section, register, unit)
            : Optional.of(new Formula.Constant(Fraction.ONE));
    Tally.Unknown unknown = section.choice("unknown", Tally.Unknown.class, Tally.Unknown.WITHHOLD);
    section.done();
    section
        .build(before, () -> new Tally(id, where.orElseThrow(), of.orElseThrow(), unknown))
        .ifPresent(tally -> tallies.put(statistic, tally));
  }

  /** What records add to a sum. */
  Optional<Formula> sum(Section section, Register register, String unit) {
    String text = section.text("sum");
    try {
      Formula formula = Formula.parse(text);
      if (formula.toString().contains(Operation.DIVIDED_BY.symbol())) {
        section.fault(
            "sum",
            new Bilingual(
                "求和的公式不能有除法，否则和不精确",
                "what is summed cannot be divided, or the sum were not exact"));
      }
      for (String name : formula.inputs()) {
        Field field = register.fields().get(name);
        if (field == null || field.type() != FieldType.NUMBER) {
          section.fault(
              "sum",
              Bilingual.of(
                  "“%s”不是该名录的数值字段%s",
                  "'%s' is no number of this register%s",
                  name,
                  Suggestion.nearest(name, register.fields().keySet())));
          return Optional.empty();
        }
        if (formula instanceof Formula.Input && !field.unit().equals(unit)) {
          section.fault(
              "sum",
              Bilingual.of(
                  "“%s”的单位是“%s”，统计量的单位是“%s”",
                  "'%s' is in '%s', the statistic in '%s'", name, field.unit(), unit));
        }
      }
      return Optional.of(formula);
    } catch (FormulaException e) {
      section.fault("sum", e.text());
      return Optional.empty();
    }
  }

  /** The register a section names; empty where there is none, or that has faults of its own. */
  Optional<Register> registerOf(Section section) {
    String id = section.text("register");
    if (!id.isEmpty() && !declared.contains(id)) {
      section.fault(
          "register",
          Bilingual.of(
              "未知名录“%s”%s", "unknown register '%s'%s", id, Suggestion.nearest(id, declared)));
    }
    return Optional.ofNullable(registers.get(id));
  }

  /** Which records a section looks at: all, where it does not say. */
  static Optional<Condition> where(Section section, Register register) {
    return section.has("where")
        ? condition(section, "where", register)
        : Optional.of(new Condition.Not(new Condition.Missing(register.identity())));
  }

  /** A condition on the records of a register. */
  static Optional<Condition> condition(Section section, String name, Register register) {
    String text = section.text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Condition.parse(text, register.names()));
    } catch (FormulaException e) {
      section.fault(name, e.text());
      return Optional.empty();
    }
  }
}
