package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.explanation.Anchors;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;

/** Makes the tables of indicators of a city's page, one for each dimension that has any. */
final class IndicatorTable {
  private final SchemeView scheme;
  private final RegionEvaluation region;
  private final Wording wording;
  private final BehindTable behind;

  IndicatorTable(SchemeView scheme, RegionEvaluation region, Wording wording) {
    this.scheme = scheme;
    this.region = region;
    this.wording = wording;
    this.behind = new BehindTable(scheme, region, wording);
  }

  List<CityPage.Section> sections() {
    List<CityPage.Section> sections = new ArrayList<>();
    for (GroupView group : scheme.groups()) {
      List<CityPage.IndicatorRow> rows = new ArrayList<>();
      List<Fact> laggards = new ArrayList<>();
      for (IndicatorResult result : region.indicators()) {
        scheme
            .indicator(result.id())
            .filter(indicator -> indicator.dimension().equals(group.id()))
            .ifPresent(
                indicator -> {
                  rows.add(row(indicator, result));
                  String text = new Laggards(wording).text(indicator, result);
                  if (!text.isEmpty()) {
                    laggards.add(new Fact(wording.name(indicator.name()), text));
                  }
                });
      }
      if (!rows.isEmpty()) {
        String name = wording.text(group.name());
        sections.add(
            new CityPage.Section(
                "d" + (sections.size() + 1),
                name,
                wording.say("indicators.caption", "dimension", name),
                new DimensionCharts(scheme, region, wording).pictures(group),
                rows,
                laggards));
      }
    }
    return sections;
  }

  private CityPage.IndicatorRow row(IndicatorView indicator, IndicatorResult result) {
    Amounts amounts = new Amounts(indicator, wording);
    boolean present = result.amount() != null;
    return new CityPage.IndicatorRow(
        "i" + (region.indicators().indexOf(result) + 1),
        Anchors.of(Anchors.figure(indicator.id())),
        wording.name(indicator.name()),
        source(indicator),
        department(indicator),
        present,
        present
            ? amounts.value(result.amount(), result.judgements())
            : amounts.reason(result.reason()),
        amounts.ratio(result),
        present && result.counts().compareTo(result.amount()) != 0
            ? wording.say(
                "indicators.counts", "value", amounts.value(result.counts(), result.judgements()))
            : "",
        result.detail() == null ? "" : wording.text(result.detail()),
        result.judgements().stream().map(j -> held(amounts, result, j)).toList(),
        result.referenceDate() == null
            ? wording.say("indicators.no.inputs")
            : wording.dates().day(result.referenceDate()),
        result.ageMonths() == 0 ? "" : wording.say("indicators.age", "months", result.ageMonths()),
        wording.say(
            "amount.of",
            "part",
            wording.figures().count(result.leavesPresent()),
            "whole",
            wording.figures().count(result.leavesExpected())),
        behind.of(indicator, result, amounts));
  }

  private CityPage.Held held(Amounts amounts, IndicatorResult result, JudgementResult judgement) {
    boolean outside =
        Targets.isNotApplicable(result)
            && judgement.verdict().equals(Verdict.NOT_COMPUTABLE.code());
    return new CityPage.Held(
        Anchors.of(Anchors.judgement(result.id(), judgement.profile())),
        outside ? Reason.NOT_APPLICABLE.code() : judgement.verdict(),
        outside ? amounts.reason(result.reason()) : verdict(amounts, judgement),
        amounts.target(judgement),
        judgement.by() == null
            ? ""
            : wording.say("indicators.due", "period", wording.dates().period(judgement.by())),
        shortfall(amounts, result, judgement));
  }

  private String verdict(Amounts amounts, JudgementResult judgement) {
    return judgement.target() == null && !judgement.profile().equals(Profile.PLAN)
        ? wording.say("indicators.no.target")
        : amounts.verdict(judgement.verdict());
  }

  private String shortfall(Amounts amounts, IndicatorResult result, JudgementResult judgement) {
    if (judgement.shortfall() == null || result.amount() == null || amounts.yesNo()) {
      return "";
    }
    String key =
        Amounts.isAbove(result.counts(), judgement) ? "indicators.excess" : "indicators.shortfall";
    return wording.say(
        key, "distance", amounts.distance(result.counts(), judgement, result.judgements()));
  }

  private String source(IndicatorView indicator) {
    return indicator.clause().isEmpty()
        ? indicator.document()
        : wording.say(
            "indicators.source", "document", indicator.document(), "clause", indicator.clause());
  }

  private String department(IndicatorView indicator) {
    return indicator.department().isEmpty()
        ? ""
        : wording.say(
            "indicators.source.department",
            "department",
            wording.word("department", indicator.department()));
  }
}
