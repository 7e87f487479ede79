package io.silvergauge.jobs.form;

import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form looks like. A sheet has its title in row 1, a reminder in row 2, English heads in row
 * 3, Chinese heads in row 4, ids in row 5, and below them a row a region, a row a region and item,
 * or a row a record. Changed only together with {@link #VERSION}.
 */
public final class FormLayout {
  /** What a form names itself; another version is refused by name. */
  public static final String VERSION = "SilverGauge 1";

  /** Row of the Chinese heads, from 1; the ids stand below. */
  public static final int HEAD_ROW = 4;

  /** First row to fill in, from 1. */
  public static final int FIRST_ROW = 6;

  /** Code of the region. */
  public static final FormHead REGION = new FormHead("#region", "行政区划代码", "Region code");

  /** Name of the region. */
  public static final FormHead NAME = new FormHead("#name", "地区", "Region");

  /** Item of which it is said whether it is in place. */
  public static final FormHead ITEM = new FormHead("#item", "事项", "Item");

  /** Whether the item is in place. */
  public static final FormHead VALUE = new FormHead("#value", "是否建立", "In place");

  /** The document that put it in place. */
  public static final FormHead DOCUMENT = new FormHead("#document", "文件名称及文号", "Document");

  /** The day of that document. */
  public static final FormHead DATE = new FormHead("#date", "印发日期", "Date of issue");

  /** The answers to an item. */
  public static final Map<String, String> ANSWERS = Map.of("是", "1", "否", "0");

  /** What may be written in place of a number, and what it means; an empty cell is missing too. */
  public static final Map<String, Mark> MARKS = marks();

  private FormLayout() {}

  private static Map<String, Mark> marks() {
    Map<String, Mark> marks = new LinkedHashMap<>();
    marks.put("缺报", Mark.MISSING);
    marks.put("数据过小", Mark.TOO_SMALL);
    marks.put("不适用", Mark.NOT_APPLICABLE);
    return marks;
  }

  /** The head of a statistic's column: its name, its unit, and whether it counts from January. */
  public static FormHead head(Statistic statistic) {
    boolean sinceJanuary = statistic.time() == TimeKind.YEAR_TO_DATE;
    return new FormHead(
        statistic.id(),
        statistic.name().zh() + (sinceJanuary ? "，1月起累计" : "") + "（" + statistic.unit() + "）",
        statistic.name().en() + (sinceJanuary ? ", since January" : ""));
  }

  /** The head of a field's column: its name and its unit. */
  public static FormHead head(Field field) {
    String unit = field.unit().isEmpty() ? "" : "（" + field.unit() + "）";
    return new FormHead(field.id(), field.name().zh() + unit, field.name().en());
  }

  /** What an item is called in the form: its name, with its id where several have that name. */
  public static String item(Statistic statistic, Scheme scheme) {
    String name = statistic.name().zh();
    boolean alone =
        scheme.statistics().values().stream().filter(one -> one.name().zh().equals(name)).count()
            == 1;
    return alone ? name : name + "（" + statistic.id() + "）";
  }

  /** The heads of a sheet of items. */
  public static List<FormHead> items() {
    return List.of(REGION, NAME, ITEM, VALUE, DOCUMENT, DATE);
  }
}
