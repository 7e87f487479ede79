package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Screening;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Figure;
import io.silvergauge.indicators.outcome.Judgement;
import io.silvergauge.indicators.outcome.Outcome;
import io.silvergauge.indicators.outcome.Outcomes;
import io.silvergauge.indicators.outcome.Quality;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.outcome.Reported;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Conduct;
import io.silvergauge.indicators.scheme.Goal;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Measure;
import io.silvergauge.indicators.scheme.Operator;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Target;
import io.silvergauge.indicators.score.Posts;
import io.silvergauge.indicators.score.WorkedScore;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.verification.VisitRound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Evaluates one city in one period: a function of plain values. Its figures are worked out once;
 * what is shown of them is asked for as often as wished.
 */
public final class RegionEvaluator {
  private final Scheme scheme;
  private final RegionTree tree;
  private final Plan plan;
  private final String membership;
  private final List<VisitRound> rounds;
  private final Period period;
  private final boolean worded;
  private final Region region;
  private final List<Indicator> ofPlan;
  private final List<CheckResult> breached;
  private final Map<String, Figure> worked = new LinkedHashMap<>();
  private final CityClasses classes;
  private final List<RegionEvaluation.Input> inputs;

  /**
   * Works out the figures of a city.
   *
   * @param plan the city's plan
   * @param membership what is known of its enrolment
   * @param reported what was reported of its leaves
   * @param rounds what visits found, of any city and period; of one figure there is one at most
   * @param worded whether with lines that say how scores follow; periods of which only figures stay
   *     need none
   */
  public RegionEvaluator(
      Scheme scheme,
      RegionTree tree,
      Plan plan,
      String membership,
      Reported reported,
      List<VisitRound> rounds,
      Period period,
      boolean worded) {
    this.scheme = scheme;
    this.tree = tree;
    this.plan = plan;
    this.membership = membership;
    this.rounds = List.copyOf(rounds);
    this.period = period;
    this.worded = worded;
    region = tree.region(plan.region());
    ofPlan = plan.indicators(scheme).stream().map(one -> one.at(region.level())).toList();
    Outcomes outcomes = new Outcomes(scheme, tree, reported);
    breached =
        outcomes.check(plan.region(), period).stream()
            .map(breach -> CheckResult.of(breach, tree.region(breach.region()).name()))
            .toList();
    for (Indicator indicator : ofPlan) {
      worked.put(indicator.id(), outcomes.figure(indicator, plan.region(), period));
    }
    classes = new CityClasses(scheme, tree, outcomes, plan.region(), period);
    inputs = outcomes.used().stream().map(RegionEvaluator::input).toList();
  }

  /**
   * Evaluates a city; ranks and peers come later, from all cities together.
   *
   * @param plan the city's plan
   * @param membership what is known of its enrolment
   * @param reported what was reported of its leaves
   */
  public static RegionEvaluation evaluate(
      Scheme scheme,
      RegionTree tree,
      Plan plan,
      String membership,
      Reported reported,
      Period period) {
    return evaluate(scheme, tree, plan, membership, reported, List.of(), period);
  }

  /**
   * The same with what visits found.
   *
   * @param rounds of any city and period; of one figure there is one at most
   */
  public static RegionEvaluation evaluate(
      Scheme scheme,
      RegionTree tree,
      Plan plan,
      String membership,
      Reported reported,
      List<VisitRound> rounds,
      Period period) {
    return new RegionEvaluator(scheme, tree, plan, membership, reported, rounds, period, true)
        .shown(Withheld.NONE);
  }

  /**
   * The evaluation without what must not be shown.
   *
   * @param withheld what is not shown, as {@link SmallCounts} finds it in all the city's periods
   */
  public RegionEvaluation shown(Withheld withheld) {
    List<IndicatorResult> results = new ArrayList<>();
    Map<String, Figure> figures = new LinkedHashMap<>();
    SiteOverlay overlay = new SiteOverlay(scheme);
    SiteChecks sites = new SiteChecks(scheme, tree, plan.region(), period.toString(), rounds);
    Withholding shown = new Withholding(scheme, withheld, inputs, breached);
    for (Indicator indicator : ofPlan) {
      Figure figure = shown.of(indicator, worked.get(indicator.id()));
      IndicatorResult reported = result(indicator, figure, Optional.empty());
      Optional<SiteChecks.Checked> site = sites.of(indicator, reported, figure.outcome());
      site.ifPresent(seen -> overlay.add(indicator, figure, seen));
      IndicatorResult result = site.isEmpty() ? reported : result(indicator, figure, site);
      results.add(result);
      figures.put(indicator.id(), figure);
    }
    FigureIntervals intervals =
        new FigureIntervals(scheme.robustness(), region.code(), List.copyOf(results));
    results.replaceAll(result -> result.sure(scheme.robustness(), intervals));
    List<NodeScore> scores = new ArrayList<>();
    if (scheme.results().contains(ResultKind.FULFILMENT)) {
      scores.addAll(
          new ScoreEnds(scheme, results)
              .towards(
                  visited(ResultKind.FULFILMENT, ofPlan, figures, overlay),
                  ofPlan,
                  id -> planned(id).map(target -> target.in(period).goal())));
    }
    if (scheme.results().contains(ResultKind.STANDING)) {
      List<Indicator> common =
          scheme.indicators().stream().map(one -> one.at(region.level())).toList();
      scores.addAll(
          ScoreIntervals.of(
              scheme,
              new ScoreEnds(scheme, results)
                  .onPosts(visited(ResultKind.STANDING, common, figures, overlay), common)));
    }
    return new RegionEvaluation(
        Evaluation.MODEL,
        period.toString(),
        new RegionEvaluation.City(
                region.code(), region.name(), region.level(), membership, region.pinyin(), "")
            .in(classes.shown(shown)),
        planView(),
        results,
        scores,
        List.of(),
        shown.inputs(),
        shown.checks(),
        List.of(),
        List.of(),
        List.of(),
        Refusals.NONE);
  }

  /** The scores with what visits found, beside what they would be without. */
  private List<NodeScore> visited(
      ResultKind kind,
      List<Indicator> indicators,
      Map<String, Figure> figures,
      SiteOverlay overlay) {
    List<NodeScore> scores = scores(kind, indicators, overlay.over(figures), overlay);
    return overlay.isEmpty()
        ? scores
        : overlay.beside(scores, scores(kind, indicators, figures, new SiteOverlay(scheme)));
  }

  private List<NodeScore> scores(
      ResultKind kind,
      List<Indicator> indicators,
      Map<String, Figure> figures,
      SiteOverlay overlay) {
    Map<String, ScoreTree.Part> parts = new LinkedHashMap<>();
    List<Vetoes.Seen> seen = new ArrayList<>();
    for (Indicator indicator : indicators) {
      Figure figure = figures.get(indicator.id());
      ScoreTree.Part part =
          kind == ResultKind.FULFILMENT
              ? fulfilment(indicator, figure)
              : standing(indicator, figure);
      parts.put(indicator.id(), part);
      if (!scheme.policies().vetoes().isEmpty() && !(part instanceof ScoreTree.Part.Outside)) {
        seen.add(
            new Vetoes.Seen(
                indicator, figure.outcome(), figure.quality().status(), verdict(kind, figure)));
      }
    }
    Vetoes vetoes = new Vetoes(scheme.policies().vetoes(), seen);
    overlay.callVetoes(vetoes, parts);
    Bilingual screened =
        kind == ResultKind.STANDING ? screened(indicators, parts, figures) : Bilingual.EMPTY;
    return ScoreTree.scores(
        scheme, kind, indicators, parts, vetoes, screened, overlay.deductions(parts));
  }

  /** Why a city has too few values to be compared at all; empty where it has enough. */
  private Bilingual screened(
      List<Indicator> indicators, Map<String, ScoreTree.Part> parts, Map<String, Figure> figures) {
    Screening screening = scheme.policies().screening();
    List<OptionalDouble> values = new ArrayList<>();
    for (Indicator indicator : indicators) {
      if (!(parts.get(indicator.id()) instanceof ScoreTree.Part.Outside)) {
        values.add(
            amount(figures.get(indicator.id()).outcome())
                .map(found -> OptionalDouble.of(found.value().toDouble()))
                .orElse(OptionalDouble.empty()));
      }
    }
    return Screened.of(screening, values);
  }

  /** A share of a scheme as it was written, in percent. */
  static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros();
    return percent.toPlainString();
  }

  private Verdict verdict(ResultKind kind, Figure figure) {
    return kind == ResultKind.FULFILMENT
        ? Judgement.of(Profile.PLAN, planned(figure.indicator()), figure.outcome(), period)
            .verdict()
        : Verdict.NOT_IN_PLAN;
  }

  private Optional<Target> planned(String indicator) {
    Optional<Target> target = Optional.ofNullable(plan.targets().get(indicator));
    return phase(indicator)
        .map(phase -> target.map(one -> one.notBefore(phase.from())))
        .orElse(target);
  }

  /** The phase from which on an indicator is asked for, where it names one. */
  private Optional<Conduct.Phase> phase(String indicator) {
    return ofPlan.stream()
        .filter(one -> one.id().equals(indicator))
        .findFirst()
        .flatMap(one -> scheme.conduct().phase(one.phase()));
  }

  private RegionEvaluation.PlanView planView() {
    return new RegionEvaluation.PlanView(
        plan.name(),
        lower(plan.status()),
        plan.source().document(),
        plan.own().stream().map(SchemeView::indicator).toList(),
        plan.weights().entrySet().stream()
            .map(one -> new RegionEvaluation.OwnWeight(one.getKey(), one.getValue()))
            .toList());
  }

  /** How far the indicator has come towards what the plan asks in this period. */
  private ScoreTree.Part fulfilment(Indicator indicator, Figure figure) {
    Optional<Target> target = planned(indicator.id());
    if (target.isEmpty()
        || notApplicable(figure.outcome())
        || !scheme.conduct().isAsked(indicator.phase(), period)) {
      return new ScoreTree.Part.Outside();
    }
    if (!(figure.outcome() instanceof Outcome.Amount amount)) {
      return lacking((Outcome.Absent) figure.outcome());
    }
    Goal goal = target.get().in(period).goal();
    Goal facing = goal.facing(amount.value());
    Fraction bar = Fraction.of(facing.value());
    boolean higher = facing.operator() == Operator.AT_LEAST;
    boolean reached = goal.reached(amount.value());
    return new ScoreTree.Part.Scored(
        indicator.scoring().score(amount.value(), bar, higher, reached),
        figure.quality().status(),
        line(
            () ->
                WorkedScore.onTarget(
                    indicator.scoring(),
                    amount.value(),
                    indicator.unit(),
                    bar,
                    higher,
                    reached,
                    scheme.fullScore())));
  }

  /** Where the indicator lies on the common posts. */
  private ScoreTree.Part standing(Indicator indicator, Figure figure) {
    Outcome outcome = figure.outcome();
    if (!indicator.isCompared() || notApplicable(outcome)) {
      return new ScoreTree.Part.Outside();
    }
    if (indicator.relative().isPresent() && outcome instanceof Outcome.Amount) {
      return new ScoreTree.Part.Lacking(RelativeStandings.ALONE);
    }
    if (indicator.yardstick().isEmpty()) {
      return lacking((Outcome.Absent) outcome);
    }
    Posts posts = indicator.yardstick().get();
    return outcome instanceof Outcome.Amount amount
        ? new ScoreTree.Part.Scored(
            posts.place(amount.value().toDouble()),
            figure.quality().status(),
            line(
                () ->
                    WorkedScore.onPosts(
                        amount.value().printed(),
                        indicator.unit(),
                        indicator.higherIsBetter(),
                        posts,
                        scheme.fullScore())))
        : lacking((Outcome.Absent) outcome);
  }

  private Optional<WorkedScore> line(Supplier<WorkedScore> worked) {
    return worded ? Optional.of(worked.get()) : Optional.empty();
  }

  private static ScoreTree.Part lacking(Outcome.Absent absent) {
    return new ScoreTree.Part.Lacking(
        Bilingual.of("%s：%s", "%s: %s", absent.reason().text(), absent.detail()));
  }

  private static boolean notApplicable(Outcome outcome) {
    return outcome instanceof Outcome.Absent absent && absent.reason() == Reason.NOT_APPLICABLE;
  }

  private IndicatorResult result(
      Indicator indicator, Figure figure, Optional<SiteChecks.Checked> checked) {
    SiteCheck site = checked.map(SiteChecks.Checked::site).orElse(null);
    Optional<Outcome.Amount> amount = amount(figure.outcome());
    Optional<Outcome.Absent> absent =
        figure.outcome() instanceof Outcome.Absent none ? Optional.of(none) : Optional.empty();
    Quality quality = figure.quality();
    boolean inputs = quality.referenceDate().isPresent();
    return new IndicatorResult(
        indicator.id(),
        state(figure.outcome()),
        amount.map(a -> a.value().printed()).orElse(null),
        amount.map(a -> a.numerator().printed()).orElse(null),
        amount.flatMap(a -> denominator(a, isQuotient(indicator))).orElse(null),
        indicator.unit(),
        absent.map(a -> a.reason().code()).orElse(null),
        absent.map(Outcome.Absent::detail).orElse(null),
        quality.present(),
        quality.expected(),
        coverage(quality),
        quality.referenceDate().map(Object::toString).orElse(null),
        quality.age(),
        inputs ? SiteOverlay.status(quality.status(), site).code() : null,
        quality.tooSmall(),
        figure.documents(),
        judgements(
            indicator, checked.map(one -> one.counts(figure.outcome())).orElse(figure.outcome())),
        figure.units().stream().map(one -> unit(indicator, one)).toList(),
        path(indicator),
        null,
        figure.behind().stream().findFirst().orElse(null),
        List.of(),
        null,
        null,
        site);
  }

  private List<IndicatorResult.JudgementResult> judgements(Indicator indicator, Outcome outcome) {
    List<IndicatorResult.JudgementResult> judgements = new ArrayList<>();
    if (scheme.results().contains(ResultKind.FULFILMENT)) {
      judgements.add(judgement(Profile.PLAN, planned(indicator.id()), outcome));
    }
    for (Profile profile : scheme.profiles()) {
      String level = tree.region(plan.region()).level();
      judgements.add(judgement(profile.id(), profile.target(indicator.id(), level), outcome));
    }
    return judgements;
  }

  private IndicatorResult.JudgementResult judgement(
      String profile, Optional<Target> target, Outcome outcome) {
    Judgement judgement = Judgement.of(profile, target, outcome, period);
    if (!(judgement instanceof Judgement.Held held)) {
      return new IndicatorResult.JudgementResult(
          profile, judgement.verdict().code(), null, null, null, null, null, path(target));
    }
    boolean falls = held.verdict() == Verdict.UNMET || held.verdict() == Verdict.NOT_DUE;
    return new IndicatorResult.JudgementResult(
        profile,
        held.verdict().code(),
        held.goal().operator().symbol(),
        Fraction.of(held.goal().value()).printed(),
        printed(held.goal().upperOrNull()),
        held.by().toString(),
        falls ? held.shortfall().printed() : null,
        path(target));
  }

  private List<IndicatorResult.Step> path(Indicator indicator) {
    return scheme.results().contains(ResultKind.FULFILMENT)
        ? path(planned(indicator.id()))
        : List.of();
  }

  private static List<IndicatorResult.Step> path(Optional<Target> target) {
    return target.map(IndicatorResult.Step::path).orElse(List.of());
  }

  private static BigDecimal printed(BigDecimal number) {
    return number == null ? null : Fraction.of(number).printed();
  }

  private IndicatorResult.UnitResult unit(Indicator indicator, Figure.UnitFigure unit) {
    boolean quotient = isQuotient(indicator) && !(indicator.measure() instanceof Measure.EachUnit);
    Optional<Outcome.Amount> amount = amount(unit.outcome());
    return new IndicatorResult.UnitResult(
        unit.region(),
        tree.region(unit.region()).name(),
        state(unit.outcome()),
        amount.map(a -> a.value().printed()).orElse(null),
        amount.map(a -> a.numerator().printed()).orElse(null),
        amount.flatMap(a -> denominator(a, quotient)).orElse(null),
        unit.outcome() instanceof Outcome.Absent absent ? absent.reason().code() : null,
        unit.meets() == Figure.Meets.NOT_ASKED ? null : lower(unit.meets()));
  }

  private static RegionEvaluation.Input input(LeafSum sum) {
    return new RegionEvaluation.Input(
        sum.region(),
        sum.statistic(),
        sum.period().toString(),
        sum.mark().code(),
        Fraction.of(sum.sum()).printed(),
        sum.unit(),
        sum.rows(),
        sum.origin().file(),
        sum.origin().sheet().isEmpty() ? null : sum.origin().sheet(),
        sum.origin().row(),
        sum.origin().column());
  }

  private static Optional<Outcome.Amount> amount(Outcome outcome) {
    return outcome instanceof Outcome.Amount amount ? Optional.of(amount) : Optional.empty();
  }

  /** Whether an indicator sets something against something, so that 0 of 1 is not just 0. */
  private static boolean isQuotient(Indicator indicator) {
    return indicator.measure() instanceof Measure.Ratio || indicator.unit().equals("%");
  }

  private static Optional<BigDecimal> denominator(Outcome.Amount amount, boolean quotient) {
    boolean alone =
        amount.value().equals(amount.numerator()) && amount.denominator().equals(Fraction.ONE);
    return alone && !quotient ? Optional.empty() : Optional.of(amount.denominator().printed());
  }

  private static BigDecimal coverage(Quality quality) {
    return quality.expected() == 0
        ? BigDecimal.ZERO
        : Fraction.of(quality.present()).dividedBy(Fraction.of(quality.expected())).printed();
  }

  private static String state(Outcome outcome) {
    return outcome instanceof Outcome.Amount ? IndicatorResult.AMOUNT : IndicatorResult.ABSENT;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
