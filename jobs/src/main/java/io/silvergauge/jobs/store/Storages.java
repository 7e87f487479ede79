package io.silvergauge.jobs.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Opens a storage by what an assessment writes under {@code store:}. */
public final class Storages {
  private static final String PREFIX = "spark.hadoop.";

  private Storages() {}

  /**
   * The storage a text names: a URI with a scheme is a Hadoop file system, anything else a folder.
   *
   * @param text folder, relative to {@code base}, or URI; empty for {@code usual}
   * @param base folder against which a relative one is taken
   * @param usual folder where the text is empty
   */
  public static Storage open(String text, Path base, Path usual) {
    if (text.isEmpty()) {
      return new LocalStorage(usual);
    }
    return text.matches("[a-zA-Z][a-zA-Z0-9+.-]+:/.*")
        ? new HadoopStorage(URI.create(text), settings())
        : new LocalStorage(base.resolve(text));
  }

  /** What was given to {@code spark-submit} for Hadoop, as {@code spark.hadoop.<setting>}. */
  private static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        settings.put(name.substring(PREFIX.length()), System.getProperty(name));
      }
    }
    return settings;
  }
}
