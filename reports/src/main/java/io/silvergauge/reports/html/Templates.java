package io.silvergauge.reports.html;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.silvergauge.reports.text.Inert;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The templates, read and compiled once for the whole process. The policy of each page allows the
 * one style sheet, by its hash, and nothing else.
 */
final class Templates {
  private static final String FOLDER = "io/silvergauge/reports/html";
  private static final String STYLE = text("style.css");
  private static final String PAPER_STYLE = text("paper.css");
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
          .formatted(sha256(STYLE));
  private static final PebbleEngine ENGINE = engine();

  private Templates() {}

  static String render(String template, Medium medium, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    boolean paper = medium == Medium.PAPER;
    all.put("paper", paper);
    all.put("layout", paper ? "paper.peb" : "layout.peb");
    all.put("style", paper ? PAPER_STYLE : STYLE);
    all.put("policy", POLICY);
    StringWriter page = new StringWriter();
    try {
      ENGINE.getTemplate(template).evaluate(page, all, Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  private static PebbleEngine engine() {
    ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix(FOLDER);
    loader.setCharset(StandardCharsets.UTF_8.name());
    return new PebbleEngine.Builder()
        .loader(loader)
        .defaultLocale(Locale.ROOT)
        .strictVariables(true)
        .autoEscaping(true)
        .addEscapingStrategy("inert", Inert::text)
        .defaultEscapingStrategy("inert")
        .build();
  }

  private static String text(String name) {
    try (InputStream text = Templates.class.getResourceAsStream(name)) {
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
