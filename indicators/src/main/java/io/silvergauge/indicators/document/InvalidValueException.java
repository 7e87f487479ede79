package io.silvergauge.indicators.document;

/**
 * Thrown by a value that would be invalid from birth; says in both languages what would be right.
 */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Bilingual text;

  /** A refusal in words. */
  public InvalidValueException(Bilingual text) {
    super(text.en());
    this.text = text;
  }

  /** What is wrong, and what would be right. */
  public Bilingual text() {
    return text;
  }
}
