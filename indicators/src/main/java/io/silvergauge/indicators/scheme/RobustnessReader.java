package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.robustness.Specification;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code robustness}: by what changes ranks and grades are put to the test. */
final class RobustnessReader {
  /** Ways to bring a group together that a simulation may take instead. */
  static final List<String> AGGREGATIONS =
      List.of("arithmetic", "geometric", "harmonic", "minimum", "mazziotta_pareto");

  /** Normalisations that a simulation may take instead of posts. */
  static final List<String> NORMALISATIONS =
      List.of(
          "min_max",
          "z_score",
          "rank",
          "percentile_rank",
          "borda",
          "distance_to_best",
          "fraction_of_best");

  /** What gaps may be filled by instead; what lies on a line to a later period is not drawn. */
  static final List<String> IMPUTATIONS =
      List.of(Imputing.NONE, "group_mean", "group_median", Imputing.LAST_EARLIER);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MOST_CLOSE = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal HALF = BigDecimal.valueOf(50);

  private final Section root;
  private final List<Indicator> indicators;

  RobustnessReader(Section root, List<Indicator> indicators) {
    this.root = root;
    this.indicators = indicators;
  }

  Robustness read() {
    return root.optionalSection("robustness").map(this::read).orElse(Robustness.NONE);
  }

  private Robustness read(Section section) {
    int seed = section.whole("seed", 1, 0, Integer.MAX_VALUE);
    int replications = section.whole("replications", 1000, 1, Specification.MOST);
    BigDecimal level = percent(section, "level", 90);
    BigDecimal weights = section.has("weights") ? weights(section) : null;
    Map<String, BigDecimal> dirichlet = dirichlet(section);
    List<String> aggregation = choices(section, "aggregation", AGGREGATIONS);
    List<String> normalisation = normalisations(section);
    List<String> imputation = choices(section, "imputation", IMPUTATIONS);
    boolean leaveOneOut = section.flag("leave_one_out", false);
    BigDecimal confidence = percent(section, "confidence", 95);
    IntervalsReader intervals = new IntervalsReader(root, indicators).read(section);
    if (!imputation.isEmpty()) {
      refuseImputation(section);
    }
    section.done();
    boolean certain = intervals.methods().values().stream().allMatch(Robustness.CENSUS::equals);
    if (weights == null
        && dirichlet.isEmpty()
        && aggregation.isEmpty()
        && normalisation.isEmpty()
        && imputation.isEmpty()
        && !leaveOneOut
        && certain) {
      section.fault(
          "",
          new Bilingual(
              "没有任何不确定因素；请写 weights、dirichlet、aggregation、normalisation、imputation、leave_one_out 或"
                  + " intervals",
              "nothing is uncertain; give weights, dirichlet, aggregation, normalisation,"
                  + " imputation, leave_one_out or intervals"));
    }
    return new Robustness(
        seed,
        replications,
        level,
        weights,
        dirichlet,
        aggregation,
        normalisation,
        imputation,
        leaveOneOut,
        confidence,
        intervals.methods(),
        intervals.bases());
  }

  private static BigDecimal weights(Section section) {
    BigDecimal share = section.decimal("weights");
    if (share.signum() <= 0 || share.compareTo(HUNDRED) > 0) {
      section.fault(
          "weights",
          Bilingual.of(
              "幅度应大于 0 且不超过 100（百分数），却是 %s；权重不能为负",
              "a range above 0 and of 100 (percent) at most is needed, but was %s; a weight cannot"
                  + " turn negative",
              share.toPlainString()));
    }
    return share;
  }

  /** How closely drawn weights keep to those declared, by group. */
  private Map<String, BigDecimal> dirichlet(Section section) {
    Map<String, BigDecimal> concentrations = new TreeMap<>();
    Set<String> groups = new TreeSet<>(root.ids("dimensions"));
    groups.add(Group.TOTAL);
    for (Map.Entry<String, String> entry : section.textTable("dirichlet").entrySet()) {
      String group = entry.getKey();
      if (!groups.contains(group)) {
        section.fault(
            "dirichlet",
            Bilingual.of(
                "未知分组“%s”%s", "unknown group '%s'%s", group, Suggestion.nearest(group, groups)));
      }
      concentration(entry.getValue())
          .ifPresentOrElse(
              number -> concentrations.put(group, number),
              () ->
                  section.fault(
                      "dirichlet",
                      Bilingual.of(
                          "“%s”：应为大于 0 且不超过一百万的数，却是“%s”",
                          "'%s': a number above 0 and of a million at most is needed, but was '%s'",
                          group,
                          entry.getValue())));
    }
    if (!concentrations.isEmpty() && section.has("weights")) {
      section.fault(
          "dirichlet",
          new Bilingual(
              "weights 已变动所有权重，两者只能写一项",
              "weights varies all weights already; give one of the two"));
    }
    return concentrations;
  }

  private static Optional<BigDecimal> concentration(String text) {
    if (!text.matches("[0-9]{1,7}(\\.[0-9]{1,6})?")) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text);
    return Optional.of(number).filter(n -> n.signum() > 0 && n.compareTo(MOST_CLOSE) <= 0);
  }

  /** A simulation varies a step that the evaluation has; it cannot add one. */
  private void refuseImputation(Section section) {
    boolean imputes =
        indicators.stream()
            .flatMap(one -> one.steps().imputing().stream())
            .anyMatch(one -> !one.method().equals(Imputing.LINEAR));
    if (!imputes) {
      section.fault(
          "imputation",
          new Bilingual(
              "评估本身没有插补这一步（没有指标写 impute，或只有 linear）：模拟不能添加",
              "the evaluation has no such step (no indicator says impute, or linear alone), and a"
                  + " simulation cannot add a step"));
    }
  }

  /** Methods, and {@code distance_to:CODE} for the way to one city's value. */
  private static List<String> normalisations(Section section) {
    List<String> chosen = section.texts("normalisation");
    chosen.stream()
        .filter(one -> !one.matches(Robustness.DISTANCE + "[0-9A-Za-z_-]{1,40}"))
        .forEach(one -> known(section, "normalisation", one, NORMALISATIONS));
    if (Set.copyOf(chosen).size() < chosen.size()) {
      section.fault("normalisation", new Bilingual("有选项重复", "a choice stands twice"));
    }
    return chosen;
  }

  private static BigDecimal percent(Section section, String name, int absent) {
    BigDecimal percent = section.decimal(name, BigDecimal.valueOf(absent));
    if (percent.compareTo(HALF) <= 0 || percent.compareTo(HUNDRED) >= 0) {
      section.fault(
          name,
          Bilingual.of(
              "应大于 50 且小于 100（百分数），却是 %s",
              "must lie above 50 and below 100 (percent), but was %s", percent.toPlainString()));
    }
    return percent;
  }

  private static List<String> choices(Section section, String name, List<String> known) {
    List<String> chosen = section.texts(name);
    chosen.forEach(one -> known(section, name, one, known));
    if (Set.copyOf(chosen).size() < chosen.size()) {
      section.fault(name, new Bilingual("有选项重复", "a choice stands twice"));
    }
    return chosen;
  }

  private static void known(Section section, String name, String found, List<String> known) {
    if (!known.contains(found)) {
      section.fault(
          name,
          Bilingual.of("“%s”无效，可用：%s", "'%s' is not one of: %s", found, String.join(", ", known)));
    }
  }
}
