package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TonguesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<td>中原区</td>|<td>[中原区]</td>",
        "<p>record 7, column 床位 of 3</p>|<p>record 7, column [床位] of 3</p>",
        "<p>《郑州市“十四五”规划》, clause 3</p>|<p>[《郑州市“十四五”规划》], clause 3</p>",
        "<p>2023年 figures</p>|<p>2023[年] figures</p>",
        "<title>郑州</title>|<title>郑州</title>",
        "<svg><text>郑州</text></svg><a title=\"郑州\">x</a>|"
            + "<svg><text>郑州</text></svg><a title=\"郑州\">x</a>"
      })
  void marksWhatIsChineseInAnEnglishPage(String page, String marked) {
    assertThat(Tongues.marked(page, Language.EN))
        .isEqualTo(marked.replace("[", "<span lang=\"zh-CN\">").replace("]", "</span>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<td>Nursing beds 床位</td>|<td>[Nursing beds] 床位</td>",
        "<td>民政部门：new home。</td>|<td>民政部门：[new home]。</td>",
        "<td>SHA-256 见 rejects.csv 与 civil_affairs.csv</td>|"
            + "<td>SHA-256 见 rejects.csv 与 civil_affairs.csv</td>",
        "<td>a &lt;b&gt; c</td>|<td>a &lt;b&gt; c</td>"
      })
  void marksEnglishPhrasesInAChinesePageAndNoCodes(String page, String marked) {
    assertThat(Tongues.marked(page, Language.ZH))
        .isEqualTo(marked.replace("[", "<span lang=\"en\">").replace("]", "</span>"));
  }

  @Test
  void standsUpToAVeryLongText() {
    String words = "<p>" + "word ".repeat(100_000) + "</p>";
    assertThat(Tongues.marked(words, Language.ZH).replaceAll("</?span[^>]*>", "")).isEqualTo(words);
    String letters = "<p>" + "长".repeat(100_000) + "</p>";
    assertThat(Tongues.marked(letters, Language.EN))
        .isEqualTo("<p><span lang=\"zh-CN\">" + letters.substring(3, 100_003) + "</span></p>");
  }
}
