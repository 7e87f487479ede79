package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What becomes of a figure that visits looked into: a policy of the evaluator, printed with every
 * report. No rule in force says what a claim costs that is not borne out.
 *
 * @param usual what holds of indicators that are not named
 * @param rules by indicator
 */
public record VisitPolicy(Rule usual, Map<String, Rule> rules) implements Serializable {
  /** What was reported is scored, and what was found is shown beside it. */
  public static final VisitPolicy USUAL =
      new VisitPolicy(new Rule(new UseReported(), When.DIFFERS), Map.of());

  /** Whether what visits find can move a score. */
  public boolean movesScores() {
    return Stream.concat(Stream.of(usual), rules.values().stream())
        .anyMatch(rule -> !(rule.effect() instanceof UseReported));
  }

  /** When a rule takes hold. */
  public enum When {
    /** The reported value lies outside the 95 % interval of what was found. */
    DIFFERS(
        "上报值超出核实值的 95% 区间", "the reported value lies outside the 95 % interval of what was found"),
    /** At least one thing was found to be false. */
    FALSE_FOUND("发现失实", "something was found to be false"),
    /** Whatever was found. */
    ALWAYS("凡经核查", "visits looked into it");

    private final Bilingual text;

    When(String zh, String en) {
      this.text = new Bilingual(zh, en);
    }

    /** In words. */
    public Bilingual text() {
      return text;
    }

    /** The name used in data files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a rule does. */
  public sealed interface Effect extends Serializable {
    /** The name used in data files. */
    String code();
  }

  /** The reported value is scored. */
  public record UseReported() implements Effect {
    @Override
    public String code() {
      return "use_reported";
    }
  }

  /** The verified value is scored and held against targets in place of the reported one. */
  public record UseVerified() implements Effect {
    @Override
    public String code() {
      return "use_verified";
    }
  }

  /**
   * The reported value is scored, and the total loses points.
   *
   * @param points on the scheme's scale, more than 0
   */
  public record Deduct(BigDecimal points) implements Effect {
    @Override
    public String code() {
      return "deduct";
    }
  }

  /**
   * The reported value is scored, and a group is held down.
   *
   * @param node id of the group
   * @param effect how far
   */
  public record HoldDown(String node, Veto.Effect effect) implements Effect {
    @Override
    public String code() {
      return "veto";
    }
  }

  /**
   * A rule.
   *
   * @param effect what it does
   * @param when when it takes hold; deductions and vetoes never do where less was claimed than
   *     found
   */
  public record Rule(Effect effect, When when) implements Serializable {}

  public VisitPolicy {
    rules = Collections.unmodifiableMap(new TreeMap<>(rules));
  }

  /** The rule of an indicator. */
  public Rule of(String indicator) {
    return rules.getOrDefault(indicator, usual);
  }

  /** The same for fewer indicators and groups; what would hold down another group holds nothing. */
  VisitPolicy cut(Set<String> indicators, Set<String> groups) {
    Map<String, Rule> fewer = new TreeMap<>();
    rules.forEach(
        (id, rule) -> {
          if (indicators.contains(id)) {
            fewer.put(id, within(rule, groups));
          }
        });
    return new VisitPolicy(within(usual, groups), fewer);
  }

  private static Rule within(Rule rule, Set<String> groups) {
    return rule.effect() instanceof HoldDown down && !groups.contains(down.node())
        ? new Rule(new UseReported(), rule.when())
        : rule;
  }
}
