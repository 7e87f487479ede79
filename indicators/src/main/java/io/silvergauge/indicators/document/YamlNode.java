package io.silvergauge.indicators.document;

import java.util.List;
import java.util.Map;

/** A value in a YAML file with the line on which it begins. */
sealed interface YamlNode {
  /** The file it stands in, as used in faults. */
  String file();

  /** The line of the value's first character, from 1. */
  int line();

  /** What a reader calls it in a message. */
  Bilingual kind();

  /**
   * A single value exactly as it is written, so that codes keep their zeros.
   *
   * @param quoted whether it was written in quotes
   */
  record Scalar(String file, int line, String text, boolean quoted) implements YamlNode {
    @Override
    public Bilingual kind() {
      return Bilingual.of("“%s”", "'%s'", text);
    }
  }

  /**
   * A list of values.
   *
   * @param joined whether it comes from several files, so that places in it mean nothing to a
   *     reader
   */
  record Items(String file, int line, List<YamlNode> items, boolean joined) implements YamlNode {
    @Override
    public Bilingual kind() {
      return new Bilingual("列表", "a list");
    }
  }

  /** Named values in the order in which they are written. */
  record Fields(String file, int line, Map<String, YamlNode> fields) implements YamlNode {
    @Override
    public Bilingual kind() {
      return new Bilingual("字段组", "a group of fields");
    }
  }
}
