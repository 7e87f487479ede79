package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Calculator;
import io.silvergauge.indicators.composite.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Goes through the choices of a specification one by one. */
final class OneAtATime {
  private final Specification specification;
  private final Pipeline pipeline;
  private final Choices choices;
  private final Replicator replicator;
  private final int[] published;
  private final double[] weights;
  private final List<WhatIf> cases = new ArrayList<>();

  OneAtATime(
      Specification specification, Pipeline pipeline, Choices choices, Replicator replicator) {
    this.specification = specification;
    this.pipeline = pipeline;
    this.choices = choices;
    this.replicator = replicator;
    weights = choices.calculator().weights();
    published = ranks(replicator.declared());
  }

  List<WhatIf> cases() {
    List<Index.Indicator> indicators = pipeline.index().indicators();
    for (int i = 0; i < indicators.size(); i++) {
      add("omitted", indicators.get(i).id(), new Draw(weights, 0, 0, 0, i, 0));
    }
    for (Uncertainty uncertainty : specification.uncertainties()) {
      if (uncertainty instanceof Uncertainty.Normalisations others) {
        for (int i = 0; i < others.others().size(); i++) {
          add(others.name(), others.others().get(i).name(), draw(i + 1, 0, 0));
        }
      } else if (uncertainty instanceof Uncertainty.Aggregations others) {
        for (int i = 0; i < others.others().size(); i++) {
          add(others.name(), others.others().get(i).name(), draw(0, i + 1, 0));
        }
      } else if (uncertainty instanceof Uncertainty.Imputations others) {
        for (int i = 0; i < others.others().size(); i++) {
          add(others.name(), others.others().get(i).name(), draw(0, 0, i + 1));
        }
      } else if (uncertainty instanceof Uncertainty.Weights range) {
        ends(range);
      }
    }
    return List.copyOf(cases);
  }

  /** The case in which some nodes have other weights. */
  WhatIf reweighted(String choice, Map<String, Double> others) {
    double[] changed = weights.clone();
    List<String> ids = choices.calculator().nodes().stream().map(Index.Node::id).toList();
    others.forEach(
        (id, weight) -> {
          if (!ids.contains(id)) {
            throw new IllegalArgumentException("The index has no node '%s'".formatted(id));
          }
          changed[ids.indexOf(id)] = weight;
        });
    add("weights", choice, new Draw(changed, 0, 0, 0, Calculator.NONE_OMITTED, 0));
    return cases.get(cases.size() - 1);
  }

  /** The case in which totals come about in another way. */
  WhatIf scored(String step, String choice, List<OptionalDouble> scores) {
    long[] keys =
        scores.stream()
            .mapToLong(score -> score.isPresent() ? Ranker.key(score.getAsDouble()) : Ranker.NO_KEY)
            .toArray();
    int[] ranks = new int[keys.length];
    new Ranker(pipeline.ranks(), keys.length).rank(keys, ranks);
    add(step, choice, ranks);
    return cases.get(cases.size() - 1);
  }

  private void ends(Uncertainty.Weights range) {
    List<Index.Node> nodes = choices.calculator().nodes();
    for (int node = 0; node < nodes.size() - 1; node++) {
      String id = nodes.get(node).id();
      if (range.nodes().isEmpty() || range.nodes().contains(id)) {
        for (double factor : new double[] {1 - range.share(), 1 + range.share()}) {
          double[] changed = weights.clone();
          changed[node] *= factor;
          add(
              "weight",
              id + " × " + factor,
              new Draw(changed, 0, 0, 0, Calculator.NONE_OMITTED, 0));
        }
      }
    }
  }

  private Draw draw(int normalisation, int aggregation, int imputation) {
    return new Draw(weights, normalisation, aggregation, imputation, Calculator.NONE_OMITTED, 0);
  }

  private int[] ranks(Draw draw) {
    Replicator.Desk desk = replicator.desk();
    replicator.work(draw, desk);
    return desk.ranks();
  }

  private void add(String step, String choice, Draw draw) {
    add(step, choice, ranks(draw));
  }

  private void add(String step, String choice, int[] ranks) {
    int moved = 0;
    int largest = 0;
    int both = 0;
    int lost = 0;
    List<OptionalInt> placed = new ArrayList<>();
    for (int unit = 0; unit < ranks.length; unit++) {
      boolean has = ranks[unit] != Ranker.UNRANKED;
      boolean had = published[unit] != Ranker.UNRANKED;
      placed.add(has ? OptionalInt.of(ranks[unit]) : OptionalInt.empty());
      lost += had && !has ? 1 : 0;
      if (has && had) {
        int shift = Math.abs(ranks[unit] - published[unit]);
        moved += shift;
        largest = Math.max(largest, shift);
        both++;
      }
    }
    cases.add(
        new WhatIf(step, choice, placed, both == 0 ? 0 : moved / (double) both, largest, lost));
  }
}
