package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.outcome.Reported;
import io.silvergauge.indicators.region.RegionList;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The Human Development Index of 37 countries in 2022 against the values and the order UNDP has
 * published (Human Development Report 2023/24), from the example's own files.
 */
class HumanDevelopmentIndexTest {
  private static final Path EXAMPLE = TestFiles.example("hdi");
  private static final Period YEAR = Period.parse("2022");

  private static final Map<String, NodeScore> INDEX = new TreeMap<>();
  private static final Map<String, BigDecimal> PUBLISHED = new TreeMap<>();
  private static final Map<String, Integer> PUBLISHED_RANK = new TreeMap<>();
  private static List<RegionEvaluation> countries;

  private static List<CsvList.Row> rows(String file, String... columns) {
    Faults faults = new Faults();
    List<CsvList.Row> rows =
        CsvList.read(
            file, TestFiles.bytes(EXAMPLE.resolve(file)), List.of(columns), List.of(), faults);
    assertThat(TestFiles.said(faults)).isEmpty();
    return rows;
  }

  @BeforeAll
  static void evaluateAllCountries() {
    Scheme scheme = TestFiles.scheme(EXAMPLE.resolve("scheme.yaml"));
    Faults faults = new Faults();
    RegionTree tree =
        new RegionTree(
            RegionList.read(
                "regions.csv", TestFiles.bytes(EXAMPLE.resolve("regions/regions.csv")), faults));
    assertThat(TestFiles.said(faults)).isEmpty();
    List<Delivered> delivered = new ArrayList<>();
    for (CsvList.Row row :
        rows("data/2022/undp/long.csv", "region_code", "period", "statistic", "value", "unit")) {
      delivered.add(
          new Delivered(
              LeafSum.of(
                  new Observation(
                      row.text("region_code"),
                      row.text("statistic"),
                      Period.parse(row.text("period")),
                      Mark.NUMBER,
                      new BigDecimal(row.text("value")),
                      row.text("unit"),
                      ValueStatus.REPORTED,
                      YEAR.lastDay(),
                      "",
                      new Origin(row.file(), "", row.line(), "value"))),
              "long",
              "long/undp/2022/all",
              0));
    }
    Reported reported = new Reported(delivered, scheme.units(), List.of());
    countries =
        Comparison.ranked(
            scheme,
            tree.all().stream()
                .map(
                    country ->
                        RegionEvaluator.evaluate(
                            scheme,
                            tree,
                            scheme.planOf(country.code(), country.level()),
                            "confirmed",
                            reported,
                            YEAR))
                .toList());
    for (RegionEvaluation country : countries) {
      INDEX.put(country.region().code(), country.score("standing", "total").orElseThrow());
    }
    for (CsvList.Row row : rows("published.csv", "iso3", "published_hdi", "published_rank")) {
      PUBLISHED.put(row.text("iso3"), new BigDecimal(row.text("published_hdi")));
      PUBLISHED_RANK.put(row.text("iso3"), Integer.valueOf(row.text("published_rank")));
    }
  }

  @Test
  void comesToThePublishedIndexOfEachCountryToThreeDecimals() {
    assertThat(PUBLISHED).hasSize(37);
    assertThat(INDEX.keySet()).isEqualTo(PUBLISHED.keySet());
    PUBLISHED.forEach(
        (country, published) ->
            assertThat(INDEX.get(country).score().setScale(3, RoundingMode.HALF_EVEN))
                .as(country)
                .isEqualByComparingTo(published));
  }

  @Test
  void ranksTheCountriesAsPublished() {
    PUBLISHED_RANK.forEach(
        (country, rank) -> {
          long better = PUBLISHED_RANK.values().stream().filter(other -> other < rank).count();
          assertThat(INDEX.get(country).rank()).as(country).isEqualTo((int) better + 1);
        });
    assertThat(INDEX.get("UGA").rank()).isEqualTo(INDEX.get("ZWE").rank());
  }

  @Test
  void comesToTheIndexOfChinaThatIsWorkedOutByHand() {
    RegionEvaluation china =
        countries.stream().filter(c -> c.region().code().equals("CHN")).findFirst().orElseThrow();
    Map<String, String> byHand =
        Map.of(
            "health",
            "0.901338",
            "education",
            "0.692951",
            "income",
            "0.784635",
            "total",
            "0.788411");
    byHand.forEach(
        (node, score) ->
            assertThat(
                    china
                        .score("standing", node)
                        .orElseThrow()
                        .score()
                        .setScale(6, RoundingMode.HALF_EVEN))
                .as(node)
                .isEqualByComparingTo(score));
    assertThat(INDEX.get("CHN").grade()).isEqualTo("high");
    assertThat(INDEX.get("UGA").grade()).as("0.54984 is published as 0.550").isEqualTo("medium");
  }

  @Test
  void hasNoFulfilmentAndNoJudgementWithoutAPlan() {
    assertThat(countries)
        .allSatisfy(
            country -> {
              assertThat(country.scores()).extracting(NodeScore::result).containsOnly("standing");
              assertThat(country.indicators())
                  .allSatisfy(i -> assertThat(i.judgements()).isEmpty());
            });
  }
}
