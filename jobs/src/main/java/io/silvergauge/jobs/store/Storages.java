package io.silvergauge.jobs.store;

import java.net.URI;
import java.nio.file.Path;

/** Opens a storage by what an assessment writes under {@code store:}. */
public final class Storages {
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
        ? new HadoopStorage(URI.create(text))
        : new LocalStorage(base.resolve(text));
  }
}
