/**
 * Charts of a finished evaluation, drawn on any {@link java.awt.Graphics2D} in one theme. Open
 * {@link io.silvergauge.reports.chart.Chart} first; {@link io.silvergauge.reports.chart.Svg} makes
 * one a part of a page.
 */
package io.silvergauge.reports.chart;
