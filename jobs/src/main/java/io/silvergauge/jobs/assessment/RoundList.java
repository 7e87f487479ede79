package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.verification.VisitRound;
import io.silvergauge.jobs.round.RoundReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code verification} of an assessment: each round of visits with the record of its sample
 * and the sheet that came back.
 */
final class RoundList {
  private final Path folder;
  private final Faults faults;
  private final Hashed hashed;
  private final Set<String> indicators = new TreeSet<>();
  private final Set<String> cities = new TreeSet<>();
  private final List<Period> periods;
  private final Map<List<String>, String> taken = new HashMap<>();

  /** Keeps the hash of a file that was read. */
  @FunctionalInterface
  interface Hashed {
    byte[] keep(String name, byte[] content);
  }

  RoundList(
      Path folder,
      Scheme scheme,
      Collection<Plan> plans,
      Collection<City> cities,
      List<Period> periods,
      Hashed hashed,
      Faults faults) {
    this.folder = folder;
    this.hashed = hashed;
    this.faults = faults;
    this.periods = periods;
    scheme.indicators().forEach(one -> indicators.add(one.id()));
    plans.forEach(plan -> plan.own().forEach(own -> indicators.add(own.id())));
    cities.forEach(city -> this.cities.add(city.code()));
  }

  /** The rounds, as listed. */
  List<VisitRound> read(List<Section> sections) throws IOException {
    List<VisitRound> rounds = new ArrayList<>();
    for (Section section : sections) {
      read(section).ifPresent(rounds::add);
    }
    return rounds;
  }

  private Optional<VisitRound> read(Section section) throws IOException {
    int before = faults.count();
    String sample = section.text("sample");
    String found = section.text("found");
    LocalDate received = section.date("received", LocalDate.MIN);
    if (!section.has("received")) {
      section.fault("received", new Bilingual("须写明收到日期", "must be the day the sheet came back"));
    }
    section.done();
    Optional<byte[]> sampleBytes = content(section, "sample", sample);
    Optional<byte[]> foundBytes = content(section, "found", found);
    if (faults.count() > before) {
      return Optional.empty();
    }
    Optional<VisitRound> round =
        RoundReader.read(
            sample, sampleBytes.orElseThrow(), found, foundBytes.orElseThrow(), received, faults);
    round.ifPresent(one -> check(section, one));
    return round;
  }

  private Optional<byte[]> content(Section section, String field, String name) throws IOException {
    if (name.isEmpty()) {
      return Optional.empty(); // its fault is told
    }
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      section.fault(
          field,
          Bilingual.of("评估目录中没有文件“%s”", "there is no file '%s' in the assessment folder", name));
      return Optional.empty();
    }
    return Optional.of(hashed.keep(name, WrittenFile.read(name, file)));
  }

  /** A round must be about something that is evaluated, and no other may be about the same. */
  private void check(Section section, VisitRound round) {
    if (!indicators.contains(round.indicator())) {
      section.fault(
          "sample",
          Bilingual.of(
              "样本所涉指标“%s”不在方案中%s",
              "its sample is of indicator '%s', which the scheme does not have%s",
              round.indicator(),
              Suggestion.nearest(round.indicator(), indicators)));
    }
    if (periods.stream().noneMatch(one -> one.toString().equals(round.period()))) {
      section.fault(
          "sample",
          Bilingual.of(
              "样本所涉时期“%s”不是本评估的时期，可用：%s",
              "its sample is of %s, which is not among the assessment's periods %s",
              round.period(),
              periods));
    }
    Set<String> drawnIn = new TreeSet<>();
    round.drawn().forEach(one -> drawnIn.add(one.city()));
    for (String city : drawnIn) {
      if (!cities.contains(city)) {
        section.fault(
            "sample",
            Bilingual.of(
                "样本所涉城市“%s”不在 cities.csv 中",
                "something of '%s' was drawn, which is not in cities.csv", city));
      }
      String other =
          taken.putIfAbsent(
              List.of(city, round.indicator(), round.period()), round.sample().file());
      if (other != null) {
        section.fault(
            "sample",
            Bilingual.of(
                "%s %s 的指标“%s”已由 %s 抽样；同一指标值只能有一轮核查",
                "indicator '%3$s' of %1$s in %2$s is looked into by %4$s already; a figure has one"
                    + " round",
                city,
                round.period(),
                round.indicator(),
                other));
      }
    }
  }
}
