package io.silvergauge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * W7: the reports of 300 cities in each format, beside what its library needs alone for as many
 * documents of the same texts and numbers. A process a format and contestant, with the options that
 * the launcher gives work of this size, both on all cores. The cities are those of the sample in
 * its eight quarters. No library writes a dashboard; ours stands alone there.
 */
final class ReportsWork implements Work {
  private static final int ALL = 300;
  private static final int LEAST = 37;
  private static final Map<String, String> LIBRARIES = new LinkedHashMap<>();

  static {
    LIBRARIES.put("html", "Pebble");
    LIBRARIES.put("pdf", "openhtmltopdf");
    LIBRARIES.put("docx", "POI");
    LIBRARIES.put("xlsx", "fastexcel");
  }

  private final Machine machine;
  private final Path folder;
  private final Path current;
  private final String cities;

  ReportsWork(Machine machine) {
    this.machine = machine;
    folder = machine.work().resolve("W7");
    current = folder.resolve("published/current");
    cities = Long.toString(Math.max(LEAST, Math.round(ALL * machine.scale())));
  }

  @Override
  public String name() {
    return "W7";
  }

  @Override
  public String title() {
    return "reports for " + cities + " cities in every format, in Chinese";
  }

  @Override
  public void prepare() throws IOException {
    machine.untimed(
        "ours",
        machine.program(
            "evaluate",
            machine.home().resolve("sample-input"),
            "--format",
            "xlsx",
            "--out",
            folder.resolve("published")));
  }

  @Override
  public List<Contestant> contestants() {
    List<Contestant> all = new ArrayList<>();
    LIBRARIES.forEach(
        (format, library) -> {
          all.add(ours(format));
          Path to = folder.resolve(format + "/library");
          all.add(
              new Contestant(
                  library + " in " + format,
                  java(LibraryReports.class, format, content(format), to),
                  to,
                  () -> take(format)));
        });
    all.add(ours("dashboard"));
    return all;
  }

  private Contestant ours(String format) {
    Path to = folder.resolve(format + "/ours");
    return new Contestant(
        "ours in " + format, java(CityReports.class, format, current, cities, to), to);
  }

  private Path content(String format) {
    return folder.resolve(format + "/content");
  }

  /** What the library is to write, from what ours wrote in the first round. */
  private void take(String format) throws IOException {
    Path content = content(format);
    if (!Files.exists(content)) {
      machine.untimed(
          "content",
          java(
              LibraryReports.class,
              format,
              content,
              folder.resolve(format + "/ours"),
              current,
              cities));
    }
  }

  private List<String> java(Class<?> main, Object... arguments) {
    List<String> command = machine.everything();
    command.addAll(
        1, List.of("-XX:GCTimeRatio=4", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    command.add(main.getName());
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return command;
  }

  @Override
  public String compare() throws IOException {
    List<String> said = new ArrayList<>();
    for (String format : LIBRARIES.keySet()) {
      long ours = files(format + "/ours");
      long floor = files(format + "/library");
      if (ours == 0 || ours != floor) {
        throw new IllegalStateException(
            "%d documents in %s, the library wrote %d".formatted(ours, format, floor));
      }
      said.add(ours + " " + format);
    }
    return "as many documents, of texts taken from ours: " + String.join(", ", said);
  }

  private long files(String below) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(below))) {
      return all.count();
    }
  }

  private double mebibytes(String below) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(below))) {
      return all.mapToLong(one -> one.toFile().length()).sum() / 1024.0 / 1024.0;
    }
  }

  @Override
  public String conclusion(Result result) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> one : LIBRARIES.entrySet()) {
      String format = one.getKey();
      String library = one.getValue() + " in " + format;
      text.append(
          String.format(
              Locale.ROOT,
              "%s: %d documents, %.1f a second and %.1f MiB; %s %.1f a second and %.1f MiB%n",
              format,
              files(format + "/ours"),
              files(format + "/ours") / result.median("ours in " + format, Measured::seconds),
              mebibytes(format + "/ours"),
              one.getValue(),
              files(format + "/library") / result.median(library, Measured::seconds),
              mebibytes(format + "/library")));
    }
    return text.toString();
  }

  @Override
  public List<Bound> bounds() {
    return LIBRARIES.entrySet().stream()
        .map(one -> new Bound(one.getValue() + " in " + one.getKey(), 1.5, 1.5))
        .toList();
  }
}
