package io.silvergauge.jobs.evaluate;

/** How a command ended, as its exit status tells a scheduler. */
public enum ExitCode {
  /** Published, or nothing to do. */
  OK(0),
  /** An error of the program. */
  INTERNAL(1),
  /** Wrong usage, or a faulty scheme, plan, description or list. */
  USAGE(2),
  /** Published with rejects or withheld results, under {@code --strict}. */
  WITH_REJECTS(3),
  /** Nothing published: too little to evaluate. */
  GATE(4),
  /** Something in the environment is missing or unusable. */
  ENVIRONMENT(5),
  /** Another run is at work. */
  OTHER_RUN(6),
  /** What was published is no longer what was published. */
  DIFFERENCE(7);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The exit status. */
  public int status() {
    return status;
  }
}
