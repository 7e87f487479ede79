package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.Outlook.CityOutlook;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How sure a city's rank and grade are, why its standing changed, and what would change it. */
final class OutlookFacts {
  private static final int FIRST = 8;

  /** More indicators than these are named by their number alone. */
  private static final int NAMED = 5;

  private static final int DECIMALS = 2;

  /** Begin of the keys whose end a code of the model picks. */
  private static final String BY = "outlook.by.";

  private final Evaluation evaluation;
  private final SchemeView scheme;
  private final Wording wording;
  private final Scores scores;
  private final List<Fact> facts = new ArrayList<>();

  OutlookFacts(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.scheme = evaluation.scheme();
    this.wording = wording;
    this.scores = new Scores(scheme, wording);
  }

  /** Whether anything is said at all. */
  private boolean told() {
    return evaluation.outlook() != null && scheme.robustness() != null;
  }

  /** What was drawn anew, for readers of the intervals; empty where nothing was. */
  String lead() {
    if (!told()) {
      return "";
    }
    Outlook outlook = evaluation.outlook();
    if (outlook.reason() != null) {
      return wording.say("outlook.none", "reason", wording.text(outlook.reason()));
    }
    List<String> drawn = new ArrayList<>();
    if (scheme.robustness().weights() != null) {
      drawn.add(
          wording.say(
              "outlook.weights",
              "percent",
              wording.figures().exact(scheme.robustness().weights())));
    }
    if (!scheme.robustness().dirichlet().isEmpty()) {
      drawn.add(wording.say("outlook.dirichlet"));
    }
    if (!scheme.robustness().normalisation().isEmpty()) {
      drawn.add(wording.say("outlook.normalisation"));
    }
    if (!scheme.robustness().aggregation().isEmpty()) {
      drawn.add(wording.say("outlook.aggregation"));
    }
    if (scheme.robustness().leaveOneOut()) {
      drawn.add(wording.say("outlook.leave.one.out"));
    }
    if (outlook.drawn().contains("values") || !scheme.robustness().intervals().isEmpty()) {
      drawn.add(wording.say("outlook.values"));
    }
    return wording.say(
        "outlook.lead",
        "count",
        wording.figures().count(scheme.robustness().replications()),
        "drawn",
        wording.list(drawn),
        "percent",
        wording.figures().exact(scheme.robustness().level()));
  }

  /** The facts of a city; none where nothing is said of it. */
  List<Fact> of(RegionEvaluation region) {
    Optional<CityOutlook> city =
        told() ? evaluation.outlook().city(region.region().code()) : Optional.empty();
    city.ifPresent(this::add);
    return List.copyOf(facts);
  }

  private void add(CityOutlook city) {
    if (city.ranks() != null) {
      add("outlook.ranks", ranks(city.ranks()));
    }
    if (!city.grades().isEmpty()) {
      add(BY + "grades." + city.graded(), grades(city.grades()));
    } else if (city.gradesReason() != null) {
      add(BY + "grades." + city.graded(), wording.text(city.gradesReason()));
    }
    if (city.change() != null) {
      add("outlook.change", change(city.change()));
    }
    if (city.nextRank() != null) {
      add("outlook.next.rank", goal(city.nextRank(), place(city.nextRank().id())));
    }
    if (city.nextGrade() != null) {
      add("outlook.next.grade", goal(city.nextGrade(), scores.grade(city.nextGrade().id())));
    }
    if (!city.strengths().isEmpty()) {
      add("outlook.strengths", named(city.strengths()));
    }
    if (!city.weaknesses().isEmpty()) {
      add("outlook.weaknesses", named(city.weaknesses()));
    }
  }

  /** The first of these indicators, and how many there are; all of them stand in the model. */
  private String named(List<String> indicators) {
    String first = wording.list(indicators.stream().limit(FIRST).map(this::name).toList());
    return indicators.size() <= FIRST
        ? first
        : wording.say(
            "outlook.more", "items", first, "all", wording.figures().count(indicators.size()));
  }

  private void add(String key, String text) {
    facts.add(new Fact(wording.say(key), text));
  }

  /** An interval of ranks as it is printed. */
  String span(Outlook.RankRange ranks) {
    String low = wording.figures().exact(ranks.low());
    String high = wording.figures().exact(ranks.high());
    return low.equals(high) ? low : wording.say("outlook.span", "from", low, "to", high);
  }

  private String ranks(Outlook.RankRange ranks) {
    List<String> said = new ArrayList<>();
    said.add(
        wording.say(
            "outlook.ranks.text",
            "span",
            span(ranks),
            "median",
            wording.figures().exact(ranks.median())));
    if (ranks.next() != null) {
      said.add(
          wording.say(
              "outlook.ranks.ahead",
              "city",
              place(ranks.next()),
              "percent",
              wording.percent(ranks.ahead())));
    }
    if (ranks.failures() > 0) {
      said.add(
          wording.say(
              "outlook.ranks.failures", "count", wording.figures().count(ranks.failures())));
    }
    return wording.sentences(said);
  }

  private String grades(List<Outlook.GradeShare> shares) {
    return wording.list(
        shares.stream()
            .filter(share -> share.share().signum() > 0)
            .map(
                share ->
                    wording.say(
                        "outlook.grade",
                        "grade",
                        scores.grade(share.grade()),
                        "percent",
                        wording.percent(share.share())))
            .toList());
  }

  /** Why a standing is another than before. */
  String change(Outlook.ScoreChange change) {
    List<String> said = new ArrayList<>();
    said.add(
        wording.say(
            "outlook.change.text",
            "period",
            wording.dates().period(change.since()),
            "before",
            scores.printed(change.before()),
            "after",
            scores.printed(change.after())));
    if (change.reason() != null) {
      said.add(wording.text(change.reason()));
    }
    List<Outlook.ChangePart> parts =
        change.parts().stream()
            .sorted(Comparator.comparing((Outlook.ChangePart part) -> part.points().abs().negate()))
            .toList();
    List<String> named = new ArrayList<>();
    for (Outlook.ChangePart part : parts.subList(0, Math.min(NAMED, parts.size()))) {
      named.add(
          wording.say(
              BY + part.cause(),
              "indicator",
              part.indicator() == null ? "" : name(part.indicator()),
              "points",
              points(part.points())));
    }
    if (!named.isEmpty()) {
      said.add(wording.say("outlook.change.parts", "items", wording.list(named)));
    }
    if (parts.size() > NAMED) {
      BigDecimal rest =
          parts.subList(NAMED, parts.size()).stream()
              .map(Outlook.ChangePart::points)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      said.add(
          wording.say(
              "outlook.change.rest",
              "count",
              wording.figures().count(parts.size() - NAMED),
              "points",
              points(rest)));
    }
    return wording.sentences(said);
  }

  private String points(BigDecimal points) {
    BigDecimal rounded = points.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return (rounded.signum() > 0 ? "+" : "") + wording.figures().fixed(points, DECIMALS);
  }

  private String goal(Outlook.Goal goal, String wanted) {
    boolean alone = !goal.alone().isEmpty();
    List<Outlook.Step> steps = alone ? goal.alone() : goal.together();
    int named = alone ? Math.min(NAMED, steps.size()) : steps.size(); // together all are needed
    if (steps.isEmpty()) {
      return wording.say("outlook.goal.none", "wanted", wanted);
    }
    List<String> said = new ArrayList<>();
    for (Outlook.Step step : steps.subList(0, named)) {
      said.add(
          wording.say(
              BY + "step." + goal.measured(),
              "indicator",
              name(step.indicator()),
              "from",
              step.from() == null
                  ? wording.say(BY + "nought")
                  : number(goal, step, step.from(), RoundingMode.HALF_EVEN),
              "to",
              number(goal, step, step.to(), onwards(goal, step))));
    }
    String text =
        wording.say(
            BY + goal.kind() + (alone ? ".alone" : ".together"),
            "wanted",
            wanted,
            "score",
            wording.figures().exact(goal.score().setScale(DECIMALS, RoundingMode.CEILING)),
            "items",
            wording.list(said));
    return steps.size() == named
        ? text
        : wording.sentences(
            List.of(
                text,
                wording.say(
                    "outlook.goal.more", "count", wording.figures().count(steps.size() - named))));
  }

  /** What has to be reached is rounded onwards, so that the printed value reaches it. */
  private RoundingMode onwards(Outlook.Goal goal, Outlook.Step step) {
    boolean down =
        goal.measured().equals("value")
            && scheme
                .indicator(step.indicator())
                .filter(one -> one.better().equals("lower"))
                .isPresent();
    return down ? RoundingMode.FLOOR : RoundingMode.CEILING;
  }

  private String number(Outlook.Goal goal, Outlook.Step step, BigDecimal value, RoundingMode mode) {
    int decimals =
        goal.measured().equals("score")
            ? DECIMALS
            : scheme
                .indicator(step.indicator())
                .map(SchemeView.IndicatorView::decimals)
                .orElse(DECIMALS);
    String printed = wording.figures().fixed(value.setScale(decimals, mode), decimals);
    return goal.measured().equals("score")
        ? printed
        : scheme
            .indicator(step.indicator())
            .map(indicator -> wording.withUnit(printed, indicator.unit()))
            .orElse(printed);
  }

  private String name(String indicator) {
    return scheme
        .indicator(indicator)
        .map(one -> wording.text(one.name()))
        .orElse(wording.cut(indicator));
  }

  private String place(String code) {
    return evaluation.cities().stream()
        .filter(city -> city.code().equals(code))
        .findFirst()
        .map(city -> wording.place(city.name(), city.code()))
        .orElse(code);
  }
}
