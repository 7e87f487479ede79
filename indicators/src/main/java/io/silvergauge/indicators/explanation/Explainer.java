package io.silvergauge.indicators.explanation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.explanation.Explanation.Fact;
import io.silvergauge.indicators.explanation.Explanation.Kind;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.ResultKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Explains the scores of a city out of its finished evaluation alone: every line of an explanation
 * stands in {@code evaluation.json} or in the city's own file.
 */
public final class Explainer {
  private final Evaluation evaluation;
  private final RegionEvaluation city;
  private final SchemeView scheme;
  private final FigureExplainer figures;

  /** Explains a city's scores and figures. */
  public Explainer(Evaluation evaluation, RegionEvaluation city) {
    this.evaluation = evaluation;
    this.city = city;
    this.scheme = evaluation.scheme();
    this.figures = new FigureExplainer(evaluation, city);
  }

  /** The ids of everything that can be explained: groups and indicators. */
  public List<String> nodes() {
    List<String> nodes = new ArrayList<>();
    scheme.groups().forEach(group -> nodes.add(group.id()));
    scheme.indicators().forEach(indicator -> nodes.add(indicator.id()));
    return nodes;
  }

  /**
   * The explanation of a node in one of the results; an indicator that takes no part in that result
   * is explained by its figure alone.
   *
   * @return empty where the scheme has no such node
   */
  public Optional<Explanation> explain(ResultKind result, String node) {
    Optional<SchemeView.GroupView> group =
        scheme.groups().stream().filter(one -> one.id().equals(node)).findFirst();
    if (group.isPresent()) {
      return Optional.of(group(result, group.get()));
    }
    return scheme
        .indicator(node)
        .map(indicator -> score(result, indicator).orElseGet(() -> figure(indicator)));
  }

  private Explanation group(ResultKind result, SchemeView.GroupView group) {
    List<Explanation> below = new ArrayList<>();
    for (SchemeView.GroupView one : scheme.groups()) {
      if (one.within().equals(group.id()) && city.score(result.code(), one.id()).isPresent()) {
        below.add(group(result, one));
      }
    }
    for (SchemeView.IndicatorView one : scheme.indicators()) {
      if (one.dimension().equals(group.id())) {
        score(result, one).ifPresent(below::add);
      }
    }
    Optional<NodeScore> score = city.score(result.code(), group.id());
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("result", "结果", "result", resultName(result)));
    facts.add(fact("weight", "权重", "weight", plain(group.weight())));
    score.ifPresent(one -> addScoreFacts(facts, one));
    return new Explanation(
        Anchors.score(result.code(), group.id()),
        Kind.SCORE,
        group.name(),
        value(score),
        aggregation(result, group),
        facts,
        below);
  }

  /** How the scores below a group become its own, with their numbers. */
  private Bilingual aggregation(ResultKind result, SchemeView.GroupView group) {
    List<String> terms = new ArrayList<>();
    BigDecimal weights = BigDecimal.ZERO;
    for (SchemeView.GroupView one : scheme.groups()) {
      if (one.within().equals(group.id())) {
        weights = weights.add(term(result, one.id(), one.weight(), "", terms));
      }
    }
    for (SchemeView.IndicatorView one : scheme.indicators()) {
      if (one.dimension().equals(group.id())) {
        weights = weights.add(term(result, one.id(), one.weight(), one.missing(), terms));
      }
    }
    String joined = String.join(" + ", terms);
    if (group.aggregation().equals("arithmetic")) {
      return terms.isEmpty()
          ? Bilingual.EMPTY
          : Bilingual.of(
              "Σ 权重 × 得分 ÷ Σ 权重 = (%s) ÷ %s",
              "Σ weight × score ÷ Σ weight = (%s) ÷ %s", joined, weights.toPlainString());
    }
    return Bilingual.of(
        "按“%s”合成，权重 × 得分为 %s",
        "brought together by '%s'; weight × score: %s", group.aggregation(), joined);
  }

  /** Adds what one node brings; answers with the weight that counts. */
  private BigDecimal term(
      ResultKind result, String node, BigDecimal weight, String missing, List<String> terms) {
    Optional<NodeScore> score = city.score(result.code(), node);
    if (score.isEmpty() || weight.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (score.get().score() == null && !missing.equals("zero")) {
      return BigDecimal.ZERO;
    }
    BigDecimal counted = score.get().score() == null ? BigDecimal.ZERO : score.get().score();
    terms.add(plain(weight) + " × " + plain(counted));
    return weight;
  }

  private Optional<Explanation> score(ResultKind result, SchemeView.IndicatorView indicator) {
    return city.score(result.code(), indicator.id())
        .map(
            score -> {
              List<Fact> facts = new ArrayList<>();
              facts.add(fact("result", "结果", "result", resultName(result)));
              facts.add(fact("weight", "权重", "weight", plain(indicator.weight())));
              facts.add(
                  new Fact(
                      "direction",
                      new Bilingual("方向", "direction"),
                      indicator.better().equals("higher")
                          ? new Bilingual("越高越好", "higher is better")
                          : new Bilingual("越低越好", "lower is better")));
              addScoreFacts(facts, score);
              return new Explanation(
                  Anchors.score(result.code(), indicator.id()),
                  Kind.SCORE,
                  indicator.name(),
                  value(Optional.of(score)),
                  score.rule() == null ? older(result, indicator) : score.rule(),
                  facts,
                  List.of(figure(indicator)));
            });
  }

  /** Publications of older versions do not say how a score follows; this is near enough. */
  private Bilingual older(ResultKind result, SchemeView.IndicatorView indicator) {
    return result == ResultKind.FULFILMENT ? againstPlan(indicator) : onPosts(indicator);
  }

  /** The scoring rule with value and target filled in. */
  private Bilingual againstPlan(SchemeView.IndicatorView indicator) {
    Optional<IndicatorResult> figure = figures.of(indicator.id());
    if (figure.isEmpty() || figure.get().amount() == null) {
      return Bilingual.EMPTY;
    }
    Bilingual against =
        figure.get().judgements().stream()
            .filter(one -> one.profile().equals(Profile.PLAN) && one.target() != null)
            .findFirst()
            .map(one -> Bilingual.same(one.operator() + " " + plain(one.target())))
            .orElse(new Bilingual("无目标", "no target"));
    return Bilingual.of(
        "计分规则 %s：值 %s，方案目标 %s",
        "scoring rule %s: value %s, plan's target %s",
        indicator.scoring(),
        plain(figure.get().counts()),
        against);
  }

  private Bilingual onPosts(SchemeView.IndicatorView indicator) {
    Optional<IndicatorResult> figure = figures.of(indicator.id());
    if (indicator.posts() == null || figure.isEmpty() || figure.get().amount() == null) {
      return Bilingual.EMPTY;
    }
    SchemeView.PostsView posts = indicator.posts();
    if (posts.transform().equals("none")) {
      return Bilingual.of(
          "(%1$s − %2$s) ÷ (%3$s − %2$s) × %4$s，限于 0 至 %4$s",
          "(%1$s − %2$s) ÷ (%3$s − %2$s) × %4$s, kept within 0 and %4$s",
          plain(figure.get().counts()),
          plain(posts.zero()),
          plain(posts.full()),
          plain(scheme.fullScore()));
    }
    return Bilingual.of(
        "%5$s 变换后：(%5$s(%1$s) − %5$s(%2$s)) ÷ (%5$s(%3$s) − %5$s(%2$s)) × %4$s，限于 0 至 %4$s",
        "after %5$s: (%5$s(%1$s) − %5$s(%2$s)) ÷ (%5$s(%3$s) − %5$s(%2$s)) × %4$s, kept within 0"
            + " and %4$s",
        plain(figure.get().counts()),
        plain(posts.zero()),
        plain(posts.full()),
        plain(scheme.fullScore()),
        posts.transform());
  }

  private Explanation figure(SchemeView.IndicatorView indicator) {
    return figures.explain(indicator);
  }

  private void addScoreFacts(List<Fact> facts, NodeScore score) {
    facts.add(
        fact(
            "coverage",
            "覆盖率",
            "coverage",
            score.coverage().movePointRight(2).stripTrailingZeros().toPlainString() + "%"));
    if (score.grade() != null) {
      scheme.grades().stream()
          .filter(grade -> grade.id().equals(score.grade()))
          .findFirst()
          .ifPresent(
              grade -> facts.add(new Fact("grade", new Bilingual("等级", "grade"), grade.name())));
    }
    if (score.rank() != null) {
      facts.add(
          new Fact(
              "rank",
              new Bilingual("位次", "rank"),
              Bilingual.of(
                  "%d 个城市中第 %d", "%2$d of %1$d cities", evaluation.cities().size(), score.rank())));
    }
  }

  private Bilingual value(Optional<NodeScore> score) {
    if (score.isEmpty()) {
      return new Bilingual("不参加评分", "takes no part");
    }
    return score.get().score() == null
        ? score.get().reason()
        : Bilingual.of("%s 分", "%s points", plain(score.get().score()));
  }

  private static Bilingual resultName(ResultKind result) {
    return result == ResultKind.FULFILMENT
        ? new Bilingual("完成度", "fulfilment")
        : new Bilingual("水平", "standing");
  }

  private static Fact fact(String id, String zh, String en, String value) {
    return fact(id, zh, en, Bilingual.same(value));
  }

  private static Fact fact(String id, String zh, String en, Bilingual value) {
    return new Fact(id, new Bilingual(zh, en), value);
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
