package io.silvergauge.indicators.formula;

import io.silvergauge.indicators.document.Bilingual;

/** Thrown for a text that is no formula; says at which character and what was expected. */
public final class FormulaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final Bilingual text;

  FormulaException(int position, Bilingual text) {
    super("position " + position + ": " + text.en());
    this.position = position;
    this.text = text;
  }

  /** Something else than was expected stands at a place, from 0. */
  static FormulaException unexpected(String text, int at, Bilingual expected) {
    Bilingual found =
        at < text.length()
            ? Bilingual.of("“%s”", "'%s'", text.substring(at, text.offsetByCodePoints(at, 1)))
            : new Bilingual("结尾", "the end");
    return new FormulaException(
        at + 1, Bilingual.of("此处应为%s，却是%s", "expected %s, found %s", expected, found));
  }

  /** The character at fault, from 1. */
  public int position() {
    return position;
  }

  /** What is wrong, with its position. */
  public Bilingual text() {
    return Bilingual.of("第 %d 个字符：%s", "at character %d: %s", position, text);
  }
}
