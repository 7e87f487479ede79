package io.silvergauge.reports.xlsx;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.html.CommonMethod;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the workbook of an evaluation: every table of it on a sheet that filters and sorts. May be
 * used by several threads.
 */
public final class Workbooks {
  private Workbooks() {}

  /**
   * The workbook, the same bytes for the same evaluation.
   *
   * @param cities every city of the evaluation, in any order
   */
  public static byte[] of(
      Evaluation evaluation, Iterable<RegionEvaluation> cities, Language language) {
    Wording wording =
        new Wording(language, evaluation.scheme().results().contains(ResultKind.FULFILMENT.code()));
    List<RegionEvaluation> sorted = new ArrayList<>();
    cities.forEach(sorted::add);
    sorted.sort(Comparator.comparing(city -> city.region().code()));
    String title =
        wording.say(
            "book.title",
            "assessment",
            wording.text(evaluation.name()),
            "period",
            wording.dates().period(evaluation.period()),
            "day",
            wording.dates().day(evaluation.asOf()));
    return new BookWriter(
            title,
            wording.sentences(CommonMethod.notices(evaluation, wording)),
            wording.say("book.empty"))
        .bytes(sheets(new BookWords(evaluation, wording), sorted));
  }

  static List<Sheet> sheets(BookWords words, List<RegionEvaluation> cities) {
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(new OverviewSheet(words).of(cities));
    if (words.has(ResultKind.STANDING)) {
      sheets.add(new MatrixSheet(words).of(cities));
    }
    sheets.add(new ScoreSheet(words).of(cities));
    sheets.add(new OutcomeSheets(words).outcomes(cities));
    sheets.add(new OutcomeSheets(words).judgements(cities));
    sheets.add(new OutcomeSheets(words).units(cities));
    sheets.add(new FindingSheet(words).of(cities));
    if (SiteSheet.isCalledFor(cities)) {
      sheets.add(new SiteSheet(words).of(cities));
    }
    sheets.add(new QualitySheets(words).files());
    sheets.add(new QualitySheets(words).checks(cities));
    sheets.add(new QualitySheets(words).refusals(cities));
    sheets.add(new MethodSheets(words).indicators(cities));
    sheets.add(new MethodSheets(words).methods());
    return sheets;
  }
}
