package io.silvergauge.jobs.run;

import java.time.Clock;
import java.time.Duration;

/**
 * The clock, which only runs ask: when they began, how long they took and waited. Nothing that is
 * published depends on it.
 */
final class RunClock {
  /** For tests: how far the clock is moved, as ISO 8601 writes durations, for example PT-8760H. */
  static final String MOVED = "silvergauge.clock";

  private RunClock() {}

  /** UTC. */
  static Clock utc() {
    return Clock.offset(Clock.systemUTC(), Duration.parse(System.getProperty(MOVED, "PT0S")));
  }
}
