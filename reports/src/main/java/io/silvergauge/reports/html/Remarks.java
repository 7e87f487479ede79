package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says of which indicators a reader must know something about the data: absent, old, doubtful. */
final class Remarks {
  private static final Set<String> DOUBTFUL =
      Set.of(ValueStatus.DISPUTED.code(), ValueStatus.FALSIFIED.code());

  private final SchemeView scheme;
  private final RegionEvaluation region;
  private final Wording wording;

  Remarks(SchemeView scheme, RegionEvaluation region, Wording wording) {
    this.scheme = scheme;
    this.region = region;
    this.wording = wording;
  }

  /** One for each indicator of which there is something to say, in the order of the scheme. */
  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (IndicatorResult result : region.indicators()) {
      scheme
          .indicator(result.id())
          .ifPresent(
              indicator -> {
                List<String> remarks = remarks(indicator, result);
                if (!remarks.isEmpty()) {
                  facts.add(
                      new Fact(
                          wording.name(indicator.name()),
                          String.join(wording.say("list.clause"), remarks)));
                }
              });
    }
    return facts;
  }

  private List<String> remarks(IndicatorView indicator, IndicatorResult result) {
    List<String> remarks = new ArrayList<>();
    if (result.amount() == null) {
      remarks.add(absent(indicator, result));
    } else if (result.leavesPresent() < result.leavesExpected()) {
      remarks.add(
          wording.say(
              "remarks.partial",
              "present",
              wording.figures().count(result.leavesPresent()),
              "expected",
              wording.figures().count(result.leavesExpected())));
    }
    if (result.ageMonths() > 0) {
      remarks.add(wording.say("indicators.age", "months", result.ageMonths()));
    }
    if (result.tooSmall() > 0) {
      remarks.add(
          wording.say("remarks.small", "count", wording.figures().count(result.tooSmall())));
    }
    if (result.valueStatus() != null && DOUBTFUL.contains(result.valueStatus())) {
      remarks.add(
          wording.say("remarks.status", "status", wording.word("status", result.valueStatus())));
    }
    return remarks;
  }

  private String absent(IndicatorView indicator, IndicatorResult result) {
    String reason = new Amounts(indicator, wording).reason(result.reason());
    String detail = result.detail() == null ? "" : wording.text(result.detail());
    if (Targets.isNotApplicable(result)) {
      return detail.isEmpty()
          ? reason
          : wording.say("remarks.detail", "reason", reason, "detail", detail);
    }
    return detail.isEmpty()
        ? wording.say("remarks.absent", "reason", reason)
        : wording.say("remarks.absent.detail", "reason", reason, "detail", detail);
  }
}
