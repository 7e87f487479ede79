/**
 * Screens that point at claims worth a visit: patterns that honest counts seldom show. They are
 * warnings with their reason and never touch a value, a score or a finding. Open {@link
 * io.silvergauge.indicators.screen.Screens} first.
 */
package io.silvergauge.indicators.screen;
