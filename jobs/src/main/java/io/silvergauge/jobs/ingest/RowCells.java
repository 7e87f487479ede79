package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.indicators.register.CreditCode;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.jobs.read.CellKind;
import io.silvergauge.jobs.read.Limits;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.SourceDescription;

/** Looks at the cells of a row for what no row may hold. */
final class RowCells extends RowPart {
  RowCells(RowState row) {
    super(row);
  }

  /** Rejects what no row may hold, be it in a column that is read or not. */
  void check() {
    checkPersonalData();
    checkLetters();
    checkErrors();
  }

  private void checkPersonalData() {
    for (int i = 0; i < record.size(); i++) {
      boolean heading = row.table.personal().contains(i) && !record.text(i).isBlank();
      boolean doubtful = heading || PersonalData.isIn(record.text(i));
      boolean read = doubtful && (isReportedNumber(i) || isCreditCode(i));
      if (!read && heading) {
        reject(
            header.names().at(i),
            "",
            RejectReason.PERSONAL_DATA,
            Bilingual.of(
                "该列是个人姓名、身份证号或电话（内容不予显示）；请删除该列后重新报送",
                "the column is for names or numbers of persons (not shown); please remove it and"
                    + " send the file again"));
      } else if (!read && doubtful) {
        reject(
            header.names().at(i),
            "",
            RejectReason.PERSONAL_DATA,
            Bilingual.of(
                "疑似身份证号或电话号码（内容不予显示）；请删除个人信息后重新报送",
                "it looks like an identity or telephone number (not shown); please remove"
                    + " personal data and send it again"));
      }
    }
  }

  /** Whether a cell holds a number for a statistic, which may well look like a telephone number. */
  private boolean isReportedNumber(int place) {
    return row.table.numbers().contains(place) && NumberText.isNumber(record.text(place));
  }

  /** Whether a cell holds the code of an organisation, which may well look like a person's. */
  private boolean isCreditCode(int place) {
    SourceDescription.FieldColumn column = header.fields().get(place);
    return column != null
        && context.registers().get(description.register()).fields().get(column.field()).form()
            == Field.Form.CREDIT_CODE
        && CreditCode.isValid(record.text(place));
  }

  /** Letters that say that a text was damaged, or is none. */
  private void checkLetters() {
    for (int i = 0; i < record.size(); i++) {
      String text = record.text(i);
      if (text.length() > Limits.CELL) {
        reject(
            header.names().at(i),
            text,
            RejectReason.CELL_TOO_LONG,
            Bilingual.of(
                "单元格有 %d 个字符，最多 %d 个；请检查引号是否成对",
                "the cell has %d letters, at most %d; please check whether its quotes are closed",
                text.length(),
                Limits.CELL));
      } else if (text.indexOf('\uFFFD') >= 0) {
        reject(
            header.names().at(i),
            text,
            RejectReason.TEXT_DAMAGED,
            Bilingual.of(
                "“%s”含有替换字符，文字在报送前已损坏；请从原文件重新导出",
                "'%s' holds replacement characters, so its text was damaged before it was sent;"
                    + " please export it again from the original",
                Rejects.shown(text)));
      } else if (hasControl(text)) {
        reject(
            header.names().at(i),
            text.replaceAll("\\p{Cntrl}", "?"),
            RejectReason.CONTROL_CHARACTER,
            Bilingual.of(
                "“%s”含有控制字符（以 ? 表示），不是正常的表格内容；请从原文件重新导出",
                "'%s' holds control characters (shown as ?), which no table holds; please export"
                    + " it again from the original",
                Rejects.shown(text.replaceAll("\\p{Cntrl}", "?"))));
      }
    }
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t') {
        return true;
      }
    }
    return false;
  }

  /** Cells of a workbook that show an error, in the columns that are read. */
  private void checkErrors() {
    for (int place : row.table.used()) {
      CellKind kind = place < record.size() ? record.cells().get(place).kind() : CellKind.BLANK;
      if (kind == CellKind.ERROR && !description.symbols().containsKey(record.text(place))) {
        reject(
            header.names().at(place),
            record.text(place),
            RejectReason.CELL_ERROR,
            Bilingual.of(
                "单元格是错误值“%s”；请在工作簿中更正后重新报送",
                "the cell shows the error '%s'; please mend it in the workbook and send it again",
                Rejects.shown(record.text(place))));
      } else if (kind == CellKind.NOT_CALCULATED) {
        reject(
            header.names().at(place),
            "",
            RejectReason.FORMULA_NOT_CALCULATED,
            Bilingual.of(
                "公式没有保存结果；请在 Excel 或 WPS 中打开、重新计算并保存后报送",
                "the result of its formula was not saved; please open it in Excel or WPS,"
                    + " calculate, save and send it again"));
      }
    }
  }
}
