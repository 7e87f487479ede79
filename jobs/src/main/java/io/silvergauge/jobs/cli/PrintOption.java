package io.silvergauge.jobs.cli;

import picocli.CommandLine.Option;

/** The option {@code --print} of commands whose result is a list. */
final class PrintOption {
  @Option(
      names = "--print",
      defaultValue = "table",
      paramLabel = "table|csv|json",
      descriptionKey = "option.print")
  private Listing.Shape shape;

  /** Whether a person is to read it. */
  boolean isTable() {
    return shape == Listing.Shape.TABLE;
  }

  /** Prints a list as was asked for. */
  void print(Listing listing, Console console) {
    listing.print(console, shape);
  }
}
