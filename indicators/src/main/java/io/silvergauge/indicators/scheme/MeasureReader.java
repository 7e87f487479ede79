package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.formula.FormulaException;
import io.silvergauge.indicators.formula.Operation;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Grain;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what an indicator measures: exactly one of the kinds, its formulas over known statistics.
 */
final class MeasureReader {
  private static final List<String> KINDS =
      List.of(
          "share",
          "per_head",
          "per_100_households",
          "count",
          "amount",
          "each_unit",
          "conditions",
          "each_record",
          "tiers",
          "sequence",
          "records",
          "funnel");
  private static final Formula NONE = new Formula.Constant(Fraction.ZERO);

  private final Map<String, Statistic> statistics;
  private final Set<String> declared;
  private final Map<String, Grain> grains;
  private final RegisterMeasureReader listed;
  private final Faults faults;

  /**
   * Reads formulas over these statistics.
   *
   * @param declared ids of all statistics, those with faults of their own too
   * @param listed reads what is measured record by record
   */
  MeasureReader(
      Map<String, Statistic> statistics,
      Set<String> declared,
      Map<String, Grain> grains,
      RegisterMeasureReader listed,
      Faults faults) {
    this.statistics = statistics;
    this.declared = declared;
    this.grains = grains;
    this.listed = listed;
    this.faults = faults;
  }

  /**
   * What is measured, and in which unit.
   *
   * @param unit unit of the indicator's value; empty where it must be that of the statistics
   */
  record Read(Measure measure, String unit) {}

  Optional<Read> read(Section indicator) {
    List<String> found = KINDS.stream().filter(indicator::has).toList();
    if (found.size() != 1) {
      indicator.fault(
          "",
          Bilingual.of(
              "应恰有一种计算方式，却有 %d 种；可用：%s",
              "exactly one kind is needed, found %d; known are %s",
              found.size(),
              String.join(", ", KINDS)));
      found.forEach(indicator::optionalSection);
      return Optional.empty();
    }
    String kind = found.get(0);
    return indicator.section(kind).flatMap(section -> read(kind, section));
  }

  private Optional<Read> read(String kind, Section section) {
    int before = faults.count();
    Optional<Read> read =
        switch (kind) {
          case "share", "per_head", "per_100_households" -> ratio(kind, section);
          case "count" -> count(section);
          case "amount" -> amount(section);
          case "each_unit" -> eachUnit(section);
          case "conditions" ->
              section.has("sheet") ? listed.checklist(section) : conditions(section);
          default -> listed.read(kind, section);
        };
    section.done();
    return faults.count() > before ? Optional.empty() : read;
  }

  private Optional<Read> ratio(String kind, Section section) {
    Formula of = formula(section, "of");
    Formula in = formula(section, "in");
    boolean paired = section.flag("paired", false);
    Measure.OverMonths over =
        section.choice("over_months", Measure.OverMonths.class, Measure.OverMonths.WHOLE);
    List<Measure.Part> parts = new ArrayList<>();
    parts.add(new Measure.Part("of", of));
    parts.add(new Measure.Part("in", in));
    section
        .optionalSection("exclude")
        .ifPresent(
            exclude -> {
              leftOut(exclude, "of", "exclude_of", parts);
              leftOut(exclude, "in", "exclude_in", parts);
              exclude.done();
            });
    leftOut(section, "except", "except", parts);
    for (Measure.Part part : parts) {
      checkSummable(
          section, part.role().startsWith("exclude") ? "exclude" : part.role(), part.formula());
    }
    return ratio(kind, section, parts, paired, over);
  }

  private Optional<Read> ratio(
      String kind,
      Section section,
      List<Measure.Part> parts,
      boolean paired,
      Measure.OverMonths over) {
    Formula of = net(parts, "of", Set.of("exclude_of"));
    Formula in = net(parts, "in", Set.of("exclude_in", "except"));
    List<Measure.Part> kept = parts.size() > 2 ? parts : List.of();
    if (kind.equals("share")) {
      checkAlike(section, of, in);
      return Optional.of(
          new Read(new Measure.Ratio(kind, of, in, Fraction.of(100), paired, over, kept), "%"));
    }
    BigDecimal per =
        kind.equals("per_head") ? section.decimal("per", BigDecimal.ONE) : BigDecimal.valueOf(100);
    if (per.signum() <= 0) {
      section.fault(
          "per", Bilingual.of("应大于 0，却是 %s", "must be above 0, but was %s", per.toPlainString()));
    }
    String unit = section.text("unit");
    return Optional.of(
        new Read(new Measure.Ratio(kind, of, in, Fraction.of(per), paired, over, kept), unit));
  }

  private void leftOut(Section section, String name, String role, List<Measure.Part> parts) {
    if (section.has(name)) {
      parts.add(new Measure.Part(role, formula(section, name)));
    } else {
      section.text(name, ""); // asked for, so that it is known here
    }
  }

  /** A part less everything that is left out of it. */
  private static Formula net(List<Measure.Part> parts, String role, Set<String> less) {
    Formula net = NONE;
    for (Measure.Part part : parts) {
      if (part.role().equals(role)) {
        net = part.formula();
      } else if (less.contains(part.role())) {
        net = new Formula.Binary(Operation.MINUS, net, part.formula());
      }
    }
    return net;
  }

  private Optional<Read> count(Section section) {
    Formula of = formula(section, "of");
    checkSummable(section, "of", of);
    return Optional.of(new Read(new Measure.Count(of), unitOf(of)));
  }

  private Optional<Read> amount(Section section) {
    return statistic(section, "of").map(s -> new Read(new Measure.Amount(s.id()), s.unit()));
  }

  private Optional<Read> eachUnit(Section section) {
    Formula count = formula(section, "count");
    Operator operator = TargetReader.operator(section);
    BigDecimal bar = TargetReader.value(section, operator);
    String units = section.text("units");
    Grain grain = grains.get(units);
    if (grain == null) {
      section.fault(
          "units",
          Bilingual.of(
              "未知单位集合“%s”；可用：%s",
              "unknown unit set '%s'; known are %s", units, String.join(", ", grains.keySet())));
      return Optional.empty();
    }
    return Optional.of(new Read(new Measure.EachUnit(count, operator, bar, grain), "%"));
  }

  private Optional<Read> conditions(Section section) {
    Optional<Statistic> statistic = statistic(section, "of");
    if (statistic.isPresent() && !statistic.get().yesNo()) {
      section.fault(
          "of",
          Bilingual.of(
              "统计量“%s”不是是否型（type: yes_no）",
              "statistic '%s' is not of type yes_no", statistic.get().id()));
    }
    return statistic.map(s -> new Read(new Measure.Conditions(s.id()), "项"));
  }

  private Optional<Statistic> statistic(Section section, String name) {
    String id = section.text(name);
    if (!id.isEmpty() && !declared.contains(id)) {
      section.fault(name, unknown(id));
    }
    return Optional.ofNullable(statistics.get(id));
  }

  private Formula formula(Section section, String name) {
    String text = section.text(name);
    if (text.isEmpty()) {
      return NONE;
    }
    try {
      Formula formula = Formula.parse(text);
      for (String input : formula.inputs()) {
        if (!declared.contains(input)) {
          section.fault(name, unknown(input));
        }
      }
      return formula;
    } catch (FormulaException e) {
      section.fault(name, Bilingual.of("公式“%s”：%s", "formula '%s': %s", text, e.text()));
      return NONE;
    }
  }

  /**
   * Numerator and denominator of a share must be in one unit, or the share is wrong by a factor.
   */
  private void checkAlike(Section section, Formula of, Formula in) {
    Set<String> units = new TreeSet<>();
    for (Formula formula : List.of(of, in)) {
      for (String input : formula.inputs()) {
        if (statistics.containsKey(input)) {
          units.add(statistics.get(input).unit());
        }
      }
    }
    if (units.size() > 1) {
      section.fault(
          "",
          Bilingual.of(
              "分子与分母的单位须相同，却有 %s",
              "numerator and denominator must be in one unit, but are in %s",
              String.join(", ", units)));
    }
  }

  private String unitOf(Formula formula) {
    return formula.inputs().stream()
        .filter(statistics::containsKey)
        .map(name -> statistics.get(name).unit())
        .findFirst()
        .orElse("");
  }

  private void checkSummable(Section section, String name, Formula formula) {
    for (String input : formula.inputs()) {
      if (statistics.containsKey(input) && statistics.get(input).time() == TimeKind.STATED) {
        section.fault(
            name,
            Bilingual.of(
                "统计量“%s”只是申报的比率，不能相加；请用 amount",
                "statistic '%s' is a stated rate, which is never summed; use amount", input));
      }
    }
  }

  private Bilingual unknown(String id) {
    return Bilingual.of(
        "未知统计量“%s”%s", "unknown statistic '%s'%s", id, Suggestion.nearest(id, declared));
  }
}
