package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;

/**
 * Pages of a finished evaluation for a browser. Each stands by itself: no script, no network, no
 * clock, the same text for the same evaluation. May be used by several threads.
 */
public final class HtmlReports {
  /** Renders pages; cheap to make, the templates are shared. */
  public HtmlReports() {}

  /** The page of one city. */
  public String city(Evaluation evaluation, RegionEvaluation region, Language language) {
    ReportPages pages = new ReportPages(evaluation, language);
    return pages.rendered(pages.city(region), Medium.SCREEN);
  }

  /** The page that compares all cities. */
  public String comparison(Evaluation evaluation, Language language) {
    ReportPages pages = new ReportPages(evaluation, language);
    return pages.rendered(pages.comparison(), Medium.SCREEN);
  }
}
