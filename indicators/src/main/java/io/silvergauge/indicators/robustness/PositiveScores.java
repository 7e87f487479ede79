package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Calculator;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.composite.Normalisation;
import io.silvergauge.indicators.composite.Scale;
import io.silvergauge.indicators.composite.ScoreSheet;
import io.silvergauge.indicators.composite.Yardstick;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the choices whose methods cannot work on the data at hand: yardsticks that cannot be laid
 * on, and means of positive numbers over scores of nought or less. What is declared and nothing
 * else is the scheme's business and passes.
 */
final class PositiveScores {
  private final Specification specification;
  private final Pipeline pipeline;
  private final List<Bilingual> faults = new ArrayList<>();

  PositiveScores(Specification specification, Pipeline pipeline) {
    this.specification = specification;
    this.pipeline = pipeline;
  }

  List<Bilingual> faults() {
    for (Uncertainty uncertainty : specification.uncertainties()) {
      if (uncertainty instanceof Uncertainty.Normalisations others) {
        others.others().forEach(other -> directions(other));
      }
    }
    if (!faults.isEmpty()) {
      return faults;
    }
    Choices choices = new Choices(specification, pipeline);
    for (int imputation = 0; imputation < choices.imputations(); imputation++) {
      for (int normalisation = 0; normalisation < choices.normalisations(); normalisation++) {
        yardsticks(choices, imputation, normalisation);
        for (int aggregation = 0; aggregation < choices.aggregations(); aggregation++) {
          if (normalisation > 0 || aggregation > 0) {
            scores(choices, imputation, normalisation, aggregation);
          }
        }
      }
    }
    return faults.stream().distinct().toList();
  }

  private void directions(Normalisation other) {
    for (Index.Indicator indicator : pipeline.index().indicators()) {
      try {
        indicator.rule().with(other);
      } catch (InvalidValueException e) {
        faults.add(Bilingual.of("normalisation：%s", "normalisation: %s", e.text()));
      }
    }
  }

  /** A constant indicator has a declared outcome; other flaws would leave it out in silence. */
  private void yardsticks(Choices choices, int imputation, int normalisation) {
    if (normalisation == 0) {
      return;
    }
    for (Yardstick yardstick : choices.fitted(imputation, normalisation)) {
      Optional<Scale.Flaw> flaw = yardstick.scale().flaw();
      if (flaw.isPresent() && flaw.get() != Scale.Flaw.CONSTANT) {
        faults.add(
            Bilingual.of(
                "normalisation “%s”不适用于指标“%s”：%s",
                "normalisation '%s' does not fit indicator '%s': %s",
                yardstick.rule().normalisation().name(),
                yardstick.rule().id(),
                flaw.get().text()));
      }
    }
  }

  private void scores(Choices choices, int imputation, int normalisation, int aggregation) {
    Calculator calculator = choices.calculator();
    ScoreSheet sheet = calculator.sheet(pipeline.units().size());
    calculator.calculate(
        choices.table(imputation, normalisation),
        calculator.weights(),
        choices.aggregators(aggregation),
        Calculator.NONE_OMITTED,
        sheet);
    List<Index.Node> nodes = calculator.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Optional<Aggregator> method = choices.aggregators(aggregation).get(i);
      if (method.isPresent() && method.get().needsPositive()) {
        for (Index.Node part : ((Index.Group) nodes.get(i)).parts()) {
          notPositive(nodes.get(i).id(), method.get(), part, nodes.indexOf(part), sheet);
        }
      }
    }
  }

  private void notPositive(
      String group, Aggregator method, Index.Node part, int place, ScoreSheet sheet) {
    for (int unit = 0; unit < pipeline.units().size(); unit++) {
      if (part.weight() > 0 && sheet.has(place, unit) && sheet.at(place, unit) <= 0) {
        faults.add(
            Bilingual.of(
                "aggregation “%s”用于组“%s”：“%s”在“%s”得 %s，而该方法只能用于大于 0 的得分",
                "aggregation '%s' of group '%s': '%s' of '%s' scores %s, and the method needs"
                    + " scores above 0",
                method.name(),
                group,
                part.id(),
                pipeline.units().get(unit),
                sheet.at(place, unit)));
        return;
      }
    }
  }
}
