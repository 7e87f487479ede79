package io.silvergauge.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Models that differ from the sample in some fields of their JSON. */
final class Edited {
  /** Fields that hold what people wrote. */
  private static final Set<String> WRITTEN =
      Set.of(
          "zh",
          "en",
          "document",
          "clause",
          "department",
          "sender",
          "file",
          "path",
          "sheet",
          "column",
          "evidence",
          "documents");

  private Edited() {}

  /** A copy with its JSON changed. */
  @SuppressWarnings("unchecked")
  static <T> T of(T model, Consumer<ObjectNode> change) {
    try {
      ObjectNode json = (ObjectNode) new ObjectMapper().readTree(EvaluationJson.write(model));
      change.accept(json);
      return (T) EvaluationJson.read(new ObjectMapper().writeValueAsBytes(json), model.getClass());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy in which every text that people wrote is this one. */
  static <T> T written(T model, String text) {
    return of(model, json -> replace(json, text));
  }

  private static void replace(JsonNode node, String text) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (WRITTEN.contains(name) && object.get(name).isTextual()) {
          object.put(name, text);
        } else if (WRITTEN.contains(name) && object.at("/" + name + "/0").isTextual()) {
          object.putArray(name).add(text);
        }
      }
    }
    if (node instanceof ArrayNode || node instanceof ObjectNode) {
      node.forEach(
          below -> {
            if (!(below instanceof TextNode)) {
              replace(below, text);
            }
          });
    }
  }
}
