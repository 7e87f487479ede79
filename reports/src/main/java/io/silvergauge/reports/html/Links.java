package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Links between the pages of one folder; made from codes, never from names. */
final class Links {
  private Links() {}

  static String city(String code, Language language) {
    return escaped(code) + "." + language.code() + ".html";
  }

  static String comparison(Language language) {
    return "comparison." + language.code() + ".html";
  }

  static Language other(Language language) {
    return language == Language.ZH ? Language.EN : Language.ZH;
  }

  /** Percent-encoded, so that a code can neither leave the folder nor name a scheme. */
  private static String escaped(String code) {
    return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
