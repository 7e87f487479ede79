package io.silvergauge.benchmarks;

import java.io.IOException;
import java.util.List;

/** What is done side by side. */
interface Work {
  /** Such as {@code W1}. */
  String name();

  /** One line that says what is done. */
  String title();

  /** Generates the files; not timed. */
  void prepare() throws IOException;

  /** In the order in which they take their turns; the program first. */
  List<Contestant> contestants();

  /**
   * Holds the answers of all against each other, after each has run once.
   *
   * @return what was compared, in words
   * @throws IllegalStateException at the first difference
   */
  String compare() throws IOException;

  /**
   * What the issue asks, by the name of a contestant: at most so many times its time by the clock.
   */
  List<Bound> bounds();

  /** Ends what goes on beside the rounds, whatever came of them; nothing as a rule. */
  default void end() {}

  /** What else the rounds say, in lines; nothing as a rule. */
  default String conclusion(Result result) throws IOException {
    return "";
  }

  /**
   * A bound of the ratio ours / peer.
   *
   * @param peer whose time is 1
   * @param least must not be above
   * @param aim should not be above
   */
  record Bound(String peer, double least, double aim) {}
}
