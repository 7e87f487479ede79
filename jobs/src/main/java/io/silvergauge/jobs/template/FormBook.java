package io.silvergauge.jobs.template;

import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Units;
import io.silvergauge.jobs.form.FormHead;
import io.silvergauge.jobs.form.FormLayout;
import io.silvergauge.jobs.form.FormMarker;
import io.silvergauge.reports.office.FixedZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a form as a workbook; the same form gives the same bytes. */
public final class FormBook {
  /** How many rows of a register are laid out; more may be added below. */
  private static final int RECORDS = 500;

  private static final int LAST_ROW = 5_000;
  private static final String HEAD = "DCE6F1";
  private static final String FIXED = "F2F2F2";
  private static final String LINE = "BFBFBF";
  private static final String QUIET = "7F7F7F";

  private final Form form;
  private final Scheme scheme;
  private final Units units;

  private FormBook(Form form, Scheme scheme) {
    this.form = form;
    this.scheme = scheme;
    this.units = scheme.units();
  }

  /** The workbook of a form. */
  public static byte[] bytes(Form form, Scheme scheme) throws IOException {
    return new FormBook(form, scheme).bytes();
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "SilverGauge", "01.0000")) {
      Worksheet first = workbook.newWorksheet(FormMarker.SHEET);
      FormGuide.write(first, form, scheme);
      for (Form.Table table : form.sheets()) {
        Worksheet sheet = workbook.newWorksheet(table.name().zh());
        if (table.items()) {
          items(sheet, table);
        } else {
          figures(sheet, table);
        }
      }
      if (form.register().isPresent()) {
        Worksheet sheet = workbook.newWorksheet(form.register().get().name().zh());
        records(sheet, codes(workbook), form.register().get());
      }
    }
    return FixedZip.of(out.toByteArray());
  }

  private void figures(Worksheet sheet, Form.Table table) {
    List<FormHead> heads = new ArrayList<>(List.of(FormLayout.REGION, FormLayout.NAME));
    table.statistics().forEach(statistic -> heads.add(FormLayout.head(statistic)));
    top(sheet, table.name().zh(), heads, 2);
    int last = FormLayout.FIRST_ROW - 2 + table.regions().size();
    for (int i = 0; i < table.regions().size(); i++) {
      region(sheet, FormLayout.FIRST_ROW - 1 + i, table.regions().get(i));
    }
    for (int i = 0; i < table.statistics().size(); i++) {
      Range cells = sheet.range(FormLayout.FIRST_ROW - 1, i + 2, last, i + 2);
      open(cells, "General");
      InputRule.of(table.statistics().get(i), units).apply(cells);
    }
  }

  private void items(Worksheet sheet, Form.Table table) {
    top(sheet, table.name().zh(), FormLayout.items(), 3);
    sheet.width(2, 30);
    sheet.width(4, 34);
    int row = FormLayout.FIRST_ROW - 1;
    for (Region region : table.regions()) {
      for (Statistic statistic : table.statistics()) {
        region(sheet, row, region);
        sheet.value(row, 2, FormLayout.item(statistic, scheme));
        fixed(sheet.range(row, 2, row, 2));
        row++;
      }
    }
    int first = FormLayout.FIRST_ROW - 1;
    open(sheet.range(first, 3, row - 1, 3), "General");
    InputRule.answers().apply(sheet.range(first, 3, row - 1, 3));
    open(sheet.range(first, 4, row - 1, 4), "@");
    open(sheet.range(first, 5, row - 1, 5), "yyyy-mm-dd");
    InputRule.date().apply(sheet.range(first, 5, row - 1, 5));
  }

  private void records(Worksheet sheet, Range codes, Register register) {
    List<FormHead> heads = new ArrayList<>(List.of(FormLayout.REGION));
    List<Field> fields = List.copyOf(register.fields().values());
    fields.forEach(field -> heads.add(FormLayout.head(field)));
    top(sheet, register.name().zh(), heads, 1);
    int first = FormLayout.FIRST_ROW - 1;
    open(sheet.range(first, 0, first + RECORDS - 1, 0), "@");
    InputRule.oneOf(codes, sheet.range(first, 0, LAST_ROW, 0));
    for (int i = 0; i < fields.size(); i++) {
      String format =
          switch (fields.get(i).type()) {
            case DATE -> "yyyy-mm-dd";
            case TEXT -> "@";
            case NUMBER, YES_NO -> "General";
          };
      open(sheet.range(first, i + 1, first + RECORDS - 1, i + 1), format);
      InputRule.of(fields.get(i)).apply(sheet.range(first, i + 1, LAST_ROW, i + 1));
    }
  }

  /** The sheet of codes, and where they stand in it. */
  private Range codes(Workbook workbook) {
    Worksheet sheet = workbook.newWorksheet(FormMarker.CODES);
    sheet.width(0, 14);
    sheet.width(1, 30);
    sheet.value(0, 0, FormLayout.REGION.zh());
    sheet.value(0, 1, FormLayout.NAME.zh());
    sheet.range(0, 0, 0, 1).style().bold().fillColor(HEAD).set();
    for (int i = 0; i < form.regions().size(); i++) {
      sheet.value(i + 1, 0, form.regions().get(i).code());
      sheet.value(i + 1, 1, form.regions().get(i).name().zh());
    }
    sheet.freezePane(0, 1);
    return sheet.range(1, 0, Math.max(1, form.regions().size()), 0);
  }

  private void top(Worksheet sheet, String title, List<FormHead> heads, int frozen) {
    sheet.value(0, 0, title + "  " + form.sender().name().zh() + "  " + form.period());
    sheet.range(0, 0, 0, 0).style().bold().fontSize(14).set();
    sheet.value(
        1,
        0,
        "只填白色单元格。空白＝缺报，0＝确实为零；标记见“"
            + FormMarker.SHEET
            + "”。Fill in white cells only; blank is missing, 0 is zero.");
    sheet.range(1, 0, 1, 0).style().fontColor(QUIET).set();
    int row = FormLayout.HEAD_ROW - 1;
    for (int i = 0; i < heads.size(); i++) {
      sheet.value(row - 1, i, heads.get(i).en());
      sheet.value(row, i, heads.get(i).zh());
      sheet.value(row + 1, i, heads.get(i).id());
      sheet.width(i, i == 0 ? 13 : i == 1 && frozen > 1 ? 22 : 17);
    }
    int last = heads.size() - 1;
    bordered(sheet.range(row - 1, 0, row - 1, last).style().fontSize(8).fontColor(QUIET));
    bordered(sheet.range(row, 0, row, last).style().bold().fillColor(HEAD));
    bordered(sheet.range(row + 1, 0, row + 1, last).style().fontSize(8).fontColor(QUIET));
    sheet.rowHeight(row - 1, 36);
    sheet.rowHeight(row, 48);
    sheet.rowHeight(row + 1, 24);
    sheet.freezePane(frozen, FormLayout.FIRST_ROW - 1);
    sheet.pageOrientation("landscape");
  }

  private static void bordered(StyleSetter style) {
    style
        .wrapText(true)
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .borderStyle("thin")
        .borderColor(LINE);
    style.set();
  }

  private static void region(Worksheet sheet, int row, Region region) {
    sheet.value(row, 0, region.code());
    sheet.value(row, 1, region.name().zh());
    fixed(sheet.range(row, 0, row, 1));
  }

  private static void fixed(Range cells) {
    cells.style().fillColor(FIXED).borderStyle("thin").borderColor(LINE).set();
  }

  private static void open(Range cells, String format) {
    cells
        .style()
        .format(format.toLowerCase(Locale.ROOT).equals("general") ? null : format)
        .borderStyle("thin")
        .borderColor(LINE)
        .set();
  }
}
