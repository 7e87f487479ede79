package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Outcome;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Measure;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.VisitPolicy;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.verification.Drawing;
import io.silvergauge.indicators.verification.Found;
import io.silvergauge.indicators.verification.Verified;
import io.silvergauge.indicators.verification.Visit;
import io.silvergauge.indicators.verification.VisitRound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the figures of one city against what visits found, and says what that comes to. */
final class SiteChecks {
  private static final Fraction HUNDRED = Fraction.of(100);

  private final Scheme scheme;
  private final RegionTree tree;
  private final String city;
  private final Map<String, VisitRound> rounds = new TreeMap<>();

  /**
   * What visits found of a city in a period.
   *
   * @param all rounds of any city and period; of one figure there is one at most
   */
  SiteChecks(Scheme scheme, RegionTree tree, String city, String period, List<VisitRound> all) {
    this.scheme = scheme;
    this.tree = tree;
    this.city = city;
    all.stream()
        .filter(round -> round.looksInto(city, period))
        .forEach(round -> rounds.put(round.indicator(), round));
  }

  /**
   * What was found of a figure.
   *
   * @param part which part of what was reported counts, exact; 1 where that counts as it is
   */
  record Checked(SiteCheck site, Fraction part) {
    /** What counts of what was reported. */
    Outcome counts(Outcome reported) {
      return reported instanceof Outcome.Amount amount && !part.equals(Fraction.ONE)
          ? new Outcome.Amount(
              amount.value().times(part), amount.numerator().times(part), amount.denominator())
          : reported;
    }
  }

  /** What was found of a figure; empty where no visit looked into it, or it has no value. */
  Optional<Checked> of(Indicator indicator, IndicatorResult result, Outcome outcome) {
    VisitRound round = rounds.get(indicator.id());
    return round == null || !(outcome instanceof Outcome.Amount amount)
        ? Optional.empty()
        : Optional.of(new Work(round, indicator, result, amount).check());
  }

  /** One figure held against its round. */
  private final class Work {
    private final VisitRound round;
    private final Indicator indicator;
    private final Outcome.Amount amount;
    private final Fraction reported;
    private final List<SampleFrame.Thing> frame;
    private final Map<String, Integer> sizes;
    private final List<Visit> visits = new ArrayList<>();
    private boolean passesAll;
    private final Map<Drawing.Thing, SampleFrame.Thing> known = new HashMap<>();

    Work(VisitRound round, Indicator indicator, IndicatorResult result, Outcome.Amount amount) {
      this.round = round;
      this.indicator = indicator;
      this.amount = amount;
      this.reported = amount.value();
      this.frame = SampleFrame.of(city, result);
      this.sizes = SampleFrame.sizes(frame);
      frame.forEach(thing -> known.put(thing.drawn(), thing));
      round.visits().stream()
          .filter(visit -> visit.city().equals(city) && known.containsKey(visit.thing()))
          .forEach(visits::add);
    }

    Checked check() {
      Verified verified = Verified.of(sizes, visits.stream().map(this::look).toList());
      passesAll =
          indicator.measure() instanceof Measure.Ratio ratio
              && ratio.isShare()
              && verified
                  .part()
                  .map(part -> part.times(amount.numerator()).compareTo(amount.denominator()) > 0)
                  .orElse(false);
      VisitPolicy.Rule rule = scheme.policies().visits().of(indicator.id());
      boolean applied = applies(rule, verified);
      boolean counts = applied && rule.effect() instanceof VisitPolicy.UseVerified;
      return new Checked(
          site(verified, rule, applied, counts),
          counts ? verified.part().orElseThrow() : Fraction.ONE);
    }

    private SiteCheck site(
        Verified verified, VisitPolicy.Rule rule, boolean applied, boolean counts) {
      Optional<Fraction> part = verified.part();
      Optional<Fraction> value = part.map(reported::times);
      double of = reported.toDouble();
      return new SiteCheck(
          round.id(),
          round.sheet().file(),
          round.sheet().sha256(),
          round.seed(),
          round.asOf(),
          round.received(),
          redrawn(),
          frame.size(),
          (int) round.drawn().stream().filter(one -> one.city().equals(city)).count(),
          visits.size(),
          count(Found.CONFIRMED),
          count(Found.CORRECTED),
          count(Found.NOT_FOUND),
          count(Found.FALSE),
          percent(part),
          percent(verified.low()),
          percent(verified.high()),
          value.map(Fraction::printed).orElse(null),
          verified.low() == null ? null : OutlookMaker.number(verified.low() * of),
          verified.high() == null ? null : OutlookMaker.number(verified.high() * of),
          verified.differs().orElse(null),
          passesAll
              ? new Bilingual(
                  "所核实的部分会使占比超过 100%，不予采用；请核对分母",
                  "what was found would bring the share above 100 %, so it is not used; look at the denominator")
              : verified.low() == null ? reason(verified) : null,
          rule.effect().code(),
          PolicyWords.visits(scheme, rule),
          applied,
          counts ? value.orElseThrow().printed() : null,
          strata(),
          visits.stream().map(this::visited).toList());
    }

    /** Whether the policy takes hold; without an interval nothing but what was found tells. */
    private boolean applies(VisitPolicy.Rule rule, Verified verified) {
      if (rule.effect() instanceof VisitPolicy.UseReported
          || verified.part().isEmpty()
          || passesAll) {
        return false;
      }
      boolean costs = !(rule.effect() instanceof VisitPolicy.UseVerified);
      if (costs && !claimsTooMuch(verified)) {
        return false;
      }
      return switch (rule.when()) {
        case DIFFERS -> verified.differs().orElse(false);
        case FALSE_FOUND -> count(Found.FALSE) > 0;
        case ALWAYS -> true;
      };
    }

    /** Whether what was reported is better than what was found. */
    private boolean claimsTooMuch(Verified verified) {
      int order = verified.found().compareTo(verified.reported());
      return indicator.higherIsBetter() ? order < 0 : order > 0;
    }

    private Bilingual reason(Verified verified) {
      if (visits.isEmpty()) {
        return new Bilingual("尚未核查", "nobody has been there yet");
      }
      Set<String> seen =
          visits.stream().map(visit -> visit.thing().stratum()).collect(Collectors.toSet());
      long unseen = sizes.keySet().stream().filter(stratum -> !seen.contains(stratum)).count();
      if (unseen > 0) {
        return Bilingual.of(
            "%d 层中有 %d 层尚未核查", "of %d strata %d have not been looked at", sizes.size(), unseen);
      }
      return verified.lack().text();
    }

    /** Whether the sample is what the seed draws from what stands behind the figure. */
    private boolean redrawn() {
      Map<String, List<Drawing.Thing>> things = new TreeMap<>();
      known
          .keySet()
          .forEach(
              thing ->
                  things.computeIfAbsent(thing.stratum(), key -> new ArrayList<>()).add(thing));
      Map<String, Set<Drawing.Thing>> drawn = new TreeMap<>();
      round.drawn().stream()
          .filter(one -> one.city().equals(city))
          .forEach(
              one ->
                  drawn
                      .computeIfAbsent(one.thing().stratum(), key -> new HashSet<>())
                      .add(one.thing()));
      return sizes.entrySet().stream()
          .allMatch(
              stratum -> {
                Set<Drawing.Thing> own = drawn.getOrDefault(stratum.getKey(), Set.of());
                return stratum.getValue().equals(round.strata().get(stratum.getKey()))
                    && own.equals(
                        Set.copyOf(
                            Drawing.first(things.get(stratum.getKey()), own.size(), round.seed())));
              });
    }

    private List<SiteCheck.Stratum> strata() {
      List<SiteCheck.Stratum> strata = new ArrayList<>();
      sizes.forEach(
          (stratum, size) -> {
            List<Visit> own =
                visits.stream().filter(one -> one.thing().stratum().equals(stratum)).toList();
            Verified verified =
                Verified.of(Map.of(stratum, size), own.stream().map(this::look).toList());
            String region = stratum.substring(stratum.indexOf('/') + 1);
            strata.add(
                new SiteCheck.Stratum(
                    region,
                    tree.find(region).map(one -> one.name()).orElse(Bilingual.EMPTY),
                    size,
                    own.size(),
                    verified.confirmed(),
                    sum(own, this::reported),
                    sum(own, Visit::number),
                    percent(verified.part()),
                    percent(verified.low()),
                    percent(verified.high())));
          });
      return strata;
    }

    private SiteCheck.Visited visited(Visit visit) {
      SampleFrame.Thing thing = known.get(visit.thing());
      return new SiteCheck.Visited(
          thing.region(),
          thing.record().isEmpty() ? null : thing.record(),
          thing.name(),
          visit.found().code(),
          thing.numerator(),
          visit.number(),
          visit.evidence(),
          visit.by(),
          visit.date(),
          visit.remark().isEmpty() ? null : visit.remark(),
          visit.sheet().isEmpty() ? null : visit.sheet(),
          visit.row(),
          thing.place().isEmpty() ? null : thing.place());
    }

    /** Held against what is reported now: what was put right since is no difference any more. */
    private Verified.Look look(Visit visit) {
      return new Verified.Look(
          visit.thing().stratum(),
          reported(visit),
          visit.number(),
          visit.found() == Found.CONFIRMED);
    }

    private BigDecimal reported(Visit visit) {
      return known.get(visit.thing()).numerator();
    }

    private int count(Found found) {
      return (int) visits.stream().filter(visit -> visit.found() == found).count();
    }
  }

  private static BigDecimal sum(List<Visit> visits, Function<Visit, BigDecimal> number) {
    return visits.stream().map(number).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal percent(Optional<Fraction> part) {
    return part.map(one -> one.times(HUNDRED).printed()).orElse(null);
  }

  private static BigDecimal percent(Double part) {
    return part == null ? null : OutlookMaker.number(part * 100);
  }
}
