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
import io.silvergauge.indicators.register.Registers;
import io.silvergauge.indicators.register.SentRecord;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.City;
import io.silvergauge.jobs.store.Snapshot;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /**
   * What evaluating gave.
   *
   * @param evaluations one for each enrolled city and period, without ranks; cities × periods
   * @param unused what was accepted and is in no figure, a line a file and region or statistic
   */
  public record Result(List<RegionEvaluation> evaluations, List<Unused> unused) {}

  /** What came of one city, or of what no city uses. */
  private record Done(ArrayList<RegionEvaluation> evaluations, ArrayList<Unused> unused)
      implements Serializable {}

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
    EvaluationRules rules =
        EvaluationRules.of(assessment, snapshot, periods, whole, files, lapses, said);
    List<PackShares.Work> packs = PackShares.works(snapshot);
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
      JavaSparkContext spark,
      List<PackShares.Work> packs,
      EvaluationRules rules,
      Storage store,
      boolean few) {
    int groups = Math.min(rules.cities().size(), spark.sc().defaultParallelism() * GROUPS_A_CORE);
    spark.setJobDescription("sum and evaluate " + rules.cities().size() + " cities");
    try (Parcels parcels = Parcels.of(spark, few)) {
      Broadcast<Parcels.Parcel<EvaluationRules>> shared = spark.broadcast(parcels.lasting(rules));
      JavaRDD<Parcels.Parcel<Done>> cities =
          spark
              .parallelize(packs, packs.size())
              .flatMapToPair(
                  pack ->
                      parcels
                          .work(() -> named(pack, store, shared.value().content(), parcels))
                          .iterator())
              .groupByKey(groups)
              .map(
                  city ->
                      parcels.work(
                          () ->
                              parcels.lasting(
                                  done(city._1(), city._2(), shared.value().content()))));
      List<Done> done =
          Tasks.given(new Bilingual("评估城市", "evaluating cities"), store, cities::collect).stream()
              .map(Parcels.Parcel::content)
              .toList();
      shared.unpersist();
      return done;
    }
  }

  private static List<Tuple2<String, Parcels.Parcel<Share>>> named(
      PackShares.Work work, Storage store, EvaluationRules rules, Parcels parcels)
      throws IOException {
    String at = store.location("packs/" + work.pack());
    return Tasks.naming(
        Bilingual.of("汇总 %s ", "summing %s", at), () -> PackShares.of(work, store, rules, parcels));
  }

  private static Done done(
      String city, Iterable<Parcels.Parcel<Share>> shares, EvaluationRules rules)
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
    return city.equals(PackShares.NO_CITY)
        ? new Done(new ArrayList<>(), new ArrayList<>(UnusedFinder.together(unused)))
        : new Done(
            Tasks.naming(
                Bilingual.of("评估城市 %s ", "evaluating city %s", city),
                () -> new ArrayList<>(evaluate(city, delivered, records, refused, rules))),
            new ArrayList<>());
  }

  /** One city in all periods: a plain function of what its leaves reported. */
  private static List<RegionEvaluation> evaluate(
      String code,
      Collection<Delivered> delivered,
      Collection<SentRecord> records,
      Collection<Refused> refused,
      EvaluationRules rules) {
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
  private static List<RegionEvaluation> shown(City city, Reported reported, EvaluationRules rules) {
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
      RegionEvaluation evaluation, List<Sighting> sightings, EvaluationRules rules) {
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
}
