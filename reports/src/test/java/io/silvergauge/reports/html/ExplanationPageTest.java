package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationPageTest {
  private static final RegionEvaluation REGION = Sample.region(Sample.CITY, Sample.results());

  @Test
  void leadsFromAScoreOverTheFigureToFileRecordAndColumn() {
    Document page = Pages.explanation(Sample.BOTH, REGION, Language.EN);

    Element score = page.getElementById("fulfilment-nursing_bed_share");
    assertThat(score.text()).startsWith("Nursing beds 100 points value and rule = score weight 6");
    Element figure = page.select(score.selectFirst("a").attr("href")).first();
    assertThat(figure.text()).isEqualTo("Nursing beds: 52.021025 %");
    assertThat(figure.nextElementSibling().text()).isEqualTo("= 20090 ÷ 38619 × 100");
    Element unit = page.getElementById("unit-nursing_bed_share-410101");
    assertThat(unit.text()).isEqualTo("410101 东区 60 20090 ÷ 33483.5 × 100 Beds: 20090 张");
    Element value = page.select(unit.selectFirst("a").attr("href")).first();
    assertThat(value.text())
        .isEqualTo(
            "Beds 410101 December 2023 20090 张 2023Q4/410000/civil.csv record 4, Column: 护理型床位数");
    Element file = page.select(value.selectFirst("a").attr("href")).first();
    assertThat(file.text()).contains("2023Q4/410000/civil.csv").contains("a1".repeat(32));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void explainsEveryFigureThatTheReportShows(Language language) {
    Document page = Pages.explanation(Sample.BOTH, REGION, language);
    List<Element> links = Pages.city(Sample.BOTH, REGION, language).select("a.why-link");

    assertThat(links).hasSizeGreaterThan(30);
    for (Element link : links) {
      String[] address = link.attr("href").split("#");
      assertThat(address[0]).isEqualTo("410100.explain." + language.code() + ".html");
      assertThat(page.getElementById(address[1])).as(link.outerHtml()).isNotNull();
    }
  }

  @Test
  void linksEveryNumberOfTheTablesOfScoresFiguresUnitsAndValues() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.ZH);

    assertThat(page.select("table.dimensions tbody td:nth-child(2):not(:has(a))")).isEmpty();
    assertThat(page.select("table.indicators tbody td:nth-child(2):not(:has(a))")).isEmpty();
    assertThat(page.select("table.units tbody td:nth-child(3):not(:has(a))")).isEmpty();
    assertThat(page.select("table.inputs tbody td:nth-child(2):not(:has(a))")).isEmpty();
    assertThat(page.select("table.unmet tbody td:nth-child(4):not(:has(a))")).isEmpty();
  }

  @Test
  void saysWhyThereIsNoFigureAndWhatFilesCameToNothing() {
    Document page = Pages.explanation(Sample.BOTH, REGION, Language.ZH);

    assertThat(page.getElementById("figure-land_per_head").text()).startsWith("人均用地：报送不全");
    assertThat(page.getElementById("observation-beds-410102-2023_x2d_12")).isNull();
    assertThat(page.select("#files tbody tr")).as("only files with values").hasSize(1);
  }
}
