/**
 * Administrative units with the dates between which they existed, the tree they form, and the
 * leaves that report for them. Open {@link io.silvergauge.indicators.region.RegionTree} first.
 */
package io.silvergauge.indicators.region;
