package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.ConductView;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Evaluation.CheckCounts;
import io.silvergauge.indicators.evaluation.Evaluation.CityRow;
import io.silvergauge.indicators.evaluation.Evaluation.DeliveryRow;
import io.silvergauge.indicators.evaluation.Evaluation.IndicatorScore;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.Refusals;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation.Input;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GradeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.evaluation.SchemeView.PostsView;
import io.silvergauge.indicators.evaluation.SchemeView.ProfileView;
import io.silvergauge.indicators.evaluation.SchemeView.RankingView;
import io.silvergauge.indicators.evaluation.SchemeView.StatisticView;
import java.math.BigDecimal;
import java.util.List;

/** A small evaluation of three cities, written out as its model. */
final class Sample {
  static final String BEDS = "nursing_bed_share";
  static final String HOSPITALS = "county_hospitals";
  static final String FUND = "special_fund";
  static final String LAND = "land_per_head";
  static final Bilingual CITY = new Bilingual("甲市", "Jia");
  static final List<String> BOTH = List.of("fulfilment", "standing");
  static final List<String> STANDING_ONLY = List.of("standing");

  private static final SchemeView.PolicyView POLICIES =
      new SchemeView.PolicyView(
          List.of(), List.of(), new Bilingual("权重按方案", "weights are the scheme's"), null, null);

  private Sample() {}

  static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  static SchemeView scheme(List<String> results) {
    return new SchemeView(
        "test",
        "2023",
        "2021-01-01",
        null,
        List.of(),
        "5c".repeat(32),
        new Bilingual("测试方案", "Test scheme"),
        new Bilingual("权重为示例。", "Weights are illustrative."),
        number("100"),
        2,
        results,
        number("60"),
        2,
        new RankingView("rounded", 2, "competition"),
        List.of(
            new GradeView("good", new Bilingual("良", "Good"), number("80")),
            new GradeView("poor", new Bilingual("差", "Poor"), number("0"))),
        List.of(
            group("services", "服务体系", "Services", "total"),
            group("factors", "要素支持", "Factors", "total"),
            group("total", "综合得分", "Overall score", "")),
        List.of(
            indicator(BEDS, "护理型床位占比", "Nursing beds", "services", "share", "%", "beds"),
            indicator(
                HOSPITALS, "各县有医院", "Hospital in each county", "services", "each_unit", "%", "h"),
            indicator(FUND, "设立专项经费", "Dedicated fund", "factors", "conditions", "项", "fund"),
            indicator(LAND, "人均用地", "Land per head", "factors", "per_head", "平方米/人", "land")),
        results.equals(BOTH)
            ? List.of(new ProfileView("national", new Bilingual("国家目标", "National targets")))
            : List.of(),
        POLICIES,
        List.of(
            new StatisticView("beds", new Bilingual("床位数", "Beds"), "张", 0),
            new StatisticView("h", new Bilingual("医院数", "Hospitals"), "个", 12),
            new StatisticView("fund", new Bilingual("专项经费", "Fund"), "是否", 0),
            new StatisticView("land", new Bilingual("用地", "Land"), "平方米", 12)),
        List.of(),
        null);
  }

  private static GroupView group(String id, String zh, String en, String within) {
    return new GroupView(
        id, new Bilingual(zh, en), number("50"), "arithmetic", within, number("0"), number("100"));
  }

  private static IndicatorView indicator(
      String id, String zh, String en, String group, String kind, String unit, String statistic) {
    return new IndicatorView(
        id,
        new Bilingual(zh, en),
        group,
        kind,
        unit,
        "higher",
        number("6"),
        kind.equals("conditions") ? 0 : 2,
        "proportional",
        new Bilingual("按完成比例", "in proportion to the target"),
        null,
        "reweight",
        kind.equals("conditions") ? null : new PostsView(number("0"), number("60"), "none", null),
        null,
        "甲市方案",
        "3",
        kind.equals("conditions") ? "space_travel" : "civil_affairs",
        List.of("台账"),
        List.of(statistic),
        Bilingual.EMPTY,
        kind.equals("share") ? true : null);
  }

  static Evaluation evaluation(List<String> results) {
    boolean plans = results.equals(BOTH);
    return new Evaluation(
        Evaluation.MODEL,
        new Bilingual("测试评估", "Test assessment"),
        new Bilingual("合成数据，仅供测试。", "Synthetic data for tests."),
        "2023Q4",
        "2024-01-31",
        "ab".repeat(32),
        ConductView.NONE,
        scheme(results),
        List.of(
            city("410100", CITY, "prefecture", plans ? "82.2616413162" : null, "77.3", 1),
            city(
                "320300",
                new Bilingual("乙市", ""),
                "county_level_city",
                plans ? "60.005" : null,
                "70.125",
                2),
            city("110105", new Bilingual("丙区", "Bing"), "municipality_district", null, null, null)),
        List.of(
            delivery("2023Q4/410000/civil.csv", "a1", "civil", 20, 15, 1, 4),
            delivery("2023Q4/320000/civil.csv", "b2", "civil", 1200, 1190, 3, 7)),
        5,
        List.of(),
        null,
        List.of(
            new Evaluation.SenderRow("320000", new Bilingual("江苏省", "Jiangsu"), List.of("320300")),
            new Evaluation.SenderRow("410000", new Bilingual("河南省", "Henan"), List.of("410100"))));
  }

  private static CityRow city(
      String code, Bilingual name, String level, String fulfilment, String standing, Integer rank) {
    boolean scored = standing != null;
    return new CityRow(
        code,
        name,
        level,
        scored ? "confirmed" : "illustrative",
        "",
        "all",
        scored ? "confirmed" : "scheme",
        fulfilment == null ? null : number(fulfilment),
        fulfilment == null ? null : "good",
        number(scored ? "0.95" : "0.5"),
        standing == null ? null : number(standing),
        number(scored ? "1" : "0.5"),
        rank,
        rank,
        2,
        4,
        4,
        scored
            ? List.of(scored(BEDS, "86.7"), scored(HOSPITALS, "99.96"), lacking(LAND, "incomplete"))
            : List.of(lacking(BEDS, "input_missing"), scored(LAND, "0")),
        scored ? new CheckCounts(1, 2, 3, 4) : CheckCounts.NONE);
  }

  private static IndicatorScore scored(String id, String score) {
    return new IndicatorScore(id, number(score), null);
  }

  private static IndicatorScore lacking(String id, String reason) {
    return new IndicatorScore(id, null, reason);
  }

  private static DeliveryRow delivery(
      String path, String hash, String source, long read, long ok, long bad, long aside) {
    return new DeliveryRow(
        path,
        hash.repeat(32),
        "410000",
        source,
        new Bilingual("民政报表", "Civil affairs table"),
        "synthetic",
        "2024-01-15",
        source + "/410000/2023Q4/all",
        "full",
        read,
        ok,
        bad,
        aside);
  }

  static RegionEvaluation region(Bilingual name, List<IndicatorResult> results) {
    return region(name, "confirmed", results, scores(), inputs());
  }

  static RegionEvaluation region(
      Bilingual name,
      String planStatus,
      List<IndicatorResult> results,
      List<NodeScore> scores,
      List<Input> inputs) {
    return new RegionEvaluation(
        Evaluation.MODEL,
        "2023Q4",
        new RegionEvaluation.City("410100", name, "prefecture", "confirmed", "", "all"),
        new RegionEvaluation.PlanView(
            new Bilingual("甲市工作方案", "Work plan of Jia"), planStatus, "甲市方案", List.of(), List.of()),
        results,
        scores,
        List.of(),
        inputs,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Refusals.NONE);
  }

  static List<NodeScore> scores() {
    return List.of(
        score("fulfilment", BEDS, NodeScore.INDICATOR, "100", null),
        score("standing", BEDS, NodeScore.INDICATOR, "86.7", 1),
        score("fulfilment", "services", NodeScore.DIMENSION, "94.306", null),
        score("standing", "services", NodeScore.DIMENSION, "85.254", 1),
        score("fulfilment", "factors", NodeScore.DIMENSION, "61.5", null),
        score("standing", "factors", NodeScore.DIMENSION, "68.75", 2),
        total("fulfilment", "82.2616413162", null, "good"),
        total("standing", "77.3", 1, "poor"));
  }

  static NodeScore score(String result, String node, String level, String score, Integer rank) {
    return node(result, node, level, number(score), BigDecimal.ONE, null, rank, null);
  }

  private static NodeScore total(String result, String score, Integer rank, String grade) {
    return node(result, "total", NodeScore.TOTAL, number(score), number("0.95"), grade, rank, null);
  }

  static NodeScore withheld(String result) {
    Bilingual why = new Bilingual("没有可用的得分", "nothing below it has a score");
    return node(result, "total", NodeScore.TOTAL, null, BigDecimal.ZERO, null, null, why);
  }

  private static NodeScore node(
      String result,
      String node,
      String level,
      BigDecimal score,
      BigDecimal coverage,
      String grade,
      Integer rank,
      Bilingual why) {
    return new NodeScore(
        result,
        node,
        level,
        score,
        coverage,
        grade,
        rank,
        rank,
        null,
        why,
        List.of(),
        List.of(),
        null,
        level.equals(NodeScore.INDICATOR) && score != null
            ? new Bilingual("值与规则 = 得分", "value and rule = score")
            : null,
        null,
        null,
        null,
        null,
        null);
  }

  static List<Input> inputs() {
    return List.of(
        input("410101", "beds", "2023-12", "number", "20090", "张", 1, 4),
        input("410102", "beds", "2023-12", "too_small", "0", "张", 2, 5),
        input("410101", "h", "2023", "number", "2", "个", 1, 4));
  }

  private static Input input(
      String region,
      String id,
      String period,
      String mark,
      String value,
      String unit,
      int n,
      int row) {
    return new Input(
        region,
        id,
        period,
        mark,
        number(value),
        unit,
        n,
        "2023Q4/410000/civil.csv",
        null,
        row,
        "护理型床位数");
  }

  /** The city's four figures: one met, two unmet, one absent. */
  static List<IndicatorResult> results() {
    return List.of(
        amount(
            BEDS,
            "%",
            "52.021025",
            "20090",
            "38619",
            List.of(
                judged("plan", "met", "50", null), judged("national", "not_due", "55", "2.978975")),
            List.of(
                unit("410101", "东区", "60", "20090", "33483.5", null),
                unit("410102", "西区", "0", "0", "5135.5", null),
                unreported("410103", "南县", "input_missing", null))),
        amount(
            HOSPITALS,
            "%",
            "66.666666666667",
            "2",
            "3",
            List.of(judged("plan", "unmet", "100", "33.333333333333"), none("national")),
            List.of(
                unit("410101", "东区", "2", "2", null, "yes"),
                unit("410102", "西区", "0", "0", null, "no"),
                unit("410103", "南县", "1", "1", null, "yes"))),
        amount(
            FUND,
            "项",
            "0",
            "0",
            null,
            List.of(judged("plan", "unmet", "1", "1"), none("national")),
            List.of()),
        absent(
            LAND,
            "平方米/人",
            "incomplete",
            new Bilingual("规划人口：3 个单位中缺 1 个：410103 南县", "Planned population: 1 of 3 missing"),
            2,
            List.of(judged("plan", "not_computable", "0.20", null), none("national"))));
  }

  static IndicatorResult amount(
      String id,
      String unit,
      String amount,
      String numerator,
      String denominator,
      List<JudgementResult> judgements,
      List<UnitResult> units) {
    return new IndicatorResult(
        id,
        IndicatorResult.AMOUNT,
        number(amount),
        number(numerator),
        denominator == null ? null : number(denominator),
        unit,
        null,
        null,
        3,
        3,
        BigDecimal.ONE,
        "2020-11-30",
        36,
        "reported",
        1,
        List.of("郑民〔2023〕1号"),
        judgements,
        units,
        List.of(),
        null,
        null,
        List.of(),
        null,
        null,
        null);
  }

  static IndicatorResult missing(String id) {
    return absent(
        id,
        "%",
        "input_missing",
        new Bilingual("床位数", "Beds"),
        0,
        List.of(judged("plan", "not_computable", "50", null), none("national")));
  }

  private static IndicatorResult absent(
      String id,
      String unit,
      String reason,
      Bilingual detail,
      int present,
      List<JudgementResult> judgements) {
    return new IndicatorResult(
        id,
        IndicatorResult.ABSENT,
        null,
        null,
        null,
        unit,
        reason,
        detail,
        present,
        3,
        BigDecimal.ZERO,
        null,
        0,
        null,
        0,
        List.of(),
        judgements,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        null,
        null,
        null);
  }

  static JudgementResult judged(String profile, String verdict, String target, String shortfall) {
    return new JudgementResult(
        profile,
        verdict,
        ">=",
        number(target),
        null,
        "2023Q4",
        shortfall == null ? null : number(shortfall),
        List.of());
  }

  static JudgementResult none(String profile) {
    return new JudgementResult(profile, "not_in_plan", null, null, null, null, null, List.of());
  }

  static UnitResult unit(
      String code, String name, String amount, String numerator, String denominator, String meets) {
    return new UnitResult(
        code,
        new Bilingual(name, ""),
        IndicatorResult.AMOUNT,
        number(amount),
        number(numerator),
        denominator == null ? null : number(denominator),
        null,
        meets);
  }

  private static UnitResult unreported(String code, String name, String reason, String meets) {
    return new UnitResult(
        code, new Bilingual(name, ""), IndicatorResult.ABSENT, null, null, null, reason, meets);
  }
}
