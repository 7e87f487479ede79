package io.silvergauge.indicators.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The evaluation model as JSON: stable field order, plain decimals, nothing for what is absent. */
public final class EvaluationJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private EvaluationJson() {}

  /** The model as UTF-8 JSON with a line break at the end. */
  public static byte[] write(Object model) {
    return written(JSON.writerWithDefaultPrettyPrinter(), model);
  }

  /**
   * The same without blanks between its words, a third shorter, for what there are many files of.
   */
  public static byte[] packed(Object model) {
    return written(JSON.writer(), model);
  }

  private static byte[] written(ObjectWriter json, Object model) {
    try {
      return (json.writeValueAsString(model) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The model cannot be written as JSON", e);
    }
  }

  /** The model as a tree. */
  static ObjectNode tree(Object model) {
    return JSON.valueToTree(model);
  }

  /** The model that a tree holds; it comes of {@link #tree}. */
  static <T> T of(JsonNode tree, Class<T> type) {
    try {
      return JSON.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The tree is not the model it came of", e);
    }
  }

  /**
   * Reads a model back.
   *
   * @throws IOException if the bytes are not this model
   */
  public static <T> T read(byte[] json, Class<T> type) throws IOException {
    return JSON.readValue(json, type);
  }
}
