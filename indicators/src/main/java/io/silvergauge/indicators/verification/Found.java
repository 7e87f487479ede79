package io.silvergauge.indicators.verification;

import io.silvergauge.indicators.document.Bilingual;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a visit finds of something that was reported. */
public enum Found {
  /** It holds as reported. */
  CONFIRMED("属实", "confirmed"),
  /** It is there, in another number than reported. */
  CORRECTED("已更正", "corrected"),
  /** It could not be found. */
  NOT_FOUND("未找到", "not found"),
  /** It is not what it was reported to be. */
  FALSE("失实", "false");

  private final Bilingual text;

  Found(String zh, String en) {
    this.text = new Bilingual(zh, en);
  }

  /** Its name in words. */
  public Bilingual text() {
    return text;
  }

  /** The name used in data files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a data file names; empty where it names none of these. */
  public static Optional<Found> of(String code) {
    return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
