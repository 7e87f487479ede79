package io.silvergauge.jobs.evaluate;

import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Where tasks write what is to be published. On one machine that is the staged publication itself.
 * Other machines need not see the output folder: they write into the store, which all see, and this
 * one takes it over from there.
 *
 * @param storage where tasks write
 * @param folder folder below which they write
 */
record Handover(Storage storage, String folder, Storage output, String staging)
    implements AutoCloseable {
  static Handover of(JavaSparkContext spark, Storage store, Storage output, String staging) {
    return spark.sc().isLocal()
        ? new Handover(output, staging, output, staging)
        : new Handover(store, Packs.staging(), output, staging);
  }

  /** Takes over what the tasks have written. */
  void take() throws IOException {
    if (isElsewhere()) {
      for (String path : storage.walk(folder)) {
        output.write(staging + "/" + path, storage.read(folder + "/" + path));
      }
    }
  }

  private boolean isElsewhere() {
    return !folder.equals(staging);
  }

  /** Removes what was handed over; what a dead run leaves is removed with the packs it began. */
  @Override
  public void close() throws IOException {
    if (isElsewhere()) {
      storage.delete(folder);
    }
  }
}
