package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Reads a scheme's {@code verification}: what becomes of figures that visits looked into. */
final class VisitPolicyReader {
  private static final List<String> POLICIES =
      List.of("use_reported", "use_verified", "deduct", "veto");

  private final Section root;
  private final Faults faults;
  private final BiFunction<Section, String, Optional<Veto.Effect>> vetoEffect;

  /**
   * A reader.
   *
   * @param vetoEffect reads what a veto does to a group
   */
  VisitPolicyReader(
      Section root, Faults faults, BiFunction<Section, String, Optional<Veto.Effect>> vetoEffect) {
    this.root = root;
    this.faults = faults;
    this.vetoEffect = vetoEffect;
  }

  VisitPolicy read(Section section) {
    VisitPolicy.Rule usual =
        section.has("usual")
            ? rule(section, "usual").orElse(VisitPolicy.USUAL.usual())
            : VisitPolicy.USUAL.usual();
    Map<String, VisitPolicy.Rule> rules = new TreeMap<>();
    Set<String> known = root.ids("indicators");
    section
        .optionalSection("indicators")
        .ifPresent(
            named -> {
              for (String id : named.names()) {
                named.mayHold(id);
                if (known.contains(id)) {
                  rule(named, id).ifPresent(rule -> rules.put(id, rule));
                } else {
                  named.fault(
                      id,
                      Bilingual.of(
                          "未知指标“%s”%s",
                          "unknown indicator '%s'%s", id, Suggestion.nearest(id, known)));
                }
              }
            });
    section.done();
    return new VisitPolicy(usual, rules);
  }

  /** A policy's name, or {@code {policy, when, …}}. */
  private Optional<VisitPolicy.Rule> rule(Section section, String name) {
    int before = faults.count();
    if (section.isText(name)) {
      String policy = section.text(name);
      Optional<VisitPolicy.Effect> effect = plain(section, name, policy);
      return faults.count() > before
          ? Optional.empty()
          : effect.map(one -> new VisitPolicy.Rule(one, VisitPolicy.When.DIFFERS));
    }
    return section.section(name).flatMap(this::rule);
  }

  private Optional<VisitPolicy.Effect> plain(Section section, String name, String policy) {
    Bilingual wrong =
        switch (policy) {
          case "use_reported", "use_verified" -> Bilingual.EMPTY;
          case "deduct" ->
              new Bilingual(
                  "须写明扣多少分，如 {policy: deduct, points: 2}",
                  "says how much, for example {policy: deduct, points: 2}");
          case "veto" ->
              new Bilingual(
                  "须写明否决什么，如 {policy: veto, score_at_most: 59}",
                  "says what it holds down, for example {policy: veto, score_at_most: 59}");
          default -> unknown(policy);
        };
    if (!wrong.equals(Bilingual.EMPTY)) {
      section.fault(name, wrong);
      return Optional.empty();
    }
    return Optional.of(
        policy.equals("use_verified")
            ? new VisitPolicy.UseVerified()
            : new VisitPolicy.UseReported());
  }

  private static Bilingual unknown(String policy) {
    return Bilingual.of(
        "未知核查政策“%s”%s；可用：%s",
        "unknown policy '%s'%s; known are %s",
        policy,
        Suggestion.nearest(policy, POLICIES),
        String.join(", ", POLICIES));
  }

  private Optional<VisitPolicy.Rule> rule(Section group) {
    int before = faults.count();
    String policy = group.text("policy");
    boolean veto = policy.equals("veto");
    VisitPolicy.When when =
        group.choice(
            "when",
            VisitPolicy.When.class,
            veto ? VisitPolicy.When.FALSE_FOUND : VisitPolicy.When.DIFFERS);
    Optional<VisitPolicy.Effect> effect =
        switch (policy) {
          case "deduct" -> deduct(group);
          case "veto" -> holdDown(group);
          case "" -> Optional.empty(); // its fault is told
          default -> plain(group, "policy", policy);
        };
    group.done();
    return faults.count() > before
        ? Optional.empty()
        : effect.map(one -> new VisitPolicy.Rule(one, when));
  }

  private static Optional<VisitPolicy.Effect> deduct(Section group) {
    BigDecimal points = group.decimal("points");
    if (points.signum() <= 0 && group.has("points")) {
      group.fault("points", new Bilingual("应大于 0", "must be above 0"));
    }
    return Optional.of(new VisitPolicy.Deduct(points));
  }

  private Optional<VisitPolicy.Effect> holdDown(Section group) {
    String node = group.text("node", Group.TOTAL);
    Set<String> known = new TreeSet<>(root.ids("dimensions"));
    known.add(Group.TOTAL);
    if (!known.contains(node)) {
      group.fault(
          "node",
          Bilingual.of(
              "未知维度“%s”%s", "unknown dimension '%s'%s", node, Suggestion.nearest(node, known)));
    }
    return vetoEffect.apply(group, node).map(effect -> new VisitPolicy.HoldDown(node, effect));
  }
}
