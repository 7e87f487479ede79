package io.silvergauge.indicators.finding;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the paragraphs of an evaluator: a first line {@code author: NAME, date: 2024-01-20}, then
 * paragraphs, lists ({@code - } or {@code 1. }), {@code *emphasis*} and {@code **strong**}. There
 * is nothing else: a link, a picture, HTML is text and stays text.
 */
public final class NoteText {
  private static final Pattern FRONT =
      Pattern.compile("author[:：]\\s*(\\S.*?)\\s*[,，;；]\\s*date[:：]\\s*(\\S+)\\s*");
  private static final Pattern BULLET = Pattern.compile("\\s{0,3}[-*]\\s+(\\S.*)");
  private static final Pattern NUMBERED = Pattern.compile("\\s{0,3}[0-9]{1,3}[.)、]\\s*(\\S.*)");
  private static final Pattern MARKED = Pattern.compile("\\*\\*([^*]+)\\*\\*|\\*([^*\\s][^*]*)\\*");
  private static final int LONGEST = 20_000;

  private final List<Note.Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String kind = "paragraph";

  private NoteText() {}

  /**
   * The note a text holds.
   *
   * @param region code of the city
   * @param language {@code zh} or {@code en}
   * @throws InvalidValueException where the first line, the date or the length is wrong
   */
  public static Note read(String region, String language, String text) {
    if (text.length() > LONGEST) {
      throw new InvalidValueException(
          Bilingual.of("共 %d 个字符，上限 %d", "%d characters, the limit is %d", text.length(), LONGEST));
    }
    List<String> lines = text.lines().toList();
    Matcher front = FRONT.matcher(lines.isEmpty() ? "" : lines.get(0).replace("\uFEFF", ""));
    if (!front.matches()) {
      throw new InvalidValueException(
          new Bilingual(
              "首行应为“author: 姓名, date: 2024-01-20”",
              "the first line must be 'author: NAME, date: 2024-01-20'"));
    }
    NoteText note = new NoteText();
    lines.stream().skip(1).forEach(note::line);
    note.end();
    if (note.blocks.isEmpty()) {
      throw new InvalidValueException(new Bilingual("没有正文", "there is no text below it"));
    }
    return new Note(region, language, front.group(1), date(front.group(2)), note.blocks);
  }

  private static String date(String text) {
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeParseException e) {
      throw new InvalidValueException(
          Bilingual.of("“%s”不是日期，如 2024-01-20", "'%s' is not a date such as 2024-01-20", text));
    }
  }

  private void line(String line) {
    Matcher bullet = BULLET.matcher(line);
    Matcher numbered = NUMBERED.matcher(line);
    if (line.isBlank()) {
      end();
    } else if (bullet.matches()) {
      begin("bullet", bullet.group(1));
    } else if (numbered.matches()) {
      begin("numbered", numbered.group(1));
    } else {
      if (text.length() > 0 && isAscii(text.charAt(text.length() - 1))) {
        text.append(' ');
      }
      text.append(line.strip());
    }
  }

  /** Lines of Chinese are joined without a space. */
  private static boolean isAscii(char character) {
    return character < 0x80;
  }

  private void begin(String newKind, String first) {
    end();
    kind = newKind;
    text.append(first.strip());
  }

  private void end() {
    if (text.length() > 0) {
      blocks.add(new Note.Block(kind, runs(text.toString())));
      text.setLength(0);
    }
    kind = "paragraph";
  }

  private static List<Note.Run> runs(String text) {
    List<Note.Run> runs = new ArrayList<>();
    Matcher marked = MARKED.matcher(text);
    int from = 0;
    while (marked.find()) {
      if (marked.start() > from) {
        runs.add(new Note.Run("plain", text.substring(from, marked.start())));
      }
      boolean strong = marked.group(1) != null;
      runs.add(new Note.Run(strong ? "strong" : "emphasis", marked.group(strong ? 1 : 2)));
      from = marked.end();
    }
    if (from < text.length()) {
      runs.add(new Note.Run("plain", text.substring(from)));
    }
    return runs;
  }
}
