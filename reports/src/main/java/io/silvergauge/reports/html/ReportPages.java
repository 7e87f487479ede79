package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Wording;
import java.util.List;
import java.util.Map;

/** What the pages of an evaluation show in one language, and the templates filled with it. */
final class ReportPages {
  private final Evaluation evaluation;
  private final Wording wording;
  private final Written written;
  private final PageTemplates templates;

  ReportPages(Evaluation evaluation, Language language, Written written, PageTemplates templates) {
    this.templates = templates;
    this.evaluation = evaluation;
    this.written = written;
    // Cities have plans to fulfil; where nothing is fulfilled, any region may be compared.
    this.wording =
        new Wording(language, evaluation.scheme().results().contains(ResultKind.FULFILMENT.code()));
  }

  CityPage city(RegionEvaluation region) {
    return new CityPageMaker(evaluation, region, wording, written).page();
  }

  ExplanationPage explanation(RegionEvaluation region) {
    return new ExplanationPageMaker(evaluation, region, wording, written).page();
  }

  ComparisonPage comparison(Iterable<RegionEvaluation> cities) {
    return new ComparisonPageMaker(evaluation, cities, wording, written).page();
  }

  String rendered(CityPage page, Medium medium) {
    return rendered("city.peb", page, page.allPictures(), medium);
  }

  String rendered(ExplanationPage page) {
    return rendered("explanation.peb", page, List.of(), Medium.SCREEN);
  }

  String rendered(ComparisonPage page, Medium medium) {
    return rendered("comparison.peb", page, page.allPictures(), medium);
  }

  /** A document beside the reports, with its charts. */
  Printed printed(Handout handout, Material material, Medium medium) {
    if (handout instanceof Handout.Special special) {
      return printed("special.peb", excerpts(material).special(special), medium);
    }
    if (handout instanceof Handout.Summary summary) {
      return printed("brief.peb", excerpts(material).summary(summary), medium);
    }
    HandoutPage page = page(handout, material);
    return new Printed(
        rendered("handout.peb", page, page.allPictures(), medium), page.allPictures());
  }

  private CityExcerpts excerpts(Material material) {
    return new CityExcerpts(material, wording, written);
  }

  private Printed printed(String template, CityPage page, Medium medium) {
    return new Printed(rendered(template, page, page.allPictures(), medium), page.allPictures());
  }

  private HandoutPage page(Handout handout, Material material) {
    if (handout instanceof Handout.Feedback feedback) {
      return new FeedbackMaker(material, feedback.sender(), wording, written).page();
    }
    if (handout instanceof Handout.Ledger) {
      return new LedgerMaker(material, wording, written).page();
    }
    if (handout instanceof Handout.SpecialComparison special) {
      return new SpecialComparisonMaker(material, special, wording, written).page();
    }
    if (handout instanceof Handout.Bulletin) {
      return new BulletinMaker(material, wording, written).page();
    }
    throw new IllegalArgumentException("No page is made of " + handout);
  }

  /** A page as it is printed, and the charts that stand in it. */
  record Printed(String page, List<Picture> pictures) {}

  private String rendered(String template, Object page, List<Picture> pictures, Medium medium) {
    String rendered = templates.render(template, medium, Map.of("t", wording, "page", page));
    return medium == Medium.SCREEN
        ? new DrawnPictures(pictures).in(Tongues.marked(rendered, wording.language()))
        : rendered;
  }
}
