/**
 * The pages as Word documents. Open {@link io.silvergauge.reports.docx.WordReports} first; what the
 * pages say is made in {@code html}, and {@code WordWriter} goes through such a page element by
 * element, so that there is no second list of what a report holds.
 */
package io.silvergauge.reports.docx;
