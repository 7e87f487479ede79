package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Calculator;
import io.silvergauge.indicators.composite.Index;
import java.util.ArrayList;
import java.util.List;

/** Turns evenly spread numbers, one an uncertainty, into the assumptions of a replication. */
final class Draws {
  private final Specification specification;
  private final Choices choices;
  private final List<int[]> varied = new ArrayList<>();

  Draws(Specification specification, Choices choices) {
    this.specification = specification;
    this.choices = choices;
    specification.uncertainties().forEach(each -> varied.add(varied(each)));
  }

  /** The replication's own numbers: drawn from its stream, whatever thread asks. */
  Draw replication(int number) {
    RandomStream stream = RandomStream.of(specification.seed(), number);
    double[] u = new double[specification.uncertainties().size()];
    for (int i = 0; i < u.length; i++) {
      u[i] = stream.uniform();
    }
    return at(u);
  }

  /** The assumptions at a point of the unit cube, an axis an uncertainty. */
  Draw at(double[] u) {
    double[] weights = choices.calculator().weights();
    int normalisation = 0;
    int aggregation = 0;
    int imputation = 0;
    int omitted = Calculator.NONE_OMITTED;
    long values = 0;
    for (int i = 0; i < u.length; i++) {
      Uncertainty uncertainty = specification.uncertainties().get(i);
      if (uncertainty instanceof Uncertainty.Weights range) {
        vary(weights, varied.get(i), range.share(), u[i], stream(i, u[i]));
      } else if (uncertainty instanceof Uncertainty.Dirichlet dirichlet) {
        share(weights, varied.get(i), dirichlet.concentration(), stream(i, u[i]));
      } else if (uncertainty instanceof Uncertainty.Normalisations) {
        normalisation = (int) (u[i] * choices.normalisations());
      } else if (uncertainty instanceof Uncertainty.Aggregations) {
        aggregation = (int) (u[i] * choices.aggregations());
      } else if (uncertainty instanceof Uncertainty.Imputations) {
        imputation = (int) (u[i] * choices.imputations());
      } else if (uncertainty instanceof Uncertainty.LeaveOneOut) {
        int indicators = choices.calculator().index().indicators().size();
        omitted = (int) (u[i] * (indicators + 1)) - 1; // −1 leaves none out
      } else {
        values = stream(i, u[i]).next() | 1; // never 0, which stands for no draw
      }
    }
    return new Draw(weights, normalisation, aggregation, imputation, omitted, values);
  }

  /** A factor of many numbers takes them from a stream of its own, started by its coordinate. */
  private RandomStream stream(int factor, double u) {
    return RandomStream.of(specification.seed() + factor + 1, Double.doubleToLongBits(u));
  }

  private static void vary(
      double[] weights, int[] nodes, double share, double u, RandomStream stream) {
    for (int node : nodes) {
      double even = nodes.length == 1 ? u : stream.uniform();
      weights[node] *= 1 - share + 2 * share * even;
    }
  }

  private static void share(
      double[] weights, int[] nodes, double concentration, RandomStream stream) {
    double total = 0;
    for (int node : nodes) {
      total += weights[node];
    }
    double drawn = 0;
    double[] gammas = new double[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      double mean = weights[nodes[i]] / total;
      gammas[i] = mean > 0 ? stream.gamma(concentration * mean) : 0;
      drawn += gammas[i];
    }
    for (int i = 0; i < nodes.length && drawn > 0; i++) {
      weights[nodes[i]] = gammas[i] / drawn * total;
    }
  }

  private int[] varied(Uncertainty uncertainty) {
    List<Index.Node> nodes = choices.calculator().nodes();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < nodes.size() - 1; i++) { // the root's weight means nothing
      String id = nodes.get(i).id();
      if (uncertainty instanceof Uncertainty.Weights range) {
        if (range.nodes().isEmpty() || range.nodes().contains(id)) {
          places.add(i);
        }
      } else if (uncertainty instanceof Uncertainty.Dirichlet dirichlet) {
        if (part(dirichlet.group(), id)) {
          places.add(i);
        }
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean part(String group, String id) {
    return choices.calculator().index().groups().stream()
        .filter(each -> each.id().equals(group))
        .anyMatch(each -> each.parts().stream().anyMatch(node -> node.id().equals(id)));
  }
}
