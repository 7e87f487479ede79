package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.finding.FollowUp;
import io.silvergauge.indicators.statistic.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads how evaluations are conducted: {@code topics}, {@code phases} and {@code follow_up}. */
final class ConductReader {
  private static final int MOST_QUARTERS = 40;

  private final Section root;
  private final Faults faults;

  ConductReader(Section root, Faults faults) {
    this.root = root;
    this.faults = faults;
  }

  Conduct read() {
    return new Conduct(topics(), phases(), followUp());
  }

  private List<Conduct.Topic> topics() {
    Set<String> indicators = root.ids("indicators");
    Set<String> taken = new HashSet<>(indicators);
    taken.addAll(root.ids("dimensions"));
    taken.add(Group.TOTAL);
    List<Conduct.Topic> topics = new ArrayList<>();
    for (Section section : root.sections("topics")) {
      String id = section.id("id");
      Bilingual name = section.bilingual("name");
      List<String> named = section.texts("indicators");
      section.done();
      if (!taken.add(id)) {
        section.fault(
            "id",
            Bilingual.of(
                "“%s”重复，或与维度、指标同名",
                "'%s' stands twice or is the id of a dimension or indicator", id));
      }
      for (String one : new TreeSet<>(named)) {
        if (!indicators.contains(one)) {
          section.fault(
              "indicators",
              Bilingual.of(
                  "未知指标“%s”%s",
                  "unknown indicator '%s'%s", one, Suggestion.nearest(one, indicators)));
        }
      }
      if (named.isEmpty()) {
        section.fault("indicators", new Bilingual("至少需要一个指标", "at least one indicator is needed"));
      }
      topics.add(new Conduct.Topic(id, name, named));
    }
    return topics;
  }

  private List<Conduct.Phase> phases() {
    List<Conduct.Phase> phases = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : root.sections("phases")) {
      String id = section.id("id");
      Bilingual name = section.bilingual("name");
      Optional<Period> from = period(section, "from");
      Optional<Period> to = period(section, "to");
      section.done();
      if (!ids.add(id)) {
        section.fault("id", Bilingual.of("阶段“%s”重复", "phase '%s' stands twice", id));
      }
      if (from.isEmpty() || to.isEmpty()) {
        continue;
      }
      Conduct.Phase phase = new Conduct.Phase(id, name, from.get().from(), to.get().to());
      if (phase.to().isBefore(phase.from())) {
        section.fault("to", new Bilingual("不能早于 from", "must not be before from"));
      } else if (!phases.isEmpty() && !phases.get(phases.size() - 1).to().isBefore(phase.from())) {
        section.fault(
            "from",
            Bilingual.of(
                "应晚于上一阶段的结束 %s",
                "must come after the end of the phase before, %s",
                phases.get(phases.size() - 1).to()));
      } else {
        phases.add(phase);
      }
    }
    return phases;
  }

  private static Optional<Period> period(Section section, String name) {
    return section.parsed(
        name, Period::parse, "时期，如 2022-07 或 2023", "a period such as 2022-07 or 2023");
  }

  private FollowUp followUp() {
    Optional<Section> section = root.optionalSection("follow_up");
    if (section.isEmpty()) {
      return FollowUp.NONE;
    }
    int before = faults.count();
    int interview = section.get().whole("interview_after", 0, 0, MOST_QUARTERS);
    int circular = section.get().whole("circular_after", 0, 0, MOST_QUARTERS);
    Set<String> evidenceFor = new TreeSet<>(section.get().texts("evidence_for"));
    section.get().done();
    return section
        .get()
        .build(before, "circular_after", () -> new FollowUp(interview, circular, evidenceFor))
        .orElse(FollowUp.NONE);
  }
}
