/**
 * A workbook of the whole evaluation for analysts. Open {@link
 * io.silvergauge.reports.xlsx.Workbooks} first; a sheet is a plain table until {@code BookWriter}
 * writes it.
 */
package io.silvergauge.reports.xlsx;
