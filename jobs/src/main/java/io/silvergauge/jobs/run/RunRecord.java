package io.silvergauge.jobs.run;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.EvaluationRun;
import io.silvergauge.jobs.evaluate.Progress;
import io.silvergauge.jobs.ingest.Account;
import io.silvergauge.jobs.store.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run did and how long it took, in {@code runs/<id>.json}: the only place in the output
 * folder where times of the clock are written. It is there from the start, so that a run which dies
 * without a word is known too.
 */
public final class RunRecord {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Clock clock = RunClock.utc();
  private final Path folder;
  private final Instant started = clock.instant();
  private final String id;
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final Map<String, Long> steps = new LinkedHashMap<>();
  private boolean ended;

  private RunRecord(Path folder, Owner owner) {
    this.folder = folder;
    this.id = NAME.format(started) + "-" + owner.pid();
  }

  /**
   * A run that starts now; nothing is written yet.
   *
   * @param program name and version of the program
   * @param command which command
   * @param assessment the assessment folder as it was given
   */
  public static RunRecord of(Path out, String program, String command, Path assessment) {
    Owner owner = Owner.me(command);
    RunRecord record = new RunRecord(out.resolve(RunHistory.FOLDER), owner);
    record.fields.put("model", RunHistory.MODEL);
    record.fields.put("id", record.id);
    record.fields.put("program", program);
    record.fields.put("command", command);
    record.fields.put("assessment", assessment.toString());
    record.fields.put("host", owner.host());
    record.fields.put("pid", owner.pid());
    record.fields.put("process", owner.process());
    record.fields.put("started", record.started.toString());
    record.fields.put("outcome", Outcome.RUNNING.text());
    return record;
  }

  /** How a run ended. */
  public enum Outcome {
    /** At work, or dead without a word. */
    RUNNING("running"),
    /** Something new was published. */
    PUBLISHED("published"),
    /** All was done already. */
    NOTHING("nothing to publish"),
    /** Nothing is published, for a reason that is told. */
    FAILED("failed"),
    /** Ended by a signal. */
    STOPPED("stopped");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    /** As records have it. */
    public String text() {
      return text;
    }
  }

  /** What tells this run. */
  public String id() {
    return id;
  }

  /** The same progress with the duration of each step written down. */
  public Progress timing(Progress heard) {
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
        put(() -> steps.put(step, Duration.between(begun, clock.instant()).toMillis()));
        heard.end();
      }
    };
  }

  /** How many Spark jobs it took. */
  public void jobs(int count) {
    put(() -> fields.put("spark_jobs", count));
  }

  /** What was asked for. */
  public void asked(List<Period> periods, LocalDate asOf) {
    put(
        () -> {
          fields.put("as_of", asOf.toString());
          fields.put("periods", periods.stream().map(Period::toString).toList());
        });
  }

  /** What was to be done, and why. */
  public void due(Due due) {
    due.asOf().ifPresent(asOf -> asked(due.periods(), asOf));
    put(
        () -> {
          fields.put("reasons", due.reasons());
          fields.put("waiting", due.waiting());
        });
  }

  /**
   * What it came to.
   *
   * @param publication what is published now
   */
  public void result(EvaluationRun.Result result, String publication) {
    Account account = result.snapshot().account();
    Map<String, Integer> rejects = new TreeMap<>();
    result.rejects().forEach((period, tally) -> rejects.put(period, tally.all()));
    put(
        () -> {
          fields.put("outcome", (result.changed() ? Outcome.PUBLISHED : Outcome.NOTHING).text());
          fields.put("publication", publication);
          fields.put("snapshot", result.snapshot().id());
          fields.put("live_deliveries", result.snapshot().live().size());
          fields.put("files_read", result.filesRead());
          fields.put("records", account);
          fields.put("rejects", rejects);
        });
  }

  /** Whether something new was published. */
  public synchronized boolean hasPublished() {
    return Outcome.PUBLISHED.text().equals(fields.get("outcome"));
  }

  private synchronized void put(Runnable change) {
    if (!ended) {
      change.run();
    }
  }

  /** Writes that the run is at work. */
  public synchronized void begin() throws IOException {
    write();
  }

  /**
   * Writes how the run ended, once: of the run itself and a signal whichever comes first.
   *
   * @param otherwise the outcome where nothing was published
   * @param said the last words of it
   * @return whether this was the first call
   */
  public synchronized boolean end(int exit, Outcome otherwise, Bilingual said) throws IOException {
    if (ended) {
      return false;
    }
    ended = true;
    if (Outcome.RUNNING.text().equals(fields.get("outcome"))) {
      fields.put("outcome", otherwise.text());
    }
    Instant now = clock.instant();
    fields.put("exit", exit);
    fields.put("said", said);
    fields.put("ended", now.toString());
    fields.put("milliseconds", Duration.between(started, now).toMillis());
    fields.put("steps_milliseconds", steps);
    boolean interrupted = Thread.interrupted(); // which would close the file being written
    try {
      write();
      RunHistory.forgetOld(folder);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return true;
  }

  /** The record as it stands, as JSON. */
  public synchronized byte[] json() {
    return EvaluationJson.write(fields);
  }

  private void write() throws IOException {
    Files.createDirectories(folder);
    Path part = folder.resolve(".part-" + id);
    try {
      Files.write(part, json());
      Files.move(part, folder.resolve(id + RunHistory.ENDING), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw LocalStorage.at(part, e);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
