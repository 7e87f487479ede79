package io.silvergauge.reports.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.SchemeReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  private static final String SCHEME =
      """
      id: reading
      edition: "1"
      valid_from: 2024-01-01
      name: {zh: 方案, en: "Scheme <b>|</b>"}
      dimensions:
        - {id: care, name: {zh: 照护, en: Care}, weight: 3, cap: 105}
        - {id: place, name: {zh: 环境, en: Place}, weight: 1}
      total: {name: {zh: 总分, en: Total}, publish_from: 60}
      grades:
        - {id: good, name: {zh: 良, en: Good}, from: 60}
        - {id: poor, name: {zh: 差, en: Poor}, from: 0}
      statuses: {falsified: {worth: 0, deduct: 5}}
      vetoes:
        - {id: v, name: {zh: 底线, en: Floor}, when: {indicators: [beds], at_most: 10}, then: {node: care, score_at_most: 30}}
      statistics:
        - {id: beds, name: {zh: 床位, en: Beds}, unit: 张, grain: self, max_age: 12}
      indicators:
        - id: beds
          name: {zh: 床位, en: Beds}
          dimension: care
          count: {of: beds}
          better: higher
          target: {within: [30, 50], unit: 张, by: 2023Q4, milestones: [{by: 2022Q4, within: [20, 50]}]}
          posts: {zero: 0, full: 60}
          weight: 1
          source: {document: 某文件, clause: "3"}
        - id: more
          name: {zh: 更多, en: More}
          dimension: place
          count: {of: beds}
          better: higher
          weight: 2
      profiles:
        - id: nation
          name: {zh: 国家, en: Nation}
          targets: [{indicator: beds, at_least: 55, unit: 张, by: 2025Q4}]
      """;

  private static RuleBook book(Language language) {
    Faults faults = new Faults();
    Scheme scheme =
        SchemeReader.read("s", SCHEME.getBytes(StandardCharsets.UTF_8), "ab", faults).orElseThrow();
    return RuleBook.of(scheme, language);
  }

  @Test
  void saysWeightsInPartsOfTheTotalTargetsAndPolicies() {
    String text = book(Language.EN).markdown();
    assertThat(text)
        .contains("# Scheme \\<b\\>\\|\\</b\\>")
        // care 3 of 4, and beds is all of it
        .contains("| Care<br>care | Total | 3 | 75 % | weighted arithmetic mean | 0 % | 105 % |")
        .contains("| Beds<br>beds | 75 % |")
        .contains("| More<br>more | 25 % |")
        .contains("count (beds): Beds", "by 2022 Q4")
        .contains("found to be false: 0 % of the score counts")
        .contains("Floor: where 'Beds' is 10 or less, 'Care' has 30 points at most")
        .contains("## Profile: Nation")
        .contains("carried forward 12 months at most");
  }

  @Test
  void saysItInChineseToo() {
    assertThat(book(Language.ZH).markdown())
        .contains("# 方案")
        .contains("| 床位<br>beds | 75 % |")
        .contains("底线：“床位”不高于 10时，“照护”最高 30 分")
        .contains("某文件 3");
  }

  @Test
  void isAPageInWhichNoTextOfAFileIsMarkup() {
    String html = book(Language.EN).html();
    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<th scope=\"row\">Care<span class=\"sub\">care</span></th>")
        .doesNotContain("<b>")
        .doesNotContain("http:", "https:", "<script");
  }
}
