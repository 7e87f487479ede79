package io.silvergauge.indicators.formula;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Recursive-descent parser of the formula language.
 *
 * <pre>
 * sum     = product { ("+" | "-" | "−") product }
 * product = factor { ("*" | "×" | "/" | "÷") factor }
 * factor  = number | name | ("min" | "max") "(" sum { "," sum } ")" | "(" sum ")" | "-" factor
 * </pre>
 */
final class FormulaParser {
  private static final int MAX_LENGTH = 2000;
  private static final int MAX_DEPTH = 50;
  private static final int MAX_DIGITS = 30;

  private final String text;
  private int at;
  private int depth;

  FormulaParser(String text) {
    this(text, 0);
  }

  /** Reads a figure that begins within a text. */
  FormulaParser(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** Where what was read ends. */
  int position() {
    return at;
  }

  Formula parse() {
    if (text.length() > MAX_LENGTH) {
      throw new FormulaException(
          MAX_LENGTH,
          Bilingual.of("公式超过 %d 个字符", "a formula has at most %d characters", MAX_LENGTH));
    }
    Formula formula = sum();
    peek();
    if (at < text.length()) {
      throw unexpected("运算符或公式结尾", "an operator or the end");
    }
    return formula;
  }

  Formula sum() {
    if (++depth > MAX_DEPTH) {
      throw new FormulaException(
          at + 1, Bilingual.of("嵌套超过 %d 层", "nested deeper than %d", MAX_DEPTH));
    }
    Formula left = product();
    for (char sign = peek(); isSum(sign); sign = peek()) {
      at++;
      left = new Formula.Binary(sign == '+' ? Operation.PLUS : Operation.MINUS, left, product());
    }
    depth--;
    return left;
  }

  private Formula product() {
    Formula left = factor();
    for (char sign = peek(); isProduct(sign); sign = peek()) {
      at++;
      Operation operation = sign == '*' || sign == '×' ? Operation.TIMES : Operation.DIVIDED_BY;
      left = new Formula.Binary(operation, left, factor());
    }
    return left;
  }

  private Formula factor() {
    char next = peek();
    if (next == '(') {
      at++;
      Formula inner = sum();
      expect(')');
      return inner;
    }
    if (next == '-' || next == '−') {
      return negative();
    }
    if (next >= '0' && next <= '9') {
      return number();
    }
    if (isNameStart(next)) {
      return nameOrCall();
    }
    throw unexpected("统计量、数字或左括号", "a statistic, a number or '('");
  }

  private Formula negative() {
    if (++depth > MAX_DEPTH) {
      throw new FormulaException(
          at + 1, Bilingual.of("嵌套超过 %d 层", "nested deeper than %d", MAX_DEPTH));
    }
    at++;
    Formula inner = factor();
    depth--;
    return new Formula.Binary(Operation.MINUS, new Formula.Constant(Fraction.ZERO), inner);
  }

  private Formula number() {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      int decimals = at;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      if (at == decimals) {
        throw unexpected("小数点后的数字", "a digit after the point");
      }
    }
    if (at - start > MAX_DIGITS) {
      throw new FormulaException(
          start + 1, Bilingual.of("数字超过 %d 位", "a number has at most %d digits", MAX_DIGITS));
    }
    return new Formula.Constant(Fraction.of(new BigDecimal(text.substring(start, at))));
  }

  private Formula nameOrCall() {
    int start = at;
    while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    String name = text.substring(start, at);
    boolean call = peek() == '(';
    if (!call) {
      return new Formula.Input(name);
    }
    if (!name.equals("min") && !name.equals("max")) {
      throw new FormulaException(
          start + 1,
          Bilingual.of(
              "未知函数“%s”，可用 min、max", "unknown function '%s'; known are min and max", name));
    }
    at++;
    List<Formula> arguments = new ArrayList<>(List.of(sum()));
    while (peek() == ',') {
      at++;
      arguments.add(sum());
    }
    expect(')');
    return new Formula.Extreme(name.equals("max"), arguments);
  }

  private void expect(char sign) {
    if (peek() != sign) {
      throw unexpected("“" + sign + "”", "'" + sign + "'");
    }
    at++;
  }

  /** The next character that is not a blank; 0 at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private FormulaException unexpected(String zh, String en) {
    return FormulaException.unexpected(text, at, new Bilingual(zh, en));
  }

  private static boolean isSum(char sign) {
    return sign == '+' || sign == '-' || sign == '−';
  }

  private static boolean isProduct(char sign) {
    return sign == '*' || sign == '×' || sign == '/' || sign == '÷';
  }

  private static boolean isNameStart(char sign) {
    return (sign >= 'a' && sign <= 'z') || sign == '_';
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }
}
