package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.time.LocalDate;
import java.util.List;

/** The same pages as {@link HtmlReports}, made to be set on paper. */
public final class PaperReports {
  /** Paper leads nowhere. */
  private static final Written NO_LINKS = Written.of(List.of(), List.of());

  private final PageTemplates templates;

  /** Makes pages by templates. */
  public PaperReports(PageTemplates templates) {
    this.templates = templates;
  }

  /** The report of one city. */
  public PaperPage city(Evaluation evaluation, RegionEvaluation region, Language language) {
    ReportPages pages = new ReportPages(evaluation, language, NO_LINKS, templates);
    CityPage page = pages.city(region);
    return PaperPage.of(
        pages.rendered(page, Medium.PAPER), LocalDate.parse(evaluation.asOf()), page.allPictures());
  }

  /** The report that compares all cities, each gone through once. */
  public PaperPage comparison(
      Evaluation evaluation, Iterable<RegionEvaluation> cities, Language language) {
    ReportPages pages = new ReportPages(evaluation, language, NO_LINKS, templates);
    ComparisonPage page = pages.comparison(cities);
    return PaperPage.of(
        pages.rendered(page, Medium.PAPER), LocalDate.parse(evaluation.asOf()), page.allPictures());
  }

  /** A document beside the reports. */
  public PaperPage handout(Handout handout, Material material, Language language) {
    ReportPages.Printed printed =
        new ReportPages(material.evaluation(), language, NO_LINKS, templates)
            .printed(handout, material, Medium.PAPER);
    return PaperPage.of(
        printed.page(), LocalDate.parse(material.evaluation().asOf()), printed.pictures());
  }
}
