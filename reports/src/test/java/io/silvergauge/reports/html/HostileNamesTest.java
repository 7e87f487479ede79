package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.reports.text.Inert;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostileNamesTest {
  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("<script>alert(1)</script>", "<script>alert(1)</script>"),
        Arguments.of("<b>甲</b>&amp;\"'", "<b>甲</b>&amp;\"'"),
        Arguments.of(
            "</title></style><img src=x onerror=alert(1)>",
            "</title></style><img src=x onerror=alert(1)>"),
        Arguments.of("{{ t.say(\"x\") }} {city}", "{{ t.say(\"x\") }} {city}"),
        Arguments.of("甲\u202E乙\u2066丙\u200F", "甲\uFFFD乙\uFFFD丙\uFFFD"),
        Arguments.of("甲\u0000乙\u001B丙", "甲\uFFFD乙\uFFFD丙"),
        Arguments.of("甲\uD800乙", "甲\uFFFD乙"),
        Arguments.of("长".repeat(2000), "长".repeat(80) + "…"),
        Arguments.of("𠀀".repeat(2000), "𠀀".repeat(80) + "…"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void comeOutInertAndLegible(String hostile, String shown) {
    Document page =
        org.jsoup.Jsoup.parse(
            new HtmlReports()
                .city(
                    Sample.evaluation(Sample.BOTH),
                    Sample.region(Bilingual.same(hostile), Sample.results()),
                    Language.ZH));
    assertThat(page.selectFirst("h1").text()).isEqualTo(shown + "评估报告");
    assertThat(page.title()).startsWith(shown + "评估报告");
    assertThat(page.select("script, img, b, [onerror]")).isEmpty();
    assertThat(page.select("style")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, %252E%252E%252F%252E%252E%252Fetc%252Fpasswd.en.html",
    "javascript:alert(1), javascript%253Aalert%25281%2529.en.html",
    "a b#c?d, a%2520b%2523c%253Fd.en.html"
  })
  void codesStayInTheFolder(String code, String link) {
    assertThat(Links.city(code, Language.EN)).isEqualTo(link);
  }

  @Test
  void spacesReplaceLineBreaks() {
    assertThat(Inert.text("a\nb\tc")).isEqualTo("a b c");
  }
}
