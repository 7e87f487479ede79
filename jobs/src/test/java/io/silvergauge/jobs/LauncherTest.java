package io.silvergauge.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

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
}
