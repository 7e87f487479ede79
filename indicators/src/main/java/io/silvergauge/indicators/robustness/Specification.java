package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.document.Bilingual;
import java.util.List;

/**
 * A simulation: what is uncertain, how often it is drawn anew, and from which seed.
 *
 * @param seed the same seed gives the same draws, on any machine and any number of threads
 * @param replications how many draws, from 1 to a million
 * @param level how much of the ranks the interval holds, 0.9 for 5 % to 95 %
 * @param uncertainties at least one, drawn independently of each other
 */
public record Specification(
    long seed, int replications, double level, List<Uncertainty> uncertainties) {
  /** The most replications that are run. */
  public static final int MOST = 1_000_000;

  public Specification {
    uncertainties = List.copyOf(uncertainties);
  }

  /** All that speaks against running this on a pipeline, in the order of the specification. */
  public List<Bilingual> faults(Pipeline pipeline) {
    return new SpecificationCheck(this, pipeline).faults();
  }
}
