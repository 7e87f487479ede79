/**
 * From the rows of a delivery to accepted observations: mapped, checked, every row accounted for.
 * Open {@link io.silvergauge.jobs.ingest.DeliveryReader} first.
 */
package io.silvergauge.jobs.ingest;
