package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.score.Posts;
import io.silvergauge.indicators.score.ScoringRule;
import io.silvergauge.indicators.statistic.Grain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the indicators of a scheme. */
final class IndicatorReader {
  private static final String REGION = "region";

  private final MeasureReader measures;
  private final Set<String> dimensions;
  private final Levels levels;
  private final Set<String> phases;
  private final BigDecimal full;
  private final Faults faults;
  private final boolean ofPlan;
  private final Set<String> taken = new TreeSet<>();

  private enum Direction {
    HIGHER,
    LOWER
  }

  IndicatorReader(
      MeasureReader measures,
      Set<String> dimensions,
      Levels levels,
      Set<String> phases,
      BigDecimal full,
      Faults faults) {
    this(measures, dimensions, levels, phases, full, faults, false);
  }

  private IndicatorReader(
      MeasureReader measures,
      Set<String> dimensions,
      Levels levels,
      Set<String> phases,
      BigDecimal full,
      Faults faults,
      boolean ofPlan) {
    this.measures = measures;
    this.dimensions = dimensions;
    this.levels = levels;
    this.phases = phases;
    this.full = full;
    this.faults = faults;
    this.ofPlan = ofPlan;
  }

  /** Reads indicators that a plan adds to its scheme's, over the scheme's statistics. */
  static IndicatorReader ofPlan(Scheme scheme, Faults faults) {
    Set<String> dimensions = new TreeSet<>();
    scheme.groups().stream()
        .filter(g -> !g.within().isEmpty())
        .forEach(g -> dimensions.add(g.id()));
    Set<String> phases = new TreeSet<>();
    scheme.conduct().phases().forEach(phase -> phases.add(phase.id()));
    IndicatorReader reader =
        new IndicatorReader(
            new MeasureReader(
                scheme.statistics(),
                scheme.statistics().keySet(),
                scheme.unitSets(),
                new RegisterMeasureReader(
                    RegisterReader.of(scheme, faults),
                    Map.of(),
                    Set.of(),
                    scheme.unitSets(),
                    faults),
                faults),
            dimensions,
            new Levels(scheme.unitSets()),
            phases,
            scheme.fullScore(),
            faults,
            true);
    scheme.indicators().forEach(indicator -> reader.taken.add(indicator.id()));
    return reader;
  }

  /** The scheme's indicators, of which there must be one. */
  List<Indicator> read(Section scheme) {
    int before = faults.count();
    List<Indicator> indicators = read(scheme, "indicators");
    if (indicators.isEmpty() && faults.count() == before) {
      scheme.fault("indicators", new Bilingual("至少需要一个指标", "at least one indicator is needed"));
    }
    return indicators;
  }

  /** The indicators in a list. */
  List<Indicator> read(Section holder, String field) {
    List<Indicator> indicators = new ArrayList<>();
    Set<String> ids = new HashSet<>(dimensions);
    ids.addAll(taken);
    ids.add(Group.TOTAL);
    for (Section section : holder.sections(field)) {
      Optional<Indicator> indicator = indicator(section);
      if (indicator.isEmpty()) {
        continue;
      }
      if (ids.add(indicator.get().id())) {
        indicators.add(indicator.get());
      } else {
        section.fault(
            "id",
            Bilingual.of(
                "指标“%s”重复，或与维度同名",
                "indicator '%s' stands twice or has the id of a dimension", indicator.get().id()));
      }
    }
    return indicators;
  }

  private Optional<Indicator> indicator(Section section) {
    int before = faults.count();
    String id = section.id("id");
    Bilingual name = section.bilingual("name");
    String dimension = dimension(section);
    Optional<MeasureReader.Read> measure = measures.read(section);
    Scope scope = scope(section, measure.map(MeasureReader.Read::measure));
    boolean higher = section.choice("better", Direction.class) == Direction.HIGHER;
    String unit = measure.map(MeasureReader.Read::unit).orElse("");
    List<Target> targets = new TargetReader(Optional.of(levels), faults).own(section, unit);
    List<Posts> posts = new ScoringReader(faults).posts(section);
    ScoringRule scoring = new ScoringReader(faults).scoring(section, posts);
    List<LevelRule> byLevel = byLevel(section, posts, scoring);
    BigDecimal adds = section.decimal("adds", BigDecimal.ZERO);
    BigDecimal weight =
        section.has("adds")
            ? section.decimal("weight", BigDecimal.ZERO)
            : section.decimal("weight");
    Indicator.MissingPolicy missing =
        section.choice("missing", Indicator.MissingPolicy.class, Indicator.MissingPolicy.REWEIGHT);
    int decimals = section.whole("decimals", 2, 0, 6);
    Source source = source(section);
    String department = section.text("department", "");
    String phase = phase(section);
    List<String> evidence = section.texts("evidence");
    Bilingual note = section.optionalBilingual("note");
    Steps steps =
        ofPlan ? StepsReader.none(section) : new StepsReader(full, faults).read(section, posts);
    section.done();
    if (measure.isEmpty()) {
      return Optional.empty();
    }
    return section.build(
        before,
        () ->
            new Indicator(
                id,
                name,
                dimension,
                measure.orElseThrow().measure(),
                scope,
                unit,
                higher,
                targets,
                posts,
                steps,
                scoring,
                byLevel,
                weight,
                adds,
                missing,
                decimals,
                source,
                department,
                phase,
                evidence,
                note));
  }

  private List<LevelRule> byLevel(Section indicator, List<Posts> posts, ScoringRule base) {
    List<LevelRule> rules = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Section section : indicator.sections("by_level")) {
      Set<String> only = levels.read(section);
      List<Posts> own = new ScoringReader(faults).posts(section);
      List<ScoringRule> scoring = new ArrayList<>();
      if (section.has("scoring")) {
        scoring.add(new ScoringReader(faults).scoring(section, own.isEmpty() ? posts : own));
      } else if (!own.isEmpty() && base instanceof ScoringRule.Goalposts) {
        scoring.add(new ScoringRule.Goalposts(own.get(0)));
      }
      section.done();
      if (only.isEmpty() && !section.has("levels")) {
        section.fault("levels", new Bilingual("缺少此字段", "this field is missing"));
      } else if (!only.isEmpty() && seen.containsAll(only)) {
        section.fault(
            "levels",
            new Bilingual(
                "此规则不会用到：前面的规则已包含这些层级",
                "this rule never holds: those before it are for these levels already"));
      }
      seen.addAll(only);
      rules.add(new LevelRule(only, own, scoring));
    }
    return rules;
  }

  private String dimension(Section section) {
    String dimension = section.text("dimension");
    if (!dimension.isEmpty() && !dimensions.contains(dimension)) {
      section.fault(
          "dimension",
          Bilingual.of(
              "未知维度“%s”%s",
              "unknown dimension '%s'%s", dimension, Suggestion.nearest(dimension, dimensions)));
    }
    return dimension;
  }

  private String phase(Section section) {
    String phase = section.text("phase", "");
    if (!phase.isEmpty() && !phases.contains(phase)) {
      section.fault(
          "phase",
          Bilingual.of(
              "未知阶段“%s”%s", "unknown phase '%s'%s", phase, Suggestion.nearest(phase, phases)));
    }
    return phase;
  }

  private Scope scope(Section section, Optional<Measure> measure) {
    String name = section.text("subject", REGION);
    Grain subject = name.equals(REGION) ? Grain.SELF : levels.sets().get(name);
    if (subject == null) {
      section.fault(
          "subject",
          Bilingual.of(
              "未知单位集合“%s”；可用 %s 或：%s",
              "unknown unit set '%s'; known are %s and %s",
              name,
              REGION,
              String.join(", ", levels.sets().keySet())));
    } else if (!name.equals(REGION)
        && measure.filter(one -> !(one instanceof RegisterMeasure)).isPresent()) {
      section.fault(
          "subject",
          new Bilingual(
              "只有按名录记录计算的指标可以取上级单位的值",
              "only what is measured of the records of a register can be that of a unit above"));
    }
    return new Scope(subject == null ? Grain.SELF : subject, levels.read(section, "applies_to"));
  }

  static Source source(Section section) {
    Optional<Section> source = section.optionalSection("source");
    if (source.isEmpty()) {
      return Source.NONE;
    }
    Source read = new Source(source.get().text("document"), source.get().text("clause", ""));
    source.get().done();
    return read;
  }
}
