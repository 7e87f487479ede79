package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.check.Breach;
import io.silvergauge.indicators.check.Severity;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Named;
import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Measure;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Works out indicators for regions, exactly.
 *
 * <p>By hand: 3,000 nursing-type beds of 5,000 in one county and 1,000 of 3,000 in another make
 * 4,000 / 8,000 = 50 %, not the mean of 60 % and 33.3 %.
 */
public final class Outcomes {
  private static final Fraction HUNDRED = Fraction.of(100);

  private final Scheme scheme;
  private final RegionTree tree;
  private final Reported reported;
  private final RollUp rollUp;
  private final RegisterFigures registers;

  /**
   * Works on what {@code reported} says of the regions in {@code tree}, by the rules of a scheme.
   */
  public Outcomes(Scheme scheme, RegionTree tree, Reported reported) {
    this.scheme = scheme;
    this.tree = tree;
    this.reported = reported;
    this.rollUp = new RollUp(scheme, tree, reported);
    this.registers = new RegisterFigures(scheme, tree, reported);
  }

  /** Every reported sum that has gone into a figure so far, sorted. */
  public List<LeafSum> used() {
    return Stream.concat(rollUp.used().stream(), registers.used().stream())
        .sorted(LeafSum.ORDER)
        .toList();
  }

  /**
   * Holds what was reported of a region's units against the checks of the scheme. What an error
   * speaks against goes into no figure that is worked out from now on; every check sees what was
   * reported, whatever another says of it.
   *
   * @return what they speak against, sorted by check, region
   */
  public List<Breach> check(String region, Period period) {
    List<Breach> breaches =
        new UnitChecks(scheme, tree, new RollUp(scheme, tree, reported)).of(region, period);
    for (Breach breach : breaches) {
      if (breach.check().severity() == Severity.ERROR) {
        Bilingual why =
            Bilingual.of("检查 %s：%s", "check %s: %s", breach.check().id(), breach.message());
        breach.seen().stream()
            .filter(seen -> period.contains(seen.period()))
            .forEach(
                seen -> seen.units().forEach(unit -> rollUp.hold(unit, seen.statistic(), why)));
      }
    }
    return breaches;
  }

  /** What an indicator came to for a region and period. */
  public Figure figure(Indicator indicator, String region, Period period) {
    Measure measure = indicator.measure();
    if (!indicator.scope().covers(tree.region(region).level())) {
      return absent(
          indicator,
          Reason.NOT_APPLICABLE,
          Bilingual.of(
              "只适用于：%s",
              "it applies only to: %s", String.join(", ", indicator.scope().appliesTo())),
          Quality.NONE,
          List.of());
    }
    if (measure instanceof RegisterMeasure listed) {
      return registers.figure(indicator, listed, region, period);
    }
    if (measure instanceof Measure.EachUnit each) {
      return eachUnit(indicator, each, region, period);
    }
    Found found = found(measure, region, period);
    return new Figure(
        indicator.id(),
        found.outcome(),
        found.quality(),
        units(measure, region, period),
        found.documents(),
        found.parts().isEmpty() ? List.of() : List.of(Behind.ofParts(found.parts())));
  }

  /** What a measure of statistics comes to for a region and period, whatever is evaluated. */
  public Outcome outcome(Measure measure, String region, Period period) {
    return found(measure, region, period).outcome();
  }

  private record Found(
      Outcome outcome, Quality quality, List<String> documents, List<Behind.Part> parts) {
    Found(Outcome outcome, Quality quality, List<String> documents) {
      this(outcome, quality, documents, List.of());
    }

    static Found absent(Reason reason, Bilingual detail, Quality quality) {
      return absent(reason, detail, quality, List.of());
    }

    static Found absent(Reason reason, Bilingual detail, Quality quality, List<Behind.Part> parts) {
      return new Found(new Outcome.Absent(reason, detail), quality, List.of(), parts);
    }
  }

  private Found found(Measure measure, String region, Period period) {
    if (measure instanceof Measure.Ratio ratio) {
      return ratio.over() == Measure.OverMonths.WHOLE
          ? ratio(ratio, region, period)
          : overMonths(ratio, region, period);
    }
    if (measure instanceof Measure.Count count) {
      return plain(count.of(), region, period);
    }
    String statistic =
        measure instanceof Measure.Amount amount
            ? amount.of()
            : ((Measure.Conditions) measure).of();
    return plain(new Formula.Input(statistic), rollUp.own(region, statistic, period));
  }

  /** A formula with nothing to set it against. */
  private Found plain(Formula formula, String region, Period period) {
    return plain(formula, rollUp.sums(region, formula.inputs(), period, false));
  }

  private static Found plain(Formula formula, RollUp.Sums sums) {
    if (sums instanceof RollUp.Sums.Lacking lacking) {
      return Found.absent(lacking.reason(), lacking.detail(), lacking.quality());
    }
    RollUp.Sums.Complete complete = (RollUp.Sums.Complete) sums;
    Optional<Fraction> value = formula.evaluate(complete.values()::get);
    if (value.isEmpty()) {
      return Found.absent(
          Reason.ZERO_DENOMINATOR, Bilingual.same(formula.toString()), complete.quality());
    }
    return new Found(
        new Outcome.Amount(value.get(), value.get(), Fraction.ONE),
        complete.quality(),
        complete.documents());
  }

  private Found ratio(Measure.Ratio ratio, String region, Period period) {
    RollUp.Sums sums = rollUp.sums(region, ratio.inputs(), period, ratio.paired());
    if (sums instanceof RollUp.Sums.Lacking lacking) {
      return Found.absent(lacking.reason(), lacking.detail(), lacking.quality());
    }
    RollUp.Sums.Complete complete = (RollUp.Sums.Complete) sums;
    Optional<Fraction> of = ratio.of().evaluate(complete.values()::get);
    Optional<Fraction> in = ratio.in().evaluate(complete.values()::get);
    List<Behind.Part> parts = parts(ratio, complete);
    if (of.isEmpty() || in.isEmpty() || in.get().signum() == 0) {
      return Found.absent(
          Reason.ZERO_DENOMINATOR,
          Bilingual.same(ratio.in().toString()),
          complete.quality(),
          parts);
    }
    if (!parts.isEmpty() && (of.get().signum() < 0 || in.get().signum() < 0)) {
      boolean numerator = of.get().signum() < 0;
      return Found.absent(
          Reason.MORE_LEFT_OUT,
          Bilingual.same(
              (numerator ? ratio.of() : ratio.in())
                  + " = "
                  + (numerator ? of.get() : in.get()).printed().toPlainString()),
          complete.quality(),
          parts);
    }
    if (ratio.isShare() && of.get().compareTo(in.get()) > 0) {
      return Found.absent(
          Reason.IMPOSSIBLE_SHARE,
          Bilingual.same(
              of.get().printed().toPlainString() + " > " + in.get().printed().toPlainString()),
          complete.quality(),
          parts);
    }
    Fraction value = of.get().times(ratio.factor()).dividedBy(in.get());
    return new Found(
        new Outcome.Amount(value, of.get(), in.get()),
        complete.quality(),
        complete.documents(),
        parts);
  }

  /** What a share is made of, where something is left out of it. */
  private static List<Behind.Part> parts(Measure.Ratio ratio, RollUp.Sums.Complete sums) {
    return ratio.parts().stream()
        .map(
            part ->
                new Behind.Part(
                    part.role(),
                    part.formula().toString(),
                    part.formula()
                        .evaluate(sums.values()::get)
                        .map(Fraction::printed)
                        .orElse(null)))
        .toList();
  }

  /** The ratio of each month; then the lowest, or all months' sums together. */
  private Found overMonths(Measure.Ratio ratio, String region, Period period) {
    Found lowest = null;
    Quality quality = Quality.NONE;
    Set<String> documents = new TreeSet<>();
    Fraction of = Fraction.ZERO;
    Fraction in = Fraction.ZERO;
    List<Behind.Part> parts = List.of();
    for (Period month : period.eachMonth()) {
      Found found = ratio(ratio, region, month);
      if (!(found.outcome() instanceof Outcome.Amount amount)) {
        Outcome.Absent absent = (Outcome.Absent) found.outcome();
        return Found.absent(
            absent.reason(),
            Bilingual.of("%s：%s", "%s: %s", month, absent.detail()),
            found.quality(),
            found.parts());
      }
      parts = lowest == null ? found.parts() : added(parts, found.parts());
      of = of.plus(amount.numerator());
      in = in.plus(amount.denominator());
      quality = joined(quality, found.quality());
      documents.addAll(found.documents());
      if (lowest == null
          || amount.value().compareTo(((Outcome.Amount) lowest.outcome()).value()) < 0) {
        lowest = found;
      }
    }
    if (lowest == null || ratio.over() == Measure.OverMonths.MIN) {
      return lowest;
    }
    Fraction value = of.times(ratio.factor()).dividedBy(in);
    Quality all = quality.over(lowest.quality().present(), lowest.quality().expected());
    return new Found(new Outcome.Amount(value, of, in), all, List.copyOf(documents), parts);
  }

  /** The parts of several months, each added up. */
  private static List<Behind.Part> added(List<Behind.Part> parts, List<Behind.Part> more) {
    List<Behind.Part> sums = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Behind.Part part = parts.get(i);
      sums.add(new Behind.Part(part.role(), part.formula(), part.value().add(more.get(i).value())));
    }
    return sums;
  }

  /** What each leaf came to by itself, where the figure is rolled up from several. */
  private List<Figure.UnitFigure> units(Measure measure, String region, Period period) {
    List<Figure.UnitFigure> units = new ArrayList<>();
    Set<String> codes = new TreeSet<>();
    if (measure instanceof Measure.Amount || measure instanceof Measure.Conditions) {
      return units;
    }
    for (String input : measure.inputs()) {
      rollUp.leavesOf(region, input, period).stream().map(Region::code).forEach(codes::add);
    }
    if (codes.size() < 2) {
      return units;
    }
    for (String code : codes) {
      units.add(
          new Figure.UnitFigure(
              code, found(measure, code, period).outcome(), Figure.Meets.NOT_ASKED));
    }
    return units;
  }

  /** A unit to which the indicator applies, and what was found of it. */
  private record Asked(Region unit, Found found) {
    boolean known() {
      return found.outcome() instanceof Outcome.Amount;
    }

    String name() {
      return unit.code() + " " + unit.name().zh();
    }
  }

  private Figure eachUnit(
      Indicator indicator, Measure.EachUnit each, String region, Period period) {
    List<Region> units = tree.units(region, each.units().levels(), period.lastDay());
    List<Figure.UnitFigure> figures = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    for (Region unit : units) {
      Found found = plain(each.count(), unit.code(), period);
      figures.add(
          new Figure.UnitFigure(unit.code(), found.outcome(), meets(each, found.outcome())));
      if (!notApplicable(found.outcome())) {
        asked.add(new Asked(unit, found));
      }
    }
    if (asked.isEmpty()) {
      Bilingual why =
          units.isEmpty()
              ? Bilingual.of("没有此类单位（%s）", "there are no such units (%s)", each.units().name())
              : new Bilingual("各单位均不适用", "it applies to none of the units");
      return absent(indicator, Reason.NOT_APPLICABLE, why, Quality.NONE, figures);
    }
    List<Asked> known = asked.stream().filter(Asked::known).toList();
    Quality quality =
        known.stream()
            .map(one -> one.found().quality())
            .reduce(Quality.NONE, Outcomes::joined)
            .over(known.size(), asked.size());
    if (known.size() < asked.size()) {
      return lacking(indicator, asked, known.isEmpty(), quality, figures);
    }
    long met = figures.stream().filter(figure -> figure.meets() == Figure.Meets.YES).count();
    Fraction all = Fraction.of(asked.size());
    Set<String> documents = new TreeSet<>();
    known.forEach(one -> documents.addAll(one.found().documents()));
    return new Figure(
        indicator.id(),
        new Outcome.Amount(Fraction.of(met).times(HUNDRED).dividedBy(all), Fraction.of(met), all),
        quality,
        figures,
        List.copyOf(documents),
        List.of());
  }

  /**
   * Names the units of which nothing is known; where that is all of them, with their own reason.
   */
  private static Figure lacking(
      Indicator indicator,
      List<Asked> asked,
      boolean all,
      Quality quality,
      List<Figure.UnitFigure> figures) {
    List<Asked> unknown = asked.stream().filter(one -> !one.known()).toList();
    Set<Reason> reasons = new TreeSet<>();
    unknown.forEach(one -> reasons.add(((Outcome.Absent) one.found().outcome()).reason()));
    Reason reason =
        !all
            ? Reason.INCOMPLETE
            : reasons.size() == 1 ? reasons.iterator().next() : Reason.INPUT_MISSING;
    return absent(
        indicator,
        reason,
        Bilingual.of(
            "%d 个单位中缺 %d 个：%s",
            "%1$d units, %2$d of them missing: %3$s",
            asked.size(),
            unknown.size(),
            Named.first(unknown, Asked::name)),
        quality,
        figures);
  }

  private static Figure absent(
      Indicator indicator,
      Reason reason,
      Bilingual detail,
      Quality quality,
      List<Figure.UnitFigure> units) {
    return new Figure(
        indicator.id(), new Outcome.Absent(reason, detail), quality, units, List.of(), List.of());
  }

  private static Figure.Meets meets(Measure.EachUnit each, Outcome outcome) {
    if (!(outcome instanceof Outcome.Amount amount)) {
      return Figure.Meets.UNKNOWN;
    }
    return each.operator().reached(amount.value(), Fraction.of(each.bar()))
        ? Figure.Meets.YES
        : Figure.Meets.NO;
  }

  private static boolean notApplicable(Outcome outcome) {
    return outcome instanceof Outcome.Absent absent && absent.reason() == Reason.NOT_APPLICABLE;
  }

  private static Quality joined(Quality left, Quality right) {
    return new Quality(
        left.present() + right.present(),
        left.expected() + right.expected(),
        left.oldest().isBefore(right.oldest()) ? left.oldest() : right.oldest(),
        Math.max(left.age(), right.age()),
        left.status().orWorse(right.status()),
        left.tooSmall() + right.tooSmall());
  }
}
