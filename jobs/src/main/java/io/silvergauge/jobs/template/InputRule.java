package io.silvergauge.jobs.template;

import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.indicators.statistic.Units;
import io.silvergauge.jobs.form.FormLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;

/**
 * What Excel and WPS let people type into a cell. It spares a province a reject; it settles
 * nothing, for cells that are pasted pass it by.
 *
 * @param condition a formula in which {@code #} stands for the cell; or the texts of a list
 * @param list whether the condition is a list of texts to choose from
 * @param message what would be right
 */
record InputRule(String condition, boolean list, String message) {
  /** Texts of a list may have so many letters together. */
  private static final int LIST = 250;

  private static final Set<String> COUNTED = Set.of("persons", "beds", "households", "items");
  private static final String MARKS =
      FormLayout.MARKS.keySet().stream()
          .map(mark -> "#=\"" + mark + "\"")
          .collect(Collectors.joining(","));
  private static final String MARK_NAMES = String.join("、", FormLayout.MARKS.keySet());

  /** The rule for a statistic: a number it can take, or one of the marks. */
  static InputRule of(Statistic statistic, Units units) {
    List<String> all = new ArrayList<>(List.of("ISNUMBER(#)"));
    StringBuilder right = new StringBuilder("应为");
    boolean whole = isCount(statistic.unit(), units);
    right.append(whole ? "整数" : "数字");
    if (!statistic.negative()) {
      all.add("#>=0");
      right.append("，不小于 0");
    }
    if (statistic.most().compareTo(Statistic.UNLIMITED) < 0) {
      String most = statistic.most().stripTrailingZeros().toPlainString();
      all.add("#<=" + most);
      right.append("，不大于 ").append(most);
    }
    if (whole) {
      all.add("#=INT(#)");
    }
    right
        .append("（单位：")
        .append(statistic.unit())
        .append("），或 ")
        .append(MARK_NAMES)
        .append("；缺报也可留空。");
    return new InputRule(
        "OR(" + MARKS + ",AND(" + String.join(",", all) + "))", false, right.toString());
  }

  /** Things that are counted one by one; ten thousand persons may be a broken number. */
  private static boolean isCount(String symbol, Units units) {
    Unit unit = units.find(symbol).orElse(null);
    return unit != null && COUNTED.contains(unit.quantity()) && unit.factor().equals(Fraction.ONE);
  }

  /** The rule for a field of a register. */
  static InputRule of(Field field) {
    if (field.form() == Field.Form.CREDIT_CODE) {
      return new InputRule("LEN(#)=18", false, "应为 18 位统一社会信用代码。");
    }
    return switch (field.type()) {
      case NUMBER -> new InputRule("AND(ISNUMBER(#),#>=0)", false, "应为不小于 0 的数字；不知道时留空。");
      case DATE -> date();
      case YES_NO -> new InputRule("是,否", true, "应为 是 或 否；不知道时留空。");
      case TEXT -> {
        String texts = String.join(",", field.values());
        boolean fits =
            !field.values().isEmpty()
                && texts.length() <= LIST
                && field.values().stream().noneMatch(text -> text.contains(","));
        yield fits ? new InputRule(texts, true, "请从下拉列表中选择。") : new InputRule("", false, "");
      }
    };
  }

  /** A day. */
  static InputRule date() {
    return new InputRule("AND(ISNUMBER(#),#>=1,#<73051)", false, "应为日期，如 2023-12-31；不知道时留空。");
  }

  /** In place or not. */
  static InputRule answers() {
    return new InputRule("是,否,不适用,缺报", true, "应为 是、否、不适用 或 缺报。");
  }

  /** One of the texts that stand in other cells. */
  static void oneOf(Range texts, Range cells) {
    cells
        .validateWithList(texts)
        .allowBlank(true)
        .showErrorMessage(true)
        .errorStyle(DataValidationErrorStyle.STOP)
        .errorTitle("请改正")
        .error("请从下拉列表中选择。");
  }

  /** Lays the rule on cells. */
  void apply(Range cells) {
    if (condition.isEmpty()) {
      return;
    }
    if (list) {
      cells
          .validateWithListByFormula(escaped("\"" + condition.replace("\"", "\"\"") + "\""))
          .allowBlank(true)
          .showErrorMessage(true)
          .errorStyle(DataValidationErrorStyle.STOP)
          .errorTitle("请改正")
          .error(escaped(message));
      return;
    }
    String cell = cells.toString().replaceAll(":.*", "");
    cells
        .validateWithFormula(escaped(condition.replace("#", cell)))
        .allowBlank(true)
        .showErrorMessage(true)
        .errorStyle(DataValidationErrorStyle.STOP)
        .errorTitle("请改正")
        .error(escaped(message));
  }

  /** What fastexcel writes as it stands. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
