/**
 * Reports of a finished evaluation: {@link io.silvergauge.reports.ReportFormat} names the formats
 * and leads to what writes them.
 */
package io.silvergauge.reports;
