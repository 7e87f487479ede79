package io.silvergauge.indicators.region;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import java.io.Serializable;

/**
 * An administrative unit.
 *
 * @param code its code: GB/T 2260, the statistics bureau's, or any text an assessment uses
 * @param name its Chinese and English name; the English one may be empty
 * @param level what kind of unit it is, for example {@code prefecture} or {@code development_zone}
 * @param parent code of the unit it belongs to; empty for the topmost
 * @param validity the days on which the code was in force
 * @param pinyin sorting key of the name; empty where none is known
 */
public record Region(
    String code, Bilingual name, String level, String parent, Validity validity, String pinyin)
    implements Serializable {
  public Region {
    if (code.isBlank() || level.isBlank()) {
      throw new IllegalArgumentException("A region needs a code and a level");
    }
  }

  /** The name in a language; the Chinese one where there is no English one. */
  public String nameIn(Language language) {
    return name.in(language).isEmpty() ? name.zh() : name.in(language);
  }
}
