package io.silvergauge.jobs.evaluate;

import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Everything that was refused, in the order of its places. It is taken from the packs as often as
 * it is asked for, and so much of it at a time as a few files have, or one that has more: what is
 * held is bounded, however much there is.
 */
final class AllRefused {
  /** So many are held at a time. */
  static final int HELD = 50_000;

  /** A batch of a pack. */
  private record At(String pack, String batch) {}

  private final Packs packs;
  private final Map<String, At> batches = new TreeMap<>();
  private final Map<String, List<Reject>> others = new TreeMap<>();
  private final List<Set<String>> groups = new ArrayList<>();

  /**
   * What was refused in the live batches of a snapshot, and beside them.
   *
   * @param besides of files that were not read, or refused whole after reading; a few a file
   * @param held how many to hold at a time
   */
  AllRefused(Packs packs, Snapshot snapshot, List<Reject> besides, int held) throws IOException {
    this.packs = packs;
    for (Snapshot.Live live : snapshot.live()) {
      if (!live.pack().isEmpty()) {
        batches.put(live.path(), new At(live.pack(), live.batch()));
      }
    }
    besides.forEach(one -> others.computeIfAbsent(one.file(), file -> new ArrayList<>()).add(one));
    group(held);
  }

  /** Puts files together, in order, as long as there are no more rejects than may be held. */
  private void group(int held) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    others.forEach((file, rejects) -> counts.put(file, rejects.size()));
    each(batches.keySet(), reject -> counts.merge(reject.file(), 1, Integer::sum));
    Set<String> group = new TreeSet<>();
    int together = 0;
    for (Map.Entry<String, Integer> file : counts.entrySet()) {
      if (!group.isEmpty() && together + file.getValue() > held) {
        groups.add(group);
        group = new TreeSet<>();
        together = 0;
      }
      group.add(file.getKey());
      together += file.getValue();
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
  }

  /** In how many goes they are taken. */
  int goes() {
    return groups.size();
  }

  /** Takes each, in order. */
  void forEach(Consumer<Reject> taker) throws IOException {
    for (Set<String> group : groups) {
      List<Reject> together = new ArrayList<>();
      group.forEach(file -> together.addAll(others.getOrDefault(file, List.of())));
      each(group, together::add);
      together.sort(Reject.ORDER);
      together.forEach(taker);
    }
  }

  /** What was refused in some files as they were read, in no order. */
  private void each(Set<String> files, Consumer<Reject> taker) throws IOException {
    Map<String, Set<String>> byPack = new TreeMap<>();
    for (String file : files) {
      At at = batches.get(file);
      if (at != null) {
        byPack.computeIfAbsent(at.pack(), pack -> new TreeSet<>()).add(at.batch());
      }
    }
    for (Map.Entry<String, Set<String>> pack : byPack.entrySet()) {
      packs.eachReject(pack.getKey(), pack.getValue(), keyed -> taker.accept(keyed.reject()));
    }
  }
}
