package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.evaluation.CheckResult;
import io.silvergauge.indicators.evaluation.Comparison;
import io.silvergauge.indicators.evaluation.ConductView;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.History;
import io.silvergauge.indicators.evaluation.OutlookMaker;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.RelativeStandings;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.Signing;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.scheme.Special;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.LiveDelivery;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.Snapshot;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.Styling;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * From deliveries to a publication: read what is new, account for every row, evaluate, compare,
 * write, publish. Spark starts three jobs at most, however many indicators, cities and periods.
 */
public final class EvaluationRun {
  private final Assessment assessment;
  private final Storage store;
  private final Storage output;
  private final String program;
  private final Progress progress;
  private final List<Special> special;
  private final Styling styling;

  /**
   * A run.
   *
   * @param store where packs and snapshots are kept
   * @param output where publications are kept
   * @param program name and version of the program, for the manifest
   */
  public EvaluationRun(
      Assessment assessment, Storage store, Storage output, String program, Progress progress) {
    this(assessment, List.of(), Styling.SHIPPED, store, output, program, progress);
  }

  private EvaluationRun(
      Assessment assessment,
      List<Special> special,
      Styling styling,
      Storage store,
      Storage output,
      String program,
      Progress progress) {
    this.assessment = assessment;
    this.special = special;
    this.styling = styling;
    this.store = store;
    this.output = output;
    this.program = program;
    this.progress = progress;
  }

  /** The same run for a special evaluation, published beside the comprehensive one. */
  public EvaluationRun about(Special subject) {
    return new EvaluationRun(
        assessment.about(subject), List.of(subject), styling, store, output, program, progress);
  }

  /** The same run with reports in the look of an agency. */
  public EvaluationRun styled(Styling wanted) {
    return new EvaluationRun(assessment, special, wanted, store, output, program, progress);
  }

  /**
   * What a run left.
   *
   * @param evaluations by period
   * @param rejects by period, what was refused in what its evaluation reads
   * @param tables by period, what was revised and what no figure uses
   * @param unused justifications of these periods that answer no warning
   * @param snapshot what they rest on
   * @param filesRead how many files were read now
   * @param changed whether anything new was published
   */
  public record Result(
      Map<String, Evaluation> evaluations,
      Map<String, RejectTally> rejects,
      Map<String, Told> tables,
      List<Justification> unused,
      Snapshot snapshot,
      int filesRead,
      boolean changed) {}

  /**
   * Runs.
   *
   * @param periods which of the assessment's periods
   * @param asOf only deliveries received by this day count
   * @throws RunFailure if nothing is published
   */
  public Result run(JavaSparkContext spark, List<Period> periods, LocalDate asOf)
      throws IOException {
    new Publications(output).current(); // what a later version published is refused before any work
    List<LiveDelivery> live = LiveDelivery.asOf(assessment.deliveries(), asOf);
    List<Delivery> restated = Revisions.ofRestatedSlots(assessment.deliveries(), asOf);
    ReadJob.Result read = new ReadJob(assessment, store).run(spark, live, restated, progress);
    FileGate.Result passed = FileGate.pass(read.snapshot(), assessment.gates().fileRejectedOver());
    Said said = Said.of(assessment, asOf);
    Snapshot snapshot = passed.snapshot().with(VisitFiles.keep(assessment, said.rounds(), store));
    PublicationGates.checkAccounts(read.snapshot());
    PublicationGates.checkAccounts(snapshot);
    snapshot.save(store);
    List<Period> upToNewest = evaluated(periods.get(periods.size() - 1));
    RefusedFiles files = new RefusedFiles(assessment, read, passed.refused());
    AllRefused refusedAll =
        new AllRefused(new Packs(store), read.snapshot(), files.rejects(), AllRefused.HELD);
    RefusedReach reach = new RefusedReach(assessment, read.snapshot(), periods);
    Map<String, RejectTally> rejects = new TreeMap<>();
    periods.forEach(period -> rejects.put(period.toString(), RejectTally.NONE));
    Lapses.Rejected rejected = new Lapses.Rejected(snapshot, upToNewest);
    refusedAll.forEach(
        reject -> {
          rejected.add(reject);
          for (String period : reach.of(reject)) {
            rejects.computeIfPresent(period, (key, before) -> before.plus(reject));
          }
        });
    Tellings tellings = new Tellings(assessment, store);
    List<Chase> chased = tellings.chased(snapshot, asOf);
    Lapses lapses = Lapses.of(assessment, rejected, chased, upToNewest);
    EvaluateJob.Result evaluated =
        EvaluateJob.run(
            spark,
            assessment,
            snapshot,
            store,
            upToNewest,
            periods,
            files.bySlot(),
            lapses,
            said,
            progress);
    List<RegionEvaluation> unranked =
        RelativeStandings.of(assessment.scheme(), evaluated.evaluations());
    Map<String, Told> told =
        tellings.told(
            new SmallRevisions(assessment.scheme(), unranked)
                .of(tellings.revisions(restated, read.restated())),
            evaluated.unused(),
            chased,
            periods);
    Map<String, Evaluation> evaluations = new TreeMap<>();
    List<RegionEvaluation> cities = new ArrayList<>();
    List<List<RegionEvaluation>> earlier = new ArrayList<>();
    for (Period period : upToNewest) {
      List<RegionEvaluation> ranked =
          Comparison.ranked(
              assessment.scheme(),
              unranked.stream().filter(one -> one.period().equals(period.toString())).toList());
      if (periods.contains(period)) {
        RejectTally refused = rejects.get(period.toString());
        PublicationGates.checkGate(period, ranked, refused);
        PublicationGates.checkCoverage(period, ranked, assessment.gates().runCoverageBelow());
        cities.addAll(History.attached(SchemeView.of(assessment.scheme()), ranked, earlier));
        evaluations.put(
            period.toString(),
            evaluation(
                period,
                asOf,
                snapshot,
                ranked,
                newest(earlier),
                refused.all(),
                lapses.ofSenders(assessment, upTo(period), said.responses())));
      }
      earlier.add(ranked);
    }
    evaluations.replaceAll(
        (period, one) -> one.signed(Signing.of(one, cities, assessment.signatures())));
    boolean changed =
        new PublicationWriter(assessment, special, styling, store, output, program, progress)
            .publish(spark, evaluations, cities, refusedAll, reach, told, snapshot);
    return new Result(
        evaluations, rejects, told, unused(cities, said), snapshot, read.filesRead(), changed);
  }

  /** Justifications of the evaluated cities' periods that answer no warning. */
  private static List<Justification> unused(List<RegionEvaluation> cities, Said said) {
    Set<String> periods = cities.stream().map(RegionEvaluation::period).collect(Collectors.toSet());
    List<CheckResult> results = cities.stream().flatMap(city -> city.checks().stream()).toList();
    return said.justifications().stream()
        .filter(reply -> periods.contains(reply.period()))
        .filter(reply -> results.stream().noneMatch(result -> result.answeredBy(reply)))
        .toList();
  }

  /**
   * The assessment's periods up to one of them: the earlier ones make the series behind its
   * figures.
   */
  private List<Period> upTo(Period newest) {
    return assessment.periods().stream().filter(period -> period.compareTo(newest) <= 0).toList();
  }

  /** Those, or all where yardsticks or gaps take later ones: no result depends on what is asked. */
  private List<Period> evaluated(Period newest) {
    return assessment.scheme().indicators().stream().anyMatch(one -> one.steps().needsAllPeriods())
        ? List.copyOf(assessment.periods())
        : upTo(newest);
  }

  private Evaluation evaluation(
      Period period,
      LocalDate asOf,
      Snapshot snapshot,
      List<RegionEvaluation> ranked,
      List<RegionEvaluation> before,
      int rejects,
      List<Finding> senders) {
    Reach reach = new Reach(assessment.scheme(), assessment.sources());
    List<Evaluation.DeliveryRow> deliveries =
        snapshot.live().stream()
            .filter(live -> reach.reads(period, live.source(), Period.parse(live.period())))
            .map(this::delivery)
            .toList();
    SchemeView view = SchemeView.of(assessment.scheme());
    return new Evaluation(
        Evaluation.MODEL,
        assessment.name(),
        assessment.notice(),
        period.toString(),
        asOf.toString(),
        snapshot.id(),
        conduct(period),
        view,
        Comparison.rows(ranked),
        deliveries,
        rejects,
        senders,
        OutlookMaker.of(view, ranked, before),
        Senders.of(assessment, deliveries, ranked));
  }

  private ConductView conduct(Period period) {
    ConductView conduct = ConductView.of(assessment.scheme().conduct(), period);
    return special.stream()
        .map(one -> new ConductView.SpecialView(one.id(), one.name(), one.nodes()))
        .findFirst()
        .map(conduct::about)
        .orElse(conduct);
  }

  private static List<RegionEvaluation> newest(List<List<RegionEvaluation>> periods) {
    return periods.isEmpty() ? List.of() : periods.get(periods.size() - 1);
  }

  private Evaluation.DeliveryRow delivery(Snapshot.Live live) {
    SourceDescription source = assessment.sources().get(live.source());
    return new Evaluation.DeliveryRow(
        live.path(),
        live.sha256(),
        live.sender(),
        live.source(),
        source.name(),
        source.data() == SourceDescription.DataKind.OFFICIAL ? "official" : "synthetic",
        live.received(),
        live.slot(),
        live.mode(),
        live.account().read(),
        live.account().accepted(),
        live.account().rejected(),
        live.account().setAside());
  }
}
