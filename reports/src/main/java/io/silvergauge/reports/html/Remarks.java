package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of which indicators a reader must know something about the data: absent, old, doubtful. */
final class Remarks {
  private static final Set<String> DOUBTFUL =
      Set.of(ValueStatus.DISPUTED.code(), ValueStatus.FALSIFIED.code());

  private static final int NAMED = 3;

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
      refused(indicator, result).ifPresent(remarks::add);
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

  /** Which of the units without a value have something that was refused, the first few. */
  private Optional<String> refused(IndicatorView indicator, IndicatorResult result) {
    RefusalTable refusals = new RefusalTable(region, wording);
    List<String> units = new ArrayList<>();
    for (UnitResult unit : result.units()) {
      if (unit.amount() == null && !Reason.NOT_APPLICABLE.code().equals(unit.reason())) {
        refusals
            .explaining(unit.code(), indicator.statistics())
            .ifPresent(
                refused ->
                    units.add(
                        wording.say(
                            "remarks.refused.unit",
                            "unit",
                            wording.place(unit.name(), unit.code()),
                            "refused",
                            refused)));
      }
    }
    if (units.isEmpty()) {
      return Optional.empty();
    }
    String named = String.join(wording.say("list.clause"), units.stream().limit(NAMED).toList());
    return Optional.of(
        units.size() > NAMED
            ? wording.say(
                "remarks.refused.more",
                "items",
                named,
                "count",
                wording.figures().count(units.size() - NAMED))
            : named);
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
