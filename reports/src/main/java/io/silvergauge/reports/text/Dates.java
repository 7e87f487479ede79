package io.silvergauge.reports.text;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.statistic.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and periods in words. */
public final class Dates {
  private final Texts texts;
  private final DateTimeFormatter day;
  private final DateTimeFormatter month;
  private final DateTimeFormatter monthOfYear;

  /** Writes dates as this language does. */
  public Dates(Language language) {
    this.texts = Texts.of(language);
    Locale locale = language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    this.day = DateTimeFormatter.ofPattern(texts.say("date.day"), locale);
    this.month = DateTimeFormatter.ofPattern(texts.say("date.month"), locale);
    this.monthOfYear = DateTimeFormatter.ofPattern(texts.say("date.short.month"), locale);
  }

  /** A day given as {@code 2023-12-31}. */
  public String day(String iso) {
    return day.format(LocalDate.parse(iso));
  }

  /** A period given by its name, for example {@code 2023Q4}. */
  public String period(String name) {
    Period period = Period.parse(name);
    YearMonth from = period.from();
    String shortest = period.toString();
    int year = from.getYear();
    if (period.months() == 1) {
      return month.format(from);
    }
    if (shortest.length() == 4) {
      return texts.say("date.year", "year", year);
    }
    if (shortest.length() == 6) {
      String part = shortest.substring(4);
      return texts.say("date." + part, "year", year);
    }
    return texts.say("date.months", "from", month.format(from), "to", month.format(period.to()));
  }

  /** A period without its year, as an axis names it: {@code Q4}; whole where it has no short. */
  public String part(String name) {
    Period period = Period.parse(name);
    String shortest = period.toString();
    if (period.months() == 1) {
      return monthOfYear.format(period.from());
    }
    return shortest.length() == 6 ? texts.say("date.short." + shortest.substring(4)) : period(name);
  }

  /** The year that {@link #part} leaves out; empty where it leaves out none. */
  public String year(String name) {
    Period period = Period.parse(name);
    boolean part = period.months() == 1 || period.toString().length() == 6;
    return part ? texts.say("date.year", "year", period.from().getYear()) : "";
  }
}
