package io.silvergauge.indicators.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language of messages and reports. */
public enum Language {
  /** Simplified Chinese, zh-CN. */
  ZH,
  /** English. */
  EN;

  /** The code used in options and file names, {@code zh} or {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language with this code, if there is one. */
  public static Optional<Language> of(String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }
}
