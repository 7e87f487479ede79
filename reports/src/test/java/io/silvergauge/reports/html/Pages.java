package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.chart.Lettered;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Renders pages and checks what must hold for each of them. */
final class Pages {
  private static final Pattern LEFT_OPEN =
      Pattern.compile("\\bnull\\b|\\bNaN\\b|Infinity|\\{[a-z_]+}|\\{\\{|Optional\\[");

  private Pages() {}

  static Document city(List<String> results, RegionEvaluation region, Language language) {
    return sound(
        new HtmlReports()
            .city(
                Sample.evaluation(results), region, language, written(Sample.evaluation(results))),
        language);
  }

  static Document explanation(List<String> results, RegionEvaluation region, Language language) {
    Evaluation evaluation = Sample.evaluation(results);
    return sound(
        new HtmlReports().explanation(evaluation, region, language, written(evaluation)), language);
  }

  static Document comparison(Evaluation evaluation, Language language) {
    return sound(
        new HtmlReports().comparison(evaluation, List.of(), language, written(evaluation)),
        language);
  }

  /** The parsed page, drawn words as texts, if it is self-contained, accessible and has no gaps. */
  static Document sound(String html, Language language) {
    Document page = Jsoup.parse(html);
    assertThat(page.selectFirst("html").attr("lang"))
        .isEqualTo(language == Language.ZH ? "zh-CN" : "en");
    assertThat(page.select("script, link, img, iframe, object, embed, form, base, [style], [src]"))
        .isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                .formatted(sha256(page.selectFirst("style").data())));
    assertThat(html).doesNotContain("http://", "https://", "url(", "@import", "javascript:");
    for (Element link : page.select("a[href]")) {
      assertThat(link.attr("href"))
          .matches("#[A-Za-z0-9_-]+|[A-Za-z0-9%_.*-]+\\.(zh|en)\\.html(#[A-Za-z0-9_-]+)?");
    }
    Map<String, Integer> ids = new HashMap<>();
    page.select("[id]").forEach(one -> ids.merge("#" + one.id(), 1, Integer::sum));
    for (String target : page.select("a[href^=#]").eachAttr("href")) {
      assertThat(ids).containsEntry(target, 1);
    }
    assertThat(page.select("table:not(:has(> caption))")).isEmpty();
    assertThat(page.select("th:not([scope])")).isEmpty();
    assertThat(page.select("h1")).hasSize(1);
    for (Element cell : page.select("td, th, dt, dd, li, h1, h2, h3, p, summary, caption, title")) {
      assertThat(cell.text()).as(cell::outerHtml).isNotBlank();
    }
    Document read = Lettered.read(page);
    assertThat(LEFT_OPEN.matcher(read.text()).find()).as(read.text()).isFalse();
    return read;
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All pages in both languages. */
  static Written written(Evaluation evaluation) {
    return Written.all(evaluation, List.of(Language.values()));
  }
}
