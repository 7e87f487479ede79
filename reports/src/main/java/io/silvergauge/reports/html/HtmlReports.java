package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;

/** Pages of a finished evaluation, each self-contained: no script, no network, no clock. */
public final class HtmlReports {
  /** Renders pages; cheap to make, safe for use by several threads. */
  public HtmlReports() {}

  /** The page of one city. */
  public String city(Evaluation evaluation, RegionEvaluation region, Language language) {
    return "<!DOCTYPE html>\n<title>"
        + evaluation.period()
        + " "
        + region.period()
        + language.code()
        + "</title>\n";
  }

  /** The page that compares all cities. */
  public String comparison(Evaluation evaluation, Language language) {
    return "<!DOCTYPE html>\n<title>" + evaluation.period() + language.code() + "</title>\n";
  }
}
