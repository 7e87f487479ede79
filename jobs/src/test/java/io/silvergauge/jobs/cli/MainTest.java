package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The words of commands: help, wrong usage, faults; nothing here starts Spark. */
class MainTest {
  private static final Set<String> COMMANDS =
      new TreeSet<>(new CommandLine(new Main()).getSubcommands().keySet());

  @TempDir Path temp;

  static Stream<Arguments> commandsAndLanguages() {
    List<String> commands = new ArrayList<>(COMMANDS);
    commands.add("");
    return commands.stream()
        .flatMap(command -> Stream.of(Arguments.of(command, "en"), Arguments.of(command, "zh")));
  }

  private static Cli.Ran help(String command, String language) {
    return command.isEmpty()
        ? Cli.run("--help", "--lang", language)
        : Cli.run(command, "--help", "--lang", language);
  }

  @Test
  void knowsTheseCommands() {
    assertThat(COMMANDS)
        .containsExactly(
            "audit",
            "check",
            "coherence",
            "describe",
            "diff",
            "evaluate",
            "explain",
            "export",
            "generate",
            "history",
            "merge",
            "peers",
            "report",
            "robustness",
            "run",
            "sample",
            "scheme",
            "sign",
            "status",
            "template",
            "tidy",
            "trend",
            "validate",
            "verify",
            "whatif");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("commandsAndLanguages")
  void helpDescribesEveryOptionAndParameter(String command, String language) {
    Cli.Ran help = help(command, language);
    CommandLine line = new CommandLine(new Main());
    CommandLine described = command.isEmpty() ? line : line.getSubcommands().get(command);

    assertThat(help.err()).isEmpty();
    assertThat(help.out()).doesNotContain("%n", "%%");
    described
        .getCommandSpec()
        .options()
        .forEach(option -> assertDescribed(help.out(), option.longestName(), language));
    described
        .getCommandSpec()
        .positionalParameters()
        .forEach(parameter -> assertDescribed(help.out(), parameter.paramLabel(), language));
  }

  /** A description stands behind the name, or on the next line where the name is long. */
  private static void assertDescribed(String help, String name, String language) {
    List<String> lines = help.lines().toList();
    int at = 0;
    while (!lines.get(at).matches("(Usage|用法).*")) {
      at++;
    }
    at = at + lines.subList(at, lines.size()).indexOf(""); // behind synopsis and description
    String before = name.startsWith("-") ? "(-[a-zA-Z], )?" : "\\[?"; // what may be left out
    while (!lines.get(at).matches(" {2,}" + before + Pattern.quote(name) + "(\\b|\\]).*")
        && !lines.get(at).strip().equals(name)) {
      at++;
      assertThat(at).as(name).isLessThan(lines.size());
    }
    String rest = lines.get(at).strip().replaceFirst("^\\S+( -\\S+)*", "").strip();
    String description = rest.isEmpty() ? lines.get(at + 1).strip() : rest;
    assertThat(description).as(name).isNotEmpty().doesNotContainPattern("^(option|parameter)\\.");
    if (language.equals("zh")) {
      assertThat(description).as(name).containsPattern("\\p{IsHan}");
    } else {
      assertThat(description).as(name).doesNotContainPattern("\\p{IsHan}");
    }
  }

  /** The library that prints help warns on standard error of a % that begins no format. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void textsOfHelpAreFormats(String tag) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "io.silvergauge.jobs.cli.Messages",
            tag.equals("en") ? Locale.ROOT : Locale.forLanguageTag(tag),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    for (String key : texts.keySet()) {
      assertThat(texts.getString(key).replaceAll("%[n%]", "")).as(key).doesNotContain("%");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("commandsAndLanguages")
  void helpShowsNoKeyOfAText(String command, String language) {
    String help = help(command, language).out();
    assertThat(help)
        .doesNotContain("option.")
        .doesNotContain("parameter.")
        .doesNotContain("usage.")
        .doesNotContain("${")
        .doesNotContain("silvergauge." + command);
    assertThat(help).contains(language.equals("zh") ? "退出状态" : "Exit status");
    assertThat(help.lines().filter(line -> line.matches(" {2}[0-6] +\\S.*"))).hasSizeGreaterThan(6);
    if (language.equals("en")) {
      assertThat(help).doesNotContainPattern("\\p{IsHan}");
    }
  }

  @Test
  void saysWhatItIsWithoutACommand() {
    Cli.Ran ran = Cli.run();
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("Usage: silvergauge").contains("evaluate");
    assertThat(Cli.run("--version").out()).startsWith("SilverGauge ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluate | Missing required parameter: 'ASSESSMENT' | evaluate --help",
        "evaluate x --nosuch | Unknown option: '--nosuch' | evaluate --help",
        "nonsense | Unmatched argument at index 0: 'nonsense' | --help",
        "evaluate x --format odt | --format: 'odt' is not one of: html, pdf, xlsx, docx, dashboard | evaluate --help",
        "evaluate x --as-of yesterday | Invalid value for option '--as-of': 'yesterday' is not a date such as 2023-12-31 | evaluate --help",
        "evaluate x --received 2023-02-30 | Invalid value for option '--received': '2023-02-30' is not a date such as 2023-12-31 | evaluate --help",
        "validate x --lang fr | --lang: 'fr' is not one of: zh, en | validate --help",
        "check x --lang fr | --lang: 'fr' is not one of: zh, en | check --help",
        "report --to x | Missing required option: '--period=P' | report --help",
        "report --to x --period 2023Q9 | Invalid value for option '--period': '2023Q9' is no period | report --help",
        "scheme show | Missing required parameter: | scheme show --help",
        "generate --to x --cities abc | 'abc' is not a region code; a code has six digits, like 410100 | generate --help",
        "generate --to x --from 2023Q9 | '2023Q9' is not a quarter; a quarter is written like 2023Q4 | generate --help",
        "generate --to x --from 2023Q4 --until 2023Q1 | The first quarter 2023Q4 is after the last quarter 2023Q1 | generate --help"
      })
  void wrongUsageIsNamedAndEndsWithTwo(String command, String said, String see) {
    Cli.Ran ran = Cli.run((Object[]) command.split(" ", -1));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.said().get(0)).startsWith(said);
    assertThat(ran.said().get(ran.said().size() - 1)).isEqualTo("See: silvergauge " + see);
  }

  /** As {@code --out "$OUT"} says where the variable is not set. */
  @Test
  void anEmptyPathIsNotTheWorkingDirectory() {
    Cli.Ran ran = Cli.run("run", "x", "--out", "");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.said().get(0)).isEqualTo("Invalid value for option '--out': '' is no path");
    Cli.Ran chinese = Cli.run("run", "x", "--notify", "", "--lang", "zh");
    assertThat(chinese.status()).isEqualTo(2);
    assertThat(chinese.said().get(0)).endsWith("“”不是路径");
  }

  @Test
  void aPeriodThatTheAssessmentDoesNotHaveIsNamed() {
    Path folder = SmallAssessment.delivered().write(temp);
    Cli.Ran ran = Cli.run("evaluate", folder, "--period", "2024Q1", "--out", temp.resolve("out"));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.said())
        .containsExactly(
            "--period: 2024Q1 is not among the assessment's periods [2023Q3, 2023Q4]",
            "See: silvergauge evaluate --help");
    assertThat(temp.resolve("out")).doesNotExist();
  }

  @Test
  void aFolderThatIsNoAssessmentIsNamed() {
    Cli.Ran ran = Cli.run("evaluate", temp.resolve("none"), "--out", temp.resolve("out"));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.said())
        .containsExactly(
            "assessment.yaml: there is no such file; an assessment folder has assessment.yaml,"
                + " regions/, cities.csv and data/deliveries.csv",
            "Faults: 1. Nothing was run.");
    assertThat(temp.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"evaluate", "validate", "check"})
  void allFaultsAreNamedAtOnceBeforeAnythingStarts(String command) {
    Path folder =
        SmallAssessment.delivered()
            .changed("scheme.yaml", "of: funds}", "of: fund}")
            .changed("scheme.yaml", "max_age: 24", "max_age: old")
            .changed("cities.csv", "110200,", "110300,")
            .write(temp.resolve("assessment"));
    Cli.Ran english = Cli.run(command, folder, "--out", temp.resolve("out"));
    Cli.Ran chinese = Cli.run(command, folder, "--out", temp.resolve("out"), "--lang=zh");

    assertThat(english.status()).isEqualTo(2);
    assertThat(english.out()).isEmpty();
    assertThat(english.said())
        .containsExactly(
            "scheme.yaml:25, statistics[6].max_age: 'old' is not a decimal number such as 12.5",
            "scheme.yaml:31, indicators[2].count.of: unknown statistic 'fund'; did you mean 'funds'?",
            "cities.csv:3, code: there is no region '110300'",
            "Faults: 3. Nothing was run.");
    assertThat(chinese.said())
        .hasSize(4)
        .contains("cities.csv:3，code：行政区划中没有“110300”", "共 3 处错误，未运行。");
    assertThat(temp.resolve("out")).as("no Spark, no output folder").doesNotExist();
  }

  @Test
  void validateSaysWhatIsThere() {
    Path folder = SmallAssessment.delivered().write(temp);
    assertThat(Cli.run("validate", folder).lines())
        .containsExactly(
            "Valid: scheme small 1 with 4 indicators, 3 cities, 0 plans, 4 source descriptions, 7"
                + " deliveries");
    assertThat(Cli.run("validate", folder, "--lang", "zh").lines())
        .containsExactly("有效：方案 small 1（4 个指标），3 个城市，0 份工作方案，4 个来源说明，7 份报送");
    assertThat(Cli.run("validate", Repository.path("sample-input")).status()).isZero();
  }

  @Test
  void anEnvironmentThatCannotBeWrittenToEndsWithFive() {
    Path folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
    Repository.write(temp.resolve("taken"), "a file where a folder is needed");
    Cli.Ran ran = Cli.run("evaluate", folder, "--out", temp.resolve("taken/out"));

    assertThat(ran.status()).isEqualTo(5);
    assertThat(ran.err()).startsWith("Could not read or write: ").contains("taken/out");
    assertThat(ran.said()).hasSize(2);
    assertThat(ran.said().get(1)).endsWith(": nothing new is published, exit status 5");
  }

  @Test
  void neverLetsAnExceptionOut() {
    for (String[] arguments :
        List.of(
            new String[] {""},
            new String[] {"", ""},
            new String[] {"evaluate", ""},
            new String[] {"evaluate", "\0"},
            new String[] {"check", "\0"},
            new String[] {"check", ""},
            new String[] {"report", "--period", "2023Q4", "--to", "\0"},
            new String[] {"report", "--period", "../../..", "--to", temp.toString()},
            new String[] {"generate", "--to", "\0"},
            new String[] {"--lang"},
            new String[] {"validate", "--lang"},
            new String[] {"validate", "--verbose", "x", "y"},
            new String[] {"evaluate", "@" + temp.resolve("none")},
            new String[] {"evaluate", temp.toString(), "--out", "\0"},
            new String[] {"evaluate", "x", "--period", "%d%n%s"})) {
      assertThatCode(() -> assertThat(Cli.run((Object[]) arguments).status()).isIn(2, 5))
          .as(String.join(" ", arguments))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void showsATraceOnlyWhereItIsAskedFor() {
    Repository.write(temp.resolve("taken"), "");
    Path folder = SmallAssessment.delivered().write(temp.resolve("assessment"));
    Object[] command = {"evaluate", folder, "--out", temp.resolve("taken/out")};
    Object[] verbose = {"evaluate", folder, "--out", temp.resolve("taken/out"), "--verbose"};

    assertThat(Cli.run(command).err()).doesNotContain("\tat ");
    assertThat(Cli.run(verbose).err()).contains("\tat ");
  }
}
