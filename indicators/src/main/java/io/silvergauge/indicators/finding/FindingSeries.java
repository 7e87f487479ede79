package io.silvergauge.indicators.finding;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of the findings of a city over the periods: a function of what each period shows, and
 * of nothing that an earlier run has left.
 *
 * <p>What is found for the first time is new. What is found again is improving, worse or open, as
 * its gap says. What is no longer found is corrected, once; where the period cannot tell, it stays
 * open. What comes back after that is reopened, and its time runs anew.
 */
public final class FindingSeries {
  private final Map<String, Track> tracks = new TreeMap<>();

  private FindingSeries() {}

  /** One finding on its way through the periods. */
  private static final class Track {
    private final Period first;
    private Period since;
    private Issue issue;
    private boolean shown;
    private boolean open = true;
    private BigDecimal gap;
    private FindingState state = FindingState.NEW;
    private final List<Finding.Step> history = new ArrayList<>();

    Track(Period first, Issue issue) {
      this.first = first;
      this.since = first;
      this.issue = issue;
    }

    void found(Period period, Issue now) {
      if (history.isEmpty()) {
        state = FindingState.NEW;
      } else if (!open) {
        state = FindingState.REOPENED;
        since = period;
      } else {
        state = moved(now.gap());
      }
      issue = now;
      shown = true;
      open = true;
      gap = now.gap() == null ? gap : now.gap();
      step(period, now.gap());
    }

    private FindingState moved(BigDecimal now) {
      int change = gap == null || now == null ? 0 : now.compareTo(gap);
      return change == 0
          ? FindingState.OPEN
          : change < 0 ? FindingState.IMPROVING : FindingState.WORSE;
    }

    void notFound(Sighting sighting) {
      shown = false;
      if (sighting.tells(issue)) {
        open = false;
        gap = null;
        state = FindingState.CORRECTED;
      } else {
        state = FindingState.OPEN;
      }
      step(sighting.period(), null);
    }

    private void step(Period period, BigDecimal gapNow) {
      history.add(new Finding.Step(period.toString(), state.code(), gapNow));
    }
  }

  /**
   * The findings of the last period.
   *
   * @param region code of the city, or of whoever they are about
   * @param sightings what each period shows, in order of time
   * @param responses what was said to findings of this region, in order of time
   * @return sorted by kind, then id; those put right in the last period are among them
   */
  public static List<Finding> of(
      String region, List<Sighting> sightings, FollowUp followUp, Collection<Response> responses) {
    if (sightings.isEmpty()) {
      return List.of();
    }
    FindingSeries series = new FindingSeries();
    sightings.forEach(series::see);
    Period now = sightings.get(sightings.size() - 1).period();
    return series.tracks.entrySet().stream()
        .filter(track -> last(track.getValue()).equals(now.toString()))
        .sorted(
            Comparator.comparing((Map.Entry<String, Track> track) -> track.getValue().issue.kind())
                .thenComparing(Map.Entry::getKey))
        .map(track -> finding(region, track.getValue(), now, followUp, responses))
        .toList();
  }

  private void see(Sighting sighting) {
    for (Track track : tracks.values()) {
      if (track.open && !sighting.issues().containsKey(track.issue.key())) {
        track.notFound(sighting);
      }
    }
    sighting
        .issues()
        .forEach(
            (key, issue) ->
                tracks
                    .computeIfAbsent(key, found -> new Track(sighting.period(), issue))
                    .found(sighting.period(), issue));
  }

  private static String last(Track track) {
    return track.history.get(track.history.size() - 1).period();
  }

  private static Finding finding(
      String region, Track track, Period now, FollowUp followUp, Collection<Response> responses) {
    Issue issue = track.issue;
    String id = region + "." + issue.key();
    List<Response> said =
        responses.stream()
            .filter(one -> one.about().equals(id) || one.about().equals(issue.subject()))
            .toList();
    Optional<String> overdue = track.open ? followUp.overdue(track.since, now) : Optional.empty();
    String due = followUp.due(track.since).map(Object::toString).orElse(null);
    return new Finding(
        id,
        region,
        issue.kind().code(),
        issue.subject(),
        issue.name(),
        track.shown ? issue.what() : before(track, issue),
        track.shown ? issue.value() : null,
        issue.operator(),
        issue.target(),
        track.shown ? issue.gap() : null,
        issue.measure(),
        issue.places().stream().limit(Finding.PLACES).toList(),
        issue.places().size(),
        issue.department(),
        issue.by(),
        track.first.toString(),
        track.since.toString(),
        due,
        track.state.code(),
        overdue.orElse(null),
        track.open ? issue.suggestion() : Bilingual.EMPTY,
        next(track.open, overdue, due, said),
        track.history,
        said);
  }

  private static Bilingual before(Track track, Issue issue) {
    return track.open
        ? Bilingual.of("本期无法判断；此前：%s", "this period cannot tell; before: %s", issue.what())
        : Bilingual.of("此前：%s", "before: %s", issue.what());
  }

  /** What is to be done; a word on the finding goes before its dates. */
  private static Bilingual next(
      boolean open, Optional<String> overdue, String due, List<Response> said) {
    if (!open) {
      return new Bilingual("复核后销号", "verify and close");
    }
    Optional<Response> objection =
        said.stream().filter(one -> one.kind().equals(Response.OBJECTION)).findFirst();
    Optional<Response> decision =
        said.stream().filter(one -> one.kind().equals(Response.DECISION)).findFirst();
    if (objection.isPresent() && decision.isEmpty()) {
      return new Bilingual("对异议作出认定", "decide on the objection");
    }
    if (decision.isPresent() && !Response.REJECTED.equals(decision.get().decision())) {
      return new Bilingual(
          "异议成立：更正数据后销号", "the objection holds: correct what was reported, then close");
    }
    if (overdue.isPresent()) {
      return overdue.get().equals(FollowUp.CIRCULAR)
          ? new Bilingual("逾期：通报", "overdue: name in a circular")
          : new Bilingual("逾期：约谈", "overdue: call in for an interview");
    }
    return due == null
        ? new Bilingual("整改", "put right")
        : Bilingual.of("于 %s 前整改", "put right by %s", due);
  }
}
