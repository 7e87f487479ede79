package io.silvergauge.indicators.explanation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.explanation.Movement.Cause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds which figures and scores of a city are not the same in two evaluations of one period, and
 * why: reported values, rules, the plan, files people wrote, other cities, the program.
 */
public final class Movements {
  private static final int VALUES_NAMED = 3;

  private final Edition before;
  private final Edition after;
  private final Map<String, List<Cause>> causes = new TreeMap<>();

  /**
   * A city in one of two evaluations.
   *
   * @param program name and version of the program that made it
   * @param written hash of every file people wrote, by name
   */
  public record Edition(
      Evaluation evaluation, RegionEvaluation city, String program, Map<String, String> written) {
    /** As its city sees it, with the plan's own indicators. */
    public Edition {
      evaluation = evaluation.seenBy(city.plan());
      written = new TreeMap<>(written);
    }

    private Optional<IndicatorResult> figure(String id) {
      return city.indicators().stream().filter(one -> one.id().equals(id)).findFirst();
    }
  }

  /** What moved between two evaluations of a city in one period. */
  public Movements(Edition before, Edition after) {
    this.before = before;
    this.after = after;
  }

  /** Figures in the order of the scheme, then scores from the indicators up to the totals. */
  public List<Movement> all() {
    List<Movement> moved = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    before.city().indicators().forEach(one -> ids.add(one.id()));
    after.city().indicators().forEach(one -> ids.add(one.id()));
    for (String id : ids) {
      figure(id).ifPresent(moved::add);
    }
    Set<String> nodes = new LinkedHashSet<>();
    before.city().scores().forEach(one -> nodes.add(one.result() + "\n" + one.node()));
    after.city().scores().forEach(one -> nodes.add(one.result() + "\n" + one.node()));
    for (String node : nodes) {
      String[] parts = node.split("\n");
      score(parts[0], parts[1]).ifPresent(moved::add);
    }
    return moved;
  }

  private Optional<Movement> figure(String id) {
    Optional<IndicatorResult> old = before.figure(id);
    Optional<IndicatorResult> now = after.figure(id);
    BigDecimal from = old.map(IndicatorResult::amount).orElse(null);
    BigDecimal to = now.map(IndicatorResult::amount).orElse(null);
    String whyOld = old.map(IndicatorResult::reason).orElse("");
    String whyNow = now.map(IndicatorResult::reason).orElse("");
    if (same(from, to) && Objects.equals(whyOld, whyNow)) {
      return Optional.empty();
    }
    List<Cause> found = new ArrayList<>(values(id));
    if (!Objects.equals(definition(before, id), definition(after, id))) {
      found.add(rule(id));
    }
    causes.put(id, orElse(found));
    return Optional.of(
        new Movement(
            after.city().region().code(),
            Anchors.figure(id),
            name(id),
            printed(from, whyOld),
            printed(to, whyNow),
            distance(from, to),
            causes.get(id)));
  }

  private Optional<Movement> score(String result, String node) {
    Optional<NodeScore> old = before.city().score(result, node);
    Optional<NodeScore> now = after.city().score(result, node);
    BigDecimal from = old.map(NodeScore::score).orElse(null);
    BigDecimal to = now.map(NodeScore::score).orElse(null);
    Integer rankFrom = old.map(NodeScore::rank).orElse(null);
    Integer rankTo = now.map(NodeScore::rank).orElse(null);
    boolean scored = !same(from, to);
    if (!scored && Objects.equals(rankFrom, rankTo)) {
      return Optional.empty();
    }
    return Optional.of(
        new Movement(
            after.city().region().code(),
            Anchors.score(result, node),
            name(node),
            printed(from, "") + place(rankFrom),
            printed(to, "") + place(rankTo),
            distance(from, to),
            scored ? whyScored(node) : List.of(otherCities())));
  }

  /** What moved the figures at or below a node; else its rules; else what else there is. */
  private List<Cause> whyScored(String node) {
    Set<Cause> found = new LinkedHashSet<>();
    for (SchemeView.IndicatorView indicator : after.evaluation().scheme().indicators()) {
      if (indicator.id().equals(node) || isWithin(indicator.dimension(), node)) {
        found.addAll(causes.getOrDefault(indicator.id(), List.of()));
        String visits = sheet(after, indicator.id());
        if (!visits.equals(sheet(before, indicator.id()))) {
          found.add(
              new Cause(
                  Cause.FILE,
                  Bilingual.of("“%s”的现场核查：%s", "visits to %s: %s", name(indicator.id()), visits)));
        }
        if (!Objects.equals(
            definition(before, indicator.id()), definition(after, indicator.id()))) {
          found.add(rule(indicator.id()));
        }
        if (!judged(before, indicator.id()).equals(judged(after, indicator.id()))) {
          found.add(
              new Cause(
                  Cause.PLAN,
                  Bilingual.of("“%s”的目标已变更", "the target of %s is another", name(indicator.id()))));
        }
      }
    }
    if (!before.evaluation().scheme().groups().equals(after.evaluation().scheme().groups())) {
      found.add(
          new Cause(
              Cause.RULE, new Bilingual("维度或其权重已变更", "dimensions or their weights are others")));
    }
    return orElse(new ArrayList<>(found));
  }

  /** The sheet of visits that looked into a figure; empty where none did. */
  private static String sheet(Edition edition, String id) {
    return edition
        .figure(id)
        .map(IndicatorResult::site)
        .map(site -> site.file() + " " + site.sha256())
        .orElse("–");
  }

  private boolean isWithin(String group, String node) {
    String at = group;
    while (!at.isEmpty()) {
      if (at.equals(node)) {
        return true;
      }
      String below = at;
      at =
          after.evaluation().scheme().groups().stream()
              .filter(one -> one.id().equals(below))
              .map(SchemeView.GroupView::within)
              .findFirst()
              .orElse("");
    }
    return false;
  }

  /** The reported values of an indicator that are not the same, each with the file it now has. */
  private List<Cause> values(String id) {
    Set<String> statistics = new TreeSet<>();
    definition(before, id).ifPresent(one -> statistics.addAll(one.statistics()));
    definition(after, id).ifPresent(one -> statistics.addAll(one.statistics()));
    Map<String, RegionEvaluation.Input> old = inputs(before, statistics);
    Map<String, RegionEvaluation.Input> now = inputs(after, statistics);
    Set<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    List<Cause> found = new ArrayList<>();
    int more = 0;
    for (String key : keys) {
      Optional<Cause> cause = value(old.get(key), now.get(key));
      if (cause.isPresent() && found.size() < VALUES_NAMED) {
        found.add(cause.get());
      } else if (cause.isPresent()) {
        more++;
      }
    }
    if (more > 0) {
      found.add(
          new Cause(
              Cause.FILE, Bilingual.of("另有 %d 个报送值变动", "%d more reported values moved", more)));
    }
    return found;
  }

  private Optional<Cause> value(RegionEvaluation.Input old, RegionEvaluation.Input now) {
    String from = old == null ? "–" : said(old);
    String to = now == null ? "–" : said(now);
    String sha256 = now == null ? "" : hash(after, now.file());
    boolean register = from.equals(to) && isRegister(now);
    if (from.equals(to) && !(register && !sha256.equals(hash(before, old.file())))) {
      return Optional.empty();
    }
    RegionEvaluation.Input one = now == null ? old : now;
    return Optional.of(
        new Cause(
            Cause.FILE,
            now == null
                ? Bilingual.of(
                    "%s：%s %s %s → 不再有",
                    "%s: %s of %s %s → no longer there",
                    old.file(),
                    one.statistic(),
                    one.region(),
                    from)
                : Bilingual.of(
                    "%s（第 %d 条记录）：%s %s %s → %s",
                    "%1$s (record %2$d): %4$s of %3$s %5$s → %6$s",
                    now.file(),
                    now.row(),
                    one.region(),
                    one.statistic(),
                    from,
                    to)));
  }

  private static boolean isRegister(RegionEvaluation.Input input) {
    return input != null && input.statistic().contains(":");
  }

  private static String said(RegionEvaluation.Input input) {
    return input.mark().equals("number")
        ? (Explainer.plain(input.value()) + " " + input.unit()).trim()
        : input.mark();
  }

  private static String hash(Edition edition, String file) {
    return edition.evaluation().deliveries().stream()
        .filter(one -> one.path().equals(file))
        .findFirst()
        .map(Evaluation.DeliveryRow::sha256)
        .orElse("");
  }

  private static Map<String, RegionEvaluation.Input> inputs(
      Edition edition, Set<String> statistics) {
    Map<String, RegionEvaluation.Input> all = new TreeMap<>();
    for (RegionEvaluation.Input input : edition.city().inputs()) {
      if (statistics.contains(input.statistic())) {
        all.put(
            String.join("\n", input.statistic(), input.region(), input.period(), input.unit()),
            input);
      }
    }
    return all;
  }

  private static Optional<SchemeView.IndicatorView> definition(Edition edition, String id) {
    return edition.evaluation().scheme().indicator(id);
  }

  private static List<IndicatorResult.Step> judged(Edition edition, String id) {
    return edition.figure(id).map(IndicatorResult::path).orElse(List.of());
  }

  private Cause rule(String id) {
    return new Cause(
        Cause.RULE,
        Bilingual.of(
            "方案 %s → %s 对“%s”的规定已变更",
            "scheme edition %s → %s: the rule of %s is another",
            before.evaluation().scheme().edition(),
            after.evaluation().scheme().edition(),
            name(id)));
  }

  private static Cause otherCities() {
    return new Cause(Cause.CITIES, new Bilingual("其他城市的得分变动", "scores of other cities moved"));
  }

  /** Where nothing nearer tells: files people wrote, then the program. */
  private List<Cause> orElse(List<Cause> found) {
    if (!found.isEmpty()) {
      return found;
    }
    List<Cause> rest = new ArrayList<>();
    Set<String> names = new TreeSet<>(before.written().keySet());
    names.addAll(after.written().keySet());
    for (String name : names) {
      if (!Objects.equals(before.written().get(name), after.written().get(name))) {
        rest.add(new Cause(Cause.WRITTEN, Bilingual.of("%s 已变更", "%s is another", name)));
      }
    }
    if (!before.program().equals(after.program())) {
      rest.add(
          new Cause(Cause.PROGRAM, Bilingual.same(before.program() + " → " + after.program())));
    }
    return rest.isEmpty()
        ? List.of(
            new Cause(
                Cause.UNKNOWN, new Bilingual("未找到原因", "no cause was found; please report it")))
        : rest;
  }

  private Bilingual name(String node) {
    SchemeView scheme = after.evaluation().scheme();
    return scheme
        .indicator(node)
        .map(SchemeView.IndicatorView::name)
        .or(
            () ->
                scheme.groups().stream()
                    .filter(group -> group.id().equals(node))
                    .findFirst()
                    .map(SchemeView.GroupView::name))
        .or(() -> definition(before, node).map(SchemeView.IndicatorView::name))
        .orElse(Bilingual.same(node));
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }

  private static BigDecimal distance(BigDecimal from, BigDecimal to) {
    if (from == null || to == null) {
      return null;
    }
    BigDecimal by = to.subtract(from);
    return by.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(Explainer.plain(by));
  }

  private static String printed(BigDecimal amount, String reason) {
    return amount != null
        ? Explainer.plain(amount)
        : reason == null || reason.isEmpty() ? "–" : reason;
  }

  private static String place(Integer rank) {
    return rank == null ? "" : " #" + rank;
  }
}
