package io.silvergauge.jobs.sample;

/**
 * A column of a provincial file.
 *
 * @param key the statistic or field it reports, or {@code code}, {@code name}, {@code period},
 *     {@code date}
 * @param header as most provinces head it
 * @param otherHeader as the others do
 */
record Column(String key, String header, String otherHeader) {
  static final Column CODE = new Column("code", "行政区划代码", "行政区划代码");
  static final Column NAME = new Column("name", "地区", "地区");
  static final Column PERIOD = new Column("period", "月份", "月份");
  static final Column DATE = new Column("date", "数据时点", "数据时点");

  static Column of(String statistic, String header) {
    return new Column(statistic, header, header);
  }

  static Column of(String statistic, String header, String otherHeader) {
    return new Column(statistic, header, otherHeader);
  }

  boolean isFigure() {
    return !key.equals("code")
        && !key.equals("name")
        && !key.equals("period")
        && !key.equals("date");
  }
}
