package io.silvergauge.jobs.evaluate;

import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Storages whose changes are counted together, in whatever thread, and of which one fails: the disk
 * is full from then on, or the process is dead from then on and can tidy up nothing.
 */
final class FaultyStorage implements InvocationHandler, Serializable {
  private static final long serialVersionUID = 1L;

  private static final Set<String> CHANGES =
      Set.of("write", "create", "rename", "copy", "delete", "point", "parquetOutput");

  private static final AtomicInteger DONE = new AtomicInteger();
  private static final AtomicBoolean DEAD = new AtomicBoolean();
  private static volatile int failing;
  private static volatile boolean crashing;

  private final LocalStorage storage;

  private FaultyStorage(Path folder) {
    this.storage = new LocalStorage(folder);
  }

  /** What a dead process does. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("the process is dead");
    }
  }

  static Storage of(Path folder) {
    return (Storage)
        Proxy.newProxyInstance(
            Storage.class.getClassLoader(),
            new Class<?>[] {Storage.class},
            new FaultyStorage(folder));
  }

  /** From the given change on everything fails; never where it is zero. */
  static void failFrom(int change, boolean crash) {
    DONE.set(0);
    DEAD.set(false);
    failing = change;
    crashing = crash;
  }

  /** How many changes were made or attempted. */
  static int changes() {
    return DONE.get();
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (DEAD.get()) {
      throw new Crash();
    }
    if (CHANGES.contains(method.getName())) {
      int change = DONE.incrementAndGet();
      if (failing > 0 && change >= failing) {
        fail(method.getName(), (String) arguments[0]);
      }
    }
    try {
      return method.invoke(storage, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void fail(String change, String path) throws IOException {
    if (crashing) {
      DEAD.set(true);
      leaveHalf(change, path);
      throw new Crash();
    }
    if (!change.equals("delete")) { // which a full disk allows
      throw new FileSystemException(storage.location(path), null, "No space left on device");
    }
  }

  /** What had been written when the process died: a file that has not got its name yet, or half. */
  private void leaveHalf(String change, String path) throws IOException {
    Path file = Path.of(storage.location(path));
    if (change.equals("write") || change.equals("create")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file.resolveSibling(".part-half"), "half");
    } else if (change.equals("parquetOutput")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "PAR1 half");
    }
  }
}
