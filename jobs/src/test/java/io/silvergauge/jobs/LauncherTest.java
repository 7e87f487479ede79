package io.silvergauge.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands both in the launcher and in the build must be the same. */
class LauncherTest {
  private static final String LAUNCHER = Repository.text(Repository.path("silvergauge"));
  private static final String BUILD = Repository.text(Repository.path("pom.xml"));

  private static String first(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1).strip();
  }

  @Test
  void opensTheSamePackagesToSpark() {
    List<String> launcher =
        List.of(first(LAUNCHER, "\nreadonly OPENED=\\((.*?)\\)").split("\\s+", -1));
    List<String> build =
        Pattern.compile("--add-opens=java\\.base/(\\S+?)=ALL-UNNAMED")
            .matcher(first(BUILD, "<spark\\.opens>(.*?)</spark\\.opens>"))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(build).isNotEmpty();
    assertThat(launcher).containsExactlyElementsOf(build);
  }

  @Test
  void findsTheJavaThatTheBuildAsksFor() {
    List<String> fitting =
        List.of(first(LAUNCHER, "\nreadonly FITTING_JDKS=\\((.*?)\\)").split("\\s+", -1));
    String range = first(BUILD, "<requireJavaVersion>\\s*<version>(.*?)</version>");

    assertThat(fitting).containsExactly("17", "21");
    assertThat(range).isEqualTo("[17,22)");
    assertThat(first(BUILD, "<maven\\.compiler\\.release>(.*?)</")).isEqualTo("17");
  }

  /** What a function of the launcher prints where these variables are set. */
  private static String printed(String function, String call, Map<String, String> variables)
      throws IOException, InterruptedException {
    String body = first(LAUNCHER, "\n(" + function + "\\(\\) \\{.*?\n\\}\n)");
    ProcessBuilder builder = new ProcessBuilder("bash", "-euc", body + "\n" + call);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().remove("SILVERGAUGE_HEAP");
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  @Test
  void boundsWhatIsNewInTheHeapByTheCores() throws Exception {
    assertThat(printed("young", "young 256 24000 2", Map.of())).isEqualTo("-Xmn512m");
    assertThat(printed("young", "young 128 24000 8", Map.of())).isEqualTo("-Xmn1024m");
  }

  @Test
  void leavesTheHeapToJavaWhereMemoryIsShortOrSomebodyHasSettledIt() throws Exception {
    assertThat(printed("young", "young 256 6144 2", Map.of())).isEmpty();
    assertThat(printed("young", "young 256 0 1", Map.of())).isEmpty();
    for (String variable : List.of("SILVERGAUGE_HEAP", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
      assertThat(printed("young", "young 256 24000 2", Map.of(variable, "-Xmx4g")))
          .as(variable)
          .isEmpty();
    }
  }

  @Test
  void knowsHowMuchMemoryThereIs() throws Exception {
    assertThat(Integer.parseInt(printed("memory_mb", "memory_mb", Map.of()))).isPositive();
  }

  @Test
  void renewsTheArchiveOfClassesAfterAnyJar(@TempDir Path app) throws Exception {
    Path archive = app.resolve("classes.jsa");
    List<Path> jars =
        List.of(
            app.resolve("silvergauge.jar"), app.resolve("lib/a.jar"), app.resolve("spark/b.jar"));
    Map<String, String> variables = Map.of("app", app.toString(), "archive", archive.toString());
    String call = "if archive_due; then echo due; else echo fresh; fi";
    for (Path jar : jars) {
      Files.createDirectories(jar.getParent());
      Files.setLastModifiedTime(Files.createFile(jar), FileTime.fromMillis(1_000_000));
    }
    assertThat(printed("archive_due", call, variables)).isEqualTo("due\n");
    Files.setLastModifiedTime(Files.createFile(archive), FileTime.fromMillis(2_000_000));
    assertThat(printed("archive_due", call, variables)).isEqualTo("fresh\n");
    for (Path jar : jars) {
      Files.setLastModifiedTime(jar, FileTime.fromMillis(3_000_000));
      assertThat(printed("archive_due", call, variables)).as(jar.toString()).isEqualTo("due\n");
      Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
    }
  }
}
