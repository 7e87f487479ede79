package io.silvergauge.jobs.star;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.NodeScore;

/** The facts: figures, judgements and scores, each row keyed by what it is about. */
final class Facts {
  /** What an indicator of a city came to. */
  record OutcomeRow(Evaluated in, String city, String addedBy, IndicatorResult result) {}

  /** What it came to in one unit of the city. */
  record UnitRow(OutcomeRow of, IndicatorResult.UnitResult unit) {}

  /** How it stands to a profile. */
  record JudgementRow(OutcomeRow of, IndicatorResult.JudgementResult judgement) {}

  /** A score of a city. */
  record ScoreRow(Evaluated in, String city, String addedBy, NodeScore score) {}

  /** What every fact begins with. */
  interface Source<T> {
    Evaluated of(T row);
  }

  static final StarTable<OutcomeRow> OUTCOME =
      fact("fact_outcome", "一个城市的一项指标", "an indicator of a city", OutcomeRow::in)
          .text("region_key", "城市", "the city", one -> one.in().key(one.city()))
          .key()
          .refers("dim_region.region_key")
          .text("indicator_key", "指标", "the indicator", Facts::indicator)
          .key()
          .refers("dim_indicator.indicator_key")
          .text("state", "amount 有数值，absent 没有", "amount or absent", one -> one.result().state())
          .always()
          .number(
              "amount",
              "数值，按 unit；没有时为空，原因见 reason",
              "value in unit; null where absent, see reason",
              one -> one.result().amount())
          .text(
              "reason",
              "没有数值的原因；有数值时为空",
              "why there is none; null where there is one",
              one -> one.result().reason())
          .refers("dim_reason.reason")
          .texts(
              "detail",
              "缺少或有问题的具体数据",
              "which input of which regions is at fault",
              one -> one.result().detail())
          .number("numerator", "分子", "what was counted", one -> one.result().numerator())
          .number("denominator", "分母", "what it was set against", one -> one.result().denominator())
          .text("unit", "计量单位", "unit of amount and counts", one -> one.result().unit())
          .refers("dim_unit.unit")
          .number(
              "counts",
              "计分和判定所用的数值：核查值或 amount",
              "the value that is scored and judged: what visits found, or the amount",
              one -> one.result().counts())
          .number(
              "low",
              "amount 区间下限；没有区间时为空",
              "lower end of the amount's interval; null where there is none",
              one -> one.result().interval() == null ? null : one.result().interval().low())
          .number(
              "high",
              "amount 区间上限；没有区间时为空",
              "upper end of the amount's interval; null where there is none",
              one -> one.result().interval() == null ? null : one.result().interval().high())
          .text(
              "value_status",
              "所用数据中最存疑的状态",
              "most doubtful status among the inputs",
              one -> one.result().valueStatus())
          .refers("dim_value_status.value_status")
          .number(
              "coverage",
              "数据齐全的单位所占比例，0 至 1",
              "part of the units that have every input, 0 to 1",
              one -> one.result().coverage())
          .whole(
              "units_present",
              "数据齐全的单位数",
              "units that have every input",
              one -> one.result().leavesPresent())
          .always()
          .whole(
              "units_expected",
              "应有数据的单位数",
              "units to which it applies",
              one -> one.result().leavesExpected())
          .always()
          .whole(
              "too_small",
              "过小未填、按零计入的数据个数",
              "inputs too small to show, added as nothing",
              one -> one.result().tooSmall())
          .always()
          .date(
              "reference_date",
              "所用数据的最早时点",
              "earliest reference date of the inputs",
              one -> one.result().referenceDate())
          .whole(
              "age_months",
              "沿用旧数据的月数",
              "months the oldest input was carried forward",
              one -> one.result().ageMonths())
          .always();

  static final StarTable<UnitRow> UNIT_OUTCOME =
      fact(
              "fact_unit_outcome",
              "城市所辖一个单位的一项指标",
              "an indicator of one unit of a city",
              (UnitRow one) -> one.of().in())
          .text("city_key", "所属城市", "the city", one -> one.of().in().key(one.of().city()))
          .key()
          .refers("dim_region.region_key")
          .text("region_key", "单位", "the unit", one -> one.of().in().key(one.unit().code()))
          .key()
          .refers("dim_region.region_key")
          .text("indicator_key", "指标", "the indicator", one -> indicator(one.of()))
          .key()
          .refers("dim_indicator.indicator_key")
          .text("state", "amount 有数值，absent 没有", "amount or absent", one -> one.unit().state())
          .always()
          .number(
              "amount",
              "数值；没有时为空，原因见 reason",
              "value; null where absent, see reason",
              one -> one.unit().amount())
          .text("reason", "没有数值的原因", "why there is none", one -> one.unit().reason())
          .refers("dim_reason.reason")
          .number("numerator", "分子", "what was counted", one -> one.unit().numerator())
          .number("denominator", "分母", "what it was set against", one -> one.unit().denominator())
          .text("unit", "计量单位", "unit of the amount", one -> one.of().result().unit())
          .refers("dim_unit.unit")
          .text(
              "meets",
              "是否达到：yes、no、unknown；无要求时为空",
              "yes, no or unknown; null where nothing is asked of units",
              one -> one.unit().meets());

  static final StarTable<JudgementRow> JUDGEMENT =
      fact(
              "fact_judgement",
              "一项指标与一组目标的对照",
              "an indicator of a city held against a profile",
              (JudgementRow one) -> one.of().in())
          .text("region_key", "城市", "the city", one -> one.of().in().key(one.of().city()))
          .key()
          .refers("dim_region.region_key")
          .text("indicator_key", "指标", "the indicator", one -> indicator(one.of()))
          .key()
          .refers("dim_indicator.indicator_key")
          .text(
              "profile_key",
              "目标组",
              "the profile",
              one -> one.of().in().key(one.judgement().profile()))
          .key()
          .refers("dim_profile.profile_key")
          .text("verdict", "判定", "how it stands", one -> one.judgement().verdict())
          .always()
          .refers("dim_verdict.verdict")
          .number("value", "所判定的数值", "the value that was judged", one -> one.of().result().counts())
          .text("reason", "没有数值的原因", "why there is no value", one -> one.of().result().reason())
          .refers("dim_reason.reason")
          .text("operator", ">=、<= 或 within", ">=, <= or within", one -> one.judgement().operator())
          .number(
              "target",
              "目标值或区间下限",
              "the target, or the lower bound of a range",
              one -> one.judgement().target())
          .number("upper", "区间上限", "upper bound of a range", one -> one.judgement().upper())
          .text("due", "目标时期", "period by which it is due", one -> one.judgement().by())
          .refers("dim_period.period")
          .number(
              "shortfall",
              "差距；达到时为空",
              "how far it falls short; null where it does not",
              one -> one.judgement().shortfall())
          .text(
              "unit",
              "计量单位",
              "unit of value, target and shortfall",
              one -> one.of().result().unit())
          .refers("dim_unit.unit");

  static final StarTable<ScoreRow> SCORE =
      fact("fact_score", "一个城市在一个节点上的得分", "a score of a city in one result", ScoreRow::in)
          .text("region_key", "城市", "the city", one -> one.in().key(one.city()))
          .key()
          .refers("dim_region.region_key")
          .text(
              "node_key",
              "节点",
              "the node",
              one -> one.in().nodeKey(one.score().node(), one.addedBy()))
          .key()
          .refers("dim_node.node_key")
          .text(
              "result",
              "fulfilment 完成度，standing 水平",
              "fulfilment or standing",
              one -> one.score().result())
          .key()
          .number(
              "score",
              "得分；没有时为空，原因见 reason",
              "the score; null where withheld, see reason",
              one -> one.score().score())
          .texts("reason", "没有得分的原因", "why there is none", one -> one.score().reason())
          .number(
              "low",
              "得分区间下限",
              "lower end of its interval",
              one -> one.score().interval() == null ? null : one.score().interval().low())
          .number(
              "high",
              "得分区间上限",
              "upper end of its interval",
              one -> one.score().interval() == null ? null : one.score().interval().high())
          .number(
              "coverage",
              "其下有得分的权重所占比例，0 至 1",
              "part of the weight below it that has a score, 0 to 1",
              one -> one.score().coverage())
          .text(
              "grade_key",
              "等次",
              "the grade",
              one -> one.score().grade() == null ? null : one.in().key(one.score().grade()))
          .refers("dim_grade.grade_key")
          .whole("place", "全部城市中的名次", "place among all cities", one -> one.score().rank())
          .whole("peer_place", "同类中的名次", "place among its peers", one -> one.score().peerRank())
          .number(
              "peer_median",
              "同类得分的中位数",
              "median score of its peers",
              one -> one.score().peerMedian());

  private Facts() {}

  static String indicator(OutcomeRow row) {
    return row.in().nodeKey(row.result().id(), row.addedBy());
  }

  static <T> StarTable<T> fact(String name, String zh, String en, Source<T> of) {
    return new StarTable<T>(name, zh, en)
        .text(StarTable.EVALUATION, "评估", "the evaluation", one -> of.of(one).key())
        .key()
        .refers("dim_evaluation.evaluation")
        .text("period", "评估时期", "evaluated period", one -> of.of(one).evaluation().period())
        .always()
        .refers("dim_period.period");
  }
}
