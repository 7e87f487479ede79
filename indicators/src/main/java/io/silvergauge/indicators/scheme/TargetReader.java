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
import java.util.TreeSet;

/** Reads targets, alone under an indicator or as the list of a plan or profile. */
final class TargetReader {
  private static final List<String> OPERATORS = List.of("at_least", "at_most", "within");

  private final Optional<Levels> levels;
  private final Faults faults;

  /**
   * Reads targets.
   *
   * @param levels reads for which levels a target is; empty for a plan, which is one region's
   */
  TargetReader(Optional<Levels> levels, Faults faults) {
    this.levels = levels;
    this.faults = faults;
  }

  /** The indicator's own targets: one under {@code target}, or a list under {@code targets}. */
  List<Target> own(Section indicator, String unit) {
    List<Target> targets = new ArrayList<>();
    indicator
        .optionalSection("target")
        .flatMap(target -> read(target, unit))
        .ifPresent(targets::add);
    List<Section> list = indicator.sections("targets");
    if (!list.isEmpty() && indicator.has("target")) {
      indicator.fault(
          "targets", new Bilingual("target 与 targets 只能有其一", "either target or targets, not both"));
    }
    for (Section entry : list) {
      read(entry, unit).ifPresent(target -> addFor(targets, target, entry));
    }
    return targets;
  }

  /** Adds a target unless those before it leave it no level. */
  private static boolean addFor(List<Target> targets, Target target, Section entry) {
    boolean all = targets.stream().anyMatch(one -> one.levels().isEmpty());
    Set<String> before = new TreeSet<>();
    targets.forEach(one -> before.addAll(one.levels()));
    if (all || (!target.levels().isEmpty() && before.containsAll(target.levels()))) {
      entry.fault(
          target.levels().isEmpty() ? "" : "levels",
          new Bilingual(
              "此目标不会用到：前面的目标已包含这些层级",
              "this target never holds: those before it are for these levels already"));
      return false;
    }
    return targets.add(target);
  }

  /** Reads one target; {@code unit} is the indicator's, which the target must repeat. */
  Optional<Target> read(Section section, String unit) {
    int before = faults.count();
    Optional<Goal> goal = goal(section);
    String written = section.text("unit");
    if (!written.isEmpty() && !unit.isEmpty() && !written.equals(unit)) {
      section.fault(
          "unit",
          Bilingual.of(
              "单位“%s”与指标单位“%s”不一致", "unit '%s' is not the indicator's '%s'", written, unit));
    }
    Optional<Period> by = period(section, "by");
    List<Target.Milestone> milestones = milestones(section, goal);
    String clause = section.text("clause", "");
    Set<String> only = levels.map(one -> one.read(section)).orElse(Set.of());
    section.done();
    return section.build(
        before, () -> new Target(goal.orElseThrow(), by.orElseThrow(), milestones, clause, only));
  }

  /**
   * Reads a list of targets, each naming its indicator.
   *
   * @param declared ids of all indicators, those with faults of their own too
   */
  Map<String, List<Target>> readAll(
      Section section, Map<String, Indicator> indicators, Set<String> declared) {
    Map<String, List<Target>> targets = new TreeMap<>();
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
      Optional<Target> target = read(entry, indicator == null ? "" : indicator.unit());
      if (target.isEmpty()) {
        continue;
      }
      List<Target> known = targets.computeIfAbsent(id, any -> new ArrayList<>());
      if (!known.isEmpty() && known.stream().anyMatch(one -> one.levels().isEmpty())) {
        entry.fault(
            "indicator", Bilingual.of("指标“%s”的目标重复", "indicator '%s' has a target already", id));
      } else {
        addFor(known, target.get(), entry);
      }
    }
    return targets;
  }

  /** The goal under {@code at_least}, {@code at_most} or {@code within}. */
  static Optional<Goal> goal(Section section) {
    int before = section.faults();
    List<String> found = OPERATORS.stream().filter(section::has).toList();
    if (found.size() != 1) {
      section.fault(
          "",
          new Bilingual(
              "应恰有 at_least、at_most、within 之一",
              "exactly one of at_least, at_most and within is needed"));
      OPERATORS.forEach(section::mayHold);
      return Optional.empty();
    }
    OPERATORS.forEach(section::mayHold);
    if (found.get(0).equals("within")) {
      return within(section);
    }
    Operator operator = found.get(0).equals("at_most") ? Operator.AT_MOST : Operator.AT_LEAST;
    BigDecimal value = section.decimal(found.get(0));
    return section.build(before, () -> new Goal(operator, value));
  }

  private static Optional<Goal> within(Section section) {
    int before = section.faults();
    List<BigDecimal> bounds = section.decimals("within");
    if (section.faults() == before && bounds.size() != 2) {
      section.fault(
          "within",
          Bilingual.of(
              "应为两个数，如 [3, 5]，却有 %d 个",
              "two numbers are needed, such as [3, 5], found %d", bounds.size()));
    }
    return section.build(
        before, "within", () -> new Goal(Operator.WITHIN, bounds.get(0), bounds.get(1)));
  }

  /** On which side of a single bar; for what cannot be a range. */
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

  private static List<Target.Milestone> milestones(Section section, Optional<Goal> target) {
    List<Target.Milestone> milestones = new ArrayList<>();
    for (Section entry : section.sections("milestones")) {
      Optional<Goal> goal = goal(entry);
      if (goal.isPresent()
          && target.isPresent()
          && goal.get().operator() != target.get().operator()) {
        entry.fault(
            "",
            new Bilingual(
                "里程碑须与目标方向一致", "a milestone must use the target's at_least, at_most or within"));
      }
      Optional<Period> by = period(entry, "by");
      if (goal.isPresent() && by.isPresent()) {
        milestones.add(new Target.Milestone(by.get(), goal.get()));
      }
      entry.done();
    }
    return milestones;
  }
}
