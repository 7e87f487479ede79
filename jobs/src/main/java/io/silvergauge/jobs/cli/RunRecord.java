package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.jobs.evaluate.EvaluationRun;
import io.silvergauge.jobs.evaluate.Progress;
import io.silvergauge.jobs.ingest.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run did and how long it took, in {@code runs/<time>.json}: the only place where times of
 * the clock are written.
 */
final class RunRecord implements AutoCloseable {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Clock clock = Clock.systemUTC();
  private final Path folder;
  private final Instant started = clock.instant();
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final Map<String, Long> steps = new LinkedHashMap<>();

  private RunRecord(Path folder) {
    this.folder = folder;
  }

  static RunRecord begin(Path out, String command, Path assessment) {
    RunRecord record = new RunRecord(out.resolve("runs"));
    record.fields.put("program", Main.PROGRAM);
    record.fields.put("command", command);
    record.fields.put("assessment", assessment.toString());
    record.fields.put("outcome", "failed");
    return record;
  }

  /** The same progress with the duration of each step written down. */
  Progress timing(Progress heard) {
    return new Progress() {
      private Instant begun = clock.instant();
      private String step = "";

      @Override
      public void begin(Bilingual text, int tasks) {
        begun = clock.instant();
        step = text.en();
        heard.begin(text, tasks);
      }

      @Override
      public void advance(int done, int tasks) {
        heard.advance(done, tasks);
      }

      @Override
      public void end() {
        steps.put(step, Duration.between(begun, clock.instant()).toMillis());
        heard.end();
      }
    };
  }

  void jobs(int count) {
    fields.put("spark_jobs", count);
  }

  void result(EvaluationRun.Result result) {
    Account account = result.snapshot().account();
    Map<String, Integer> rejects = new TreeMap<>();
    result.rejects().forEach((period, tally) -> rejects.put(period, tally.all()));
    fields.put("outcome", result.changed() ? "published" : "nothing to publish");
    fields.put("snapshot", result.snapshot().id());
    fields.put("live_deliveries", result.snapshot().live().size());
    fields.put("files_read", result.filesRead());
    fields.put("records", account);
    fields.put("rejects", rejects);
  }

  @Override
  public void close() throws IOException {
    Instant ended = clock.instant();
    fields.put("started", started.toString());
    fields.put("ended", ended.toString());
    fields.put("milliseconds", Duration.between(started, ended).toMillis());
    fields.put("steps_milliseconds", steps);
    Files.createDirectories(folder);
    Files.write(folder.resolve(NAME.format(started) + ".json"), EvaluationJson.write(fields));
  }
}
