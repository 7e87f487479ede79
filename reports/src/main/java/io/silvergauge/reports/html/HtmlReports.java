package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;

/**
 * Pages of a finished evaluation for a browser. Each stands by itself: no script, no network, no
 * clock, the same text for the same evaluation. May be used by several threads.
 */
public final class HtmlReports {
  private final PageTemplates templates;

  /** Renders pages by the templates that come with the program. */
  public HtmlReports() {
    this(PageTemplates.SHIPPED);
  }

  /** Renders pages; cheap to make, the templates are shared. */
  public HtmlReports(PageTemplates templates) {
    this.templates = templates;
  }

  /**
   * The page of one city.
   *
   * @param written the pages it may link to
   */
  public String city(
      Evaluation evaluation, RegionEvaluation region, Language language, Written written) {
    ReportPages pages = new ReportPages(evaluation, language, written, templates);
    return pages.rendered(pages.city(region), Medium.SCREEN);
  }

  /**
   * The page on which each figure of a city's page can be followed to the rows it came from.
   *
   * @param written the pages it may link to
   */
  public String explanation(
      Evaluation evaluation, RegionEvaluation region, Language language, Written written) {
    ReportPages pages = new ReportPages(evaluation, language, written, templates);
    return pages.rendered(pages.explanation(region));
  }

  /**
   * The page that compares all cities.
   *
   * @param cities every city, gone through once
   * @param written the pages it may link to
   */
  public String comparison(
      Evaluation evaluation,
      Iterable<RegionEvaluation> cities,
      Language language,
      Written written) {
    ReportPages pages = new ReportPages(evaluation, language, written, templates);
    return pages.rendered(pages.comparison(cities), Medium.SCREEN);
  }

  /**
   * A document beside the reports.
   *
   * @param written the pages it may link to
   */
  public String handout(Handout handout, Material material, Language language, Written written) {
    return new ReportPages(material.evaluation(), language, written, templates)
        .printed(handout, material, Medium.SCREEN)
        .page();
  }
}
