package io.silvergauge.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** An HDFS of one name node and one data node in this process; started when first asked for. */
public final class Hdfs {
  private static MiniDFSCluster cluster;

  private Hdfs() {}

  /** Where it is, {@code hdfs://127.0.0.1:<port>}. */
  public static synchronized URI uri() {
    if (cluster == null) {
      cluster = started();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> cluster.shutdown(true), "hdfs"));
    }
    return URI.create("hdfs://127.0.0.1:" + cluster.getNameNodePort());
  }

  private static MiniDFSCluster started() {
    try {
      Path folder = Files.createTempDirectory("hdfs");
      Configuration conf = new Configuration();
      conf.set("hdfs.minidfs.basedir", folder.toString());
      conf.set("dfs.datanode.hostname", "127.0.0.1");
      return new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
