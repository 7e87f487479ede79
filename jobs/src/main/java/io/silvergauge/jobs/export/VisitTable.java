package io.silvergauge.jobs.export;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SiteCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes {@code visits.csv}: what visits bear out of a figure, in all and stratum by stratum. */
public final class VisitTable {
  private static final List<String> COLUMNS =
      List.of(
          "region",
          "period",
          "indicator",
          "stratum",
          "units",
          "looked",
          "confirmed",
          "part",
          "part_low",
          "part_high",
          "reported",
          "verified",
          "low",
          "high",
          "differs",
          "policy",
          "applied",
          "counts",
          "sample",
          "file",
          "sha256",
          "reason_zh",
          "reason_en");

  private VisitTable() {}

  /** A row a figure and one a stratum of it; none where nobody has been anywhere. */
  public static Optional<byte[]> of(Collection<RegionEvaluation> cities) {
    List<List<Object>> rows = new ArrayList<>();
    for (RegionEvaluation city : CsvTables.byCode(cities)) {
      for (IndicatorResult result : CsvTables.byId(city)) {
        if (result.site() != null) {
          rows.add(total(city, result, result.site()));
          for (SiteCheck.Stratum stratum : result.site().strata()) {
            rows.add(stratum(city, result, stratum));
          }
        }
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(CsvTables.table(COLUMNS, rows));
  }

  private static List<Object> total(RegionEvaluation city, IndicatorResult result, SiteCheck site) {
    return Arrays.asList(
        city.region().code(),
        city.period(),
        result.id(),
        "",
        count(site.units()),
        count(site.looked()),
        count(site.confirmed()),
        site.part(),
        site.partLow(),
        site.partHigh(),
        result.amount(),
        site.verified(),
        site.low(),
        site.high(),
        site.differs() == null ? null : site.differs().toString(),
        site.policy(),
        Boolean.toString(site.applied()),
        site.counts(),
        site.sample(),
        site.file(),
        site.sha256(),
        site.reason() == null ? null : site.reason().zh(),
        site.reason() == null ? null : site.reason().en());
  }

  /** What was reported and found of the things looked at, not of the whole stratum. */
  private static List<Object> stratum(
      RegionEvaluation city, IndicatorResult result, SiteCheck.Stratum stratum) {
    List<Object> row =
        new ArrayList<>(
            Arrays.asList(
                city.region().code(),
                city.period(),
                result.id(),
                stratum.region(),
                count(stratum.units()),
                count(stratum.looked()),
                count(stratum.confirmed()),
                stratum.part(),
                stratum.partLow(),
                stratum.partHigh(),
                stratum.reported(),
                stratum.found()));
    while (row.size() < COLUMNS.size()) {
      row.add(null);
    }
    return row;
  }

  private static BigDecimal count(int number) {
    return BigDecimal.valueOf(number);
  }
}
