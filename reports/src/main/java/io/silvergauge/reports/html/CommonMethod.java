package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.reports.text.Wording;
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
}
