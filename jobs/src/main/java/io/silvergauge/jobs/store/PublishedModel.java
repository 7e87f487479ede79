package io.silvergauge.jobs.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import java.io.IOException;

/** Reads what was published or stored, maybe by another version, as JSON. */
public final class PublishedModel {
  private PublishedModel() {}

  /**
   * A file of a publication or of the store.
   *
   * @param path where it lies in the storage
   * @throws OtherVersionException if it does not read as the model does, or says that it is of a
   *     later model than this program knows
   */
  public static <T> T read(Storage storage, String path, Class<T> type) throws IOException {
    return read(storage.read(path), storage.location(path), type);
  }

  /** The same of bytes that were read; {@code location} names where. */
  static <T> T read(byte[] json, String location, Class<T> type) throws IOException {
    try {
      checkModel(json, location, type);
      return EvaluationJson.read(json, type);
    } catch (JsonProcessingException e) {
      throw new OtherVersionException(location, e);
    }
  }

  /** Only of files that may be in the way of a run; those of a city are as their manifest is. */
  private static void checkModel(byte[] json, String location, Class<?> type) throws IOException {
    int known = known(type);
    if (known > 0) {
      int model = EvaluationJson.read(json, JsonNode.class).path("model").asInt(0);
      if (model > known) {
        throw OtherVersionException.newer(location, model, known);
      }
    }
  }

  private static int known(Class<?> type) {
    if (type == Manifest.class) {
      return Manifest.MODEL;
    }
    if (type == Packs.Index.class) {
      return Packs.MODEL;
    }
    return type == Evaluation.class ? Evaluation.MODEL : 0;
  }
}
