/**
 * Pages for a browser, made from a finished evaluation. Open {@link
 * io.silvergauge.reports.html.HtmlReports} first.
 */
package io.silvergauge.reports.html;
