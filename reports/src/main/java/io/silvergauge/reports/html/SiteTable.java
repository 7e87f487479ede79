package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SiteCheck;
import io.silvergauge.indicators.explanation.Anchors;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.verification.Found;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Makes what a city's page says of visits: reported beside verified, and what that cost. */
final class SiteTable {
  private static final int SHORT_HASH = 12;
  private static final int DECIMALS = 2;

  private final SchemeView scheme;
  private final RegionEvaluation region;
  private final Wording wording;

  SiteTable(SchemeView scheme, RegionEvaluation region, Wording wording) {
    this.scheme = scheme;
    this.region = region;
    this.wording = wording;
  }

  /** One a figure that visits looked into, in the order of the scheme. */
  List<CityPage.Site> sites() {
    List<CityPage.Site> sites = new ArrayList<>();
    for (IndicatorResult result : region.indicators()) {
      if (result.site() != null) {
        scheme
            .indicator(result.id())
            .ifPresent(indicator -> sites.add(site(indicator, result, result.site())));
      }
    }
    return sites;
  }

  /** What visits cost the totals; empty where nothing. */
  List<CityPage.SiteCost> totals() {
    return costs(Group.TOTAL, wording.say("visits.total"));
  }

  private CityPage.Site site(
      SchemeView.IndicatorView indicator, IndicatorResult result, SiteCheck site) {
    Amounts amounts = new Amounts(indicator, wording);
    String name = wording.name(indicator.name());
    return new CityPage.Site(
        name,
        Anchors.of(Anchors.visits(indicator.id())),
        lead(site),
        amounts.value(result.amount(), List.of()),
        percent(site.part()),
        site.partLow() == null ? "" : range(percent(site.partLow()), percent(site.partHigh())),
        site.verified() == null
            ? wording.say("indicators.none")
            : amounts.value(site.verified(), List.of()),
        site.low() == null
            ? ""
            : range(amounts.value(site.low(), List.of()), amounts.value(site.high(), List.of())),
        site.differs() == null
            ? wording.say("visits.untold", "reason", wording.text(site.reason()))
            : wording.say(site.differs() ? "visits.differs" : "visits.agrees") + because(site),
        site.differs() == null ? "" : site.differs() ? "unmet" : "met",
        wording.say(
            site.applied() ? "visits.policy.applied" : "visits.policy.not",
            "policy",
            wording.text(site.rule())),
        costs(indicator.id(), wording.say("visits.indicator")),
        site.strata().stream().map(this::stratum).toList(),
        site.visits().stream().map(visit -> visit(site, visit)).toList());
  }

  /** Why what was found does not count although it tells something. */
  private String because(SiteCheck site) {
    return site.reason() == null
        ? ""
        : wording.say("visits.because", "reason", wording.text(site.reason()));
  }

  private String lead(SiteCheck site) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        wording.say(
            "visits.lead",
            "units",
            count(site.units()),
            "drawn",
            count(site.drawn()),
            "looked",
            count(site.looked()),
            "confirmed",
            count(site.confirmed()),
            "corrected",
            count(site.corrected()),
            "missing",
            count(site.notFound()),
            "false",
            count(site.falseClaims())));
    sentences.add(
        wording.say(
            "visits.sample",
            "sample",
            site.sample(),
            "seed",
            site.seed(),
            "day",
            wording.dates().day(site.drawnAsOf()),
            "received",
            wording.dates().day(site.received())));
    sentences.add(wording.say(site.redrawn() ? "visits.redrawn" : "visits.not.redrawn"));
    if (!site.file().isEmpty()) {
      sentences.add(
          wording.say(
              "visits.file", "file", site.file(), "hash", site.sha256().substring(0, SHORT_HASH)));
    }
    return wording.sentences(sentences);
  }

  /** In each result where a node has a score: what it would be by what was reported. */
  private List<CityPage.SiteCost> costs(String node, String name) {
    List<CityPage.SiteCost> costs = new ArrayList<>();
    for (String result : scheme.results()) {
      region
          .score(result, node)
          .filter(score -> score.score() != null)
          .ifPresent(score -> costs.add(cost(result, name, score)));
    }
    return costs;
  }

  private CityPage.SiteCost cost(String result, String name, NodeScore score) {
    BigDecimal before = score.beforeVisits() == null ? score.score() : score.beforeVisits();
    return new CityPage.SiteCost(
        name,
        wording.say("word." + result),
        points(before),
        points(score.score()),
        points(
            before
                .setScale(scheme.scoreDecimals(), RoundingMode.HALF_EVEN)
                .subtract(score.score().setScale(scheme.scoreDecimals(), RoundingMode.HALF_EVEN))),
        score.interval() == null
            ? ""
            : range(points(score.interval().low()), points(score.interval().high())));
  }

  private CityPage.SiteStratum stratum(SiteCheck.Stratum stratum) {
    return new CityPage.SiteStratum(
        wording.place(stratum.name(), stratum.region()),
        stratum.region(),
        count(stratum.units()),
        count(stratum.looked()),
        count(stratum.confirmed()),
        wording.figures().quantity(stratum.reported()),
        wording.figures().quantity(stratum.found()),
        percent(stratum.part()),
        stratum.partLow() == null
            ? ""
            : range(percent(stratum.partLow()), percent(stratum.partHigh())));
  }

  private CityPage.SiteVisit visit(SiteCheck site, SiteCheck.Visited visit) {
    String name = wording.text(visit.name());
    String result =
        Found.of(visit.result()).map(one -> wording.text(one.text())).orElse(visit.result());
    return new CityPage.SiteVisit(
        name.isEmpty() ? wording.cut(visit.key()) : wording.cut(name),
        wording.cut(visit.key()),
        stratumOf(site, visit),
        visit.result(),
        result,
        wording.figures().quantity(visit.reported()),
        wording.figures().quantity(visit.found()),
        visit.evidence(),
        visit.evidence().substring(0, SHORT_HASH),
        wording.say(
            "visits.by", "by", wording.cut(visit.by()), "day", wording.dates().day(visit.date())),
        visit.remark() == null ? "" : wording.cut(visit.remark()),
        wording.say(
            visit.sheet() == null ? "visits.row" : "visits.row.sheet",
            "sheet",
            visit.sheet() == null ? "" : visit.sheet(),
            "row",
            count(visit.row())));
  }

  /** Of the units behind a figure the city is the stratum. */
  private String stratumOf(SiteCheck site, SiteCheck.Visited visit) {
    return visit.record() == null ? site.strata().get(0).region() : visit.region();
  }

  private String percent(BigDecimal part) {
    return part == null
        ? wording.say("indicators.none")
        : wording.withUnit(wording.figures().fixed(part, DECIMALS), "%");
  }

  private String range(String low, String high) {
    return wording.say("visits.range", "low", low, "high", high);
  }

  private String points(BigDecimal score) {
    return wording.figures().fixed(score, scheme.scoreDecimals());
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
