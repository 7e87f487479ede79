package io.silvergauge.reports.html;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.core.DisallowExtensionCustomizerBuilder;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.reports.text.Inert;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The templates and style sheets of pages: those that come with the program, and those that a
 * folder puts in their place by the same names. Read and compiled once. The policy of each page for
 * a screen allows the one style sheet, by its hash, and nothing else.
 *
 * <p>A template says how a page looks; it cannot read files, call anything but what pages are made
 * of, or switch off that names are written inert. The policy is put into each page, whatever the
 * templates say, so that nothing runs and nothing is loaded.
 */
public final class PageTemplates implements Serializable {
  private static final long serialVersionUID = 1;

  /** Those that come with the program, all of them. */
  public static final List<String> NAMES =
      List.of(
          "brief.peb",
          "city.peb",
          "comparison.peb",
          "dimensions.peb",
          "explanation.peb",
          "followup.peb",
          "handout.peb",
          "heat.peb",
          "indicators.peb",
          "layout.peb",
          "macros.peb",
          "paper.css",
          "paper.peb",
          "parts.peb",
          "special.peb",
          "style.css",
          "unmet.peb");

  /** Those that come with the program and no others. */
  public static final PageTemplates SHIPPED = new PageTemplates(Map.of());

  private static final String STYLE = "style.css";
  private static final String PAPER_STYLE = "paper.css";
  private static final String LAYOUT = "layout.peb";

  /** How a page for a screen begins; right after it the policy is put in. */
  private static final Pattern HEAD =
      Pattern.compile("\\A\\s*<!DOCTYPE html>\\s*<html[^<>]*>\\s*<head>\\n?");

  /** What shipped templates do without and others could hide names or pages behind. */
  private static final Function<Extension, ExtensionCustomizer> LESS =
      new DisallowExtensionCustomizerBuilder()
          .disallowedFilterKeys(List.of("raw"))
          .disallowedTokenParserTags(
              List.of("autoescape", "cache", "embed", "filter", "flush", "from", "parallel", "set"))
          .disallowedFunctionKeys(List.of("i18n", "message", "range"))
          .build();

  private static final Pattern UNSAFE =
      Pattern.compile(
          "\\|\\s*(?:raw|escape)\\b|\\bautoescape\\b|<\\s*(?:script|iframe|embed|base|link|form)\\b"
              + "|\\bsrc(?:set)?\\s*=|\\bjavascript:|\\bhttp-equiv\\b|\\bon[a-z]+\\s*=|url\\s*\\(|@import",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNSAFE_STYLE =
      Pattern.compile("@import|url\\s*\\(|expression\\s*\\(|</", Pattern.CASE_INSENSITIVE);

  private final TreeMap<String, String> own;
  private transient volatile PebbleEngine engine;
  private transient volatile String policy;

  private PageTemplates(Map<String, String> own) {
    this.own = new TreeMap<>(own);
  }

  /**
   * Templates of a folder in the place of those that come with the program.
   *
   * @param files content by name; only {@link #NAMES}, in UTF-8
   * @throws TemplateFault if a name is unknown, or a template is faulty or unsafe
   */
  public static PageTemplates of(Map<String, byte[]> files) {
    Map<String, String> own = new TreeMap<>();
    new TreeMap<>(files)
        .forEach(
            (name, content) -> {
              if (!NAMES.contains(name)) {
                throw new TemplateFault(
                    name,
                    0,
                    Bilingual.of(
                        "没有这个模板%s；可替换的有：%s",
                        "there is no such template%s; known are: %s",
                        Suggestion.nearest(name, NAMES),
                        String.join(", ", NAMES)));
              }
              own.put(name, checked(name, decoded(name, content)));
            });
    PageTemplates templates = new PageTemplates(own);
    own.keySet().stream().filter(name -> name.endsWith(".peb")).forEach(templates::compile);
    return templates;
  }

  /** Each file of its own, by name. */
  public Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    own.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  /**
   * A page.
   *
   * @throws TemplateFault if a template of its own asks for what a page does not have
   */
  String render(String template, Medium medium, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    boolean paper = medium == Medium.PAPER;
    all.put("paper", paper);
    all.put("layout", paper ? "paper.peb" : LAYOUT);
    all.put("style", new SafeString(text(paper ? PAPER_STYLE : STYLE)));
    StringWriter page = new StringWriter();
    try {
      engine().getTemplate(template).evaluate(page, all, Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PebbleException e) {
      throw own.isEmpty() ? e : TemplateFault.of(e);
    } catch (StackOverflowError e) {
      throw new TemplateFault(
          template, 0, new Bilingual("模板互相包含，没有尽头", "templates include each other without end"));
    }
    return paper ? page.toString() : guarded(page.toString());
  }

  /** The page with the policy, before anything that it is to hold for. */
  private String guarded(String page) {
    Matcher head = HEAD.matcher(page);
    if (!head.find()) {
      throw new TemplateFault(
          LAYOUT,
          0,
          new Bilingual(
              "页面应以 <!DOCTYPE html><html …><head> 开头",
              "a page must begin with <!DOCTYPE html><html …><head>"));
    }
    return page.substring(0, head.end())
        + "<meta http-equiv=\"Content-Security-Policy\" content=\""
        + policy()
        + "\">\n"
        + page.substring(head.end());
  }

  /** The text of a template or style sheet. */
  String text(String name) {
    String text = own.get(name);
    return text == null ? shipped(name) : text;
  }

  private void compile(String name) {
    try {
      engine().getTemplate(name);
    } catch (PebbleException e) {
      throw TemplateFault.of(e);
    }
  }

  private PebbleEngine engine() {
    if (engine == null) {
      engine =
          new PebbleEngine.Builder()
              .loader(new NamedTemplates(this))
              .defaultLocale(Locale.ROOT)
              .strictVariables(true)
              .autoEscaping(true)
              .addEscapingStrategy("inert", Inert::text)
              .defaultEscapingStrategy("inert")
              .methodAccessValidator(NamedTemplates::mayCall)
              .registerExtensionCustomizer(LESS)
              .build();
    }
    return engine;
  }

  private String policy() {
    if (policy == null) {
      policy =
          "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
              .formatted(sha256(text(STYLE)));
    }
    return policy;
  }

  private static String decoded(String name, byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      // Browsers do the same before they hold a sheet against the hash of the policy.
      return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    } catch (CharacterCodingException e) {
      throw new TemplateFault(name, 0, new Bilingual("不是 UTF-8 文本", "it is no text in UTF-8"));
    }
  }

  /** What could run, load or hide something is refused with its line. */
  private static String checked(String name, String text) {
    boolean style = name.endsWith(".css");
    Matcher unsafe = (style ? UNSAFE_STYLE : UNSAFE).matcher(text);
    if (unsafe.find()) {
      throw new TemplateFault(
          name,
          1 + (int) text.substring(0, unsafe.start()).chars().filter(c -> c == '\n').count(),
          Bilingual.of(
              "不允许使用“%s”：页面不得运行脚本、加载外部内容或关闭转义",
              "'%s' is not allowed: pages run nothing, load nothing and write names inert",
              unsafe.group().strip()));
    }
    return text;
  }

  private static String shipped(String name) {
    try (InputStream text = PageTemplates.class.getResourceAsStream(name)) {
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

  private Object readResolve() {
    return own.isEmpty() ? SHIPPED : this;
  }
}
