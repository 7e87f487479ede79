package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads targets, alone under an indicator or as the list of a plan or profile. */
final class TargetReader {
  private TargetReader() {}

  /** Reads one target; {@code unit} is the indicator's, which the target must repeat. */
  static Optional<Target> read(Section section, String unit, Faults faults) {
    int before = faults.count();
    Operator operator = operator(section);
    BigDecimal value = value(section, operator);
    String written = section.text("unit");
    if (!written.isEmpty() && !unit.isEmpty() && !written.equals(unit)) {
      section.fault(
          "unit",
          Bilingual.of(
              "单位“%s”与指标单位“%s”不一致", "unit '%s' is not the indicator's '%s'", written, unit));
    }
    Optional<Period> by = period(section, "by");
    List<Target.Milestone> milestones = milestones(section, operator);
    String clause = section.text("clause", "");
    section.done();
    return section.build(
        before, () -> new Target(operator, value, by.orElseThrow(), milestones, clause));
  }

  /**
   * Reads a list of targets, each naming its indicator.
   *
   * @param declared ids of all indicators, those with faults of their own too
   */
  static Map<String, Target> readAll(
      Section section, Map<String, Indicator> indicators, Set<String> declared, Faults faults) {
    Map<String, Target> targets = new TreeMap<>();
    for (Section entry : section.sections("targets")) {
      String id = entry.text("indicator");
      Indicator indicator = indicators.get(id);
      if (!id.isEmpty() && !declared.contains(id)) {
        entry.fault(
            "indicator",
            Bilingual.of(
                "方案中没有指标“%s”%s",
                "the scheme has no indicator '%s'%s", id, Suggestion.nearest(id, declared)));
      }
      Optional<Target> target = read(entry, indicator == null ? "" : indicator.unit(), faults);
      if (target.isPresent() && targets.put(id, target.get()) != null) {
        entry.fault(
            "indicator", Bilingual.of("指标“%s”的目标重复", "indicator '%s' has a target already", id));
      }
    }
    return targets;
  }

  static Operator operator(Section section) {
    if (section.has("at_least") == section.has("at_most")) {
      section.fault(
          "",
          new Bilingual(
              "应恰有 at_least 或 at_most 之一", "exactly one of at_least and at_most is needed"));
      section.text("at_least", "");
    }
    return section.has("at_most") ? Operator.AT_MOST : Operator.AT_LEAST;
  }

  static BigDecimal value(Section section, Operator operator) {
    return section.decimal(operator == Operator.AT_MOST ? "at_most" : "at_least", BigDecimal.ZERO);
  }

  static Optional<Period> period(Section section, String name) {
    return section.parsed(
        name,
        Period::parse,
        "时期，如 2023、2023Q4、2023H1 或 2023-10",
        "a period such as 2023, 2023Q4, 2023H1 or 2023-10");
  }

  private static List<Target.Milestone> milestones(Section section, Operator operator) {
    List<Target.Milestone> milestones = new ArrayList<>();
    for (Section entry : section.sections("milestones")) {
      Operator own = operator(entry);
      if (own != operator) {
        entry.fault(
            "",
            new Bilingual("里程碑须与目标方向一致", "a milestone must use the target's at_least or at_most"));
      }
      BigDecimal value = value(entry, own);
      period(entry, "by").ifPresent(by -> milestones.add(new Target.Milestone(by, value)));
      entry.done();
    }
    return milestones;
  }
}
