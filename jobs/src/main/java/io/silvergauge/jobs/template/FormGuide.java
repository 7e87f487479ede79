package io.silvergauge.jobs.template;

import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.jobs.form.FormLayout;
import io.silvergauge.jobs.form.FormMarker.Label;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet of a form: what it is, and how it is filled in. */
final class FormGuide {
  private final Worksheet sheet;
  private int row;

  private FormGuide(Worksheet sheet) {
    this.sheet = sheet;
  }

  static void write(Worksheet sheet, Form form, Scheme scheme) {
    FormGuide guide = new FormGuide(sheet);
    sheet.width(0, 24);
    sheet.width(1, 42);
    sheet.width(2, 62);
    guide.title(form.sender().name().zh() + "填报表  " + form.period());
    guide.marker(Label.FORM, FormLayout.VERSION, "");
    guide.marker(Label.SCHEME, scheme.id(), scheme.name().zh() + "  " + scheme.name().en());
    guide.marker(Label.EDITION, scheme.edition(), "");
    guide.marker(
        Label.PERIOD,
        form.period().toString(),
        form.period().firstDay() + " – " + form.period().lastDay());
    guide.marker(
        Label.SENDER,
        form.sender().code(),
        form.sender().name().zh() + "  " + form.sender().name().en());
    guide.marker(
        Label.REGISTER,
        form.register().map(io.silvergauge.indicators.register.Register::id).orElse("–"),
        form.register().map(one -> one.name().zh() + "  " + one.name().en()).orElse(""));
    for (Form.Table table : form.sheets()) {
      guide.marker(Label.TABLE, table.name().zh(), table.name().en());
    }
    form.register().ifPresent(one -> guide.marker(Label.TABLE, one.name().zh(), one.name().en()));
    guide.line("报送截止 Due", form.due().map(Object::toString).orElse("见通知 as notified"), "");
    guide.row++;
    guide.title("怎样填写  How to fill it in");
    guide.line("留空 或 缺报", "没有数据", "Blank or 缺报: no figure. It is never taken for zero.");
    guide.line("0", "确实为零", "0: there are none.");
    guide.line("数据过小", "有，但小于最小单位", "数据过小: there is something, less than the smallest unit.");
    guide.line("不适用", "本地区不存在该事项", "不适用: the question does not apply to this region.");
    guide.line(
        "单位", "见表头括号，请按该单位填数字", "The unit stands in brackets in the head; write the number alone.");
    guide.line(
        "累计",
        "表头写明“1月起累计”的，填年初至本期末累计数",
        "Heads with 1月起累计: from January to the end of the period.");
    guide.line("时点", "其余数量填本期末数", "Other quantities: at the end of the period.");
    guide.line(
        "请勿改动", "代码、名称、表头、工作表名", "Change neither codes, names, heads nor the names of sheets.");
    guide.line("个人信息", "请勿填写身份证号、电话号码", "Write no identity or telephone numbers.");
    String returned =
        form.period().toString().replace('/', '_')
            + "/"
            + form.sender().code()
            + "/"
            + form.source()
            + ".xlsx";
    guide.line(
        "收回后", "存为 data/" + returned, "Its return is kept there; no source description is needed.");
    sheet.setFitToPage(true);
  }

  private void title(String text) {
    sheet.value(row, 0, text);
    sheet.range(row, 0, row, 0).style().bold().fontSize(14).set();
    row++;
  }

  private void marker(Label label, String value, String remark) {
    line(label.text(), value, remark);
  }

  private void line(String first, String second, String third) {
    sheet.value(row, 0, first);
    sheet.value(row, 1, second);
    if (!third.isEmpty()) {
      sheet.value(row, 2, third);
    }
    sheet.range(row, 0, row, 0).style().bold().set();
    sheet.range(row, 1, row, 2).style().wrapText(true).verticalAlignment("top").set();
    row++;
  }
}
