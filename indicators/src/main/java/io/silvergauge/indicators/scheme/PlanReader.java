package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.YamlFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a city's plan from YAML against the scheme it chooses from. */
public final class PlanReader {
  private PlanReader() {}

  /**
   * Reads a plan.
   *
   * @param file name used in faults
   * @return empty, with the faults recorded, where anything is wrong
   */
  public static Optional<Plan> read(String file, byte[] content, Scheme scheme, Faults faults) {
    int before = faults.count();
    Section root = YamlFile.read(file, content, faults);
    if (faults.count() > before) {
      return Optional.empty();
    }
    Map<String, Indicator> indicators = new TreeMap<>();
    scheme.indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
    String region = root.text("region");
    Bilingual name = root.bilingual("name");
    Plan.Status status = root.choice("status", Plan.Status.class);
    if (status == Plan.Status.SCHEME) {
      root.fault(
          "status",
          new Bilingual("应为 confirmed 或 illustrative", "must be confirmed or illustrative"));
    }
    Source source = IndicatorReader.source(root);
    Map<String, Target> targets = new TreeMap<>();
    new TargetReader(Optional.empty(), faults)
        .readAll(root, indicators, indicators.keySet())
        .forEach((indicator, list) -> targets.put(indicator, list.get(0)));
    if (targets.isEmpty() && faults.count() == before) {
      root.fault("targets", new Bilingual("计划至少需要一个目标", "a plan needs at least one target"));
    }
    root.done();
    return root.build(
        before, () -> new Plan(region, name, status, source, targets, Map.of(), List.of()));
  }
}
