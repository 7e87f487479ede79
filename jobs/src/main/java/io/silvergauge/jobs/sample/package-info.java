/**
 * A complete, seeded sample of what provinces send in: real census figures and codes, synthetic
 * reports with declared mistakes.
 *
 * <p>Open {@link io.silvergauge.jobs.sample.SampleGenerator} first.
 */
package io.silvergauge.jobs.sample;
