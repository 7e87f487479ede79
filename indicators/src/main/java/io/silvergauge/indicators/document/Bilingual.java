package io.silvergauge.indicators.document;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * One text in Chinese and in English.
 *
 * @param zh the Chinese text
 * @param en the English text
 */
public record Bilingual(String zh, String en) implements Serializable {
  /** No text in either language. */
  public static final Bilingual EMPTY = new Bilingual("", "");

  public Bilingual {
    Objects.requireNonNull(zh, "zh");
    Objects.requireNonNull(en, "en");
  }

  /** The same text in both languages, for codes and names that have no translation. */
  public static Bilingual same(String text) {
    return new Bilingual(text, text);
  }

  /**
   * Both templates filled with the same arguments; a {@code Bilingual} argument appears in its own
   * language in each.
   *
   * @param zh Chinese template in the syntax of {@link String#format}
   * @param en English template
   */
  public static Bilingual of(String zh, String en, Object... arguments) {
    return new Bilingual(fill(zh, Language.ZH, arguments), fill(en, Language.EN, arguments));
  }

  /** The text in {@code language}. */
  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }

  private static String fill(String template, Language language, Object... arguments) {
    Object[] spoken = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      spoken[i] = arguments[i] instanceof Bilingual text ? text.in(language) : arguments[i];
    }
    return String.format(Locale.ROOT, template, spoken);
  }
}
