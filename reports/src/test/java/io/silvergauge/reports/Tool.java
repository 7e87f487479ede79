package io.silvergauge.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that only tests run, where they are installed. */
public final class Tool {
  private Tool() {}

  /** A program on the path; without it no test is left out, it fails. */
  public static Path required(String name) {
    for (String folder : System.getenv("PATH").split(":")) {
      Path program = Path.of(folder, name);
      if (Files.isExecutable(program)) {
        return program;
      }
    }
    throw new IllegalStateException(
        "%s is not on the path; ./silvergauge --setup test installs it".formatted(name));
  }

  /** What a program prints; its exit status must be 0. */
  public static String said(Path program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of(program.toString()));
    command.addAll(Arrays.asList(arguments));
    Path out = Files.createTempFile("said", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(command + " did not end");
    }
    String said = Files.readString(out, StandardCharsets.UTF_8);
    Files.delete(out);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command + " ended with " + process.exitValue() + "\n" + said);
    }
    return said;
  }
}
