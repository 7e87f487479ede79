package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Publications in an output folder: {@code publications/<hash>/}, named by the hash of their
 * manifest, and {@code current}, which leads to the one that counts.
 */
public final class Publications {
  /** The link to the publication that counts. */
  public static final String CURRENT = "current";

  /** Where publications are kept. */
  static final String FOLDER = "publications/";

  /** What a publication says of itself. */
  static final String MANIFEST = "manifest.json";

  private static final String STAGING = ".staging-";
  private static final int NAME_LENGTH = 32;

  private final Storage storage;

  /** The publications in an output folder. */
  public Publications(Storage storage) {
    this.storage = storage;
  }

  /** The manifest of what is published now. */
  public Optional<Manifest> current() throws IOException {
    String manifest = CURRENT + "/" + MANIFEST;
    return storage.exists(manifest)
        ? Optional.of(PublishedModel.read(storage, manifest, Manifest.class))
        : Optional.empty();
  }

  /** Where {@link #CURRENT} leads; empty where nothing is published. */
  public String currentName() throws IOException {
    return storage.pointed(CURRENT);
  }

  /** Whether {@link #CURRENT} leads to a publication by its own name. */
  public boolean isNamed() throws IOException {
    String name = currentName();
    return name.startsWith(FOLDER)
        && storage.list(FOLDER).contains(name.substring(FOLDER.length()))
        && !name.startsWith(FOLDER + ".");
  }

  /**
   * Published files that are not there, and the manifest where it is not the one its publication is
   * named by. What is in the files is not looked at; see {@link Verifier}.
   */
  public List<String> lacking() throws IOException {
    String name = currentName();
    if (name.isEmpty()) {
      return List.of();
    }
    String path = name + "/" + MANIFEST;
    byte[] manifest = storage.exists(path) ? storage.read(path) : new byte[0];
    if (!name.equals(FOLDER + nameOf(manifest))) {
      return List.of(MANIFEST);
    }
    List<String> lacking = new ArrayList<>();
    Manifest current = PublishedModel.read(manifest, storage.location(path), Manifest.class);
    for (String file : current.published().keySet()) {
      if (!storage.exists(name + "/" + file)) {
        lacking.add(file);
      }
    }
    return lacking;
  }

  /**
   * The publication that counts by its own name, so that whoever reads it goes on with the same one
   * when another is published meanwhile.
   */
  private String counting() throws IOException {
    return isNamed() ? currentName() : CURRENT;
  }

  /** The folder of a period in the publication that counts. */
  public Optional<String> folderOf(String period) throws IOException {
    String folder = counting() + "/" + period;
    return storage.exists(folder + "/evaluation.json") ? Optional.of(folder) : Optional.empty();
  }

  /**
   * The folders of a period as of a date: that of the publication that counts where it was made as
   * of this date, else one for each content that was ever published as of it.
   *
   * @return several where they differ, in the order of their names
   */
  public List<String> foldersOf(String period, String asOf) throws IOException {
    Optional<Manifest> current = current();
    if (current.isPresent() && current.get().isOf(period, asOf)) {
      return List.of(counting() + "/" + period);
    }
    Map<Map<String, String>, String> byContent = new LinkedHashMap<>();
    for (String name : storage.list(FOLDER)) {
      String path = FOLDER + name + "/" + MANIFEST;
      if (!name.startsWith(".") && storage.exists(path)) {
        Manifest manifest = PublishedModel.read(storage, path, Manifest.class);
        if (manifest.isOf(period, asOf)) {
          byContent.putIfAbsent(manifest.files(period), FOLDER + name + "/" + period);
        }
      }
    }
    return List.copyOf(byContent.values());
  }

  /**
   * A folder of its own in which a publication is put together. The caller holds the lock of the
   * output folder, so what else is staged is left of dead runs and is removed.
   */
  public String stage() throws IOException {
    discardStaged();
    return FOLDER + STAGING + UUID.randomUUID();
  }

  /**
   * Takes the files of a period or special evaluation that is not made anew over from what is
   * published now. What lies in a folder of its own below, special or another period ({@code
   * 2023-01/2023-09} below {@code 2023-01}), is none of the period's own files.
   *
   * @param folder the period, or the path of the special evaluation's folder
   * @return paths of files that are no longer what was published; nothing may be published then
   */
  public List<String> carryOver(String staging, Manifest from, String folder) throws IOException {
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, String> file : from.published().entrySet()) {
      if (from.folderOf(file.getKey()).equals(folder)) {
        String path = CURRENT + "/" + file.getKey();
        if (storage.exists(path) && storage.sha256(path).equals(file.getValue())) {
          storage.copy(path, staging + "/" + file.getKey());
        } else {
          changed.add(file.getKey());
        }
      }
    }
    return changed;
  }

  /** Hashes of all files in a staging folder, by path. */
  public Map<String, String> hashes(String staging) throws IOException {
    try {
      return storage.walk(staging).parallelStream()
          .collect(
              Collectors.toMap(
                  path -> path,
                  path -> hash(staging + "/" + path),
                  (one, same) -> one,
                  TreeMap::new));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private String hash(String path) {
    try {
      return storage.sha256(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Publishes a staging folder: one rename for the folder, one for the link. A publication of the
   * same content that was damaged since is set aside and replaced.
   *
   * @return whether anything changed: false where this very content was published already
   */
  public boolean publish(String staging, Manifest manifest) throws IOException {
    byte[] bytes = EvaluationJson.write(manifest);
    String name = FOLDER + nameOf(bytes);
    boolean current = storage.pointed(CURRENT).equals(name);
    if (storage.exists(name) && isWhole(name, manifest)) {
      storage.delete(staging);
      if (current) {
        return false;
      }
    } else {
      storage.write(staging + "/" + MANIFEST, bytes);
      if (storage.exists(name)) {
        storage.rename(name, aside(name));
      }
      storage.rename(staging, name);
    }
    storage.point(CURRENT, name);
    return true;
  }

  /** Where a damaged publication lies while it is replaced. */
  private static String aside(String name) {
    return FOLDER + STAGING + "damaged-" + name.substring(FOLDER.length());
  }

  /**
   * Puts a damaged publication that counts back where it was, if a run died while it replaced it;
   * the caller holds the lock of the output folder.
   */
  public void putBack() throws IOException {
    String name = currentName();
    if (name.startsWith(FOLDER) && !storage.exists(name) && storage.exists(aside(name))) {
      storage.rename(aside(name), name);
    }
  }

  /** Whether a file lies where a publication was that is there no more. */
  public static boolean isOfRemoved(Path file) {
    for (Path one = file; one != null && one.getParent() != null; one = one.getParent()) {
      Path name = one.getParent().getFileName();
      if (name != null
          && FOLDER.equals(name + "/")
          && Files.exists(one.getParent().resolveSibling(CURRENT))) {
        return !Files.exists(one);
      }
    }
    return false;
  }

  /** A publication is named by the hash of its manifest. */
  static String nameOf(byte[] manifest) {
    return Sha256.of(manifest).substring(0, NAME_LENGTH);
  }

  /** Whether a publication still holds just what its manifest says. */
  private boolean isWhole(String name, Manifest manifest) throws IOException {
    Map<String, String> found = hashes(name);
    found.remove(MANIFEST);
    return found.equals(manifest.published());
  }

  /** Removes all staging folders; the caller holds the lock of the output folder. */
  public void discardStaged() throws IOException {
    for (String name : storage.list(FOLDER)) {
      if (name.startsWith(STAGING)) {
        storage.delete(FOLDER + name);
      }
    }
  }

  /** Removes a staging folder that came to nothing. */
  public void discard(String staging) throws IOException {
    storage.delete(staging);
  }
}
