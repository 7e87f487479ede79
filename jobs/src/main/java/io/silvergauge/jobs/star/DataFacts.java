package io.silvergauge.jobs.star;

import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.reports.html.Sent;

/** The facts about data: findings, counts of checks, deliveries and refusals. */
final class DataFacts {
  /** Something that falls short. */
  record FindingRow(Evaluated in, Finding finding) {}

  /** What is to be known of a city's data. */
  record QualityRow(Evaluated in, Evaluation.CityRow city) {}

  /** A delivery. */
  record DeliveryRow(Evaluated in, Evaluation.DeliveryRow delivery) {}

  /** What was refused of a file for one reason. */
  record RefusalRow(Evaluated in, Sent.Refused refused) {}

  static final StarTable<FindingRow> FINDING =
      Facts.fact("fact_finding", "一个问题", "a finding", FindingRow::in)
          .text(
              "finding", "问题编号，各期不变", "its id, the same in every period", one -> one.finding().id())
          .key()
          .text(
              "region_key",
              "城市或报送单位",
              "the city or sender",
              one -> one.in().key(one.finding().region()))
          .always()
          .refers("dim_region.region_key")
          .text("finding_kind", "类型", "its kind", one -> one.finding().kind())
          .always()
          .refers("dim_finding_kind.finding_kind")
          .text("finding_state", "整改状态", "what became of it", one -> one.finding().state())
          .always()
          .refers("dim_finding_state.finding_state")
          .text(
              "overdue",
              "interview 应约谈，circular 应通报",
              "interview, circular, or null",
              one -> one.finding().overdue())
          .text(
              "subject",
              "所涉指标、检查或来源",
              "indicator, check or source it is about",
              one -> one.finding().subject())
          .texts("name", "所涉对象名称", "name of its subject", one -> one.finding().name())
          .texts("what", "问题", "what falls short", one -> one.finding().what())
          .number("value", "数值", "the value", one -> one.finding().value())
          .text("operator", ">=、<= 或 within", ">=, <= or within", one -> one.finding().operator())
          .number("target", "目标值", "the target", one -> one.finding().target())
          .number(
              "gap",
              "差距，或不符处数",
              "how far it falls short, or how many things do",
              one -> one.finding().gap())
          .text("unit", "计量单位", "unit of value, target and gap", one -> one.finding().unit())
          .refers("dim_unit.unit")
          .whole(
              "places",
              "涉及处数；公开版本不含",
              "how many places there are; not in the public edition",
              one -> one.in().edition() == Edition.PUBLIC ? null : one.finding().placesCount())
          .text("department", "责任部门", "department responsible", one -> one.finding().department())
          .text(
              "first_period",
              "首次发现的时期",
              "period in which it was first found",
              one -> one.finding().first())
          .refers("dim_period.period")
          .text(
              "since_period",
              "持续未整改的起始时期",
              "period since which it is open without a break",
              one -> one.finding().since())
          .refers("dim_period.period")
          .date("due_day", "整改期限", "day by which it is to be put right", one -> one.finding().due())
          .texts("suggestion", "整改建议", "what would put it right", one -> one.finding().suggestion())
          .texts("next", "下一步", "what is to be done next", one -> one.finding().next());

  static final StarTable<QualityRow> QUALITY =
      Facts.fact(
              "fact_quality",
              "一个城市的目标与数据质量计数（public 版没有）",
              "counts of targets and checks of a city; none in the public edition",
              QualityRow::in)
          .text("region_key", "城市", "the city", one -> one.in().key(one.city().code()))
          .key()
          .refers("dim_region.region_key")
          .whole("met", "已达到的工作方案目标", "targets of the plan that are met", one -> one.city().met())
          .always()
          .whole(
              "judged",
              "到期或已达到的目标",
              "targets of the plan that are due or met",
              one -> one.city().judged())
          .always()
          .whole("in_plan", "工作方案目标数", "targets of the plan", one -> one.city().inPlan())
          .always()
          .whole(
              "errors", "被扣留的数据", "values held back by checks", one -> one.city().checks().errors())
          .always()
          .whole(
              "warnings",
              "未说明的警告",
              "warnings nobody has justified",
              one -> one.city().checks().warnings())
          .always()
          .whole(
              "justified",
              "已说明的警告",
              "warnings that are justified",
              one -> one.city().checks().justified())
          .always()
          .whole("remarks", "提示", "remarks", one -> one.city().checks().infos())
          .always();

  static final StarTable<DeliveryRow> DELIVERY =
      Facts.fact(
              "fact_delivery",
              "一份报送文件（public 版没有）",
              "a live delivery; none in the public edition",
              DeliveryRow::in)
          .text("path", "文件", "the file", one -> one.delivery().path())
          .key()
          .text(
              "slot",
              "来源、报送单位、时期、部分",
              "what it answers: source, sender, period, part",
              one -> one.delivery().slot())
          .key()
          .text("sender_key", "报送单位", "who sent it", one -> one.in().key(one.delivery().sender()))
          .always()
          .refers("dim_region.region_key")
          .texts("source_name", "来源", "its source", one -> one.delivery().sourceName())
          .text(
              "data", "synthetic 或 official", "synthetic or official", one -> one.delivery().data())
          .date("received", "收到日期", "day it was received", one -> one.delivery().received())
          .text("mode", "full 或 amend", "full or amend", one -> one.delivery().mode())
          .text("sha256", "文件哈希", "hash of the file", one -> one.delivery().sha256())
          .whole("records_read", "读取的记录", "records in the file", one -> one.delivery().read())
          .always()
          .whole("accepted", "接受的记录", "records that gave values", one -> one.delivery().accepted())
          .always()
          .whole("rejected", "拒收的记录", "records that were refused", one -> one.delivery().rejected())
          .always()
          .whole(
              "set_aside",
              "略去的记录：标题、合计等",
              "records set aside: titles, totals, notes",
              one -> one.delivery().setAside())
          .always();

  static final StarTable<RefusalRow> REFUSAL =
      Facts.fact(
              "fact_refusal",
              "一份文件中因一种原因被拒收的处数（public 版没有）",
              "what was refused of a file for one reason; none in the public edition",
              RefusalRow::in)
          .text("path", "文件", "the file", one -> one.refused().file())
          .key()
          .text("reason", "拒收原因", "why", one -> one.refused().reason())
          .key()
          .refers("dim_refusal.reason")
          .whole("places", "处数", "how often", one -> one.refused().count())
          .always()
          .flag(
              "remark",
              "仅为提示，未拒收",
              "whether nothing is refused by it",
              one -> one.refused().remark())
          .always();

  private DataFacts() {}
}
