package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks what stands in a page in the other language, so that it is read aloud and set as such:
 * Chinese names in an English page, English phrases in a Chinese one. Charts and the head of the
 * page are left alone.
 */
final class Tongues {
  /** Elements whose content is no running text, comments, other tags, and the text between them. */
  private static final Pattern PART =
      Pattern.compile("(?s)<(style|title|svg)\\b.*?</\\1>|<[^>]*>|[^<]+");

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
    Matcher part = PART.matcher(page);
    while (part.find()) {
      if (page.charAt(part.start()) == '<') {
        marked.append(page, part.start(), part.end());
      } else {
        mark(page.substring(part.start(), part.end()), foreign, open, marked);
      }
    }
    return marked.toString();
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
