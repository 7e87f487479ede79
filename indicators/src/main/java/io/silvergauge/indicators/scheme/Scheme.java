package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.check.Check;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.Tally;
import io.silvergauge.indicators.score.Grades;
import io.silvergauge.indicators.score.RankPolicy;
import io.silvergauge.indicators.statistic.Grain;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.Units;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A dated edition of the rule book. Whole and consistent from birth: {@link SchemeReader} refuses
 * anything else.
 *
 * @param id its identifier
 * @param edition name of the edition
 * @param validFrom day from which it applies, as written; empty where none is set
 * @param validTo last day on which it applies, as written; empty where none is set
 * @param bases names and editions of the schemes it extends, the nearest first
 * @param name its Chinese and English name
 * @param notice what every report says about it; may be empty
 * @param fullScore score of full marks, for example 100
 * @param scoreDecimals decimals with which documents print scores
 * @param results which of the two results are worked out
 * @param groups dimensions in the order of the scheme, the total last
 * @param indicators in the order of the scheme
 * @param publishFrom percent of the total's weight that must be present, else it is withheld
 * @param grades grade bands
 * @param ranking how standings become ranks
 * @param peersAtLeast how many cities of one level make a group of peers; with fewer, all are peers
 * @param profiles in the order of the scheme
 * @param policies what it says beside
 * @param unitSets named sets of levels
 * @param statistics by id
 * @param registers by id
 * @param tallies how statistics come from registers, by the statistic's id; the others are reported
 * @param checks what reported values should keep, in the order of the scheme
 * @param classifications by what cities are told apart when results are compared
 * @param conduct topics, phases and how long findings may stay open
 * @param robustness by what changes ranks and grades are put to the test
 * @param units the units it knows
 * @param sha256 hash of the file it was read from
 */
public record Scheme(
    String id,
    String edition,
    String validFrom,
    String validTo,
    List<String> bases,
    Bilingual name,
    Bilingual notice,
    BigDecimal fullScore,
    int scoreDecimals,
    Set<ResultKind> results,
    List<Group> groups,
    List<Indicator> indicators,
    BigDecimal publishFrom,
    Grades grades,
    RankPolicy ranking,
    int peersAtLeast,
    List<Profile> profiles,
    Policies policies,
    Map<String, Grain> unitSets,
    Map<String, Statistic> statistics,
    Map<String, Register> registers,
    Map<String, Tally> tallies,
    List<Check> checks,
    List<Classification> classifications,
    Conduct conduct,
    Robustness robustness,
    Units units,
    String sha256)
    implements Serializable {
  public Scheme {
    results = Set.copyOf(results);
    groups = List.copyOf(groups);
    indicators = List.copyOf(indicators);
    profiles = List.copyOf(profiles);
    bases = List.copyOf(bases);
    unitSets = Collections.unmodifiableMap(new TreeMap<>(unitSets));
    statistics = Collections.unmodifiableMap(new TreeMap<>(statistics));
    registers = Collections.unmodifiableMap(new TreeMap<>(registers));
    checks = List.copyOf(checks);
    classifications = List.copyOf(classifications);
    tallies = Collections.unmodifiableMap(new TreeMap<>(tallies));
  }

  /**
   * The statistic with this id.
   *
   * @throws IllegalArgumentException if the scheme has none
   */
  public Statistic statistic(String name) {
    Statistic statistic = statistics.get(name);
    if (statistic == null) {
      throw new IllegalArgumentException("The scheme has no statistic '%s'".formatted(name));
    }
    return statistic;
  }

  /**
   * Whether evaluating a period can need what was reported for another: for its figures, or for the
   * checks that look at periods before it.
   */
  public boolean reaches(Statistic statistic, Period evaluated, Period reported) {
    int back =
        checks.stream()
            .filter(check -> check.rule().statistics().contains(statistic.id()))
            .mapToInt(check -> check.rule().periodsBack())
            .max()
            .orElse(0);
    return IntStream.rangeClosed(0, back)
        .anyMatch(periods -> statistic.reaches(evaluated.earlier(periods), reported));
  }

  /**
   * The plan that stands in for a city whose own is not on file: the scheme's own targets.
   *
   * @param level the city's level
   */
  public Plan planOf(String region, String level) {
    Map<String, Target> targets = new TreeMap<>();
    indicators.forEach(
        indicator ->
            indicator.target(level).ifPresent(target -> targets.put(indicator.id(), target)));
    return new Plan(
        region,
        name,
        Plan.Status.SCHEME,
        new Source(name.zh(), edition),
        targets,
        Map.of(),
        List.of());
  }

  /** The same rule book with less in it. */
  Scheme cutDown(
      List<Group> fewerGroups,
      List<Indicator> fewerIndicators,
      List<Profile> fewerProfiles,
      Policies fewerPolicies,
      List<Check> fewerChecks) {
    return new Scheme(
        id,
        edition,
        validFrom,
        validTo,
        bases,
        name,
        notice,
        fullScore,
        scoreDecimals,
        results,
        fewerGroups,
        fewerIndicators,
        publishFrom,
        grades,
        ranking,
        peersAtLeast,
        fewerProfiles,
        fewerPolicies,
        unitSets,
        statistics,
        registers,
        tallies,
        fewerChecks,
        classifications,
        conduct,
        robustness,
        units,
        sha256);
  }

  /** Whether it applies on the last day of a period. */
  public boolean appliesIn(Period period) {
    LocalDate day = period.lastDay();
    return (validFrom.isEmpty() || !day.isBefore(LocalDate.parse(validFrom)))
        && (validTo.isEmpty() || !day.isAfter(LocalDate.parse(validTo)));
  }
}
