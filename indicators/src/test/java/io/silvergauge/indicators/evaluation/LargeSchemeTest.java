package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.outcome.Reported;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A generated rule book: so many indicators in ten dimensions, so many regions. The nightly profile
 * takes 2,000 and 3,000.
 */
class LargeSchemeTest {
  private static final int INDICATORS = Integer.getInteger("silvergauge.test.indicators", 200);
  private static final int REGIONS = Integer.getInteger("silvergauge.test.regions", 30);
  private static final int DIMENSIONS = 10;
  private static final Period PERIOD = Period.parse("2023Q4");

  private static String scheme() {
    StringBuilder text =
        new StringBuilder(
            """
            id: large
            edition: "1"
            name: {zh: 大, en: Large}
            total: {name: {zh: 总分, en: Total}}
            grades: [{id: any, name: {zh: 任意, en: Any}, from: 0}]
            dimensions:
            """);
    for (int i = 0; i < DIMENSIONS; i++) {
      text.append("  - {id: d%d, name: {zh: 维, en: D}, weight: 1}\n".formatted(i));
    }
    text.append("statistics:\n");
    for (int i = 0; i < INDICATORS; i++) {
      text.append("  - {id: s%d, name: {zh: 数, en: S}, unit: 个, grain: self}\n".formatted(i));
    }
    text.append("indicators:\n");
    for (int i = 0; i < INDICATORS; i++) {
      text.append(
          """
            - id: i%d
              name: {zh: 指标, en: Indicator}
              dimension: d%d
              count: {of: s%d}
              better: higher
              target: {at_least: 50, unit: 个, by: 2023Q4}
              posts: {zero: 0, full: 100}
              weight: 1
          """
              .formatted(i, i % DIMENSIONS, i));
    }
    return text.toString();
  }

  private static List<Delivered> reported(String region, int value) {
    List<Delivered> reported = new ArrayList<>();
    for (int i = 0; i < INDICATORS; i++) {
      reported.add(
          new Delivered(
              LeafSum.of(
                  new Observation(
                      region,
                      "s" + i,
                      PERIOD,
                      Mark.NUMBER,
                      BigDecimal.valueOf(value),
                      "个",
                      ValueStatus.REPORTED,
                      PERIOD.lastDay(),
                      "",
                      new Origin("f", "", i + 2L, "value"))),
              "long",
              "long/" + region,
              0));
    }
    return reported;
  }

  @Test
  void validatesAndEvaluates() {
    Scheme scheme = TestFiles.scheme(scheme());
    assertThat(scheme.indicators()).hasSize(INDICATORS);
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < REGIONS; i++) {
      regions.add(new Region("r" + i, new Bilingual("区", "R"), "county", "", Validity.ALWAYS, ""));
    }
    RegionTree tree = new RegionTree(regions);
    for (int i = 0; i < REGIONS; i++) {
      int value = i % 101; // every indicator of a region is the same, so every score is it too
      RegionEvaluation region =
          RegionEvaluator.evaluate(
              scheme,
              tree,
              scheme.planOf("r" + i, "county"),
              "",
              new Reported(reported("r" + i, value), scheme.units(), List.of()),
              PERIOD);
      assertThat(region.indicators()).hasSize(INDICATORS);
      assertThat(region.score("standing", "total").orElseThrow().score())
          .isEqualByComparingTo(BigDecimal.valueOf(value));
      assertThat(region.score("fulfilment", "total").orElseThrow().score())
          .isEqualByComparingTo(BigDecimal.valueOf(Math.min(100, 2 * value)));
    }
  }
}
