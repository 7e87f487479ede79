package io.silvergauge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * W6: rank replications, by JMH in a process of its own. Its peer, COINr 1.1.14 in R, is not run
 * here: its seconds a replication were measured on a machine with two cores of the same kind.
 */
final class RankWork implements Work {
  private static final double COINR = 0.171;
  private static final double COINR_PARTIAL = 0.013;
  private static final Pattern SCORE = Pattern.compile("\"score\" : ([0-9.E-]+)");

  private final Machine machine;
  private final Path output;

  RankWork(Machine machine) {
    this.machine = machine;
    output = machine.work().resolve("W6/ours");
  }

  @Override
  public String name() {
    return "W6";
  }

  @Override
  public String title() {
    return RankReplications.REPLICATIONS + " rank replications of 51 units by 49 indicators";
  }

  @Override
  public void prepare() {}

  @Override
  public List<Contestant> contestants() {
    List<String> command = new ArrayList<>(machine.everything());
    command.addAll(
        List.of(
            "org.openjdk.jmh.Main",
            RankReplications.class.getSimpleName(),
            "-rf",
            "json",
            "-rff",
            output.resolve("jmh.json").toString()));
    return List.of(new Contestant("ours", command, output));
  }

  @Override
  public String compare() {
    return "nothing, the peer's seconds are recorded ones";
  }

  @Override
  public String conclusion(Result result) throws IOException {
    Matcher score = SCORE.matcher(Files.readString(output.resolve("jmh.json")));
    if (!score.find()) {
      throw new IllegalStateException("JMH wrote no score");
    }
    double one = Double.parseDouble(score.group(1)) / RankReplications.REPLICATIONS;
    return String.format(
        Locale.ROOT,
        "%.2f µs a replication (last round, mean of five): %,.0f times as fast as COINr, %,.0f times with perfect partial repetition; asked 1,000 and 100%n",
        one * 1e6,
        COINR / one,
        COINR_PARTIAL / one);
  }

  @Override
  public List<Bound> bounds() {
    return List.of();
  }
}
