package io.silvergauge.reports.text;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.outcome.Verdict;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** How a report in one language says things: texts, numbers with units, dates, names. */
public final class Wording {
  /** Longer names are cut where they are shown. */
  private static final int LONGEST_NAME = 80;

  private static final String PERCENT = "%";

  /** Ending of the keys whose texts speak of regions instead of cities. */
  private static final String REGIONS = ".regions";

  private final Language language;
  private final boolean cities;
  private final Texts texts;
  private final Figures figures;
  private final Dates dates;

  /**
   * The wording of a language.
   *
   * @param cities whether those evaluated are cities with plans; else the texts speak of regions
   */
  public Wording(Language language, boolean cities) {
    this.language = language;
    this.cities = cities;
    this.texts = Texts.of(language);
    this.figures = new Figures(language);
    this.dates = new Dates(language);
  }

  /** The language. */
  public Language language() {
    return language;
  }

  /** Its numbers. */
  public Figures figures() {
    return figures;
  }

  /** Its dates. */
  public Dates dates() {
    return dates;
  }

  /** The text with this key. */
  public String say(String key) {
    return texts.say(spoken(key));
  }

  /** The text with this key, filled. */
  public String say(String key, Object... fillings) {
    return texts.say(spoken(key), fillings);
  }

  /** The word for a code of some kind; else the code. */
  public String word(String kind, String code) {
    String key = spoken(kind + "." + code);
    return texts.all().getOrDefault(key, code);
  }

  /** Why there is no amount, by the code of its {@link Reason}. */
  public String reason(String code) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .map(reason -> text(reason.text()))
        .orElse(code == null ? say("word.no.reason") : code);
  }

  /** How an indicator stands to a target, by the code of its {@link Verdict}. */
  public String verdict(String code) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.code().equals(code))
        .findFirst()
        .map(verdict -> text(verdict.text()))
        .orElse(code);
  }

  /** A text of the model; the Chinese one where the other is empty. */
  public String text(Bilingual text) {
    String spoken = text.in(language);
    return spoken.isEmpty() ? text.zh() : spoken;
  }

  /** A name, cut where it is longer than any real one. */
  public String name(Bilingual name) {
    return cut(text(name));
  }

  /** A name or code, cut where it is longer than any real one. */
  public String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  /** The name and, where the city is known by it, the code. */
  public String place(Bilingual name, String code) {
    return text(name).isEmpty() ? cut(code) : name(name);
  }

  /** A printed number with its unit. */
  public String withUnit(String number, String unit) {
    String word = word("unit", unit);
    if (word.isEmpty()) {
      return number;
    }
    // 18,025 2017国际元: without a space the two numbers would read as one.
    boolean digit = Character.isDigit(word.charAt(0));
    return number + (digit ? "\u00a0" : say(gap(unit))) + word;
  }

  /** A distance between two values; percents lie percentage points apart. */
  public String distance(String number, String unit) {
    return unit.equals(PERCENT) ? say("amount.points", "number", number) : withUnit(number, unit);
  }

  /** A part from 0 to 1 as a percentage; only the whole is printed as 100. */
  public String percent(BigDecimal part) {
    return percent(part, BigDecimal.ONE);
  }

  /** A part as a percentage that tells whether it reaches {@code least}. */
  public String percent(BigDecimal part, BigDecimal least) {
    return withUnit(figures.percent(part, least), PERCENT);
  }

  /** Items one after the other, for example in a sentence. */
  public String list(List<String> items) {
    return String.join(say("list.between"), items);
  }

  /** Sentences one after the other. */
  public String sentences(List<String> sentences) {
    return String.join(say("list.sentences"), sentences);
  }

  private String spoken(String key) {
    return !cities && texts.all().containsKey(key + REGIONS) ? key + REGIONS : key;
  }

  private static String gap(String unit) {
    return unit.equals(PERCENT) ? "unit.gap.percent" : "unit.gap";
  }
}
