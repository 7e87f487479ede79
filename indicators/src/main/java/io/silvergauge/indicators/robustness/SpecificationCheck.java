package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.document.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds a specification against the pipeline it is to vary, before anything runs. */
final class SpecificationCheck {
  private final Specification specification;
  private final Pipeline pipeline;
  private final List<Bilingual> faults = new ArrayList<>();
  private final Set<String> groups = new TreeSet<>();
  private final Set<String> nodes = new TreeSet<>();
  private final Set<String> varied = new HashSet<>();
  private final Set<String> kinds = new HashSet<>();

  SpecificationCheck(Specification specification, Pipeline pipeline) {
    this.specification = specification;
    this.pipeline = pipeline;
    pipeline.index().nodes().forEach(node -> nodes.add(node.id()));
    pipeline.index().groups().forEach(group -> groups.add(group.id()));
  }

  List<Bilingual> faults() {
    if (specification.replications() < 1 || specification.replications() > Specification.MOST) {
      refuse(
          "replications 应在 1 至 %d 之间，却是 %d",
          "replications must lie from 1 to %d, but was %d",
          Specification.MOST,
          specification.replications());
    }
    if (!(specification.level() > 0.5 && specification.level() < 1)) {
      refuse(
          "level 应大于 0.5 且小于 1，却是 %s",
          "level must lie above 0.5 and below 1, but was %s", specification.level());
    }
    if (specification.uncertainties().isEmpty()) {
      refuse("没有任何不确定因素，名次不会变动", "nothing is uncertain: no rank could change");
    }
    specification.uncertainties().forEach(this::check);
    if (faults.isEmpty()) {
      new PositiveScores(specification, pipeline).faults().forEach(faults::add);
    }
    return List.copyOf(faults);
  }

  private void check(Uncertainty uncertainty) {
    boolean several =
        uncertainty instanceof Uncertainty.Weights || uncertainty instanceof Uncertainty.Dirichlet;
    if (!several && !kinds.add(uncertainty.name())) {
      refuse("%s 出现两次，应合为一项", "%s stands twice; put its choices into one", uncertainty.name());
    }
    if (uncertainty instanceof Uncertainty.Weights weights) {
      weights(weights);
    } else if (uncertainty instanceof Uncertainty.Dirichlet dirichlet) {
      dirichlet(dirichlet);
    } else if (uncertainty instanceof Uncertainty.Normalisations normalisations) {
      some("normalisation", normalisations.others());
    } else if (uncertainty instanceof Uncertainty.Aggregations aggregations) {
      aggregations(aggregations);
    } else if (uncertainty instanceof Uncertainty.Imputations imputations) {
      imputations(imputations);
    } else if (uncertainty instanceof Uncertainty.Values values) {
      values(values);
    } else if (pipeline.index().indicators().size() < 2) {
      refuse("leave_one_out：只有一个指标", "leave_one_out: there is only one indicator");
    }
  }

  private void weights(Uncertainty.Weights weights) {
    if (!(weights.share() > 0 && weights.share() <= 1)) {
      refuse(
          "weights：幅度应大于 0 且不超过 100%%，却是 %s%%；权重不能为负",
          "weights: the range must lie above 0 and reach 100 %% at most, but was %s %%; a weight"
              + " cannot turn negative",
          percent(weights.share()));
    }
    known("weights", weights.nodes(), nodes);
    vary("weights", weights.nodes().isEmpty() ? nodes : weights.nodes());
  }

  private void dirichlet(Uncertainty.Dirichlet dirichlet) {
    if (!(dirichlet.concentration() > 0 && dirichlet.concentration() <= 1e9)) {
      refuse(
          "dirichlet：concentration 应大于 0，却是 %s",
          "dirichlet: the concentration must lie above 0, but was %s", dirichlet.concentration());
    }
    known("dirichlet", Set.of(dirichlet.group()), groups);
    pipeline.index().groups().stream()
        .filter(group -> group.id().equals(dirichlet.group()))
        .forEach(
            group ->
                vary(
                    "dirichlet",
                    new TreeSet<>(group.parts().stream().map(Index.Node::id).toList())));
  }

  private void vary(String name, Set<String> ids) {
    for (String id : ids) {
      if (!varied.add(id)) {
        refuse(
            "%s：“%s”的权重已在另一项中变动",
            "%s: the weight of '%s' is varied by another entry already", name, id);
        return;
      }
    }
  }

  private void aggregations(Uncertainty.Aggregations aggregations) {
    some("aggregation", aggregations.others());
    known("aggregation", aggregations.groups(), groups);
    Set<String> meant = aggregations.groups().isEmpty() ? groups : aggregations.groups();
    boolean duels = aggregations.others().stream().anyMatch(Aggregator.Copeland.class::isInstance);
    if (duels && !meant.equals(Set.of(pipeline.index().root().id()))) {
      refuse(
          "aggregation：copeland 只计胜负，不是分值，只能用于顶层组“%s”",
          "aggregation: copeland counts duels, not scores; it fits the top group '%s' alone",
          pipeline.index().root().id());
    }
  }

  private void imputations(Uncertainty.Imputations imputations) {
    some("imputation", imputations.others());
    if (!pipeline.imputes()) {
      refuse(
          "imputation：评估本身没有插补这一步，模拟不能添加",
          "imputation: the pipeline has no such step, and a simulation cannot add one");
    }
  }

  private void values(Uncertainty.Values values) {
    some("values", values.cells());
    Set<String> seen = new HashSet<>();
    for (Uncertainty.Cell cell : values.cells()) {
      int column = column(cell.indicator());
      int unit = pipeline.units().indexOf(cell.unit());
      if (column < 0 || unit < 0) {
        refuse(
            "values：没有指标“%s”或单位“%s”",
            "values: there is no indicator '%s' or no unit '%s'", cell.indicator(), cell.unit());
      } else if (!seen.add(column + "/" + unit)) {
        refuse(
            "values：%s / %s 出现两次", "values: %s / %s stands twice", cell.indicator(), cell.unit());
      } else {
        holds(cell, pipeline.data().get(column), unit);
      }
    }
  }

  private void holds(Uncertainty.Cell cell, Column data, int unit) {
    if (!data.has(unit)) {
      refuse(
          "values：%s / %s 没有数值，区间无从谈起",
          "values: %s / %s has no value that an interval could be of",
          cell.indicator(),
          cell.unit());
    } else if (data.at(unit) < cell.interval().low() || data.at(unit) > cell.interval().high()) {
      refuse(
          "values：%s / %s 的值 %s 不在区间 %s 至 %s 内",
          "values: %s / %s is %s, outside its interval from %s to %s",
          cell.indicator(),
          cell.unit(),
          data.at(unit),
          cell.interval().low(),
          cell.interval().high());
    }
  }

  private int column(String indicator) {
    return pipeline.index().indicators().stream()
        .map(Index.Indicator::id)
        .toList()
        .indexOf(indicator);
  }

  private void some(String name, List<?> choices) {
    if (choices.isEmpty()) {
      refuse("%s：没有列出选项", "%s: no choice is listed", name);
    }
  }

  private void known(String name, Set<String> ids, Set<String> all) {
    for (String id : new TreeSet<>(ids)) {
      if (!all.contains(id)) {
        refuse(
            "%s：没有“%s”，可选：%s",
            "%s: there is no '%s'; known are: %s", name, id, String.join(", ", all));
      }
    }
  }

  private void refuse(String zh, String en, Object... arguments) {
    faults.add(Bilingual.of(zh, en, arguments));
  }

  private static String percent(double share) {
    return Double.isFinite(share)
        ? BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString()
        : Double.toString(share);
  }
}
