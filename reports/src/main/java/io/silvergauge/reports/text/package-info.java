/**
 * The words, numbers and dates of reports in Chinese and English. Open {@link
 * io.silvergauge.reports.text.Wording} first; the texts themselves stand in {@code zh.properties}
 * and {@code en.properties}, which a test holds equal.
 */
package io.silvergauge.reports.text;
