/**
 * The form that provinces fill in: what its sheets look like, and the built-in descriptions by
 * which its return is read. Open {@link io.silvergauge.jobs.form.FormLayout} first.
 */
package io.silvergauge.jobs.form;
