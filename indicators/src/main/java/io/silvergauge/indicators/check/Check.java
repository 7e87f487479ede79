package io.silvergauge.indicators.check;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that reported values should keep, declared in a scheme. Levels are those of the
 * European Statistical System: 0 format, 1 within a file, 2 against other files of the source, 3
 * against other sources of the domain, 4 against other domains, 5 against other institutions.
 *
 * @param id its id
 * @param level 0 to 5
 * @param severity what becomes of a value it speaks against
 * @param message what it says, with names in braces for the values it saw
 * @param rule what should hold
 */
public record Check(String id, int level, Severity severity, Bilingual message, Rule rule)
    implements Serializable {
  /** Name of the place in messages. */
  public static final String REGION = "region";

  /** Name of the period in messages. */
  public static final String PERIOD = "period";

  private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");

  public Check {
    if (level < 0 || level > 5) {
      throw new IllegalArgumentException(
          "Check '%s': level must be 0 to 5, but was %s".formatted(id, level));
    }
  }

  /** The names a text uses in braces, sorted. */
  public static Set<String> words(Bilingual text) {
    Set<String> words = new TreeSet<>();
    for (String one : new String[] {text.zh(), text.en()}) {
      WORD.matcher(one).results().map(word -> word.group(1)).forEach(words::add);
    }
    return words;
  }

  /** The names its message can use in braces, sorted. */
  public static Set<String> known(Rule rule) {
    Set<String> known = new TreeSet<>(rule.words());
    known.addAll(rule.statistics());
    known.addAll(Set.of(REGION, PERIOD));
    return known;
  }

  /** The message about a place with the values filled in; what was not seen shows as {@code –}. */
  public Bilingual said(Bilingual region, String period, Map<String, String> words) {
    return new Bilingual(
        filled(message.zh(), region.zh(), period, words),
        filled(message.en(), region.en().isEmpty() ? region.zh() : region.en(), period, words));
  }

  private static String filled(
      String text, String region, String period, Map<String, String> words) {
    return WORD.matcher(text)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    switch (word.group(1)) {
                      case REGION -> region;
                      case PERIOD -> period;
                      default -> words.getOrDefault(word.group(1), "–");
                    }));
  }
}
