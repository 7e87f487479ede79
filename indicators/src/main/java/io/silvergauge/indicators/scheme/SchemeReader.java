package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.check.Check;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.score.Aggregation;
import io.silvergauge.indicators.score.Grades;
import io.silvergauge.indicators.score.RankPolicy;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Grain;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.indicators.statistic.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a scheme from YAML, checks it whole, and reports every fault at once. */
public final class SchemeReader {
  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  private final Section root;
  private final Faults faults;
  private final String sha256;
  private final List<String> bases;

  private SchemeReader(Extension.Extended extended, Faults faults) {
    this.root = extended.root();
    this.bases = extended.bases();
    this.sha256 = extended.sha256();
    this.faults = faults;
  }

  /**
   * Reads a scheme.
   *
   * @param file name used in faults
   * @param sha256 hash of the content, kept in the scheme
   * @return empty, with the faults recorded, where anything is wrong
   */
  public static Optional<Scheme> read(String file, byte[] content, String sha256, Faults faults) {
    return read(file, content, sha256, SchemeLibrary.NONE, faults);
  }

  /**
   * Reads a scheme that may extend others.
   *
   * @param file name used in faults
   * @param sha256 hash of the content; the scheme's own is one of this and of all it extends
   * @param library finds the schemes it extends
   * @return empty, with the faults recorded, where anything is wrong
   */
  public static Optional<Scheme> read(
      String file, byte[] content, String sha256, SchemeLibrary library, Faults faults) {
    int before = faults.count();
    Extension.Extended extended =
        new Extension(library, faults).read(new SchemeLibrary.SchemeFile(file, content, sha256));
    return faults.count() > before ? Optional.empty() : new SchemeReader(extended, faults).scheme();
  }

  private Optional<Scheme> scheme() {
    int before = faults.count();
    String id = root.id("id");
    String edition = root.text("edition");
    LocalDate from = root.date("valid_from", LocalDate.MIN);
    String validFrom = from.equals(LocalDate.MIN) ? "" : from.toString();
    LocalDate to = root.date("valid_to", LocalDate.MAX);
    String validTo = to.equals(LocalDate.MAX) ? "" : to.toString();
    if (to.isBefore(from)) {
      root.fault(
          "valid_to", Bilingual.of("%s 早于 valid_from %s", "%s is before valid_from, %s", to, from));
    }
    Bilingual name = root.bilingual("name");
    Bilingual notice = root.optionalBilingual("notice");
    Scale scale = scale();
    Set<ResultKind> results = results();
    List<Group> groups = dimensions();
    BigDecimal publishFrom =
        root.section("total").map(total -> total(total, groups)).orElse(BigDecimal.ZERO);
    Optional<Grades> grades = grades();
    RankPolicy ranking = ranking();
    int peers = peers();
    Units units = units();
    Map<String, Grain> grains = grains();
    RegisterReader registerReader = new RegisterReader(units, faults);
    Map<String, Register> registers = registerReader.read(root);
    Map<String, Statistic> statistics =
        new StatisticReader(units, grains, registerReader, faults).read(root);
    MeasureReader measures =
        new MeasureReader(
            statistics,
            root.ids("statistics"),
            grains,
            new RegisterMeasureReader(
                registerReader,
                new SheetReader(registerReader, faults).read(root),
                root.ids("sheets"),
                grains,
                faults),
            faults);
    List<Indicator> indicators =
        new IndicatorReader(
                measures,
                root.ids("dimensions"),
                new Levels(grains),
                root.ids("phases"),
                scale.full(),
                faults)
            .read(root);
    if (faults.count() == before) {
      checkGroups(groups, indicators);
      StepsReader.checkGroups(root, groups, indicators);
    }
    List<Profile> profiles = profiles(indicators, new Levels(grains));
    List<Check> checks = new CheckReader(statistics, root.ids("statistics"), faults).read(root);
    List<Classification> classifications = new ClassificationReader(root, measures, faults).read();
    Conduct conduct = new ConductReader(root, faults).read();
    Policies policies = new PolicyReader(root, faults).read();
    StepsReader.checkVisits(root, policies.visits(), indicators);
    Robustness robustness = new RobustnessReader(root, indicators).read();
    root.done();
    return root.build(
        before,
        () ->
            new Scheme(
                id,
                edition,
                validFrom,
                validTo,
                bases,
                name,
                notice,
                scale.full(),
                scale.decimals(),
                results,
                groups,
                indicators,
                publishFrom,
                grades.orElseThrow(),
                ranking,
                peers,
                profiles,
                policies,
                grains,
                statistics,
                registers,
                registerReader.tallies(),
                checks,
                classifications,
                conduct,
                robustness,
                units,
                sha256));
  }

  private record Scale(BigDecimal full, int decimals) {}

  private Scale scale() {
    Optional<Section> section = root.optionalSection("scale");
    if (section.isEmpty()) {
      return new Scale(BigDecimal.valueOf(100), 2);
    }
    Scale scale =
        new Scale(
            section.get().decimal("full", BigDecimal.valueOf(100)),
            section.get().whole("decimals", 2, 0, 6));
    if (scale.full().signum() <= 0) {
      section.get().fault("full", new Bilingual("应大于 0", "must be above 0"));
    }
    section.get().done();
    return scale;
  }

  private Set<ResultKind> results() {
    Set<ResultKind> results = EnumSet.noneOf(ResultKind.class);
    for (String text : root.texts("results")) {
      Optional<ResultKind> kind =
          EnumSet.allOf(ResultKind.class).stream().filter(k -> k.code().equals(text)).findFirst();
      kind.ifPresentOrElse(
          results::add,
          () ->
              root.fault(
                  "results",
                  Bilingual.of(
                      "“%s”无效，可用：fulfilment, standing",
                      "'%s' is not one of: fulfilment, standing", text)));
    }
    return results.isEmpty() ? EnumSet.allOf(ResultKind.class) : results;
  }

  private List<Group> dimensions() {
    int start = faults.count();
    List<Group> groups = new ArrayList<>();
    Set<String> ids = new HashSet<>(Set.of(Group.TOTAL));
    for (Section section : root.sections("dimensions")) {
      int before = faults.count();
      String id = section.id("id");
      Bilingual name = section.bilingual("name");
      BigDecimal weight = section.decimal("weight");
      Aggregation aggregation =
          section.choice("aggregate", Aggregation.class, Aggregation.ARITHMETIC);
      String within = section.text("within", Group.TOTAL);
      BigDecimal publishFrom = section.decimal("publish_from", BigDecimal.ZERO);
      BigDecimal cap = section.decimal("cap", FULL);
      section.done();
      boolean listedBefore = ids.contains(within);
      if (!ids.add(id)) {
        section.fault(
            "id", Bilingual.of("维度“%s”重复或保留", "dimension '%s' stands twice or is reserved", id));
      }
      if (!listedBefore) {
        section.fault(
            "within",
            Bilingual.of(
                "“%s”应为前面已列出的维度", "'%s' must be a dimension that is listed before", within));
      }
      section
          .build(before, () -> new Group(id, name, weight, aggregation, within, publishFrom, cap))
          .ifPresent(groups::add);
    }
    if (groups.isEmpty() && faults.count() == start) {
      root.fault("dimensions", new Bilingual("至少需要一个维度", "at least one dimension is needed"));
    }
    return groups;
  }

  private BigDecimal total(Section section, List<Group> groups) {
    int before = faults.count();
    Bilingual name = section.bilingual("name");
    Aggregation aggregation =
        section.choice("aggregate", Aggregation.class, Aggregation.ARITHMETIC);
    BigDecimal publishFrom = section.decimal("publish_from", BigDecimal.ZERO);
    BigDecimal cap = section.decimal("cap", FULL);
    if (publishFrom.signum() < 0 || publishFrom.compareTo(BigDecimal.valueOf(100)) > 0) {
      section.fault(
          "publish_from",
          Bilingual.of(
              "%s 无效，应为 0 至 100 的百分数",
              "%s is not a percentage from 0 to 100", publishFrom.toPlainString()));
    }
    section.done();
    section
        .build(
            before,
            () -> new Group(Group.TOTAL, name, BigDecimal.ONE, aggregation, "", publishFrom, cap))
        .ifPresent(groups::add);
    return publishFrom;
  }

  private Optional<Grades> grades() {
    int before = faults.count();
    List<Grades.Grade> bands = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : root.sections("grades")) {
      bands.add(
          new Grades.Grade(section.id("id"), section.bilingual("name"), section.decimal("from")));
      section.done();
      if (!ids.add(bands.get(bands.size() - 1).id())) {
        section.fault("id", new Bilingual("等级重复", "this grade stands twice"));
      }
    }
    return root.build(before, "grades", () -> new Grades(bands));
  }

  private RankPolicy ranking() {
    Optional<Section> section = root.optionalSection("ranking");
    if (section.isEmpty()) {
      return new RankPolicy(RankPolicy.Basis.EXACT, 0, RankPolicy.Ties.COMPETITION);
    }
    RankPolicy policy =
        new RankPolicy(
            section.get().choice("on", RankPolicy.Basis.class, RankPolicy.Basis.EXACT),
            section.get().whole("decimals", 2, 0, 10),
            section.get().choice("ties", RankPolicy.Ties.class, RankPolicy.Ties.COMPETITION));
    section.get().done();
    return policy;
  }

  private int peers() {
    Optional<Section> section = root.optionalSection("peers");
    if (section.isEmpty()) {
      return 5;
    }
    String same = section.get().text("same", "level");
    if (!same.equals("level")) {
      section
          .get()
          .fault("same", Bilingual.of("“%s”无效，可用：level", "'%s' is not one of: level", same));
    }
    int least = section.get().whole("at_least", 5, 1, 10_000);
    section.get().done();
    return least;
  }

  private Units units() {
    List<Unit> more = new ArrayList<>();
    for (Section section : root.sections("units")) {
      int before = faults.count();
      String symbol = section.text("symbol");
      String quantity = section.text("quantity");
      Optional<Fraction> factor =
          section.parsed(
              "factor",
              Fraction::parse,
              "数字或分数，如 10000 或 2000/3",
              "a number such as 10000 or 2000/3");
      section.done();
      Optional<Unit> unit =
          section.build(before, () -> new Unit(symbol, quantity, factor.orElseThrow()));
      unit.ifPresent(more::add);
      if (unit.isEmpty() && !symbol.isBlank()) {
        // Known by name, so that its statistics are not reported as well.
        more.add(new Unit(symbol, symbol, Fraction.ONE));
      }
    }
    return Units.shipped().with(more);
  }

  private Map<String, Grain> grains() {
    Map<String, Grain> grains = new TreeMap<>();
    root.optionalSection("unit_sets")
        .ifPresent(
            section ->
                section
                    .names()
                    .forEach(
                        name ->
                            grains.put(name, new Grain(name, Set.copyOf(section.texts(name))))));
    return grains;
  }

  /** Each group must hold something that weighs, or its score would divide by nought. */
  private void checkGroups(List<Group> groups, List<Indicator> indicators) {
    for (Group group : groups) {
      BigDecimal below =
          indicators.stream()
              .filter(indicator -> indicator.dimension().equals(group.id()))
              .map(Indicator::weight)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal groupsBelow =
          groups.stream()
              .filter(other -> other.within().equals(group.id()))
              .map(Group::weight)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (below.add(groupsBelow).signum() == 0) {
        root.fault(
            "dimensions",
            Bilingual.of(
                "维度“%s”下的权重合计为 0", "the weights within dimension '%s' add up to 0", group.id()));
      }
    }
  }

  private List<Profile> profiles(List<Indicator> indicators, Levels levels) {
    Map<String, Indicator> byId = new LinkedHashMap<>();
    indicators.forEach(indicator -> byId.put(indicator.id(), indicator));
    List<Profile> profiles = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : root.sections("profiles")) {
      int before = faults.count();
      String id = section.id("id");
      if (id.toLowerCase(Locale.ROOT).equals(Profile.PLAN)) {
        section.fault("id", new Bilingual("“plan”为保留名称", "'plan' is reserved"));
      }
      if (!ids.add(id)) {
        section.fault("id", Bilingual.of("目标组“%s”重复", "profile '%s' stands twice", id));
      }
      Bilingual name = section.bilingual("name");
      Source source = IndicatorReader.source(section);
      Map<String, List<Target>> targets =
          new TargetReader(Optional.of(levels), faults)
              .readAll(section, byId, root.ids("indicators"));
      section.done();
      section.build(before, () -> new Profile(id, name, source, targets)).ifPresent(profiles::add);
    }
    return profiles;
  }
}
