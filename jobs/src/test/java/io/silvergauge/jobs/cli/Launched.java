package io.silvergauge.jobs.cli;

import io.silvergauge.jobs.Repository;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * The program as a process of its own, started by the launcher as a timetable starts it: no
 * variables but {@code LANG=C}, standard input closed, no terminal.
 */
final class Launched {
  private final Path home;

  /** Puts the launcher and what the tests run on side by side, as a distribution has them. */
  Launched(Path home) {
    this.home = home;
    try {
      Files.createDirectories(home);
      Path launcher = Files.copy(Repository.path("silvergauge"), home.resolve("silvergauge"));
      if (!launcher.toFile().setExecutable(true)) {
        throw new IllegalStateException("cannot be made executable: " + launcher);
      }
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
      try (OutputStream file = Files.newOutputStream(home.resolve("silvergauge.jar"))) {
        new JarOutputStream(file, manifest).close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(":"))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  /**
   * Starts a command; what it says goes to a file.
   *
   * @param said file for standard error
   */
  Process start(Path said, Object... words) throws IOException {
    return start(Map.of(), said, words);
  }

  /** The same with variables of the environment beside {@code LANG=C}. */
  Process start(Map<String, String> environment, Path said, Object... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/bin/sh", "-c", "exec \"$0\" \"$@\" <&-"));
    command.add(home.resolve("silvergauge").toString());
    Arrays.stream(words).map(Object::toString).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("LANG", "C");
    builder.environment().putAll(environment);
    return builder
        .redirectOutput(home.resolve("out.log").toFile())
        .redirectError(said.toFile())
        .start();
  }

  /** What the last command printed. */
  List<String> printed() {
    return Repository.text(home.resolve("out.log")).lines().toList();
  }
}
