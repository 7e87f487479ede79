package io.silvergauge.jobs.sample;

import io.silvergauge.reports.office.FixedZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The table of planning as one province sends it: a workbook whose headings are merged over two
 * rows, people in ten thousands, totals above the counties, notes below them.
 */
final class PlanningWorkbook {
  /** Its source; it is read by a description of its own. */
  static final String SOURCE = "planning_workbook";

  private static final String SENDER = "320000";
  private static final List<String> ABOVE =
      List.of("规划", "新建居住小区", "3—5万人居住区", "新建住宅区", "已建成住宅区", "居家社区养老服务设施");
  private static final List<String> BELOW =
      List.of(
          "人口（万人）",
          "养老服务设施用地（公顷）",
          "总数",
          "配建达标",
          "总数",
          "预留用地达标",
          "交付数",
          "每百户30平方米达标",
          "未达标",
          "已补齐",
          "总数",
          "200平方米及以上");

  private PlanningWorkbook() {}

  static boolean isSentBy(Province province, SourceTable source) {
    return province.code().equals(SENDER) && source.source().equals("planning");
  }

  static byte[] bytes(Table table, Province province, Span span) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "SilverGauge", "01.0000")) {
      Worksheet sheet = workbook.newWorksheet("规划建设");
      int last = BELOW.size() + 1;
      sheet.value(0, 0, province.name() + "养老服务设施规划建设情况表（示例数据） " + span.words());
      sheet.range(0, 0, 0, last).merge();
      header(sheet);
      List<List<String>> rows = new ArrayList<>(table.rows());
      List<String> total = rows.remove(rows.size() - 1);
      add(sheet, 3, total);
      add(sheet, 4, ofDistricts(rows));
      int at = 5;
      for (List<String> row : rows) {
        add(sheet, at++, row);
      }
      sheet.value(at, 0, "注：1. 规划人口以万人为单位，其余见表头。");
      sheet.value(at + 1, 0, "2. 本表数据为示例，均系虚构。");
    }
    return FixedZip.stored(out.toByteArray());
  }

  private static void header(Worksheet sheet) {
    sheet.value(1, 0, "行政区划代码");
    sheet.range(1, 0, 2, 0).merge();
    sheet.value(1, 1, "地区");
    sheet.range(1, 1, 2, 1).merge();
    for (int i = 0; i < BELOW.size(); i++) {
      sheet.value(2, i + 2, BELOW.get(i));
    }
    for (int i = 0; i < ABOVE.size(); i++) {
      sheet.value(1, 2 * i + 2, ABOVE.get(i));
      sheet.range(1, 2 * i + 2, 1, 2 * i + 3).merge();
    }
  }

  /** The sum of the city districts, as such tables repeat it between total and counties. */
  private static List<String> ofDistricts(List<List<String>> rows) {
    List<String> sum = new ArrayList<>(List.of("", "其中：市辖区"));
    for (int column = 2; column < BELOW.size() + 2; column++) {
      BigDecimal of = BigDecimal.ZERO;
      for (List<String> row : rows) {
        of = row.get(1).endsWith("区") ? of.add(new BigDecimal(row.get(column))) : of;
      }
      sum.add(of.toPlainString());
    }
    return sum;
  }

  private static void add(Worksheet sheet, int at, List<String> row) {
    for (int column = 0; column < row.size(); column++) {
      if (column < 2) {
        sheet.value(at, column, row.get(column));
      } else {
        BigDecimal figure = new BigDecimal(row.get(column));
        sheet.value(at, column, column == 2 ? figure.movePointLeft(4) : figure);
      }
    }
  }
}
