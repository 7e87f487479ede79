package io.silvergauge.jobs.star;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.evaluation.SiteCheck;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.star.Dimensions.GradeRow;
import io.silvergauge.jobs.star.Dimensions.IndicatorRow;
import io.silvergauge.jobs.star.Dimensions.NodeRow;
import io.silvergauge.jobs.star.Dimensions.PeriodRow;
import io.silvergauge.jobs.star.Dimensions.ProfileRow;
import io.silvergauge.jobs.star.Facts.OutcomeRow;
import io.silvergauge.reports.html.Sent;
import io.silvergauge.reports.text.Dates;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of published evaluations, for any number of them in turn: dimensions and facts of one
 * evaluation, and once, at the end, the lists of codes and periods that all of them share.
 */
public final class Star {
  /** All tables, each after those it refers to. */
  public static final List<StarTable<?>> TABLES =
      List.of(
          Dimensions.PERIOD,
          Dimensions.UNIT,
          Dimensions.REASON,
          Dimensions.REFUSAL,
          Dimensions.VALUE_STATUS,
          Dimensions.VERDICT,
          Dimensions.FINDING_KIND,
          Dimensions.FINDING_STATE,
          Dimensions.EVALUATION,
          Dimensions.REGION,
          Dimensions.NODE,
          Dimensions.INDICATOR,
          Dimensions.PROFILE,
          Dimensions.GRADE,
          Facts.OUTCOME,
          Facts.UNIT_OUTCOME,
          Facts.JUDGEMENT,
          Facts.SCORE,
          SureFacts.RANK,
          SureFacts.GRADE_SHARE,
          SureFacts.VISIT,
          SureFacts.VISIT_STRATUM,
          DataFacts.FINDING,
          DataFacts.QUALITY,
          DataFacts.DELIVERY,
          DataFacts.REFUSAL);

  private final StarSink sink;
  private final Codes codes = new Codes();

  /** Rows for a sink. */
  public Star(StarSink sink) {
    this.sink = sink;
  }

  /** Gives out an evaluation; one city is held at a time. */
  public void add(Evaluated one) throws IOException {
    Evaluation evaluation = one.evaluation();
    Regions regions = new Regions(one);
    Map<String, IndicatorRow> added = new TreeMap<>();
    put(Dimensions.EVALUATION, one);
    codes.period(evaluation.period());
    for (RegionEvaluation city : one.cities()) {
      for (IndicatorView own : city.plan().indicators()) {
        IndicatorRow row = new IndicatorRow(one, city.region().code(), own);
        added.put(own.id() + "@" + row.addedBy(), row);
      }
      city(one, city, regions);
    }
    for (Finding finding : evaluation.findings()) {
      finding(one, finding, regions);
    }
    outlook(one, evaluation.outlook());
    for (Evaluation.CityRow row : byCode(one.checked())) {
      put(DataFacts.QUALITY, new DataFacts.QualityRow(one, row));
    }
    sent(one, regions);
    rules(one, added);
    for (Dimensions.RegionRow region : regions.all()) {
      put(Dimensions.REGION, region);
    }
  }

  /** Gives out what all evaluations share. */
  public void finish() throws IOException {
    for (String period : codes.periods()) {
      put(
          Dimensions.PERIOD,
          new PeriodRow(
              Period.parse(period),
              new Bilingual(
                  new Dates(Language.ZH).period(period), new Dates(Language.EN).period(period))));
    }
    for (Map.Entry<StarTable<Dimensions.Coded>, List<Dimensions.Coded>> list :
        codes.lists().entrySet()) {
      for (Dimensions.Coded code : list.getValue()) {
        put(list.getKey(), code);
      }
    }
  }

  private void city(Evaluated one, RegionEvaluation city, Regions regions) throws IOException {
    String code = city.region().code();
    for (IndicatorResult result :
        sorted(city.indicators(), Comparator.comparing(IndicatorResult::id))) {
      String addedBy = addedBy(city, result.id());
      OutcomeRow row = new OutcomeRow(one, code, addedBy, result);
      codes.of(result);
      put(Facts.OUTCOME, row);
      if (result.site() != null) {
        visits(new SureFacts.VisitRow(one, code, addedBy, result), regions);
      }
      for (IndicatorResult.UnitResult unit :
          sorted(result.units(), Comparator.comparing(IndicatorResult.UnitResult::code))) {
        regions.unit(unit.code(), unit.name(), code);
        codes.reason(unit.reason());
        put(Facts.UNIT_OUTCOME, new Facts.UnitRow(row, unit));
      }
      for (IndicatorResult.JudgementResult judgement :
          sorted(
              result.judgements(),
              Comparator.comparing(IndicatorResult.JudgementResult::profile))) {
        codes.period(judgement.by());
        codes.verdict(judgement.verdict());
        put(Facts.JUDGEMENT, new Facts.JudgementRow(row, judgement));
      }
    }
    for (NodeScore score :
        sorted(
            city.scores(),
            Comparator.comparing(NodeScore::result).thenComparing(NodeScore::node))) {
      put(Facts.SCORE, new Facts.ScoreRow(one, code, addedBy(city, score.node()), score));
    }
    for (Finding finding : city.findings()) {
      finding(one, finding, regions);
    }
  }

  private void visits(SureFacts.VisitRow row, Regions regions) throws IOException {
    put(SureFacts.VISIT, row);
    for (SiteCheck.Stratum stratum :
        sorted(row.result().site().strata(), Comparator.comparing(SiteCheck.Stratum::region))) {
      regions.unit(stratum.region(), stratum.name(), row.city());
      put(SureFacts.VISIT_STRATUM, new SureFacts.StratumRow(row, stratum));
    }
  }

  private void outlook(Evaluated one, Outlook outlook) throws IOException {
    if (outlook == null) { // publications of older versions
      return;
    }
    for (Outlook.CityOutlook city :
        sorted(outlook.cities(), Comparator.comparing(Outlook.CityOutlook::code))) {
      put(SureFacts.RANK, new SureFacts.RankRow(one, outlook, city));
      for (Outlook.GradeShare grade : city.grades()) {
        put(SureFacts.GRADE_SHARE, new SureFacts.GradeRow(one, city, grade));
      }
    }
  }

  /** The city whose plan adds an indicator; null for a node of the scheme. */
  private static String addedBy(RegionEvaluation city, String node) {
    boolean own = city.plan().indicators().stream().anyMatch(one -> one.id().equals(node));
    return own ? city.region().code() : null;
  }

  private void finding(Evaluated one, Finding finding, Regions regions) throws IOException {
    regions.other(finding.region());
    codes.of(finding);
    put(DataFacts.FINDING, new DataFacts.FindingRow(one, finding));
  }

  private void sent(Evaluated one, Regions regions) throws IOException {
    for (Evaluation.DeliveryRow delivery :
        sorted(
            one.deliveries(),
            Comparator.comparing(Evaluation.DeliveryRow::path)
                .thenComparing(Evaluation.DeliveryRow::slot))) {
      regions.other(delivery.sender());
      put(DataFacts.DELIVERY, new DataFacts.DeliveryRow(one, delivery));
    }
    for (Sent.Refused refused : one.sent().refused()) {
      codes.refusal(refused.reason());
      put(DataFacts.REFUSAL, new DataFacts.RefusalRow(one, refused));
    }
  }

  private void rules(Evaluated one, Map<String, IndicatorRow> added) throws IOException {
    SchemeView scheme = one.evaluation().scheme();
    for (GroupView group : scheme.groups()) {
      put(Dimensions.NODE, new NodeRow(one, null, group, null));
    }
    for (IndicatorView indicator : scheme.indicators()) {
      indicator(new IndicatorRow(one, null, indicator));
    }
    for (IndicatorRow row : added.values()) {
      indicator(row);
    }
    put(Dimensions.PROFILE, new ProfileRow(one, "plan", new Bilingual("工作方案", "plan of the city")));
    for (SchemeView.ProfileView profile : scheme.profiles()) {
      put(Dimensions.PROFILE, new ProfileRow(one, profile.id(), profile.name()));
    }
    for (int i = 0; i < scheme.grades().size(); i++) {
      put(Dimensions.GRADE, new GradeRow(one, i + 1, scheme.grades().get(i)));
    }
  }

  private void indicator(IndicatorRow row) throws IOException {
    codes.unit(row.indicator().unit());
    put(Dimensions.NODE, new NodeRow(row.in(), row.addedBy(), null, row.indicator()));
    put(Dimensions.INDICATOR, row);
  }

  private <T> void put(StarTable<T> table, T about) throws IOException {
    sink.row(table, table.row(about));
  }

  private static List<Evaluation.CityRow> byCode(List<Evaluation.CityRow> rows) {
    return sorted(rows, Comparator.comparing(Evaluation.CityRow::code));
  }

  private static <T> List<T> sorted(List<T> rows, Comparator<? super T> order) {
    return rows.stream().sorted(order).toList();
  }
}
