package io.silvergauge.jobs.cli;

import io.silvergauge.jobs.LocalSpark;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/** Runs a command as a user would, on two cores. */
final class Cli {
  /**
   * How a command ended.
   *
   * @param status its exit status
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  record Ran(int status, String out, String err) {
    /** The lines of the result. */
    List<String> lines() {
      return out.lines().toList();
    }

    /** The lines of the messages. */
    List<String> said() {
      return err.lines().toList();
    }
  }

  private Cli() {}

  static Ran run(Object... arguments) {
    LocalSpark.stop(); // a command may start its own
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    System.setProperty("spark.master", "local[2]");
    try {
      String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
      int status = Main.run(words, new PrintWriter(out), new PrintWriter(err));
      return new Ran(status, out.toString(), err.toString());
    } finally {
      System.clearProperty("spark.master");
    }
  }
}
