/**
 * What is kept: inputs by hash, packs of batches in Parquet, snapshots of what is live,
 * publications. Written once, never changed; all input and output goes through {@link
 * io.silvergauge.jobs.store.Storage}, which is what to open first.
 */
package io.silvergauge.jobs.store;
