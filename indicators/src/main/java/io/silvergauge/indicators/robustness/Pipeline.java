package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Imputation;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.score.Grades;
import io.silvergauge.indicators.score.RankPolicy;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/**
 * What is published: the index, its data, and every step between. A simulation may vary a step, not
 * add one.
 *
 * @param index the indicators and groups
 * @param units names of the units, in the order of the data
 * @param data a column an indicator, in the index's order
 * @param earlier the same of earlier periods, the oldest first; may be empty
 * @param allPeriods whether relative yardsticks are taken from all periods rather than this one
 * @param imputations how gaps are filled before all else, one an indicator
 * @param groups the group of each unit, for imputation
 * @param beside units whose values count for imputation, and that are not ranked
 * @param ranks how scores become ranks
 * @param grades the grade bands, on the scale of the root's score
 */
public record Pipeline(
    Index index,
    List<String> units,
    List<Column> data,
    List<List<Column>> earlier,
    boolean allPeriods,
    List<Imputation> imputations,
    List<String> groups,
    Beside beside,
    RankPolicy ranks,
    Grades grades) {
  /**
   * Units that are not ranked.
   *
   * @param data a column an indicator; none where there are no such units
   * @param groups the group of each
   */
  public record Beside(List<Column> data, List<String> groups) {
    /** Nobody. */
    public static final Beside NOBODY = new Beside(List.of(), List.of());

    public Beside {
      data = List.copyOf(data);
      groups = List.copyOf(groups);
    }
  }

  /** A pipeline that fills all indicators' gaps alike, from the units themselves. */
  public Pipeline(
      Index index,
      List<String> units,
      List<Column> data,
      List<List<Column>> earlier,
      boolean allPeriods,
      Imputation imputation,
      List<String> groups,
      RankPolicy ranks,
      Grades grades) {
    this(
        index,
        units,
        data,
        earlier,
        allPeriods,
        Collections.nCopies(data.size(), imputation),
        groups,
        Beside.NOBODY,
        ranks,
        grades);
  }

  public Pipeline {
    imputations = List.copyOf(imputations);
    units = List.copyOf(units);
    data = List.copyOf(data);
    earlier = earlier.stream().map(List::copyOf).toList();
    groups = List.copyOf(groups);
    if (new HashSet<>(units).size() < units.size()) {
      throw new InvalidValueException(
          new Bilingual("有单位出现两次", "a unit stands twice in the list of units"));
    }
    fits(data, index, units, "data");
    earlier.forEach(period -> fits(period, index, List.of(), "earlier data"));
    if (groups.size() != units.size()) {
      throw new InvalidValueException(
          Bilingual.of(
              "%d 个单位却有 %d 个组名", "%d units but %d names of groups", units.size(), groups.size()));
    }
  }

  /** Whether gaps of any indicator are filled. */
  boolean imputes() {
    return imputations.stream().anyMatch(one -> !(one instanceof Imputation.None));
  }

  private static void fits(List<Column> data, Index index, List<String> units, String what) {
    int indicators = index.indicators().size();
    if (data.size() != indicators) {
      throw new InvalidValueException(
          Bilingual.of(
              "%s：%d 列，指标却有 %d 个",
              "%s: %d columns for %d indicators", what, data.size(), indicators));
    }
    for (int i = 0; i < data.size() && !units.isEmpty(); i++) {
      if (data.get(i).size() != units.size()) {
        throw new InvalidValueException(
            Bilingual.of(
                "%s，指标“%s”：%d 个值，单位却有 %d 个",
                "%s, indicator '%s': %d values for %d units",
                what,
                index.indicators().get(i).id(),
                data.get(i).size(),
                units.size()));
      }
    }
  }
}
