/**
 * The assessment folder: everything people wrote, read and validated whole before anything runs.
 * Open {@link io.silvergauge.jobs.assessment.Assessment} first.
 */
package io.silvergauge.jobs.assessment;
