package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Screening;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Operator;
import io.silvergauge.indicators.scheme.PlanLimits;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Veto;
import io.silvergauge.indicators.scheme.VisitPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says a scheme's policies in words, so that every report can print them. */
final class PolicyWords {
  private PolicyWords() {}

  static SchemeView.PolicyView view(Scheme scheme) {
    List<SchemeView.StatusView> statuses =
        scheme.policies().statuses().worths().entrySet().stream()
            .filter(one -> !one.getValue().isAll())
            .map(
                one ->
                    new SchemeView.StatusView(
                        one.getKey().code(), one.getValue().percent(), one.getValue().deduct()))
            .toList();
    return new SchemeView.PolicyView(
        statuses,
        scheme.policies().vetoes().stream().map(veto -> veto(scheme, veto)).toList(),
        limits(scheme.policies().planLimits()),
        scheme.policies().screening().equals(Screening.NONE)
            ? null
            : screening(scheme.policies().screening()),
        scheme.policies().visits().equals(VisitPolicy.USUAL) ? null : visits(scheme));
  }

  private static List<Bilingual> visits(Scheme scheme) {
    VisitPolicy policy = scheme.policies().visits();
    List<Bilingual> words = new ArrayList<>();
    words.add(
        Bilingual.of(
            policy.rules().isEmpty() ? "经现场核查的指标：%s" : "经现场核查的指标，未另行规定的：%s",
            policy.rules().isEmpty()
                ? "figures that visits looked into: %s"
                : "figures that visits looked into, where nothing else is said: %s",
            visits(scheme, policy.usual())));
    for (Indicator indicator : scheme.indicators()) {
      VisitPolicy.Rule rule = policy.rules().get(indicator.id());
      if (rule != null) {
        words.add(Bilingual.of("“%s”：%s", "'%s': %s", indicator.name(), visits(scheme, rule)));
      }
    }
    return words;
  }

  /** What a rule on visited figures does, and when. */
  static Bilingual visits(Scheme scheme, VisitPolicy.Rule rule) {
    Bilingual does =
        rule.effect() instanceof VisitPolicy.HoldDown down
            ? Bilingual.of("一票否决：%s", "veto: %s", effect(scheme, down.node(), down.effect()))
            : rule.effect() instanceof VisitPolicy.Deduct deduct
                ? Bilingual.of(
                    "总分扣 %s 分",
                    "%s points are taken off the total", deduct.points().toPlainString())
                : rule.effect() instanceof VisitPolicy.UseVerified
                    ? new Bilingual("以核实值计分", "the verified value is scored")
                    : new Bilingual("以上报值计分", "the reported value is scored");
    return rule.effect() instanceof VisitPolicy.UseReported
        ? does
        : Bilingual.of("%s时，%s", "where %s, %s", rule.when().text(), does);
  }

  private static Bilingual screening(Screening screening) {
    return Bilingual.of(
        "适用且参与水平评分的指标中，至少 %s%% 有数据，有数据的指标中至少 %s%% 不为零，方有水平得分",
        "a city has a standing where of the indicators that take part in it and apply to the city at"
            + " least %s %% have a value, and of those at least %s %% are not nought",
        RegionEvaluator.percent(screening.present()),
        RegionEvaluator.percent(screening.nonZero()));
  }

  private static Bilingual veto(Scheme scheme, Veto veto) {
    return Bilingual.of(
        "%s：%s%s时，%s",
        "%s: where %s %s, %s",
        veto.name(),
        looksAt(scheme, veto),
        trigger(veto.trigger()),
        effect(scheme, veto.node(), veto.effect()));
  }

  private static Bilingual looksAt(Scheme scheme, Veto veto) {
    if (veto.indicators().isEmpty()) {
      return new Bilingual("任一指标", "any indicator");
    }
    List<Bilingual> names =
        scheme.indicators().stream()
            .filter(indicator -> veto.indicators().contains(indicator.id()))
            .map(Indicator::name)
            .toList();
    return new Bilingual(
        names.stream().map(name -> "“" + name.zh() + "”").collect(Collectors.joining("或")),
        names.stream().map(name -> "'" + name.en() + "'").collect(Collectors.joining(" or ")));
  }

  private static Bilingual trigger(Veto.Trigger trigger) {
    if (trigger instanceof Veto.HasStatus status) {
      return Bilingual.of("数据状态为“%s”或更差", "has value status '%s' or worse", status.status().text());
    }
    if (trigger instanceof Veto.Lies lies) {
      boolean least = lies.operator() == Operator.AT_LEAST;
      return Bilingual.of(
          least ? "达到 %s" : "不高于 %s",
          least ? "is %s or more" : "is %s or less",
          lies.bar().toPlainString());
    }
    return trigger instanceof Veto.IsUnmet
        ? new Bilingual("到期未达标", "is due and not met")
        : new Bilingual("没有数值", "has no value");
  }

  private static Bilingual effect(Scheme scheme, String node, Veto.Effect effect) {
    if (effect instanceof Veto.GradeAtMost most) {
      return Bilingual.of(
          "等级最高为“%s”", "the grade is '%s' at most", scheme.grades().named(most.grade()).name());
    }
    Bilingual name =
        scheme.groups().stream()
            .filter(group -> group.id().equals(node))
            .map(Group::name)
            .findFirst()
            .orElse(Bilingual.EMPTY);
    return Bilingual.of(
        "“%s”最高 %s 分",
        "'%s' has %s points at most", name, ((Veto.ScoreAtMost) effect).points().toPlainString());
  }

  private static Bilingual limits(PlanLimits limits) {
    Bilingual weights =
        limits.weights().signum() == 0
            ? new Bilingual("权重按方案", "weights are the scheme's")
            : Bilingual.of(
                "权重可在方案的 ±%s%% 内调整",
                "weights may differ from the scheme's by %s %%", limits.weights().toPlainString());
    Bilingual targets =
        limits.targets() == PlanLimits.Targets.FREE
            ? new Bilingual("目标值自定", "targets are free")
            : new Bilingual("目标值不低于方案", "targets ask for no less than the scheme's");
    Bilingual add =
        limits.add() == 0
            ? new Bilingual("不可增设指标", "no indicators are added")
            : Bilingual.of("可增设 %d 个指标", "up to %d indicators may be added", limits.add());
    return Bilingual.of("%s；%s；%s", "%s; %s; %s", weights, targets, add);
  }
}
