package io.silvergauge.jobs.run;

import com.fasterxml.jackson.core.JacksonException;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.evaluate.SentFile;
import io.silvergauge.jobs.ingest.BatchKeys;
import io.silvergauge.jobs.ingest.ReadingContext;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.store.DamagedPackException;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the published periods were made from, as one hash each in {@code basis.json}: where the hash
 * of what is there now is the same, evaluating again would publish the same bytes. It is written
 * after the publication; where it is missing or of another publication, everything is evaluated
 * once more.
 *
 * @param model version of the file
 * @param publication where {@code current} led when it was written
 * @param periods hash of what each period was made from, by period
 */
public record Basis(int model, String publication, Map<String, String> periods) {
  private static final int MODEL = 1;
  private static final String FILE = "basis.json";

  public Basis {
    periods = new TreeMap<>(periods == null ? Map.of() : periods);
  }

  /** What is recorded of what is published now; nothing where it is of something else. */
  static Basis read(Storage output) throws IOException {
    String current = output.pointed(Publications.CURRENT);
    Basis none = new Basis(MODEL, current, Map.of());
    if (!output.exists(FILE)) {
      return none;
    }
    try {
      Basis found = EvaluationJson.read(output.read(FILE), Basis.class);
      return found.model() == MODEL && current.equals(found.publication()) ? found : none;
    } catch (JacksonException e) {
      return none;
    }
  }

  /**
   * Writes what was published by a run that holds the folder.
   *
   * @param before what was recorded before it
   * @param made hashes of the periods it evaluated; may be none
   */
  static void write(Storage output, Basis before, Map<String, String> made) throws IOException {
    Map<String, String> periods = new TreeMap<>(before.periods());
    periods.putAll(made);
    Basis now = new Basis(MODEL, output.pointed(Publications.CURRENT), periods);
    if (!output.exists(FILE) || !now.equals(before)) {
      output.write(FILE, EvaluationJson.write(now));
    }
  }

  /**
   * Hash of everything that evaluating a period reads: what people wrote, what was sent up to the
   * date and whether it could be taken in, the program and what pages are asked for.
   *
   * @param look hashes of the templates of pages and documents, by name
   * @param program name and version of the program
   * @return empty where a file is yet to be read
   * @throws RunFailure if the store says other than was written to it
   */
  static Optional<String> of(
      Assessment assessment,
      Storage store,
      LocalDate asOf,
      Map<String, String> look,
      String program)
      throws IOException {
    StringBuilder text = new StringBuilder();
    line(text, "program", program);
    line(text, "as of", asOf.toString());
    line(text, "scheme", assessment.scheme().sha256());
    line(text, "formats", assessment.formats().toString());
    new TreeMap<>(look).forEach((name, sha256) -> line(text, "template", name, sha256));
    assessment.files().entrySet().stream()
        .filter(file -> !file.getKey().equals("data/deliveries.csv")) // of which some do not count
        .forEach(file -> line(text, "file", file.getKey(), file.getValue()));
    assessment.unregistered().forEach(path -> line(text, "unregistered", path));
    BatchKeys keys = ReadingContext.of(assessment.scheme(), assessment.regions()).keys();
    Set<String> kept = kept(store);
    List<Delivery> deliveries =
        assessment.deliveries().stream()
            .filter(one -> !one.received().isAfter(asOf))
            .sorted(Delivery.ORDER.thenComparing(Delivery::path))
            .toList();
    for (Delivery one : deliveries) {
      String key = keys.of(one, assessment.sources().get(one.slot().source()));
      String state = kept.contains(key) ? key : refused(assessment, one);
      if (state.isEmpty()) {
        return Optional.empty();
      }
      line(
          text,
          "delivery",
          one.path(),
          one.sha256(),
          one.sender(),
          one.received().toString(),
          one.slot().toString(),
          one.mode().code(),
          state);
    }
    return Optional.of(Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** Hashes for some periods of an evaluation; none where something is yet to be read. */
  static Map<String, String> of(Optional<String> basis, List<Period> periods) {
    Map<String, String> hashes = new TreeMap<>();
    basis.ifPresent(hash -> periods.forEach(period -> hashes.put(period.toString(), hash)));
    return hashes;
  }

  private static Set<String> kept(Storage store) throws IOException {
    try {
      return new Packs(store).entries().keySet();
    } catch (DamagedPackException e) {
      throw new RunFailure(ExitCode.DIFFERENCE, e.text(), e);
    }
  }

  /**
   * Why a file that is not in the store cannot be taken in; empty where it can. What withdraws a
   * slot has no content that anybody reads.
   */
  private static String refused(Assessment assessment, Delivery delivery) {
    if (delivery.mode() == Delivery.Mode.WITHDRAW) {
      return "withdrawn";
    }
    SentFile sent = SentFile.read(assessment.data(), delivery);
    return sent.refused().or(sent::changed).map(Basis::line).orElse("");
  }

  private static String line(Reject reject) {
    return reject.reason() + " " + reject.message().en();
  }

  private static void line(StringBuilder text, String... words) {
    text.append(String.join("\t", words)).append('\n');
  }
}
