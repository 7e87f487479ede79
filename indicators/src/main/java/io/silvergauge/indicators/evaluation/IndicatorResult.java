package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Behind;
import io.silvergauge.indicators.scheme.Goal;
import io.silvergauge.indicators.scheme.Robustness;
import io.silvergauge.indicators.scheme.Target;
import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * An indicator of one city and period as documents and tables show it. Fields that hold nothing are
 * null here and left out of the JSON: the model is a file format.
 *
 * @param id the indicator's id
 * @param state {@code amount} or {@code absent}
 * @param amount value in the indicator's unit, 12 decimals at most; null where absent
 * @param numerator what was counted; null where absent
 * @param denominator what it was set against; null where absent or where there is nothing
 * @param unit the indicator's unit
 * @param reason why there is no amount; null where there is one
 * @param detail which input of which regions is at fault; null where there is an amount
 * @param leavesPresent how many leaves have every input
 * @param leavesExpected how many leaves there are to which the inputs apply
 * @param coverage part of the leaves that have every input, from 0 to 1
 * @param referenceDate earliest reference date of the inputs; null without inputs
 * @param ageMonths how many months the oldest input was carried forward
 * @param valueStatus the most doubtful status among the inputs; null without inputs
 * @param tooSmall how many inputs were too small to show and were added as nothing
 * @param documents documents the inputs rest on
 * @param judgements one for the plan and one for each profile
 * @param units the units behind the figure
 * @param path what the plan asks over time, the target last; empty where it asks nothing
 * @param peers how the values of its peers are spread; null where none has a value
 * @param behind the single things behind it; null where there are none
 * @param series its values in the assessment's periods up to this one, in order of time
 * @param interval how sure the amount is; null where absent, and in publications of older versions
 * @param trend how it moved and where it stands on its way; null where there is nothing to say
 * @param site what visits found of it; null where none looked into it
 */
public record IndicatorResult(
    String id,
    String state,
    BigDecimal amount,
    BigDecimal numerator,
    BigDecimal denominator,
    String unit,
    String reason,
    Bilingual detail,
    int leavesPresent,
    int leavesExpected,
    BigDecimal coverage,
    String referenceDate,
    int ageMonths,
    String valueStatus,
    int tooSmall,
    List<String> documents,
    List<JudgementResult> judgements,
    List<UnitResult> units,
    List<Step> path,
    PeerRange peers,
    Behind behind,
    List<Point> series,
    FigureInterval interval,
    IndicatorTrend trend,
    SiteCheck site)
    implements Serializable {
  /** State of an indicator that has a value. */
  public static final String AMOUNT = "amount";

  /** State of one that has none. */
  public static final String ABSENT = "absent";

  /**
   * An outcome held against one profile's target.
   *
   * @param profile id of the profile, or {@code plan}
   * @param verdict how it stands
   * @param operator on which side of the target it must lie; null where there is no target
   * @param target what applies in the period, the lower bound of a range; null where there is no
   *     target
   * @param upper upper bound of a range; null where there is none
   * @param by when that is due; null where there is no target
   * @param shortfall how far it falls short; null unless it does
   * @param path what the profile asks over time, the target last; empty where it asks nothing, and
   *     in publications of older versions
   */
  public record JudgementResult(
      String profile,
      String verdict,
      String operator,
      BigDecimal target,
      BigDecimal upper,
      String by,
      BigDecimal shortfall,
      List<Step> path)
      implements Serializable {
    public JudgementResult {
      path = path == null ? List.of() : List.copyOf(path);
    }
  }

  /**
   * One of the units behind a figure.
   *
   * @param code the unit's code
   * @param name its name
   * @param state {@code amount} or {@code absent}
   * @param amount its own value; null where absent
   * @param numerator what was counted in it; null where absent
   * @param denominator what that was set against; null where absent or where there is nothing
   * @param reason why it has no value; null where it has one
   * @param meets {@code yes}, {@code no} or {@code unknown}; null where nothing is asked of units
   */
  public record UnitResult(
      String code,
      Bilingual name,
      String state,
      BigDecimal amount,
      BigDecimal numerator,
      BigDecimal denominator,
      String reason,
      String meets)
      implements Serializable {}

  /**
   * What a plan asks by the end of a period.
   *
   * @param by the period
   * @param value what must be reached, the lower bound of a range
   * @param upper upper bound of a range; null where there is none
   */
  public record Step(String by, BigDecimal value, BigDecimal upper) implements Serializable {
    /** The milestones of a target in order of time, and the target itself. */
    static List<Step> path(Target target) {
      return Stream.concat(
              target.milestones().stream().map(milestone -> of(milestone.by(), milestone.goal())),
              Stream.of(of(target.by(), target.goal())))
          .toList();
    }

    private static Step of(Period by, Goal goal) {
      return new Step(by.toString(), goal.value(), goal.upperOrNull());
    }
  }

  /**
   * The value in one period.
   *
   * @param period the period
   * @param amount its value; null where absent
   * @param reason why there is none; null where there is one
   * @param standing its {@link NodeScore#unrounded} score in the standing of that period; null
   *     where there is none, and in publications of older versions
   */
  public record Point(String period, BigDecimal amount, String reason, BigDecimal standing)
      implements Serializable {}

  public IndicatorResult {
    documents = List.copyOf(documents);
    judgements = List.copyOf(judgements);
    units = List.copyOf(units);
    path = List.copyOf(path);
    series = List.copyOf(series);
  }

  /**
   * The value that is scored and held against targets: what visits found, where the scheme lets
   * that count, else the amount; null where there is none.
   */
  public BigDecimal counts() {
    return site == null || site.counts() == null ? amount : site.counts();
  }

  IndicatorResult with(PeerRange ofPeers) {
    return copy(documents, units, behind, ofPeers, series, interval, trend);
  }

  IndicatorResult with(List<Point> overTime, IndicatorTrend moved) {
    return copy(documents, units, behind, peers, overTime, interval, moved);
  }

  /** With how sure it is, by what the scheme declares. */
  IndicatorResult sure(Robustness declared, FigureIntervals intervals) {
    return amount == null
        ? this
        : copy(
            documents,
            units,
            behind,
            peers,
            series,
            FigureInterval.of(declared, intervals, this),
            trend);
  }

  /** The figure with fewer units behind it, for a page that cannot list them all. */
  public IndicatorResult listing(List<UnitResult> some) {
    return copy(documents, some, behind, peers, series, interval, trend);
  }

  IndicatorResult brief() {
    return copy(List.of(), List.of(), null, peers, series, interval, trend);
  }

  private IndicatorResult copy(
      List<String> newDocuments,
      List<UnitResult> newUnits,
      Behind newBehind,
      PeerRange newPeers,
      List<Point> newSeries,
      FigureInterval newInterval,
      IndicatorTrend newTrend) {
    return new IndicatorResult(
        id,
        state,
        amount,
        numerator,
        denominator,
        unit,
        reason,
        detail,
        leavesPresent,
        leavesExpected,
        coverage,
        referenceDate,
        ageMonths,
        valueStatus,
        tooSmall,
        newDocuments,
        judgements,
        newUnits,
        path,
        newPeers,
        newBehind,
        newSeries,
        newInterval,
        newTrend,
        site);
  }
}
