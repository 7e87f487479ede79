package io.silvergauge.indicators.formula;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.formula.Condition.Comparison;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Recursive-descent parser of conditions; figures in them are read by {@link FormulaParser}.
 *
 * <pre>
 * either = both { "or" both }
 * both   = one { "and" one }
 * one    = "not" one | "(" either ")" | "missing" "(" name ")"
 *        | name "in" "(" text { "," text } ")" | name ("=" | "!=") text
 *        | sum comparison (sum | day) | name
 * text   = "'" characters "'"        day = "'" year "-" month "-" day "'"
 * </pre>
 */
final class ConditionParser {
  private static final int MAX_LENGTH = 2000;
  private static final int MAX_DEPTH = 50;
  private static final Set<String> WORDS =
      Set.of("and", "or", "not", "in", "missing", "min", "max");

  private final String text;
  private final Map<String, FieldType> fields;
  private int at;
  private int depth;

  ConditionParser(String text, Map<String, FieldType> fields) {
    this.text = text;
    this.fields = fields;
  }

  Condition parse() {
    if (text.length() > MAX_LENGTH) {
      throw new FormulaException(
          MAX_LENGTH,
          Bilingual.of("条件超过 %d 个字符", "a condition has at most %d characters", MAX_LENGTH));
    }
    Condition condition = either();
    if (peek() != 0) {
      throw unexpected("and、or 或条件结尾", "and, or, or the end");
    }
    return condition;
  }

  private Condition either() {
    if (++depth > MAX_DEPTH) {
      throw new FormulaException(
          at + 1, Bilingual.of("嵌套超过 %d 层", "nested deeper than %d", MAX_DEPTH));
    }
    Condition left = both();
    while (word("or")) {
      left = new Condition.Either(left, both());
    }
    depth--;
    return left;
  }

  private Condition both() {
    Condition left = one();
    while (word("and")) {
      left = new Condition.Both(left, one());
    }
    return left;
  }

  private Condition one() {
    boolean not = false;
    while (word("not")) {
      not = !not;
    }
    Condition condition = test();
    return not ? new Condition.Not(condition) : condition;
  }

  private Condition test() {
    if (peek() == '(' && !isFigure()) {
      at++;
      Condition inner = either();
      expect(')');
      return inner;
    }
    if (word("missing")) {
      expect('(');
      String field = field();
      expect(')');
      return new Condition.Missing(field);
    }
    int start = at;
    if (isNameStart(peek())) {
      String name = name();
      FieldType type = fields.get(name);
      if (type == FieldType.TEXT) {
        return ofText(name);
      }
      if (type == FieldType.YES_NO && !isOperator(peek())) {
        return new Condition.Yes(name);
      }
      at = start;
    }
    return compared();
  }

  /** Whether the bracket at this place belongs to a figure: an operator follows it. */
  private boolean isFigure() {
    int open = 0;
    boolean quoted = false;
    for (int i = at; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\'') {
        quoted = !quoted;
      } else if (!quoted && sign == '(') {
        open++;
      } else if (!quoted && sign == ')' && --open == 0) {
        int after = i + 1;
        while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
          after++;
        }
        return after < text.length() && isOperator(text.charAt(after));
      }
    }
    return false;
  }

  private Condition ofText(String field) {
    boolean not = word("not");
    if (not || isWord("in")) {
      if (!word("in")) {
        throw unexpected("in", "in");
      }
      expect('(');
      Set<String> texts = new LinkedHashSet<>(Set.of(quoted()));
      while (peek() == ',') {
        at++;
        texts.add(quoted());
      }
      expect(')');
      Condition one = new Condition.OneOf(field, texts);
      return not ? new Condition.Not(one) : one;
    }
    peek();
    int start = at;
    Comparison comparison = comparison();
    if (comparison != Comparison.EQUAL && comparison != Comparison.UNEQUAL) {
      throw new FormulaException(
          start + 1,
          Bilingual.of("“%s”是文字，只能用 =、!= 或 in", "'%s' is a text; it takes =, != or in", field));
    }
    Condition one = new Condition.OneOf(field, Set.of(quoted()));
    return comparison == Comparison.EQUAL ? one : new Condition.Not(one);
  }

  private Condition compared() {
    int start = at;
    Formula left = figure();
    Comparison comparison = comparison();
    if (peek() == '\'') {
      checkDates(left, start);
      return new Condition.Dated(left.toString(), comparison, day());
    }
    int second = at;
    Formula right = figure();
    if (isDate(left) != isDate(right)) {
      throw new FormulaException(
          second + 1, new Bilingual("日期只能与日期比较", "a date can be compared with a date only"));
    }
    return new Condition.Compared(left, comparison, right);
  }

  private Formula figure() {
    peek();
    int start = at;
    FormulaParser parser = new FormulaParser(text, at);
    Formula figure = parser.sum();
    at = parser.position();
    for (String name : figure.inputs()) {
      FieldType type = typeOf(name, start);
      if (type == FieldType.TEXT) {
        throw new FormulaException(
            start + 1, Bilingual.of("“%s”是文字，不能计算", "'%s' is a text, not a figure", name));
      }
      if (type == FieldType.DATE && !(figure instanceof Formula.Input)) {
        throw new FormulaException(
            start + 1, Bilingual.of("“%s”是日期，不能计算", "'%s' is a date, not a figure", name));
      }
    }
    return figure;
  }

  private boolean isDate(Formula figure) {
    return figure instanceof Formula.Input input && fields.get(input.name()) == FieldType.DATE;
  }

  private void checkDates(Formula left, int start) {
    if (!isDate(left)) {
      throw new FormulaException(
          start + 1,
          Bilingual.of(
              "“%s”不是日期，不能与引号中的日期比较", "'%s' is no date, so it cannot be compared with one", left));
    }
  }

  private LocalDate day() {
    int start = at;
    String day = quoted();
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw new FormulaException(
          start + 1,
          Bilingual.of("“%s”不是日期，应如 2023-12-31", "'%s' is not a date such as 2023-12-31", day));
    }
  }

  private Comparison comparison() {
    char first = peek();
    String two = at + 1 < text.length() ? text.substring(at, at + 2) : "";
    Comparison comparison =
        switch (two) {
          case "<=" -> Comparison.AT_MOST;
          case ">=" -> Comparison.AT_LEAST;
          case "!=" -> Comparison.UNEQUAL;
          default -> null;
        };
    if (comparison != null) {
      at += 2;
      return comparison;
    }
    comparison =
        switch (first) {
          case '<' -> Comparison.LESS;
          case '≤' -> Comparison.AT_MOST;
          case '=' -> Comparison.EQUAL;
          case '≠' -> Comparison.UNEQUAL;
          case '≥' -> Comparison.AT_LEAST;
          case '>' -> Comparison.MORE;
          default -> throw unexpected("比较符号（= != < <= > >=）", "a comparison (= != < <= > >=)");
        };
    at++;
    return comparison;
  }

  private String quoted() {
    if (peek() != '\'') {
      throw unexpected("单引号中的文字", "a text in single quotes");
    }
    int end = text.indexOf('\'', at + 1);
    if (end < 0) {
      throw new FormulaException(at + 1, new Bilingual("引号未闭合", "the quote is not closed"));
    }
    String inside = text.substring(at + 1, end);
    at = end + 1;
    return inside;
  }

  private String field() {
    int start = at;
    if (!isNameStart(peek())) {
      throw unexpected("字段名", "the name of a field");
    }
    String name = name();
    typeOf(name, start);
    return name;
  }

  private FieldType typeOf(String name, int start) {
    FieldType type = fields.get(name);
    if (type == null) {
      throw new FormulaException(
          start + 1,
          Bilingual.of(
              "未知字段“%s”%s",
              "unknown field '%s'%s", name, Suggestion.nearest(name, fields.keySet())));
    }
    return type;
  }

  private String name() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    if (WORDS.contains(name) && !name.equals("min") && !name.equals("max")) {
      at = start;
      throw unexpected("字段名", "the name of a field");
    }
    return name;
  }

  /** Whether a word stands here, and nothing longer. */
  private boolean isWord(String word) {
    peek();
    int end = at + word.length();
    return text.startsWith(word, at) && (end == text.length() || !isNamePart(text.charAt(end)));
  }

  /** Passes over a word, if it stands here. */
  private boolean word(String word) {
    boolean here = isWord(word);
    if (here) {
      at += word.length();
    }
    return here;
  }

  private void expect(char sign) {
    if (peek() != sign) {
      throw unexpected("“" + sign + "”", "'" + sign + "'");
    }
    at++;
  }

  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private FormulaException unexpected(String zh, String en) {
    return FormulaException.unexpected(text, at, new Bilingual(zh, en));
  }

  private static boolean isOperator(char sign) {
    return "<>=!≤≥≠+-−*×/÷".indexOf(sign) >= 0;
  }

  private static boolean isNameStart(char sign) {
    return (sign >= 'a' && sign <= 'z') || sign == '_';
  }

  private static boolean isNamePart(char sign) {
    return isNameStart(sign) || (sign >= '0' && sign <= '9');
  }
}
