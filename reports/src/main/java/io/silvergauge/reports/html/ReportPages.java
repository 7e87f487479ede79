package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Wording;
import java.util.Map;

/** What the pages of an evaluation show in one language, and the templates filled with it. */
final class ReportPages {
  private final Evaluation evaluation;
  private final Wording wording;

  ReportPages(Evaluation evaluation, Language language) {
    this.evaluation = evaluation;
    // Cities have plans to fulfil; where nothing is fulfilled, any region may be compared.
    this.wording =
        new Wording(language, evaluation.scheme().results().contains(ResultKind.FULFILMENT.code()));
  }

  CityPage city(RegionEvaluation region) {
    return new CityPageMaker(evaluation, region, wording).page();
  }

  ComparisonPage comparison() {
    return new ComparisonPageMaker(evaluation, wording).page();
  }

  String rendered(Object page, Medium medium) {
    String template = page instanceof CityPage ? "city.peb" : "comparison.peb";
    return Templates.render(template, medium, Map.of("t", wording, "page", page));
  }
}
