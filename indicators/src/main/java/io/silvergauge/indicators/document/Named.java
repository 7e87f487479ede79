package io.silvergauge.indicators.document;

import java.util.List;
import java.util.function.Function;

/** Names in a sentence: the first of them, and a sign where there are more. */
public final class Named {
  private static final int SHOWN = 10;
  private static final String MORE = " …";

  private Named() {}

  /** Codes or names that are the same in every language, with commas between them. */
  public static String first(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
        + (names.size() > SHOWN ? MORE : "");
  }

  /** Things that are named by one of their fields. */
  public static <T> String first(List<T> things, Function<T, String> name) {
    return first(things.stream().map(name).toList());
  }

  /** Names in two languages, each with the commas of its own. */
  public static Bilingual firstOf(List<Bilingual> names) {
    Bilingual said = Bilingual.EMPTY;
    for (Bilingual name : names.subList(0, Math.min(SHOWN, names.size()))) {
      said = said.equals(Bilingual.EMPTY) ? name : Bilingual.of("%s、%s", "%s; %s", said, name);
    }
    return names.size() > SHOWN ? Bilingual.of("%s%s", "%s%s", said, MORE) : said;
  }
}
