package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Measure;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Set;

/** Says what falls short and what would put it right, from the facts of a result. */
final class Advice {
  private static final int MOST_DECIMALS = 12;

  private final Scheme scheme;

  Advice(Scheme scheme) {
    this.scheme = scheme;
  }

  /** Value, target and distance; rounding never lifts a value to what it misses. */
  static Bilingual shortfall(
      Indicator indicator, IndicatorResult result, JudgementResult judgement) {
    if (isYesNo(indicator)) {
      return Bilingual.of("“%s”尚未落实", "'%s' is not in place", indicator.name());
    }
    int decimals = indicator.decimals();
    while (decimals < MOST_DECIMALS
        && (rounded(result.counts(), decimals).compareTo(bar(result, judgement)) == 0
            || rounded(judgement.shortfall(), decimals).signum() == 0)) {
      decimals++;
    }
    return Bilingual.of(
        "%1$s%3$s，要求 %2$s%3$s，相差 %4$s%3$s",
        "%1$s %3$s, asked is %2$s %3$s, %4$s %3$s short",
        plain(result.counts(), decimals),
        judgement.upper() == null
            ? sign(judgement.operator()) + " " + judgement.target().toPlainString()
            : judgement.target().toPlainString() + "–" + judgement.upper().toPlainString(),
        result.unit(),
        plain(judgement.shortfall(), decimals));
  }

  /** What would reach the target. */
  Bilingual target(Indicator indicator, IndicatorResult result, JudgementResult judgement) {
    Measure measure = indicator.measure();
    if (isYesNo(indicator)) {
      return indicator.evidence().isEmpty()
          ? new Bilingual("予以落实，并报送文件", "put it in place and send the document")
          : Bilingual.of(
              "予以落实，并报送：%s",
              "put it in place and send: %s", String.join(", ", indicator.evidence()));
    }
    long failing = result.units().stream().filter(unit -> "no".equals(unit.meets())).count();
    if (failing > 0) {
      return Bilingual.of(
          "使 %d 个未达要求的单位达到要求", "bring the units that fail, %d of them, to what is asked", failing);
    }
    if (measure instanceof Measure.Ratio ratio
        && result.counts().compareTo(result.amount()) == 0
        && result.denominator() != null
        && result.denominator().signum() > 0) {
      return ratio(ratio, result, judgement);
    }
    boolean more = bar(result, judgement).compareTo(result.counts()) > 0;
    return Bilingual.of(
        more ? "再增加 %s%s" : "减少 %s%s",
        more ? "raise it by %s %s" : "lower it by %s %s",
        judgement.shortfall().stripTrailingZeros().toPlainString(),
        result.unit());
  }

  /** How much the numerator must move while the denominator stays. */
  private Bilingual ratio(Measure.Ratio ratio, IndicatorResult result, JudgementResult judgement) {
    Fraction numerator = Fraction.of(result.numerator());
    Fraction needed =
        Fraction.of(bar(result, judgement))
            .times(Fraction.of(result.denominator()))
            .dividedBy(ratio.factor())
            .minus(numerator);
    boolean more = needed.signum() > 0;
    boolean whole = result.numerator().stripTrailingZeros().scale() <= 0;
    BigDecimal step =
        (more ? needed : needed.negated())
            .printed()
            .setScale(whole ? 0 : 2, RoundingMode.CEILING)
            .stripTrailingZeros();
    return Bilingual.of(
        more ? "“%1$s”至少再增加 %2$s（现 %3$s；“%4$s”%5$s 不变）" : "“%1$s”至少减少 %2$s（现 %3$s；“%4$s”%5$s 不变）",
        more
            ? "raise '%1$s' by at least %2$s (now %3$s; '%4$s' staying at %5$s)"
            : "lower '%1$s' by at least %2$s (now %3$s; '%4$s' staying at %5$s)",
        name(ratio.of().inputs(), new Bilingual("分子", "numerator")),
        step.toPlainString(),
        result.numerator().stripTrailingZeros().toPlainString(),
        name(ratio.in().inputs(), new Bilingual("分母", "denominator")),
        result.denominator().stripTrailingZeros().toPlainString());
  }

  /** The bound that is missed: of a range the nearer one. */
  private static BigDecimal bar(IndicatorResult result, JudgementResult judgement) {
    boolean above = judgement.upper() != null && result.counts().compareTo(judgement.upper()) > 0;
    return above ? judgement.upper() : judgement.target();
  }

  private Bilingual name(Set<String> inputs, Bilingual otherwise) {
    return inputs.size() == 1 ? scheme.statistic(inputs.iterator().next()).name() : otherwise;
  }

  /** What would give an absent figure. */
  static Bilingual figure(String reason) {
    return switch (of(reason)) {
      case INPUT_MISSING, INCOMPLETE ->
          new Bilingual(
              "补报缺少的数据；被拒绝的行见 rejects.csv",
              "send what is missing; for refused rows see rejects.csv");
      case TOO_OLD -> new Bilingual("报送新的数据", "send newer values");
      case CONFLICTING_SOURCES ->
          new Bilingual(
              "确认以哪个来源为准（assessment.yaml 的 precedence），或撤回其一",
              "settle which source goes first (precedence in assessment.yaml), or withdraw one");
      case CHECK_FAILED ->
          new Bilingual(
              "更正未通过检查的数值，见 checks.csv", "put right what checks hold back, see checks.csv");
      case ZERO_DENOMINATOR ->
          new Bilingual("核实分母是否为零或不适用", "confirm that the denominator is zero, or does not apply");
      case IMPOSSIBLE_SHARE ->
          new Bilingual("核实分子与分母的口径", "hold numerator and denominator against their definitions");
      default -> new Bilingual("核实并补报", "look into it and send what is right");
    };
  }

  /** A reason in words. */
  static Bilingual reason(String code) {
    return of(code).text();
  }

  /** A number without needless noughts. */
  static String plain(BigDecimal amount, int decimals) {
    BigDecimal rounded = rounded(amount, decimals).stripTrailingZeros();
    return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
  }

  private static BigDecimal rounded(BigDecimal amount, int decimals) {
    return amount.setScale(decimals, RoundingMode.HALF_EVEN);
  }

  private static boolean isYesNo(Indicator indicator) {
    return indicator.measure() instanceof Measure.Conditions;
  }

  private static String sign(String operator) {
    return switch (operator) {
      case ">=" -> "≥";
      case "<=" -> "≤";
      default -> operator;
    };
  }

  private static Reason of(String code) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
