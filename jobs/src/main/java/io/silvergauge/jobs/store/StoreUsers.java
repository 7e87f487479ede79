package io.silvergauge.jobs.store;

import io.silvergauge.indicators.document.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The output folders that use a store: {@code users/<hash>} with the path of one in each. Only who
 * uses a store that is not in its own output folder puts itself down.
 */
public final class StoreUsers {
  private static final String FOLDER = "users";
  private static final int NAME_LENGTH = 32;

  private final Storage store;

  /** The users of a store. */
  public StoreUsers(Storage store) {
    this.store = store;
  }

  /** Puts an output folder down. */
  public void add(Path output) throws IOException {
    byte[] path = path(output).getBytes(StandardCharsets.UTF_8);
    String file = FOLDER + "/" + Sha256.of(path).substring(0, NAME_LENGTH);
    if (!store.exists(file)) {
      store.write(file, path);
    }
  }

  /** Those that have put themselves down beside this one, sorted. */
  public List<String> others(Path output) throws IOException {
    List<String> others = new ArrayList<>();
    for (String name : store.list(FOLDER)) {
      if (!name.startsWith(".")) { // one that is just being written
        others.add(new String(store.read(FOLDER + "/" + name), StandardCharsets.UTF_8));
      }
    }
    others.remove(path(output));
    others.sort(String::compareTo);
    return others;
  }

  private static String path(Path output) {
    return output.toAbsolutePath().normalize().toString();
  }
}
