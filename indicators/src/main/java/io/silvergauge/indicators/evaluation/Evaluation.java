package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.check.Severity;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.finding.Finding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A finished evaluation of all cities in one period; the file {@code evaluation.json}. What belongs
 * to one city only stands in its {@link RegionEvaluation}.
 *
 * @param model version of the model, {@value #MODEL}
 * @param name name of the assessment
 * @param notice what every page says about its data, for example that it is synthetic
 * @param period the evaluated period
 * @param asOf only deliveries received by this day count
 * @param snapshot hash of the list of live batches it rests on
 * @param conduct its phase, what it is about, how long findings may stay open
 * @param scheme the rule book it was made by
 * @param cities in order of rank, then pinyin, then code
 * @param deliveries the live deliveries it reads
 * @param rejects how many cells or rows were rejected in them
 * @param findings what senders above the cities have to put right
 * @param outlook how sure ranks and grades are, and what would change them; null in publications
 *     that do not say
 * @param senders who sends or owes something, by code; empty in publications that do not say
 */
public record Evaluation(
    int model,
    Bilingual name,
    Bilingual notice,
    String period,
    String asOf,
    String snapshot,
    ConductView conduct,
    SchemeView scheme,
    List<CityRow> cities,
    List<DeliveryRow> deliveries,
    int rejects,
    List<Finding> findings,
    Outlook outlook,
    List<SenderRow> senders)
    implements Serializable {
  /** Version of the model that this program writes and reads. */
  public static final int MODEL = 1;

  /**
   * What stands between a period and the name of a special evaluation in the path of its folder.
   */
  public static final String SPECIAL = "/special/";

  /**
   * A city in the comparison.
   *
   * @param code its code
   * @param name its names
   * @param level what kind of unit it is
   * @param membership what is known of its enrolment
   * @param pinyin sorting key; may be empty
   * @param peers id of its group of peers
   * @param planStatus {@code confirmed}, {@code illustrative} or {@code scheme}
   * @param fulfilment total of the fulfilment; null where withheld or not worked out
   * @param grade grade of the fulfilment, or of the standing where a scheme has no plans; null
   *     where there is none
   * @param fulfilmentCoverage part of the plan's weight that has a score; null where not worked out
   * @param standing total of the standing; null where withheld or not worked out
   * @param standingCoverage part of the weight that has a score; null where not worked out
   * @param rank place by standing among all; null where there is none
   * @param peerRank place by standing among its peers; null where there is none
   * @param met targets of the plan that are met
   * @param judged targets of the plan that are due or met
   * @param inPlan targets of the plan
   * @param indicators those that take part in its standing, in the order of the scheme; one that is
   *     not applicable to it takes no part
   * @param checks how often the scheme's checks speak against what it reported
   */
  public record CityRow(
      String code,
      Bilingual name,
      String level,
      String membership,
      String pinyin,
      String peers,
      String planStatus,
      BigDecimal fulfilment,
      String grade,
      BigDecimal fulfilmentCoverage,
      BigDecimal standing,
      BigDecimal standingCoverage,
      Integer rank,
      Integer peerRank,
      int met,
      int judged,
      int inPlan,
      List<IndicatorScore> indicators,
      CheckCounts checks)
      implements Serializable {
    public CityRow {
      indicators = List.copyOf(indicators);
      checks = checks == null ? CheckCounts.NONE : checks; // older publications have none
    }

    /** How an indicator stands, if it takes part. */
    public Optional<IndicatorScore> indicator(String wanted) {
      return indicators.stream().filter(score -> score.id().equals(wanted)).findFirst();
    }
  }

  /**
   * How often checks speak against what a city's units reported.
   *
   * @param errors values held back
   * @param warnings those nobody has justified
   * @param justified warnings that are justified
   * @param infos remarks
   */
  public record CheckCounts(int errors, int warnings, int justified, int infos)
      implements Serializable {
    /** Nothing to remark. */
    public static final CheckCounts NONE = new CheckCounts(0, 0, 0, 0);

    /** The counts of results. */
    public static CheckCounts of(Collection<CheckResult> results) {
      int errors = 0;
      int warnings = 0;
      int justified = 0;
      int infos = 0;
      for (CheckResult result : results) {
        if (result.severity().equals(Severity.ERROR.code())) {
          errors++;
        } else if (!result.warns()) {
          infos++;
        } else if (result.justification() == null) {
          warnings++;
        } else {
          justified++;
        }
      }
      return new CheckCounts(errors, warnings, justified, infos);
    }

    /** These and others together. */
    public CheckCounts plus(CheckCounts other) {
      return new CheckCounts(
          errors + other.errors,
          warnings + other.warnings,
          justified + other.justified,
          infos + other.infos);
    }
  }

  /**
   * An indicator's part in the standing of a city.
   *
   * @param id the indicator's id
   * @param score on the scheme's scale, ten decimals; null where there is none
   * @param reason code of why there is none; null where there is one
   */
  public record IndicatorScore(String id, BigDecimal score, String reason)
      implements Serializable {}

  /**
   * A live delivery.
   *
   * @param path below the assessment's data folder
   * @param sha256 hash of the file
   * @param sender who sent it
   * @param source id of the source description it was read by
   * @param sourceName names of that source
   * @param data {@code synthetic} or {@code official}
   * @param received day on which it was received
   * @param slot what it answers
   * @param mode {@code full} or {@code amend}
   * @param read records in the file
   * @param accepted records that gave values
   * @param rejected records that were refused
   * @param setAside titles, headers, totals, notes and repeated rows
   */
  public record DeliveryRow(
      String path,
      String sha256,
      String sender,
      String source,
      Bilingual sourceName,
      String data,
      String received,
      String slot,
      String mode,
      long read,
      long accepted,
      long rejected,
      long setAside)
      implements Serializable {}

  /**
   * Who sends in data.
   *
   * @param code code of the region, or whatever deliveries name as their sender
   * @param name names of the region; empty where it is none
   * @param cities codes of the evaluated cities for which nobody nearer to them sends
   */
  public record SenderRow(String code, Bilingual name, List<String> cities)
      implements Serializable {
    public SenderRow {
      cities = List.copyOf(cities);
    }
  }

  /** What is known of a sender, if anything is. */
  public Optional<SenderRow> sender(String wanted) {
    return senders.stream().filter(sender -> sender.code().equals(wanted)).findFirst();
  }

  /** Its folder in a publication: that of its period, or one below it for a special evaluation. */
  public String folder() {
    return conduct.special() == null ? period : period + SPECIAL + conduct.special().id();
  }

  /** The evaluation as one city sees it: the scheme with its plan's own indicators and weights. */
  public Evaluation seenBy(RegionEvaluation.PlanView plan) {
    return new Evaluation(
        model,
        name,
        notice,
        period,
        asOf,
        snapshot,
        conduct,
        scheme.with(plan),
        cities,
        deliveries,
        rejects,
        findings,
        outlook,
        senders);
  }

  /** The evaluation with those who stand for it; null for nothing said of that. */
  public Evaluation signed(Signing by) {
    return new Evaluation(
        model,
        name,
        notice,
        period,
        asOf,
        snapshot,
        conduct.signed(by),
        scheme,
        cities,
        deliveries,
        rejects,
        findings,
        outlook,
        senders);
  }

  public Evaluation {
    conduct = conduct == null ? ConductView.NONE : conduct; // older publications have none
    cities = List.copyOf(cities);
    deliveries = List.copyOf(deliveries);
    findings = findings == null ? List.of() : List.copyOf(findings);
    senders = senders == null ? List.of() : List.copyOf(senders); // older publications have none
  }
}
