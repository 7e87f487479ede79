package io.silvergauge.reports.docx;

import io.silvergauge.indicators.document.Language;

/** Numbers of headings as {@code numbering.*.xml} has them, for the contents. */
final class HeadingNumbers {
  private static final String DIGITS = "〇一二三四五六七八九";

  private final boolean chinese;
  private int first;
  private int second;

  HeadingNumbers(Language language) {
    this.chinese = language == Language.ZH;
  }

  /** The number of the next heading of the first or second level, with what follows it. */
  String next(boolean upper) {
    if (upper) {
      first++;
      second = 0;
      return chinese ? counted(first) + "、" : first + " ";
    }
    second++;
    return chinese ? "（" + counted(second) + "）" : first + "." + second + " ";
  }

  /** As one counts below a hundred: 十, 十一, 二十. */
  static String counted(int number) {
    int tens = number / 10;
    String ten = tens == 0 ? "" : (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十";
    int one = number % 10;
    return ten + (one == 0 ? "" : DIGITS.substring(one, one + 1));
  }
}
