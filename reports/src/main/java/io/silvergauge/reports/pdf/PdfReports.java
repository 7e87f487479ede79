package io.silvergauge.reports.pdf;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.html.Handout;
import io.silvergauge.reports.html.Material;
import io.silvergauge.reports.html.PageTemplates;
import io.silvergauge.reports.html.PaperReports;

/**
 * Reports of a finished evaluation as PDF: text that can be copied and searched, fonts embedded,
 * bookmarks, charts drawn as lines and text, the same bytes for the same evaluation. They keep to
 * PDF/A-2u (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). May be used by several threads.
 */
public final class PdfReports {
  private final PaperReports pages;

  /** Renders reports by the templates that come with the program. */
  public PdfReports() {
    this(PageTemplates.SHIPPED);
  }

  /** Renders reports; cheap to make, fonts and templates are shared. */
  public PdfReports(PageTemplates templates) {
    this.pages = new PaperReports(templates);
  }

  /** The report of one city. */
  public byte[] city(Evaluation evaluation, RegionEvaluation region, Language language) {
    return Typesetter.set(pages.city(evaluation, region, language));
  }

  /** The report that compares all cities, each gone through once. */
  public byte[] comparison(
      Evaluation evaluation, Iterable<RegionEvaluation> cities, Language language) {
    return Typesetter.set(pages.comparison(evaluation, cities, language));
  }

  /** A document beside the reports. */
  public byte[] handout(Handout handout, Material material, Language language) {
    return Typesetter.set(pages.handout(handout, material, language));
  }
}
