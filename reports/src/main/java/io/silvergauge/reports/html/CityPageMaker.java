package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.ConductView;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what a city's page shows. */
final class CityPageMaker {
  private final Evaluation evaluation;
  private final RegionEvaluation region;
  private final Wording wording;
  private final Written written;
  private final boolean fulfilment;
  private final boolean standing;

  CityPageMaker(Evaluation evaluation, RegionEvaluation region, Wording wording, Written written) {
    this.evaluation = evaluation.seenBy(region.plan());
    this.region = region;
    this.wording = wording;
    this.written = written;
    this.fulfilment = evaluation.scheme().results().contains(ResultKind.FULFILMENT.code());
    this.standing = evaluation.scheme().results().contains(ResultKind.STANDING.code());
  }

  CityPage page() {
    SchemeView scheme = evaluation.scheme();
    SiteTable sites = new SiteTable(scheme, region, wording);
    FileTable files = new FileTable(evaluation, wording);
    return new CityPage(
        head(),
        written.language(wording.language()) && written.city(region.region().code())
            ? Links.explanation(region.region().code(), wording.language())
            : "",
        fulfilment,
        standing,
        new Summary(evaluation, region, wording).cards(),
        new SummaryCharts(scheme, region, wording).pictures(),
        new Findings(evaluation, region, wording).paragraphs(),
        fulfilment ? new Targets(scheme, region, wording).unmet() : List.of(),
        wording.say("dimensions.caption", "full", wording.figures().exact(scheme.fullScore())),
        new DimensionTable(scheme, region, wording).rows(),
        new OutlookFacts(evaluation, wording).lead(),
        outlook(),
        wording.say(ownPlan() ? "indicators.plan" : "indicators.plan.scheme"),
        scheme.profiles().stream().map(profile -> wording.text(profile.name())).toList(),
        new IndicatorTable(scheme, region, wording).sections(),
        sites.sites(),
        sites.sites().isEmpty() ? List.of() : sites.totals(),
        new FollowUpTable(evaluation, region, wording).followUp(),
        files.quality(region),
        new MethodAnnex(evaluation, wording).method(region));
  }

  private List<Fact> outlook() {
    List<Fact> facts = new ArrayList<>(new OutlookFacts(evaluation, wording).of(region));
    facts.addAll(new TrendFacts(wording).of(evaluation.scheme(), region));
    return facts;
  }

  private PageHead head() {
    Language other = Links.other(wording.language());
    RegionEvaluation.City city = region.region();
    String name = wording.place(city.name(), city.code());
    ConductView.SpecialView special = evaluation.conduct().special();
    String title =
        special == null
            ? wording.say("page.city.title", "city", name)
            : wording.say(
                "page.city.title.special", "city", name, "subject", wording.text(special.name()));
    return new Heads(evaluation, wording)
        .head(
            title,
            subtitles(),
            notices(),
            written.comparison() ? Links.comparison(wording.language()) : "",
            written.language(other) ? Links.city(city.code(), other) : "");
  }

  private List<String> subtitles() {
    RegionEvaluation.City city = region.region();
    List<String> subtitles = new ArrayList<>();
    subtitles.add(wording.cut(city.code()));
    subtitles.add(wording.word("level", city.level()));
    if (!city.membership().isEmpty()) {
      subtitles.add(wording.word("membership", city.membership()));
    }
    for (SchemeView.ClassificationView by : evaluation.scheme().classifications()) {
      city.in(by.id())
          .flatMap(found -> Optional.ofNullable(found.id()).flatMap(by::find))
          .ifPresent(in -> subtitles.add(kind(by, in, city.in(by.id()).orElseThrow().amount())));
    }
    return subtitles;
  }

  /** A class with what was measured, where something was. */
  private String kind(
      SchemeView.ClassificationView by, SchemeView.ClassView in, BigDecimal amount) {
    return amount == null
        ? wording.text(in.name())
        : wording.say(
            "types.kind",
            "kind",
            wording.text(in.name()),
            "by",
            wording.text(by.name()),
            "value",
            wording.withUnit(
                wording.figures().fixed(amount, by.unit().equals("%") ? 1 : 0), by.unit()));
  }

  private List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (region.region().membership().equals("illustrative")) {
      notices.add(wording.say("notice.membership.illustrative"));
    }
    if (fulfilment && !region.plan().status().equals("confirmed")) {
      notices.add(wording.say(ownPlan() ? "notice.plan.illustrative" : "notice.plan.scheme"));
    }
    return notices;
  }

  private boolean ownPlan() {
    return !region.plan().status().equals("scheme");
  }
}
