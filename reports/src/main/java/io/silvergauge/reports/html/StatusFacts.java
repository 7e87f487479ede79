package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says how far the totals of a city rest on confirmed values, and what else changed them. */
final class StatusFacts {
  private final SchemeView scheme;
  private final Wording wording;

  StatusFacts(SchemeView scheme, Wording wording) {
    this.scheme = scheme;
    this.wording = wording;
  }

  List<Fact> of(RegionEvaluation region) {
    List<Fact> facts = new ArrayList<>();
    for (String result : scheme.results()) {
      region
          .score(result, Group.TOTAL)
          .flatMap(this::shares)
          .ifPresent(text -> facts.add(fact("shares." + result, text)));
      List<String> remarks = remarks(region, result);
      if (!remarks.isEmpty()) {
        facts.add(fact("remarks." + result, String.join(wording.say("list.clause"), remarks)));
      }
    }
    return facts;
  }

  private Fact fact(String name, String text) {
    return new Fact(wording.say("method." + name), text);
  }

  private Optional<String> shares(NodeScore total) {
    if (total.statuses().isEmpty()) {
      return Optional.empty();
    }
    List<String> parts =
        new ArrayList<>(
            total.statuses().stream()
                .map(share -> part(wording.word("status", share.status()), share.share()))
                .toList());
    BigDecimal lacking =
        total.statuses().stream()
            .map(NodeScore.StatusShare::share)
            .reduce(BigDecimal.ONE, BigDecimal::subtract);
    if (lacking.compareTo(NEGLIGIBLE) > 0) {
      parts.add(part(wording.say("method.shares.lacking"), lacking));
    }
    String text = wording.list(parts);
    return Optional.of(
        total.beforeStatuses() == null
            ? text
            : wording.say(
                "method.shares.cost",
                "shares",
                text,
                "before",
                wording.figures().fixed(total.beforeStatuses(), scheme.scoreDecimals()),
                "after",
                wording.figures().fixed(total.score(), scheme.scoreDecimals())));
  }

  /** Shares are printed with twelve decimals, so that they may miss one by less than this. */
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("0.000000001");

  private String part(String name, BigDecimal share) {
    return wording.say("method.shares.part", "status", name, "percent", wording.percent(share));
  }

  private List<String> remarks(RegionEvaluation region, String result) {
    List<String> remarks = new ArrayList<>();
    for (NodeScore score : region.scores()) {
      if (score.result().equals(result)) {
        score
            .remarks()
            .forEach(
                remark ->
                    remarks.add(
                        wording.say(
                            "method.remarks.text",
                            "node",
                            name(score.node()),
                            "remark",
                            wording.text(remark))));
      }
    }
    return remarks;
  }

  private String name(String node) {
    return scheme
        .indicator(node)
        .map(SchemeView.IndicatorView::name)
        .or(
            () ->
                scheme.groups().stream()
                    .filter(group -> group.id().equals(node))
                    .map(SchemeView.GroupView::name)
                    .findFirst())
        .map(wording::text)
        .orElse(node);
  }
}
