package io.silvergauge.reports.docx;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.Styling;
import io.silvergauge.reports.html.Handout;
import io.silvergauge.reports.html.Material;
import io.silvergauge.reports.html.PaperPage;
import io.silvergauge.reports.html.PaperReports;
import io.silvergauge.reports.office.FixedZip;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reports of a finished evaluation as Word documents in the layout of Chinese offices: real styles,
 * charts that can be edited, the same bytes for the same evaluation. May be used by several
 * threads.
 */
public final class WordReports {
  private final WordTemplate template;
  private final PaperReports pages;

  /**
   * Renders reports.
   *
   * @param styling what they look like
   */
  public WordReports(Styling styling) {
    this.template = styling.word();
    this.pages = new PaperReports(styling.pages());
  }

  /** The report of one city. */
  public byte[] city(Evaluation evaluation, RegionEvaluation region, Language language) {
    return written(pages.city(evaluation, region, language), language);
  }

  /** The report that compares all cities, each gone through once. */
  public byte[] comparison(
      Evaluation evaluation, Iterable<RegionEvaluation> cities, Language language) {
    return written(pages.comparison(evaluation, cities, language), language);
  }

  /** A document beside the reports. */
  public byte[] handout(Handout handout, Material material, Language language) {
    return written(pages.handout(handout, material, language), language);
  }

  private byte[] written(PaperPage page, Language language) {
    try {
      return FixedZip.of(new WordWriter(template, page, language).bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
