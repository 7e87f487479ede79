package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds everything that is kept against the hashes it was kept under: publications against their
 * names and manifests, packs and snapshots against their seals, copied inputs against their names;
 * and what a manifest or a snapshot names must be there.
 */
public final class Verifier {
  /** Where copies of inputs are kept. */
  static final String INPUTS = "inputs";

  /** Ending of the mark that stands in the place of an input of which no copy is kept. */
  public static final String WITHHELD = ".withheld";

  private static final String WHY = "no copy is kept: personal data\n";

  /** What the mark says. */
  public static byte[] withheldText() {
    return WHY.getBytes(StandardCharsets.UTF_8);
  }

  private final Storage output;
  private final Storage store;
  private final List<Difference> differences = new ArrayList<>();
  private final Set<String> snapshotsNamed = new TreeSet<>();
  private final Set<String> packsThere = new TreeSet<>();
  private final Set<String> batchesThere = new HashSet<>();
  private final List<Snapshot> snapshotsThere = new ArrayList<>();
  private int files;

  /**
   * A verifier.
   *
   * @param output where publications are
   * @param store where inputs, packs and snapshots are
   */
  public Verifier(Storage output, Storage store) {
    this.output = output;
    this.store = store;
  }

  /** What can be wrong with a file. */
  public enum Kind {
    /** It is not what was kept. */
    CHANGED("已改动", "changed"),
    /** It is not there. */
    MISSING("缺失", "missing"),
    /** Nothing says that it should be there. */
    EXTRA("多余", "extra"),
    /** A dead run left it. */
    LEFTOVER("残留", "leftover");

    private final Bilingual text;

    Kind(String zh, String en) {
      this.text = new Bilingual(zh, en);
    }

    /** Its name in words. */
    public Bilingual text() {
      return text;
    }
  }

  /** What a file is part of. */
  public enum Part {
    /** A publication, or the link to the one that counts. */
    PUBLICATION,
    /** The copy of a file as it came. */
    INPUT,
    /** What reading gave. */
    PACK,
    /** A list of live batches. */
    SNAPSHOT
  }

  /**
   * Something that is not as it was kept.
   *
   * @param part what it is part of
   * @param kind what is wrong with it
   * @param path where it is, relative to the output folder or the store
   * @param sha256 hash it should have; empty where that is not known
   */
  public record Difference(Part part, Kind kind, String path, String sha256) {
    /** Whether something that was kept is lost or not what it was; the rest is only in the way. */
    public boolean matters() {
      return kind != Kind.LEFTOVER;
    }

    /** Whether it is not there and evaluating makes it again from the files as they came. */
    public boolean isMadeAgain() {
      return kind == Kind.MISSING && (part == Part.PACK || part == Part.SNAPSHOT);
    }
  }

  /**
   * What verifying found.
   *
   * @param files how many files were held against their hash
   * @param differences by part and path
   */
  public record Result(int files, List<Difference> differences) {
    public Result {
      differences = List.copyOf(differences);
    }

    /** Whether everything is as it was kept. */
    public boolean whole() {
      return differences.stream().noneMatch(Difference::matters);
    }
  }

  /** Reads everything that is kept. */
  public Result verify() throws IOException {
    differences.clear();
    snapshotsNamed.clear();
    packsThere.clear();
    batchesThere.clear();
    snapshotsThere.clear();
    files = 0;
    publications();
    inputs();
    packs();
    snapshots();
    named();
    differences.sort(Comparator.comparing(Difference::part).thenComparing(Difference::path));
    return new Result(files, differences);
  }

  private void publications() throws IOException {
    String current = output.pointed(Publications.CURRENT);
    List<String> names = output.list(Publications.FOLDER);
    if (!current.isEmpty() && !names.contains(current.replace(Publications.FOLDER, ""))) {
      add(Part.PUBLICATION, Kind.MISSING, current, "");
    }
    if (current.isEmpty() && names.stream().anyMatch(name -> !isHidden(name))) {
      add(Part.PUBLICATION, Kind.MISSING, Publications.CURRENT, "");
    }
    for (String name : names) {
      if (isHidden(name)) {
        add(Part.PUBLICATION, Kind.LEFTOVER, Publications.FOLDER + name, "");
      } else {
        publication(Publications.FOLDER + name, name);
      }
    }
  }

  private void publication(String folder, String name) throws IOException {
    String path = folder + "/" + Publications.MANIFEST;
    if (!output.exists(path)) {
      add(Part.PUBLICATION, Kind.MISSING, path, "");
      return;
    }
    files++;
    byte[] bytes = output.read(path);
    if (!Publications.nameOf(bytes).equals(name)) {
      add(Part.PUBLICATION, Kind.CHANGED, path, "");
      return;
    }
    Manifest manifest = PublishedModel.read(bytes, output.location(path), Manifest.class);
    snapshotsNamed.addAll(manifest.snapshots().keySet());
    Map<String, String> published = new TreeMap<>(manifest.published());
    for (String file : output.walk(folder)) {
      String expected = published.remove(file);
      if (expected != null) {
        hold(output, Part.PUBLICATION, folder + "/" + file, expected);
      } else if (!file.equals(Publications.MANIFEST)) {
        add(Part.PUBLICATION, Kind.EXTRA, folder + "/" + file, "");
      }
    }
    published.forEach(
        (file, sha256) -> add(Part.PUBLICATION, Kind.MISSING, folder + "/" + file, sha256));
  }

  private void inputs() throws IOException {
    for (String name : store.list(INPUTS)) {
      if (isHidden(name)) {
        add(Part.INPUT, Kind.LEFTOVER, INPUTS + "/" + name, "");
      } else {
        boolean mark = name.endsWith(WITHHELD);
        hold(store, Part.INPUT, INPUTS + "/" + name, mark ? Sha256.of(withheldText()) : name);
      }
    }
  }

  private void packs() throws IOException {
    for (String name : store.list(Packs.FOLDER)) {
      if (isHidden(name)) {
        add(Part.PACK, Kind.LEFTOVER, Packs.FOLDER + "/" + name, "");
      } else {
        packsThere.add(name);
        pack(Packs.FOLDER + "/" + name, name);
      }
    }
  }

  private void pack(String folder, String name) throws IOException {
    String path = folder + "/" + Packs.INDEX;
    if (!sealed(Part.PACK, path)) {
      return;
    }
    Packs.Index index = PublishedModel.read(store, path, Packs.Index.class);
    List<String> keys = index.batches().stream().map(Packs.Entry::key).sorted().toList();
    if (!Packs.id(keys).equals(name)) {
      add(Part.PACK, Kind.CHANGED, path, "");
    }
    batchesThere.addAll(keys);
    Map<String, String> tables = new TreeMap<>(index.sha256());
    for (String file : store.walk(folder)) {
      String expected = tables.remove(file);
      if (expected != null) {
        hold(store, Part.PACK, folder + "/" + file, expected);
      } else if (!file.equals(Packs.INDEX) && !file.equals(Seal.of(Packs.INDEX))) {
        add(Part.PACK, Kind.EXTRA, folder + "/" + file, "");
      }
    }
    tables.forEach((file, sha256) -> add(Part.PACK, Kind.MISSING, folder + "/" + file, sha256));
  }

  private void snapshots() throws IOException {
    List<String> names = store.list(Snapshot.FOLDER);
    for (String name : names) {
      String path = Snapshot.FOLDER + "/" + name;
      if (isHidden(name)) {
        add(Part.SNAPSHOT, Kind.LEFTOVER, path, "");
      } else if (name.endsWith(Seal.ENDING)) {
        if (!names.contains(Seal.sealed(name))) {
          add(Part.SNAPSHOT, Kind.LEFTOVER, path, "");
        }
      } else if (sealed(Part.SNAPSHOT, path)) {
        Snapshot snapshot = PublishedModel.read(store, path, Snapshot.class);
        if (name.equals(Snapshot.of(snapshot.live()).with(snapshot.visits()).id() + ".json")) {
          snapshotsThere.add(snapshot);
        } else {
          add(Part.SNAPSHOT, Kind.CHANGED, path, "");
        }
      }
    }
  }

  /** What is named must be there; a pack may have been made again under another name. */
  private void named() throws IOException {
    for (String id : snapshotsNamed) {
      String path = Snapshot.FOLDER + "/" + id + ".json";
      if (!store.exists(path)) {
        add(Part.SNAPSHOT, Kind.MISSING, path, "");
      }
    }
    Set<String> inputs = new TreeSet<>();
    Set<String> packs = new TreeSet<>();
    for (Snapshot snapshot : snapshotsThere) {
      snapshot.visits().forEach(file -> inputs.add(file.sha256()));
      for (Snapshot.Live live : snapshot.live()) {
        if (!live.pack().isEmpty()) {
          inputs.add(live.sha256());
          if (!batchesThere.contains(live.batch())) {
            packs.add(live.pack());
          }
        }
      }
    }
    Set<String> kept = new TreeSet<>(store.list(INPUTS));
    inputs.removeIf(sha256 -> kept.contains(sha256) || kept.contains(sha256 + WITHHELD));
    packs.removeAll(packsThere); // what is wrong with those has been told
    inputs.forEach(sha256 -> add(Part.INPUT, Kind.MISSING, INPUTS + "/" + sha256, sha256));
    packs.forEach(pack -> add(Part.PACK, Kind.MISSING, Packs.FOLDER + "/" + pack, ""));
  }

  /** Whether a sealed file is there and as it was sealed; tells if not. */
  private boolean sealed(Part part, String path) throws IOException {
    files += 2;
    Optional<Seal.Broken> broken = Seal.broken(store, path);
    broken.ifPresent(one -> add(part, one.missing() ? Kind.MISSING : Kind.CHANGED, one.path(), ""));
    return broken.isEmpty();
  }

  private void hold(Storage storage, Part part, String path, String sha256) throws IOException {
    files++;
    if (!storage.sha256(path).equals(sha256)) {
      add(part, Kind.CHANGED, path, sha256);
    }
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".");
  }

  private void add(Part part, Kind kind, String path, String sha256) {
    differences.add(new Difference(part, kind, path, sha256));
  }

  /** Where a difference lies, in words a user knows. */
  public String location(Difference difference) {
    return (difference.part() == Part.PUBLICATION ? output : store).location(difference.path());
  }

  /** Finds the content of a file that was lost; nothing where it is nowhere. */
  public interface Source {
    /** The content with this hash. */
    Optional<byte[]> find(String sha256) throws IOException;
  }

  /**
   * Puts right what can be: removes what dead runs left; puts back published files and inputs of
   * which the same content is somewhere else; removes packs and snapshots that are damaged, which
   * the next run makes again from the inputs. The caller holds the lock of the output folder.
   *
   * @param found what {@link #verify} found
   * @param elsewhere other places of files as they came
   * @return what was put right, in the order found
   */
  public List<Difference> repair(Result found, Source elsewhere) throws IOException {
    List<Difference> mended = new ArrayList<>();
    for (Difference difference : found.differences()) {
      boolean done =
          switch (difference.part()) {
            case PUBLICATION -> repairPublished(difference);
            case INPUT -> repairInput(difference, elsewhere);
            case PACK -> removed(packFolder(difference.path()));
            case SNAPSHOT -> removedWithSeal(difference.path());
          };
      if (done) {
        mended.add(difference);
      }
    }
    return mended;
  }

  private boolean repairPublished(Difference difference) throws IOException {
    if (difference.kind() == Kind.LEFTOVER) {
      output.delete(difference.path());
      return true;
    }
    if (difference.sha256().isEmpty()) {
      return false; // a manifest, a link or a file nobody published: evaluate again
    }
    Optional<byte[]> content = published(difference.sha256());
    if (content.isPresent()) {
      output.delete(difference.path()); // it may share its bytes with a file of another name
      output.write(difference.path(), content.get());
    }
    return content.isPresent();
  }

  /** The same content in any publication. */
  private Optional<byte[]> published(String sha256) throws IOException {
    for (String name : output.list(Publications.FOLDER)) {
      String folder = Publications.FOLDER + name + "/";
      if (isHidden(name) || !output.exists(folder + Publications.MANIFEST)) {
        continue;
      }
      byte[] manifest = output.read(folder + Publications.MANIFEST);
      if (!Publications.nameOf(manifest).equals(name)) {
        continue;
      }
      for (Map.Entry<String, String> file :
          EvaluationJson.read(manifest, Manifest.class).published().entrySet()) {
        if (file.getValue().equals(sha256) && output.exists(folder + file.getKey())) {
          byte[] content = output.read(folder + file.getKey());
          if (Sha256.of(content).equals(sha256)) {
            return Optional.of(content);
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean repairInput(Difference difference, Source elsewhere) throws IOException {
    if (difference.kind() == Kind.LEFTOVER) {
      return removed(difference.path());
    }
    Optional<byte[]> content = elsewhere.find(difference.sha256());
    if (content.isPresent()) {
      store.write(difference.path(), content.get());
    }
    return content.isPresent();
  }

  private static String packFolder(String path) {
    String[] parts = path.split("/");
    return parts[0] + "/" + parts[1];
  }

  private boolean removed(String path) throws IOException {
    store.delete(path);
    return true;
  }

  /** Removes a sealed file and its seal, whichever of them a path names. */
  private boolean removedWithSeal(String path) throws IOException {
    String sealed = Seal.sealed(path);
    store.delete(sealed);
    store.delete(Seal.of(sealed));
    return true;
  }
}
