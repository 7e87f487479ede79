package io.silvergauge.indicators.explanation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SiteCheck;
import io.silvergauge.indicators.explanation.Explanation.Fact;
import io.silvergauge.indicators.explanation.Explanation.Kind;
import io.silvergauge.indicators.verification.Found;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Explains a verified value: from the sample to each visit and the row of the sheet that says it.
 */
final class SiteExplainer {
  private static final int DECIMALS = 4;

  private final SchemeView.IndicatorView indicator;
  private final IndicatorResult figure;
  private final SiteCheck site;

  SiteExplainer(SchemeView.IndicatorView indicator, IndicatorResult figure) {
    this.indicator = indicator;
    this.figure = figure;
    this.site = figure.site();
  }

  Explanation explain() {
    List<Fact> facts = new ArrayList<>();
    FigureExplainer.add(facts, "sample", "样本", "sample", site.sample());
    FigureExplainer.add(facts, "seed", "种子", "seed", Long.toString(site.seed()));
    FigureExplainer.add(facts, "drawn_as_of", "抽样依据截至", "drawn from, as of", site.drawnAsOf());
    FigureExplainer.add(
        facts,
        "looked",
        "已核查 / 抽取 / 全部",
        "looked at / drawn / all",
        site.looked() + " / " + site.drawn() + " / " + site.units());
    if (site.low() != null) {
      FigureExplainer.add(
          facts,
          "interval",
          "95% 区间",
          "95 % interval",
          rounded(site.low()) + " – " + rounded(site.high()));
    }
    facts.add(new Fact("policy", new Bilingual("核查政策", "policy"), site.rule()));
    facts.add(
        new Fact(
            "applied",
            new Bilingual("是否适用", "applied"),
            site.applied() ? new Bilingual("是", "yes") : new Bilingual("否", "no")));
    FigureExplainer.add(facts, "file", "核查表", "sheet", site.file());
    FigureExplainer.add(facts, "received", "收到日期", "received", site.received());
    FigureExplainer.add(facts, "sha256", "SHA-256", "SHA-256", site.sha256());
    return new Explanation(
        Anchors.visits(indicator.id()),
        Kind.VISITS,
        new Bilingual("现场核查", "verified on site"),
        site.verified() == null
            ? site.reason()
            : Bilingual.same((rounded(site.verified()) + " " + figure.unit()).trim()),
        rule(),
        facts,
        site.visits().stream().map(this::visit).toList());
  }

  /**
   * The reported value times what was found over what was reported, strata weighed by their size.
   */
  private Bilingual rule() {
    if (site.part() == null) {
      return Bilingual.EMPTY;
    }
    List<String> found = new ArrayList<>();
    List<String> reported = new ArrayList<>();
    for (SiteCheck.Stratum stratum : site.strata()) {
      if (stratum.looked() > 0) {
        String each = stratum.units() + " ÷ " + stratum.looked() + " × ";
        found.add(each + Explainer.plain(stratum.found()));
        reported.add(each + Explainer.plain(stratum.reported()));
      }
    }
    return Bilingual.of(
        "上报值 %s × 核实 (%s) ÷ 上报 (%s)",
        "reported %s × found (%s) ÷ reported (%s)",
        Explainer.plain(figure.amount()),
        String.join(" + ", found),
        String.join(" + ", reported));
  }

  private Explanation visit(SiteCheck.Visited visit) {
    List<Fact> facts = new ArrayList<>();
    FigureExplainer.add(facts, "region", "所在单位", "lies in", visit.region());
    FigureExplainer.add(facts, "reported", "上报", "reported", Explainer.plain(visit.reported()));
    FigureExplainer.add(facts, "found", "核实", "found", Explainer.plain(visit.found()));
    FigureExplainer.add(facts, "reported_in", "上报于", "reported in", visit.place());
    FigureExplainer.add(facts, "evidence", "佐证 SHA-256", "evidence SHA-256", visit.evidence());
    FigureExplainer.add(facts, "by", "核查人", "by", visit.by());
    FigureExplainer.add(facts, "date", "日期", "date", visit.date());
    FigureExplainer.add(facts, "remark", "备注", "remark", visit.remark());
    FigureExplainer.add(facts, "file", "核查表", "sheet", site.file());
    FigureExplainer.add(facts, "sheet", "工作表", "worksheet", visit.sheet());
    FigureExplainer.add(facts, "row", "行", "row", Long.toString(visit.row()));
    return new Explanation(
        Anchors.visit(indicator.id(), visit.region(), visit.key()),
        Kind.VISIT,
        Bilingual.of(
            "%s %s",
            "%s %s", visit.key(), visit.name().en().isEmpty() ? visit.name().zh() : visit.name()),
        Found.of(visit.result()).map(Found::text).orElse(Bilingual.same(visit.result())),
        Bilingual.EMPTY,
        facts,
        List.of());
  }

  private static String rounded(BigDecimal number) {
    return Explainer.plain(number.setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }
}
