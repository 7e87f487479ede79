package io.silvergauge.jobs.store;

import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.jobs.ingest.Batch;
import io.silvergauge.jobs.ingest.ObservationTable;
import io.silvergauge.jobs.ingest.Reject;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pack that is being written, batch by batch: of one that is added no more is held than what its
 * last row groups need. None of it can be read before {@link #end}; where that does not come,
 * {@link #close} leaves nothing.
 */
public final class PackWriter implements Closeable {
  private final Storage storage;
  private final String staging = Packs.staging();
  private final Map<String, ParquetTable.Out> tables = new LinkedHashMap<>();
  private final List<Packs.Entry> added = new ArrayList<>();
  private boolean begun;
  private boolean ended;

  PackWriter(Storage storage) {
    this.storage = storage;
  }

  /**
   * Adds a batch.
   *
   * @param key its key, greater than that of the batch before
   */
  public void add(String key, Batch batch) throws IOException {
    if (!added.isEmpty() && added.get(added.size() - 1).key().compareTo(key) >= 0) {
      throw new IllegalArgumentException("Batch " + key + " does not come behind the last one");
    }
    ObservationTable observations = ObservationTable.of(batch.observations());
    PackedObservations packed = new PackedObservations(key, observations);
    ParquetTable.Out out = table(Packs.OBSERVATIONS, PackTables.OBSERVATIONS);
    for (int i = 0; i < observations.size(); i++) {
      int place = i;
      out.write(to -> packed.write(place, to));
    }
    ParquetTable.Out sums = table(Packs.SUMS, PackTables.SUMS);
    for (LeafSum sum : batch.sums()) {
      sums.write(to -> PackTables.write(key, sum, to));
    }
    ParquetTable.Out rejects = table(Packs.REJECTS, PackTables.REJECTS);
    for (Reject reject : batch.rejects()) {
      rejects.write(to -> PackTables.write(key, reject, to));
    }
    for (RegisterRecord one : batch.records()) {
      table(Packs.RECORDS, PackTables.RECORDS).write(to -> PackTables.write(key, one, to));
    }
    added.add(
        new Packs.Entry(key, "", batch.account(), observations.size(), batch.rejects().size()));
  }

  /** A table of the pack, begun when the first batch has something for it. */
  private ParquetTable.Out table(String file, ParquetTable<?> table) throws IOException {
    ParquetTable.Out out = tables.get(file);
    if (out == null) {
      begun = true;
      out = table.open(storage.parquetOutput(staging + "/" + file));
      tables.put(file, out);
    }
    return out;
  }

  /**
   * Ends the pack: from now on it can be read.
   *
   * @return an entry for each batch; none where none was added, and then there is no pack
   */
  public List<Packs.Entry> end() throws IOException {
    if (added.isEmpty()) {
      return List.of();
    }
    String id = Packs.id(added.stream().map(Packs.Entry::key).toList());
    List<Packs.Entry> entries = added.stream().map(one -> one.in(id)).toList();
    Map<String, String> hashes = new TreeMap<>();
    for (String file : List.copyOf(tables.keySet())) {
      tables.remove(file).close();
      hashes.put(file, storage.sha256(staging + "/" + file));
    }
    byte[] index = EvaluationJson.write(new Packs.Index(Packs.MODEL, id, hashes, entries));
    storage.write(staging + "/" + Packs.INDEX, index);
    Seal.write(storage, staging + "/" + Packs.INDEX, index);
    ended = storage.rename(staging, Packs.FOLDER + "/" + id);
    return entries;
  }

  /** Removes what was begun and not ended, or what somebody else had ended before. */
  @Override
  public void close() throws IOException {
    if (ended || !begun) {
      return;
    }
    IOException failure = null;
    for (ParquetTable.Out table : tables.values()) {
      try {
        table.abandon();
      } catch (IOException e) {
        failure = e;
      }
    }
    storage.delete(staging);
    if (failure != null) {
      throw failure;
    }
  }
}
