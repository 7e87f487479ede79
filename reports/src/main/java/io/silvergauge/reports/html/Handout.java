package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;
import java.util.Set;

/** A document beside the reports of cities and their comparison. */
public sealed interface Handout {
  /** Name of its files, without language and ending. */
  String fileName();

  /** Codes of the cities it goes through. */
  List<String> cities(Evaluation evaluation);

  /** Whether it is about one city, and sees the others as that one does. */
  default boolean ofOneCity() {
    return false;
  }

  /** Whether an edition has it: what is said of single files and departments is the ministry's. */
  default boolean isIn(Edition edition) {
    return ofOneCity() || edition == Edition.MINISTRY;
  }

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

  /**
   * The report of one city in short, as a rule four pages at most.
   *
   * @param city its code
   */
  record Summary(String city) implements Handout {
    @Override
    public String fileName() {
      return RegionEvaluation.City.fileName(city) + ".summary";
    }

    @Override
    public List<String> cities(Evaluation evaluation) {
      return List.of(city);
    }

    @Override
    public boolean ofOneCity() {
      return true;
    }
  }

  /**
   * One dimension of one city in depth 专项评估报告.
   *
   * @param city its code
   * @param dimension the dimension's id
   */
  record Special(String city, String dimension) implements Handout {
    /** What else may stand between the name of a city's files and their language. */
    private static final Set<String> TAKEN = Set.of("summary", "explain");

    @Override
    public String fileName() {
      String part = RegionEvaluation.City.fileName(dimension);
      return RegionEvaluation.City.fileName(city)
          + "."
          + (TAKEN.contains(part) ? "dimension-" + part : part);
    }

    @Override
    public List<String> cities(Evaluation evaluation) {
      return List.of(city);
    }

    @Override
    public boolean ofOneCity() {
      return true;
    }
  }

  /**
   * One dimension in depth over all cities.
   *
   * @param dimension the dimension's id
   */
  record SpecialComparison(String dimension) implements Handout {
    @Override
    public String fileName() {
      return "comparison." + RegionEvaluation.City.fileName(dimension);
    }

    @Override
    public List<String> cities(Evaluation evaluation) {
      return evaluation.cities().stream().map(Evaluation.CityRow::code).toList();
    }

    @Override
    public boolean isIn(Edition edition) {
      return edition.compares();
    }
  }

  /** What moved since the period before 季度通报. */
  record Bulletin() implements Handout {
    @Override
    public String fileName() {
      return "bulletin";
    }

    @Override
    public List<String> cities(Evaluation evaluation) {
      return evaluation.cities().stream().map(Evaluation.CityRow::code).toList();
    }
  }
}
