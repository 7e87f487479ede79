package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Wording;
import java.util.Map;

/**
 * Pages of a finished evaluation. Each stands by itself: no script, no network, no clock, the same
 * text for the same evaluation. May be used by several threads.
 */
public final class HtmlReports {
  /** Renders pages; cheap to make, the templates are shared. */
  public HtmlReports() {}

  /** The page of one city. */
  public String city(Evaluation evaluation, RegionEvaluation region, Language language) {
    Wording wording = wording(evaluation, language);
    CityPage page = new CityPageMaker(evaluation, region, wording).page();
    return Templates.render("city.peb", Map.of("t", wording, "page", page));
  }

  /** The page that compares all cities. */
  public String comparison(Evaluation evaluation, Language language) {
    Wording wording = wording(evaluation, language);
    ComparisonPage page = new ComparisonPageMaker(evaluation, wording).page();
    return Templates.render("comparison.peb", Map.of("t", wording, "page", page));
  }

  /** Cities have plans to fulfil; where nothing is fulfilled, any region may be compared. */
  private static Wording wording(Evaluation evaluation, Language language) {
    return new Wording(
        language, evaluation.scheme().results().contains(ResultKind.FULFILMENT.code()));
  }
}
