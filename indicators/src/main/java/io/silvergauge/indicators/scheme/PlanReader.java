package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.document.YamlFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads a city's plan from YAML against the scheme it chooses from, within the scheme's limits. */
public final class PlanReader {
  private final Section root;
  private final Scheme scheme;
  private final String level;
  private final Faults faults;
  private final Map<String, Indicator> indicators = new TreeMap<>();

  private PlanReader(Section root, Scheme scheme, String level, Faults faults) {
    this.root = root;
    this.scheme = scheme;
    this.level = level;
    this.faults = faults;
    scheme.indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
  }

  /**
   * Reads a plan.
   *
   * @param file name used in faults
   * @param levels the level of a region by its code; empty for a code that is not known
   * @return empty, with the faults recorded, where anything is wrong
   */
  public static Optional<Plan> read(
      String file,
      byte[] content,
      Scheme scheme,
      Function<String, Optional<String>> levels,
      Faults faults) {
    int before = faults.count();
    Section root = YamlFile.read(file, content, faults);
    if (faults.count() > before) {
      return Optional.empty();
    }
    String region = root.text("region");
    return new PlanReader(root, scheme, levels.apply(region).orElse(""), faults)
        .plan(region, before);
  }

  /** Reads the plan of a region whose level is not known: of the scheme's targets those for all. */
  public static Optional<Plan> read(String file, byte[] content, Scheme scheme, Faults faults) {
    return read(file, content, scheme, code -> Optional.empty(), faults);
  }

  private Optional<Plan> plan(String region, int before) {
    Bilingual name = root.bilingual("name");
    Plan.Status status = root.choice("status", Plan.Status.class);
    if (status == Plan.Status.SCHEME) {
      root.fault(
          "status",
          new Bilingual("应为 confirmed 或 illustrative", "must be confirmed or illustrative"));
    }
    Source source = IndicatorReader.source(root);
    Optional<Set<String>> chosen = root.optionalSection("indicators").map(this::chosen);
    List<Indicator> own = own();
    Map<String, Target> targets = targets(chosen, own);
    Map<String, BigDecimal> weights = weights(targets.keySet(), faults.count() == before);
    if (targets.isEmpty() && faults.count() == before) {
      root.fault("targets", new Bilingual("计划至少需要一个目标", "a plan needs at least one target"));
    }
    root.done();
    return root.build(before, () -> new Plan(region, name, status, source, targets, weights, own));
  }

  /** The ids under {@code only}, or all but those under {@code without}. */
  private Set<String> chosen(Section section) {
    if (section.has("only") == section.has("without")) {
      section.fault(
          "", new Bilingual("应恰有 only 或 without 之一", "exactly one of only and without is needed"));
    }
    Set<String> chosen = new TreeSet<>(section.has("only") ? Set.of() : indicators.keySet());
    for (String field : List.of("only", "without")) {
      for (String id : section.texts(field)) {
        if (!indicators.containsKey(id)) {
          section.fault(field, unknown(id));
        } else if (field.equals("only")) {
          chosen.add(id);
        } else {
          chosen.remove(id);
        }
      }
    }
    section.done();
    if (section.has("only")) {
      for (String id : chosen) {
        if (indicators.get(id).target(level).isEmpty() && !listed().contains(id)) {
          section.fault(
              "only",
              Bilingual.of(
                  "方案没有给指标“%s”定目标；须在 targets 中给出",
                  "the scheme sets no target for '%s'; it must stand under targets", id));
        }
      }
    }
    return chosen;
  }

  /** Ids under {@code targets}, whether their targets are right or not. */
  private Set<String> listed() {
    Set<String> ids = new TreeSet<>();
    root.sections("targets").forEach(section -> ids.add(section.text("indicator", "")));
    return ids;
  }

  private List<Indicator> own() {
    List<Indicator> own = new ArrayList<>();
    int most = scheme.policies().planLimits().add();
    List<Section> sections = root.sections("add");
    if (sections.size() > most) {
      root.fault(
          "add",
          Bilingual.of(
              "增设 %d 个指标，方案允许 %d 个",
              "adds %d indicators; the scheme allows %d", sections.size(), most));
    }
    for (Indicator indicator : IndicatorReader.ofPlan(scheme, faults).read(root, "add")) {
      own.add(indicator);
      if (indicator.target(level).isEmpty()) {
        root.fault(
            "add",
            Bilingual.of(
                "增设的指标“%s”须有 target", "the added indicator '%s' needs a target", indicator.id()));
      }
    }
    return own;
  }

  private Map<String, Target> targets(Optional<Set<String>> chosen, List<Indicator> own) {
    Map<String, Target> targets = new TreeMap<>();
    chosen.ifPresent(
        ids ->
            ids.forEach(
                id ->
                    indicators.get(id).target(level).ifPresent(target -> targets.put(id, target))));
    new TargetReader(Optional.empty(), faults)
        .readAll(root, indicators, indicators.keySet())
        .forEach((id, list) -> targets.put(id, list.get(0)));
    for (Section section : root.sections("targets")) {
      String id = section.text("indicator", "");
      if (chosen.isPresent() && indicators.containsKey(id) && !chosen.get().contains(id)) {
        section.fault(
            "indicator",
            Bilingual.of(
                "指标“%s”不在 indicators 所选之列", "indicator '%s' is not among those chosen", id));
      }
      Optional.ofNullable(targets.get(id)).ifPresent(target -> checkTarget(section, id, target));
    }
    own.forEach(
        indicator ->
            indicator.target(level).ifPresent(target -> targets.put(indicator.id(), target)));
    return targets;
  }

  /** Where the scheme says so, no target may ask for less than its own. */
  private void checkTarget(Section section, String id, Target target) {
    Optional<Target> common =
        Optional.ofNullable(indicators.get(id)).flatMap(indicator -> indicator.target(level));
    if (scheme.policies().planLimits().targets() == PlanLimits.Targets.FREE || common.isEmpty()) {
      return;
    }
    if (!target.goal().asksNoLessThan(common.get().goal())) {
      section.fault(
          "",
          Bilingual.of(
              "指标“%s”的目标 %s 低于方案的 %s，方案不允许",
              "the target of '%s', %s, asks for less than the scheme's, %s, which the scheme does"
                  + " not allow",
              id,
              target.goal(),
              common.get().goal()));
    }
  }

  /**
   * Reads the plan's own weights.
   *
   * @param sound whether all before is without fault, so that what is planned is known
   */
  private Map<String, BigDecimal> weights(Set<String> planned, boolean sound) {
    Map<String, BigDecimal> weights = new TreeMap<>();
    Optional<Section> section = root.optionalSection("weights");
    if (section.isEmpty()) {
      return weights;
    }
    for (String id : section.get().names()) {
      int before = faults.count();
      BigDecimal weight = section.get().decimal(id);
      if (!indicators.containsKey(id)) {
        section.get().fault(id, unknown(id));
      } else if (sound && !planned.contains(id)) {
        section
            .get()
            .fault(id, Bilingual.of("指标“%s”不在工作方案中", "indicator '%s' is not in the plan", id));
      } else if (faults.count() == before) {
        checkWeight(section.get(), indicators.get(id), weight);
        weights.put(id, weight);
      }
    }
    return weights;
  }

  private void checkWeight(Section section, Indicator indicator, BigDecimal weight) {
    PlanLimits limits = scheme.policies().planLimits();
    BigDecimal least = limits.least(indicator.weight()).stripTrailingZeros();
    BigDecimal most = limits.most(indicator.weight()).stripTrailingZeros();
    if (indicator.isBonus() || weight.compareTo(least) < 0 || weight.compareTo(most) > 0) {
      section.fault(
          indicator.id(),
          Bilingual.of(
              "指标“%s”的权重 %s 超出 %s 至 %s：方案允许的幅度为 ±%s%%",
              "weight %2$s of '%1$s' lies outside %3$s to %4$s: the scheme lets it differ by"
                  + " %5$s %%",
              indicator.id(),
              weight.toPlainString(),
              least.toPlainString(),
              most.toPlainString(),
              limits.weights().toPlainString()));
    }
  }

  private Bilingual unknown(String id) {
    return Bilingual.of(
        "方案中没有指标“%s”%s",
        "the scheme has no indicator '%s'%s", id, Suggestion.nearest(id, indicators.keySet()));
  }
}
