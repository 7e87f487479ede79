package io.silvergauge.jobs.cluster;

import io.silvergauge.jobs.Repository;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A Spark installation as far as processes need one: links to its jars and a file {@code RELEASE};
 * beside it the program's thin jar and its libraries, as they are distributed.
 */
final class SparkHome {
  /** Libraries of ours that Spark brings too, so that Maven does not list them as Spark's. */
  private static final List<String> BOTH =
      List.of("jackson-", "snakeyaml", "slf4j-api", "jcl-over", "commons-codec", "commons-io");

  private final Path home;
  private final Path program;
  private final List<Path> libraries = new ArrayList<>();

  SparkHome(Path home) throws IOException {
    this.home = home;
    Path jars = Files.createDirectories(home.resolve("jars"));
    Path lib = Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("RELEASE"), "Spark of the tests\n");
    for (Path jar : entries("target/spark.path")) {
      link(jars, jar);
    }
    for (Path entry : entries("target/lib.path")) {
      String name = entry.getFileName().toString();
      if (Files.isDirectory(entry)) {
        libraries.add(packed(entry, lib.resolve(entry.getName(entry.getNameCount() - 3) + ".jar")));
      } else {
        libraries.add(entry);
        if (BOTH.stream().anyMatch(name::startsWith)) {
          link(jars, entry);
        }
      }
    }
    libraries.add(
        packed(
            Path.of("target/test-classes/io/silvergauge/jobs/cluster"),
            lib.resolve("cluster-tests.jar")));
    program = packed(Path.of("target/classes"), lib.resolve("silvergauge.jar"));
  }

  private static List<Path> entries(String file) {
    return Arrays.stream(Repository.text(Path.of(file)).strip().split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  private static void link(Path jars, Path jar) throws IOException {
    Path link = jars.resolve(jar.getFileName());
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, jar.toAbsolutePath());
    }
  }

  /** The classes of a folder as a jar; folders of a package keep the package's name. */
  private static Path packed(Path classes, Path jar) throws IOException {
    String all = classes.toString().replace('\\', '/');
    int below = all.indexOf("io/silvergauge");
    Path root = below < 0 ? classes : Path.of(all.substring(0, below));
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> found = Files.walk(classes)) {
      for (Path one : found.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(root.relativize(one).toString().replace('\\', '/')));
        Files.copy(one, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  /** Starts a class of Spark's; what it says goes to a file. */
  Process start(Path said, String language, String heap, List<String> words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.add("-Xmx" + heap);
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptions().split(" ")));
    command.addAll(List.of("-cp", home.resolve("jars") + "/*"));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear(); // a worker that something like cron has started
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_LOCAL_DIRS", home.resolve("local").toString());
    builder.environment().put("LC_ALL", language);
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    return builder.start();
  }

  /** What comes after the options of {@code spark-submit}: the program with its libraries. */
  List<String> program() {
    String jars = libraries.stream().map(Path::toString).collect(Collectors.joining(","));
    return List.of("--class", "io.silvergauge.jobs.cli.Main", "--jars", jars, program.toString());
  }

  Path folder() {
    return home;
  }
}
