package io.silvergauge.jobs.star;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.SchemeView.GradeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.statistic.Period;

/** The dimensions: what facts are about, each with its names. */
final class Dimensions {
  /**
   * A name for a code.
   *
   * @param code the code
   * @param name what it is called
   */
  record Coded(String code, Bilingual name) {}

  /** A period with its names. */
  record PeriodRow(Period period, Bilingual name) {}

  /**
   * A region; {@code city} is null unless it is one, {@code within} where it is in none, and so are
   * code and name of its province where the code does not tell.
   */
  record RegionRow(
      Evaluated in,
      String code,
      Bilingual name,
      String role,
      String within,
      String provinceCode,
      Bilingual province,
      Evaluation.CityRow city) {}

  /** An indicator of the scheme, or that the plan of a city adds. */
  record IndicatorRow(Evaluated in, String addedBy, IndicatorView indicator) {}

  /** A node of the rule book: a group, or an indicator; the other is null. */
  record NodeRow(Evaluated in, String addedBy, GroupView group, IndicatorView indicator) {}

  /** A profile. */
  record ProfileRow(Evaluated in, String id, Bilingual name) {}

  /** A grade, the best with order 1. */
  record GradeRow(Evaluated in, int order, GradeView grade) {}

  static final StarTable<Evaluated> EVALUATION =
      new StarTable<Evaluated>("dim_evaluation", "一次已发布的评估", "a published evaluation")
          .text(
              StarTable.EVALUATION,
              "评估：时期，专项评估为“时期/special/对象”",
              "the evaluation: its period, or period/special/what it is about",
              Evaluated::key)
          .key()
          .text("period", "评估时期", "evaluated period", one -> one.evaluation().period())
          .always()
          .refers("dim_period.period")
          .text(
              "special",
              "专项评估的对象；综合评估为空",
              "what a special evaluation is about; null for a comprehensive one",
              one ->
                  one.evaluation().conduct().special() == null
                      ? null
                      : one.evaluation().conduct().special().id())
          .date(
              "as_of",
              "截至日期",
              "only deliveries received by this day count",
              one -> one.evaluation().asOf())
          .always()
          .text(
              "edition",
              "版本：ministry 或 public",
              "for whom: ministry or public",
              one -> one.edition().code())
          .always()
          .text(
              "publication",
              "所在发布的名称",
              "name of the publication it stands in",
              Evaluated::publication)
          .always()
          .text(
              "snapshot",
              "所依据批次清单的哈希",
              "hash of the list of batches it rests on",
              one -> one.evaluation().snapshot())
          .always()
          .text("program", "生成的程序及版本", "program and version that made it", Evaluated::program)
          .texts("name", "评估名称", "name of the assessment", one -> one.evaluation().name())
          .texts(
              "notice",
              "关于数据的说明",
              "what is to be known of its data",
              one -> one.evaluation().notice())
          .text("scheme", "评估方案", "scheme", one -> one.evaluation().scheme().id())
          .always()
          .text(
              "scheme_edition",
              "方案版次",
              "edition of the scheme",
              one -> one.evaluation().scheme().edition())
          .text(
              "scheme_sha256",
              "方案文件的哈希",
              "hash of the scheme's file",
              one -> one.evaluation().scheme().sha256())
          .texts(
              "scheme_name", "方案名称", "name of the scheme", one -> one.evaluation().scheme().name())
          .number(
              "full_score",
              "满分",
              "score of full marks",
              one -> one.evaluation().scheme().fullScore())
          .flag("signed", "是否已签署", "whether somebody stands for it", Dimensions::isSigned)
          .always();

  static final StarTable<PeriodRow> PERIOD =
      new StarTable<PeriodRow>("dim_period", "时期", "a period")
          .text(
              "period", "时期，如 2023Q4", "the period, such as 2023Q4", one -> one.period().toString())
          .key()
          .date("first_day", "第一天", "first day", one -> one.period().firstDay().toString())
          .always()
          .date("last_day", "最后一天", "last day", one -> one.period().lastDay().toString())
          .always()
          .whole("months", "月数", "number of months", one -> one.period().months())
          .always()
          .whole("year", "最后一个月所在年份", "year of its last month", one -> one.period().to().getYear())
          .always()
          .text("sdmx", "SDMX 时间格式", "the period in SDMX", one -> SdmxPeriod.of(one.period()))
          .always()
          .texts("name", "名称", "name", PeriodRow::name);

  static final StarTable<RegionRow> REGION =
      new StarTable<RegionRow>(
              "dim_region", "行政区划或报送单位，按评估", "a region or sender, as one evaluation has it")
          .text("region_key", "主键：评估:代码", "key: evaluation:code", one -> one.in().key(one.code()))
          .key()
          .text(StarTable.EVALUATION, "评估", "the evaluation", one -> one.in().key())
          .always()
          .refers("dim_evaluation.evaluation")
          .text("region", "代码", "its code", RegionRow::code)
          .always()
          .texts("name", "名称", "name", RegionRow::name)
          .text(
              "role",
              "city 被评估城市，unit 城市所辖单位，other 其他报送单位",
              "city (evaluated), unit (below a city), other (a sender)",
              RegionRow::role)
          .always()
          .text(
              "within_key",
              "所属被评估城市",
              "the evaluated city of which it is a unit",
              one -> one.within() == null ? null : one.in().key(one.within()))
          .refers("dim_region.region_key")
          .text("province", "所属省份代码", "code of its province", RegionRow::provinceCode)
          .texts("province_name", "所属省份", "its province", RegionRow::province)
          .text(
              "level",
              "行政级别（城市）",
              "level of a city",
              one -> one.city() == null ? null : one.city().level())
          .text(
              "peers",
              "同类组（城市）",
              "group of peers of a city",
              one -> one.city() == null ? null : one.city().peers())
          .text(
              "membership",
              "入选情况（城市）",
              "what is known of a city's enrolment",
              one -> one.city() == null ? null : one.city().membership())
          .text(
              "plan_status",
              "工作方案：confirmed、illustrative 或 scheme",
              "the city's plan: confirmed, illustrative or scheme",
              one -> one.city() == null ? null : one.city().planStatus())
          .text(
              "pinyin",
              "拼音排序",
              "sorting key",
              one -> one.city() == null ? null : one.city().pinyin());

  static final StarTable<IndicatorRow> INDICATOR =
      new StarTable<IndicatorRow>(
              "dim_indicator", "指标，按评估", "an indicator, as one evaluation has it")
          .text(
              "indicator_key",
              "主键：评估:指标，方案外由城市工作方案增设的再加 @城市",
              "key: evaluation:indicator, with @city where that city's plan adds it",
              one -> one.in().nodeKey(one.indicator().id(), one.addedBy()))
          .key()
          .text(StarTable.EVALUATION, "评估", "the evaluation", one -> one.in().key())
          .always()
          .refers("dim_evaluation.evaluation")
          .text("indicator", "指标代码", "its id", one -> one.indicator().id())
          .always()
          .text(
              "added_by",
              "增设该指标的城市；方案指标为空",
              "city whose plan adds it; null for the scheme's own",
              IndicatorRow::addedBy)
          .texts("name", "名称", "name", one -> one.indicator().name())
          .text(
              "dimension_key",
              "所属维度",
              "the dimension it belongs to",
              one -> one.in().key(one.indicator().dimension()))
          .refers("dim_node.node_key")
          .text("dimension", "所属维度代码", "id of its dimension", one -> one.indicator().dimension())
          .text("kind", "算法类型", "how it is worked out", one -> one.indicator().kind())
          .text("unit", "计量单位", "its unit", one -> one.indicator().unit())
          .refers("dim_unit.unit")
          .text(
              "better",
              "higher 越高越好，lower 越低越好",
              "higher or lower",
              one -> one.indicator().better())
          .number("weight", "组内权重", "weight within its group", one -> one.indicator().weight())
          .whole(
              "decimals",
              "报告所示小数位",
              "decimals that reports show",
              one -> one.indicator().decimals())
          .texts("rule", "评分规则", "scoring rule", one -> one.indicator().rule())
          .text("document", "依据文件", "document it rests on", one -> one.indicator().document())
          .text("clause", "条款", "clause", one -> one.indicator().clause())
          .text(
              "department", "责任部门", "department responsible", one -> one.indicator().department());

  static final StarTable<NodeRow> NODE =
      new StarTable<NodeRow>(
              "dim_node",
              "方案的节点：总分、维度、指标",
              "a node of the rule book: total, dimension or indicator")
          .text(
              "node_key",
              "主键：评估:节点，城市增设的指标再加 @城市；指标节点与 indicator_key 相同",
              "key: evaluation:node, with @city for an indicator that its plan adds; that of an"
                  + " indicator is its indicator_key",
              one -> one.in().nodeKey(id(one), one.addedBy()))
          .key()
          .text(StarTable.EVALUATION, "评估", "the evaluation", one -> one.in().key())
          .always()
          .refers("dim_evaluation.evaluation")
          .text("node", "节点代码", "its id", Dimensions::id)
          .always()
          .text(
              "level",
              "total 总分，dimension 维度，indicator 指标",
              "total, dimension or indicator",
              one ->
                  one.group() == null
                      ? "indicator"
                      : one.group().within().isEmpty() ? "total" : "dimension")
          .always()
          .texts(
              "name",
              "名称",
              "name",
              one -> one.group() == null ? one.indicator().name() : one.group().name())
          .text("within_key", "上级节点", "the node above it", Dimensions::within)
          .refers("dim_node.node_key")
          .number(
              "weight",
              "在上级中的权重",
              "weight within the node above it",
              one -> one.group() == null ? one.indicator().weight() : one.group().weight())
          .text(
              "aggregation",
              "下级得分的合成方法",
              "how the scores below become its own",
              one -> one.group() == null ? null : one.group().aggregation());

  static final StarTable<ProfileRow> PROFILE =
      new StarTable<ProfileRow>("dim_profile", "目标组", "a set of targets")
          .text(
              "profile_key", "主键：评估:目标组", "key: evaluation:profile", one -> one.in().key(one.id()))
          .key()
          .text(StarTable.EVALUATION, "评估", "the evaluation", one -> one.in().key())
          .always()
          .refers("dim_evaluation.evaluation")
          .text("profile", "plan（工作方案）或目标组代码", "plan, or the profile's id", ProfileRow::id)
          .always()
          .texts("name", "名称", "name", ProfileRow::name);

  static final StarTable<GradeRow> GRADE =
      new StarTable<GradeRow>("dim_grade", "等次", "a grade")
          .text(
              "grade_key",
              "主键：评估:等次",
              "key: evaluation:grade",
              one -> one.in().key(one.grade().id()))
          .key()
          .text(StarTable.EVALUATION, "评估", "the evaluation", one -> one.in().key())
          .always()
          .refers("dim_evaluation.evaluation")
          .text("grade", "等次代码", "its id", one -> one.grade().id())
          .always()
          .whole("place", "次序，1 为最好", "order, 1 the best", GradeRow::order)
          .always()
          .number("from_score", "起始分", "score from which it is given", one -> one.grade().from())
          .texts("name", "名称", "name", one -> one.grade().name());

  static final StarTable<Coded> UNIT = codes("dim_unit", "unit", "计量单位", "a unit of measure");
  static final StarTable<Coded> REASON =
      codes("dim_reason", "reason", "没有数值的原因", "why there is no value");
  static final StarTable<Coded> REFUSAL =
      codes("dim_refusal", "reason", "拒收原因", "why something was refused");
  static final StarTable<Coded> VALUE_STATUS =
      codes("dim_value_status", "value_status", "数据状态", "value status");
  static final StarTable<Coded> VERDICT = codes("dim_verdict", "verdict", "判定", "verdict");
  static final StarTable<Coded> FINDING_KIND =
      codes("dim_finding_kind", "finding_kind", "问题类型", "kind of finding");
  static final StarTable<Coded> FINDING_STATE =
      codes("dim_finding_state", "finding_state", "整改状态", "state of a finding");

  private Dimensions() {}

  private static StarTable<Coded> codes(String table, String column, String zh, String en) {
    return new StarTable<Coded>(table, zh, en)
        .text(column, "代码", "the code", Coded::code)
        .key()
        .texts("name", "名称", "name", Coded::name);
  }

  private static boolean isSigned(Evaluated one) {
    return one.evaluation().conduct().signing() != null
        && !one.evaluation().conduct().signing().signatures().isEmpty();
  }

  private static String id(NodeRow node) {
    return node.group() == null ? node.indicator().id() : node.group().id();
  }

  private static String within(NodeRow node) {
    String above = node.group() == null ? node.indicator().dimension() : node.group().within();
    return above.isEmpty() ? null : node.in().key(above);
  }
}
