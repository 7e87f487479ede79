package io.silvergauge.reports.html;

/**
 * A named fact.
 *
 * @param name what it is
 * @param text what it comes to
 */
record Fact(String name, String text) {}
