package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.FindingKind;
import io.silvergauge.indicators.finding.Issue;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.verification.Found;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what visits did not bear out: each false claim by itself, under the id of the thing that
 * was looked at, and a figure that differs from what was found by more than chance.
 */
final class SiteIssues {
  private SiteIssues() {}

  static List<Issue> of(Indicator indicator, IndicatorResult result) {
    SiteCheck site = result.site();
    List<Issue> issues = new ArrayList<>();
    for (SiteCheck.Visited visit : site.visits()) {
      boolean open = visit.reported().compareTo(visit.found()) != 0;
      if (open && visit.result().equals(Found.FALSE.code())) {
        issues.add(falseClaim(indicator, site, visit));
      }
    }
    if (Boolean.TRUE.equals(site.differs())) {
      issues.add(difference(indicator, result, site));
    }
    return issues;
  }

  private static Issue falseClaim(Indicator indicator, SiteCheck site, SiteCheck.Visited visit) {
    return Issue.of(
        FindingKind.VISIT,
        indicator.id(),
        visit.key(),
        indicator.name(),
        Bilingual.of(
            "现场核查：“%s”失实，上报 %s，实为 %s",
            "site visit: '%s' is false, %s was reported, %s was found",
            named(visit),
            Advice.plain(visit.reported(), 0),
            Advice.plain(visit.found(), 0)),
        visit.reported().subtract(visit.found()).abs(),
        List.of(place(site, visit)),
        indicator.department(),
        new Bilingual(
            "说明失实原因，更正后重新报送（amend）", "say how it came about, and send what is right (amend)"));
  }

  private static Issue difference(Indicator indicator, IndicatorResult result, SiteCheck site) {
    int decimals = indicator.decimals();
    return Issue.of(
        FindingKind.VISIT,
        indicator.id(),
        "",
        indicator.name(),
        Bilingual.of(
            "上报 %1$s%5$s，现场核查核实为 %2$s%5$s（95%% 区间 %3$s 至 %4$s）",
            "%1$s %5$s was reported, visits verify %2$s %5$s (95 %% interval %3$s to %4$s)",
            Advice.plain(result.amount(), decimals),
            Advice.plain(site.verified(), decimals),
            Advice.plain(site.low(), decimals),
            Advice.plain(site.high(), decimals),
            result.unit()),
        result.amount().subtract(site.verified()).abs().setScale(decimals, RoundingMode.HALF_EVEN),
        site.visits().stream()
            .filter(visit -> !visit.result().equals(Found.CONFIRMED.code()))
            .map(visit -> place(site, visit))
            .toList(),
        indicator.department(),
        new Bilingual(
            "逐项核对未经证实的单位，更正后重新报送（amend）",
            "go through what was not borne out, and send what is right (amend)"));
  }

  private static Bilingual named(SiteCheck.Visited visit) {
    return visit.name().zh().isEmpty() ? Bilingual.same(visit.key()) : visit.name();
  }

  private static Finding.Place place(SiteCheck site, SiteCheck.Visited visit) {
    Bilingual result =
        Found.of(visit.result()).map(Found::text).orElse(Bilingual.same(visit.result()));
    return new Finding.Place(
        visit.key(),
        named(visit),
        Bilingual.of("%s（%s 第 %d 行）", "%s (%s #%d)", result, site.file(), visit.row()));
  }
}
