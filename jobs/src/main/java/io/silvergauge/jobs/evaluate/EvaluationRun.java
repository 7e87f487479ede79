package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.CheckResult;
import io.silvergauge.indicators.evaluation.Comparison;
import io.silvergauge.indicators.evaluation.ConductView;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.History;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.OutlookMaker;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.Signing;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.scheme.Special;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.DeliveryList;
import io.silvergauge.jobs.assessment.LiveDelivery;
import io.silvergauge.jobs.export.BehindTables;
import io.silvergauge.jobs.export.CsvTables;
import io.silvergauge.jobs.export.CsvText;
import io.silvergauge.jobs.export.FindingTables;
import io.silvergauge.jobs.export.RejectTable;
import io.silvergauge.jobs.export.ScreenTable;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.store.Manifest;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.Snapshot;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.Rendering;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.docx.WordTemplate;
import io.silvergauge.reports.html.Written;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * From deliveries to a publication: read what is new, account for every row, evaluate, compare,
 * write, publish. Spark starts three jobs at most, however many indicators, cities and periods.
 */
public final class EvaluationRun {
  private static final int CAUSES_SHOWN = 10;

  private final Assessment assessment;
  private final Storage store;
  private final Storage output;
  private final String program;
  private final Progress progress;
  private final List<Special> special;
  private final WordTemplate template;

  /**
   * A run.
   *
   * @param store where packs and snapshots are kept
   * @param output where publications are kept
   * @param program name and version of the program, for the manifest
   */
  public EvaluationRun(
      Assessment assessment, Storage store, Storage output, String program, Progress progress) {
    this(assessment, List.of(), WordTemplate.NONE, store, output, program, progress);
  }

  private EvaluationRun(
      Assessment assessment,
      List<Special> special,
      WordTemplate template,
      Storage store,
      Storage output,
      String program,
      Progress progress) {
    this.assessment = assessment;
    this.special = special;
    this.template = template;
    this.store = store;
    this.output = output;
    this.program = program;
    this.progress = progress;
  }

  /** The same run for a special evaluation, published beside the comprehensive one. */
  public EvaluationRun about(Special subject) {
    return new EvaluationRun(
        assessment.about(subject), List.of(subject), template, store, output, program, progress);
  }

  /** The same run with Word documents in the styles of a template. */
  public EvaluationRun styled(WordTemplate wanted) {
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
    List<LiveDelivery> live = LiveDelivery.asOf(assessment.deliveries(), asOf);
    List<Delivery> restated = Revisions.ofRestatedSlots(assessment.deliveries(), asOf);
    ReadJob.Result read = new ReadJob(assessment, store).run(spark, live, restated, progress);
    FileGate.Result passed = FileGate.pass(read.snapshot(), assessment.gates().fileRejectedOver());
    Snapshot snapshot = passed.snapshot();
    checkAccounts(read.snapshot());
    checkAccounts(snapshot);
    snapshot.save(store);
    List<Period> upToNewest = upTo(periods.get(periods.size() - 1));
    AllRefused refusedAll =
        new AllRefused(
            new Packs(store), read.snapshot(), besides(read, passed.refused()), AllRefused.HELD);
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
    List<Chase> chased = chased(snapshot, asOf);
    Lapses lapses = Lapses.of(assessment, rejected, chased, upToNewest);
    Said said = Said.of(assessment, asOf);
    EvaluateJob.Result evaluated =
        EvaluateJob.run(
            spark,
            assessment,
            snapshot,
            store,
            upToNewest,
            periods,
            files(read, passed.refused()),
            lapses,
            said,
            progress);
    List<RegionEvaluation> unranked = evaluated.evaluations();
    Map<String, Told> told =
        told(revisions(restated, read.restated()), evaluated.unused(), chased, periods);
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
        checkGate(period, ranked, refused);
        checkCoverage(period, ranked, assessment.gates().runCoverageBelow());
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
    boolean changed = publish(spark, evaluations, cities, refusedAll, reach, told, snapshot);
    return new Result(
        evaluations, rejects, told, unused(cities, said), snapshot, read.filesRead(), changed);
  }

  /**
   * On the driver: bounded by regions × statistics × periods, and by the records of registers, of
   * the slots that were restated.
   */
  private List<Revision> revisions(List<Delivery> restated, Map<String, Packs.Entry> entries)
      throws IOException {
    Map<String, List<LeafSum>> sums = new TreeMap<>();
    Map<String, List<RegisterRecord>> records = new TreeMap<>();
    for (Delivery delivery : restated) {
      Packs.Entry entry = entries.get(delivery.path());
      if (entry != null) {
        records.put(
            delivery.path(),
            new Packs(store)
                .records(entry.pack(), Set.of(entry.key())).stream()
                    .map(Packs.KeyedRecord::record)
                    .toList());
        sums.put(
            delivery.path(),
            new Packs(store)
                .sums(entry.pack(), Set.of(entry.key())).stream()
                    .map(Packs.KeyedSum::sum)
                    .toList());
      }
    }
    List<Revision> revisions =
        new ArrayList<>(new Revisions(assessment.scheme()).of(restated, sums));
    revisions.addAll(new RegisterRevisions(assessment.scheme()).of(restated, records));
    return revisions;
  }

  /** On the driver: the regions of what is owed, regions × deliveries that are expected. */
  private List<Chase> chased(Snapshot snapshot, LocalDate asOf) throws IOException {
    ChaseList list = new ChaseList(assessment, asOf);
    Set<String> owed = new TreeSet<>();
    list.live().forEach(one -> owed.add(one.path()));
    Map<String, Set<String>> regions = new TreeMap<>();
    for (Snapshot.Live live : snapshot.live()) {
      if (owed.contains(live.path()) && !live.pack().isEmpty()) {
        regions.put(live.path(), new Packs(store).regions(live.pack(), live.batch()));
      }
    }
    return list.of(regions);
  }

  /** Of each period what its evaluation reads. */
  private Map<String, Told> told(
      List<Revision> revisions, List<Unused> unused, List<Chase> chased, List<Period> periods) {
    Reach reach = new Reach(assessment.scheme(), assessment.sources());
    Map<String, Told> told = new TreeMap<>();
    for (Period period : periods) {
      told.put(
          period.toString(),
          new Told(
              revisions.stream()
                  .filter(one -> reads(period, one.statistic(), one.period()))
                  .toList(),
              unused.stream().filter(one -> reads(period, one.statistic(), one.period())).toList(),
              chased.stream()
                  .filter(one -> reach.reads(period, one.owed().source(), one.owed().period()))
                  .toList()));
    }
    return told;
  }

  /** Whether evaluating a period reads what is reported of another; of no statistic, its own. */
  private boolean reads(Period period, String statistic, String reported) {
    Period of = Period.parse(reported);
    return statistic.isEmpty()
        ? period.contains(of) || of.contains(period)
        : assessment.scheme().statistic(statistic).reaches(period, of);
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

  /** Every record of every file must be accounted for before anything is published. */
  private static void checkAccounts(Snapshot snapshot) {
    for (Snapshot.Live live : snapshot.live()) {
      if (!live.account().balanced()) {
        throw new RunFailure(
            ExitCode.INTERNAL,
            Bilingual.of(
                "%s：记录数不符（读取 %d，采用 %d，拒绝 %d，另列 %d），不予发布",
                "%s: the records do not add up (read %d, accepted %d, rejected %d, set aside %d);"
                    + " nothing is published",
                live.path(),
                live.account().read(),
                live.account().accepted(),
                live.account().rejected(),
                live.account().setAside()));
      }
    }
  }

  /**
   * A period in which no city has any result is never published as an empty ranking; what was
   * refused in it is the likely cause and is told.
   */
  private static void checkGate(Period period, List<RegionEvaluation> cities, RejectTally rejects) {
    boolean any =
        cities.stream()
            .flatMap(city -> city.indicators().stream())
            .anyMatch(indicator -> indicator.amount() != null);
    if (any) {
      return;
    }
    Bilingual causes = Bilingual.EMPTY;
    for (Reject reject : rejects.first().stream().limit(CAUSES_SHOWN).toList()) {
      causes =
          Bilingual.of("%s%n  %s  %s", "%s%n  %s  %s", causes, reject.reason(), reject.message());
    }
    throw new RunFailure(
        ExitCode.GATE,
        Bilingual.of(
            "%s：没有任何城市的任何指标可以计算，不予发布；请检查该时期的报送和截至日期%s",
            "%s: no indicator of any city can be computed, so nothing is published; please check"
                + " the period's deliveries and the as-of date%s",
            period,
            causes));
  }

  /** A period of which too few figures could be worked out is not published. */
  private static void checkCoverage(
      Period period, List<RegionEvaluation> cities, BigDecimal least) {
    List<IndicatorResult> apply =
        cities.stream()
            .flatMap(city -> city.indicators().stream())
            .filter(one -> !Reason.NOT_APPLICABLE.code().equals(one.reason()))
            .toList();
    long worked = apply.stream().filter(one -> one.amount() != null).count();
    Fraction percent = Fraction.of(100 * worked).dividedBy(Fraction.of(Math.max(1, apply.size())));
    if (percent.compareTo(Fraction.of(least)) < 0) {
      throw new RunFailure(
          ExitCode.GATE,
          Bilingual.of(
              "%s：%d 个指标值中只有 %d 个可以计算（%s%%），低于下限 %s%%，不予发布",
              "%s: of %d figures %d can be computed (%s %%), below the limit of %s %%, so nothing is"
                  + " published",
              period,
              apply.size(),
              worked,
              percent.rounded(2).toPlainString(),
              least.toPlainString()));
    }
  }

  /** What was refused of files that were not read, or whole after reading. */
  private List<Reject> besides(ReadJob.Result read, List<Reject> gated) {
    List<Reject> all = new ArrayList<>(read.refused());
    all.addAll(gated);
    assessment.unregistered().forEach(path -> all.add(unregistered(path)));
    return all;
  }

  /** What was refused without being read, or whole after reading; a few a file. */
  private List<Refused> files(ReadJob.Result read, List<Reject> gated) {
    Map<String, Snapshot.Live> byPath = new TreeMap<>();
    read.snapshot().live().forEach(live -> byPath.put(live.path(), live));
    List<Refused> files = new ArrayList<>();
    for (Reject reject : besides(read, gated)) {
      Snapshot.Live live = byPath.get(reject.file());
      if (live != null) {
        files.add(new Refused(reject, live.sender(), live.source(), live.period(), 1));
      } else {
        DeliveryList.slotOf(reject.file())
            .ifPresent(
                slot ->
                    files.add(
                        new Refused(
                            reject, slot.sender(), slot.source(), slot.period().toString(), 1)));
      }
    }
    return files;
  }

  private static Reject unregistered(String path) {
    return Reject.ofFile(
        path,
        RejectReason.FILE_UNREGISTERED,
        Bilingual.of(
            "%s：未在 deliveries.csv 中登记，未读取；请登记，或用 --received 指定收到日期",
            "%s: not in deliveries.csv, so not read; please register it or give the date of receipt"
                + " with --received",
            path));
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
        OutlookMaker.of(view, ranked, before));
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

  private boolean publish(
      JavaSparkContext spark,
      Map<String, Evaluation> evaluations,
      List<RegionEvaluation> cities,
      AllRefused refused,
      RefusedReach reach,
      Map<String, Told> told,
      Snapshot snapshot)
      throws IOException {
    Publications publications = new Publications(output);
    String staging = publications.stage();
    try {
      List<RenderJob.Failure> failures =
          new ArrayList<>(
              RenderJob.run(
                  spark,
                  evaluations,
                  cities,
                  assessment.languages(),
                  assessment.formats(),
                  template,
                  output,
                  staging,
                  progress));
      failures.addAll(
          evaluations.values().parallelStream()
              .flatMap(one -> writeComparisons(staging, one, cities).stream())
              .toList());
      if (!failures.isEmpty()) {
        throw renderingFailed(failures);
      }
      progress.begin(new Bilingual("发布", "publishing"), 1);
      for (Evaluation evaluation : evaluations.values()) {
        writeTables(staging, evaluation, cities);
        writeTold(staging + "/" + evaluation.folder() + "/", told.get(evaluation.period()));
      }
      writeRejects(staging, evaluations, refused, reach);
      boolean changed =
          publications.publish(staging, manifest(publications, staging, evaluations, snapshot));
      progress.end();
      return changed;
    } catch (IOException | RuntimeException e) {
      publications.discard(staging);
      throw e;
    }
  }

  /** Names every city that failed, and each cause once. */
  private static RunFailure renderingFailed(List<RenderJob.Failure> failures) {
    Map<String, String> names = new LinkedHashMap<>();
    StringBuilder traces = new StringBuilder();
    for (RenderJob.Failure failure : failures) {
      names.merge(failure.cause(), failure.name(), (some, one) -> some + ", " + one);
      traces.append(failure.name()).append('\n').append(failure.trace());
    }
    StringBuilder causes = new StringBuilder();
    names.forEach(
        (cause, cities) ->
            causes
                .append(causes.isEmpty() ? "" : "; ")
                .append(cities)
                .append(" (")
                .append(cause)
                .append(')'));
    return new RunFailure(
        failures.stream().anyMatch(RenderJob.Failure::environment)
            ? ExitCode.ENVIRONMENT
            : ExitCode.INTERNAL,
        Bilingual.of(
            "以下报告无法生成：%s；未发布任何内容",
            "these reports could not be written: %s; nothing is published", causes),
        new IllegalStateException(traces.toString()));
  }

  private void writeTables(String staging, Evaluation evaluation, List<RegionEvaluation> cities)
      throws IOException {
    String folder = staging + "/" + evaluation.folder() + "/";
    List<RegionEvaluation> own = own(evaluation, cities);
    output.write(folder + "evaluation.json", EvaluationJson.write(evaluation));
    writeTable(folder, "outcomes.csv", CsvTables.outcomes(own));
    writeTable(folder, "judgements.csv", CsvTables.judgements(own));
    writeTable(folder, "scores.csv", CsvTables.scores(own));
    writeTable(folder, "checks.csv", CsvTables.checks(own));
    for (Map.Entry<String, byte[]> table : BehindTables.of(own).entrySet()) {
      writeTable(folder, table.getKey(), table.getValue());
    }
    writeTable(folder, "findings.csv", FindingTables.findings(evaluation, own));
    Optional<byte[]> screens = ScreenTable.of(evaluation, own);
    if (screens.isPresent()) {
      writeTable(folder, "screens.csv", screens.get());
    }
    writeTable(folder, "ledger.csv", FindingTables.ledger(evaluation, own));
  }

  private static List<RegionEvaluation> own(Evaluation evaluation, List<RegionEvaluation> cities) {
    return cities.stream().filter(city -> city.period().equals(evaluation.period())).toList();
  }

  /** Writes a table, and beside the workbook the same once more as Excel opens it. */
  private void writeTable(String folder, String name, byte[] table) throws IOException {
    output.write(folder + name, table);
    if (assessment.formats().contains(ReportFormat.XLSX)) {
      output.write(folder + "excel/" + name, CsvText.forExcel(table));
    }
  }

  /** All that was refused, into the tables of the periods that would have read it. */
  private void writeRejects(
      String staging, Map<String, Evaluation> evaluations, AllRefused refused, RefusedReach reach)
      throws IOException {
    Map<String, List<RejectTable>> tables = new TreeMap<>();
    try {
      for (Evaluation one : evaluations.values()) {
        List<RejectTable> own = tables.computeIfAbsent(one.period(), key -> new ArrayList<>());
        String folder = staging + "/" + one.folder();
        own.add(RejectTable.plain(output.create(folder + "/rejects.csv")));
        if (assessment.formats().contains(ReportFormat.XLSX)) {
          own.add(RejectTable.forExcel(output.create(folder + "/excel/rejects.csv")));
        }
      }
      refused.forEach(
          reject ->
              reach
                  .of(reject)
                  .forEach(period -> tables.get(period).forEach(table -> table.add(reject))));
    } finally {
      close(tables.values().stream().flatMap(List::stream).toList());
    }
  }

  /** Closes all of them, whatever happens to one. */
  private static void close(List<RejectTable> tables) throws IOException {
    IOException failed = null;
    for (RejectTable table : tables) {
      try {
        table.close();
      } catch (IOException e) {
        if (failed == null) {
          failed = e;
        } else {
          failed.addSuppressed(e);
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  /** Writes the reports that compare the cities; a failure is named like that of a city. */
  private List<RenderJob.Failure> writeComparisons(
      String staging, Evaluation evaluation, List<RegionEvaluation> cities) {
    String folder = staging + "/" + evaluation.folder() + "/reports/";
    Rendering by = new Rendering(Written.all(evaluation, assessment.languages()), template);
    try {
      for (ReportFormat format : assessment.formats()) {
        for (Language language : assessment.languages()) {
          output.write(
              folder + format.comparisonFile(language),
              format.comparison(evaluation, own(evaluation, cities), language, by));
        }
      }
      return List.of();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return List.of(RenderJob.Failure.of(evaluation.period(), "comparison", e));
    }
  }

  /** Written where there is something to tell. */
  private void writeTold(String folder, Told told) throws IOException {
    if (!told.revisions().isEmpty()) {
      writeTable(folder, "revisions.csv", told.revisionTable());
    }
    if (!told.chased().isEmpty()) {
      writeTable(folder, "chase.csv", told.chaseTable());
    }
    if (!told.unused().isEmpty() && special.isEmpty()) { // of less than all, much is unused
      writeTable(folder, "unused.csv", told.unusedTable());
    }
  }

  /** The manifest of what was made now and of the other periods, which stay as they are. */
  private Manifest manifest(
      Publications publications,
      String staging,
      Map<String, Evaluation> evaluations,
      Snapshot snapshot)
      throws IOException {
    Map<String, Manifest.PeriodEntry> periods = new TreeMap<>();
    Map<String, Manifest.PeriodEntry> specials = new TreeMap<>();
    Map<String, List<Manifest.FileEntry>> snapshots = new TreeMap<>();
    Optional<Manifest> before = publications.current();
    if (before.isPresent()) {
      Set<String> anew =
          evaluations.values().stream().map(Evaluation::folder).collect(Collectors.toSet());
      periods.putAll(before.get().periods());
      specials.putAll(before.get().specials());
      periods.keySet().removeAll(anew);
      specials.keySet().removeAll(anew);
      Map<String, Manifest.PeriodEntry> kept = new TreeMap<>(periods);
      kept.putAll(specials);
      for (Map.Entry<String, Manifest.PeriodEntry> old : kept.entrySet()) {
        checkUnchanged(publications.carryOver(staging, before.get(), old.getKey()));
        String rests = old.getValue().snapshot();
        snapshots.put(rests, before.get().snapshots().get(rests));
      }
    }
    Map<String, Manifest.PeriodEntry> made = special.isEmpty() ? periods : specials;
    evaluations
        .values()
        .forEach(
            one ->
                made.put(
                    one.folder(),
                    new Manifest.PeriodEntry(
                        one.asOf(),
                        one.scheme().id() + " " + one.scheme().edition(),
                        one.scheme().sha256(),
                        one.snapshot(),
                        evaluatedFrom())));
    snapshots.put(snapshot.id(), snapshot.live().stream().map(EvaluationRun::file).toList());
    return new Manifest(
        Manifest.MODEL, program, periods, specials, snapshots, publications.hashes(staging));
  }

  /** The list of deliveries is not among them: the snapshot says which of it is live. */
  private Map<String, String> evaluatedFrom() {
    Map<String, String> files = new TreeMap<>(assessment.files());
    files.remove("data/deliveries.csv");
    return files;
  }

  /** What was published must still be what was published, or it is not published again. */
  private static void checkUnchanged(List<String> changed) {
    if (!changed.isEmpty()) {
      throw new RunFailure(
          ExitCode.DIFFERENCE,
          Bilingual.of(
              "已发布的文件被改动：%s；未发布任何内容。请从备份恢复，或重新评估这些时期",
              "published files have been changed: %s; nothing is published. Restore them from a"
                  + " backup or evaluate their periods again",
              String.join(", ", changed)));
    }
  }

  private static Manifest.FileEntry file(Snapshot.Live live) {
    return new Manifest.FileEntry(
        live.path(),
        live.sha256(),
        live.slot(),
        live.received(),
        live.account().read(),
        live.account().accepted(),
        live.account().rejected(),
        live.account().setAside());
  }
}
