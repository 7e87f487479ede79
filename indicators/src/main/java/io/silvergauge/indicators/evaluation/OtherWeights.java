package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.BalancedWeights;
import io.silvergauge.indicators.composite.BenefitOfDoubt;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.robustness.RankSimulation;
import io.silvergauge.indicators.robustness.WhatIf;
import io.silvergauge.indicators.scheme.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What ranks would be with weights that come from the scores themselves, one group at a time, all
 * else as published. Only what ranks would be: such weights say what parts have in common, or what
 * favours each city, not what matters.
 */
public final class OtherWeights {
  /** How far most favourable weights may depart from those declared, down and up. */
  private static final double FREEDOM = 0.5;

  private static final String ARITHMETIC = "arithmetic";

  /** Where weights come from. */
  public enum Source {
    /** Each group's first principal component. */
    PCA,
    /** Correlations with the group's score in proportion to the declared weights. */
    BALANCED,
    /** The total under the weights that favour each city most, near those declared. */
    BENEFIT_OF_DOUBT;

    /** As commands name it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A group weighed anew.
   *
   * @param group its id
   * @param ranks what ranks would be; empty where no such weights exist
   * @param lacks why there are none; empty where there are
   */
  public record Reweighted(String group, Optional<WhatIf> ranks, Optional<Bilingual> lacks) {}

  private final SchemeView scheme;
  private final List<RegionEvaluation> ranked;
  private final RankSimulation simulation;
  private final Map<String, Double> declared;

  OtherWeights(
      SchemeView scheme,
      List<RegionEvaluation> ranked,
      RankSimulation simulation,
      Map<String, Double> declared) {
    this.scheme = scheme;
    this.ranked = ranked;
    this.simulation = simulation;
    this.declared = declared;
  }

  /** All groups with more than one part; the total alone where weights favour each city. */
  List<Reweighted> from(Source source) {
    List<Reweighted> cases = new ArrayList<>();
    for (CoherenceAudit.GroupAudit group : CoherenceAudit.of(scheme, ranked).groups()) {
      boolean taken = source != Source.BENEFIT_OF_DOUBT || group.id().equals(Group.TOTAL);
      if (taken && group.parts().size() > 1) {
        cases.add(
            switch (source) {
              case PCA -> byComponent(group);
              case BALANCED -> balanced(group);
              case BENEFIT_OF_DOUBT -> favourable(group);
            });
      }
    }
    return cases;
  }

  private Reweighted byComponent(CoherenceAudit.GroupAudit group) {
    return group
        .coherence()
        .componentWeights()
        .map(shares -> reweighted(Source.PCA, group, shares))
        .orElseGet(
            () ->
                lacks(
                    group,
                    new Bilingual(
                        "得分没有主成分（城市少于三个，或有一项各城市相同）",
                        "its scores have no components (fewer than three cities that have all"
                            + " parts, or a part that is the same for all)")));
  }

  private Reweighted balanced(CoherenceAudit.GroupAudit group) {
    boolean mean =
        scheme.groups().stream()
            .anyMatch(one -> one.id().equals(group.id()) && one.aggregation().equals(ARITHMETIC));
    if (!mean) {
      return lacks(
          group,
          new Bilingual(
              "不是加权算术平均，权重与相关系数之间没有这一关系",
              "it is no weighted arithmetic mean, for which alone weights follow from correlations"));
    }
    BalancedWeights found =
        BalancedWeights.of(group.scores(), group.parts().stream().map(declared::get).toList());
    return found
        .weights()
        .map(shares -> reweighted(Source.BALANCED, group, shares))
        .orElseGet(() -> lacks(group, why(found.lack().orElseThrow())));
  }

  private static Bilingual why(BalancedWeights.Lack lack) {
    return switch (lack) {
      case TOO_FEW -> new Bilingual("各部分齐全的城市少于三个", "fewer than three cities have all its parts");
      case CONSTANT -> new Bilingual("有一项各城市相同", "a part is the same for all cities");
      case REPEATED -> new Bilingual("有一项可由其他各项得出", "a part follows from the others");
      case NEGATIVE ->
          new Bilingual(
              "须有负权重才能达到：有一项与其他各项相悖",
              "it would take a weight below nought: a part runs against the others");
    };
  }

  private Reweighted favourable(CoherenceAudit.GroupAudit group) {
    double sum = sum(group);
    List<BenefitOfDoubt.Share> shares =
        group.parts().stream()
            .map(part -> declared.get(part) / sum)
            .map(
                share ->
                    new BenefitOfDoubt.Share(
                        share * (1 - FREEDOM), Math.min(1, share * (1 + FREEDOM))))
            .toList();
    try {
      double full = scheme.fullScore().doubleValue();
      List<OptionalDouble> scores =
          BenefitOfDoubt.of(group.scores(), shares).stream()
              .map(
                  share ->
                      share.isPresent() ? OptionalDouble.of(share.getAsDouble() * full) : share)
              .toList();
      return new Reweighted(
          group.id(),
          Optional.of(simulation.scored("weights", name(Source.BENEFIT_OF_DOUBT, group), scores)),
          Optional.empty());
    } catch (InvalidValueException e) {
      return lacks(group, e.text());
    }
  }

  private Reweighted reweighted(
      Source source, CoherenceAudit.GroupAudit group, List<Double> shares) {
    double sum = sum(group);
    Map<String, Double> weights = new HashMap<>();
    for (int i = 0; i < shares.size(); i++) {
      weights.put(group.parts().get(i), shares.get(i) * sum);
    }
    return new Reweighted(
        group.id(),
        Optional.of(simulation.reweighted(name(source, group), weights)),
        Optional.empty());
  }

  private double sum(CoherenceAudit.GroupAudit group) {
    return group.parts().stream().mapToDouble(declared::get).sum();
  }

  private static String name(Source source, CoherenceAudit.GroupAudit group) {
    return source.code() + " " + group.id();
  }

  private static Reweighted lacks(CoherenceAudit.GroupAudit group, Bilingual why) {
    return new Reweighted(group.id(), Optional.empty(), Optional.of(why));
  }
}
