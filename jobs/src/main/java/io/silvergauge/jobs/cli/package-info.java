/**
 * The command line: one class a command, which fills a record of options and hands it on. Open
 * {@link io.silvergauge.jobs.cli.Main} first.
 */
package io.silvergauge.jobs.cli;
