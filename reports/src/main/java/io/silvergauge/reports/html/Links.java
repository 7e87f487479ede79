package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.RegionEvaluation;

/** Links between the pages of one folder; made from codes, never from names. */
final class Links {
  private Links() {}

  static String city(String code, Language language) {
    return escaped(RegionEvaluation.City.fileName(code)) + "." + language.code() + ".html";
  }

  static String explanation(String code, Language language) {
    return escaped(RegionEvaluation.City.fileName(code)) + ".explain." + language.code() + ".html";
  }

  static String comparison(Language language) {
    return "comparison." + language.code() + ".html";
  }

  static String handout(Handout handout, Language language) {
    return escaped(handout.fileName()) + "." + language.code() + ".html";
  }

  static Language other(Language language) {
    return language == Language.ZH ? Language.EN : Language.ZH;
  }

  /** A file name as part of an address: its percent signs are encoded once more. */
  private static String escaped(String fileName) {
    return fileName.replace("%", "%25");
  }
}
