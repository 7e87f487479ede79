package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.Note;
import io.silvergauge.indicators.finding.Response;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Everything one city came to in one period; the file {@code evaluation/<region>.json}.
 *
 * @param model version of the model, {@value Evaluation#MODEL}
 * @param period the evaluated period
 * @param region the city
 * @param plan the plan it is held against
 * @param indicators in the order of the scheme
 * @param scores of both results: indicators, dimensions, total
 * @param history its totals in the assessment's periods up to this one, in order of time
 * @param inputs every reported value that went into a figure, sorted
 * @param checks what the scheme's checks speak against, sorted by check, region
 * @param findings what falls short or was put right now, sorted by kind, id
 * @param responses what was said to indicators that have no finding
 * @param notes what the evaluator wrote, one a language
 * @param refusals what was refused of that which its units sent; null in publications that do not
 *     say
 */
public record RegionEvaluation(
    int model,
    String period,
    City region,
    PlanView plan,
    List<IndicatorResult> indicators,
    List<NodeScore> scores,
    List<Totals> history,
    List<Input> inputs,
    List<CheckResult> checks,
    List<Finding> findings,
    List<Response> responses,
    List<Note> notes,
    Refusals refusals)
    implements Serializable {
  /**
   * A city.
   *
   * @param code its code
   * @param name its names; the English one may be empty
   * @param level what kind of unit it is
   * @param membership what is known of its enrolment, for example {@code confirmed}
   * @param pinyin sorting key; may be empty
   * @param peers id of its group of peers: its level, or {@code all}
   * @param classes in which class it is, by the classifications of the scheme
   */
  public record City(
      String code,
      Bilingual name,
      String level,
      String membership,
      String pinyin,
      String peers,
      List<ClassOf> classes)
      implements Serializable {
    public City {
      classes = classes == null ? List.of() : List.copyOf(classes); // older publications have none
    }

    /** A city that is in no class. */
    public City(
        String code, Bilingual name, String level, String membership, String pinyin, String peers) {
      this(code, name, level, membership, pinyin, peers, List.of());
    }

    /** The same city in classes. */
    public City in(List<ClassOf> found) {
      return new City(code, name, level, membership, pinyin, peers, found);
    }

    /** What a classification says of it, if anything. */
    public Optional<ClassOf> in(String classification) {
      return classes.stream().filter(one -> one.by().equals(classification)).findFirst();
    }

    /** Names that reports of all cities have. */
    private static final Set<String> RESERVED =
        Set.of("comparison", "workbook", "ledger", "feedback", "bulletin");

    /** The name of the city's files: its code, with all but letters and digits percent-encoded. */
    public String fileName() {
      return fileName(code);
    }

    /** The name of the files of the city with a code; no two codes share one, none is reserved. */
    public static String fileName(String code) {
      StringBuilder name = new StringBuilder();
      for (byte one : code.getBytes(StandardCharsets.UTF_8)) {
        boolean plain = one == '-' || one == '_' || (one > 0 && Character.isLetterOrDigit(one));
        boolean reserved = name.isEmpty() && RESERVED.contains(code);
        name.append(
            plain && !reserved
                ? String.valueOf((char) one)
                : String.format(Locale.ROOT, "%%%02X", one));
      }
      return name.toString();
    }
  }

  /**
   * In which class a city is.
   *
   * @param by id of the classification
   * @param id id of the class; null where it is in none
   * @param amount what was measured; null where nothing was, and where there is none
   * @param reason why it is in no class; null where it is in one
   */
  public record ClassOf(String by, String id, BigDecimal amount, Bilingual reason)
      implements Serializable {}

  /**
   * A city's totals in one period.
   *
   * @param period the period
   * @param fulfilment total of the fulfilment; null where there is none
   * @param standing total of the standing; null where there is none
   * @param rank place by standing among all; null where there is none
   * @param fulfilmentReason why there is no fulfilment; null where there is one
   * @param standingReason why there is no standing; null where there is one
   */
  public record Totals(
      String period,
      BigDecimal fulfilment,
      BigDecimal standing,
      Integer rank,
      Bilingual fulfilmentReason,
      Bilingual standingReason)
      implements Serializable {
    Totals ranked(Integer among) {
      return new Totals(period, fulfilment, standing, among, fulfilmentReason, standingReason);
    }
  }

  /**
   * The plan a city is held against.
   *
   * @param name its name
   * @param status {@code confirmed}, {@code illustrative}, or {@code scheme} where none is on file
   * @param document where it stands
   * @param indicators definitions of the indicators it adds to the scheme's
   * @param weights its own weights, where they differ from the scheme's
   */
  public record PlanView(
      Bilingual name,
      String status,
      String document,
      List<SchemeView.IndicatorView> indicators,
      List<OwnWeight> weights)
      implements Serializable {
    public PlanView {
      indicators = indicators == null ? List.of() : List.copyOf(indicators); // older ones have none
      weights = weights == null ? List.of() : List.copyOf(weights);
    }
  }

  /**
   * A weight that the plan sets instead of the scheme's.
   *
   * @param indicator the indicator's id
   * @param weight its weight within its group
   */
  public record OwnWeight(String indicator, BigDecimal weight) implements Serializable {}

  /**
   * A reported value and where it stands.
   *
   * @param region code of the region that reported
   * @param statistic the statistic's id
   * @param period period it is for
   * @param mark {@code number}, {@code too_small}, or {@code suppressed} where it is not shown
   * @param value as reported, exact; null where it is not shown
   * @param unit unit as reported
   * @param rows how many rows it sums
   * @param file delivery it came in
   * @param sheet sheet of a workbook; null for text files
   * @param row record number of the (first) row
   * @param column header of the column
   */
  public record Input(
      String region,
      String statistic,
      String period,
      String mark,
      BigDecimal value,
      String unit,
      int rows,
      String file,
      String sheet,
      long row,
      String column)
      implements Serializable {
    /** Mark of a number. */
    public static final String NUMBER = "number";

    /** Mark of a number that is not shown, since it would give away a small count of persons. */
    public static final String SUPPRESSED = "suppressed";

    Input suppressed() {
      return new Input(
          region, statistic, period, SUPPRESSED, null, unit, rows, file, sheet, row, column);
    }
  }

  public RegionEvaluation {
    indicators = List.copyOf(indicators);
    scores = List.copyOf(scores);
    history = List.copyOf(history);
    inputs = List.copyOf(inputs);
    checks = checks == null ? List.of() : List.copyOf(checks); // older publications have none
    findings = findings == null ? List.of() : List.copyOf(findings);
    responses = responses == null ? List.of() : List.copyOf(responses);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  /** The city with what people say to its warnings. */
  public RegionEvaluation justified(Collection<Justification> replies) {
    List<CheckResult> answered = new ArrayList<>();
    for (CheckResult check : checks) {
      answered.add(
          replies.stream().filter(check::answeredBy).findFirst().map(check::with).orElse(check));
    }
    return new RegionEvaluation(
        model,
        period,
        region,
        plan,
        indicators,
        scores,
        history,
        inputs,
        answered,
        findings,
        responses,
        notes,
        refusals);
  }

  /** The city with what was refused of that which its units sent. */
  public RegionEvaluation refusing(Refusals refused) {
    return new RegionEvaluation(
        model,
        period,
        region,
        plan,
        indicators,
        scores,
        history,
        inputs,
        checks,
        findings,
        responses,
        notes,
        refused);
  }

  /** The score of a node in one of the results, if it takes part there. */
  public Optional<NodeScore> score(String result, String node) {
    return scores.stream()
        .filter(score -> score.result().equals(result) && score.node().equals(node))
        .findFirst();
  }

  /** How many indicators have this verdict in a profile. */
  public int count(String profile, String verdict) {
    return (int)
        indicators.stream()
            .flatMap(indicator -> indicator.judgements().stream())
            .filter(j -> j.profile().equals(profile) && j.verdict().equals(verdict))
            .count();
  }

  /** Figures and scores without what stands behind them: enough for ranks, peers and series. */
  public RegionEvaluation brief() {
    return new RegionEvaluation(
        model,
        period,
        region,
        plan,
        indicators.stream().map(IndicatorResult::brief).toList(),
        scores.stream().map(NodeScore::brief).toList(),
        history,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** The city with less behind its figures, for a page that cannot list it all. */
  public RegionEvaluation listing(List<IndicatorResult> results, List<Input> some) {
    return new RegionEvaluation(
        model, period, region, plan, results, scores, history, some, checks, findings, responses,
        notes, refusals);
  }

  /** The city with what falls short, what is said to it, and the evaluator's words. */
  public RegionEvaluation followedUp(List<Finding> found, List<Response> said, List<Note> written) {
    return new RegionEvaluation(
        model,
        period,
        region,
        plan,
        indicators,
        scores,
        history,
        inputs,
        checks,
        found,
        said,
        written,
        refusals);
  }

  RegionEvaluation with(String peers, List<IndicatorResult> compared, List<NodeScore> ranked) {
    City city =
        new City(
            region.code(),
            region.name(),
            region.level(),
            region.membership(),
            region.pinyin(),
            peers,
            region.classes());
    return new RegionEvaluation(
        model, period, city, plan, compared, ranked, history, inputs, checks, findings, responses,
        notes, refusals);
  }

  RegionEvaluation with(List<IndicatorResult> overTime, List<Totals> totals) {
    return new RegionEvaluation(
        model, period, region, plan, overTime, scores, totals, inputs, checks, findings, responses,
        notes, refusals);
  }
}
