package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.composite.Screening;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.score.Statuses;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a scheme says beside: {@code statuses}, {@code vetoes}, {@code plan_limits}, {@code
 * screening}, {@code verification} and {@code suppression}.
 */
final class PolicyReader {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_PERSONS = 1000;
  private static final List<String> TRIGGERS = List.of("status", "is", "at_least", "at_most");

  private final Section root;
  private final Faults faults;

  /** What a veto asks of an indicator. */
  private enum Is {
    UNMET,
    ABSENT
  }

  PolicyReader(Section root, Faults faults) {
    this.root = root;
    this.faults = faults;
  }

  Policies read() {
    Statuses statuses = root.optionalSection("statuses").map(this::statuses).orElse(Statuses.ALIKE);
    List<Veto> vetoes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : root.sections("vetoes")) {
      Optional<Veto> veto = veto(section);
      if (veto.isPresent() && !ids.add(veto.get().id())) {
        section.fault("id", Bilingual.of("“%s”重复", "'%s' stands twice", veto.get().id()));
      }
      veto.ifPresent(vetoes::add);
    }
    PlanLimits limits =
        root.optionalSection("plan_limits").map(this::limits).orElse(PlanLimits.USUAL);
    Screening screening =
        root.optionalSection("screening").map(this::screening).orElse(Screening.NONE);
    VisitPolicyReader visitReader = new VisitPolicyReader(root, faults, this::effect);
    VisitPolicy visits =
        root.optionalSection("verification").map(visitReader::read).orElse(VisitPolicy.USUAL);
    Suppression suppression =
        root.optionalSection("suppression").map(this::suppression).orElse(Suppression.USUAL);
    return new Policies(statuses, vetoes, limits, screening, visits, suppression);
  }

  private Suppression suppression(Section section) {
    int below = section.whole("below", Suppression.USUAL.below(), 0, MOST_PERSONS);
    Set<String> except = new TreeSet<>(section.texts("except"));
    Set<String> statistics = root.ids("statistics");
    for (String one : except) {
      if (!statistics.contains(one)) {
        section.fault(
            "except",
            Bilingual.of(
                "未知统计量“%s”%s",
                "unknown statistic '%s'%s", one, Suggestion.nearest(one, statistics)));
      }
    }
    section.done();
    return new Suppression(below, except);
  }

  private Screening screening(Section section) {
    double present = share(section, "present");
    double nonZero = share(section, "non_zero");
    if (!section.has("present") && !section.has("non_zero")) {
      section.fault(
          "",
          new Bilingual(
              "没有任何要求；请写 present 或 non_zero", "nothing is asked; give present or non_zero"));
    }
    section.done();
    return new Screening(present, nonZero);
  }

  /** A percentage as a share; nought where it is absent or impossible. */
  private static double share(Section section, String name) {
    BigDecimal percent = section.decimal(name, BigDecimal.ZERO);
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      section.fault(
          name,
          Bilingual.of(
              "应为 0 至 100 的百分数，却是 %s",
              "a percentage from 0 to 100 is needed, but was %s", percent.toPlainString()));
      return 0;
    }
    return percent.movePointLeft(2).doubleValue();
  }

  private Statuses statuses(Section section) {
    Map<String, ValueStatus> known = new TreeMap<>();
    Stream.of(ValueStatus.values()).forEach(status -> known.put(status.code(), status));
    Map<ValueStatus, Statuses.Worth> worths = new EnumMap<>(ValueStatus.class);
    for (String name : section.names()) {
      section.mayHold(name);
      if (known.containsKey(name)) {
        worth(section, name).ifPresent(worth -> worths.put(known.get(name), worth));
      } else {
        section.fault(
            name,
            Bilingual.of(
                "未知数据状态“%s”%s；可用：%s",
                "unknown value status '%s'%s; known are %s",
                name,
                Suggestion.nearest(name, known.keySet()),
                Stream.of(ValueStatus.values())
                    .map(ValueStatus::code)
                    .collect(Collectors.joining(", "))));
      }
    }
    return new Statuses(worths);
  }

  /** A percentage, or {@code {worth, deduct}}. */
  private Optional<Statuses.Worth> worth(Section section, String name) {
    int before = faults.count();
    if (section.isText(name)) {
      BigDecimal percent = section.decimal(name);
      return section.build(before, name, () -> new Statuses.Worth(percent, BigDecimal.ZERO));
    }
    return section
        .section(name)
        .flatMap(
            group -> {
              BigDecimal percent = group.decimal("worth");
              BigDecimal deduct = group.decimal("deduct", BigDecimal.ZERO);
              group.done();
              return group.build(before, () -> new Statuses.Worth(percent, deduct));
            });
  }

  private Optional<Veto> veto(Section section) {
    int before = faults.count();
    String id = section.id("id");
    Bilingual name = section.bilingual("name");
    Optional<Section> when = section.section("when");
    Set<String> indicators = new TreeSet<>();
    when.ifPresent(group -> indicators.addAll(indicators(group)));
    Optional<Veto.Trigger> trigger = when.flatMap(this::trigger);
    when.ifPresent(Section::done);
    Optional<Section> then = section.section("then");
    String node = then.map(this::node).orElse(Group.TOTAL);
    Optional<Veto.Effect> effect = then.flatMap(group -> effect(group, node));
    then.ifPresent(Section::done);
    section.done();
    return section.build(
        before,
        () -> new Veto(id, name, indicators, trigger.orElseThrow(), node, effect.orElseThrow()));
  }

  private List<String> indicators(Section when) {
    List<String> ids = when.texts("indicators");
    Set<String> known = root.ids("indicators");
    for (String id : ids) {
      if (!known.contains(id)) {
        when.fault("indicators", unknown("indicator", "指标", id, known));
      }
    }
    return ids;
  }

  private Optional<Veto.Trigger> trigger(Section when) {
    int before = faults.count();
    List<String> found = TRIGGERS.stream().filter(when::has).toList();
    TRIGGERS.forEach(when::mayHold);
    if (found.size() != 1) {
      when.fault(
          "",
          new Bilingual(
              "应恰有 status、is、at_least、at_most 之一",
              "exactly one of status, is, at_least and at_most is needed"));
      return Optional.empty();
    }
    Veto.Trigger trigger =
        switch (found.get(0)) {
          case "status" -> new Veto.HasStatus(when.choice("status", ValueStatus.class));
          case "is" ->
              when.choice("is", Is.class) == Is.UNMET ? new Veto.IsUnmet() : new Veto.IsAbsent();
          case "at_least" -> new Veto.Lies(Operator.AT_LEAST, when.decimal("at_least"));
          default -> new Veto.Lies(Operator.AT_MOST, when.decimal("at_most"));
        };
    if (trigger instanceof Veto.Lies && !when.has("indicators")) {
      when.fault(
          found.get(0),
          new Bilingual("须用 indicators 指明指标", "indicators must say whose value is meant"));
    }
    return faults.count() > before ? Optional.empty() : Optional.of(trigger);
  }

  private String node(Section then) {
    String node = then.text("node", Group.TOTAL);
    Set<String> known = new TreeSet<>(root.ids("dimensions"));
    known.add(Group.TOTAL);
    if (!known.contains(node)) {
      then.fault("node", unknown("dimension", "维度", node, known));
    }
    return node;
  }

  private Optional<Veto.Effect> effect(Section then, String node) {
    int before = faults.count();
    then.mayHold("score_at_most");
    then.mayHold("grade_at_most");
    if (then.has("score_at_most") == then.has("grade_at_most")) {
      then.fault(
          "",
          new Bilingual(
              "应恰有 score_at_most 或 grade_at_most 之一",
              "exactly one of score_at_most and grade_at_most is needed"));
      return Optional.empty();
    }
    if (then.has("score_at_most")) {
      BigDecimal points = then.decimal("score_at_most");
      if (points.signum() < 0) {
        then.fault("score_at_most", new Bilingual("不能为负", "must not be negative"));
      }
      return faults.count() > before ? Optional.empty() : Optional.of(new Veto.ScoreAtMost(points));
    }
    String grade = then.text("grade_at_most");
    Set<String> known = root.ids("grades");
    if (!grade.isEmpty() && !known.contains(grade)) {
      then.fault("grade_at_most", unknown("grade", "等级", grade, known));
    }
    if (!node.equals(Group.TOTAL)) {
      then.fault("node", new Bilingual("只有综合得分有等级", "only the total has a grade; leave node out"));
    }
    return faults.count() > before ? Optional.empty() : Optional.of(new Veto.GradeAtMost(grade));
  }

  private static Bilingual unknown(String what, String zh, String found, Set<String> known) {
    return Bilingual.of(
        "未知%s“%s”%s",
        "unknown %s '%s'%s", new Bilingual(zh, what), found, Suggestion.nearest(found, known));
  }

  private PlanLimits limits(Section section) {
    int before = faults.count();
    BigDecimal weights = section.decimal("weights", BigDecimal.ZERO);
    PlanLimits.Targets targets =
        section.choice("targets", PlanLimits.Targets.class, PlanLimits.Targets.FREE);
    int add = section.whole("add", 0, 0, 1000);
    section.done();
    return section
        .build(before, () -> new PlanLimits(weights, targets, add))
        .orElse(PlanLimits.USUAL);
  }
}
