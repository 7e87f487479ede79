package io.silvergauge.jobs.run;

import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Manifest;
import io.silvergauge.jobs.store.Publications;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How things stand in an output folder.
 *
 * @param publication where {@code current} leads; empty where nothing is published
 * @param since when it was published, as far as the records of runs reach back; empty otherwise
 * @param manifest what it holds
 * @param owner who holds the folder, or held it when it died
 * @param runs the records of the newest runs, newest first
 */
public record RunStatus(
    String publication,
    String since,
    Optional<Manifest> manifest,
    Optional<Owner> owner,
    List<RunHistory.Entry> runs) {
  public RunStatus {
    runs = List.copyOf(runs);
  }

  /** Looks. */
  public static RunStatus of(Path out) throws IOException {
    Publications publications = new Publications(new LocalStorage(out));
    String name = publications.currentName();
    List<RunHistory.Entry> runs = RunHistory.of(out);
    String since =
        runs.stream()
            .filter(run -> run.text("publication").equals(name))
            .filter(run -> run.outcome().equals(RunRecord.Outcome.PUBLISHED.text()))
            .map(run -> run.text("ended"))
            .findFirst()
            .orElse("");
    return new RunStatus(name, since, publications.current(), RunLock.owner(out), runs);
  }

  /** What the owner is: at work, dead, or on another machine, where nobody can tell from here. */
  public String state() {
    return owner
        .map(one -> !one.isHere() ? "elsewhere" : one.isAlive() ? "at work" : "died")
        .orElse("none");
  }

  /** The newest run that is not the one at work. */
  public Optional<RunHistory.Entry> last() {
    return runs.stream()
        .filter(run -> !run.outcome().equals(RunRecord.Outcome.RUNNING.text()))
        .findFirst();
  }
}
