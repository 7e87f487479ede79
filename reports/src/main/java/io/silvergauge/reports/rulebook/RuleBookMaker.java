package io.silvergauge.reports.rulebook;

import io.silvergauge.indicators.check.Check;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.StepsWords;
import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.Tally;
import io.silvergauge.indicators.scheme.Conduct;
import io.silvergauge.indicators.scheme.Goal;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Measure;
import io.silvergauge.indicators.scheme.Operator;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Target;
import io.silvergauge.indicators.scheme.Weights;
import io.silvergauge.indicators.score.Posts;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.reports.rulebook.RuleBook.Cell;
import io.silvergauge.reports.rulebook.RuleBook.Part;
import io.silvergauge.reports.text.TransformWords;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the document of a scheme: what it is, its tree of weights, its indicators and policies. */
final class RuleBookMaker {
  private final Scheme scheme;
  private final SchemeView view;
  private final Map<String, Fraction> weights;
  private final Wording wording;

  RuleBookMaker(Scheme scheme, Language language) {
    this.scheme = scheme;
    this.view = SchemeView.of(scheme);
    this.weights = Weights.ofTotal(scheme);
    this.wording = new Wording(language, true);
  }

  RuleBook made() {
    List<Part> parts = new ArrayList<>();
    parts.add(facts());
    parts.add(dimensions());
    for (Group group : scheme.groups()) {
      indicators(group, parts);
    }
    for (Profile profile : scheme.profiles()) {
      parts.add(profile(profile));
    }
    parts.add(statistics());
    parts.add(checks());
    return new RuleBook(wording.say("page.lang"), wording.text(scheme.name()), List.copyOf(parts));
  }

  private Part facts() {
    List<List<Cell>> rows = new ArrayList<>();
    add(rows, "rules.id", scheme.id());
    add(rows, "rules.edition", scheme.edition());
    add(rows, "rules.notice", wording.text(scheme.notice()));
    add(rows, "rules.extends", String.join(", ", scheme.bases()));
    if (!scheme.validFrom().isEmpty() || !scheme.validTo().isEmpty()) {
      add(
          rows,
          "rules.valid",
          wording.say(
              "rules.range", "from", open(scheme.validFrom()), "to", open(scheme.validTo())));
    }
    add(rows, "rules.full", exact(scheme.fullScore()));
    add(
        rows,
        "rules.results",
        wording.list(
            view.results().stream().map(result -> wording.say("word." + result)).toList()));
    add(rows, "rules.publish", percent(scheme.publishFrom()));
    add(
        rows,
        "rules.grades",
        wording.list(
            scheme.grades().bands().stream()
                .map(
                    grade ->
                        wording.say(
                            "rules.grade",
                            "grade",
                            wording.text(grade.name()),
                            "from",
                            exact(grade.from())))
                .toList()));
    add(
        rows,
        "rules.ranking",
        wording.say(
            view.ranking().on().equals("rounded")
                ? "method.ranking.rounded"
                : "method.ranking.exact",
            "decimals",
            view.ranking().decimals(),
            "ties",
            wording.word("ties", view.ranking().ties())));
    add(rows, "method.peers", wording.say("method.peers.text", "least", scheme.peersAtLeast()));
    view.policies().statuses().forEach(status -> add(rows, "method.statuses", status(status)));
    view.policies().vetoes().forEach(veto -> add(rows, "method.vetoes", wording.text(veto)));
    if (view.policies().visits() != null) {
      view.policies().visits().forEach(rule -> add(rows, "method.visits", wording.text(rule)));
    }
    if (view.policies().screening() != null) {
      add(rows, "method.screening", wording.text(view.policies().screening()));
    }
    add(rows, "method.limits", wording.text(view.policies().planLimits()));
    view.classifications().forEach(by -> add(rows, "rules.classes", classes(by)));
    scheme.conduct().phases().forEach(phase -> add(rows, "rules.phase", phase(phase)));
    scheme
        .conduct()
        .topics()
        .forEach(topic -> add(rows, "rules.topic", wording.text(topic.name())));
    followUp("followup.interview", scheme.conduct().followUp().interviewAfter(), rows);
    followUp("followup.circular", scheme.conduct().followUp().circularAfter(), rows);
    add(rows, "rules.hash", scheme.sha256());
    return new Part(wording.say("rules.about"), columns("rules.item", "rules.text"), rows);
  }

  private String classes(SchemeView.ClassificationView by) {
    return wording.say(
        "rules.classes.text",
        "name",
        wording.text(by.name()),
        "items",
        wording.list(by.classes().stream().map(one -> wording.text(one.name())).toList()));
  }

  private String phase(Conduct.Phase phase) {
    return wording.say(
        "rules.phase.text",
        "name",
        wording.text(phase.name()),
        "from",
        phase.from(),
        "to",
        phase.to());
  }

  private void followUp(String key, int quarters, List<List<Cell>> rows) {
    if (quarters > 0) {
      add(rows, "rules.follow", wording.say(key, "quarters", quarters));
    }
  }

  private static String open(String day) {
    return day.isEmpty() ? "…" : day;
  }

  private String status(SchemeView.StatusView status) {
    return wording.say(
        status.deduct().signum() == 0 ? "method.statuses.text" : "method.statuses.deduct",
        "status",
        wording.word("status", status.status()),
        "percent",
        percent(status.percent()),
        "points",
        exact(status.deduct()));
  }

  private void add(List<List<Cell>> rows, String key, String text) {
    if (!text.isEmpty()) {
      rows.add(List.of(Cell.of(wording.say(key)), Cell.of(text)));
    }
  }

  private Part dimensions() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Group group : scheme.groups()) {
      boolean total = group.within().isEmpty();
      rows.add(
          List.of(
              Cell.of(wording.text(group.name()), group.id()),
              Cell.of(total ? "" : name(group.within())),
              Cell.number(total ? "" : exact(group.weight())),
              Cell.number(ofTotal(group.id())),
              Cell.of(wording.word("aggregation", lower(group.aggregation()))),
              Cell.number(percent(group.publishFrom())),
              Cell.number(percent(group.cap()))));
    }
    return new Part(
        wording.say("rules.dimensions"),
        columns(
            "rules.dimension",
            "rules.within",
            "rules.weight",
            "rules.share",
            "rules.aggregation",
            "rules.publish.short",
            "rules.cap"),
        rows);
  }

  private void indicators(Group group, List<Part> parts) {
    List<List<Cell>> rows =
        scheme.indicators().stream()
            .filter(indicator -> indicator.dimension().equals(group.id()))
            .map(this::row)
            .toList();
    if (!rows.isEmpty()) {
      parts.add(
          new Part(
              wording.say("rules.indicators", "group", wording.text(group.name())),
              columns(
                  "rules.indicator",
                  "rules.share",
                  "rules.measure",
                  "rules.target",
                  "rules.posts",
                  "rules.scoring",
                  "rules.missing",
                  "rules.source"),
              rows));
    }
  }

  private List<Cell> row(Indicator indicator) {
    List<String> measured = new ArrayList<>();
    measured.add(Measured.words(indicator, scheme, wording));
    measured.addAll(Measured.asked(indicator, scheme, wording));
    measured.add(wording.word("better", indicator.higherIsBetter() ? "higher" : "lower"));
    measured.add(wording.text(indicator.note()));
    return List.of(
        Cell.of(wording.text(indicator.name()), indicator.id()),
        Cell.number(
            indicator.isBonus()
                ? wording.say("rules.adds", "points", exact(indicator.adds()))
                : ofTotal(indicator.id())),
        Cell.of(measured.toArray(String[]::new)),
        Cell.of(
            indicator.targets().stream()
                .map(target -> target(indicator.unit(), target))
                .toArray(String[]::new)),
        Cell.of(posts(indicator)),
        Cell.of(scoring(indicator)),
        Cell.of(wording.word("missing", lower(indicator.missing()))),
        Cell.of(
            (indicator.source().document() + " " + indicator.source().clause()).strip(),
            indicator.department().isEmpty()
                ? ""
                : wording.word("department", indicator.department()),
            wording.list(indicator.evidence())));
  }

  private String target(String unit, Target target) {
    List<String> parts = new ArrayList<>();
    target.milestones().forEach(step -> parts.add(by(unit, step.goal(), step.by().toString())));
    parts.add(by(unit, target.goal(), target.by().toString()));
    String said = wording.list(parts);
    return target.levels().isEmpty() ? said : levels(target.levels()) + " " + said;
  }

  private String by(String unit, Goal goal, String period) {
    return wording.say(
        "rules.by", "goal", goal(unit, goal), "period", wording.dates().period(period));
  }

  private String goal(String unit, Goal goal) {
    if (goal.operator() == Operator.WITHIN) {
      return wording.withUnit(
          wording.say("amount.range", "from", exact(goal.value()), "to", exact(goal.upper())),
          unit);
    }
    String sign = goal.operator() == Operator.AT_LEAST ? "≥\u00a0" : "≤\u00a0";
    return sign + wording.withUnit(exact(goal.value()), unit);
  }

  private String[] posts(Indicator indicator) {
    List<String> lines = new ArrayList<>();
    indicator.yardstick().ifPresent(posts -> lines.add(range(posts)));
    StepsWords.of(indicator.steps()).forEach(step -> lines.add(wording.text(step)));
    indicator
        .byLevel()
        .forEach(
            rule ->
                rule.posts()
                    .forEach(posts -> lines.add(levels(rule.levels()) + " " + range(posts))));
    return lines.toArray(String[]::new);
  }

  private String range(Posts posts) {
    String range = exact(posts.zero()) + " → " + exact(posts.full());
    String transform =
        TransformWords.of(
            wording, posts.transform().name().toLowerCase(Locale.ROOT), posts.lambda());
    return transform.isEmpty() ? range : wording.list(List.of(range, transform));
  }

  private String[] scoring(Indicator indicator) {
    List<String> lines = new ArrayList<>();
    lines.add(wording.text(indicator.scoring().words()));
    indicator
        .byLevel()
        .forEach(
            rule ->
                rule.scoring()
                    .forEach(
                        scoring ->
                            lines.add(
                                levels(rule.levels()) + " " + wording.text(scoring.words()))));
    return lines.toArray(String[]::new);
  }

  private String levels(Iterable<String> levels) {
    List<String> names = new ArrayList<>();
    levels.forEach(level -> names.add(wording.word("level", level)));
    return wording.say("rules.levels", "levels", wording.list(names));
  }

  private Part profile(Profile profile) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Indicator indicator : scheme.indicators()) {
      List<Target> targets = profile.targets().getOrDefault(indicator.id(), List.of());
      if (!targets.isEmpty()) {
        rows.add(
            List.of(
                Cell.of(wording.text(indicator.name()), indicator.id()),
                Cell.of(
                    targets.stream()
                        .map(target -> target(indicator.unit(), target))
                        .toArray(String[]::new))));
      }
    }
    return new Part(
        wording.say("rules.profile", "name", wording.text(profile.name())),
        columns("rules.indicator", "rules.target"),
        rows);
  }

  private Part statistics() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Statistic statistic : scheme.statistics().values()) {
      rows.add(
          List.of(
              Cell.of(
                  wording.text(statistic.name()),
                  statistic.id(),
                  counted(scheme.tallies().get(statistic.id())),
                  where(scheme.tallies().get(statistic.id()))),
              Cell.of(wording.word("unit", statistic.unit())),
              Cell.of(statistic.grain().name()),
              Cell.of(
                  wording.word("time", lower(statistic.time())),
                  statistic.maxAge() == 0
                      ? wording.say("rules.age.none")
                      : wording.say("rules.age", "months", statistic.maxAge()))));
    }
    return new Part(
        wording.say("rules.statistics"),
        columns("rules.statistic", "rules.unit", "rules.grain", "rules.time"),
        rows);
  }

  /** How a statistic comes from a register; empty where it is reported. */
  private String counted(Tally tally) {
    return tally == null
        ? ""
        : wording.say(
            "rules.counted",
            "register",
            wording.text(scheme.registers().get(tally.register()).name()),
            "of",
            tally.of());
  }

  private String where(Tally tally) {
    return tally == null ? "" : wording.say("rules.where", "condition", tally.where());
  }

  private Part checks() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Check check : scheme.checks()) {
      rows.add(
          List.of(
              Cell.of(check.id(), check.rule().kind()),
              Cell.of(
                  wording.word("severity", check.severity().code()),
                  wording.say("rules.level", "level", check.level())),
              Cell.of(wording.text(check.message()))));
    }
    return new Part(
        wording.say("rules.checks"),
        columns("rules.check", "rules.severity", "rules.message"),
        rows);
  }

  private List<String> columns(String... keys) {
    return List.of(keys).stream().map(wording::say).toList();
  }

  private String name(String group) {
    return scheme.groups().stream()
        .filter(one -> one.id().equals(group))
        .map(Group::name)
        .map(wording::text)
        .findFirst()
        .orElse(group);
  }

  private String ofTotal(String id) {
    Fraction part = weights.get(id);
    return part == null ? "" : percent(part.times(Fraction.of(100)).rounded(2));
  }

  private String percent(BigDecimal percent) {
    return exact(percent) + " %";
  }

  private String exact(BigDecimal number) {
    return wording.figures().exact(Fraction.of(number).printed());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Says what an indicator measures. */
  private static final class Measured {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]*");

    private Measured() {}

    static String words(Indicator indicator, Scheme scheme, Wording wording) {
      List<String> inputs = new ArrayList<>();
      if (indicator.measure() instanceof Measure.Ratio ratio) {
        inputs.add(named(ratio.of(), scheme, wording) + " ÷ " + named(ratio.in(), scheme, wording));
      } else if (indicator.measure() instanceof Measure.Count count) {
        inputs.add(named(count.of(), scheme, wording));
      } else if (indicator.measure() instanceof RegisterMeasure listed) {
        inputs.add(wording.text(scheme.registers().get(listed.selection().register()).name()));
      } else {
        indicator.measure().inputs().forEach(id -> inputs.add(name(id, scheme, wording)));
      }
      return wording.say(
          "rules.measured",
          "kind",
          wording.word("kind", indicator.measure().kind()),
          "inputs",
          wording.list(inputs),
          "unit",
          wording.word("unit", indicator.unit()));
    }

    /** What is asked of single records: a line each. */
    static List<String> asked(Indicator indicator, Scheme scheme, Wording wording) {
      if (!(indicator.measure() instanceof RegisterMeasure listed)) {
        return List.of();
      }
      List<String> lines = new ArrayList<>();
      RegisterMeasure.Selection selection = listed.selection();
      String every = every(scheme.registers().get(selection.register()));
      if (!selection.where().toString().equals(every)) {
        lines.add(selection.where().toString());
      }
      if (listed instanceof RegisterMeasure.EachRecord each) {
        each.rungs()
            .forEach(
                rung ->
                    lines.add(
                        asked(
                            wording,
                            rung.name(),
                            rung.when().toString().equals(every)
                                ? rung.require().toString()
                                : rung.when() + " → " + rung.require())));
      } else if (listed instanceof RegisterMeasure.Records records) {
        if (!records.of().inputs().isEmpty()) {
          lines.add(records.of().toString());
        }
        lines.add(records.distinct());
      } else if (listed instanceof RegisterMeasure.Funnel funnel) {
        funnel
            .stages()
            .forEach(stage -> lines.add(asked(wording, stage.name(), stage.where().toString())));
      } else if (listed instanceof RegisterMeasure.Checklist checklist) {
        checklist.items().forEach(item -> lines.add(points(wording, item)));
      }
      return lines;
    }

    /** What each record meets: having an identity. */
    private static String every(Register register) {
      return new Condition.Not(new Condition.Missing(register.identity())).toString();
    }

    private static String asked(Wording wording, Bilingual name, String condition) {
      return wording.say("rules.asked", "item", wording.text(name), "condition", condition);
    }

    private static String points(Wording wording, RegisterMeasure.Item item) {
      return wording.say(
          "rules.item.points",
          "item",
          wording.text(item.name()),
          "points",
          wording.figures().exact(item.points()),
          "credit",
          credit(item));
    }

    private static String credit(RegisterMeasure.Item item) {
      return item.credit().stream()
          .map(one -> "%s → %s".formatted(one.when(), one.points().toPlainString()))
          .collect(Collectors.joining("; "));
    }

    /** A formula with the names of its statistics. */
    private static String named(Formula formula, Scheme scheme, Wording wording) {
      return ID.matcher(formula.toString())
          .replaceAll(found -> Matcher.quoteReplacement(name(found.group(), scheme, wording)));
    }

    private static String name(String id, Scheme scheme, Wording wording) {
      Statistic statistic = scheme.statistics().get(id);
      return statistic == null ? id : wording.text(statistic.name());
    }
  }
}
