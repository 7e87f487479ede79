package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Named;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.register.Registers.Say;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Scope;
import io.silvergauge.indicators.statistic.Grain;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Figures that are worked out of the records of a register: who must have sent it, and who has. */
final class RegisterFigures {

  private final Scheme scheme;
  private final RegionTree tree;
  private final Reported reported;
  private final Set<LeafSum> used = new HashSet<>();

  RegisterFigures(Scheme scheme, RegionTree tree, Reported reported) {
    this.scheme = scheme;
    this.tree = tree;
    this.reported = reported;
  }

  /** The registers that have gone into a figure so far. */
  Set<LeafSum> used() {
    return used;
  }

  /** A unit and what a register says of it. */
  private record Unit(Region region, Say say) {}

  Figure figure(Indicator indicator, RegisterMeasure measure, String region, Period period) {
    Optional<Region> subject = subject(indicator.scope(), region);
    Register register = scheme.registers().get(measure.selection().register());
    if (subject.isEmpty()) {
      return absent(
          indicator,
          Reason.NOT_APPLICABLE,
          Bilingual.of(
              "不属于任何此类单位（%s）",
              "it lies in none of these units (%s)", indicator.scope().subject().name()),
          Quality.NONE,
          List.of());
    }
    List<Unit> units = units(measure, subject.get(), period);
    List<Unit> silent = units.stream().filter(unit -> !(unit.say() instanceof Say.Says)).toList();
    Quality quality = quality(units);
    boolean own = subject.get().code().equals(region);
    Worked worked =
        silent.isEmpty()
            ? work(measure, register, units, period)
            : Worked.of(lacking(register, units, silent), List.of());
    List<Figure.UnitFigure> behind = new ArrayList<>();
    if (units.size() > 1 && silent.isEmpty()) {
      for (Unit unit : units) {
        behind.add(
            new Figure.UnitFigure(
                unit.region().code(),
                work(measure, register, List.of(unit), period).outcome(),
                Figure.Meets.NOT_ASKED));
      }
    }
    units.stream()
        .filter(unit -> silent.isEmpty() && !own(unit).isEmpty())
        .forEach(unit -> used.add(used(register, unit)));
    return new Figure(
        indicator.id(),
        worked.outcome(),
        quality,
        behind,
        List.copyOf(new TreeSet<>(worked.documents())),
        List.of(
            new Behind(
                own ? null : subject.get().code(),
                own ? null : subject.get().name(),
                register.id(),
                register.name(),
                worked.records().stream().limit(Behind.MOST_RECORDS).toList(),
                Math.max(0, worked.records().size() - Behind.MOST_RECORDS),
                worked.items(),
                worked.stages(),
                List.of(),
                worked.counted().stream().limit(Behind.MOST_RECORDS).toList())));
  }

  /** The region whose figure it is. */
  private Optional<Region> subject(Scope scope, String region) {
    return scope.subject().equals(Grain.SELF)
        ? tree.find(region)
        : tree.withAncestors(region).stream()
            .map(tree::region)
            .filter(one -> scope.subject().levels().contains(one.level()))
            .findFirst();
  }

  private List<Unit> units(RegisterMeasure measure, Region subject, Period period) {
    RegisterMeasure.Selection selection = measure.selection();
    List<Region> leaves =
        selection.units().equals(Grain.SELF)
            ? List.of(subject)
            : tree.leaves(subject.code(), selection.units().levels(), period.lastDay());
    return leaves.stream()
        .map(
            leaf ->
                new Unit(
                    leaf,
                    reported
                        .registers()
                        .say(selection.register(), leaf.code(), period, selection.maxAge())))
        .toList();
  }

  private Worked work(RegisterMeasure measure, Register register, List<Unit> units, Period period) {
    List<RegisterRecord> records =
        units.stream().flatMap(unit -> ((Say.Says) unit.say()).records().stream()).toList();
    RecordView view = new RecordView(register, tree);
    if (measure instanceof RegisterMeasure.EachRecord each) {
      return EachRecordWork.of(each, view, records);
    }
    if (measure instanceof RegisterMeasure.Records all) {
      return RecordsWork.of(all, view, records);
    }
    if (measure instanceof RegisterMeasure.Funnel funnel) {
      return FunnelWork.of(funnel, view, records);
    }
    List<ChecklistWork.Unit> asked =
        units.stream()
            .map(unit -> new ChecklistWork.Unit(unit.region(), ((Say.Says) unit.say()).records()))
            .toList();
    return new ChecklistWork((RegisterMeasure.Checklist) measure, view, period).of(asked);
  }

  private static Quality quality(List<Unit> units) {
    int present = 0;
    int age = 0;
    LocalDate oldest = LocalDate.MAX;
    for (Unit unit : units) {
      if (unit.say() instanceof Say.Says says) {
        present++;
        age = Math.max(age, says.age());
        LocalDate day = says.sent().period().lastDay();
        oldest = day.isBefore(oldest) ? day : oldest;
      }
    }
    return new Quality(present, units.size(), oldest, age, ValueStatus.REPORTED, 0);
  }

  private static Outcome lacking(Register register, List<Unit> units, List<Unit> silent) {
    Unit telling =
        silent.stream()
            .filter(unit -> unit.say() instanceof Say.Conflict)
            .findFirst()
            .orElse(silent.get(0));
    Reason reason =
        telling.say() instanceof Say.Conflict
            ? Reason.CONFLICTING_SOURCES
            : silent.size() < units.size()
                ? Reason.INCOMPLETE
                : telling.say() instanceof Say.TooOld ? Reason.TOO_OLD : Reason.INPUT_MISSING;
    Bilingual why = why(telling.say());
    String names =
        Named.first(silent, unit -> unit.region().code() + " " + unit.region().name().zh());
    return new Outcome.Absent(
        reason,
        units.size() == 1
            ? Bilingual.of("%s：%s", "%s: %s", register.name(), why)
            : Bilingual.of(
                "%s：%d 个单位中缺 %d 个：%s（%s）",
                "%1$s: %3$d of %2$d units lack it: %4$s (%5$s)",
                register.name(),
                units.size(),
                silent.size(),
                names,
                why));
  }

  private static Bilingual why(Say say) {
    if (say instanceof Say.Conflict conflict) {
      return Bilingual.same(String.join(" ≠ ", conflict.slots()));
    }
    return say instanceof Say.TooOld old
        ? Bilingual.of("最新为 %s", "the newest is for %s", old.newest())
        : new Bilingual("未报送", "not sent");
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

  /** The records that are known to lie in a unit. */
  private static List<RegisterRecord> own(Unit unit) {
    return ((Say.Says) unit.say())
        .records().stream().filter(record -> !record.id().isEmpty()).toList();
  }

  /** The register as an input of the figure: how many records it has in the unit. */
  private static LeafSum used(Register register, Unit unit) {
    Say.Says says = (Say.Says) unit.say();
    int records = own(unit).size();
    return new LeafSum(
        unit.region().code(),
        RegisterMeasure.input(register.id()),
        says.sent().period(),
        RegisterMeasure.RECORDS,
        Mark.NUMBER,
        BigDecimal.valueOf(records),
        records,
        0,
        ValueStatus.REPORTED,
        says.sent().period().lastDay(),
        "",
        own(unit).get(0).origin());
  }
}
