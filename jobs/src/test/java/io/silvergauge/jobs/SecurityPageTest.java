package io.silvergauge.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on security names every bound with its value, and only tests and keys that exist. */
class SecurityPageTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z.]+)\\.([A-Z]\\w+)\\.([A-Z_]+)` \\| ([0-9]+) \\|");
  private static final Pattern BOUND =
      Pattern.compile("static final (?:int|long) (MAX_\\w+|LARGEST\\w*) =");
  private static final Pattern OF_LIMITS = Pattern.compile("static final (?:int|long) ([A-Z]+) =");
  private static final List<String> MODULES = List.of("indicators", "reports", "jobs");

  private static String page(String name) {
    return Repository.text(Repository.path("docs").resolve(name));
  }

  /** Class and constant, with the value the page says. */
  private static Map<String, Long> table(String page) {
    Map<String, Long> table = new TreeMap<>();
    Matcher row = ROW.matcher(page);
    while (row.find()) {
      table.put(
          row.group(1) + "." + row.group(2) + "." + row.group(3), Long.parseLong(row.group(4)));
    }
    return table;
  }

  private static long value(String constant) throws ReflectiveOperationException {
    int dot = constant.lastIndexOf('.');
    Field field =
        Class.forName("io.silvergauge." + constant.substring(0, dot))
            .getDeclaredField(constant.substring(dot + 1));
    field.setAccessible(true);
    return ((Number) field.get(null)).longValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"security.md", "security.zh-CN.md"})
  void saysTheValuesOfTheCode(String name) throws ReflectiveOperationException {
    Map<String, Long> table = table(page(name));
    assertThat(table).hasSizeGreaterThan(30);
    for (Map.Entry<String, Long> row : table.entrySet()) {
      assertThat(value(row.getKey())).as(row.getKey()).isEqualTo(row.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"security.md", "security.zh-CN.md"})
  void leavesNoBoundOut(String name) {
    List<String> bounds = new ArrayList<>();
    for (String module : MODULES) {
      Path root = Repository.path(module + "/src/main/java/io/silvergauge");
      for (Path source : Repository.files(root)) {
        String type =
            root.relativize(source).toString().replace('/', '.').replaceFirst("\\.java$", "");
        Pattern pattern = type.equals("jobs.read.Limits") ? OF_LIMITS : BOUND;
        pattern
            .matcher(Repository.text(source))
            .results()
            .forEach(match -> bounds.add(type + "." + match.group(1)));
      }
    }
    assertThat(bounds).hasSizeGreaterThan(25);
    assertThat(table(page(name)).keySet()).containsAll(bounds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"security.md", "security.zh-CN.md"})
  void namesTestsThatExist(String name) {
    TreeSet<String> there = new TreeSet<>();
    for (String module : MODULES) {
      Repository.files(Repository.path(module + "/src/test/java"))
          .forEach(file -> there.add(file.getFileName().toString().replace(".java", "")));
    }
    List<String> named =
        Pattern.compile("`([A-Z]\\w*[a-z](?:Test|IT))`")
            .matcher(page(name))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(named).hasSizeGreaterThan(10);
    assertThat(there).containsAll(named);
  }

  /** Each library of the table stands in the list of what is shipped, in that version. */
  @Test
  void looksAtTheVersionsThatAreShipped() {
    String shipped = Repository.text(Path.of("src/assembly/third-party.csv"));
    List<String> rows =
        page("security.md")
            .substring(page("security.md").indexOf("## Known vulnerabilities"))
            .lines()
            .filter(line -> line.startsWith("| "))
            .skip(1)
            .map(line -> line.split("\\|", -1)[1])
            .toList();
    assertThat(rows).hasSizeGreaterThan(10);
    for (String row : rows) {
      Matcher version = Pattern.compile("[0-9]+\\.[0-9]+(?:\\.[0-9]+)*").matcher(row);
      while (version.find()) {
        assertThat(shipped).as(row).containsPattern("," + Pattern.quote(version.group()) + "[,.]");
      }
    }
  }
}
