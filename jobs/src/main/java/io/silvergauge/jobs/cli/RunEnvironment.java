package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What must hold of the environment, and be set in it, before a command runs; see {@link Main}. */
final class RunEnvironment {
  private RunEnvironment() {}

  /**
   * Checks that Chinese file names can be opened and that the Java fits Spark.
   *
   * @throws RunFailure saying what to set
   */
  static void check() {
    String names = System.getProperty("sun.jnu.encoding", "UTF-8");
    if (!Charset.isSupported(names) || !Charset.forName(names).equals(StandardCharsets.UTF_8)) {
      throw new RunFailure(
          ExitCode.ENVIRONMENT,
          Bilingual.of(
              "文件名编码为 %s，无法打开中文文件名；请用 ./silvergauge 启动，或设置 LC_ALL=C.UTF-8",
              "file names are in %s, so Chinese names cannot be opened; start with ./silvergauge"
                  + " or set LC_ALL=C.UTF-8",
              names));
    }
    int java = Runtime.version().feature();
    if (java < 17 || java > 21) {
      throw new RunFailure(
          ExitCode.ENVIRONMENT,
          Bilingual.of(
              "Java %d 不适用于 Spark 4.1，请使用 JDK 17 或 21",
              "Java %d does not fit Spark 4.1; use JDK 17 or 21", java));
    }
  }

  /** Sends Spark's log to the output folder; must come before anything of Spark is loaded. */
  static void logsTo(Path out, boolean verbose) {
    System.setProperty("silvergauge.logs", out.resolve("logs").toString());
    System.setProperty("silvergauge.console", verbose ? "INFO" : "OFF");
  }
}
