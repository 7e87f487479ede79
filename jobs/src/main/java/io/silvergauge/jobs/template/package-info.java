/**
 * Writes the forms that provinces fill in. Open {@link io.silvergauge.jobs.template.FormPlanner}
 * first: it says who is asked for what; {@link io.silvergauge.jobs.template.FormBook} writes it.
 */
package io.silvergauge.jobs.template;
