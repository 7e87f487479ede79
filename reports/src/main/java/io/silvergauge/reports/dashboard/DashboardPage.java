package io.silvergauge.reports.dashboard;

import io.silvergauge.reports.text.Inert;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page around the model: its one script and one style sheet are allowed by their hashes, the
 * model lies in a block that is never run, and no address may be asked for anything.
 */
final class DashboardPage {
  /** In the order in which they build on each other. */
  private static final List<String> SCRIPTS =
      List.of(
          "lib/echarts.js",
          "lib/tabulator.js",
          "logarithm.js",
          "score.js",
          "model.js",
          "state.js",
          "words.js",
          "elements.js",
          "results.js",
          "columns.js",
          "table.js",
          "filters.js",
          "weights.js",
          "radar.js",
          "compare.js",
          "city.js",
          "main.js");

  private static final String STYLE = text("lib/tabulator.css") + text("dashboard.css");
  private static final String SCRIPT =
      "\"use strict\";\n"
          + SCRIPTS.stream().map(DashboardPage::text).collect(Collectors.joining("\n"));
  private static final String POLICY =
      ("default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none';"
              + " form-action 'none'")
          .formatted(sha256(STYLE), sha256(SCRIPT));

  /** What stands between policy, title, style, model and script; filled in at once. */
  private static final List<String> BETWEEN =
      List.of(text("dashboard.html").split("\\{\\{[a-z]+}}"));

  private DashboardPage() {}

  /**
   * The page.
   *
   * @param title what the window is called before the script says it in the reader's language
   * @param model as JSON
   */
  static String of(String title, String model) {
    List<String> filled =
        List.of(POLICY, Inert.text(title), STYLE, model.replace("<", "\\u003c"), SCRIPT, "");
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < BETWEEN.size(); i++) {
      page.append(BETWEEN.get(i)).append(filled.get(i));
    }
    return page.toString();
  }

  /** A file of the dashboard, as it is. */
  private static String text(String name) {
    try (InputStream text = DashboardPage.class.getResourceAsStream(name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
