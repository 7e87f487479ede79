package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks what stands in a page in the other language, so that it is read aloud and set as such:
 * Chinese names in an English page, English phrases in a Chinese one. Charts and the head of the
 * page are left alone.
 */
final class Tongues {
  /** Elements whose content is no running text; each begins with one of two letters. */
  private static final List<String> LEFT_ALONE = List.of("style", "title", "svg");

  /** From a Chinese character to the last one that no Latin letter or digit parts from it. */
  private static final Pattern CHINESE =
      Pattern.compile(
          "[\u201c\u300a\uff08]*\\p{IsHan}(?:[\\p{IsHan}\u3001-\u3011\uff01-\uff1f\u201c\u201d·]*[\\p{IsHan}\u201d\u300b\uff09])?");

  /** Two English words or more; one alone is mostly a code or the name of a file. */
  private static final Pattern ENGLISH =
      Pattern.compile("(?<![\\w/.&#-])[A-Za-z]{2,}(?:,? [A-Za-z]{2,}){1,40}(?![\\w/;=])");

  private Tongues() {}

  static String marked(String page, Language language) {
    boolean english = language == Language.EN;
    Pattern foreign = english ? CHINESE : ENGLISH;
    String open = english ? "<span lang=\"zh-CN\">" : "<span lang=\"en\">";
    StringBuilder marked = new StringBuilder(page.length() + page.length() / 16);
    int copied = 0;
    int at = 0;
    while (at < page.length()) {
      int next;
      if (page.charAt(at) == '<') {
        next = end(page, at);
      } else {
        int tag = page.indexOf('<', at);
        next = tag < 0 ? page.length() : tag;
        if (mayHold(page, at, next, english)) {
          marked.append(page, copied, at);
          mark(page.substring(at, next), foreign, open, marked);
          copied = next;
        }
      }
      at = next;
    }
    return marked.append(page, copied, page.length()).toString();
  }

  /** Where a tag ends; of an element that is left alone, where the element does. */
  private static int end(String page, int at) {
    char first = page.charAt(at + 1);
    if (first == 's' || first == 't') {
      for (String name : LEFT_ALONE) {
        if (page.startsWith(name, at + 1)
            && !Character.isLetterOrDigit(page.charAt(at + 1 + name.length()))) {
          String close = "</" + name + ">";
          return page.indexOf(close, at) + close.length();
        }
      }
    }
    return page.indexOf('>', at) + 1;
  }

  /** Cheap and never wrong to say no: most texts of a page hold nothing of the other language. */
  private static boolean mayHold(String page, int from, int to, boolean english) {
    int letters = 0;
    boolean blank = false;
    for (int i = from; i < to; i++) {
      char character = page.charAt(i);
      if (english && character >= 0x2E80) {
        return true;
      }
      blank |= character == ' ';
      boolean letter =
          (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
      letters += letter ? 1 : 0;
    }
    return !english && blank && letters >= 4;
  }

  private static void mark(String text, Pattern foreign, String open, StringBuilder marked) {
    int from = 0;
    Matcher found = foreign.matcher(text);
    while (found.find()) {
      marked.append(text, from, found.start()).append(open);
      marked.append(text, found.start(), found.end()).append("</span>");
      from = found.end();
    }
    marked.append(text, from, text.length());
  }
}
