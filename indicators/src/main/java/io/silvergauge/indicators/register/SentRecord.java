package io.silvergauge.indicators.register;

import java.io.Serializable;

/**
 * A record as it was sent.
 *
 * @param sent the register it belongs to
 * @param order place of its delivery among the live ones; a later one amends an earlier
 * @param record what it says
 */
public record SentRecord(Sent sent, int order, RegisterRecord record) implements Serializable {}
