package io.silvergauge.jobs.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import java.io.IOException;

/** Reads what was published, maybe by another version, as JSON. */
public final class PublishedModel {
  private PublishedModel() {}

  /**
   * A file of a publication.
   *
   * @param path where it lies in the storage
   * @throws OtherVersionException if it does not read as the model does
   */
  public static <T> T read(Storage storage, String path, Class<T> type) throws IOException {
    try {
      return EvaluationJson.read(storage.read(path), type);
    } catch (JsonProcessingException e) {
      throw new OtherVersionException(storage.location(path), e);
    }
  }
}
