/**
 * Pages for paper, set as PDF. Open {@link io.silvergauge.reports.pdf.PdfReports} first; what the
 * pages say is made in {@code html}.
 */
package io.silvergauge.reports.pdf;
