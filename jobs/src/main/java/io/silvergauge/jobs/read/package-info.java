/**
 * Reading files as provinces send them: text strictly decoded, records counted, cells by name, as a
 * source description says. Open {@link io.silvergauge.jobs.read.SourceDescription} first.
 */
package io.silvergauge.jobs.read;
