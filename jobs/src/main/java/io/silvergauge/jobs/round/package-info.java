/**
 * What visits found, as it comes back: the record of a sample and the filled-in sheet, held against
 * each other. Open {@link io.silvergauge.jobs.round.RoundReader} first.
 */
package io.silvergauge.jobs.round;
