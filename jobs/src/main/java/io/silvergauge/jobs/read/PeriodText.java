package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Period;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period as a cell or title writes it. Full-width characters count as plain ones, blanks are
 * passed over, {@code —}, {@code ～}, {@code 至} and {@code 到} are dashes. Written are
 *
 * <pre>
 *   year       2023 · 2023年 · 2023年度 · 2023年全年
 *   half-year  2023H1 · 2023年上半年 · 2023年下半年
 *   quarter    2023Q3 · 2023-Q3 · 2023年三季度 · 2023年第三季度 · 2023年第3季度
 *   month      2023-06 · 2023/6 · 202306 · 2023.06 · 2023年6月 · 2023年6月份
 *   months     2023年4-6月 · 2022年10月-2023年3月 · 2023-01/2023-09
 *   so far     2023年1-9月 · 2023年前三季度 · 2023年1-3季度 · 2023年9月累计
 *   at the end 2023年末 · 2023年底 · 2023年三季度末 · 2023年9月底 · 截至2023年9月末
 * </pre>
 *
 * A day, a year of two digits and {@code 2023.6}, which a spreadsheet may have made of October, are
 * no periods.
 *
 * @param period its months; of one that is at the end, the last month
 * @param kind what its words say of the time it means
 */
public record PeriodText(Period period, Kind kind) {
  /** What the words say beside the months. */
  public enum Kind {
    /** The period as a whole. */
    WHOLE,
    /** From January to its end. */
    YEAR_TO_DATE,
    /** Its last day: a level, nothing that happened. */
    AT_END
  }

  /** Thrown where a text names no period. */
  public static final class NotAPeriodException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual hint;

    NotAPeriodException(String text, Bilingual hint) {
      super("'" + text + "' is no period: " + hint.en());
      this.hint = hint;
    }

    /** What would be right. */
    public Bilingual hint() {
      return hint;
    }
  }

  private static final int MAX_LENGTH = 60;
  private static final String YEAR = "(?<year>[0-9]{4})";
  private static final String ORDINAL = "(?:[1-9]|[一二两三四五六七八九]|I{1,3}|IV|V)";
  private static final Pattern WHOLE_YEAR = Pattern.compile(YEAR + "(?:年(?:度|全年)?|全年)?");
  private static final Pattern HALF =
      Pattern.compile(YEAR + "(?:-?H(?<number>[0-9])|年?(?<half>[上下])半年)");
  private static final Pattern QUARTER =
      Pattern.compile(
          YEAR + "(?:-?Q(?<number>[0-9])|年?(?:Q|第)?(?<quarter>" + ORDINAL + ")季度?|年Q(?<q>[0-9]))");
  private static final Pattern MONTH =
      Pattern.compile(
          YEAR + "(?:年(?<month>[0-9]{1,2})月份?|[-/](?<number>[0-9]{1,2})|\\.?(?<two>[0-9]{2}))");
  private static final Pattern MONTHS =
      Pattern.compile(YEAR + "年(?<from>[0-9]{1,2})月?-(?<to>[0-9]{1,2})月份?");
  private static final Pattern QUARTERS =
      Pattern.compile(YEAR + "年(?:前|(?<from>" + ORDINAL + ")-)(?<to>" + ORDINAL + ")个?季度");
  private static final Pattern RUN =
      Pattern.compile(
          "(?<from>[0-9]{4}年[0-9]{1,2}月)-(?<to>[0-9]{4}年[0-9]{1,2}月)"
              + "|(?<a>[0-9]{4}-[0-9]{2})/(?<b>[0-9]{4}-[0-9]{2})");

  private static final Bilingual FORMS =
      Bilingual.of(
          "应如 2023、2023Q4、2023H1、2023-10、2023年三季度、2023年1-9月、2023年末",
          "written are 2023, 2023Q4, 2023H1, 2023-10, 2023年三季度, 2023年1-9月, 2023年末");

  /**
   * The period a text names.
   *
   * @throws NotAPeriodException if it names none
   */
  public static PeriodText parse(String text) throws NotAPeriodException {
    if (text.length() > MAX_LENGTH) {
      throw new NotAPeriodException(text, FORMS);
    }
    String plain = folded(text);
    Matcher upTo = Pattern.compile("截[止-]?(.*)").matcher(plain);
    boolean prefixed = upTo.matches();
    plain = prefixed ? upTo.group(1) : plain;
    try {
      if (plain.matches(".*[末底]")) {
        Period period = whole(plain.substring(0, plain.length() - 1), text).period();
        return new PeriodText(Period.month(period.to()), Kind.AT_END);
      }
      if (plain.endsWith("累计")) {
        Period period = whole(plain.substring(0, plain.length() - 2), text).period();
        return new PeriodText(period.yearToDate(), Kind.YEAR_TO_DATE);
      }
      PeriodText found = whole(plain, text);
      return prefixed ? new PeriodText(Period.month(found.period.to()), Kind.AT_END) : found;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new NotAPeriodException(text, FORMS);
    }
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u00A0\\u3000]+", "")
        .replaceAll("[—–‒―−~〜至到]+", "-")
        .toUpperCase(Locale.ROOT);
  }

  private static PeriodText whole(String plain, String text) throws NotAPeriodException {
    Matcher matcher = WHOLE_YEAR.matcher(plain);
    if (matcher.matches()) {
      return run(year(matcher), 1, 12, Kind.WHOLE);
    }
    matcher = HALF.matcher(plain);
    if (matcher.matches()) {
      int half =
          matcher.group("half") == null
              ? number(matcher.group("number"))
              : matcher.group("half").equals("上") ? 1 : 2;
      check(half, 2, text, "半年应为 1 或 2", "a half-year is 1 or 2");
      return run(year(matcher), half * 6 - 5, half * 6, Kind.WHOLE);
    }
    matcher = QUARTER.matcher(plain);
    if (matcher.matches()) {
      int quarter = number(first(matcher, "number", "quarter", "q"));
      check(quarter, 4, text, "季度应为 1 至 4", "a quarter is 1 to 4");
      return run(year(matcher), quarter * 3 - 2, quarter * 3, Kind.WHOLE);
    }
    matcher = MONTH.matcher(plain);
    if (matcher.matches()) {
      int month = number(first(matcher, "month", "number", "two"));
      checkMonth(month, text);
      return run(year(matcher), month, month, Kind.WHOLE);
    }
    return several(plain, text);
  }

  /** Periods of several months or quarters. */
  private static PeriodText several(String plain, String text) throws NotAPeriodException {
    Matcher matcher = MONTHS.matcher(plain);
    if (matcher.matches()) {
      int from = number(matcher.group("from"));
      int to = number(matcher.group("to"));
      checkMonth(from, text);
      checkMonth(to, text);
      checkOrder(from, to, text);
      return run(year(matcher), from, to, from == 1 && to > 1 ? Kind.YEAR_TO_DATE : Kind.WHOLE);
    }
    matcher = QUARTERS.matcher(plain);
    if (matcher.matches()) {
      int from = matcher.group("from") == null ? 1 : number(matcher.group("from"));
      int to = number(matcher.group("to"));
      check(from, 4, text, "季度应为 1 至 4", "a quarter is 1 to 4");
      check(to, 4, text, "季度应为 1 至 4", "a quarter is 1 to 4");
      checkOrder(from, to, text);
      return run(year(matcher), from * 3 - 2, to * 3, from == 1 ? Kind.YEAR_TO_DATE : Kind.WHOLE);
    }
    matcher = RUN.matcher(plain);
    if (matcher.matches()) {
      YearMonth from = month(first(matcher, "from", "a"), text);
      YearMonth to = month(first(matcher, "to", "b"), text);
      if (to.isBefore(from)) {
        throw backwards(text);
      }
      return new PeriodText(new Period(from, to), Kind.WHOLE);
    }
    throw new NotAPeriodException(text, FORMS);
  }

  private static YearMonth month(String written, String text) throws NotAPeriodException {
    return whole(written, text).period().to();
  }

  private static PeriodText run(int year, int from, int to, Kind kind) {
    return new PeriodText(new Period(YearMonth.of(year, from), YearMonth.of(year, to)), kind);
  }

  private static int year(Matcher matcher) {
    return Integer.parseInt(matcher.group("year"));
  }

  private static String first(Matcher matcher, String... groups) {
    for (String group : groups) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    throw new IllegalStateException("No group matched");
  }

  private static int number(String written) {
    return switch (written) {
      case "一", "I" -> 1;
      case "二", "两", "II" -> 2;
      case "三", "III" -> 3;
      case "四", "IV" -> 4;
      case "五", "V" -> 5;
      case "六" -> 6;
      case "七" -> 7;
      case "八" -> 8;
      case "九" -> 9;
      default -> Integer.parseInt(written);
    };
  }

  private static void checkMonth(int month, String text) throws NotAPeriodException {
    check(month, 12, text, "月份应为 1 至 12", "a month is 1 to 12");
  }

  private static void check(int number, int most, String text, String zh, String en)
      throws NotAPeriodException {
    if (number < 1 || number > most) {
      throw new NotAPeriodException(text, new Bilingual(zh, en));
    }
  }

  private static void checkOrder(int from, int to, String text) throws NotAPeriodException {
    if (to < from) {
      throw backwards(text);
    }
  }

  private static NotAPeriodException backwards(String text) {
    return new NotAPeriodException(
        text,
        new Bilingual("结束早于开始，应先写较早的月份", "it ends before it begins; write the earlier first"));
  }
}
