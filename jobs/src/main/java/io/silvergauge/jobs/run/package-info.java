/**
 * Runs that nobody watches: who is at work on an output folder, what is due, and what became of
 * each run. The only package that asks the clock. Open {@link io.silvergauge.jobs.run.Due} first.
 */
package io.silvergauge.jobs.run;
