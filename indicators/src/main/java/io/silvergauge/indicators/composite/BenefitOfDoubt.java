package io.silvergauge.indicators.composite;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Each unit under the weights that favour it most, as a share of the best unit under the same
 * weights: {@code max Σ wᵢxᵢ} with {@code Σ wᵢyᵢ ≤ 1} for every unit y. Melyn and Moesen (1991);
 * Cherchye, Moesen, Rogge and Van Puyenbroeck, Social Indicators Research 82 (2007). Each part's
 * share of the sum of weights is held between bounds (assurance regions: Thompson, Singleton,
 * Thrall and Smith, Interfaces 16 (1986)); without them a unit that is best in one thing is best in
 * all.
 */
public final class BenefitOfDoubt {
  private BenefitOfDoubt() {}

  /**
   * Bounds of a part's share of the sum of weights.
   *
   * @param least from 0
   * @param most at most 1, not below {@code least}
   */
  public record Share(double least, double most) {
    /** Any weight at all. */
    public static final Share FREE = new Share(0, 1);

    public Share {
      if (!(least >= 0 && least <= most && most <= 1)) {
        throw new InvalidValueException(
            Bilingual.of(
                "权重份额应在 0 至 1 之间且下限不大于上限，却是 %s 至 %s",
                "a share of weight goes from 0 to 1 and its least is not above its most, but was"
                    + " %s to %s",
                least,
                most));
      }
    }
  }

  /**
   * The units' results, from 0 to 1.
   *
   * @param parts their scores, from 0, on one scale
   * @param shares by part; some weights must keep to all of them
   * @return by unit; empty where a part is missing
   * @throws InvalidValueException where a score is below nought, or no weights keep to the shares
   */
  public static List<OptionalDouble> of(List<Column> parts, List<Share> shares) {
    double least = shares.stream().mapToDouble(Share::least).sum();
    double most = shares.stream().mapToDouble(Share::most).sum();
    if (least > 1 || most < 1) {
      throw new InvalidValueException(
          Bilingual.of(
              "各部分权重份额的下限之和为 %s、上限之和为 %s，无法同时满足",
              "the shares of weight add up to %s at least and %s at most, so none keep to all",
              least,
              most));
    }
    int units = parts.get(0).size();
    List<double[]> complete = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      int at = unit;
      if (parts.stream().allMatch(part -> part.has(at))) {
        complete.add(parts.stream().mapToDouble(part -> part.at(at)).toArray());
        places.add(unit);
      }
    }
    double largest = largest(complete);
    double[][] rows = rows(complete, shares, largest);
    double[] limits = new double[rows.length];
    Arrays.fill(limits, 0, complete.size(), 1);
    List<OptionalDouble> found =
        new ArrayList<>(Collections.nCopies(units, OptionalDouble.empty()));
    for (int i = 0; i < complete.size(); i++) {
      found.set(places.get(i), OptionalDouble.of(new Simplex(rows, limits).largest(rows[i])));
    }
    return found;
  }

  private static double largest(List<double[]> units) {
    double largest = 0;
    for (double[] unit : units) {
      for (double score : unit) {
        if (score < 0) {
          throw new InvalidValueException(
              Bilingual.of(
                  "得分 %s 低于 0，最有利权重要求得分不为负",
                  "a score of %s lies below nought, and most favourable weights need scores from 0",
                  score));
        }
        largest = Math.max(largest, score);
      }
    }
    return largest == 0 ? 1 : largest;
  }

  /** The units' scores as shares of the largest, then the bounds; all weights nought keep them. */
  private static double[][] rows(List<double[]> units, List<Share> shares, double largest) {
    List<double[]> rows = new ArrayList<>();
    for (double[] unit : units) {
      rows.add(Arrays.stream(unit).map(score -> score / largest).toArray());
    }
    for (int part = 0; part < shares.size(); part++) {
      Share share = shares.get(part);
      if (share.least() > 0) {
        rows.add(bound(part, shares.size(), share.least(), -1));
      }
      if (share.most() < 1) {
        rows.add(bound(part, shares.size(), share.most(), 1));
      }
    }
    return rows.toArray(double[][]::new);
  }

  private static double[] bound(int part, int parts, double share, int sign) {
    double[] row = new double[parts];
    Arrays.fill(row, -sign * share);
    row[part] += sign;
    return row;
  }
}
