package io.silvergauge.jobs.store;

import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A folder of a Hadoop file system, named by its URI. It has no links to folders: a link is a small
 * file that holds the target's name. A file takes another's place in one step where the file system
 * renames in one step, as HDFS does.
 */
public final class HadoopStorage implements Storage {
  private static final long serialVersionUID = 1L;

  private final String root;
  private final TreeMap<String, String> settings;

  /** Read from files, which takes a while; made anew where this has travelled to. */
  private transient volatile Configuration configuration;

  /**
   * The storage in a folder.
   *
   * @param root absolute URI, for example {@code hdfs://host/silvergauge}
   */
  public HadoopStorage(URI root) {
    this(root, Map.of());
  }

  /**
   * The storage in a folder.
   *
   * @param root absolute URI, for example {@code hdfs://host/silvergauge}
   * @param settings of Hadoop, before those of {@code core-site.xml}; tasks get them too
   */
  public HadoopStorage(URI root, Map<String, String> settings) {
    String text = root.toString();
    this.root = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    this.settings = new TreeMap<>(settings);
  }

  @Override
  public String location(String path) {
    return path(path).toString();
  }

  @Override
  public byte[] read(String path) throws IOException {
    try (InputStream in = files().open(path(path))) {
      return in.readAllBytes();
    }
  }

  @Override
  public byte[] read(String path, long from, int length) throws IOException {
    try (FSDataInputStream in = files().open(path(path))) {
      byte[] content = new byte[length];
      in.readFully(from, content);
      return content;
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    return files().open(path(path));
  }

  @Override
  public boolean exists(String path) throws IOException {
    return files().exists(path(path));
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    try (OutputStream out = create(path)) {
      out.write(content);
    }
  }

  @Override
  public OutputStream create(String path) throws IOException {
    Path target = path(path);
    Path part = new Path(target.getParent(), ".part-" + UUID.randomUUID());
    FileSystem files = files();
    files.mkdirs(target.getParent());
    return new FilterOutputStream(files.create(part, true)) {
      private boolean failed;
      private boolean closed;

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
          throw e;
        }
      }

      /** What was not written whole never gets the name. */
      @Override
      public void close() throws IOException {
        if (closed) {
          return;
        }
        closed = true;
        try {
          super.close();
          if (!failed) {
            context().rename(part, target, Options.Rename.OVERWRITE);
          }
        } finally {
          files.delete(part, false);
        }
      }
    };
  }

  @Override
  public Instant modified(String path) throws IOException {
    return Instant.ofEpochMilli(files().getFileStatus(path(path)).getModificationTime());
  }

  @Override
  public List<String> list(String folder) throws IOException {
    try {
      return Arrays.stream(files().listStatus(path(folder)))
          .map(FileStatus::getPath)
          .map(Path::getName)
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  @Override
  public List<String> walk(String folder) throws IOException {
    List<String> found = new ArrayList<>();
    String base = files().makeQualified(path(folder)).toUri().getPath() + "/";
    try {
      RemoteIterator<LocatedFileStatus> all = files().listFiles(path(folder), true);
      while (all.hasNext()) {
        found.add(all.next().getPath().toUri().getPath().substring(base.length()));
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    Collections.sort(found);
    return found;
  }

  @Override
  public boolean rename(String from, String to) throws IOException {
    Path target = path(to);
    files().mkdirs(target.getParent());
    try {
      context().rename(path(from), target, Options.Rename.NONE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Override
  public void copy(String from, String to) throws IOException {
    if (exists(to)) {
      throw new java.nio.file.FileAlreadyExistsException(location(to));
    }
    write(to, read(from));
  }

  @Override
  public void delete(String path) throws IOException {
    files().delete(path(path), true);
  }

  @Override
  public void point(String link, String target) throws IOException {
    write(link, target.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String pointed(String link) throws IOException {
    return exists(link) ? new String(read(link), StandardCharsets.UTF_8) : "";
  }

  @Override
  public OutputFile parquetOutput(String path) throws IOException {
    return HadoopOutputFile.fromPath(path(path), settings());
  }

  @Override
  public InputFile parquetInput(String path) throws IOException {
    return HadoopInputFile.fromPath(path(path), settings());
  }

  private FileSystem files() throws IOException {
    return FileSystem.get(URI.create(root), settings());
  }

  /** The one whose rename either takes the place of a file in one step or fails. */
  private FileContext context() throws IOException {
    return FileContext.getFileContext(URI.create(root), settings());
  }

  private Configuration settings() {
    Configuration all = configuration;
    if (all == null) {
      all = new Configuration();
      settings.forEach(all::set);
      configuration = all;
    }
    return all;
  }

  private Path path(String relative) {
    if (Arrays.asList(relative.split("/")).contains("..") || relative.startsWith("/")) {
      throw new IllegalArgumentException("'%s' leads out of '%s'".formatted(relative, root));
    }
    return relative.isEmpty() ? new Path(root) : new Path(root + "/" + relative);
  }
}
