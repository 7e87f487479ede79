/**
 * What workbooks and Word documents have in common: {@link io.silvergauge.reports.office.FixedZip}
 * packs them without the time at which they were made.
 */
package io.silvergauge.reports.office;
