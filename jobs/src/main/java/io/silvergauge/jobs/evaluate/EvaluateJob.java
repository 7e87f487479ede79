package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.IssueFinder;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluator;
import io.silvergauge.indicators.evaluation.RegisterSums;
import io.silvergauge.indicators.evaluation.SmallCounts;
import io.silvergauge.indicators.evaluation.Withheld;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.FindingSeries;
import io.silvergauge.indicators.finding.Response;
import io.silvergauge.indicators.finding.Sighting;
import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.outcome.Reported;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Successor;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.register.Registers;
import io.silvergauge.indicators.register.Sent;
import io.silvergauge.indicators.register.SentRecord;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.City;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Snapshot;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Evaluates all cities and periods in one Spark job: the sums of each pack go to the cities whose
 * leaves they are, each city is one group.
 */
public final class EvaluateJob {
  private static final int GROUPS_A_CORE = 2;

  /**
   * What comes of a record takes so many bytes at most; of more than fit Spark keeps it on disk.
   */
  private static final long BYTES_A_RECORD = 300;

  private EvaluateJob() {}

  /** Everything evaluating needs beside the sums. */
  private record Rules(
      Scheme scheme,
      RegionTree tree,
      Map<String, City> cities,
      Map<String, Plan> plans,
      List<String> precedence,
      List<Period> periods,
      Set<Period> whole,
      Map<String, List<String>> citiesOf,
      Map<String, List<String>> citiesIn,
      Lapses lapses,
      Said said,
      ArrayList<Sent> registers,
      ArrayList<SentRecord> lost,
      UnusedFinder unused,
      RefusalFinder refusals)
      implements Serializable {}

  /**
   * What evaluating gave.
   *
   * @param evaluations one for each enrolled city and period, without ranks; cities × periods
   * @param unused what was accepted and is in no figure, a line a file and region or statistic
   */
  public record Result(List<RegionEvaluation> evaluations, List<Unused> unused) {}

  /** The key under which what no city uses is gathered. */
  private static final String NO_CITY = "";

  /** What a pack has for one city, or for none. */
  private record Share(
      ArrayList<Delivered> delivered,
      ArrayList<SentRecord> records,
      ArrayList<Unused> unused,
      ArrayList<Refused> refused)
      implements Serializable {
    Share() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /** What came of one city, or of what no city uses. */
  private record Done(ArrayList<RegionEvaluation> evaluations, ArrayList<Unused> unused)
      implements Serializable {}

  /** Where the live batches of one pack belong. */
  private record PackWork(String pack, Map<String, Snapshot.Live> live) implements Serializable {}

  /**
   * Evaluates.
   *
   * @param periods the periods to evaluate, in order of time
   * @param whole those of them to publish; of the others only the brief form comes back
   * @param files what was refused without being read, a few a file
   * @param lapses what was refused or never came, as findings
   * @param said what people say
   */
  public static Result run(
      JavaSparkContext spark,
      Assessment assessment,
      Snapshot snapshot,
      Storage store,
      List<Period> periods,
      List<Period> whole,
      List<Refused> files,
      Lapses lapses,
      Said said,
      Progress progress)
      throws IOException {
    Rules rules = rules(assessment, snapshot, periods, whole, files, lapses, said);
    List<PackWork> packs = packs(snapshot);
    progress.begin(
        Bilingual.of(
            "评估 %d 个城市 × %d 个时期",
            "evaluating %d cities × %d periods", rules.cities().size(), whole.size()),
        packs.size());
    List<RegionEvaluation> evaluations = new ArrayList<>();
    List<Unused> unused = new ArrayList<>();
    Set<String> withData = new HashSet<>();
    if (!packs.isEmpty()) {
      for (Done done : inTasks(spark, packs, rules, store, isFew(snapshot))) {
        evaluations.addAll(done.evaluations());
        unused.addAll(done.unused());
      }
      evaluations.forEach(evaluation -> withData.add(evaluation.region().code()));
    }
    for (String city : rules.cities().keySet()) {
      if (!withData.contains(city)) {
        evaluations.addAll(evaluate(city, List.of(), List.of(), List.of(), rules));
      }
    }
    progress.end();
    return new Result(evaluations, unused);
  }

  /** Whether half the heap holds what comes of all accepted records. */
  private static boolean isFew(Snapshot snapshot) {
    long accepted = snapshot.live().stream().mapToLong(live -> live.account().accepted()).sum();
    return accepted < Runtime.getRuntime().maxMemory() / 2 / BYTES_A_RECORD;
  }

  private static List<Done> inTasks(
      JavaSparkContext spark, List<PackWork> packs, Rules rules, Storage store, boolean few) {
    int groups = Math.min(rules.cities().size(), spark.sc().defaultParallelism() * GROUPS_A_CORE);
    spark.setJobDescription("sum and evaluate " + rules.cities().size() + " cities");
    try (Parcels parcels = Parcels.of(spark, few)) {
      Broadcast<Parcels.Parcel<Rules>> shared = spark.broadcast(parcels.lasting(rules));
      JavaRDD<Parcels.Parcel<Done>> cities =
          spark
              .parallelize(packs, packs.size())
              .flatMapToPair(
                  pack -> named(pack, store, shared.value().content(), parcels).iterator())
              .groupByKey(groups)
              .map(city -> parcels.lasting(done(city._1(), city._2(), shared.value().content())));
      List<Done> done =
          Tasks.given(new Bilingual("评估城市", "evaluating cities"), store, cities::collect).stream()
              .map(Parcels.Parcel::content)
              .toList();
      shared.unpersist();
      return done;
    }
  }

  private static List<Tuple2<String, Parcels.Parcel<Share>>> named(
      PackWork work, Storage store, Rules rules, Parcels parcels) throws IOException {
    String at = store.location("packs/" + work.pack());
    return Tasks.naming(
        Bilingual.of("汇总 %s ", "summing %s", at), () -> sums(work, store, rules, parcels));
  }

  private static Done done(String city, Iterable<Parcels.Parcel<Share>> shares, Rules rules)
      throws IOException {
    List<Delivered> delivered = new ArrayList<>();
    List<SentRecord> records = new ArrayList<>();
    List<Unused> unused = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (Parcels.Parcel<Share> parcel : shares) {
      Share share = parcel.content();
      refused.addAll(share.refused());
      delivered.addAll(share.delivered());
      records.addAll(share.records());
      unused.addAll(share.unused());
    }
    return city.equals(NO_CITY)
        ? new Done(new ArrayList<>(), new ArrayList<>(UnusedFinder.together(unused)))
        : new Done(
            Tasks.naming(
                Bilingual.of("评估城市 %s ", "evaluating city %s", city),
                () -> new ArrayList<>(evaluate(city, delivered, records, refused, rules))),
            new ArrayList<>());
  }

  /**
   * The sums of a pack that an evaluated period can need, by the cities to whose leaves they
   * belong: one list a city, so that what they share travels once; and what no figure uses.
   */
  private static List<Tuple2<String, Parcels.Parcel<Share>>> sums(
      PackWork work, Storage store, Rules rules, Parcels parcels) throws IOException {
    TreeMap<String, Share> byCity = new TreeMap<>();
    List<Unused> unused = new ArrayList<>();
    new Packs(store)
        .eachSum(
            work.pack(),
            work.live().keySet(),
            new Reached(rules)::test,
            keyed -> {
              LeafSum sum = keyed.sum();
              Snapshot.Live live = work.live().get(keyed.batch());
              rules.unused().find(sum, live.path(), live.sender()).ifPresent(unused::add);
              Delivered delivered = new Delivered(sum, live.source(), live.slot(), live.order());
              for (String city : rules.citiesOf().getOrDefault(sum.region(), List.of())) {
                byCity.computeIfAbsent(city, code -> new Share()).delivered().add(delivered);
              }
            });
    Map<String, Sent> registers = new HashMap<>();
    for (Packs.KeyedRecord keyed : new Packs(store).records(work.pack(), work.live().keySet())) {
      Snapshot.Live live = work.live().get(keyed.batch());
      Sent register = registers.computeIfAbsent(keyed.batch(), batch -> sent(live, rules));
      SentRecord sent = new SentRecord(register, live.order(), keyed.record());
      rules.unused().find(keyed.record(), live.path(), live.sender()).ifPresent(unused::add);
      for (String city : citiesTouching(keyed.record().region(), rules)) {
        byCity.computeIfAbsent(city, code -> new Share()).records().add(sent);
      }
    }
    List<Refused> refused = new ArrayList<>();
    for (Packs.KeyedReject keyed : new Packs(store).rejects(work.pack(), work.live().keySet())) {
      Snapshot.Live live = work.live().get(keyed.batch());
      refused.add(new Refused(keyed.reject(), live.sender(), live.source(), live.period(), 1));
    }
    rules
        .refusals()
        .byCity(refused)
        .forEach(
            (city, own) -> byCity.computeIfAbsent(city, code -> new Share()).refused().addAll(own));
    if (!unused.isEmpty()) {
      Share nobodys = new Share();
      nobodys.unused().addAll(UnusedFinder.together(unused));
      byCity.put(NO_CITY, nobodys);
    }
    List<Tuple2<String, Parcels.Parcel<Share>>> pairs = new ArrayList<>();
    byCity.forEach((city, share) -> pairs.add(new Tuple2<>(city, parcels.of(share))));
    return pairs;
  }

  /** Which statistics of which periods an evaluated period can need, each asked once. */
  private static final class Reached {
    private final Rules rules;
    private final Map<String, Map<Period, Boolean>> known = new HashMap<>();

    Reached(Rules rules) {
      this.rules = rules;
    }

    boolean test(String id, Period period) {
      return known
          .computeIfAbsent(id, one -> new HashMap<>())
          .computeIfAbsent(period, one -> ask(id, one));
    }

    private boolean ask(String id, Period period) {
      Statistic statistic = rules.scheme().statistics().get(id);
      return statistic != null
          && rules.periods().stream().anyMatch(p -> rules.scheme().reaches(statistic, p, period));
    }
  }

  /** One city in all periods: a plain function of what its leaves reported. */
  private static List<RegionEvaluation> evaluate(
      String code,
      Collection<Delivered> delivered,
      Collection<SentRecord> records,
      Collection<Refused> refused,
      Rules rules) {
    List<Delivered> all = new ArrayList<>(delivered);
    List<SentRecord> known = new ArrayList<>(records);
    known.addAll(rules.lost());
    Registers registers = new Registers(rules.tree(), rules.registers(), known, rules.precedence());
    all.addAll(new RegisterSums(rules.scheme(), rules.tree()).of(code, registers));
    Reported reported = new Reported(all, rules.scheme().units(), rules.precedence(), registers);
    City city = rules.cities().get(code);
    IssueFinder finder = new IssueFinder(rules.scheme(), rules.plans().get(code));
    List<Sighting> sightings = new ArrayList<>();
    List<RegionEvaluation> evaluations = new ArrayList<>();
    for (RegionEvaluation one : shown(city, reported, rules)) {
      Period period = Period.parse(one.period());
      RegionEvaluation evaluation = one.justified(rules.said().justifications());
      sightings.add(finder.find(evaluation, rules.lapses().of(code, period)));
      evaluations.add(
          rules.whole().contains(period)
              ? followedUp(evaluation, sightings, rules)
                  .refusing(rules.refusals().of(code, period, refused))
              : evaluation.brief());
    }
    return evaluations;
  }

  /** The periods of a city without what must not be shown: found in all of them together. */
  private static List<RegionEvaluation> shown(City city, Reported reported, Rules rules) {
    Plan plan = rules.plans().get(city.code());
    List<RegionEvaluator> worked =
        rules.periods().stream()
            .filter(period -> city.enrolled().on(period.lastDay()))
            .map(
                period ->
                    new RegionEvaluator(
                        rules.scheme(),
                        rules.tree(),
                        plan,
                        city.membership(),
                        reported,
                        rules.said().rounds(),
                        period,
                        rules.whole().contains(period)))
            .toList();
    List<RegionEvaluation> all = shown(worked, Withheld.NONE);
    Withheld withheld = SmallCounts.of(rules.scheme(), rules.tree(), plan, all);
    return withheld.isEmpty() ? all : shown(worked, withheld);
  }

  private static List<RegionEvaluation> shown(List<RegionEvaluator> worked, Withheld withheld) {
    return worked.stream().map(one -> one.shown(withheld)).toList();
  }

  /** With its findings, as the periods so far show them, and what people say. */
  private static RegionEvaluation followedUp(
      RegionEvaluation evaluation, List<Sighting> sightings, Rules rules) {
    String code = evaluation.region().code();
    List<Response> responses =
        rules.said().responses().stream().filter(one -> one.city().equals(code)).toList();
    List<Finding> findings =
        FindingSeries.of(code, sightings, rules.scheme().conduct().followUp(), responses);
    Set<Response> shown = new HashSet<>();
    findings.forEach(finding -> shown.addAll(finding.responses()));
    return evaluation.followedUp(
        findings,
        responses.stream().filter(one -> !shown.contains(one)).toList(),
        rules.said().notes().stream().filter(one -> one.region().equals(code)).toList());
  }

  private static Rules rules(
      Assessment assessment,
      Snapshot snapshot,
      List<Period> periods,
      List<Period> whole,
      List<Refused> files,
      Lapses lapses,
      Said said) {
    ArrayList<Sent> registers = registers(assessment, snapshot);
    TreeMap<String, City> cities = new TreeMap<>();
    TreeMap<String, Plan> plans = new TreeMap<>();
    for (City city : assessment.cities()) {
      cities.put(city.code(), city);
      plans.put(city.code(), assessment.plan(city.code()));
    }
    Map<String, List<String>> citiesOf = new HashMap<>();
    assessment
        .regions()
        .all()
        .forEach(
            region -> {
              List<String> above =
                  assessment.regions().withAncestors(region.code()).stream()
                      .filter(cities::containsKey)
                      .toList();
              if (!above.isEmpty()) {
                citiesOf.put(region.code(), new ArrayList<>(above));
              }
            });
    addInherited(assessment.regions(), citiesOf);
    Map<String, List<String>> citiesIn = new HashMap<>();
    for (String city : cities.keySet()) {
      for (String region : assessment.regions().withAncestors(city)) {
        citiesIn.computeIfAbsent(region, code -> new ArrayList<>()).add(city);
      }
    }
    return new Rules(
        assessment.scheme(),
        assessment.regions(),
        cities,
        plans,
        new ArrayList<>(assessment.precedence()),
        new ArrayList<>(periods),
        new HashSet<>(whole),
        citiesOf,
        citiesIn,
        lapses,
        said,
        registers,
        lost(registers, snapshot),
        new UnusedFinder(assessment.scheme(), assessment.regions(), citiesOf, periods),
        new RefusalFinder(assessment, citiesOf, files));
  }

  /** What a unit said goes to the cities of what it became as well. */
  private static void addInherited(RegionTree tree, Map<String, List<String>> citiesOf) {
    for (boolean changed = true; changed; ) {
      changed = false;
      for (Successor step : tree.successors().all()) {
        for (String city : citiesOf.getOrDefault(step.to(), List.of())) {
          List<String> cities = citiesOf.computeIfAbsent(step.from(), code -> new ArrayList<>());
          if (!cities.contains(city)) {
            cities.add(city);
            changed = true;
          }
        }
      }
    }
  }

  /** The cities a region belongs to, and those that lie in it: a record of it may be theirs. */
  private static Set<String> citiesTouching(String region, Rules rules) {
    Set<String> cities = new TreeSet<>(rules.citiesOf().getOrDefault(region, List.of()));
    cities.addAll(rules.citiesIn().getOrDefault(region, List.of()));
    return cities;
  }

  /** The registers that were sent, with or without a record. */
  private static ArrayList<Sent> registers(Assessment assessment, Snapshot snapshot) {
    ArrayList<Sent> sent = new ArrayList<>();
    for (Snapshot.Live live : snapshot.live()) {
      SourceDescription source = assessment.sources().get(live.source());
      boolean takenIn = !live.pack().isEmpty(); // a list that is not there says nothing, not none
      if (source != null && !source.register().isEmpty() && takenIn) {
        sent.add(
            new Sent(live.source(), live.sender(), Period.parse(live.period()), source.register()));
      }
    }
    return sent;
  }

  private static Sent sent(Snapshot.Live live, Rules rules) {
    return sent(live, rules.registers()).orElseThrow();
  }

  private static Optional<Sent> sent(Snapshot.Live live, List<Sent> registers) {
    Period period = Period.parse(live.period());
    return registers.stream()
        .filter(
            one ->
                one.source().equals(live.source())
                    && one.sender().equals(live.sender())
                    && one.period().equals(period))
        .findFirst();
  }

  /**
   * Of a register in several parts those that are not there: something of the sender's is in them,
   * and nobody knows what or where, so that no leaf's count is known.
   */
  private static ArrayList<SentRecord> lost(List<Sent> registers, Snapshot snapshot) {
    ArrayList<SentRecord> lost = new ArrayList<>();
    for (Snapshot.Live live : snapshot.live()) {
      if (live.pack().isEmpty()) {
        sent(live, registers)
            .ifPresent(
                sent ->
                    lost.add(
                        new SentRecord(
                            sent,
                            live.order(),
                            new RegisterRecord(
                                sent.register(),
                                sent.sender(),
                                sent.period(),
                                "",
                                Map.of(),
                                new Origin(live.path(), "", 0, "")))));
      }
    }
    return lost;
  }

  private static List<PackWork> packs(Snapshot snapshot) {
    Map<String, TreeMap<String, Snapshot.Live>> byPack = new TreeMap<>();
    for (Snapshot.Live live : snapshot.live()) {
      if (!live.pack().isEmpty()) {
        byPack.computeIfAbsent(live.pack(), pack -> new TreeMap<>()).put(live.batch(), live);
      }
    }
    List<PackWork> packs = new ArrayList<>();
    byPack.forEach((pack, live) -> packs.add(new PackWork(pack, live)));
    return packs;
  }
}
