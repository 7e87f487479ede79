package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Aggregator;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Normalisation;
import java.util.List;
import java.util.Set;

/**
 * Something that might as well have been decided, or measured, otherwise. Each is one factor of a
 * sensitivity analysis; what is declared is always among its choices.
 */
public sealed interface Uncertainty {
  /** Its name in specifications and tables. */
  String name();

  /**
   * Each weight multiplied by a number drawn evenly from 1 − share to 1 + share.
   *
   * @param nodes whose weights; none for all
   * @param share from 0 to 1, for example 0.25
   */
  record Weights(Set<String> nodes, double share) implements Uncertainty {
    public Weights {
      nodes = Set.copyOf(nodes);
    }

    @Override
    public String name() {
      return "weights";
    }
  }

  /**
   * The weights of a group's parts drawn together from the Dirichlet distribution whose mean they
   * are; the share of part i has variance {@code m (1 − m) / (concentration + 1)}.
   *
   * @param group whose parts
   * @param concentration above 0; the larger, the closer to what is declared
   */
  record Dirichlet(String group, double concentration) implements Uncertainty {
    @Override
    public String name() {
      return "dirichlet";
    }
  }

  /**
   * The indicators' own normalisation, or one of others for all of them.
   *
   * @param others at least one
   */
  record Normalisations(List<Normalisation> others) implements Uncertainty {
    public Normalisations {
      others = List.copyOf(others);
    }

    @Override
    public String name() {
      return "normalisation";
    }
  }

  /**
   * The groups' own aggregation, or one of others for all named.
   *
   * @param groups which groups; none for all
   * @param others at least one
   */
  record Aggregations(Set<String> groups, List<Aggregator> others) implements Uncertainty {
    public Aggregations {
      groups = Set.copyOf(groups);
      others = List.copyOf(others);
    }

    @Override
    public String name() {
      return "aggregation";
    }
  }

  /**
   * The declared imputation, or one of others.
   *
   * @param others at least one
   */
  record Imputations(List<Imputation> others) implements Uncertainty {
    public Imputations {
      others = List.copyOf(others);
    }

    @Override
    public String name() {
      return "imputation";
    }
  }

  /**
   * Values within their intervals: the value plus a normal deviate, scaled on each side so that the
   * interval holds as much as its confidence says.
   *
   * @param confidence of all the intervals
   * @param cells the values that have one; at least one
   */
  record Values(Estimate.Confidence confidence, List<Cell> cells) implements Uncertainty {
    public Values {
      cells = List.copyOf(cells);
    }

    @Override
    public String name() {
      return "values";
    }
  }

  /**
   * A value that is not known exactly.
   *
   * @param indicator the indicator
   * @param unit the unit
   * @param interval holds the value
   */
  record Cell(String indicator, String unit, Interval interval) {}

  /** All indicators, or all but one, each as likely as the other. */
  record LeaveOneOut() implements Uncertainty {
    @Override
    public String name() {
      return "leave_one_out";
    }
  }
}
