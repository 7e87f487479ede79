package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.composite.Treatment;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.score.Aggregation;
import io.silvergauge.indicators.score.Posts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code relative}, {@code impute} and {@code treatment} of an indicator. */
final class StepsReader {
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final String ESTIMATED = "estimated";
  private static final int OLDEST = 400;

  private static final Map<String, List<String>> OWN =
      Map.of(
          "min_max",
          List.of("from", "to"),
          "z_score",
          List.of("mean", "deviation"),
          Relative.TO_TARGET,
          List.of("target", "capped"),
          Relative.TO_REGION,
          List.of("region", "capped"));

  private final BigDecimal full;
  private final Faults faults;

  /**
   * A reader.
   *
   * @param full full marks: where a scale of the rule book's own ends
   */
  StepsReader(BigDecimal full, Faults faults) {
    this.full = full;
    this.faults = faults;
  }

  /**
   * The steps of an indicator.
   *
   * @param posts its posts: one, or none
   */
  Steps read(Section indicator, List<Posts> posts) {
    int before = faults.count();
    List<Relative> relative =
        indicator.optionalSection("relative").flatMap(this::relative).stream().toList();
    List<Imputing> imputing =
        indicator.optionalSection("impute").flatMap(this::imputing).stream().toList();
    List<Steps.Treating> treating =
        indicator.optionalSection("treatment").flatMap(this::treating).stream().toList();
    check(indicator, posts);
    return faults.count() > before ? Steps.NONE : new Steps(relative, imputing, treating);
  }

  /** Steps are the standing's, in which a plan's own indicators take no part. */
  static Steps none(Section indicator) {
    for (String field : List.of("relative", "impute", "treatment")) {
      if (indicator.has(field)) {
        indicator.mayHold(field);
        indicator.fault(
            field,
            new Bilingual(
                "只用于方案的指标：工作方案自设的指标不参与水平评分",
                "is for indicators of the scheme: a plan's own take no part in the standing"));
      }
    }
    return Steps.NONE;
  }

  private static void check(Section indicator, List<?> posts) {
    boolean fixed = !posts.isEmpty() || indicator.has("posts");
    boolean relative = indicator.has("relative");
    if (relative && fixed) {
      indicator.fault(
          "relative",
          new Bilingual(
              "posts 与 relative 只能写一项：得分或按固定门柱，或按各城市的数值",
              "give posts or relative, not both: a score goes by fixed posts or by the values of all"
                  + " cities"));
    }
    if (relative && indicator.has("by_level")) {
      indicator.fault(
          "by_level",
          new Bilingual(
              "relative 的标准取自所有城市，不能按级别另定",
              "relative is one yardstick for all cities, none by level"));
    }
    if (indicator.has("treatment") && !relative) {
      indicator.fault(
          "treatment",
          new Bilingual(
              "只用于 relative：固定门柱已限制超出的数值，处理离群值只会使得分随当期城市变动；取对数请用 posts 的 transform: ln，离群值见 coherence"
                  + " 命令",
              "is for relative alone: fixed posts already hold a value beyond them, and a treatment"
                  + " would let scores follow the cities of one period; for a logarithm use"
                  + " transform: ln of posts, and see the command coherence for outliers"));
    }
    if (indicator.has("impute") && indicator.has("adds")) {
      indicator.fault(
          "impute",
          new Bilingual(
              "加分项不插补：没有报送的数据不能加分",
              "bonuses are not imputed: what nobody reported adds no points"));
    }
    if (indicator.has("impute") && !relative && !fixed) {
      indicator.fault(
          "impute",
          new Bilingual(
              "插补只用于水平得分，须有 posts 或 relative",
              "fills gaps of the standing alone, so posts or relative are needed"));
    }
  }

  /** Standard scores may be negative, which means of positive scores cannot take. */
  static void checkGroups(Section root, List<Group> groups, List<Indicator> indicators) {
    for (Indicator indicator : indicators) {
      boolean standard =
          indicator.relative().filter(one -> one.method().equals("z_score")).isPresent();
      for (Group group : groups) {
        boolean positive =
            group.aggregation() == Aggregation.GEOMETRIC
                || group.aggregation() == Aggregation.HARMONIC;
        if (standard && positive && isWithin(indicator.dimension(), group, groups)) {
          root.fault(
              "indicators",
              Bilingual.of(
                  "指标“%s”：z_score 可为负，不能用于按 %s 汇总的维度“%s”",
                  "indicator '%s': a z_score may be negative, which dimension '%3$s', brought"
                      + " together as %2$s, cannot take",
                  indicator.id(),
                  group.aggregation().name().toLowerCase(Locale.ROOT),
                  group.id()));
        }
      }
    }
  }

  /** Whether a group is the one named or lies below it. */
  private static boolean isWithin(String id, Group group, List<Group> groups) {
    String at = id;
    while (!at.equals(group.id())) {
      String lower = at;
      Optional<Group> found = groups.stream().filter(one -> one.id().equals(lower)).findFirst();
      if (found.isEmpty() || found.get().within().isEmpty()) {
        return false;
      }
      at = found.get().within();
    }
    return true;
  }

  /**
   * Standings with steps are worked out once more beside the other cities, from what was reported:
   * what visits found would be lost on the way.
   */
  static void checkVisits(Section root, VisitPolicy visits, List<Indicator> indicators) {
    List<String> stepped =
        indicators.stream().filter(one -> !one.steps().none()).map(Indicator::id).toList();
    if (visits.movesScores() && !stepped.isEmpty()) {
      root.fault(
          "verification",
          Bilingual.of(
              "指标 %s 有 relative、impute 或 treatment，水平分由上报值重新比较得出，现场核查只能用 use_reported",
              "indicators with relative, impute or treatment (%s) are compared anew by what was"
                  + " reported, so that visits can only be use_reported",
              String.join(", ", stepped)));
    }
  }

  private Optional<Relative> relative(Section section) {
    int before = faults.count();
    String method = known(section, "method", section.text("method"), Relative.METHODS);
    String over =
        known(
            section,
            "over",
            section.text("over", Relative.PERIOD),
            List.of(Relative.PERIOD, Relative.ALL_PERIODS));
    String constant =
        known(section, "constant", section.text("constant", "absent"), List.of("absent", "middle"));
    String transform =
        known(
            section,
            "transform",
            section.text("transform", "none"),
            List.of("none", "ln", "sqrt", "box_cox"));
    BigDecimal lambda = lambda(section, transform);
    Relative read =
        new Relative(
            method,
            over,
            constant,
            transform,
            lambda,
            number(section, method, "from", BigDecimal.ZERO),
            number(section, method, "to", full),
            number(section, method, "mean", full.divide(TWO)),
            number(section, method, "deviation", full.movePointLeft(1)),
            method.equals(Relative.TO_TARGET) ? section.decimal("target") : null,
            method.equals(Relative.TO_REGION) ? section.text("region") : null,
            uses(method, "capped") ? section.flag("capped", true) : null);
    foreign(section, method);
    range(section, read);
    section.done();
    return faults.count() > before ? Optional.empty() : Optional.of(read);
  }

  private static boolean uses(String method, String field) {
    return OWN.getOrDefault(method, List.of()).contains(field);
  }

  private static BigDecimal number(
      Section section, String method, String field, BigDecimal absent) {
    return uses(method, field) ? section.decimal(field, absent) : null;
  }

  /** Fields of other methods are named, with the method that has them. */
  private static void foreign(Section section, String method) {
    Map<String, Set<String>> owners = new TreeMap<>();
    OWN.forEach(
        (other, fields) ->
            fields.forEach(
                field -> owners.computeIfAbsent(field, key -> new TreeSet<>()).add(other)));
    owners.forEach(
        (field, others) -> {
          if (section.has(field) && !uses(method, field)) {
            section.mayHold(field);
            section.fault(
                field,
                Bilingual.of(
                    "%s 没有此参数（属于 %s）",
                    "%s takes no such field (%s does)", method, String.join(", ", others)));
          }
        });
  }

  private void range(Section section, Relative read) {
    if (read.from() != null
        && (read.from().signum() < 0
            || read.to().compareTo(read.from()) <= 0
            || read.to().compareTo(full) > 0)) {
      section.fault(
          "from",
          Bilingual.of(
              "分值范围应满足 0 ≤ from < to ≤ %s（满分），却是 %s 至 %s",
              "the range of scores must be 0 ≤ from < to ≤ %s (full marks), but was %s to %s",
              full.toPlainString(),
              read.from().toPlainString(),
              read.to().toPlainString()));
    }
    if (read.deviation() != null
        && (read.deviation().signum() <= 0
            || read.deviation().compareTo(MOST) > 0
            || read.mean().abs().compareTo(MOST) > 0)) {
      section.fault(
          "deviation",
          Bilingual.of(
              "deviation 应大于 0，mean 与 deviation 不超过 10000，却是 %s 和 %s",
              "deviation must lie above 0, and mean and deviation reach 10000 at most, but were %s"
                  + " and %s",
              read.mean().toPlainString(),
              read.deviation().toPlainString()));
    }
  }

  /** The declared exponent of Box and Cox; null where it is estimated. */
  private static BigDecimal lambda(Section section, String transform) {
    if (!transform.equals("box_cox")) {
      if (section.has("lambda")) {
        section.mayHold("lambda");
        section.fault(
            "lambda", new Bilingual("只用于 transform: box_cox", "is for transform: box_cox alone"));
      }
      return null;
    }
    if (section.text("lambda", ESTIMATED).equals(ESTIMATED)) {
      return null;
    }
    BigDecimal lambda = section.decimal("lambda");
    if (lambda.abs().compareTo(BigDecimal.valueOf(5)) > 0) {
      section.fault(
          "lambda",
          Bilingual.of(
              "应为 -5 至 5 之间的数或 estimated，却是 %s",
              "a number from -5 to 5 or 'estimated' is needed, but was %s",
              lambda.toPlainString()));
    }
    return lambda;
  }

  private Optional<Imputing> imputing(Section section) {
    int before = faults.count();
    String method = known(section, "method", section.text("method"), Imputing.METHODS);
    int age = 0;
    if (method.equals(Imputing.LAST_EARLIER)) {
      age = section.whole("max_age", Imputing.USUAL_AGE, 1, OLDEST);
    } else if (section.has("max_age")) {
      section.mayHold("max_age");
      section.fault("max_age", new Bilingual("只用于 last_earlier", "is for last_earlier alone"));
    }
    section.done();
    return faults.count() > before ? Optional.empty() : Optional.of(new Imputing(method, age));
  }

  private Optional<Steps.Treating> treating(Section section) {
    int before = faults.count();
    Treatment usual = Treatment.USUAL;
    BigDecimal skewness = section.decimal("skewness", BigDecimal.valueOf(usual.skewness()));
    BigDecimal kurtosis = section.decimal("kurtosis", BigDecimal.valueOf(usual.kurtosis()));
    int points = section.whole("most_points", usual.mostPoints(), 0, 1000);
    section.done();
    return section.build(
        before,
        () -> {
          Treatment checked = new Treatment(skewness.doubleValue(), kurtosis.doubleValue(), points);
          return new Steps.Treating(checked.skewness(), checked.kurtosis(), checked.mostPoints());
        });
  }

  private static String known(Section section, String field, String found, List<String> known) {
    if (!found.isEmpty() && !known.contains(found)) {
      section.fault(
          field,
          Bilingual.of("“%s”无效，可用：%s", "'%s' is not one of: %s", found, String.join(", ", known)));
    }
    return found;
  }
}
