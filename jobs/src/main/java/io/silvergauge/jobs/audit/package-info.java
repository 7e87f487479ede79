/**
 * Whether a finished report follows from itself: knows its printed tables and nothing else. Open
 * {@link io.silvergauge.jobs.audit.ReportAudit} first.
 */
package io.silvergauge.jobs.audit;
