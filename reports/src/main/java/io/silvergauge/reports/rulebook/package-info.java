/**
 * A scheme as a document that people read, in both languages. Open {@link
 * io.silvergauge.reports.rulebook.RuleBook} first.
 */
package io.silvergauge.reports.rulebook;
