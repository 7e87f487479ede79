/**
 * Which of many reported things are looked at on the spot, and what that says of all of them. Open
 * {@link io.silvergauge.indicators.verification.Drawing} first.
 */
package io.silvergauge.indicators.verification;
