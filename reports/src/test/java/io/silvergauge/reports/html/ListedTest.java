package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation.Input;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListedTest {
  private static final int TOWNS = Listed.LISTED_UNITS + 100;

  private static final RegionEvaluation WIDE = city(TOWNS, 1);

  /** A city whose share is worked out from towns, the first of them the best. */
  private static RegionEvaluation city(int towns, int values) {
    List<UnitResult> units = new ArrayList<>();
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < towns; i++) {
      String code = "%09d".formatted(410101000 + i);
      String amount = Integer.toString(towns - i);
      units.add(Sample.unit(code, "镇" + i, amount, amount, "100000", null));
      for (int value = 0; value < values; value++) {
        inputs.add(input(code, "20%02d-12".formatted(value + 10), i + 2));
      }
    }
    List<IndicatorResult> results = new ArrayList<>(Sample.results());
    results.set(0, results.get(0).listing(units));
    return Sample.region(Sample.CITY, "confirmed", results, Sample.scores(), inputs);
  }

  private static Input input(String code, String period, int row) {
    return new Input(
        code,
        "beds",
        period,
        Input.NUMBER,
        BigDecimal.valueOf(row),
        "张",
        1,
        "2023Q4/410000/civil.csv",
        null,
        row,
        "护理型床位数");
  }

  @Test
  void listsTheUnitsThatComeLastAndSaysHowManyAreLeftOut() {
    Document page = Pages.city(Sample.BOTH, WIDE, Language.EN);
    Element behind = page.selectFirst("details:has(table.units)");

    assertThat(behind.select("table.units tbody tr")).hasSize(Listed.LISTED_UNITS);
    assertThat(behind.select("table.units tbody th").first().text()).contains("镇" + (TOWNS - 1));
    assertThat(behind.select("table.inputs tbody tr:not(.group)")).hasSize(Listed.LISTED_UNITS);
    assertThat(behind.text())
        .contains("units: 1,300, reported values: 1,300")
        .contains(
            "Not listed here: units: 100, reported values: 100. All of it: silvergauge explain"
                + " 410100 nursing_bed_share 2023Q4");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void explainsEveryFigureThatIsListed(Language language) {
    Document page = Pages.explanation(Sample.BOTH, WIDE, language);
    List<Element> links = Pages.city(Sample.BOTH, WIDE, language).select("a.why-link");

    assertThat(links).hasSizeGreaterThan(2 * Listed.LISTED_UNITS);
    Set<String> ids = new HashSet<>(page.select("[id]").eachAttr("id"));
    assertThat(ids)
        .containsAll(links.stream().map(link -> link.attr("href").split("#")[1]).toList())
        .doesNotContain("unit-nursing_bed_share-410101000");
    assertThat(page.select("#inputs tbody tr")).hasSize(Listed.LISTED_UNITS);
    assertThat(page.select("#figures p.sub").eachText())
        .singleElement()
        .asString()
        .contains("silvergauge explain 410100 nursing_bed_share 2023Q4");
  }

  @Test
  void listsNoMoreReportedValuesOfAFigureThanAPageCanHold() {
    RegionEvaluation deep = city(1_000, 12);

    Document page = Pages.explanation(Sample.BOTH, deep, Language.EN);

    assertThat(page.select("#inputs tbody tr")).hasSize(Listed.LISTED_INPUTS);
    assertThat(page.select("#figures p.sub").text())
        .contains("Not listed here: reported values: 2,000.");
    Document report = Pages.city(Sample.BOTH, deep, Language.EN);
    assertThat(report.select("table.inputs tbody tr:not(.group)")).hasSize(Listed.LISTED_INPUTS);
  }

  @Test
  void leavesNothingOutOfACityOfOrdinarySize() {
    RegionEvaluation ordinary = city(Listed.LISTED_UNITS, 2);

    assertThat(Listed.of(Sample.scheme(Sample.BOTH), ordinary).region()).isSameAs(ordinary);
    assertThat(Pages.city(Sample.BOTH, ordinary, Language.EN).text())
        .doesNotContain("Not listed here");
    assertThat(Pages.explanation(Sample.BOTH, ordinary, Language.EN).text())
        .doesNotContain("Not listed here");
  }
}
