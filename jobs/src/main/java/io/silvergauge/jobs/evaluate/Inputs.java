package io.silvergauge.jobs.evaluate;

import io.silvergauge.jobs.store.Storage;
import io.silvergauge.jobs.store.Verifier;
import java.io.IOException;
import java.io.Serializable;

/**
 * Copies of what was delivered, in the store, by their hash: a file that changes underneath makes
 * no difference, and machines that do not see the file read its copy.
 */
final class Inputs implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String FOLDER = "inputs";

  private final Storage store;

  Inputs(Storage store) {
    this.store = store;
  }

  /** The bytes of a copy; what they hash to is the caller's to check. */
  byte[] read(String sha256) throws IOException {
    return store.read(path(sha256));
  }

  /** Some bytes of a copy. */
  byte[] read(String sha256, long from, int length) throws IOException {
    return store.read(path(sha256), from, length);
  }

  /**
   * Keeps a file's bytes. A copy that is kept already may have been damaged since: it is held
   * against its hash, and these bytes, which were, take its place where it is not what it was.
   */
  void keep(byte[] content, String sha256) throws IOException {
    String path = path(sha256);
    if (!store.exists(path) || !store.sha256(path).equals(sha256)) {
      store.write(path, content);
    }
  }

  /**
   * Says of a file with personal data that no copy of it stays. What copy there is goes with {@link
   * #forget}, once no task can need it any more: one whose machine is lost is done again.
   */
  void withhold(String sha256) throws IOException {
    store.write(path(sha256) + Verifier.WITHHELD, Verifier.withheldText());
  }

  /** Removes the copy of a file of which none may stay. */
  void forget(String sha256) throws IOException {
    withhold(sha256);
    if (store.exists(path(sha256))) {
      store.delete(path(sha256));
    }
  }

  /** Removes copies that a run which died had withheld and not yet removed. */
  void forgetWithheld() throws IOException {
    for (String name : store.list(FOLDER)) {
      if (name.endsWith(Verifier.WITHHELD)) {
        String sha256 = name.substring(0, name.length() - Verifier.WITHHELD.length());
        if (store.exists(path(sha256))) {
          store.delete(path(sha256));
        }
      }
    }
  }

  private static String path(String sha256) {
    return FOLDER + "/" + sha256;
  }
}
