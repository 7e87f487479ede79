package io.silvergauge.jobs.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The option {@code --wait} of commands that need the output folder for themselves. */
final class WaitOption {
  @Option(names = "--wait", paramLabel = "DURATION", descriptionKey = "option.wait")
  private Duration duration = Duration.ZERO;

  /** How long to wait for another run. */
  Duration duration() {
    return duration;
  }
}
