package io.silvergauge.indicators.register;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.FieldType;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A list of single things that provinces send: what each record says, and what must hold of it.
 *
 * @param id its identifier, used in statistics and source descriptions
 * @param name its Chinese and English name
 * @param identity field that tells one thing from another
 * @param label field that names a thing for people; empty where there is none
 * @param fields by id, in the order of the scheme
 * @param checks what must hold of each record
 */
public record Register(
    String id,
    Bilingual name,
    String identity,
    String label,
    Map<String, Field> fields,
    List<Check> checks)
    implements Serializable {
  /** Name under which conditions know the first day of the evaluated period. */
  public static final String PERIOD_START = "period_start";

  /** Name under which conditions know the last day of the evaluated period. */
  public static final String PERIOD_END = "period_end";

  /**
   * Something that must hold of each record; one that does not say enough passes.
   *
   * @param id its identifier, used in messages
   * @param holds what must hold
   * @param message what is wrong where it does not
   */
  public record Check(String id, Condition holds, Bilingual message) implements Serializable {}

  public Register {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    checks = List.copyOf(checks);
    if (!fields.containsKey(identity)) {
      throw new IllegalArgumentException(
          "Register '%s' has no field '%s' to tell things apart".formatted(id, identity));
    }
  }

  /** One whose things have no field with a name. */
  public Register(
      String id, Bilingual name, String identity, Map<String, Field> fields, List<Check> checks) {
    this(id, name, identity, "", fields, checks);
  }

  /** What conditions on its records may name: its fields, and the period's first and last day. */
  public Map<String, FieldType> names() {
    Map<String, FieldType> names = new TreeMap<>();
    fields.forEach((field, definition) -> names.put(field, definition.type()));
    names.put(PERIOD_START, FieldType.DATE);
    names.put(PERIOD_END, FieldType.DATE);
    return names;
  }
}
