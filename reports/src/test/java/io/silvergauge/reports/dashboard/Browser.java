package io.silvergauge.reports.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.reports.Tool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A headless Chromium that is spoken to in its own protocol: no driver has to fit its version, and
 * what a page logs and asks of the network comes as events, nothing missed.
 */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  Browser(Path scratch, int width, int height) throws Exception {
    profile = Files.createDirectory(scratch.resolve("profile-" + width));
    process =
        new ProcessBuilder(
                Tool.required("chromium").toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    HttpClient client = HttpClient.newHttpClient();
    JsonNode targets = targets(client, port());
    String address = "";
    for (JsonNode target : targets) {
      address =
          target.get("type").asText().equals("page")
              ? target.get("webSocketDebuggerUrl").asText()
              : address;
    }
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Hearing())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    for (String domain : List.of("Runtime", "Log", "Network", "Page")) {
      ask(domain + ".enable", JSON.createObjectNode());
    }
    ask("Performance.enable", JSON.createObjectNode().put("timeDomain", "threadTicks"));
    ObjectNode size = JSON.createObjectNode();
    size.put("width", width).put("height", height).put("deviceScaleFactor", 1).put("mobile", false);
    ask("Emulation.setDeviceMetricsOverride", size);
  }

  /** The browser writes its port into its profile once it listens. */
  private String port() throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < until) {
      if (Files.exists(file) && !Files.readString(file).isBlank()) {
        return Files.readAllLines(file).get(0);
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("Chromium did not start");
  }

  private static JsonNode targets(HttpClient client, String port) throws Exception {
    URI list = URI.create("http://127.0.0.1:" + port + "/json");
    return JSON.readTree(
        client
            .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body());
  }

  private final class Hearing implements WebSocket.Listener {
    private final StringBuilder heard = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean end) {
      heard.append(text);
      if (end) {
        hear(heard.toString());
        heard.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void hear(String text) {
    JsonNode said;
    try {
      said = JSON.readTree(text);
    } catch (IOException e) {
      complaints.add("unreadable: " + text);
      return;
    }
    if (said.has("id")) {
      asked.remove(said.get("id").intValue()).complete(said);
      return;
    }
    switch (said.get("method").asText()) {
      case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded" ->
          complaints.add(said.get("params").toString());
      case "Network.requestWillBeSent" -> requests.add(said.at("/params/request/url").asText());
      default -> {
        // the rest is of no interest
      }
    }
  }

  private JsonNode ask(String method, ObjectNode parameters) throws Exception {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(JSON.writeValueAsString(message), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Opens a page and waits until its script says that it is drawn. */
  void open(String address) throws Exception {
    ask("Page.navigate", JSON.createObjectNode().put("url", address));
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!"yes".equals(run("document.documentElement?.dataset?.ready").asText())) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("The page was never ready: " + complaints);
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  /** What an expression comes to in the page. */
  JsonNode run(String expression) throws Exception {
    ObjectNode parameters = JSON.createObjectNode();
    parameters.put("expression", expression).put("returnByValue", true).put("awaitPromise", true);
    JsonNode result = ask("Runtime.evaluate", parameters).get("result");
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(result.get("exceptionDetails").toString());
    }
    return result.get("result").path("value");
  }

  /** Seconds of processor time that the page's thread has had: not held up by other programs. */
  double threadSeconds() throws Exception {
    for (JsonNode metric :
        ask("Performance.getMetrics", JSON.createObjectNode()).at("/result/metrics")) {
      if (metric.get("name").asText().equals("ThreadTime")) {
        return metric.get("value").doubleValue();
      }
    }
    throw new IllegalStateException("Chromium does not say how long the page's thread ran");
  }

  /** What the page said to the console, and what the browser refused it. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Every address that was asked for. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    for (String link : List.of("SingletonSocket", "SingletonCookie", "SingletonLock")) {
      Files.deleteIfExists(profile.resolve(link)); // they lead out of the folder that is removed
    }
  }
}
