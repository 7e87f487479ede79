/**
 * One published evaluation as a star schema: dimensions and facts that other programs read. Begin
 * with {@link io.silvergauge.jobs.star.Star}; what writes the tables somewhere is a {@link
 * io.silvergauge.jobs.star.StarSink}.
 */
package io.silvergauge.jobs.star;
