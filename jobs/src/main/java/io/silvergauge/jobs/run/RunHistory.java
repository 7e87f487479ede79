package io.silvergauge.jobs.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of the newest runs of an output folder. */
public final class RunHistory {
  /** How many records are kept. */
  public static final int KEPT = 100;

  /** Version of the records that this program writes. */
  static final int MODEL = 1;

  static final String FOLDER = "runs";
  static final String ENDING = ".json";

  private RunHistory() {}

  /**
   * A run.
   *
   * @param fields the whole record
   * @param died whether it is recorded as at work, and is not
   */
  public record Entry(ObjectNode fields, boolean died) {
    /** A field's text; empty where there is none. */
    public String text(String field) {
      return fields.path(field).asText("");
    }

    /** The record, saying of a run that died that it did. */
    public JsonNode told() {
      ObjectNode told = fields.deepCopy();
      return told.put("outcome", outcome());
    }

    /** How it ended, or that it is at work, or died. */
    public String outcome() {
      return died ? "died" : text("outcome");
    }
  }

  /** The runs, newest first; a record that cannot be read is left out. */
  public static List<Entry> of(Path out) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path file : files(out.resolve(FOLDER))) {
      read(file).ifPresent(fields -> entries.add(new Entry(fields, isDead(fields))));
    }
    return entries;
  }

  /** Empty where it was removed meanwhile, or is no record of ours. */
  private static Optional<ObjectNode> read(Path file) throws IOException {
    try {
      return EvaluationJson.read(Files.readAllBytes(file), JsonNode.class)
              instanceof ObjectNode fields
          ? Optional.of(fields)
          : Optional.empty();
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** Of a run on another machine nobody can tell here; it counts as at work. */
  private static boolean isDead(JsonNode fields) {
    Owner owner =
        new Owner(
            fields.path("host").asText(),
            fields.path("pid").asLong(),
            fields.path("process").asText(),
            fields.path("command").asText(),
            fields.path("started").asText());
    return fields.path("outcome").asText().equals(RunRecord.Outcome.RUNNING.text())
        && owner.isHere()
        && !owner.isAlive();
  }

  /** Removes the oldest records beyond those that are kept. */
  static void forgetOld(Path folder) throws IOException {
    List<Path> files = files(folder);
    for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  /** Newest first: names begin with the time. */
  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
          .toList();
    }
  }
}
