package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.Imputing;
import io.silvergauge.indicators.scheme.Relative;
import io.silvergauge.indicators.scheme.Steps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What becomes of an indicator's values beside those of all cities, in words. */
public final class StepsWords {
  private StepsWords() {}

  /** Each step that there is, in the order in which it is done. */
  public static List<Bilingual> of(Steps steps) {
    List<Bilingual> words = new ArrayList<>();
    steps.imputing().forEach(one -> words.add(imputation(one)));
    steps.treating().forEach(one -> words.add(treatment(one)));
    steps.relative().forEach(one -> words.add(yardstick(one)));
    return List.copyOf(words);
  }

  /** Each step that there is; {@code steps} may be null. */
  public static List<Bilingual> of(SchemeView.StepsView steps) {
    return steps == null
        ? List.of()
        : of(new Steps(some(steps.relative()), some(steps.imputation()), some(steps.treatment())));
  }

  private static <T> List<T> some(T one) {
    return one == null ? List.of() : List.of(one);
  }

  private static Bilingual imputation(Imputing imputing) {
    Bilingual way =
        switch (imputing.method()) {
          case "group_mean" -> new Bilingual("同组城市的平均数", "the mean of the city's group");
          case "group_median" -> new Bilingual("同组城市的中位数", "the median of the city's group");
          case Imputing.LINEAR ->
              new Bilingual("前后两期之间的直线", "a line between an earlier and a later value");
          default ->
              Bilingual.of(
                  "最近 %d 期内的数值", "its last value of %d periods at most", imputing.maxAge());
        };
    return Bilingual.of("水平得分缺数据时插补：%s", "gaps filled in the standing: %s", way);
  }

  private static Bilingual treatment(Steps.Treating treating) {
    return Bilingual.of(
        "离群值收缩至 |偏度| < %s 或峰度 < %s，至多 %d 个，否则取对数",
        "outliers drawn in until |skewness| < %s or kurtosis < %s, %d at most, else logarithms",
        plain(BigDecimal.valueOf(treating.skewness())),
        plain(BigDecimal.valueOf(treating.kurtosis())),
        treating.mostPoints());
  }

  private static Bilingual yardstick(Relative relative) {
    return Bilingual.of(
        "相对标准 %s%s，取自%s的数值；各值相同时%s",
        "relative yardstick %s%s, from the values of %s; where all are the same, %s",
        Bilingual.same(relative.method() + numbers(relative)),
        transform(relative),
        relative.overAll()
            ? new Bilingual("所有时期", "all periods")
            : new Bilingual("本期", "the period"),
        relative.constant().equals("middle")
            ? new Bilingual("取中间分", "the middle of the scale")
            : new Bilingual("不计分", "no scores"));
  }

  private static String numbers(Relative relative) {
    List<String> numbers = new ArrayList<>();
    for (BigDecimal number :
        new BigDecimal[] {
          relative.from(), relative.to(), relative.mean(), relative.deviation(), relative.target()
        }) {
      if (number != null) {
        numbers.add(plain(number));
      }
    }
    if (relative.region() != null) {
      numbers.add(relative.region());
    }
    if (Boolean.TRUE.equals(relative.capped())) {
      numbers.add("≤");
    }
    return numbers.isEmpty() ? "" : " (" + String.join(", ", numbers) + ")";
  }

  private static Bilingual transform(Relative relative) {
    return relative.transform().equals("none")
        ? Bilingual.EMPTY
        : relative.transform().equals("box_cox") && relative.lambda() == null
            ? new Bilingual(
                "，先作 box_cox 变换（λ 按最大似然估计）", ", after box_cox with λ of maximum likelihood")
            : Bilingual.of(
                "，先作 %s 变换",
                ", after %s",
                relative.lambda() == null
                    ? relative.transform()
                    : relative.transform() + " λ = " + plain(relative.lambda()));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
