package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.indicators.document.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of an assessment folder: what is read is hashed, what is missing is a fault. */
final class AssessmentFolder {
  private final Path folder;
  private final Faults faults;
  private final Map<String, String> hashes = new TreeMap<>();

  AssessmentFolder(Path folder, Faults faults) {
    this.folder = folder;
    this.faults = faults;
  }

  Path path() {
    return folder;
  }

  /** The hashes of what was read, by path. */
  Map<String, String> hashes() {
    return hashes;
  }

  /** A file's bytes; empty, with a fault recorded, where there is no such file. */
  Optional<byte[]> content(String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.isRegularFile(file)) {
      return Optional.of(hashed(name, WrittenFile.read(name, file)));
    }
    faults.add(
        name,
        0,
        "",
        Bilingual.of(
            "文件不存在；评估目录须含 assessment.yaml、regions/、cities.csv 和 data/deliveries.csv",
            "there is no such file; an assessment folder has assessment.yaml, regions/,"
                + " cities.csv and data/deliveries.csv"));
    return Optional.empty();
  }

  /** A file's bytes; empty where there is no such file, which may be. */
  Optional<byte[]> optional(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file)
        ? Optional.of(hashed(name, WrittenFile.read(name, file)))
        : Optional.empty();
  }

  /** The bytes of a file, with its hash kept for the manifest. */
  byte[] hashed(String name, byte[] content) {
    hashes.put(name, Sha256.of(content));
    return content;
  }

  /** The files of a folder below it whose names end so, by their paths, in order. */
  Map<String, byte[]> all(String below, String ending) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (String name : names(below, ending)) {
      all.put(name, hashed(name, WrittenFile.read(name, folder.resolve(name))));
    }
    return all;
  }

  /** The paths of the files of a folder below it whose names end so, in order; none is read. */
  List<String> names(String below, String ending) throws IOException {
    Path folderBelow = folder.resolve(below);
    if (!Files.isDirectory(folderBelow)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folderBelow)) {
      return files
          .map(file -> below + "/" + file.getFileName())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  /** The name of a file stands in messages and tables, so it must not tell of persons. */
  private boolean isPersonal(String path) {
    boolean personal = PersonalData.isInPath(path);
    if (personal) {
      String above = path.substring(0, Math.max(0, path.lastIndexOf('/')));
      faults.add(
          PersonalData.isInPath(above) || above.isEmpty() ? "data" : "data/" + above,
          0,
          "",
          Bilingual.of("有文件的名称%s", "the name of a file: %s", PersonalData.FOUND));
    }
    return personal;
  }

  /** Files below {@code data/} that no list names. */
  List<String> unregistered(List<Delivery> deliveries) throws IOException {
    Set<String> registered = new HashSet<>(Set.of("deliveries.csv", "expected.csv"));
    deliveries.forEach(delivery -> registered.add(delivery.path()));
    Path data = folder.resolve("data");
    try (Stream<Path> files = Files.walk(data)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> data.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !registered.contains(path) && !path.endsWith("README.md"))
          .filter(path -> !isPersonal(path))
          .sorted()
          .toList();
    }
  }
}
