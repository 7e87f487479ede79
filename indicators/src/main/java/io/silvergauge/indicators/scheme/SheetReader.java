package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.FieldType;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads how records tell of items that are looked at. */
final class SheetReader {
  private static final Set<FieldType> ANY = Set.of(FieldType.values());
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MAX_AGE = 240;

  private final RegisterReader registers;
  private final Faults faults;
  private final Map<String, Sheet> sheets = new TreeMap<>();

  SheetReader(RegisterReader registers, Faults faults) {
    this.registers = registers;
    this.faults = faults;
  }

  /** The sheets, by id; to be read after the registers. */
  Map<String, Sheet> read(Section scheme) {
    for (Section section : scheme.sections("sheets")) {
      Optional<Sheet> sheet = sheet(section);
      if (sheet.isPresent() && sheets.putIfAbsent(sheet.get().id(), sheet.get()) != null) {
        section.fault("id", Bilingual.of("核查表“%s”重复", "sheet '%s' stands twice", sheet.get().id()));
      }
    }
    return sheets;
  }

  private Optional<Sheet> sheet(Section section) {
    int before = faults.count();
    String id = section.id("id");
    Optional<Register> register = registers.registerOf(section);
    String item = field(section, "item", register, Set.of(FieldType.TEXT), true);
    String dated = field(section, "dated", register, Set.of(FieldType.DATE), false);
    String evidence = field(section, "evidence", register, ANY, false);
    Sheet.Unsupported unsupported =
        section.choice("unsupported", Sheet.Unsupported.class, Sheet.Unsupported.ZERO);
    String self = field(section, "self", register, Set.of(FieldType.NUMBER), false);
    String none = field(section, "not_applicable", register, Set.of(FieldType.YES_NO), false);
    List<Sheet.Assessor> assessors = new ArrayList<>();
    for (Section one : section.sections("assessors")) {
      assessors.add(
          new Sheet.Assessor(
              field(one, "who", register, ANY, false),
              field(one, "points", register, Set.of(FieldType.NUMBER), true),
              field(one, "reason", register, ANY, false)));
      one.done();
    }
    if (assessors.size() > 2) {
      section.fault(
          "assessors", Bilingual.of("最多两名评定人，却有 %d 名", "two at most, not %d", assessors.size()));
    }
    Sheet.Difference difference = difference(section, assessors.size());
    Sheet.Silent silent = section.choice("silent", Sheet.Silent.class, Sheet.Silent.MISSING);
    List<RegisterMeasure.Credit> credit =
        register.isEmpty() ? List.of() : credit(section, register.get(), HUNDRED);
    int maxAge = section.whole("max_age", 0, 0, MAX_AGE);
    section.done();
    return register.isEmpty()
        ? Optional.empty()
        : section.build(
            before,
            () ->
                new Sheet(
                    id,
                    register.get().id(),
                    item,
                    dated,
                    evidence,
                    unsupported,
                    self,
                    none,
                    assessors,
                    difference,
                    silent,
                    credit,
                    maxAge));
  }

  /** Points for what holds, at most the full ones. */
  static List<RegisterMeasure.Credit> credit(Section section, Register register, BigDecimal full) {
    List<RegisterMeasure.Credit> credit = new ArrayList<>();
    for (Section one : section.sections("credit")) {
      Optional<Condition> when = RegisterReader.condition(one, "when", register);
      BigDecimal worth = one.decimal("points");
      if (worth.signum() < 0 || worth.compareTo(full) > 0) {
        one.fault(
            "points",
            Bilingual.of(
                "%s 无效，应在 0 与满分 %s 之间",
                "%s is not between 0 and the full %s",
                worth.toPlainString(),
                full.toPlainString()));
      }
      Bilingual reason = one.optionalBilingual("reason");
      one.done();
      when.ifPresent(holds -> credit.add(new RegisterMeasure.Credit(holds, worth, reason)));
    }
    return credit;
  }

  private static Sheet.Difference difference(Section section, int assessors) {
    Optional<Section> found = section.optionalSection("difference");
    if (found.isEmpty()) {
      if (assessors > 1) {
        section.fault(
            "difference",
            new Bilingual(
                "有两名评定人时须说明差异如何处理",
                "with two assessors it must be said what becomes of a difference"));
      }
      return new Sheet.Difference(BigDecimal.ZERO, Sheet.Then.WITHHOLD);
    }
    BigDecimal above = found.get().decimal("above");
    if (above.signum() < 0 || above.compareTo(BigDecimal.valueOf(100)) > 0) {
      found
          .get()
          .fault(
              "above",
              Bilingual.of(
                  "%s 无效，应为 0 至 100 的百分数",
                  "%s is not a percentage from 0 to 100", above.toPlainString()));
    }
    Sheet.Then then = found.get().choice("then", Sheet.Then.class);
    found.get().done();
    return new Sheet.Difference(above, then);
  }

  /** The name of a field of the register; empty where the section does not name one. */
  static String field(
      Section section,
      String name,
      Optional<Register> register,
      Set<FieldType> types,
      boolean required) {
    String id = required ? section.text(name) : section.text(name, "");
    if (id.isEmpty() || register.isEmpty()) {
      return id;
    }
    Field field = register.get().fields().get(id);
    if (field == null) {
      section.fault(
          name,
          Bilingual.of(
              "未知字段“%s”%s",
              "unknown field '%s'%s",
              id,
              Suggestion.nearest(id, register.get().fields().keySet())));
    } else if (!types.contains(field.type())) {
      section.fault(
          name,
          Bilingual.of(
              "字段“%s”的类型应为 %s",
              "field '%s' must be of type %s", id, String.join(", ", names(types))));
    }
    return id;
  }

  private static List<String> names(Set<FieldType> types) {
    return types.stream().map(type -> type.name().toLowerCase(Locale.ROOT)).sorted().toList();
  }
}
