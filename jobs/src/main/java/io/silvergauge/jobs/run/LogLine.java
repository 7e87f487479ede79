package io.silvergauge.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silvergauge.indicators.document.Bilingual;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line of the log as one JSON object, for programs that collect logs. */
public final class LogLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LogLine() {}

  /**
   * A line.
   *
   * @param event {@code step}, {@code step_end}, {@code message}, {@code error} or {@code end}
   * @param text what is said; may be empty
   * @param more further fields, in order
   */
  public static String of(String event, Bilingual text, Map<String, Object> more) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", RunClock.utc().instant().toString());
    fields.put("event", event);
    fields.put("zh", text.zh());
    fields.put("en", text.en());
    fields.putAll(more);
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A line of the log cannot be written as JSON", e);
    }
  }
}
