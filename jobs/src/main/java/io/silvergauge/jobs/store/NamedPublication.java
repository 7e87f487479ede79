package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.Signing;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A publication that somebody names: by {@code current}, by the beginning of its hash, or by the
 * as-of date of what it holds.
 */
public final class NamedPublication {
  private static final int SHORTEST = 4;

  private final Storage storage;
  private final String name;
  private final Manifest manifest;

  private NamedPublication(Storage storage, String name, Manifest manifest) {
    this.storage = storage;
    this.name = name;
    this.manifest = manifest;
  }

  /**
   * Finds a publication in an output folder.
   *
   * @throws InvalidValueException if none is called so, or more than one
   */
  public static NamedPublication find(Storage storage, String wanted) throws IOException {
    List<NamedPublication> found = new ArrayList<>();
    List<String> all = new ArrayList<>();
    String current = storage.pointed(Publications.CURRENT);
    for (String name : storage.list(Publications.FOLDER)) {
      String path = Publications.FOLDER + name + "/" + Publications.MANIFEST;
      if (name.startsWith(".") || !storage.exists(path)) {
        continue;
      }
      Manifest manifest;
      try {
        manifest = PublishedModel.read(storage, path, Manifest.class);
      } catch (NoSuchFileException e) {
        continue; // removed meanwhile
      }
      all.add(name + " " + new TreeSet<>(dates(manifest)));
      boolean meant =
          wanted.equals(Publications.CURRENT)
              ? (Publications.FOLDER + name).equals(current)
              : dates(manifest).contains(wanted)
                  || (wanted.length() >= SHORTEST && name.startsWith(wanted));
      if (meant) {
        found.add(new NamedPublication(storage, name, manifest));
      }
    }
    if (found.size() != 1) {
      throw new InvalidValueException(
          Bilingual.of(
              "“%s”对应 %d 个发布；现有：%s",
              "'%s' names %d publications; there are: %s",
              wanted,
              found.size(),
              String.join(", ", all)));
    }
    return found.get(0);
  }

  /**
   * A publication in which a period or special evaluation has some content, as signatures name it.
   *
   * @param content hash of everything evaluated
   */
  public static Optional<NamedPublication> signed(Storage storage, String folder, String content)
      throws IOException {
    for (String name : storage.list(Publications.FOLDER)) {
      String path = Publications.FOLDER + name + "/" + Publications.MANIFEST;
      String evaluated = Publications.FOLDER + name + "/" + folder + "/evaluation.json";
      if (name.startsWith(".") || !storage.exists(path) || !storage.exists(evaluated)) {
        continue;
      }
      byte[] bytes = storage.read(path);
      Signing signing =
          PublishedModel.read(storage, evaluated, Evaluation.class).conduct().signing();
      if (signing != null
          && signing.content().equals(content)
          && Publications.nameOf(bytes).equals(name)) {
        return Optional.of(
            new NamedPublication(storage, name, EvaluationJson.read(bytes, Manifest.class)));
      }
    }
    return Optional.empty();
  }

  /**
   * Where some content is published.
   *
   * @param path below the output folder; empty where no publication holds it
   * @param altered publications that were not asked, since their manifest is not the one they are
   *     named by
   */
  public record Holding(String path, List<String> altered) {
    public Holding {
      altered = List.copyOf(altered);
    }
  }

  /**
   * Where content is published, in any publication and under any name.
   *
   * @param sha256 hash of the content
   */
  public static Holding holding(Storage storage, String sha256) throws IOException {
    List<String> altered = new ArrayList<>();
    String found = "";
    for (String name : storage.list(Publications.FOLDER)) {
      String path = Publications.FOLDER + name + "/" + Publications.MANIFEST;
      if (name.startsWith(".") || !storage.exists(path)) {
        continue;
      }
      byte[] bytes = storage.read(path);
      if (!Publications.nameOf(bytes).equals(name)) {
        altered.add(Publications.FOLDER + name);
      } else if (found.isEmpty()) {
        found = held(name, EvaluationJson.read(bytes, Manifest.class), sha256);
      }
    }
    return new Holding(found, altered);
  }

  private static String held(String name, Manifest manifest, String sha256) {
    return manifest.published().entrySet().stream()
        .filter(one -> one.getValue().equals(sha256))
        .map(one -> Publications.FOLDER + name + "/" + one.getKey())
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  private static Set<String> dates(Manifest manifest) {
    Set<String> dates = new TreeSet<>();
    manifest.periods().values().forEach(period -> dates.add(period.asOf()));
    return dates;
  }

  /** Its name: the beginning of the hash of its manifest. */
  public String name() {
    return name;
  }

  /** Folders of its periods and special evaluations. */
  public Set<String> folders() {
    Set<String> folders = new TreeSet<>(manifest.periods().keySet());
    folders.addAll(manifest.specials().keySet());
    return folders;
  }

  /** Name and version of the program that made a period: an earlier one if it was taken over. */
  public String program(String folder) {
    String made = entry(folder).program();
    return made == null ? manifest.program() : made;
  }

  private Manifest.PeriodEntry entry(String folder) {
    Manifest.PeriodEntry entry = manifest.periods().get(folder);
    return entry == null ? manifest.specials().get(folder) : entry;
  }

  /** Hash of every file people wrote for a period, by name. */
  public Map<String, String> written(String folder) {
    return entry(folder).assessment();
  }

  /** The evaluation in a folder. */
  public Evaluation evaluation(String folder) throws IOException {
    return PublishedModel.read(storage, path(folder) + "/evaluation.json", Evaluation.class);
  }

  /** Whether a city is in a folder. */
  public boolean has(String folder, String code) throws IOException {
    return storage.exists(file(folder, code));
  }

  /** A city in a folder. */
  public RegionEvaluation city(String folder, String code) throws IOException {
    return PublishedModel.read(storage, file(folder, code), RegionEvaluation.class);
  }

  private String file(String folder, String code) {
    return path(folder) + "/evaluation/" + RegionEvaluation.City.fileName(code) + ".json";
  }

  /** Where a folder of it lies in the output folder. */
  public String path(String folder) {
    return Publications.FOLDER + name + "/" + folder;
  }
}
