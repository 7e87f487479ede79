/**
 * The dashboard: one page of all cities and periods that a reader filters, compares and weighs
 * anew, without a network. Open {@link io.silvergauge.reports.dashboard.Dashboards} first.
 */
package io.silvergauge.reports.dashboard;
