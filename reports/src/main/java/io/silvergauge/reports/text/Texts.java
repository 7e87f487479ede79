package io.silvergauge.reports.text;

import io.silvergauge.indicators.document.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one language, by key; {@code {name}} in a text is a place to fill. */
public final class Texts {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");
  private static final Map<Language, Texts> SHIPPED = shipped();

  private final Map<String, String> texts;

  private Texts(Map<String, String> texts) {
    this.texts = texts;
  }

  /** The shipped texts of a language. */
  public static Texts of(Language language) {
    return SHIPPED.get(language);
  }

  /** All texts as they stand in the bundle. */
  public Map<String, String> all() {
    return Collections.unmodifiableMap(texts);
  }

  /**
   * The text with this key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public String say(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("There is no text '%s'".formatted(key));
    }
    return text;
  }

  /**
   * The text with its places filled. What is filled in is taken as it stands, braces and all.
   *
   * @param fillings names and values in turn
   * @throws IllegalArgumentException if there is no such text or a place is left open
   */
  public String say(String key, Object... fillings) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < fillings.length; i += 2) {
      values.put((String) fillings[i], String.valueOf(fillings[i + 1]));
    }
    Matcher place = PLACE.matcher(say(key));
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String value = values.get(place.group(1));
      if (value == null) {
        throw new IllegalArgumentException(
            "Text '%s': nothing fills '%s'".formatted(key, place.group(1)));
      }
      place.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return place.appendTail(filled).toString();
  }

  private static Map<Language, Texts> shipped() {
    Map<Language, Texts> shipped = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      shipped.put(language, new Texts(read(language.code() + ".properties")));
    }
    return shipped;
  }

  private static Map<String, String> read(String bundle) {
    Properties properties = new Properties();
    try (InputStream bytes = Texts.class.getResourceAsStream(bundle);
        Reader characters = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      properties.load(characters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }
}
