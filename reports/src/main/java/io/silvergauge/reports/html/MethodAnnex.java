package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.evaluation.StepsWords;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.TransformWords;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Makes the annex that says how the results were worked out. */
final class MethodAnnex {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Evaluation evaluation;
  private final SchemeView scheme;
  private final Wording wording;

  MethodAnnex(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.scheme = evaluation.scheme();
    this.wording = wording;
  }

  CityPage.Method method(RegionEvaluation region) {
    List<Fact> facts = new ArrayList<>(common());
    if (has(ResultKind.FULFILMENT)) {
      facts.add(0, fact("plan", plan(region.plan())));
    }
    facts.addAll(new StatusFacts(scheme, wording).of(region));
    List<Fact> ages = ages();
    if (!ages.isEmpty()) {
      facts.add(fact("carried", wording.say("method.carried.text")));
    }
    return new CityPage.Method(
        facts,
        scheme.grades().stream()
            .map(grade -> new Fact(wording.text(grade.name()), exact(grade.from())))
            .toList(),
        scheme.groups().stream()
            .filter(group -> !group.within().isEmpty())
            .map(group -> new Fact(wording.text(group.name()), exact(group.weight())))
            .toList(),
        scheme.indicators().stream().map(this::weight).toList(),
        ages);
  }

  /** The statistics by how long a value of theirs is carried forward, the longest first. */
  private List<Fact> ages() {
    Map<Integer, List<String>> byAge = new TreeMap<>(Comparator.reverseOrder());
    for (SchemeView.StatisticView statistic : scheme.statistics()) {
      if (statistic.maxAge() != null) {
        byAge
            .computeIfAbsent(statistic.maxAge(), months -> new ArrayList<>())
            .add(wording.name(statistic.name()));
      }
    }
    List<Fact> facts = new ArrayList<>();
    byAge.forEach(
        (months, names) ->
            facts.add(
                new Fact(
                    months == 0
                        ? wording.say("method.ages.none")
                        : wording.say("method.ages.months", "months", months),
                    wording.list(names))));
    return facts;
  }

  /** What one missing unit does to a figure, and the figures of which the scheme says otherwise. */
  private String rollUp() {
    List<String> paired =
        scheme.indicators().stream()
            .filter(IndicatorView::leavesOutUnpaired)
            .map(indicator -> wording.name(indicator.name()))
            .toList();
    List<String> said = new ArrayList<>(List.of(wording.say("method.rollup.text")));
    if (!paired.isEmpty()) {
      said.add(wording.say("method.rollup.paired", "items", wording.list(paired)));
    }
    return wording.sentences(said);
  }

  /** What holds for every city. */
  List<Fact> common() {
    List<Fact> facts = new ArrayList<>();
    if (has(ResultKind.FULFILMENT)) {
      facts.add(fact("fulfilment", wording.say("method.fulfilment.text")));
    }
    if (has(ResultKind.STANDING)) {
      facts.add(fact("standing", wording.say("method.standing.text")));
      facts.add(fact("ranking", ranking()));
      facts.add(fact("peers", wording.say("method.peers.text", "least", scheme.peersAtLeast())));
    }
    facts.add(fact("aggregate", aggregation()));
    facts.add(fact("missing", wording.say("method.missing.text")));
    facts.add(fact("rollup", rollUp()));
    facts.add(fact("small", wording.say("method.small.text")));
    facts.add(fact("outside", wording.say("method.outside.text")));
    facts.add(
        fact(
            "publish",
            wording.say(
                "method.publish.text",
                "percent",
                wording.percent(scheme.publishFrom().movePointLeft(2)))));
    facts.addAll(policies());
    facts.add(fact("scheme", name()));
    facts.add(fact("hash", scheme.sha256()));
    facts.add(fact("period", wording.dates().period(evaluation.period())));
    facts.add(
        fact(
            "asof",
            wording.say("method.asof.text", "day", wording.dates().day(evaluation.asOf()))));
    facts.add(fact("snapshot", evaluation.snapshot()));
    return facts;
  }

  /** What the scheme says beside; nothing of what it leaves as usual. */
  private List<Fact> policies() {
    List<Fact> facts = new ArrayList<>();
    SchemeView.PolicyView policies = scheme.policies();
    add(facts, "publish.group", groups(group -> group.publishFrom().signum() > 0, "publish"));
    add(facts, "cap", groups(group -> group.cap().compareTo(HUNDRED) != 0, "cap"));
    add(facts, "bonus", bonuses());
    add(facts, "statuses", policies.statuses().stream().map(this::status).toList());
    add(facts, "vetoes", policies.vetoes().stream().map(wording::text).toList());
    if (policies.visits() != null) {
      add(facts, "visits", policies.visits().stream().map(wording::text).toList());
    }
    if (has(ResultKind.STANDING) && policies.screening() != null) {
      add(facts, "screening", List.of(wording.text(policies.screening())));
    }
    if (has(ResultKind.FULFILMENT) && !policies.planLimits().en().isEmpty()) {
      add(facts, "limits", List.of(wording.text(policies.planLimits())));
    }
    return facts;
  }

  private void add(List<Fact> facts, String name, List<String> clauses) {
    if (!clauses.isEmpty()) {
      facts.add(fact(name, String.join(wording.say("list.clause"), clauses)));
    }
  }

  private List<String> groups(Predicate<GroupView> told, String what) {
    return scheme.groups().stream()
        .filter(group -> !group.within().isEmpty() || what.equals("cap"))
        .filter(told)
        .map(
            group ->
                wording.say(
                    "method.group.text",
                    "group",
                    wording.text(group.name()),
                    "percent",
                    wording.percent(
                        (what.equals("cap") ? group.cap() : group.publishFrom()).movePointLeft(2))))
        .toList();
  }

  private List<String> bonuses() {
    return scheme.indicators().stream()
        .filter(indicator -> indicator.adds() != null)
        .map(
            indicator ->
                wording.say(
                    "method.bonus.text",
                    "indicator",
                    wording.text(indicator.name()),
                    "points",
                    exact(indicator.adds())))
        .toList();
  }

  private String status(SchemeView.StatusView status) {
    return wording.say(
        status.deduct().signum() == 0 ? "method.statuses.text" : "method.statuses.deduct",
        "status",
        wording.word("status", status.status()),
        "percent",
        wording.percent(status.percent().movePointLeft(2)),
        "points",
        exact(status.deduct()));
  }

  /** The scheme's name and its edition, once. */
  private String name() {
    String name = wording.text(scheme.name());
    return name.contains(scheme.edition())
        ? name
        : wording.say("method.scheme.text", "name", name, "edition", scheme.edition());
  }

  private boolean has(ResultKind kind) {
    return scheme.results().contains(kind.code());
  }

  private Fact fact(String name, String text) {
    return new Fact(wording.say("method." + name), text);
  }

  private String plan(RegionEvaluation.PlanView plan) {
    boolean elsewhere = !plan.document().isEmpty() && !plan.document().equals(plan.name().zh());
    String key = elsewhere ? "method.plan.text" : "method.plan.nowhere";
    return wording.say(
        key,
        "name",
        wording.text(plan.name()),
        "status",
        wording.word("plan", plan.status()),
        "document",
        plan.document());
  }

  private String ranking() {
    SchemeView.RankingView ranking = scheme.ranking();
    return wording.say(
        ranking.on().equals("rounded") ? "method.ranking.rounded" : "method.ranking.exact",
        "decimals",
        ranking.decimals(),
        "ties",
        wording.word("ties", ranking.ties()));
  }

  /** One word where all groups are alike, else group by group. */
  private String aggregation() {
    List<String> ways = scheme.groups().stream().map(GroupView::aggregation).distinct().toList();
    if (ways.size() == 1) {
      return wording.word("aggregation", ways.get(0));
    }
    return String.join(
        wording.say("list.clause"),
        scheme.groups().stream()
            .map(
                group ->
                    wording.say(
                        "method.aggregate.text",
                        "group",
                        wording.text(group.name()),
                        "way",
                        wording.word("aggregation", group.aggregation())))
            .toList());
  }

  private CityPage.WeightRow weight(IndicatorView indicator) {
    boolean posts = indicator.posts() != null;
    Amounts amounts = new Amounts(indicator, wording);
    List<String> steps = StepsWords.of(indicator.steps()).stream().map(wording::text).toList();
    String none =
        indicator.relative().isPresent()
            ? steps.get(steps.size() - 1)
            : wording.say("method.weights.no.posts");
    List<String> missing = new ArrayList<>(List.of(wording.word("missing", indicator.missing())));
    missing.addAll(indicator.relative().isPresent() ? steps.subList(0, steps.size() - 1) : steps);
    return new CityPage.WeightRow(
        wording.name(indicator.name()),
        dimension(indicator),
        exact(indicator.weight()),
        wording.word("better", indicator.better()),
        posts ? amounts.post(indicator.posts().zero()) : none,
        posts ? full(amounts, indicator.posts()) : none,
        rule(indicator),
        wording.list(missing));
  }

  /** The rule in words; publications from before there were words have only its name. */
  private String rule(IndicatorView indicator) {
    return indicator.rule() == null
        ? wording.word("scoring", indicator.scoring())
        : wording.text(indicator.rule());
  }

  private String full(Amounts amounts, SchemeView.PostsView posts) {
    String full = amounts.post(posts.full());
    String transform = TransformWords.of(wording, posts.transform(), posts.lambda());
    return transform.isEmpty() ? full : wording.list(List.of(full, transform));
  }

  private String dimension(IndicatorView indicator) {
    return scheme.groups().stream()
        .filter(group -> group.id().equals(indicator.dimension()))
        .map(group -> wording.text(group.name()))
        .findFirst()
        .orElse(indicator.dimension());
  }

  private String exact(BigDecimal number) {
    return wording.figures().exact(number);
  }
}
