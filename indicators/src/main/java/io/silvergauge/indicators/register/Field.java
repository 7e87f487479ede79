package io.silvergauge.indicators.register;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.formula.FieldType;
import java.io.Serializable;
import java.util.List;

/**
 * What a record says about its thing.
 *
 * @param id its identifier, used in conditions and source descriptions
 * @param name its Chinese and English name
 * @param type what it holds
 * @param unit unit of a number; empty for none
 * @param required whether a record without it is refused
 * @param values the texts it may hold; empty for any
 * @param form how its text must be made up
 */
public record Field(
    String id,
    Bilingual name,
    FieldType type,
    String unit,
    boolean required,
    List<String> values,
    Form form)
    implements Serializable {
  /** How a text must be made up. */
  public enum Form {
    /** In any way. */
    ANY,
    /** As a unified social credit code 统一社会信用代码, with its check character. */
    CREDIT_CODE
  }

  public Field {
    values = List.copyOf(values);
  }
}
