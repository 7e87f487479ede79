package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.statistic.Fill;
import io.silvergauge.indicators.statistic.Grain;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.indicators.statistic.Units;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the statistics of a scheme. */
final class StatisticReader {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final int MAX_AGE = 240;

  private final Units units;
  private final Map<String, Grain> grains;
  private final RegisterReader registers;
  private final Faults faults;

  /**
   * Reads statistics.
   *
   * @param registers takes note of those that come from a register
   */
  StatisticReader(Units units, Map<String, Grain> grains, RegisterReader registers, Faults faults) {
    this.units = units;
    this.grains = grains;
    this.registers = registers;
    this.faults = faults;
  }

  Map<String, Statistic> read(Section scheme) {
    Map<String, Statistic> statistics = new TreeMap<>();
    Map<String, Section> sections = new TreeMap<>();
    for (Section section : scheme.sections("statistics")) {
      Optional<Statistic> statistic = statistic(section);
      if (statistic.isPresent()) {
        if (statistics.putIfAbsent(statistic.get().id(), statistic.get()) != null) {
          section.fault(
              "id", Bilingual.of("统计量“%s”重复", "statistic '%s' stands twice", statistic.get().id()));
        }
        sections.putIfAbsent(statistic.get().id(), section);
      }
    }
    Set<String> declared = scheme.ids("statistics");
    statistics.values().forEach(s -> checkPartOf(s, statistics, declared, sections.get(s.id())));
    return statistics;
  }

  private Optional<Statistic> statistic(Section section) {
    int before = faults.count();
    String id = section.id("id");
    Bilingual name = section.bilingual("name");
    boolean yesNo = yesNo(section);
    String unit = yesNo ? section.text("unit", "是否") : section.text("unit");
    if (!unit.isEmpty() && units.find(unit).isEmpty()) {
      section.fault(
          "unit",
          Bilingual.of(
              "未知单位“%s”；可用：%s（也可在 units 中声明）",
              "unknown unit '%s'; known are %s (or declare it under units)",
              unit,
              String.join(" ", units.symbols().stream().sorted().toList())));
    }
    Grain grain = grain(section);
    TimeKind time = section.choice("time", TimeKind.class, TimeKind.STOCK);
    Fill fill = section.choice("fill", Fill.class, Fill.usual(time));
    int maxAge = section.whole("max_age", 0, 0, MAX_AGE);
    String partOf = section.text("part_of", "");
    BigDecimal most = section.decimal("at_most", most(yesNo, unit));
    boolean negative = section.flag("negative", false);
    String note = section.text("note", "");
    section
        .optionalSection("from")
        .ifPresent(
            from -> {
              if (time != TimeKind.STOCK || yesNo || grain.equals(Grain.SELF)) {
                section.fault(
                    "from",
                    new Bilingual(
                        "来自名录的统计量应为 time: stock 的数，grain 为 unit_sets 之一",
                        "what comes from a register is a number with time: stock and one of the"
                            + " unit_sets as its grain"));
              }
              registers.tally(id, unit, from);
            });
    section.done();
    return section.build(
        before,
        () ->
            new Statistic(
                id, name, unit, yesNo, grain, time, fill, maxAge, partOf, most, negative, note));
  }

  private static boolean yesNo(Section section) {
    String type = section.text("type", "number");
    if (!type.equals("number") && !type.equals("yes_no")) {
      section.fault(
          "type",
          Bilingual.of("“%s”无效，可用：number, yes_no", "'%s' is not one of: number, yes_no", type));
    }
    return type.equals("yes_no");
  }

  private static BigDecimal most(boolean yesNo, String unit) {
    if (yesNo) {
      return BigDecimal.ONE;
    }
    return switch (unit) {
      case "%" -> HUNDRED;
      case "‰" -> BigDecimal.valueOf(1000);
      default -> Statistic.UNLIMITED;
    };
  }

  private Grain grain(Section section) {
    String name = section.text("grain");
    Grain grain = name.equals(Grain.SELF.name()) ? Grain.SELF : grains.get(name);
    if (grain == null && !name.isEmpty()) {
      section.fault(
          "grain",
          Bilingual.of(
              "未知粒度“%s”；可用 self 或 unit_sets：%s",
              "unknown grain '%s'; known are self and the unit_sets %s",
              name,
              String.join(", ", grains.keySet())));
    }
    return grain == null ? Grain.SELF : grain;
  }

  private void checkPartOf(
      Statistic statistic, Map<String, Statistic> all, Set<String> declared, Section section) {
    if (statistic.partOf().isEmpty()) {
      return;
    }
    Statistic whole = all.get(statistic.partOf());
    if (whole == null && declared.contains(statistic.partOf())) {
      return;
    }
    if (whole == null) {
      section.fault(
          "part_of",
          Bilingual.of(
              "未知统计量“%s”%s",
              "unknown statistic '%s'%s",
              statistic.partOf(),
              Suggestion.nearest(statistic.partOf(), all.keySet())));
    } else if (!units.convertible(statistic.unit(), whole.unit())) {
      section.fault(
          "part_of",
          Bilingual.of(
              "单位“%s”与“%s”不可换算",
              "unit '%s' cannot be converted into '%s'", statistic.unit(), whole.unit()));
    }
  }
}
