package io.silvergauge.jobs.store;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** A folder of this machine, or one that all machines of a cluster share. */
public final class LocalStorage implements Storage {
  private static final long serialVersionUID = 1L;

  /** Below so many free bytes a disk counts as full. */
  private static final long LITTLE = 1 << 20;

  private final String root;

  /** The storage in a folder, which need not exist yet. */
  public LocalStorage(Path root) {
    this.root = root.toAbsolutePath().normalize().toString();
  }

  @Override
  public String location(String path) {
    return path(path).toString();
  }

  @Override
  public byte[] read(String path) throws IOException {
    return Files.readAllBytes(path(path));
  }

  @Override
  public byte[] read(String path, long from, int length) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path(path).toFile(), "r")) {
      byte[] content = new byte[length];
      file.seek(from);
      file.readFully(content);
      return content;
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(path(path));
  }

  @Override
  public boolean exists(String path) {
    return Files.exists(path(path));
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    Path target = path(path);
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling(".part-" + UUID.randomUUID());
    try {
      Files.write(part, content);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw at(target, e, content.length);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public OutputStream create(String path) throws IOException {
    Path target = path(path);
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling(".part-" + UUID.randomUUID());
    return new FilterOutputStream(new BufferedOutputStream(Files.newOutputStream(part))) {
      private boolean failed;

      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        try {
          out.write(bytes, from, length);
        } catch (IOException e) {
          failed = true;
          throw at(target, e);
        }
      }

      /** What was not written whole never gets the name. */
      @Override
      public void close() throws IOException {
        try {
          super.close();
          if (!failed) {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
          }
        } catch (IOException e) {
          throw at(target, e);
        } finally {
          Files.deleteIfExists(part);
        }
      }
    };
  }

  /** A failure that says which file it was, which writing to a full disk does not. */
  public static IOException at(Path file, IOException failure) {
    return at(file, failure, 0);
  }

  /**
   * The same with what room there is where the disk is full.
   *
   * @param needed bytes that were to be written; 0 where that is not known
   */
  private static IOException at(Path file, IOException failure, long needed) {
    if (failure instanceof FileSystemException) {
      return failure; // names it
    }
    FileSystemException named =
        new FileSystemException(file.toString(), null, failure.getMessage() + room(file, needed));
    named.initCause(failure);
    return named;
  }

  /** What a full disk still takes; nothing where that is not why. */
  private static String room(Path file, long needed) {
    try {
      long free = Files.getFileStore(file.getParent()).getUsableSpace();
      return needed > free || (needed == 0 && free < LITTLE)
          ? " (" + free + " bytes are free" + (needed > 0 ? ", " + needed + " are needed)" : ")")
          : "";
    } catch (IOException | SecurityException e) {
      return ""; // the failure itself is what counts
    }
  }

  @Override
  public Instant modified(String path) throws IOException {
    return Files.getLastModifiedTime(path(path)).toInstant();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    Path path = path(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public List<String> walk(String folder) throws IOException {
    Path path = path(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(path.toRealPath())) {
      Path real = path.toRealPath();
      return files
          .filter(Files::isRegularFile)
          .map(file -> real.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Override
  public boolean rename(String from, String to) throws IOException {
    Path target = path(to);
    if (Files.exists(target)) {
      return false;
    }
    Files.createDirectories(target.getParent());
    try {
      Files.move(path(from), target, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      return false;
    } catch (FileSystemException e) {
      if (Files.exists(target)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void copy(String from, String to) throws IOException {
    Path target = path(to);
    Files.createDirectories(target.getParent());
    try {
      Files.createLink(target, path(from).toRealPath());
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(path(from), target);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Path start = path(path);
    if (!Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void point(String link, String target) throws IOException {
    Path at = path(link);
    Files.createDirectories(at.getParent());
    Path fresh = at.resolveSibling(".link-" + UUID.randomUUID());
    Path relative = at.getParent().relativize(path(target));
    Files.createSymbolicLink(fresh, relative);
    try {
      Files.move(fresh, at, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
  }

  @Override
  public String pointed(String link) throws IOException {
    Path at = path(link);
    return Files.isSymbolicLink(at) ? Files.readSymbolicLink(at).toString() : "";
  }

  @Override
  public OutputFile parquetOutput(String path) throws IOException {
    Path target = path(path);
    Files.createDirectories(target.getParent());
    return new LocalOutputFile(target);
  }

  @Override
  public InputFile parquetInput(String path) {
    return new LocalInputFile(path(path));
  }

  /** The path below the root; the one place where paths become files. */
  private Path path(String relative) {
    Path base = Path.of(root);
    Path path = base.resolve(relative).normalize();
    if (!path.startsWith(base)) {
      throw new IllegalArgumentException("'%s' leads out of '%s'".formatted(relative, root));
    }
    return path;
  }
}
