package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.Signing;
import io.silvergauge.indicators.scheme.Special;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.export.BehindTables;
import io.silvergauge.jobs.export.CsvTables;
import io.silvergauge.jobs.export.CsvText;
import io.silvergauge.jobs.export.FindingTables;
import io.silvergauge.jobs.export.Provenance;
import io.silvergauge.jobs.export.RejectTable;
import io.silvergauge.jobs.export.ScreenTable;
import io.silvergauge.jobs.export.VisitTable;
import io.silvergauge.jobs.store.Manifest;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.PublishedModel;
import io.silvergauge.jobs.store.Snapshot;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.Rendering;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.Styling;
import io.silvergauge.reports.html.HandoutKind;
import io.silvergauge.reports.html.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Writes what a run found into a staging folder - reports, tables, what was refused, the manifest -
 * and publishes it whole or not at all.
 */
final class PublicationWriter {
  private final Assessment assessment;
  private final List<Special> special;
  private final Styling styling;
  private final Storage store;
  private final Storage output;
  private final String program;
  private final Progress progress;

  PublicationWriter(
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

  /**
   * Publishes.
   *
   * @param cities what the pages of a city show, all periods
   * @param told by period
   * @return whether anything new was published
   * @throws RunFailure if a report cannot be written or what was published has been changed
   */
  boolean publish(
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
      List<RenderJob.Failure> failures = new ArrayList<>();
      try (Beside<List<RenderJob.Failure>> besides =
          Beside.begin(() -> writeBesides(staging, evaluations, cities, refused, reach, told))) {
        failures.addAll(
            RenderJob.run(
                spark,
                evaluations,
                cities,
                assessment.languages(),
                assessment.formats(),
                assessment.editions(),
                styling,
                store,
                output,
                staging,
                progress));
        failures.addAll(besides.given());
      }
      if (!failures.isEmpty()) {
        throw renderingFailed(failures);
      }
      progress.begin(new Bilingual("发布", "publishing"), 1);
      Manifest manifest = manifest(publications, staging, evaluations, snapshot);
      boolean changed = publications.publish(staging, traced(staging, evaluations, manifest));
      progress.end();
      return changed;
    } catch (Exception e) { // an interruption too, which Spark throws undeclared
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
        Stream.of(ExitCode.ENVIRONMENT, ExitCode.INTERNAL)
            .filter(status -> failures.stream().anyMatch(one -> one.status() == status))
            .findFirst()
            .orElse(ExitCode.USAGE),
        Bilingual.of(
            "以下报告无法生成：%s；未发布任何内容",
            "these reports could not be written: %s; nothing is published", causes),
        new IllegalStateException(traces.toString()));
  }

  /** Writes all that is not one city's; what failed is named like a city. */
  private List<RenderJob.Failure> writeBesides(
      String staging,
      Map<String, Evaluation> evaluations,
      List<RegionEvaluation> cities,
      AllRefused refused,
      RefusedReach reach,
      Map<String, Told> told)
      throws IOException {
    List<RenderJob.Failure> failures =
        new ArrayList<>(writeComparisons(staging, evaluations, cities));
    for (Evaluation evaluation : evaluations.values()) {
      writeTables(staging, evaluation, cities);
      writeTold(staging + "/" + evaluation.folder() + "/", told.get(evaluation.period()));
    }
    writeRejects(staging, evaluations, refused, reach);
    if (special.isEmpty()) { // of less than all, the tables say more than was asked
      failures.addAll(writeHandouts(staging, evaluations, cities));
    }
    return failures;
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
    Optional<byte[]> visits = VisitTable.of(own);
    if (visits.isPresent()) {
      writeTable(folder, "visits.csv", visits.get());
    }
    writeTable(folder, "ledger.csv", FindingTables.ledger(evaluation, own));
    Optional<byte[]> changes =
        new SinceSigned(output, program, evaluatedFrom()).table(evaluation, own);
    if (changes.isPresent()) {
      writeTable(folder, "changes.csv", changes.get());
    }
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
                  .forEach(
                      period ->
                          tables.get(period).forEach(table -> table.add(reach.shown(reject)))));
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

  private List<RenderJob.Failure> writeComparisons(
      String staging, Map<String, Evaluation> evaluations, List<RegionEvaluation> cities) {
    return evaluations.values().parallelStream()
        .flatMap(one -> writeComparisons(staging, one, cities).stream())
        .toList();
  }

  /** Writes the reports that compare the cities; a failure is named like that of a city. */
  private List<RenderJob.Failure> writeComparisons(
      String staging, Evaluation evaluation, List<RegionEvaluation> cities) {
    String folder = staging + "/" + evaluation.folder() + "/reports/";
    boolean pages = assessment.formats().contains(ReportFormat.HTML);
    Written written =
        pages
            ? Written.all(evaluation, assessment.languages())
            : Written.of(assessment.languages(), List.of());
    Rendering by = new Rendering(written, styling);
    try {
      List<RegionEvaluation> own = own(evaluation, cities);
      writeComparisons(folder, evaluation, own, by);
      for (Edition edition : assessment.editions()) {
        if (edition.compares()) {
          writeComparisons(
              staging + "/" + evaluation.folder() + "/" + RenderJob.EDITIONS + edition.code() + "/",
              edition.of(evaluation),
              own.stream().map(city -> edition.of(evaluation, city).city()).toList(),
              by);
        }
      }
      return List.of();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return List.of(RenderJob.Failure.of(evaluation.period(), "comparison", e));
    }
  }

  private void writeComparisons(
      String folder, Evaluation evaluation, List<RegionEvaluation> cities, Rendering by)
      throws IOException {
    for (ReportFormat format : assessment.formats()) {
      for (Language language : format.apart(assessment.languages())) {
        output.write(
            folder + format.comparisonFile(language),
            format.comparison(evaluation, cities, language, by));
      }
    }
  }

  /** Writes the documents for senders and departments; they say what the tables do. */
  private List<RenderJob.Failure> writeHandouts(
      String staging, Map<String, Evaluation> evaluations, List<RegionEvaluation> cities) {
    return evaluations.values().parallelStream()
        .flatMap(one -> writeHandouts(staging, one, own(one, cities)).stream())
        .toList();
  }

  private List<RenderJob.Failure> writeHandouts(
      String staging, Evaluation evaluation, List<RegionEvaluation> cities) {
    String folder = staging + "/" + evaluation.folder();
    Map<String, RegionEvaluation> byCode =
        cities.stream().collect(Collectors.toMap(city -> city.region().code(), city -> city));
    boolean pages = assessment.formats().contains(ReportFormat.HTML);
    Rendering by =
        new Rendering(
            pages
                ? Written.all(evaluation, assessment.languages())
                : Written.of(assessment.languages(), List.of()),
            styling);
    try {
      Handouts handouts =
          new Handouts(
              evaluation,
              code -> new Edition.Seen(evaluation, byCode.get(code)),
              SentTables.read(output, folder));
      for (HandoutKind kind : HandoutKind.PUBLISHED) {
        handouts.write(
            kind.of(evaluation, List.of(), List.of()),
            assessment.formats(),
            assessment.languages(),
            by,
            output,
            folder + "/reports/");
      }
      return List.of();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return List.of(RenderJob.Failure.of(evaluation.period(), "handouts", e));
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

  /** Writes what all of it came from; of periods that are carried over as well. */
  private Manifest traced(String staging, Map<String, Evaluation> evaluations, Manifest manifest)
      throws IOException {
    Map<String, Evaluation> anew = new HashMap<>();
    evaluations.values().forEach(one -> anew.put(one.folder(), one));
    Map<String, List<Signing.Signature>> signatures = new TreeMap<>();
    Set<String> folders = new TreeSet<>(manifest.periods().keySet());
    folders.addAll(manifest.specials().keySet());
    for (String folder : folders) {
      String written = staging + "/" + folder + "/evaluation.json";
      Evaluation evaluation =
          anew.containsKey(folder)
              ? anew.get(folder)
              : PublishedModel.read(output, written, Evaluation.class);
      Signing signing = evaluation.conduct().signing();
      signatures.put(folder, signing == null ? List.of() : signing.signatures());
    }
    byte[] provenance = Provenance.of(manifest, signatures);
    output.write(staging + "/" + Provenance.FILE, provenance);
    return manifest.with(Provenance.FILE, Sha256.of(provenance));
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
      String made = before.get().program();
      before.get().periods().forEach((name, entry) -> periods.put(name, entry.madeBy(made)));
      before.get().specials().forEach((name, entry) -> specials.put(name, entry.madeBy(made)));
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
                        evaluatedFrom(),
                        program)));
    List<Manifest.FileEntry> files =
        new ArrayList<>(snapshot.live().stream().map(PublicationWriter::file).toList());
    snapshot.visits().forEach(file -> files.add(VisitFiles.entry(file)));
    snapshots.put(snapshot.id(), files);
    return new Manifest(
        Manifest.MODEL, program, periods, specials, snapshots, publications.hashes(staging));
  }

  /** The list of deliveries is not among them: the snapshot says which of it is live. */
  private Map<String, String> evaluatedFrom() {
    Map<String, String> files = new TreeMap<>(assessment.files());
    files.remove("data/deliveries.csv");
    files.putAll(styling.hashes());
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
