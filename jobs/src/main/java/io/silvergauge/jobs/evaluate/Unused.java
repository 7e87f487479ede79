package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Locale;

/**
 * Values that were accepted and stand in no figure, or come from where they are not expected.
 *
 * @param file path of the delivery
 * @param region code of the region
 * @param statistic the statistic's id
 * @param period period the values are for
 * @param reason why
 * @param values how many values there are
 * @param row the first record among them
 */
public record Unused(
    String file,
    String region,
    String statistic,
    String period,
    Reason reason,
    long values,
    long row)
    implements Serializable {
  /** By file, then by what it is about. */
  public static final Comparator<Unused> ORDER =
      Comparator.comparing(Unused::file)
          .thenComparing(Unused::region)
          .thenComparing(Unused::statistic)
          .thenComparing(Unused::period)
          .thenComparing(Unused::reason);

  /** Why a value stands in no figure, or what is odd about it. */
  public enum Reason {
    /** The region lies in no city that is evaluated. */
    NO_CITY("不属于任何参评城市", "the region belongs to no city that is evaluated"),
    /** No indicator and no check asks for the statistic. */
    NO_INDICATOR("没有指标或检查使用该统计量", "no indicator or check asks for the statistic"),
    /** The figure is the sum of the units below the region, which report for themselves. */
    ABOVE_GRAIN(
        "该统计量由下级单位报送，上级数不计入",
        "units below it report the statistic, so its own value counts nowhere"),
    /** The region is of a kind that the statistic is not asked of. */
    OUTSIDE_GRAIN("该层级不报送此统计量", "the statistic is not asked of regions of its level"),
    /** The code did not hold in the period. */
    CODE_NOT_VALID("代码在该时期无效", "the code did not hold in the period"),
    /** A year-to-date statistic for a period that does not begin in January. */
    NOT_FROM_JANUARY(
        "累计值的时期应从1月起", "a year-to-date value must be for a period that begins in January"),
    /** A record of a register that lies outside the sender, of which alone the list is full. */
    RECORD_NOT_OF_SENDER(
        "名录记录不属于报送方辖区（不计入）",
        "the record lies outside the sender, of whose own units alone a register is counted"),
    /** It counts, but the sender is another region's. */
    NOT_OF_SENDER(
        "不属于报送方辖区（仍计入）", "the region does not belong to the sender (it counts nevertheless)");

    private final Bilingual text;

    Reason(String zh, String en) {
      this.text = new Bilingual(zh, en);
    }

    /** It in words. */
    public Bilingual text() {
      return text;
    }

    /** The name used in data files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** These and others of the same key. */
  Unused plus(Unused other) {
    return new Unused(
        file, region, statistic, period, reason, values + other.values, Math.min(row, other.row));
  }

  /** All that tells one from another. */
  String key() {
    return String.join("\t", file, region, statistic, period, reason.name());
  }
}
