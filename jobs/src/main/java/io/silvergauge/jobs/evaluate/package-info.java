/**
 * The run itself: what is spread over Spark tasks, by what key, and what comes back. Open {@link
 * io.silvergauge.jobs.evaluate.EvaluationRun} first.
 */
package io.silvergauge.jobs.evaluate;
