package io.silvergauge.jobs.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which publications are kept, and what of the store nothing needs that is kept. Removing goes from
 * what names to what is named: a process that dies in the middle leaves whole all that is still
 * named. The caller holds the lock of the output folder.
 */
public final class Retention {
  private static final String STAGING = Publications.FOLDER + ".staging-removed-";

  private final Storage output;
  private final Storage store;

  /**
   * A retention.
   *
   * @param output where publications are
   * @param store where inputs, packs and snapshots are
   */
  public Retention(Storage output, Storage store) {
    this.output = output;
    this.store = store;
  }

  /**
   * What is to be kept.
   *
   * @param newest how many publications beside those that must be kept in any case
   * @param signed hashes of content that somebody signed
   * @param batches keys of batches that the next evaluation reads or compares with
   * @param inputs hashes of files that were delivered
   * @param store whether the store serves this output folder alone, so that something may go
   */
  public record Wanted(
      int newest, Set<String> signed, Set<String> batches, Set<String> inputs, boolean store) {
    public Wanted {
      if (newest < 1) {
        throw new IllegalArgumentException("At least one publication is kept, not " + newest);
      }
      signed = Set.copyOf(signed);
      batches = Set.copyOf(batches);
      inputs = Set.copyOf(inputs);
    }
  }

  /**
   * What stays and what goes; paths relative to the output folder or the store.
   *
   * @param kept publications, the newest first
   * @param publications folders of publications that go
   * @param snapshots files of snapshots and their seals
   * @param packs folders of packs
   * @param inputs copies of inputs, and marks that none is kept
   */
  public record Plan(
      List<String> kept,
      List<String> publications,
      List<String> snapshots,
      List<String> packs,
      List<String> inputs) {
    public Plan {
      kept = List.copyOf(kept);
      publications = List.copyOf(publications);
      snapshots = List.copyOf(snapshots);
      packs = List.copyOf(packs);
      inputs = List.copyOf(inputs);
    }

    /** Whether nothing goes. */
    public boolean isNothing() {
      return publications.isEmpty() && snapshots.isEmpty() && packs.isEmpty() && inputs.isEmpty();
    }
  }

  /** A publication, with the newest date it is as of and when it was written. */
  private record Dated(String name, Manifest manifest, String asOf, Instant written) {
    private static final Comparator<Dated> NEWEST_FIRST =
        Comparator.comparing(Dated::asOf)
            .thenComparing(Dated::written)
            .thenComparing(Dated::name)
            .reversed();
  }

  /** Works out what goes; changes nothing. */
  public Plan plan(Wanted wanted) throws IOException {
    List<Dated> all = publications();
    Set<String> keep = kept(all, wanted);
    Set<String> snapshots = new TreeSet<>();
    all.stream()
        .filter(one -> keep.contains(one.name()))
        .forEach(one -> snapshots.addAll(one.manifest().snapshots().keySet()));
    List<String> gone =
        all.stream()
            .map(Dated::name)
            .filter(name -> !keep.contains(name))
            .map(name -> Publications.FOLDER + name)
            .sorted()
            .toList();
    List<String> kept =
        all.stream()
            .map(Dated::name)
            .filter(keep::contains)
            .map(name -> Publications.FOLDER + name)
            .toList();
    return wanted.store()
        ? stored(kept, gone, snapshots, wanted)
        : new Plan(kept, gone, List.of(), List.of(), List.of());
  }

  private List<Dated> publications() throws IOException {
    List<Dated> all = new ArrayList<>();
    for (String name : output.list(Publications.FOLDER)) {
      String path = Publications.FOLDER + name + "/" + Publications.MANIFEST;
      if (!name.startsWith(".")) {
        Manifest manifest = PublishedModel.read(output, path, Manifest.class);
        String asOf =
            Stream.of(manifest.periods(), manifest.specials())
                .flatMap(entries -> entries.values().stream())
                .map(Manifest.PeriodEntry::asOf)
                .max(Comparator.naturalOrder())
                .orElse("");
        all.add(new Dated(name, manifest, asOf, output.modified(path)));
      }
    }
    all.sort(Dated.NEWEST_FIRST);
    return all;
  }

  /** The one that counts, the newest, and of each content that was signed the one it is told by. */
  private Set<String> kept(List<Dated> newestFirst, Wanted wanted) throws IOException {
    Set<String> keep = new HashSet<>();
    keep.add(output.pointed(Publications.CURRENT).replace(Publications.FOLDER, ""));
    newestFirst.stream().limit(wanted.newest()).forEach(one -> keep.add(one.name()));
    Map<String, String> holders = new TreeMap<>();
    List<Dated> byName = newestFirst.stream().sorted(Comparator.comparing(Dated::name)).toList();
    for (Dated one : byName) { // the first by name is where NamedPublication.signed looks
      Set<String> folders = new TreeSet<>(one.manifest().periods().keySet());
      folders.addAll(one.manifest().specials().keySet());
      for (String folder : folders) {
        String content = signable(Publications.FOLDER + one.name() + "/" + folder);
        if (wanted.signed().contains(content)) {
          holders.putIfAbsent(folder + " " + content, one.name());
        }
      }
    }
    keep.addAll(holders.values());
    return keep;
  }

  /** Hash of the content that people sign; empty where it cannot be signed. */
  private String signable(String folder) throws IOException {
    JsonNode evaluation = PublishedModel.read(output, folder + "/evaluation.json", JsonNode.class);
    return evaluation.path("conduct").path("signing").path("content").asText("");
  }

  private Plan stored(List<String> kept, List<String> gone, Set<String> snapshots, Wanted wanted)
      throws IOException {
    Set<String> batches = new HashSet<>(wanted.batches());
    Set<String> inputs = new HashSet<>(wanted.inputs());
    for (String id : snapshots) {
      Snapshot snapshot =
          PublishedModel.read(store, Snapshot.FOLDER + "/" + id + ".json", Snapshot.class);
      snapshot.visits().forEach(file -> inputs.add(file.sha256()));
      for (Snapshot.Live live : snapshot.live()) {
        batches.add(live.batch());
        inputs.add(live.sha256());
      }
    }
    Set<String> packs = new HashSet<>();
    new Packs(store)
        .batches()
        .forEach(
            (pack, keys) -> {
              if (keys.stream().anyMatch(batches::contains)) {
                packs.add(pack);
              }
            });
    return new Plan(
        kept,
        gone,
        others(Snapshot.FOLDER, Seal.ENDING, ".json", snapshots),
        others(Packs.FOLDER, "", "", packs),
        others(Verifier.INPUTS, Verifier.WITHHELD, "", inputs));
  }

  /** Files of a folder whose name, without its endings, is none of those that are needed. */
  private List<String> others(String folder, String mark, String ending, Set<String> needed)
      throws IOException {
    return store.list(folder).stream()
        .filter(name -> !needed.contains(without(without(name, mark), ending)))
        .map(name -> folder + "/" + name)
        .sorted() // a file comes before its seal, so no seal is missed
        .toList();
  }

  private static String without(String name, String ending) {
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }

  /** Removes what goes. What a process that died began to remove goes with the next run. */
  public void remove(Plan plan) throws IOException {
    for (String publication : plan.publications()) {
      String aside = STAGING + UUID.randomUUID();
      output.rename(publication, aside);
      output.delete(aside);
    }
    for (String file : plan.snapshots()) {
      store.delete(file);
    }
    for (String pack : plan.packs()) {
      String aside = Packs.staging();
      store.rename(pack, aside);
      store.delete(aside);
    }
    for (String input : plan.inputs()) {
      store.delete(input);
    }
  }
}
