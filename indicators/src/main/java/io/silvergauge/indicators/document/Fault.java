package io.silvergauge.indicators.document;

import java.io.Serializable;

/**
 * Something wrong in a file that people write: a scheme, a plan, a source description, a list.
 *
 * @param file the file's name as the user knows it
 * @param line line in the file, from 1; 0 where the whole file is meant
 * @param field the field's path, for example {@code indicators[3].weight}; empty where the whole
 *     file is meant
 * @param message what was found and what would be right
 */
public record Fault(String file, int line, String field, Bilingual message)
    implements Serializable {
  /** The fault as one line: {@code file:line, field: message}. */
  public String in(Language language) {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line);
    }
    if (!field.isEmpty()) {
      text.append(language == Language.ZH ? "，" : ", ").append(field);
    }
    return text.append(language == Language.ZH ? "：" : ": ")
        .append(message.in(language))
        .toString();
  }
}
