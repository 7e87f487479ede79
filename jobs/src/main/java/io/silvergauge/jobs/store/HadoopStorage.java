package io.silvergauge.jobs.store;

import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A folder of a Hadoop file system, named by its URI. It has no links to folders: a link is a small
 * file that holds the target's name.
 */
public final class HadoopStorage implements Storage {
  private static final long serialVersionUID = 1L;

  private final String root;

  /**
   * The storage in a folder.
   *
   * @param root absolute URI, for example {@code hdfs://host/silvergauge}
   */
  public HadoopStorage(URI root) {
    String text = root.toString();
    this.root = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
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
    Path target = path(path);
    Path part = new Path(target.getParent(), ".part-" + UUID.randomUUID());
    FileSystem files = files();
    files.mkdirs(target.getParent());
    try (OutputStream out = files.create(part, true)) {
      out.write(content);
    }
    files.delete(target, false);
    if (!files.rename(part, target)) {
      files.delete(part, false);
      throw new IOException("Could not write " + target);
    }
  }

  @Override
  public OutputStream create(String path) throws IOException {
    Path target = path(path);
    Path part = new Path(target.getParent(), ".part-" + UUID.randomUUID());
    FileSystem files = files();
    files.mkdirs(target.getParent());
    return new FilterOutputStream(files.create(part, true)) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        super.close();
        files.delete(target, false);
        if (!files.rename(part, target)) {
          files.delete(part, false);
          throw new IOException("Could not write " + target);
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
    FileSystem files = files();
    if (files.exists(path(to))) {
      return false;
    }
    files.mkdirs(path(to).getParent());
    return files.rename(path(from), path(to));
  }

  @Override
  public void copy(String from, String to) throws IOException {
    if (exists(to)) {
      throw new FileAlreadyExistsException(location(to));
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
    return HadoopOutputFile.fromPath(path(path), new Configuration());
  }

  @Override
  public InputFile parquetInput(String path) throws IOException {
    return HadoopInputFile.fromPath(path(path), new Configuration());
  }

  private FileSystem files() throws IOException {
    return FileSystem.get(URI.create(root), new Configuration());
  }

  private Path path(String relative) {
    if (Arrays.asList(relative.split("/")).contains("..") || relative.startsWith("/")) {
      throw new IllegalArgumentException("'%s' leads out of '%s'".formatted(relative, root));
    }
    return relative.isEmpty() ? new Path(root) : new Path(root + "/" + relative);
  }
}
