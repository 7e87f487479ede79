package io.silvergauge.jobs.cluster;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.TaskContext;

/** A folder of this machine in which no task can read a certain file. */
public final class PoisonFileSystem extends RawLocalFileSystem {
  @Override
  public String getScheme() {
    return "poison";
  }

  @Override
  public URI getUri() {
    return URI.create("poison:///");
  }

  @Override
  public FSDataInputStream open(Path path, int buffer) throws IOException {
    fail(path);
    return super.open(path, buffer);
  }

  private void fail(Path path) {
    if (TaskContext.get() != null && path.getName().equals(getConf().get("poison.input"))) {
      throw new IllegalStateException("poisoned");
    }
  }

  @Override
  public boolean exists(Path path) throws IOException {
    fail(path);
    return super.exists(path);
  }
}
