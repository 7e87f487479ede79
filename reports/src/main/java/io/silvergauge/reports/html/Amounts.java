package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.reports.text.Figures;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.List;

/** Prints the amounts of one indicator: values, targets and distances in its unit. */
final class Amounts {
  static final String CONDITIONS = "conditions";
  static final String EACH_UNIT = "each_unit";
  private static final String YES_NO = "是否";

  private final IndicatorView indicator;
  private final Wording wording;

  Amounts(IndicatorView indicator, Wording wording) {
    this.indicator = indicator;
    this.wording = wording;
  }

  /** Whether it says that something is in place, or not. */
  boolean yesNo() {
    return indicator.kind().equals(CONDITIONS);
  }

  /** Whether its units are counted rather than measured in its own unit. */
  boolean countsUnits() {
    return indicator.kind().equals(EACH_UNIT);
  }

  /** A value, with more decimals where rounding would make it look as if it reached a target. */
  String value(BigDecimal amount, List<JudgementResult> judgements) {
    return yesNo() ? said(amount) : unit(fixed(amount, decimals(amount, judgements)));
  }

  /** A value without its unit, at the indicator's decimals. */
  String number(BigDecimal amount) {
    return yesNo() ? said(amount) : fixed(amount, visible(amount));
  }

  /** What one of the units came to. */
  String unitValue(BigDecimal amount) {
    if (yesNo()) {
      return said(amount);
    }
    return countsUnits()
        ? wording.figures().quantity(amount)
        : unit(fixed(amount, visible(amount)));
  }

  /** A target with its operator. */
  String target(JudgementResult judgement) {
    if (judgement.target() == null) {
      return "";
    }
    if (yesNo()) {
      return said(judgement.target());
    }
    return judgement.upper() == null ? sign(judgement) + goal(judgement) : goal(judgement);
  }

  /** A target without its operator, for a sentence. */
  String goal(JudgementResult judgement) {
    String target = wording.figures().exact(judgement.target());
    return unit(
        judgement.upper() == null
            ? target
            : wording.say(
                "amount.range", "from", target, "to", wording.figures().exact(judgement.upper())));
  }

  /** A post of the common yardstick, exact. */
  String post(BigDecimal post) {
    return yesNo() ? said(post) : unit(wording.figures().exact(post));
  }

  /** How far a value falls short, with as many decimals as the value and never as nought. */
  String distance(BigDecimal amount, JudgementResult judgement, List<JudgementResult> all) {
    BigDecimal shortfall = judgement.shortfall();
    int decimals = Math.max(decimals(amount, all), visible(shortfall));
    return wording.distance(fixed(shortfall, decimals), indicator.unit());
  }

  /** Numerator and denominator; empty where there is no more than the value. */
  String ratio(IndicatorResult result) {
    if (result.denominator() == null) {
      return "";
    }
    return wording.say(
        "amount.ratio",
        "numerator",
        wording.figures().quantity(result.numerator()),
        "denominator",
        wording.figures().quantity(result.denominator()));
  }

  /** A reported value in its own unit. */
  String reported(BigDecimal value, String unit) {
    if (unit.equals(YES_NO)) {
      return said(value);
    }
    return wording.withUnit(wording.figures().exact(value), unit);
  }

  String reason(String code) {
    return wording.reason(code);
  }

  String verdict(String code) {
    return wording.verdict(code);
  }

  int decimals(BigDecimal amount, List<JudgementResult> judgements) {
    int decimals = visible(amount);
    for (JudgementResult judgement : judgements) {
      if (judgement.target() != null) {
        decimals = Figures.decimals(amount, decimals, value -> reached(value, judgement));
      }
    }
    return decimals;
  }

  /** The indicator's decimals, and more where a value above nought would look like nought. */
  private int visible(BigDecimal amount) {
    return Figures.decimals(amount, indicator.decimals(), value -> value.signum() != 0);
  }

  /** Whether a value lies on the right side of a target. */
  static boolean reached(BigDecimal value, JudgementResult judgement) {
    int order = value.compareTo(judgement.target());
    if (judgement.upper() != null) {
      return order >= 0 && value.compareTo(judgement.upper()) <= 0;
    }
    return judgement.operator().equals("<=") ? order <= 0 : order >= 0;
  }

  /** Whether a value that misses its target lies above it. */
  static boolean isAbove(BigDecimal value, JudgementResult judgement) {
    return judgement.upper() == null
        ? judgement.operator().equals("<=")
        : value.compareTo(judgement.upper()) > 0;
  }

  private static String sign(JudgementResult judgement) {
    return switch (judgement.operator()) {
      case ">=" -> "≥\u00a0";
      case "<=" -> "≤\u00a0";
      default -> judgement.operator() + "\u00a0";
    };
  }

  private String said(BigDecimal amount) {
    if (amount.compareTo(BigDecimal.ONE) == 0) {
      return wording.say("word.yes");
    }
    return amount.signum() == 0 ? wording.say("word.no") : wording.figures().exact(amount);
  }

  private String unit(String number) {
    return wording.withUnit(number, indicator.unit());
  }

  private String fixed(BigDecimal amount, int decimals) {
    return wording.figures().fixed(amount, decimals);
  }
}
