/** An evaluation as tables. Open {@link io.silvergauge.jobs.export.CsvTables} first. */
package io.silvergauge.jobs.export;
