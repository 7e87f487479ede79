package io.silvergauge.jobs.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;

/** The other face of {@link PoisonFileSystem}, which Hadoop asks to rename. */
public final class PoisonFs extends DelegateToFileSystem {
  /** As Hadoop makes it. */
  public PoisonFs(URI uri, Configuration conf) throws IOException, URISyntaxException {
    super(uri, new PoisonFileSystem(), conf, "poison", false);
  }
}
