package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.Slot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The county tables of the seventh census print a county, its development zone, and both together
 * as {@code 中原区（含郑州高新技术产业开发区）}. Whoever adds up the column counts 1.50 billion people.
 */
class CensusTotalTest {
  /** Published: population of the 31 provinces on 2020-11-01. */
  private static final BigDecimal PUBLISHED = new BigDecimal("1409778724");

  /** A row of the census. */
  private record County(String id, String path, String boundary, String name, String population) {}

  private static List<County> counties() {
    List<County> counties = new ArrayList<>();
    for (Map<String, String> row : CsvRows.read(Repository.path("facts/census2020_county.csv"))) {
      counties.add(
          new County(
              row.get("row_id"),
              row.get("province") + "|" + row.get("prefecture"),
              row.get("boundary_code"),
              row.get("county"),
              row.get("population")));
    }
    return counties;
  }

  /** A region a row: the rows are names, so the codes may be the rows' own numbers. */
  private static RegionTree tree(List<County> counties) {
    Map<String, Region> regions = new LinkedHashMap<>();
    for (County county : counties) {
      String province = county.path().split("\\|")[0];
      String prefecture = county.path().split("\\|")[1];
      regions.putIfAbsent(province, region("P" + regions.size(), province, "province", ""));
      regions.putIfAbsent(
          county.path(),
          region("F" + regions.size(), prefecture, "prefecture", regions.get(province).code()));
      regions.put(
          "row" + county.id(),
          region("C" + county.id(), county.name(), "county", regions.get(county.path()).code()));
    }
    return new RegionTree(regions.values());
  }

  private static Region region(String code, String name, String level, String parent) {
    return new Region(code, new Bilingual(name, ""), level, parent, Validity.ALWAYS, "");
  }

  private static String whole(County county) {
    String[] path = county.path().split("\\|");
    return path[0] + (path[1].equals(path[0]) ? "" : path[1]) + county.name();
  }

  /** The rows as printed: behind a county with zones, county and zones once more together. */
  private static List<String> printed(List<County> counties) {
    Map<String, List<County>> byBoundary =
        counties.stream()
            .collect(
                Collectors.groupingBy(
                    county -> county.path() + county.boundary(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<String> rows = new ArrayList<>();
    for (List<County> together : byBoundary.values()) {
      together.forEach(county -> rows.add(whole(county) + "," + county.population()));
      if (together.size() > 1) {
        String zones = together.stream().skip(1).map(County::name).collect(Collectors.joining("、"));
        BigDecimal sum =
            together.stream()
                .map(county -> new BigDecimal("0" + county.population()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        rows.add(whole(together.get(0)) + "（含" + zones + "）," + sum.toPlainString());
      }
    }
    return rows;
  }

  @Test
  void addsUpToThePublishedNationAndNotToOneAndAHalfBillion() {
    List<County> counties = counties();
    List<String> rows = printed(counties);
    BigDecimal naive =
        rows.stream()
            .map(row -> new BigDecimal("0" + row.substring(row.lastIndexOf(',') + 1)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(naive).isGreaterThan(new BigDecimal("1500000000"));
    String text =
        "region_code,period,statistic,value,unit\n"
            + rows.stream()
                .map(row -> row.replaceFirst(",([0-9]*)$", ",2020年末,elderly,$1,人"))
                .collect(Collectors.joining("\n"))
            + "\n";
    byte[] content = Repository.utf8(text);

    Batch batch =
        DeliveryReader.read(
            content,
            new Delivery(
                "census.csv",
                Sha256.of(content),
                "nation",
                LocalDate.of(2021, 5, 11),
                Slot.parse("long/nation/2020/all"),
                Delivery.Mode.FULL),
            Sent.plain(),
            ReadingContext.of(SmallAssessment.scheme(), tree(counties)));

    assertThat(batch.rejects()).isEmpty();
    assertThat(
            batch.observations().stream()
                .map(Observation::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(PUBLISHED);
    assertThat(counties).hasSize(2991);
    // By hand: 2,991 rows of their own, 124 together, 1 header; 124 boundaries have more than one
    // row
    assertThat(batch.account()).isEqualTo(new Account(3116, 2991, 0, 125));
  }
}
