package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;

/** A document beside the reports of cities and their comparison. */
public sealed interface Handout {
  /** Name of its files, without language and ending. */
  String fileName();

  /** Codes of the cities it goes through. */
  List<String> cities(Evaluation evaluation);

  /**
   * What a sender is told of its data 数据反馈.
   *
   * @param sender its code
   */
  record Feedback(String sender) implements Handout {
    @Override
    public String fileName() {
      return "feedback." + RegionEvaluation.City.fileName(sender);
    }

    @Override
    public List<String> cities(Evaluation evaluation) {
      return evaluation.sender(sender).map(Evaluation.SenderRow::cities).orElse(List.of());
    }
  }

  /** What each department answers for in each city, and what became of it 工作台账. */
  record Ledger() implements Handout {
    @Override
    public String fileName() {
      return "ledger";
    }

    @Override
    public List<String> cities(Evaluation evaluation) {
      return evaluation.cities().stream().map(Evaluation.CityRow::code).sorted().toList();
    }
  }
}
