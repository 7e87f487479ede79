package io.silvergauge.jobs.evaluate;

import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** A folder in which files with certain names cannot be written. */
final class FailingStorage implements Storage {
  private static final long serialVersionUID = 1L;

  /** How writing fails. */
  enum How {
    /** As a full disk does. */
    DISK_FULL,
    /** As a fault of the program does. */
    PROGRAM
  }

  private final LocalStorage storage;
  private final List<String> endings;
  private final How how;

  FailingStorage(Path folder, How how, String... endings) {
    this.storage = new LocalStorage(folder);
    this.how = how;
    this.endings = List.of(endings);
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    fail(path);
    storage.write(path, content);
  }

  @Override
  public OutputStream create(String path) throws IOException {
    fail(path);
    return storage.create(path);
  }

  private void fail(String path) throws IOException {
    if (endings.stream().anyMatch(path::endsWith)) {
      if (how == How.DISK_FULL) {
        throw new FileSystemException(location(path), null, "No space left on device");
      }
      throw new IllegalStateException("cannot write " + path.substring(path.lastIndexOf('/') + 1));
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    return storage.open(path);
  }

  @Override
  public String location(String path) {
    return storage.location(path);
  }

  @Override
  public byte[] read(String path) throws IOException {
    return storage.read(path);
  }

  @Override
  public byte[] read(String path, long from, int length) throws IOException {
    return storage.read(path, from, length);
  }

  @Override
  public boolean exists(String path) {
    return storage.exists(path);
  }

  @Override
  public Instant modified(String path) throws IOException {
    return storage.modified(path);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return storage.list(folder);
  }

  @Override
  public List<String> walk(String folder) throws IOException {
    return storage.walk(folder);
  }

  @Override
  public boolean rename(String from, String to) throws IOException {
    return storage.rename(from, to);
  }

  @Override
  public void copy(String from, String to) throws IOException {
    storage.copy(from, to);
  }

  @Override
  public void delete(String path) throws IOException {
    storage.delete(path);
  }

  @Override
  public void point(String link, String target) throws IOException {
    storage.point(link, target);
  }

  @Override
  public String pointed(String link) throws IOException {
    return storage.pointed(link);
  }

  @Override
  public OutputFile parquetOutput(String path) throws IOException {
    return storage.parquetOutput(path);
  }

  @Override
  public InputFile parquetInput(String path) {
    return storage.parquetInput(path);
  }
}
