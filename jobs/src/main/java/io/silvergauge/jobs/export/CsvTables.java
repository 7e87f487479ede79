package io.silvergauge.jobs.export;

import io.silvergauge.indicators.evaluation.CheckResult;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The tables of one period as CSV: UTF-8 without byte order mark, RFC 4180, stable columns, sorted
 * rows. {@code docs/outputs.md} says what each column holds.
 */
public final class CsvTables {
  private CsvTables() {}

  /** What every indicator came to: one row a region and indicator. */
  public static byte[] outcomes(Collection<RegionEvaluation> regions) {
    CsvText csv =
        new CsvText(
            "region",
            "period",
            "indicator",
            "amount",
            "numerator",
            "denominator",
            "unit",
            "state",
            "reason",
            "coverage",
            "reference_date",
            "value_status",
            "counts");
    for (RegionEvaluation region : byCode(regions)) {
      for (IndicatorResult result : byId(region)) {
        csv.row(
            region.region().code(),
            region.period(),
            result.id(),
            result.amount(),
            result.numerator(),
            result.denominator(),
            result.unit(),
            result.state(),
            result.reason(),
            result.coverage(),
            result.referenceDate(),
            result.valueStatus(),
            result.site() == null ? null : result.site().counts());
      }
    }
    return csv.bytes();
  }

  /** How every indicator stands to every profile: one row a region, indicator and profile. */
  public static byte[] judgements(Collection<RegionEvaluation> regions) {
    CsvText csv =
        new CsvText(
            "region",
            "period",
            "indicator",
            "profile",
            "operator",
            "target",
            "upper",
            "by",
            "verdict",
            "shortfall");
    for (RegionEvaluation region : byCode(regions)) {
      for (IndicatorResult result : byId(region)) {
        for (IndicatorResult.JudgementResult judgement :
            sorted(
                result.judgements(),
                Comparator.comparing(IndicatorResult.JudgementResult::profile))) {
          csv.row(
              region.region().code(),
              region.period(),
              result.id(),
              judgement.profile(),
              judgement.operator(),
              judgement.target(),
              judgement.upper(),
              judgement.by(),
              judgement.verdict(),
              judgement.shortfall());
        }
      }
    }
    return csv.bytes();
  }

  /** Every score of both results: one row a region, result and node. */
  public static byte[] scores(Collection<RegionEvaluation> regions) {
    CsvText csv =
        new CsvText(
            "region", "period", "result", "node", "level", "score", "coverage", "grade", "rank");
    for (RegionEvaluation region : byCode(regions)) {
      for (NodeScore score :
          sorted(
              region.scores(),
              Comparator.comparing(NodeScore::result)
                  .thenComparing(NodeScore::level)
                  .thenComparing(NodeScore::node))) {
        csv.row(
            region.region().code(),
            region.period(),
            score.result(),
            score.node(),
            score.level(),
            score.score(),
            score.coverage(),
            score.grade(),
            score.rank() == null ? null : BigDecimal.valueOf(score.rank()));
      }
    }
    return csv.bytes();
  }

  /**
   * What the scheme's checks speak against: one row a check, unit and value it saw, numbered; a
   * check that saw none has one row.
   */
  public static byte[] checks(Collection<RegionEvaluation> regions) {
    CsvText csv =
        new CsvText(
            "check",
            "kind",
            "severity",
            "level",
            "city",
            "region",
            "period",
            "no",
            "statistic",
            "reported_by",
            "reported_for",
            "value",
            "unit",
            "file",
            "sheet",
            "row",
            "column",
            "message_zh",
            "message_en",
            "justified",
            "justification_zh",
            "justification_en",
            "by",
            "date");
    for (RegionEvaluation region : byCode(regions)) {
      for (CheckResult result : region.checks()) {
        if (result.values().isEmpty()) {
          csv.row(checkRow(region, result, 0, null));
        }
        int no = 1;
        for (CheckResult.CheckedValue value : result.values()) {
          csv.row(checkRow(region, result, no++, value));
        }
      }
    }
    return csv.bytes();
  }

  private static Object[] checkRow(
      RegionEvaluation city, CheckResult result, int no, CheckResult.CheckedValue value) {
    CheckResult.Reply reply = result.justification();
    boolean seen = value != null;
    return new Object[] {
      result.check(),
      result.kind(),
      result.severity(),
      BigDecimal.valueOf(result.level()),
      city.region().code(),
      result.region(),
      result.period(),
      BigDecimal.valueOf(no),
      seen ? value.statistic() : null,
      seen ? value.region() : null,
      seen ? value.period() : null,
      seen ? value.value() : null,
      seen ? value.unit() : null,
      seen ? value.file() : null,
      seen ? value.sheet() : null,
      seen ? BigDecimal.valueOf(value.row()) : null,
      seen ? value.column() : null,
      result.message().zh(),
      result.message().en(),
      result.warns() ? (reply == null ? "no" : "yes") : null,
      reply == null ? null : reply.text().zh(),
      reply == null ? null : reply.text().en(),
      reply == null ? null : reply.by(),
      reply == null ? null : reply.date()
    };
  }

  /**
   * Any other table.
   *
   * @param columns names of the columns
   * @param rows texts, numbers or null for an empty cell, already sorted
   */
  public static byte[] table(List<String> columns, Collection<? extends List<?>> rows) {
    CsvText csv = new CsvText(columns.toArray(String[]::new));
    rows.forEach(row -> csv.row(row.toArray()));
    return csv.bytes();
  }

  static List<RegionEvaluation> byCode(Collection<RegionEvaluation> regions) {
    return sorted(regions, Comparator.comparing(region -> region.region().code()));
  }

  static List<IndicatorResult> byId(RegionEvaluation region) {
    return sorted(region.indicators(), Comparator.comparing(IndicatorResult::id));
  }

  private static <T> List<T> sorted(Collection<T> rows, Comparator<? super T> order) {
    return rows.stream().sorted(order).toList();
  }
}
