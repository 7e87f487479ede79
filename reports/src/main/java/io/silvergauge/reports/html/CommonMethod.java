package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the annex on methods and the head of a page say, for reports that are no pages. */
public final class CommonMethod {
  private CommonMethod() {}

  /** How the results of all cities were worked out: facts by name, as in the comparison. */
  public static Map<String, String> facts(Evaluation evaluation, Wording wording) {
    Map<String, String> facts = new LinkedHashMap<>();
    new MethodAnnex(evaluation, wording)
        .common()
        .forEach(
            fact ->
                facts.merge(
                    fact.name(),
                    fact.text(),
                    (one, more) -> wording.sentences(List.of(one, more))));
    return facts;
  }

  /**
   * What a reader must know first: that data are synthetic, that it is a draft or who signed it.
   */
  public static List<String> notices(Evaluation evaluation, Wording wording) {
    PageHead head = new Heads(evaluation, wording).head("", List.of(), List.of(), "", "");
    List<String> notices = new ArrayList<>(head.notices());
    notices.add(head.status());
    return notices;
  }

  /** The name of a grade; empty for none. */
  public static String grade(Evaluation evaluation, Wording wording, String grade) {
    return new Scores(evaluation.scheme(), wording).grade(grade);
  }

  /** Whether an indicator says that something is in place, or not. */
  public static boolean isYesNo(IndicatorView indicator) {
    return indicator.kind().equals(Amounts.CONDITIONS);
  }

  /** The decimals with which pages print an amount: never as if it reached a target it misses. */
  public static int decimals(
      IndicatorView indicator, Wording wording, BigDecimal amount, List<JudgementResult> against) {
    return new Amounts(indicator, wording).decimals(amount, against);
  }

  /** What a judgement asks, with its operator and unit; empty where it asks nothing. */
  public static String target(IndicatorView indicator, Wording wording, JudgementResult judgement) {
    return new Amounts(indicator, wording).target(judgement);
  }

  /** Whether an indicator's units are counted rather than measured in its own unit. */
  public static boolean countsUnits(IndicatorView indicator) {
    return indicator.kind().equals(Amounts.EACH_UNIT);
  }
}
