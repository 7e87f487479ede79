package io.silvergauge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs the works of docs/performance.md; benchmarks/run says how it is used. */
public final class Bench {
  /** How much worse than the recorded ratio is a failure. */
  private static final double TOLERANCE = 1.3;

  private final Path home;
  private final Path used;
  private final Set<String> wanted = new TreeSet<>();
  private int rounds = 3;
  private double scale = 1;
  private Path json;
  private boolean smoke;
  private boolean keep;
  private boolean prefix;
  private boolean registers = true;

  private Bench(Path home, List<String> arguments) {
    this.home = home;
    used = home.resolve("benchmarks/target/used");
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case "--rounds" -> rounds = Integer.parseInt(arguments.get(++i));
        case "--scale" -> scale = Double.parseDouble(arguments.get(++i));
        case "--small" -> scale = 0.02;
        case "--json" -> json = Path.of(arguments.get(++i)).toAbsolutePath();
        case "--keep" -> keep = true;
        case "--no-registers" -> registers = false;
        case "--regions" -> prefix = arguments.get(++i).equals("prefix");
        case "--smoke" -> {
          smoke = true;
          scale = 0.02;
        }
        default -> wanted.add(arguments.get(i));
      }
    }
    if (smoke && wanted.isEmpty()) {
      wanted.addAll(List.of("W1", "W2"));
    }
  }

  /** See the class. */
  public static void main(String[] args) throws IOException {
    boolean well = new Bench(Path.of(args[0]), List.of(args).subList(1, args.length)).run();
    System.exit(well ? 0 : 1);
  }

  private boolean run() throws IOException {
    Path folder = home.resolve("benchmarks/target/work");
    Machine machine = new Machine(home, folder, scale, prefix, registers);
    List<Result> results = new ArrayList<>();
    List<Work> works = works(machine);
    Set<String> known = new TreeSet<>();
    works.forEach(work -> known.add(work.name()));
    if (!known.containsAll(wanted)) {
      throw new IllegalArgumentException("Works are " + known + ", asked for " + wanted);
    }
    for (Work work : works) {
      if (wanted.isEmpty() || wanted.contains(work.name())) {
        putAside(folder);
        try {
          Result result = run(work);
          System.out.print(result.table());
          System.out.print(work.conclusion(result));
          results.add(result);
        } finally {
          work.end();
        }
      }
    }
    delete(used);
    if (!keep) {
      delete(folder);
    }
    if (json != null) {
      Files.writeString(json, json(results));
    }
    return !smoke || within(results);
  }

  private static List<Work> works(Machine machine) {
    double scale = machine.scale();
    return List.of(
        new SampleWork(machine),
        new QuarterWork(machine, "W2", scale, false),
        new RestatedWork(machine),
        new StoredWork(machine),
        new QuarterWork(machine, "W5", scale, true),
        new RankWork(machine),
        new ReportsWork(machine),
        new GrowthWork(machine),
        new ClusterWork(machine));
  }

  /** A round whose answers are compared, then those that count; contestants in turn. */
  private Result run(Work work) throws IOException {
    say(work.name() + ": " + work.title() + " (load " + load() + ")");
    work.prepare();
    String compared = "";
    Map<String, List<Measured>> measured = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Contestant one : work.contestants()) {
        putAside(one.output());
        one.before().run();
        Measured took = Measured.of(one);
        say(
            String.format(
                Locale.ROOT,
                "  %s %s: %.2f s, %.2f s of processor, %.0f MiB",
                round == 0 ? "first round" : "round " + round,
                one.name(),
                took.seconds(),
                took.processor(),
                took.mebibytes()));
        if (round > 0) {
          measured.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(took);
        }
      }
      if (round == 0) {
        compared = work.compare();
        say("  same answers: " + compared);
      }
    }
    return new Result(work, compared, measured);
  }

  /** Whether no ratio is much worse than the recorded one. */
  private boolean within(List<Result> results) throws IOException {
    Properties baseline = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("benchmarks/baseline.properties"))) {
      baseline.load(in);
    }
    boolean well = true;
    for (Result result : results) {
      for (Work.Bound bound : result.work().bounds()) {
        String key = result.work().name() + "." + bound.peer().replace(' ', '_');
        String recorded = baseline.getProperty(key);
        if (recorded == null) {
          continue;
        }
        double most = Double.parseDouble(recorded) * TOLERANCE;
        double ratio = result.ratio(bound.peer(), Measured::processor);
        boolean kept = ratio <= most;
        well &= kept;
        say(
            String.format(
                Locale.ROOT,
                "%s: %.2f × the processor time, at most %.2f × (1.3 times the recorded %s): %s",
                key,
                ratio,
                most,
                recorded,
                kept ? "kept" : "NOT KEPT"));
      }
    }
    return well;
  }

  private String json(List<Result> results) throws IOException {
    return """
        {"cores": %d, "memory_mib": %d, "java": "%s", "os": "%s", "scale": %s, "rounds": %d, "load_at_end": "%s",
        "works": [
        %s
        ]}
        """
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            memory(),
            System.getProperty("java.vm.version"),
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            scale,
            rounds,
            load(),
            String.join(",\n", results.stream().map(Result::json).toList()));
  }

  private static long memory() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
      String total = lines.findFirst().orElseThrow();
      return Long.parseLong(total.replaceAll("[^0-9]", "")) / 1024;
    }
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
  }

  private static void say(String line) {
    System.err.println(line);
  }

  /** Copies a folder, links as they are. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.getParent());
        Files.copy(path, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /**
   * Puts away what an earlier turn wrote; the end deletes it. Deleted before a turn, it would be
   * charged to that turn: without a journal, ext4 creates files many times slower for minutes after
   * many were deleted.
   */
  private void putAside(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.createDirectories(used);
      Files.move(folder, Files.createTempDirectory(used, "turn").resolve(folder.getFileName()));
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
