package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Signing;
import io.silvergauge.indicators.finding.Note;
import io.silvergauge.indicators.finding.Response;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Special;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.verification.VisitRound;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.reports.ReportFormat;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An assessment folder, whole and consistent: {@link AssessmentReader} refuses anything else.
 *
 * @param folder where it stands
 * @param name its Chinese and English name
 * @param notice what every page says about its data; may be empty
 * @param periods periods it evaluates, in order of time
 * @param asOf its date as written; empty where none is set
 * @param scheme the rule book
 * @param regions all regions
 * @param cities the contact cities, by code
 * @param plans by city; cities without one are held against the scheme's own targets
 * @param sources how to read each kind of file, by id
 * @param deliveries everything that was received, by path
 * @param expected who owes what by when; empty where nobody is chased
 * @param unregistered files below {@code data/} that no delivery names, by path
 * @param files hash of every file that was read here, by name: what people wrote, not what was sent
 * @param precedence source ids; an earlier one goes before a later where two overlap
 * @param justifications what people say to warnings, sorted by period, check, region
 * @param responses what cities say to findings, and what was decided, in order of time
 * @param rounds what visits found of what was reported, as listed
 * @param notes what the evaluator writes about cities
 * @param signatures who stands for which evaluation, in order of time
 * @param gates limits beyond which nothing is taken in or published
 * @param languages languages of reports
 * @param formats formats of reports
 * @param editions for whom reports are published beside those for the ministry
 * @param store folder or URI of the store as written; empty for {@code <out>/store}
 */
public record Assessment(
    Path folder,
    Bilingual name,
    Bilingual notice,
    List<Period> periods,
    Optional<LocalDate> asOf,
    Scheme scheme,
    RegionTree regions,
    List<City> cities,
    Map<String, Plan> plans,
    Map<String, SourceDescription> sources,
    List<Delivery> deliveries,
    List<Expected> expected,
    List<String> unregistered,
    Map<String, String> files,
    List<String> precedence,
    List<Justification> justifications,
    List<Response> responses,
    List<VisitRound> rounds,
    List<Note> notes,
    List<Signing.Signature> signatures,
    Gates gates,
    Set<Language> languages,
    Set<ReportFormat> formats,
    Set<Edition> editions,
    String store) {
  public Assessment {
    periods = List.copyOf(periods);
    cities = List.copyOf(cities);
    plans = Collections.unmodifiableMap(new TreeMap<>(plans));
    sources = Collections.unmodifiableMap(new TreeMap<>(sources));
    deliveries = List.copyOf(deliveries);
    expected = List.copyOf(expected);
    unregistered = List.copyOf(unregistered);
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    precedence = List.copyOf(precedence);
    justifications = List.copyOf(justifications);
    responses = List.copyOf(responses);
    rounds = List.copyOf(rounds);
    notes = List.copyOf(notes);
    signatures = List.copyOf(signatures);
  }

  /** The same assessment with other formats of reports. */
  public Assessment withFormats(Set<ReportFormat> others) {
    return new Assessment(
        folder,
        name,
        notice,
        periods,
        asOf,
        scheme,
        regions,
        cities,
        plans,
        sources,
        deliveries,
        expected,
        unregistered,
        files,
        precedence,
        justifications,
        responses,
        rounds,
        notes,
        signatures,
        gates,
        languages,
        others,
        editions,
        store);
  }

  /**
   * The same assessment under what a special evaluation leaves of its rule book; notes are about
   * the comprehensive one.
   */
  public Assessment about(Special special) {
    Map<String, Plan> less = new TreeMap<>();
    plans.forEach((region, plan) -> less.put(region, special.plan(plan)));
    return new Assessment(
        folder,
        name,
        notice,
        periods,
        asOf,
        special.scheme(),
        regions,
        cities,
        less,
        sources,
        deliveries,
        expected,
        unregistered,
        files,
        precedence,
        justifications.stream()
            .filter(
                one -> special.scheme().checks().stream().anyMatch(c -> c.id().equals(one.check())))
            .toList(),
        responses,
        rounds,
        List.of(),
        signatures,
        gates,
        languages,
        formats,
        editions,
        store);
  }

  /** The folder of what was received. */
  public Path data() {
    return folder.resolve("data");
  }

  /** The plan a city is held against. */
  public Plan plan(String region) {
    Plan plan = plans.get(region);
    return plan == null ? scheme.planOf(region, regions.region(region).level()) : plan;
  }

  /** The contact cities on the last day of a period. */
  public List<City> citiesIn(Period period) {
    return cities.stream().filter(city -> city.enrolled().on(period.lastDay())).toList();
  }

  /**
   * The date up to which deliveries count: as given, as written, or the newest that was received.
   */
  public Optional<LocalDate> asOf(Optional<LocalDate> given) {
    return given
        .or(this::asOf)
        .or(() -> deliveries.stream().map(Delivery::received).max(LocalDate::compareTo));
  }
}
