package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.region.Validity;
import java.io.Serializable;

/**
 * A contact city.
 *
 * @param code code of its region
 * @param enrolled the days on which it is one
 * @param membership what is known of it, for example {@code confirmed}
 */
public record City(String code, Validity enrolled, String membership) implements Serializable {}
