package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.Rendering;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.html.Handout;
import io.silvergauge.reports.html.Material;
import io.silvergauge.reports.html.Sent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes documents beside the reports into a folder. */
public final class Handouts {
  private final Evaluation evaluation;
  private final Cities cities;
  private final Sent sent;

  /** Gives a city of the evaluation by its code. */
  @FunctionalInterface
  public interface Cities {
    /**
     * The city, and the evaluation as its edition shows it.
     *
     * @throws IOException if it cannot be read
     */
    Edition.Seen city(String code) throws IOException;
  }

  /** Of an evaluation, its cities and what its tables say beside. */
  public Handouts(Evaluation evaluation, Cities cities, Sent sent) {
    this.evaluation = evaluation;
    this.cities = cities;
    this.sent = sent;
  }

  /**
   * Writes some.
   *
   * @param folder with a slash at its end, or nothing
   * @return how many files were written
   */
  public int write(
      Collection<? extends Handout> handouts,
      Collection<ReportFormat> formats,
      Collection<Language> languages,
      Rendering by,
      Storage output,
      String folder)
      throws IOException {
    int files = 0;
    for (Handout handout : handouts) {
      List<RegionEvaluation> own = new ArrayList<>();
      Evaluation shown = evaluation;
      for (String code : handout.cities(evaluation)) {
        Edition.Seen seen = cities.city(code);
        own.add(seen.city());
        shown = handout.ofOneCity() ? seen.evaluation() : shown;
      }
      Material material = new Material(shown, own, sent);
      for (ReportFormat format : formats) {
        for (Language language : languages) {
          Optional<byte[]> document = format.handout(handout, material, language, by);
          if (document.isPresent()) {
            output.write(folder + format.handoutFile(handout, language), document.get());
            files++;
          }
        }
      }
    }
    return files;
  }
}
