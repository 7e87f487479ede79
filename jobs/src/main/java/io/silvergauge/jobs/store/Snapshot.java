package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.jobs.ingest.Account;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Which batches are live: what an evaluation rests on. Identified by the hash of its sorted list.
 *
 * @param id hash of the list
 * @param live by slot, then by order
 * @param visits files of what visits found, by path
 */
public record Snapshot(String id, List<Live> live, List<VisitFile> visits) implements Serializable {
  /** Where snapshots are kept. */
  static final String FOLDER = "snapshots";

  /**
   * A live delivery and where its batch lies.
   *
   * @param slot what it answers
   * @param order place among the live ones of its slot
   * @param path below the assessment's data folder
   * @param sha256 hash of the file
   * @param sender who sent it
   * @param source id of its source description
   * @param period period it is for
   * @param received day on which it was received
   * @param mode {@code full} or {@code amend}
   * @param batch key of its batch; empty where the file could not be taken in
   * @param pack pack that holds the batch; empty where there is none
   * @param account what became of its records
   */
  public record Live(
      String slot,
      int order,
      String path,
      String sha256,
      String sender,
      String source,
      String period,
      String received,
      String mode,
      String batch,
      String pack,
      Account account)
      implements Serializable {
    String line() {
      return String.join("\t", slot, Integer.toString(order), path, sha256, received, mode, batch);
    }
  }

  /**
   * A file of what visits found: the record of a sample, or the sheet that came back.
   *
   * @param path below the assessment's folder
   * @param sha256 hash of the file
   * @param sample tells the sample
   * @param received day from which on it counts
   * @param rows how many records of things it holds
   * @param visits how many of them say what was found
   */
  public record VisitFile(
      String path, String sha256, String sample, String received, int rows, int visits)
      implements Serializable {
    String line() {
      return String.join("\t", "visits", path, sha256, received);
    }
  }

  public Snapshot {
    live = List.copyOf(live);
    visits = visits == null ? List.of() : List.copyOf(visits); // older snapshots have none
  }

  /** The snapshot of these live deliveries. */
  public static Snapshot of(List<Live> all) {
    List<Live> live =
        all.stream().sorted(Comparator.comparing(Live::slot).thenComparing(Live::order)).toList();
    StringBuilder text = new StringBuilder();
    live.forEach(one -> text.append(one.line()).append('\n'));
    return new Snapshot(
        Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)), live, List.of());
  }

  /** The same with what visits found. */
  public Snapshot with(List<VisitFile> found) {
    if (found.isEmpty()) {
      return this;
    }
    StringBuilder text = new StringBuilder();
    live.forEach(one -> text.append(one.line()).append('\n'));
    List<VisitFile> sorted = found.stream().sorted(Comparator.comparing(VisitFile::path)).toList();
    sorted.forEach(one -> text.append(one.line()).append('\n'));
    return new Snapshot(Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)), live, sorted);
  }

  /** Keeps it in the store under its id. */
  public void save(Storage storage) throws IOException {
    String path = FOLDER + "/" + id + ".json";
    if (!storage.exists(path)) {
      byte[] content = EvaluationJson.write(this);
      Seal.write(storage, path, content); // first: a snapshot that is there is sealed
      storage.write(path, content);
    }
  }

  /** What became of all records together. */
  public Account account() {
    return live.stream().map(Live::account).reduce(Account.NONE, Account::plus);
  }
}
