package io.silvergauge.reports.html;

/**
 * Makes text from files harmless in HTML: markup is escaped, and what could reorder, hide or break
 * the text around it shows as a replacement character.
 */
final class Inert {
  private static final char REPLACEMENT = '\uFFFD';

  private Inert() {}

  static String text(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (!plain(raw.charAt(i))) {
        return replaced(raw);
      }
    }
    return raw;
  }

  /** Digits, letters of ASCII and common Chinese: what most texts consist of. */
  private static boolean plain(char character) {
    return (character >= '0' && character <= '9')
        || (character >= 'A' && character <= 'Z')
        || (character >= 'a' && character <= 'z')
        || (character >= 0x4E00 && character <= 0x9FA5)
        || " .,%/_-：，（）、".indexOf(character) >= 0;
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
      case '\n', '\r', '\t' -> inert.append(' ');
      default -> inert.appendCodePoint(harmful(character) ? REPLACEMENT : character);
    }
  }

  private static boolean harmful(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> reorders(character);
      default -> false;
    };
  }

  /** Marks, embeddings, overrides and isolates of the bidirectional algorithm. */
  private static boolean reorders(int character) {
    return character == 0x061C
        || character == 0x200E
        || character == 0x200F
        || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
  }
}
