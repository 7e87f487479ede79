package io.silvergauge.jobs.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What files take up: publications share what did not change, under second names. */
public final class DiskUse {
  private static final String UNIX = "unix";

  private DiskUse() {}

  /** A file's content, however many names it has. */
  private record Content(Object key, int names, long bytes) {}

  /**
   * Bytes that are free again once some files and folders are gone: of a content that has another
   * name elsewhere none.
   */
  public static long freedBy(Collection<Path> files) throws IOException {
    Map<Content, Integer> seen = new HashMap<>();
    for (Path one : files) {
      try (Stream<Path> below = Files.walk(one)) {
        for (Path file : below.filter(Files::isRegularFile).toList()) {
          seen.merge(content(file), 1, Integer::sum);
        }
      }
    }
    return seen.entrySet().stream()
        .filter(one -> one.getValue() >= one.getKey().names())
        .mapToLong(one -> one.getKey().bytes())
        .sum();
  }

  private static Content content(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains(UNIX)) {
      return new Content(file, 1, Files.size(file));
    }
    Map<String, Object> told = Files.readAttributes(file, UNIX + ":dev,ino,nlink,size");
    return new Content(
        List.of(told.get("dev"), told.get("ino")),
        (Integer) told.get("nlink"),
        (Long) told.get("size"));
  }
}
