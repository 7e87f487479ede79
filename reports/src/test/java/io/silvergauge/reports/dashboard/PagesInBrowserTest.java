package io.silvergauge.reports.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.Tool;
import io.silvergauge.reports.html.HtmlReports;
import io.silvergauge.reports.html.Samples;
import io.silvergauge.reports.html.Written;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Report pages in a real browser: hostile texts in them, and hostile markup were there a hole. */
class PagesInBrowserTest {
  private static final String HOSTILE =
      "<img src=\"http://127.0.0.1:PORT/x\" onerror=\"document.title='ran'\"><script>document.title='ran'</script>";

  /** What a page must withstand even if a text came through unescaped. */
  private static final String INJECTED =
      HOSTILE
          + "<style>@import url(http://127.0.0.1:PORT/a.css); body{background:url(http://127.0.0.1:PORT/b)}</style>"
          + "<link rel=\"stylesheet\" href=\"http://127.0.0.1:PORT/c.css\">"
          + "<iframe src=\"http://127.0.0.1:PORT/d\"></iframe><object data=\"http://127.0.0.1:PORT/e\"></object>"
          + "<base href=\"http://127.0.0.1:PORT/\"><form id=\"f\" action=\"http://127.0.0.1:PORT/g\"></form>"
          + "<svg><image href=\"http://127.0.0.1:PORT/h\"/></svg>";

  private static final String LOADED =
      "new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))";

  @TempDir static Path folder;

  private static Map<String, String> pages() {
    Evaluation evaluation = Samples.written(Samples.evaluation(), HOSTILE);
    RegionEvaluation city = Samples.written(Samples.city(), HOSTILE);
    HtmlReports reports = new HtmlReports();
    Written written = Written.all(evaluation, List.of(Language.values()));
    return Map.of(
        "city.html", reports.city(evaluation, city, Language.ZH, written),
        "explanation.html", reports.explanation(evaluation, city, Language.EN, written),
        "comparison.html", reports.comparison(evaluation, List.of(city), Language.EN, written));
  }

  private static void show(Browser browser, String name, String page) throws Exception {
    Path file = folder.resolve(name);
    Files.writeString(file, page.replaceFirst("<html ", "<html data-ready=\"yes\" "));
    browser.open(file.toUri().toString());
    browser.run(LOADED);
    assertThat(browser.run("document.title").asText()).isNotEmpty().isNotEqualTo("ran");
  }

  @Test
  void runNothingAndAskNobody() throws Exception {
    Tool.required("chromium");
    try (Browser browser = new Browser(folder, 1000, 900)) {
      for (Map.Entry<String, String> page : pages().entrySet()) {
        show(browser, page.getKey(), page.getValue());
      }
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).hasSize(3).allMatch(one -> one.startsWith("file:"));
    }
  }

  /** Asked by the same page without its policy, the listener hears: so it would have heard. */
  @Test
  void thePolicyKeepsBackWhatAHoleWouldLetIn() throws Exception {
    Tool.required("chromium");
    List<String> asked = new CopyOnWriteArrayList<>();
    try (ServerSocket listener =
            new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Browser browser = new Browser(folder, 1001, 900)) {
      Thread hearing = new Thread(() -> hear(listener, asked));
      hearing.setDaemon(true);
      hearing.start();
      String page =
          pages()
              .get("city.html")
              .replace(
                  "</body>",
                  INJECTED.replace("PORT", Integer.toString(listener.getLocalPort())) + "</body>");

      show(browser, "injected.html", page);
      browser.run("document.getElementById('f').submit()");
      assertThat(browser.run("document.title").asText()).isNotEqualTo("ran");
      assertThat(String.join("\n", browser.complaints()))
          .contains("/x", "/c.css", "Content Security Policy");
      assertThat(asked).isEmpty();

      String open = page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
      assertThat(open).isNotEqualTo(page);
      Path file = folder.resolve("open.html");
      Files.writeString(file, open.replaceFirst("<html ", "<html data-ready=\"yes\" "));
      browser.open(file.toUri().toString());
      browser.run(LOADED);
      assertThat(browser.run("document.title").asText()).isEqualTo("ran");
      assertThat(asked).anyMatch(line -> line.startsWith("GET /x "));
    }
  }

  /** Counts requests; a browser may open a connection ahead and ask nothing of it. */
  private static void hear(ServerSocket listener, List<String> asked) {
    while (!listener.isClosed()) {
      try {
        Socket one = listener.accept();
        Thread reading = new Thread(() -> read(one, asked));
        reading.setDaemon(true);
        reading.start();
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private static void read(Socket one, List<String> asked) {
    try (Socket connection = one;
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
      String line = lines.readLine();
      if (line != null) {
        asked.add(line);
      }
    } catch (IOException e) {
      asked.add("unreadable: " + e);
    }
  }
}
