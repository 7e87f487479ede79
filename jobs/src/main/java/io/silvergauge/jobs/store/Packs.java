package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.ingest.Account;
import io.silvergauge.jobs.ingest.Batch;
import io.silvergauge.jobs.ingest.Reject;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Packs of batches: {@code packs/<id>/} with {@code observations.parquet}, {@code sums.parquet},
 * {@code rejects.parquet}, {@code records.parquet} where there are records of registers, and {@code
 * pack.json}. Each is written by one task and never changed.
 */
public final class Packs implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where packs are kept. */
  static final String FOLDER = "packs";

  /** What a pack says of itself. */
  static final String INDEX = "pack.json";

  /** Version of {@link #INDEX} that this program writes and reads. */
  static final int MODEL = 1;

  static final String OBSERVATIONS = "observations.parquet";
  static final String SUMS = "sums.parquet";
  static final String REJECTS = "rejects.parquet";
  static final String RECORDS = "records.parquet";
  private static final String STAGING = ".staging-";

  /** After so long nobody goes on writing a pack. */
  private static final Duration LEFT = Duration.ofDays(1);

  private final Storage storage;
  private final ParquetTable.Part part;

  /** The packs in a store. */
  public Packs(Storage storage) {
    this(storage, ParquetTable.Part.WHOLE);
  }

  private Packs(Storage storage, ParquetTable.Part part) {
    this.storage = storage;
    this.part = part;
  }

  /**
   * The same packs, of whose tables a part is read: all parts together give each row once.
   *
   * @param number which part, from 0
   * @param of how many parts there are
   */
  public Packs part(int number, int of) {
    return new Packs(storage, new ParquetTable.Part(number, of));
  }

  /**
   * A batch in a pack.
   *
   * @param key the batch's key
   * @param pack the pack's id
   * @param account what became of its records
   * @param observations how many observations it has
   * @param rejects how many rejects it has
   */
  public record Entry(String key, String pack, Account account, long observations, long rejects)
      implements Serializable {
    /** The same batch, in a pack. */
    Entry in(String id) {
      return new Entry(key, id, account, observations, rejects);
    }
  }

  /** The content of {@code pack.json}. */
  record Index(int model, String pack, Map<String, String> sha256, List<Entry> batches) {
    Index {
      sha256 = new TreeMap<>(sha256);
      batches = List.copyOf(batches);
    }
  }

  /**
   * Writes batches as one pack.
   *
   * @param batches by key, at least one
   * @return an entry for each
   */
  public List<Entry> write(Map<String, Batch> batches) throws IOException {
    try (PackWriter pack = open()) {
      for (Map.Entry<String, Batch> batch : new TreeMap<>(batches).entrySet()) {
        pack.add(batch.getKey(), batch.getValue());
      }
      return pack.end();
    }
  }

  /** Begins a pack. */
  public PackWriter open() {
    return new PackWriter(storage);
  }

  /** A folder of its own in the store that {@link #tidied} removes where its run died. */
  public static String staging() {
    return FOLDER + "/" + STAGING + UUID.randomUUID();
  }

  /** A pack is named by the keys of its batches, in order. */
  static String id(Collection<String> keys) {
    return Sha256.of(String.join("\n", keys).getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }

  /**
   * Every batch that is stored, by key.
   *
   * @throws DamagedPackException if what a pack says of itself is not what was written
   */
  public Map<String, Entry> entries() throws IOException {
    Map<String, Entry> entries = new TreeMap<>();
    for (String pack : storage.list(FOLDER)) {
      if (!pack.startsWith(".")) {
        index(pack).batches().forEach(entry -> entries.put(entry.key(), entry));
      }
    }
    return entries;
  }

  /** Keys of the batches in each pack, by the pack's id. */
  Map<String, Set<String>> batches() throws IOException {
    Map<String, Set<String>> batches = new TreeMap<>();
    for (String pack : storage.list(FOLDER)) {
      if (!pack.startsWith(".")) {
        Set<String> keys = new TreeSet<>();
        index(pack).batches().forEach(entry -> keys.add(entry.key()));
        batches.put(pack, keys);
      }
    }
    return batches;
  }

  private Index index(String pack) throws IOException {
    String path = FOLDER + "/" + pack + "/" + INDEX;
    Optional<Seal.Broken> broken = Seal.broken(storage, path);
    if (broken.isPresent()) {
      throw new DamagedPackException(storage.location(broken.get().path()));
    }
    return PublishedModel.read(storage, path, Index.class);
  }

  /**
   * Holds what evaluating reads of some packs against the hashes with which it was written.
   *
   * @throws DamagedPackException naming the first file that is not what was written
   */
  public void check(Collection<String> packs) throws IOException {
    for (String pack : new TreeSet<>(packs)) {
      for (Map.Entry<String, String> file : index(pack).sha256().entrySet()) {
        String path = FOLDER + "/" + pack + "/" + file.getKey();
        boolean read = !file.getKey().equals(OBSERVATIONS); // large, and only looked up
        if (read && (!storage.exists(path) || !storage.sha256(path).equals(file.getValue()))) {
          throw new DamagedPackException(storage.location(path));
        }
      }
    }
  }

  /**
   * Removes what dead runs began and did not finish. A store may serve several output folders, of
   * which another may be at work, so only what nothing was added to for a day is removed. The age
   * is told by the file system's own clock.
   *
   * @return where what was removed lay
   */
  public List<String> tidied() throws IOException {
    List<String> begun =
        storage.list(FOLDER).stream().filter(name -> name.startsWith(STAGING)).toList();
    if (begun.isEmpty()) {
      return List.of();
    }
    String now = FOLDER + "/.now-" + UUID.randomUUID();
    storage.write(now, new byte[0]);
    Instant newest = storage.modified(now);
    storage.delete(now);
    List<String> removed = new ArrayList<>();
    for (String name : begun) {
      String path = FOLDER + "/" + name;
      if (storage.modified(path).isBefore(newest.minus(LEFT))) {
        storage.delete(path);
        removed.add(storage.location(path));
      }
    }
    return removed;
  }

  /** A sum with the key of its batch. */
  public record KeyedSum(String batch, LeafSum sum) {}

  /** The sums of some batches of a pack. */
  public List<KeyedSum> sums(String pack, Set<String> batches) throws IOException {
    List<KeyedSum> sums = new ArrayList<>();
    eachSum(pack, batches, (statistic, period) -> true, sums::add);
    return sums;
  }

  /**
   * The sums of some batches of a pack, one by one.
   *
   * @param wanted whether those of a statistic, named by its id, and a period are wanted
   */
  public void eachSum(
      String pack,
      Set<String> batches,
      BiPredicate<String, Period> wanted,
      Consumer<KeyedSum> taker)
      throws IOException {
    PackTables.SUMS.each(
        storage.parquetInput(FOLDER + "/" + pack + "/" + SUMS),
        part,
        cells ->
            wanted.test(cells.text("statistic"), cells.period("period"))
                && batches.contains(cells.text("batch")),
        keyed -> taker.accept(new KeyedSum(keyed.batch(), keyed.row())));
  }

  /** What was refused in some batches of a pack, one by one: of a batch together and by place. */
  public void eachReject(String pack, Set<String> batches, Consumer<KeyedReject> taker)
      throws IOException {
    PackTables.REJECTS.each(
        storage.parquetInput(FOLDER + "/" + pack + "/" + REJECTS),
        part,
        cells -> batches.contains(cells.text("batch")),
        keyed -> taker.accept(new KeyedReject(keyed.batch(), keyed.row())));
  }

  /** Something refused with the key of its batch. */
  public record KeyedReject(String batch, Reject reject) {}

  /** What was refused in some batches of a pack. */
  public List<KeyedReject> rejects(String pack, Set<String> batches) throws IOException {
    List<KeyedReject> rejects = new ArrayList<>();
    eachReject(pack, batches, rejects::add);
    return rejects;
  }

  /** A record of a register with the key of its batch. */
  public record KeyedRecord(String batch, RegisterRecord record) {}

  /** The records of some batches of a pack. */
  public List<KeyedRecord> records(String pack, Set<String> batches) throws IOException {
    String file = FOLDER + "/" + pack + "/" + RECORDS;
    if (!storage.exists(file)) {
      return List.of();
    }
    List<KeyedRecord> records = new ArrayList<>();
    PackTables.RECORDS.each(
        storage.parquetInput(file),
        part,
        cells -> batches.contains(cells.text("batch")),
        keyed -> records.add(new KeyedRecord(keyed.batch(), keyed.row())));
    return records;
  }

  /** Codes of the regions of which a batch of a pack has something that was accepted. */
  public Set<String> regions(String pack, String batch) throws IOException {
    Set<String> regions = new TreeSet<>();
    sums(pack, Set.of(batch)).forEach(sum -> regions.add(sum.sum().region()));
    records(pack, Set.of(batch)).stream()
        .map(KeyedRecord::record)
        .filter(RegisterRecord::isTold)
        .forEach(record -> regions.add(record.region()));
    return regions;
  }

  /** The observations of some batches of a pack. */
  public List<Observation> observations(String pack, Set<String> batches) throws IOException {
    List<Observation> observations = new ArrayList<>();
    PackTables.OBSERVATIONS.each(
        storage.parquetInput(FOLDER + "/" + pack + "/" + OBSERVATIONS),
        part,
        cells -> batches.contains(cells.text("batch")),
        keyed -> observations.add(keyed.row()));
    return observations;
  }
}
