package io.silvergauge.jobs.template;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.statistic.Grain;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.City;
import io.silvergauge.jobs.assessment.Expected;
import io.silvergauge.jobs.form.FormDescriptions;
import io.silvergauge.jobs.form.FormMarker;
import io.silvergauge.jobs.read.SourceDescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says which sender is asked for what. A sheet is what a source description covers; a statistic
 * that none covers goes to the department its indicators name. A source that has been sent, or is
 * expected, but never from this sender, is not asked of it: the census comes from elsewhere.
 */
public final class FormPlanner {
  private static final String PROVINCE = "province";
  private static final int TITLE = 28;

  private final Assessment assessment;
  private final Period period;
  private final Set<String> wanted;

  /**
   * A planner.
   *
   * @param wanted ids of the sources to ask for; empty for all
   */
  public FormPlanner(Assessment assessment, Period period, Set<String> wanted) {
    this.assessment = assessment;
    this.period = period;
    this.wanted = Set.copyOf(wanted);
  }

  /** Who is asked: the provinces of the contact cities, or the topmost units above them. */
  public List<Region> senders() {
    Map<String, Region> senders = new TreeMap<>();
    for (City city : assessment.citiesIn(period)) {
      Region sender = sender(city);
      senders.put(sender.code(), sender);
    }
    return List.copyOf(senders.values());
  }

  private Region sender(City city) {
    List<Region> line =
        assessment.regions().withAncestors(city.code()).stream()
            .map(assessment.regions()::region)
            .toList();
    return line.stream()
        .filter(region -> region.level().equals(PROVINCE))
        .findFirst()
        .orElse(line.get(line.size() - 1));
  }

  /** The forms of a sender: one of figures, one a register. */
  public List<Form> forms(Region sender) {
    List<City> cities =
        assessment.citiesIn(period).stream()
            .filter(city -> sender(city).code().equals(sender.code()))
            .toList();
    List<Form> forms = new ArrayList<>();
    List<Form.Table> tables = tables(sender, cities);
    if (!tables.isEmpty()) {
      forms.add(
          new Form(
              FormDescriptions.FORM,
              sender,
              period,
              due(sender, FormDescriptions.FORM),
              tables,
              Optional.empty(),
              List.of()));
    }
    for (Register register : assessment.scheme().registers().values()) {
      String source = FormDescriptions.registerForm(register.id());
      if (wanted.isEmpty() || wanted.contains(register.id())) {
        forms.add(
            new Form(
                source,
                sender,
                period,
                due(sender, source),
                List.of(),
                Optional.of(register),
                units(register, cities)));
      }
    }
    return forms;
  }

  private Optional<LocalDate> due(Region sender, String source) {
    return assessment.expected().stream()
        .filter(one -> one.sender().equals(sender.code()) && one.period().equals(period))
        .filter(one -> one.source().equals(source))
        .map(Expected::due)
        .min(Comparator.naturalOrder());
  }

  /** The units in which the statistics that are counted from a register are told apart. */
  private List<Region> units(Register register, List<City> cities) {
    Map<String, Region> units = new TreeMap<>();
    assessment
        .scheme()
        .tallies()
        .forEach(
            (id, tally) -> {
              if (tally.register().equals(register.id())) {
                Statistic statistic = assessment.scheme().statistic(id);
                regions(statistic, cities).forEach(unit -> units.put(unit.code(), unit));
              }
            });
    cities.forEach(
        city -> {
          if (units.isEmpty()) {
            units.put(city.code(), assessment.regions().region(city.code()));
          }
        });
    return List.copyOf(units.values());
  }

  private List<Form.Table> tables(Region sender, List<City> cities) {
    Map<String, Statistic> left = new LinkedHashMap<>();
    FormDescriptions.asked(assessment.scheme()).forEach(one -> left.put(one.id(), one));
    List<Form.Table> tables = new ArrayList<>();
    Set<String> titles = new TreeSet<>(Set.of(FormMarker.SHEET, FormMarker.CODES));
    for (SourceDescription source : assessment.sources().values()) {
      if (source.isForm() || source.id().equals(SourceDescription.LONG)) {
        continue;
      }
      List<Statistic> asked = new ArrayList<>();
      for (String id : inOrder(source)) {
        Optional.ofNullable(left.remove(id)).ifPresent(asked::add);
      }
      if (isAsked(source.id()) && comesFrom(source.id(), sender)) {
        add(tables, titles, source.name(), asked, cities);
      }
    }
    Map<String, List<Statistic>> rest = new TreeMap<>();
    left.values()
        .forEach(one -> rest.computeIfAbsent(department(one), key -> new ArrayList<>()).add(one));
    rest.forEach(
        (department, asked) -> {
          if (isAsked(department)) {
            add(
                tables,
                titles,
                department.isEmpty() ? new Bilingual("其他", "Others") : Bilingual.same(department),
                asked,
                cities);
          }
        });
    return tables;
  }

  private boolean isAsked(String source) {
    return wanted.isEmpty() || wanted.contains(source);
  }

  /** The statistics of a description in the order in which its columns stand. */
  private static Set<String> inOrder(SourceDescription source) {
    Set<String> ids = new LinkedHashSet<>();
    source.columns().forEach(column -> ids.add(column.statistic()));
    source.longForm().forEach(form -> ids.addAll(form.statisticNames().values()));
    ids.addAll(source.statistics());
    return ids;
  }

  private boolean comesFrom(String source, Region sender) {
    Set<String> senders = new TreeSet<>();
    assessment.deliveries().stream()
        .filter(one -> one.slot().source().equals(source))
        .forEach(one -> senders.add(one.slot().sender()));
    assessment.expected().stream()
        .filter(one -> one.source().equals(source))
        .forEach(one -> senders.add(one.sender()));
    return senders.isEmpty() || senders.contains(sender.code());
  }

  private String department(Statistic statistic) {
    return assessment.scheme().indicators().stream()
        .filter(indicator -> indicator.measure().inputs().contains(statistic.id()))
        .map(Indicator::department)
        .filter(department -> !department.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** A sheet for those that the same regions report, items apart from figures. */
  private void add(
      List<Form.Table> tables,
      Set<String> titles,
      Bilingual name,
      List<Statistic> statistics,
      List<City> cities) {
    record Kind(List<Region> regions, boolean items) {}
    Map<Kind, List<Statistic>> kinds = new LinkedHashMap<>();
    for (Statistic statistic : statistics) {
      Kind kind = new Kind(regions(statistic, cities), statistic.yesNo());
      kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(statistic);
    }
    kinds.forEach(
        (kind, asked) ->
            tables.add(
                new Form.Table(
                    new Bilingual(title(name.zh(), titles), name.en()),
                    asked,
                    kind.regions(),
                    kind.items())));
  }

  /** A name that Excel takes for a sheet, and that no other sheet has. */
  private static String title(String name, Set<String> titles) {
    String plain = name.replaceAll("[\\[\\]:*?/\\\\'\\p{Cntrl}]", " ").strip();
    String cut = plain.length() <= TITLE ? plain : plain.substring(0, TITLE).strip();
    String title = cut.isEmpty() ? "表" : cut;
    for (int number = 2; !titles.add(title); number++) {
      title = cut + " " + number;
    }
    return title;
  }

  private List<Region> regions(Statistic statistic, List<City> cities) {
    Map<String, Region> regions = new TreeMap<>();
    for (City city : cities) {
      boolean itself = statistic.grain().equals(Grain.SELF) || statistic.time() == TimeKind.STATED;
      List<Region> leaves =
          itself
              ? List.of(assessment.regions().region(city.code()))
              : assessment
                  .regions()
                  .leaves(city.code(), statistic.grain().levels(), period.lastDay());
      leaves.forEach(leaf -> regions.put(leaf.code(), leaf));
    }
    return List.copyOf(regions.values());
  }
}
