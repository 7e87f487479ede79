package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.FieldType;
import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.scheme.RegisterMeasure.Selection;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Grain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is measured of single records, one by one. */
final class RegisterMeasureReader {
  private static final int MAX_AGE = 240;

  private final RegisterReader registers;
  private final Map<String, Sheet> sheets;
  private final Set<String> declaredSheets;
  private final Map<String, Grain> grains;
  private final Faults faults;

  RegisterMeasureReader(
      RegisterReader registers,
      Map<String, Sheet> sheets,
      Set<String> declaredSheets,
      Map<String, Grain> grains,
      Faults faults) {
    this.registers = registers;
    this.sheets = sheets;
    this.declaredSheets = declaredSheets;
    this.grains = grains;
    this.faults = faults;
  }

  Optional<MeasureReader.Read> read(String kind, Section section) {
    int before = faults.count();
    Optional<Register> found = registers.registerOf(section);
    if (found.isEmpty()) {
      section.leave();
      return Optional.empty();
    }
    Register register = found.get();
    Optional<Condition> where = RegisterReader.where(section, register);
    Grain units = units(section);
    int maxAge = section.whole("max_age", 0, 0, MAX_AGE);
    RegisterMeasure.Unknown unknown =
        section.choice("unknown", RegisterMeasure.Unknown.class, RegisterMeasure.Unknown.WITHHOLD);
    Optional<Selection> selection =
        where.map(which -> new Selection(register.id(), which, units, maxAge, unknown));
    return switch (kind) {
      case "each_record" -> each(kind, selection, one(section, register));
      case "tiers" -> each(kind, selection, tiers(section, register));
      case "sequence" -> each(kind, selection, new SequenceReader(register, faults).read(section));
      case "funnel" -> funnel(section, register, selection, before);
      default -> records(section, register, selection, before);
    };
  }

  private static Optional<MeasureReader.Read> each(
      String kind, Optional<Selection> selection, List<RegisterMeasure.Rung> rungs) {
    return selection.map(
        s -> new MeasureReader.Read(new RegisterMeasure.EachRecord(kind, s, rungs), "%"));
  }

  private static Condition every(Register register) {
    return new Condition.Not(new Condition.Missing(register.identity()));
  }

  private static List<RegisterMeasure.Rung> one(Section section, Register register) {
    Bilingual name = section.optionalBilingual("name");
    return RegisterReader.condition(section, "require", register).stream()
        .map(
            require ->
                new RegisterMeasure.Rung(
                    "require",
                    name.equals(Bilingual.EMPTY) ? Bilingual.same(require.toString()) : name,
                    every(register),
                    require))
        .toList();
  }

  private List<RegisterMeasure.Rung> tiers(Section section, Register register) {
    List<RegisterMeasure.Rung> tiers = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section one : section.sections("tiers")) {
      String id = one.id("id");
      Bilingual name = one.bilingual("name");
      Optional<Condition> when =
          one.has("when")
              ? RegisterReader.condition(one, "when", register)
              : Optional.of(every(register));
      Optional<Condition> require = RegisterReader.condition(one, "require", register);
      one.text("when", "");
      one.done();
      once(one, ids, id);
      if (when.isPresent() && require.isPresent()) {
        tiers.add(new RegisterMeasure.Rung(id, name, when.get(), require.get()));
      }
    }
    atLeast(section, "tiers", 1);
    return tiers;
  }

  private Optional<MeasureReader.Read> funnel(
      Section section, Register register, Optional<Selection> selection, int before) {
    List<RegisterMeasure.Stage> stages = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section one : section.sections("stages")) {
      String id = one.id("id");
      Bilingual name = one.bilingual("name");
      Optional<Condition> where = RegisterReader.where(one, register);
      one.text("where", "");
      one.done();
      once(one, ids, id);
      where.ifPresent(which -> stages.add(new RegisterMeasure.Stage(id, name, which)));
    }
    atLeast(section, "stages", 2);
    List<String> sums = section.texts("sum");
    for (String field : sums) {
      if (register.fields().get(field) == null
          || register.fields().get(field).type() != FieldType.NUMBER) {
        section.fault(
            "sum",
            Bilingual.of(
                "“%s”不是该名录的数值字段%s",
                "'%s' is no number of this register%s",
                field,
                Suggestion.nearest(field, register.fields().keySet())));
      }
    }
    return section.build(
        before,
        () ->
            new MeasureReader.Read(
                new RegisterMeasure.Funnel(selection.orElseThrow(), stages, sums), "%"));
  }

  private Optional<MeasureReader.Read> records(
      Section section, Register register, Optional<Selection> selection, int before) {
    String unit = section.text("unit");
    Optional<Formula> of =
        section.has("sum")
            ? registers.sum(section, register, unit)
            : Optional.of(new Formula.Constant(Fraction.ONE));
    String distinct =
        SheetReader.field(
            section, "distinct", Optional.of(register), Set.of(FieldType.TEXT), false);
    String rankBy =
        SheetReader.field(
            section, "rank_by", Optional.of(register), Set.of(FieldType.NUMBER), false);
    section.text("sum", "");
    if (section.has("sum") && !distinct.isEmpty()) {
      section.fault(
          "distinct", new Bilingual("sum 与 distinct 只能有一个", "sum and distinct exclude each other"));
    }
    return section.build(
        before,
        () ->
            new MeasureReader.Read(
                new RegisterMeasure.Records(
                    selection.orElseThrow(), of.orElseThrow(), distinct, rankBy),
                unit));
  }

  /** Items of a sheet. */
  Optional<MeasureReader.Read> checklist(Section section) {
    int before = faults.count();
    String id = section.text("sheet");
    Sheet sheet = sheets.get(id);
    if (!id.isEmpty() && !declaredSheets.contains(id)) {
      section.fault(
          "sheet",
          Bilingual.of(
              "未知核查表“%s”%s", "unknown sheet '%s'%s", id, Suggestion.nearest(id, declaredSheets)));
    }
    if (sheet == null) {
      section.leave();
      return Optional.empty();
    }
    Register register = registers.registers().get(sheet.register());
    Grain units = units(section);
    List<RegisterMeasure.Item> items = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section one : section.sections("items")) {
      item(one, register, ids).ifPresent(items::add);
    }
    atLeast(section, "items", 1);
    return section.build(
        before,
        () ->
            new MeasureReader.Read(
                new RegisterMeasure.Checklist(
                    new Selection(
                        register.id(),
                        every(register),
                        units,
                        sheet.maxAge(),
                        RegisterMeasure.Unknown.WITHHOLD),
                    sheet,
                    items),
                "%"));
  }

  private Optional<RegisterMeasure.Item> item(Section section, Register register, Set<String> ids) {
    int before = faults.count();
    String id = section.text("id");
    once(section, ids, id);
    Bilingual name = section.bilingual("name");
    Bilingual inspect = section.optionalBilingual("inspect");
    Bilingual where = section.optionalBilingual("where");
    BigDecimal points = section.decimal("points", BigDecimal.ONE);
    if (points.signum() <= 0) {
      section.fault(
          "points",
          Bilingual.of("应大于 0，却是 %s", "must be above 0, but was %s", points.toPlainString()));
    }
    List<RegisterMeasure.Credit> credit = SheetReader.credit(section, register, points);
    section.done();
    return section.build(
        before, () -> new RegisterMeasure.Item(id, name, inspect, where, points, credit));
  }

  private Grain units(Section section) {
    String name = section.text("units", Grain.SELF.name());
    Grain grain = name.equals(Grain.SELF.name()) ? Grain.SELF : grains.get(name);
    if (grain == null) {
      section.fault(
          "units",
          Bilingual.of(
              "未知单位集合“%s”；可用 self 或：%s",
              "unknown unit set '%s'; known are self and %s",
              name,
              String.join(", ", grains.keySet())));
    }
    return grain == null ? Grain.SELF : grain;
  }

  private static void once(Section section, Set<String> ids, String id) {
    if (!id.isEmpty() && !ids.add(id)) {
      section.fault("id", Bilingual.of("“%s”重复", "'%s' stands twice", id));
    }
  }

  private static void atLeast(Section section, String name, int least) {
    if (section.sections(name).size() < least) {
      section.fault(name, Bilingual.of("至少需要 %d 个", "at least %d needed", least));
    }
  }
}
