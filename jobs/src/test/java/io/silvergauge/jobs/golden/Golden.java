package io.silvergauge.jobs.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/**
 * Holds a page to its golden file, cell by cell. The files are written anew with {@code
 * -Dsilvergauge.golden=write}; the test then fails once, so that nobody takes it for a check.
 */
public final class Golden {
  private static final String FOLDER = "jobs/src/test/resources/golden";
  private static final int SHOWN = 12;

  private Golden() {}

  /** Fails where a page says anything else than its golden file, naming table, row and column. */
  public static void check(Path html) {
    List<String> found = PageText.lines(Jsoup.parse(Repository.text(html)));
    String name = html.getFileName().toString().replace(".html", ".txt");
    Path golden = Repository.path(FOLDER).resolve(name);
    if ("write".equals(System.getProperty("silvergauge.golden"))) {
      write(golden, found);
      throw new AssertionError(
          name + " was written; look at the difference, then run again without the property");
    }
    assertThat(differences(Repository.text(golden).lines().toList(), found))
        .as(name + ", against " + golden)
        .isEmpty();
  }

  /** What differs, in words; at most a dozen. */
  static List<String> differences(List<String> golden, List<String> found) {
    List<String> differences = new ArrayList<>();
    String table = "";
    List<String> heads = List.of();
    for (int i = 0; i < Math.max(golden.size(), found.size()); i++) {
      if (differences.size() == SHOWN) {
        return differences;
      }
      if (i >= golden.size() || i >= found.size()) {
        differences.add(
            i < found.size() ? "more at the end: " + found.get(i) : "missing: " + golden.get(i));
        continue;
      }
      String expected = golden.get(i);
      String actual = found.get(i);
      if (expected.startsWith(PageText.TABLE)) {
        table = expected.substring(PageText.TABLE.length());
      } else if (expected.startsWith(PageText.HEAD)) {
        heads = cells(expected, PageText.HEAD);
      }
      if (!expected.equals(actual)) {
        compare(table, heads, i + 1, expected, actual, differences);
      }
    }
    return differences;
  }

  private static void compare(
      String table,
      List<String> heads,
      int line,
      String expected,
      String actual,
      List<String> differences) {
    List<String> wanted = cells(expected, PageText.ROW);
    List<String> is = cells(actual, PageText.ROW);
    boolean row = expected.startsWith(PageText.ROW) && actual.startsWith(PageText.ROW);
    if (!row || wanted.size() != is.size()) {
      differences.add("line %d: expected <%s>, found <%s>".formatted(line, expected, actual));
      return;
    }
    for (int x = 0; x < wanted.size(); x++) {
      if (!wanted.get(x).equals(is.get(x))) {
        differences.add(
            "table '%s', row '%s', column '%s': expected <%s>, found <%s>"
                .formatted(
                    table,
                    wanted.get(0),
                    x < heads.size() ? heads.get(x) : x + 1,
                    wanted.get(x),
                    is.get(x)));
      }
    }
  }

  private static List<String> cells(String line, String kind) {
    return line.startsWith(kind)
        ? List.of(line.substring(kind.length()).split(" \\| ", -1))
        : List.of();
  }

  private static void write(Path golden, List<String> lines) {
    try {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
