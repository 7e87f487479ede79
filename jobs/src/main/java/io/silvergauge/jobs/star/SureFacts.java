package io.silvergauge.jobs.star;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.SiteCheck;

/** The facts about how sure figures are: ranks and grades in the draws, and what visits found. */
final class SureFacts {
  /** What the draws say of a city. */
  record RankRow(Evaluated in, Outlook all, Outlook.CityOutlook city) {}

  /** In what share of the draws a city earns a grade. */
  record GradeRow(Evaluated in, Outlook.CityOutlook city, Outlook.GradeShare grade) {}

  /** What visits bear out of a figure of a city. */
  record VisitRow(Evaluated in, String city, String addedBy, IndicatorResult result) {
    private SiteCheck site() {
      return result.site();
    }

    private String indicator() {
      return in.nodeKey(result.id(), addedBy);
    }
  }

  /** What they bear out of it in a stratum. */
  record StratumRow(VisitRow of, SiteCheck.Stratum stratum) {}

  static final StarTable<RankRow> RANK =
      Facts.fact(
              "fact_rank",
              "一个城市的名次在其他假设下如何变动",
              "the rank of a city under other assumptions",
              RankRow::in)
          .text("region_key", "城市", "the city", one -> one.in().key(one.city().code()))
          .key()
          .refers("dim_region.region_key")
          .number(
              "median",
              "各次模拟中名次的中位数；没有时为空",
              "median rank in the draws; null where there is none",
              one -> one.city().ranks() == null ? null : one.city().ranks().median())
          .number(
              "low",
              "名次区间较好的一端",
              "better end of its interval",
              one -> one.city().ranks() == null ? null : one.city().ranks().low())
          .number(
              "high",
              "名次区间较差的一端",
              "worse end of its interval",
              one -> one.city().ranks() == null ? null : one.city().ranks().high())
          .whole(
              "failures",
              "没有得分的模拟次数；区间因此放宽",
              "draws in which the city came to no score; they widen the interval",
              one -> one.city().ranks() == null ? null : one.city().ranks().failures())
          .text(
              "next_key",
              "名次紧随其后的城市",
              "the city placed after it",
              one -> one.city().ranks() == null ? null : next(one))
          .refers("dim_region.region_key")
          .number(
              "ahead",
              "领先该城市的模拟所占比例，0 至 1",
              "share of the draws in which it is ahead of that city, 0 to 1",
              one -> one.city().ranks() == null ? null : one.city().ranks().ahead())
          .texts("reason", "没有区间的原因", "why there are no intervals", one -> one.all().reason())
          .texts(
              "grades_reason",
              "没有各等次比例的原因",
              "why there are no shares of grades",
              one -> one.city().gradesReason());

  static final StarTable<GradeRow> GRADE_SHARE =
      Facts.fact(
              "fact_grade_share",
              "一个城市在模拟中得到一个等次的比例",
              "in what share of the draws a city earns a grade",
              GradeRow::in)
          .text("region_key", "城市", "the city", one -> one.in().key(one.city().code()))
          .key()
          .refers("dim_region.region_key")
          .text("grade_key", "等次", "the grade", one -> one.in().key(one.grade().grade()))
          .key()
          .refers("dim_grade.grade_key")
          .text(
              "result",
              "fulfilment 完成度，standing 水平",
              "fulfilment or standing",
              one -> one.city().graded())
          .always()
          .number("share", "比例，0 至 1", "the share, 0 to 1", one -> one.grade().share());

  static final StarTable<VisitRow> VISIT =
      Facts.fact(
              "fact_visit",
              "实地核查对一项指标的证实情况",
              "what visits bear out of an indicator of a city",
              VisitRow::in)
          .text("region_key", "城市", "the city", one -> one.in().key(one.city()))
          .key()
          .refers("dim_region.region_key")
          .text("indicator_key", "指标", "the indicator", VisitRow::indicator)
          .key()
          .refers("dim_indicator.indicator_key")
          .whole("things", "可抽查的总数", "things that could be visited", one -> one.site().units())
          .whole("drawn", "抽取数", "how many were drawn", one -> one.site().drawn())
          .whole("looked", "核查数", "how many were looked at", one -> one.site().looked())
          .whole("confirmed", "属实数", "found to be as reported", one -> one.site().confirmed())
          .whole("corrected", "数量不符数", "found in another number", one -> one.site().corrected())
          .whole("not_found", "未找到数", "not found", one -> one.site().notFound())
          .whole("false_claims", "虚报数", "found to be false", one -> one.site().falseClaims())
          .number("part", "属实的百分比", "percent that holds", one -> one.site().part())
          .number("part_low", "其区间下限", "lower end of its interval", one -> one.site().partLow())
          .number("part_high", "其区间上限", "upper end of its interval", one -> one.site().partHigh())
          .number("reported", "报送值", "the reported value", one -> one.result().amount())
          .number("verified", "核查值", "the reported value times part", one -> one.site().verified())
          .number("low", "核查值区间下限", "lower end of its interval", one -> one.site().low())
          .number("high", "核查值区间上限", "upper end of its interval", one -> one.site().high())
          .text("unit", "计量单位", "unit of the values", one -> one.result().unit())
          .refers("dim_unit.unit")
          .flag(
              "differs",
              "报送值是否在区间之外；没有区间时为空",
              "whether the reported value lies outside the interval; null where there is none",
              one -> one.site().differs())
          .text(
              "policy",
              "use_reported、use_verified、deduct 或 veto",
              "use_reported, use_verified, deduct or veto",
              one -> one.site().policy())
          .flag("applied", "处理是否生效", "whether it took hold", one -> one.site().applied())
          .number(
              "counts",
              "代替报送值计分的数值；按报送值计分时为空",
              "the value that counts instead; null where the reported one does",
              one -> one.site().counts())
          .text("sample", "抽样编号", "id of the sample", one -> one.site().sample())
          .text(
              "file",
              "核查表；公开版本不含",
              "the sheet; not in the public edition",
              one -> one.site().file())
          .text("sha256", "其 SHA-256", "its SHA-256", one -> one.site().sha256())
          .texts(
              "reason",
              "不能判定或没有区间的原因",
              "why nothing can be told, or why there is no interval",
              one -> one.site().reason());

  static final StarTable<StratumRow> VISIT_STRATUM =
      Facts.fact(
              "fact_visit_stratum",
              "实地核查在一个层内的证实情况（public 版没有）",
              "what visits bear out in a stratum; none in the public edition",
              (StratumRow one) -> one.of().in())
          .text("city_key", "城市", "the city", one -> one.of().in().key(one.of().city()))
          .key()
          .refers("dim_region.region_key")
          .text("indicator_key", "指标", "the indicator", one -> one.of().indicator())
          .key()
          .refers("dim_indicator.indicator_key")
          .text("region_key", "层", "the stratum", one -> one.of().in().key(one.stratum().region()))
          .key()
          .refers("dim_region.region_key")
          .whole("things", "可抽查的总数", "things that could be visited", one -> one.stratum().units())
          .whole("looked", "核查数", "how many were looked at", one -> one.stratum().looked())
          .whole("confirmed", "属实数", "found to be as reported", one -> one.stratum().confirmed())
          .number(
              "reported",
              "被核查对象的报送值",
              "what was reported of those looked at",
              one -> one.stratum().reported())
          .number("found", "被核查对象的核查值", "what was found of them", one -> one.stratum().found())
          .number("part", "属实的百分比", "percent that holds", one -> one.stratum().part())
          .number("part_low", "其区间下限", "lower end of its interval", one -> one.stratum().partLow())
          .number(
              "part_high", "其区间上限", "upper end of its interval", one -> one.stratum().partHigh());

  private SureFacts() {}

  private static String next(RankRow row) {
    String next = row.city().ranks().next();
    return next == null ? null : row.in().key(next);
  }
}
