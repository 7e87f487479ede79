package io.silvergauge.reports.text;

import java.util.BitSet;

/**
 * Makes text from files harmless in HTML: markup is escaped, and what could reorder, hide or break
 * the text around it shows as a replacement character.
 */
public final class Inert {
  private static final char REPLACEMENT = '\uFFFD';

  /** What stands as it is: nothing harmful, no markup, no half of a character. */
  private static final BitSet PLAIN = new BitSet(Character.MAX_VALUE + 1);

  static {
    for (char character = 0; character < Character.MAX_VALUE; character++) {
      if (shown(character) == character && "&<>\"'".indexOf(character) < 0) {
        PLAIN.set(character);
      }
    }
  }

  private Inert() {}

  /** The text as it may stand in a page or in an attribute of one. */
  public static String text(String raw) {
    return isPlain(raw) ? raw : replaced(raw);
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (!PLAIN.get(raw.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The text as it is shown: what could reorder, hide or break is replaced, nothing is escaped. */
  public static String shown(String raw) {
    if (isPlain(raw)) {
      return raw;
    }
    StringBuilder shown = new StringBuilder(raw.length());
    raw.codePoints().map(Inert::shown).forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static int shown(int character) {
    return switch (character) {
      case '\n', '\r', '\t' -> ' ';
      default -> harmful(character) ? REPLACEMENT : character;
    };
  }

  private static String replaced(String raw) {
    StringBuilder inert = new StringBuilder(raw.length() + 16);
    raw.codePoints().forEach(character -> append(inert, character));
    return inert.toString();
  }

  private static void append(StringBuilder inert, int character) {
    switch (character) {
      case '&' -> inert.append("&amp;");
      case '<' -> inert.append("&lt;");
      case '>' -> inert.append("&gt;");
      case '"' -> inert.append("&quot;");
      case '\'' -> inert.append("&#39;");
      default -> inert.appendCodePoint(shown(character));
    }
  }

  private static boolean harmful(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      // What reorders, joins or is not seen: bidirectional marks, zero width, soft hyphens, tags.
      case Character.FORMAT -> true;
      case Character.UNASSIGNED ->
          (character & 0xFFFE) == 0xFFFE // no characters, not even in XML
              || (character >= 0xE0000 && character <= 0xE00FF);
      default -> isBlankLetter(character);
    };
  }

  /** Letters and marks that are drawn as nothing, by which two texts can look like one. */
  private static boolean isBlankLetter(int character) {
    return switch (character) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default -> character >= 0x180B && character <= 0x180F;
    };
  }
}
