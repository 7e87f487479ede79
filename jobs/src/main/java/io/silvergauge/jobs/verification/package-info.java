/**
 * Samples that are looked at on the spot: what they are drawn from, the sheet that is taken along,
 * and what came back. Open {@link io.silvergauge.jobs.verification.FieldSheet} first.
 */
package io.silvergauge.jobs.verification;
