package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.jobs.evaluate.RejectTally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The result of a run as a table on the terminal. */
final class ResultTable {
  private final Console console;

  ResultTable(Console console) {
    this.console = console;
  }

  /** Prints the cities in rank order, what was refused and what checks remark. */
  void print(Evaluation evaluation, RejectTally rejects, List<Justification> unused) {
    Language language = console.language();
    console.print(
        Bilingual.of(
            "%s　%s　截至 %s",
            "%s, %s, as of %s", evaluation.name(), evaluation.period(), evaluation.asOf()));
    if (!evaluation.notice().in(language).isEmpty()) {
      console.print(evaluation.notice());
    }
    console.print("");
    boolean plans = evaluation.scheme().results().contains("fulfilment");
    boolean ranks = evaluation.scheme().results().contains("standing");
    List<List<String>> rows = new ArrayList<>();
    rows.add(header(plans, ranks));
    evaluation.cities().forEach(city -> rows.add(row(evaluation.scheme(), city, plans, ranks)));
    for (String line : TextTable.lines(rows, List.of(1))) {
      console.print(line);
    }
    console.print("");
    printRejects(rejects);
    printChecks(evaluation, unused);
  }

  private void printChecks(Evaluation evaluation, List<Justification> unused) {
    Evaluation.CheckCounts counts =
        evaluation.cities().stream()
            .map(Evaluation.CityRow::checks)
            .reduce(Evaluation.CheckCounts.NONE, Evaluation.CheckCounts::plus);
    if (!counts.equals(Evaluation.CheckCounts.NONE)) {
      console.print(
          Bilingual.of(
              "检查：拒用 %d 处，警告 %d 处，已说明理由 %d 处，提示 %d 处；见 checks.csv",
              "Checks: %d held back, %d warnings, %d justified, %d remarks; see checks.csv",
              counts.errors(),
              counts.warnings(),
              counts.justified(),
              counts.infos()));
    }
    for (Justification reply : unused) {
      console.print(
          Bilingual.of(
              "  justifications.csv：%s %s %s 没有对应的警告",
              "  justifications.csv: %s %s %s answers no warning",
              reply.check(),
              reply.region(),
              reply.period()));
    }
  }

  private List<String> header(boolean plans, boolean ranks) {
    List<Bilingual> names = new ArrayList<>();
    names.add(new Bilingual("名次", "rank"));
    names.add(new Bilingual("城市", "city"));
    if (ranks) {
      names.add(new Bilingual("水平", "standing"));
    }
    if (plans) {
      names.add(new Bilingual("完成度", "fulfilment"));
      names.add(new Bilingual("等级", "grade"));
      names.add(new Bilingual("达标", "targets met"));
    }
    names.add(new Bilingual("覆盖率", "coverage"));
    return names.stream().map(name -> name.in(console.language())).toList();
  }

  private List<String> row(
      SchemeView scheme, Evaluation.CityRow city, boolean plans, boolean ranks) {
    Language language = console.language();
    List<String> cells = new ArrayList<>();
    cells.add(city.rank() == null ? "–" : city.rank().toString());
    cells.add(city.name().in(language).isEmpty() ? city.name().zh() : city.name().in(language));
    if (ranks) {
      cells.add(score(scheme, city.standing()));
    }
    if (plans) {
      cells.add(score(scheme, city.fulfilment()));
      cells.add(
          scheme.grades().stream()
              .filter(grade -> grade.id().equals(city.grade()))
              .map(grade -> grade.name().in(language))
              .findFirst()
              .orElse("–"));
      cells.add(city.met() + "/" + city.judged());
    }
    cells.add(percent(ranks ? city.standingCoverage() : city.fulfilmentCoverage()));
    return cells;
  }

  private void printRejects(RejectTally rejects) {
    if (rejects.refused() == 0) {
      console.print(new Bilingual("没有被拒绝的行。", "No row was rejected."));
      return;
    }
    console.print(Bilingual.of("被拒绝的内容（%d 处）：", "Rejected (%d):", rejects.refused()));
    rejects
        .first()
        .forEach(
            reject ->
                console.print(
                    "  " + reject.reason() + "  " + reject.message().in(console.language())));
    if (rejects.refused() > rejects.first().size()) {
      console.print(
          Bilingual.of(
              "  … 另有 %d 处，见 rejects.csv",
              "  … and %d more, see rejects.csv", rejects.refused() - rejects.first().size()));
    }
  }

  private static String score(SchemeView scheme, BigDecimal score) {
    return score == null
        ? "–"
        : score.setScale(scheme.scoreDecimals(), RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String percent(BigDecimal coverage) {
    return coverage == null
        ? "–"
        : coverage.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).toPlainString() + "%";
  }
}
