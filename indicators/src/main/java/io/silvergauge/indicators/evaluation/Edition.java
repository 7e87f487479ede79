package io.silvergauge.indicators.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.finding.FindingKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For whom an evaluation is written: what each may read of it, all from one model. */
public enum Edition {
  /** For the ministry: everything. */
  MINISTRY,
  /** For one city: itself in full, the other cities without names and codes. */
  CITY,
  /** For everybody: what cities came to, without single units, files, notes and departments. */
  PUBLIC;

  /** Parts of the id of a finding that names a figure: city, kind, indicator. */
  private static final int OF_A_FIGURE = 3;

  private static final List<String> NOT_PUBLIC = List.of("inputs", "checks", "responses", "notes");

  /** Its name in options and folders. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The edition of a code; none where there is no such edition. */
  public static Optional<Edition> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /** All codes. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Edition::code).toList();
  }

  /** Whether it has the report that compares all cities by name. */
  public boolean compares() {
    return this != CITY;
  }

  /**
   * An evaluation and one of its cities, as this edition shows them.
   *
   * @param evaluation what it shows of all
   * @param city what it shows of the city
   */
  public record Seen(Evaluation evaluation, RegionEvaluation city) {}

  /** What it shows on the report of a city. */
  public Seen of(Evaluation evaluation, RegionEvaluation city) {
    return switch (this) {
      case MINISTRY -> new Seen(evaluation, city);
      case CITY -> {
        Anonymous names = new Anonymous(evaluation, city);
        ObjectNode tree = EvaluationJson.tree(names.in(evaluation, Evaluation.class));
        tree.putArray("senders");
        yield new Seen(
            EvaluationJson.of(tree, Evaluation.class), names.in(city, RegionEvaluation.class));
      }
      case PUBLIC -> new Seen(of(evaluation), open(city));
    };
  }

  /** What it shows of all cities together. */
  public Evaluation of(Evaluation evaluation) {
    if (this != PUBLIC) {
      return evaluation;
    }
    ObjectNode tree = EvaluationJson.tree(evaluation);
    tree.putArray("findings");
    tree.putArray("senders");
    withoutDepartments(tree.path("scheme").path("indicators"));
    return EvaluationJson.of(tree, Evaluation.class);
  }

  private static RegionEvaluation open(RegionEvaluation city) {
    ObjectNode tree = EvaluationJson.tree(city);
    NOT_PUBLIC.forEach(tree::putArray);
    tree.putNull("refusals");
    for (JsonNode indicator : tree.path("indicators")) {
      ObjectNode figure = (ObjectNode) indicator;
      figure.putArray("units");
      figure.putArray("documents");
      figure.putNull("behind");
      if (figure.get("site") instanceof ObjectNode site) {
        withoutVisits(site);
      }
    }
    withoutVisited((ArrayNode) tree.path("findings"));
    for (JsonNode one : tree.path("findings")) {
      ObjectNode finding = (ObjectNode) one;
      finding.put("department", "");
      finding.putArray("places");
      finding.put("places_count", 0);
      finding.putArray("responses");
    }
    withoutDepartments(tree.path("plan").path("indicators"));
    return EvaluationJson.of(tree, RegionEvaluation.class);
  }

  /** What a round came to, without what was looked at, where, by whom and what shows it. */
  private static void withoutVisits(ObjectNode site) {
    site.putArray("visits");
    site.putArray("strata");
    site.put("file", "");
    site.put("sha256", "");
  }

  /** A finding of a round names a figure; one of a single visit, the thing that was looked at. */
  private static void withoutVisited(ArrayNode findings) {
    for (int i = findings.size() - 1; i >= 0; i--) {
      JsonNode finding = findings.get(i);
      if (finding.path("kind").asText().equalsIgnoreCase(FindingKind.VISIT.name())
          && finding.path("id").asText().split("\\.", -1).length > OF_A_FIGURE) {
        findings.remove(i);
      }
    }
  }

  private static void withoutDepartments(JsonNode indicators) {
    for (JsonNode indicator : indicators) {
      ((ObjectNode) indicator).put("department", "");
    }
  }
}
