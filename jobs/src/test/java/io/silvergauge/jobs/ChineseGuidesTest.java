package io.silvergauge.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Chinese pages say what the English ones say, as far as a program can tell. */
class ChineseGuidesTest {
  private static final Pattern CODE = Pattern.compile("`([^`\n]*)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> guides = Files.list(Repository.path("docs/how-to"))) {
      return Stream.concat(Stream.of(Repository.path("README.zh-CN.md")), guides)
          .filter(page -> page.toString().endsWith(".zh-CN.md"))
          .sorted()
          .toList();
    }
  }

  private static String english(Path page) {
    return Repository.text(
        page.resolveSibling(page.getFileName().toString().replace(".zh-CN", "")));
  }

  private static List<String> commands(String page) {
    return page.lines()
        .filter(line -> line.matches(" {4}(\\./)?silvergauge .*"))
        .map(line -> line.replaceFirst("#.*", "").strip())
        .toList();
  }

  private static List<String> rows(String page) {
    return page.lines().filter(line -> line.startsWith("|")).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void commandsAreThoseOfTheEnglishPage(Path page) {
    assertThat(commands(Repository.text(page))).isEqualTo(commands(english(page))).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void blocksOfSettingsAreThoseOfTheEnglishPage(Path page) {
    Pattern block = Pattern.compile("```yaml\n.*?```", Pattern.DOTALL);
    String other = english(page);
    if (!page.endsWith("README.zh-CN.md")) {
      assertThat(block.matcher(Repository.text(page)).results().map(one -> one.group()).toList())
          .isEqualTo(block.matcher(other).results().map(one -> one.group()).toList());
      assertThat(rows(Repository.text(page))).hasSameSizeAs(rows(other));
    }
  }

  /** What is written as code is a word of the program, not one of the translator's. */
  @ParameterizedTest
  @MethodSource("pages")
  void wordsOfTheProgramStandInTheEnglishPageToo(Path page) {
    String other = english(page);
    for (String line : Repository.text(page).lines().toList()) {
      Matcher code = CODE.matcher(line);
      while (code.find()) {
        boolean word = code.group(1).matches("[a-z_]+(\\.[a-z]+)*");
        if (word) {
          assertThat(other.toLowerCase(Locale.ROOT)).as(line).contains(code.group(1));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToPagesThatAreThere(Path page) {
    Matcher link = LINK.matcher(Repository.text(page));
    while (link.find()) {
      assertThat(page.resolveSibling(link.group(1))).exists();
    }
  }
}
