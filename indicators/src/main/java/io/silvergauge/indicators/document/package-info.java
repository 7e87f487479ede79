/**
 * Texts in two languages, faults with their place, and YAML files that know the line of every
 * field. Open {@link io.silvergauge.indicators.document.Section} first.
 */
package io.silvergauge.indicators.document;
